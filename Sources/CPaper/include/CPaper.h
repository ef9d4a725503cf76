// The seam to Pango and Cairo: the only place of the project that knows them. The libraries are looked
// for when a PDF is asked for, so that the program is built and runs without them.
#ifndef CPAPER_H
#define CPAPER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct cp_paper cp_paper;
typedef struct cp_text cp_text;

// Where lines of a text stand in its width; text from right to left is turned around.
enum { CP_START = 0, CP_CENTRE = 1, CP_END = 2 };

// One line of a text, in points: its left edge, width, height, and the distance from its top to its
// base line.
typedef struct {
  double x, width, height, ascent;
} cp_line;

// Whether the libraries are on this machine.
bool cp_is_available(void);

// Opens a PDF in memory, all pages of one size in points; NULL if that cannot be.
cp_paper *cp_open(double width, double height, const char *title, const char *subject);

// Ends a page; what follows goes to the next.
void cp_page(cp_paper *paper);

// Ends the PDF; false if it could not be made. The bytes live until `cp_free`.
bool cp_close(cp_paper *paper, const uint8_t **bytes, size_t *length);
void cp_free(cp_paper *paper);

// Shapes a text in UTF-8 and breaks it into lines of a width in points; a negative width breaks none.
cp_text *cp_text_new(
    cp_paper *paper, const char *text, size_t length, double size, double width, int place,
    bool is_bold);
// Makes bytes from `start` to `end` bold or coloured; before `cp_text_count`.
void cp_text_look(cp_text *text, uint32_t start, uint32_t end, bool is_bold, int64_t rgb);
// How many lines there are.
int cp_text_count(cp_text *text);
cp_line cp_text_line(cp_text *text, int line);
// Where bytes of a text stand in a line: left and right edge; false where they do not.
bool cp_text_reach(
    cp_text *text, int line, uint32_t start, uint32_t end, double *left, double *right);
// Draws a line with its top left at a place.
void cp_text_draw(cp_paper *paper, cp_text *text, int line, double x, double y, uint32_t rgb);
void cp_text_free(cp_text *text);

// Structure, links and outline, as the documentation of `cairo_tag_begin` has them.
void cp_begin(cp_paper *paper, const char *tag, const char *attributes);
void cp_end(cp_paper *paper, const char *tag);
void cp_outline(cp_paper *paper, const char *title, const char *target);

// Shapes.
void cp_move(cp_paper *paper, double x, double y);
void cp_draw_to(cp_paper *paper, double x, double y);
void cp_close_path(cp_paper *paper);
void cp_box(cp_paper *paper, double x, double y, double width, double height);
void cp_disc(cp_paper *paper, double x, double y, double radius);
// Fills the path even-odd, and keeps it for a stroke.
void cp_fill(cp_paper *paper, uint32_t rgb);
void cp_stroke(cp_paper *paper, uint32_t rgb, double width);
void cp_forget_path(cp_paper *paper);
// Keeps what follows inside a box, moved and scaled, until `cp_leave`.
void cp_enter(cp_paper *paper, double x, double y, double width, double height, double scale);
void cp_leave(cp_paper *paper);

#endif

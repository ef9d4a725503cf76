#include "CPaper.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

// The part of the interfaces that is used; tried with Pango 1.50 and Cairo 1.16, whose sonames have
// stood for longer than ten years.
typedef struct {
  const void *class;
  unsigned start, end;
} attribute;
typedef struct {
  int x, y, width, height;
} rectangle;

static struct {
  void *pango, *cairo;
  void *(*surface)(int (*)(void *, const unsigned char *, unsigned), void *, double, double);
  void (*metadata)(void *, int, const char *);
  int (*outline)(void *, int, const char *, const char *, int);
  void *(*context)(void *);
  void (*context_free)(void *);
  void (*finish)(void *);
  int (*surface_status)(void *);
  int (*status)(void *);
  void (*surface_free)(void *);
  void (*page)(void *);
  void (*begin)(void *, const char *, const char *);
  void (*end)(void *, const char *);
  void (*move)(void *, double, double);
  void (*draw_to)(void *, double, double);
  void (*close_path)(void *);
  void (*new_path)(void *);
  void (*box)(void *, double, double, double, double);
  void (*arc)(void *, double, double, double, double, double);
  void (*colour)(void *, double, double, double);
  void (*line_width)(void *, double);
  void (*fill_rule)(void *, int);
  void (*fill)(void *);
  void (*stroke)(void *);
  void (*save)(void *);
  void (*restore)(void *);
  void (*clip)(void *);
  void (*translate)(void *, double, double);
  void (*scale)(void *, double, double);
  void *(*layout)(void *);
  void (*show_line)(void *, void *);
  void *(*context_of)(void *);
  void (*round)(void *, int);
  void (*set_text)(void *, const char *, int);
  void (*set_width)(void *, int);
  void (*set_wrap)(void *, int);
  void (*set_alignment)(void *, int);
  void (*set_font)(void *, const void *);
  void (*set_attributes)(void *, void *);
  void *(*iterate)(void *);
  int (*next_line)(void *);
  void *(*line_of)(void *);
  void (*line_extents)(void *, rectangle *, rectangle *);
  int (*baseline)(void *);
  void (*iterator_free)(void *);
  void (*line_free)(void *);
  void *(*line_ref)(void *);
  void (*x_ranges)(void *, int, int, int **, int *);
  void *(*font)(const char *);
  void (*font_size)(void *, double);
  void (*font_weight)(void *, int);
  void (*font_free)(void *);
  void *(*attributes)(void);
  void (*insert)(void *, attribute *);
  void (*attributes_free)(void *);
  attribute *(*weight)(int);
  attribute *(*foreground)(uint16_t, uint16_t, uint16_t);
  attribute *(*hyphens)(int);
  void (*unref)(void *);
  void (*free)(void *);
} lib;

enum { UNIT = 1024, WRAP_WORD_CHAR = 2, BOLD = 700 };

struct cp_paper {
  void *surface, *context;
  uint8_t *bytes;
  size_t length, room;
  bool failed;
};

struct cp_text {
  void *layout, *attributes;
  void **shapes;
  cp_line *lines;
  int count;
};

static bool find(void *library, void **function, const char *name) {
  *function = dlsym(library, name);
  return *function != NULL;
}

static void *first(const char *const *names) {
  for (; *names; names++) {
    void *library = dlopen(*names, RTLD_NOW | RTLD_LOCAL);
    if (library) return library;
  }
  return NULL;
}

static bool load(void) {
  static const char *const pango[] = {
      "libpangocairo-1.0.so.0", "libpangocairo-1.0.so", "libpangocairo-1.0.dylib", NULL};
  static const char *const cairo[] = {"libcairo.so.2", "libcairo.so", "libcairo.dylib", NULL};
  lib.pango = first(pango);
  lib.cairo = first(cairo);
  if (!lib.pango || !lib.cairo) return false;
  // A handle finds what the library itself depends on: Pango, GObject and GLib.
  struct {
    void *library;
    void **function;
    const char *name;
  } wanted[] = {
      {lib.cairo, (void **)&lib.surface, "cairo_pdf_surface_create_for_stream"},
      {lib.cairo, (void **)&lib.metadata, "cairo_pdf_surface_set_metadata"},
      {lib.cairo, (void **)&lib.outline, "cairo_pdf_surface_add_outline"},
      {lib.cairo, (void **)&lib.context, "cairo_create"},
      {lib.cairo, (void **)&lib.context_free, "cairo_destroy"},
      {lib.cairo, (void **)&lib.finish, "cairo_surface_finish"},
      {lib.cairo, (void **)&lib.surface_status, "cairo_surface_status"},
      {lib.cairo, (void **)&lib.status, "cairo_status"},
      {lib.cairo, (void **)&lib.surface_free, "cairo_surface_destroy"},
      {lib.cairo, (void **)&lib.page, "cairo_show_page"},
      {lib.cairo, (void **)&lib.begin, "cairo_tag_begin"},
      {lib.cairo, (void **)&lib.end, "cairo_tag_end"},
      {lib.cairo, (void **)&lib.move, "cairo_move_to"},
      {lib.cairo, (void **)&lib.draw_to, "cairo_line_to"},
      {lib.cairo, (void **)&lib.close_path, "cairo_close_path"},
      {lib.cairo, (void **)&lib.new_path, "cairo_new_path"},
      {lib.cairo, (void **)&lib.box, "cairo_rectangle"},
      {lib.cairo, (void **)&lib.arc, "cairo_arc"},
      {lib.cairo, (void **)&lib.colour, "cairo_set_source_rgb"},
      {lib.cairo, (void **)&lib.line_width, "cairo_set_line_width"},
      {lib.cairo, (void **)&lib.fill_rule, "cairo_set_fill_rule"},
      {lib.cairo, (void **)&lib.fill, "cairo_fill_preserve"},
      {lib.cairo, (void **)&lib.stroke, "cairo_stroke_preserve"},
      {lib.cairo, (void **)&lib.save, "cairo_save"},
      {lib.cairo, (void **)&lib.restore, "cairo_restore"},
      {lib.cairo, (void **)&lib.clip, "cairo_clip"},
      {lib.cairo, (void **)&lib.translate, "cairo_translate"},
      {lib.cairo, (void **)&lib.scale, "cairo_scale"},
      {lib.pango, (void **)&lib.layout, "pango_cairo_create_layout"},
      {lib.pango, (void **)&lib.show_line, "pango_cairo_show_layout_line"},
      {lib.pango, (void **)&lib.context_of, "pango_layout_get_context"},
      {lib.pango, (void **)&lib.round, "pango_context_set_round_glyph_positions"},
      {lib.pango, (void **)&lib.set_text, "pango_layout_set_text"},
      {lib.pango, (void **)&lib.set_width, "pango_layout_set_width"},
      {lib.pango, (void **)&lib.set_wrap, "pango_layout_set_wrap"},
      {lib.pango, (void **)&lib.set_alignment, "pango_layout_set_alignment"},
      {lib.pango, (void **)&lib.set_font, "pango_layout_set_font_description"},
      {lib.pango, (void **)&lib.set_attributes, "pango_layout_set_attributes"},
      {lib.pango, (void **)&lib.iterate, "pango_layout_get_iter"},
      {lib.pango, (void **)&lib.next_line, "pango_layout_iter_next_line"},
      {lib.pango, (void **)&lib.line_of, "pango_layout_iter_get_line_readonly"},
      {lib.pango, (void **)&lib.line_extents, "pango_layout_iter_get_line_extents"},
      {lib.pango, (void **)&lib.baseline, "pango_layout_iter_get_baseline"},
      {lib.pango, (void **)&lib.iterator_free, "pango_layout_iter_free"},
      {lib.pango, (void **)&lib.line_ref, "pango_layout_line_ref"},
      {lib.pango, (void **)&lib.line_free, "pango_layout_line_unref"},
      {lib.pango, (void **)&lib.x_ranges, "pango_layout_line_get_x_ranges"},
      {lib.pango, (void **)&lib.font, "pango_font_description_from_string"},
      {lib.pango, (void **)&lib.font_size, "pango_font_description_set_absolute_size"},
      {lib.pango, (void **)&lib.font_weight, "pango_font_description_set_weight"},
      {lib.pango, (void **)&lib.font_free, "pango_font_description_free"},
      {lib.pango, (void **)&lib.attributes, "pango_attr_list_new"},
      {lib.pango, (void **)&lib.insert, "pango_attr_list_insert"},
      {lib.pango, (void **)&lib.attributes_free, "pango_attr_list_unref"},
      {lib.pango, (void **)&lib.weight, "pango_attr_weight_new"},
      {lib.pango, (void **)&lib.foreground, "pango_attr_foreground_new"},
      {lib.pango, (void **)&lib.hyphens, "pango_attr_insert_hyphens_new"},
      {lib.pango, (void **)&lib.unref, "g_object_unref"},
      {lib.pango, (void **)&lib.free, "g_free"},
  };
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
    if (!find(wanted[i].library, wanted[i].function, wanted[i].name)) return false;
  return true;
}

bool cp_is_available(void) {
  static int answer = -1;
  if (answer < 0) answer = load();
  return answer == 1;
}

static int collect(void *closure, const unsigned char *bytes, unsigned length) {
  cp_paper *paper = closure;
  if (paper->length + length > paper->room) {
    size_t room = (paper->length + length) * 2;
    uint8_t *more = realloc(paper->bytes, room);
    if (!more) return paper->failed = true, 1;  // CAIRO_STATUS_NO_MEMORY
    paper->bytes = more;
    paper->room = room;
  }
  memcpy(paper->bytes + paper->length, bytes, length);
  paper->length += length;
  return 0;
}

cp_paper *cp_open(double width, double height, const char *title, const char *subject) {
  if (!cp_is_available()) return NULL;
  cp_paper *paper = calloc(1, sizeof *paper);
  if (!paper) return NULL;
  paper->surface = lib.surface(collect, paper, width, height);
  // Title, subject, creator, and both dates: the library would take the clock for them, and the same
  // input gives the same bytes.
  lib.metadata(paper->surface, 0, title);
  lib.metadata(paper->surface, 2, subject);
  lib.metadata(paper->surface, 4, "DPG Atlas");
  lib.metadata(paper->surface, 5, "2026-01-01T00:00:00Z");
  lib.metadata(paper->surface, 6, "2026-01-01T00:00:00Z");
  paper->context = lib.context(paper->surface);
  lib.fill_rule(paper->context, 1);
  return paper;
}

void cp_page(cp_paper *paper) { lib.page(paper->context); }

bool cp_close(cp_paper *paper, const uint8_t **bytes, size_t *length) {
  bool is_sound = lib.status(paper->context) == 0;
  lib.finish(paper->surface);
  is_sound = is_sound && lib.surface_status(paper->surface) == 0 && !paper->failed;
  *bytes = paper->bytes;
  *length = paper->length;
  return is_sound;
}

void cp_free(cp_paper *paper) {
  lib.context_free(paper->context);
  lib.surface_free(paper->surface);
  free(paper->bytes);
  free(paper);
}

cp_text *cp_text_new(
    cp_paper *paper, const char *text, size_t length, double size, double width, int place,
    bool is_bold) {
  cp_text *made = calloc(1, sizeof *made);
  if (!made) return NULL;
  made->layout = lib.layout(paper->context);
  // Letters stand where they belong, not at whole points, which would swallow spaces.
  lib.round(lib.context_of(made->layout), false);
  made->attributes = lib.attributes();
  void *font = lib.font("Noto Sans,DejaVu Sans,sans-serif");
  lib.font_size(font, size * UNIT);
  if (is_bold) lib.font_weight(font, BOLD);
  lib.set_font(made->layout, font);
  lib.font_free(font);
  lib.set_width(made->layout, width < 0 ? -1 : (int)(width * UNIT));
  lib.set_wrap(made->layout, WRAP_WORD_CHAR);
  lib.set_alignment(made->layout, place);
  lib.set_text(made->layout, text, (int)length);
  return made;
}

static void insert(cp_text *text, attribute *one, uint32_t start, uint32_t end) {
  one->start = start;
  one->end = end;
  lib.insert(text->attributes, one);
}

void cp_text_look(cp_text *text, uint32_t start, uint32_t end, bool is_bold, int64_t rgb) {
  if (is_bold) insert(text, lib.weight(BOLD), start, end);
  if (rgb >= 0)
    insert(
        text,
        lib.foreground((rgb >> 16 & 255) * 257, (rgb >> 8 & 255) * 257, (rgb & 255) * 257), start,
        end);
}

int cp_text_count(cp_text *text) {
  if (text->lines) return text->count;
  // A word too long for its line is broken as it is: a hyphen would change an id.
  insert(text, lib.hyphens(false), 0, UINT32_MAX);
  lib.set_attributes(text->layout, text->attributes);
  void *iterator = lib.iterate(text->layout);
  int room = 0;
  do {
    if (text->count == room) {
      room = room ? room * 2 : 4;
      cp_line *lines = realloc(text->lines, (size_t)room * sizeof *lines);
      if (lines) text->lines = lines;
      void **shapes = realloc(text->shapes, (size_t)room * sizeof *shapes);
      if (shapes) text->shapes = shapes;
      if (!lines || !shapes) break;
    }
    rectangle logical;
    lib.line_extents(iterator, NULL, &logical);
    text->lines[text->count] = (cp_line){
        .x = (double)logical.x / UNIT,
        .width = (double)logical.width / UNIT,
        .height = (double)logical.height / UNIT,
        .ascent = (double)(lib.baseline(iterator) - logical.y) / UNIT};
    text->shapes[text->count++] = lib.line_ref(lib.line_of(iterator));
  } while (lib.next_line(iterator));
  lib.iterator_free(iterator);
  return text->count;
}

cp_line cp_text_line(cp_text *text, int line) { return text->lines[line]; }

bool cp_text_reach(
    cp_text *text, int line, uint32_t start, uint32_t end, double *left, double *right) {
  // The head of a line: its layout, the first byte and how many bytes it has.
  struct {
    void *layout;
    int start, length;
  } *head = text->shapes[line];
  if ((int)end <= head->start || (int)start >= head->start + head->length) return false;
  int *ranges = NULL, count = 0;
  lib.x_ranges(text->shapes[line], (int)start, (int)end, &ranges, &count);
  if (count > 0) {
    *left = (double)ranges[0] / UNIT;
    *right = (double)ranges[2 * count - 1] / UNIT;
  }
  lib.free(ranges);
  return count > 0;
}

static void colour(cp_paper *paper, uint32_t rgb) {
  lib.colour(
      paper->context, (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
}

void cp_text_draw(cp_paper *paper, cp_text *text, int line, double x, double y, uint32_t rgb) {
  colour(paper, rgb);
  lib.move(paper->context, x + text->lines[line].x, y + text->lines[line].ascent);
  lib.show_line(paper->context, text->shapes[line]);
  lib.new_path(paper->context);
}

void cp_text_free(cp_text *text) {
  for (int i = 0; i < text->count; i++) lib.line_free(text->shapes[i]);
  lib.attributes_free(text->attributes);
  lib.unref(text->layout);
  free(text->lines);
  free(text->shapes);
  free(text);
}

void cp_begin(cp_paper *paper, const char *tag, const char *attributes) {
  lib.begin(paper->context, tag, attributes);
}
void cp_end(cp_paper *paper, const char *tag) { lib.end(paper->context, tag); }
void cp_outline(cp_paper *paper, const char *title, const char *target) {
  lib.outline(paper->surface, 0, title, target, 0);
}
void cp_move(cp_paper *paper, double x, double y) { lib.move(paper->context, x, y); }
void cp_draw_to(cp_paper *paper, double x, double y) { lib.draw_to(paper->context, x, y); }
void cp_close_path(cp_paper *paper) { lib.close_path(paper->context); }
void cp_box(cp_paper *paper, double x, double y, double width, double height) {
  lib.box(paper->context, x, y, width, height);
}
void cp_disc(cp_paper *paper, double x, double y, double radius) {
  lib.move(paper->context, x + radius, y);
  lib.arc(paper->context, x, y, radius, 0, 6.283185307179586);
}
void cp_fill(cp_paper *paper, uint32_t rgb) {
  colour(paper, rgb);
  lib.fill(paper->context);
}
void cp_stroke(cp_paper *paper, uint32_t rgb, double width) {
  colour(paper, rgb);
  lib.line_width(paper->context, width);
  lib.stroke(paper->context);
}
void cp_forget_path(cp_paper *paper) { lib.new_path(paper->context); }
void cp_enter(cp_paper *paper, double x, double y, double width, double height, double scale) {
  lib.save(paper->context);
  lib.box(paper->context, x, y, width, height);
  lib.clip(paper->context);
  lib.translate(paper->context, x, y);
  lib.scale(paper->context, scale, scale);
  lib.new_path(paper->context);
}
void cp_leave(cp_paper *paper) { lib.restore(paper->context); }

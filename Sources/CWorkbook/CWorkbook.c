#include "CWorkbook.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

// The part of the interface of version 1 that is used; tried with 1.1.4, whose soname ends in 4.
typedef struct {
  const char *text[10];  // title first; the others are not set
  time_t created;
} properties;

static struct {
  void *library;
  void *(*workbook_new)(const char *);
  int (*set_properties)(void *, properties *);
  void *(*add_worksheet)(void *, const char *);
  void *(*add_format)(void *);
  void (*set_bold)(void *);
  void (*set_text_wrap)(void *);
  void (*set_font_size)(void *, double);
  void (*set_align)(void *, uint8_t);
  void (*set_num_format)(void *, const char *);
  void (*freeze_panes)(void *, uint32_t, uint16_t);
  int (*set_column)(void *, uint16_t, uint16_t, double, void *);
  int (*write_string)(void *, uint32_t, uint16_t, const char *, void *);
  int (*write_number)(void *, uint32_t, uint16_t, double, void *);
  int (*close)(void *);
} xlsx;

enum { DECIMALS = 10, ALIGN_TOP = 8 };

struct cw_book {
  void *book, *sheet;
  void *styles[CW_STYLES];
  void *numbers[2][DECIMALS];
};

static bool find(void **function, const char *name) {
  *function = dlsym(xlsx.library, name);
  return *function != NULL;
}

static bool load(void) {
  static const char *const names[] = {
      "libxlsxwriter.so.4", "libxlsxwriter.so.5",  "libxlsxwriter.so.6", "libxlsxwriter.so.7",
      "libxlsxwriter.so.8", "libxlsxwriter.so.9", "libxlsxwriter.so.10", "libxlsxwriter.so",
      "libxlsxwriter.dylib"};
  for (size_t i = 0; i < sizeof names / sizeof *names && !xlsx.library; i++)
    xlsx.library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!xlsx.library) return false;
  return find((void **)&xlsx.workbook_new, "workbook_new") &&
         find((void **)&xlsx.set_properties, "workbook_set_properties") &&
         find((void **)&xlsx.add_worksheet, "workbook_add_worksheet") &&
         find((void **)&xlsx.add_format, "workbook_add_format") &&
         find((void **)&xlsx.set_bold, "format_set_bold") &&
         find((void **)&xlsx.set_text_wrap, "format_set_text_wrap") &&
         find((void **)&xlsx.set_font_size, "format_set_font_size") &&
         find((void **)&xlsx.set_align, "format_set_align") &&
         find((void **)&xlsx.set_num_format, "format_set_num_format") &&
         find((void **)&xlsx.freeze_panes, "worksheet_freeze_panes") &&
         find((void **)&xlsx.set_column, "worksheet_set_column") &&
         find((void **)&xlsx.write_string, "worksheet_write_string") &&
         find((void **)&xlsx.write_number, "worksheet_write_number") &&
         find((void **)&xlsx.close, "workbook_close");
}

bool cw_is_available(void) {
  static int answer = -1;
  if (answer < 0) answer = load();
  return answer == 1;
}

cw_book *cw_open(const char *path, const char *title) {
  if (!cw_is_available()) return NULL;
  cw_book *book = calloc(1, sizeof *book);
  if (!book) return NULL;
  book->book = xlsx.workbook_new(path);
  if (!book->book) {
    free(book);
    return NULL;
  }
  // The library would take the clock; the same input gives the same bytes.
  properties own = {.text = {title}, .created = 1767225600};
  xlsx.set_properties(book->book, &own);
  for (int style = 0; style < CW_STYLES; style++) {
    void *format = book->styles[style] = xlsx.add_format(book->book);
    if (!format) continue;
    xlsx.set_align(format, ALIGN_TOP);
    if (style != CW_PLAIN) xlsx.set_text_wrap(format);
    if (style == CW_HEADER || style == CW_TITLE) xlsx.set_bold(format);
    if (style == CW_TITLE) xlsx.set_font_size(format, 14);
  }
  return book;
}

bool cw_sheet(cw_book *book, const char *name, uint32_t frozen_rows) {
  book->sheet = xlsx.add_worksheet(book->book, name);
  if (!book->sheet) return false;
  if (frozen_rows) xlsx.freeze_panes(book->sheet, frozen_rows, 0);
  return true;
}

void cw_width(cw_book *book, uint16_t column, double width) {
  if (book->sheet) xlsx.set_column(book->sheet, column, column, width, NULL);
}

bool cw_text(cw_book *book, uint32_t row, uint16_t column, const char *text, int style) {
  if (!book->sheet || style < 0 || style >= CW_STYLES) return false;
  return xlsx.write_string(book->sheet, row, column, text, book->styles[style]) == 0;
}

static void *number_format(cw_book *book, int decimals, bool grouped) {
  if (decimals < 0 || decimals >= DECIMALS) return book->styles[CW_PLAIN];
  void **place = &book->numbers[grouped][decimals];
  if (*place || !(*place = xlsx.add_format(book->book))) return *place;
  char code[32];
  snprintf(
      code, sizeof code, "%s%s%.*s", grouped ? "#,##0" : "0", decimals ? "." : "", decimals,
      "0000000000");
  xlsx.set_num_format(*place, code);
  xlsx.set_align(*place, ALIGN_TOP);
  return *place;
}

bool cw_number(
    cw_book *book, uint32_t row, uint16_t column, double value, int decimals, bool grouped) {
  if (!book->sheet) return false;
  return xlsx.write_number(
             book->sheet, row, column, value, number_format(book, decimals, grouped)) == 0;
}

bool cw_close(cw_book *book) {
  bool done = xlsx.close(book->book) == 0;
  free(book);
  return done;
}

// The seam to libxlsxwriter: the only place of the project that knows it. The library is looked for
// when a workbook is asked for, so that the program is built and runs without it.
#ifndef CWORKBOOK_H
#define CWORKBOOK_H

#include <stdbool.h>
#include <stdint.h>

// How a cell looks.
enum { CW_PLAIN = 0, CW_WRAPPED = 1, CW_HEADER = 2, CW_TITLE = 3, CW_STYLES = 4 };

typedef struct cw_book cw_book;

// Whether the library is on this machine.
bool cw_is_available(void);

// Opens a workbook that is written to a file at the end; NULL if that cannot be.
cw_book *cw_open(const char *path, const char *title);

// Begins a sheet; cells go to the sheet begun last. False if the name is not accepted.
bool cw_sheet(cw_book *book, const char *name, uint32_t frozen_rows);

// Width of a column, in letters.
void cw_width(cw_book *book, uint16_t column, double width);

// Writes text, never as a formula.
bool cw_text(cw_book *book, uint32_t row, uint16_t column, const char *text, int style);

// Writes a number, shown with some decimals; `grouped` sets thousands apart.
bool cw_number(
    cw_book *book, uint32_t row, uint16_t column, double value, int decimals, bool grouped);

// Writes the file and frees the workbook; false if the file could not be written.
bool cw_close(cw_book *book);

#endif

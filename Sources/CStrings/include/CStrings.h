// The texts of the interface, Data/strings-*.csv, embedded at build time. Nothing here allocates; all
// pointers live for ever.
#ifndef CSTRINGS_H
#define CSTRINGS_H

#include <stddef.h>

/// Number of embedded tables.
size_t cstrings_count(void);

/// Code of the language of table `i`, such as `fr`; null if there is no such table.
const char *cstrings_language(size_t i);

/// Bytes of table `i`, not zero-terminated; `length` receives their number. Null if there is none.
const void *cstrings_bytes(size_t i, size_t *length);

#endif

// The lessons of Data/lessons/, embedded at build time. Nothing here allocates; all pointers live for ever.
#ifndef CLESSONS_H
#define CLESSONS_H

#include <stddef.h>

/// Number of embedded lessons.
size_t clessons_count(void);

/// Name of lesson `i` without its ending; null if there is no such lesson.
const char *clessons_name(size_t i);

/// Bytes of lesson `i`, not zero-terminated; `length` receives their number. Null if there is none.
const void *clessons_bytes(size_t i, size_t *length);

#endif

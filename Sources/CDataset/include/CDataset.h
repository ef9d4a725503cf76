// The files of Data/, embedded at build time. Nothing here allocates; all pointers live for ever.
#ifndef CDATASET_H
#define CDATASET_H

#include <stddef.h>

/// Number of embedded files.
size_t cdataset_count(void);

/// Name of file `i` as in Data/, such as `countries.csv`; null if there is no such file.
const char *cdataset_name(size_t i);

/// Bytes of file `i`, not zero-terminated; `length` receives their number. Null if there is none.
const void *cdataset_bytes(size_t i, size_t *length);

#endif

// Embeds the texts of every language in the binary.
#include "CStrings.h"

static const unsigned char en[] = {
#embed "../../Data/strings-en.csv"
};
static const unsigned char fr[] = {
#embed "../../Data/strings-fr.csv"
};
static const unsigned char es[] = {
#embed "../../Data/strings-es.csv"
};
static const unsigned char pt[] = {
#embed "../../Data/strings-pt.csv"
};
static const unsigned char hi[] = {
#embed "../../Data/strings-hi.csv"
};

static const struct {
  const char *language;
  const unsigned char *bytes;
  size_t length;
} tables[] = {
    {"en", en, sizeof en},
    {"fr", fr, sizeof fr},
    {"es", es, sizeof es},
    {"pt", pt, sizeof pt},
    {"hi", hi, sizeof hi},
};

static const size_t count = sizeof tables / sizeof tables[0];

size_t cstrings_count(void) { return count; }

const char *cstrings_language(size_t i) { return i < count ? tables[i].language : 0; }

const void *cstrings_bytes(size_t i, size_t *length) {
  *length = i < count ? tables[i].length : 0;
  return i < count ? tables[i].bytes : 0;
}

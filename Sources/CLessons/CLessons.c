// Embeds every lesson of Data/lessons/ in the binary, in the order in which they are listed.
#include "CLessons.h"

static const unsigned char first_tour[] = {
#embed "../../Data/lessons/first-tour.lesson"
};
static const unsigned char digital_divide[] = {
#embed "../../Data/lessons/digital-divide.lesson"
};
static const unsigned char security_and_privacy[] = {
#embed "../../Data/lessons/security-and-privacy.lesson"
};
static const unsigned char india_abroad[] = {
#embed "../../Data/lessons/india-abroad.lesson"
};
static const unsigned char exercise[] = {
#embed "../../Data/lessons/exercise.lesson"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t length;
} lessons[] = {
    {"first-tour", first_tour, sizeof first_tour},
    {"digital-divide", digital_divide, sizeof digital_divide},
    {"security-and-privacy", security_and_privacy, sizeof security_and_privacy},
    {"india-abroad", india_abroad, sizeof india_abroad},
    {"exercise", exercise, sizeof exercise},
};

static const size_t count = sizeof lessons / sizeof lessons[0];

size_t clessons_count(void) { return count; }

const char *clessons_name(size_t i) { return i < count ? lessons[i].name : 0; }

const void *clessons_bytes(size_t i, size_t *length) {
  *length = i < count ? lessons[i].length : 0;
  return i < count ? lessons[i].bytes : 0;
}

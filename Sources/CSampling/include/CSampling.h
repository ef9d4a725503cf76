#ifndef CSAMPLING_H
#define CSAMPLING_H

#include <stdint.h>

// The inner loops of sampling with the vector instructions of the machine that runs them.
//
// `SampleKernel.swift` says what they do; `SwiftSampleKernel` is the reference, which they equal to the last
// bit. Rows are CS_LANES floats in a line.

#define CS_LANES 64

enum { CS_MOVED = 0, CS_GREATEST = 1, CS_MIXED = 2 };

typedef struct {
  int32_t out, below, supply, other, factor;
  float scale, shift;
} cs_ladder_step;

typedef struct {
  int32_t kind, out, down, same, up, draw;
} cs_row_step;

typedef struct {
  int32_t from, to, row, weight, is_kept;
} cs_sum_step;

typedef struct {
  int32_t one, two;
} cs_join_step;

// Caps are four words: safeguards, prepare, critical, cannot say.
typedef struct {
  int32_t out, down, up, coin;
  uint64_t caps[3][4];
} cs_flag_step;

typedef struct {
  int32_t out, first, refusing, last;
} cs_group_step;

typedef struct {
  int32_t first, last;
  int32_t unused[2];
  uint64_t settled[4];
} cs_pair_step;

typedef struct {
  int32_t good, loss, need;
} cs_top_step;

void cs_ladders(const cs_ladder_step *steps, long count, const float *supplies,
                const float *draws, float *losses);

void cs_rows(const cs_row_step *steps, long count, const float *draws, float *losses);

void cs_sums(const cs_sum_step *steps, long count, const float *draws, const float *losses,
             float *sums);

// `link` and `values` may be null.
void cs_joins(const cs_join_step *steps, long count, const float *link, const float *sums,
              const float *limits, long limit_count, uint64_t *words, float *values);

void cs_quantiles(uint64_t origin, long block, const float *nodes, long count, float *row);

void cs_flags(const cs_flag_step *steps, long count, const uint64_t *bits, uint64_t *caps);

void cs_groups(const cs_group_step *steps, long count, const int32_t *list, long policy,
               uint64_t *caps);

void cs_classes(const cs_pair_step *steps, long count, const int32_t *list, const uint64_t *caps,
                uint64_t used, uint64_t *classes, int32_t *counts);

void cs_tops(const cs_top_step *steps, long count, const float *losses, const float *needs,
             float need_share, const uint64_t *classes, float *keys, int32_t *places);

// Four limits, four words.
void cs_above(const float *row, const float *limits, uint64_t *words);
void cs_below(const float *row, const float *limits, uint64_t *words);

void cs_ranks(const float *rows, const int32_t *chosen, long count, const float *limits,
              uint64_t *words);

#endif

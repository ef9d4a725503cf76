#ifndef CSAMPLING_H
#define CSAMPLING_H

#include <stdint.h>

// The inner loops of sampling with the vector instructions of the machine that runs them.
//
// `SampleKernel.swift` says what they do; `SwiftSampleKernel` is the reference, which they equal to the last
// bit. Rows are CS_LANES floats in a line.

#define CS_LANES 64

enum { CS_MOVED = 0, CS_GREATEST = 1, CS_MIXED = 2 };

enum {
  CS_QUANTILES = 0,
  CS_UNIFORM = 1,
  CS_COPY = 2,
  CS_AT_LEAST = 3,
  CS_ABOVE = 4,
  CS_GROUP = 5,
  CS_SPAN = 6,
  CS_PRIVACY = 7,
  CS_LEAST = 8
};

enum { CS_FALLING = 0, CS_RISING = 1, CS_AT_MOST = 2 };

// Words in a row of steps: which draws have step 0, 1, 2, 3, 4; three are unused.
#define CS_STEP_WORDS 8

// A row that is read is negative where there is none.
typedef struct {
  int32_t kind, out, one, two, three, four, first_node, node_count;
  float low, high, base, span;
  uint64_t origin;
} cs_supply_step;

typedef struct {
  int32_t kind, row, out;
  float limits[4];
} cs_limit_step;

typedef struct {
  int32_t out, below, supply, other, factor;
  float scale, shift;
} cs_ladder_step;

// `draw` is a row of draws, or with `rise` the words of draws that move down and up.
typedef struct {
  int32_t kind, out, down, same, up, draw, rise;
} cs_row_step;

// `from` is negative where the step before is gone on with, `to` where nobody else reads the sum.
typedef struct {
  int32_t from, to, row, weight, first, last;
} cs_sum_step;

typedef struct {
  int32_t other, out;
} cs_join_step;

// Caps are four words: safeguards, prepare, critical, cannot say.
// Moves are words of draws; negative where nothing moves.
typedef struct {
  int32_t out, steps, sets, coin, down, up, other_down, other_up;
} cs_cap_step;

typedef struct {
  int32_t out, first, refusing, last;
} cs_group_step;

typedef struct {
  int32_t first, last;
  int32_t unused[2];
  uint64_t settled[4];
} cs_pair_step;

typedef struct {
  int32_t good, pair, loss, need;
} cs_top_step;

typedef struct {
  int32_t first, last, out;
  float share;
} cs_mean_step;

void cs_ladders(const cs_ladder_step *steps, long count, const float *supplies,
                const float *draws, float *losses);

void cs_rows(const cs_row_step *steps, long count, const float *draws, const uint64_t *bits,
             float *losses);

void cs_supplies(const cs_supply_step *steps, long count, const float *nodes, long block,
                 float *rows);

void cs_limits(const cs_limit_step *steps, long count, const float *rows, uint64_t *words);

// `link` and `values` may be null.
void cs_fits(const cs_sum_step *steps, long count, const cs_join_step *joins, const float *draws,
             const float *link, const float *losses, float *sums, const float *limits,
             long limit_count, uint64_t *words, float *values);

void cs_uniforms(uint64_t origin, long block, float *row);

void cs_quantiles(uint64_t origin, long block, const float *nodes, long count, float *row);

// Five masks a set.
void cs_caps(const cs_cap_step *steps, long count, const uint64_t *words, const uint64_t *bits,
             const int32_t *sets, const uint64_t *masks, uint64_t *caps);

void cs_groups(const cs_group_step *steps, long count, const int32_t *list, long policy,
               uint64_t *caps);

// Four counts a pair; `classes`, five words a pair, may be null.
void cs_classes(const cs_pair_step *steps, long count, const int32_t *list, const uint64_t *caps,
                uint64_t used, uint64_t *classes, uint64_t *counts);

void cs_tops(const cs_top_step *steps, long count, const float *losses, const float *needs,
             float need_share, const uint64_t *classes, float *keys, int32_t *places);

void cs_means(const cs_mean_step *steps, long count, const int32_t *list, const float *rows,
              float *means);

// Four limits, four words.
void cs_above(const float *row, const float *limits, uint64_t *words);
void cs_below(const float *row, const float *limits, uint64_t *words);

void cs_ranks(const float *rows, const int32_t *chosen, long count, const float *limits,
              uint64_t *words);

#endif

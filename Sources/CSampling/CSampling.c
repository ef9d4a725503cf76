#include "CSampling.h"

#include <string.h>

// A fused product and sum rounds once where Swift rounds twice.
#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONES
#endif

#define INLINE static inline __attribute__((always_inline))

// Sixteen lanes; the compiler makes of them what the machine has. Rows are best aligned, but need not be.
typedef float lanes16 __attribute__((ext_vector_type(16)));
typedef float row16 __attribute__((ext_vector_type(16), aligned(4)));
typedef _Bool flags16 __attribute__((ext_vector_type(16)));

typedef uint64_t words4 __attribute__((ext_vector_type(4)));
typedef uint64_t caps4 __attribute__((ext_vector_type(4), aligned(8)));

typedef int32_t ints16 __attribute__((ext_vector_type(16)));
typedef int32_t places16 __attribute__((ext_vector_type(16), aligned(4)));

#define PARTS (CS_LANES / 16)
#define EACH_PART _Pragma("clang loop unroll(full)") for (int part = 0; part < PARTS; part++)

INLINE const row16 *row_of(const float *rows, long number) {
  return (const row16 *)(rows + number * CS_LANES);
}

INLINE row16 *room_of(float *rows, long number) { return (row16 *)(rows + number * CS_LANES); }

// Macros, since vectors that are arguments are passed differently in each clone.
#define GREATER(one, two) ((two) > (one) ? (two) : (one))

// Comparisons of sixteen lanes as bits.
#define BITS(comparison, part)                                                                    \
  ({                                                                                              \
    flags16 flags = __builtin_convertvector((comparison), flags16);                               \
    uint16_t bits;                                                                                \
    memcpy(&bits, &flags, sizeof bits);                                                           \
    (uint64_t)bits << (16 * (part));                                                              \
  })

CLONES void cs_ladders(const cs_ladder_step *steps, long count, const float *supplies,
                       const float *draws, float *losses) {
  const lanes16 zero = 0, full = 1;
  for (long number = 0; number < count; number++) {
    const cs_ladder_step step = steps[number];
    row16 *out = room_of(losses, step.out);
    const row16 *supply = row_of(supplies, step.supply);
    const row16 *other = row_of(supplies, step.other < 0 ? step.supply : step.other);
    const row16 *factor = row_of(draws, step.factor);
    const row16 *below = row_of(losses, step.below < 0 ? 0 : step.below);
    const lanes16 scale = step.scale, shift = step.shift;
    EACH_PART {
      lanes16 least = other[part] < supply[part] ? other[part] : supply[part];
      lanes16 product = scale * (least * factor[part]);
      lanes16 loss = shift - product;
      loss = loss < zero ? zero : loss;
      loss = loss > full ? full : loss;
      if (step.below >= 0) loss = GREATER(loss, below[part]);
      out[part] = loss;
    }
  }
}

CLONES void cs_rows(const cs_row_step *steps, long count, const float *draws, float *losses) {
  const lanes16 zero = 0;
  for (long number = 0; number < count; number++) {
    const cs_row_step step = steps[number];
    row16 *out = room_of(losses, step.out);
    const row16 *down = row_of(losses, step.down);
    const row16 *same = row_of(losses, step.same);
    const row16 *up = row_of(losses, step.up);
    const row16 *draw = row_of(draws, step.draw);
    if (step.kind == CS_GREATEST) {
      EACH_PART out[part] = GREATER(down[part], same[part]);
    } else if (step.kind == CS_MIXED) {
      EACH_PART {
        lanes16 product = draw[part] * (same[part] - down[part]);
        out[part] = down[part] + product;
      }
    } else {
      EACH_PART {
        lanes16 one = down[part], two = same[part], three = up[part], move = draw[part];
        lanes16 value = move < zero ? one : two;
        out[part] = move > zero ? three : value;
      }
    }
  }
}

CLONES void cs_sums(const cs_sum_step *steps, long count, const float *draws, const float *losses,
                    float *sums) {
  lanes16 sum[PARTS], most[PARTS];
  int is_carried = 0;
  for (long number = 0; number < count; number++) {
    const cs_sum_step step = steps[number];
    const row16 *row = row_of(losses, step.row);
    const row16 *weight = row_of(draws, step.weight);
    if (!is_carried) {
      const row16 *from = row_of(sums, 2 * (long)step.from);
      EACH_PART {
        sum[part] = from[part];
        most[part] = from[PARTS + part];
      }
    }
    EACH_PART {
      lanes16 loss = row[part], product = weight[part] * loss;
      sum[part] = sum[part] + product;
      most[part] = GREATER(most[part], loss);
    }
    is_carried = !step.is_kept;
    if (is_carried) continue;
    row16 *to = room_of(sums, 2 * (long)step.to);
    EACH_PART {
      to[part] = sum[part];
      to[PARTS + part] = most[part];
    }
  }
}

CLONES void cs_joins(const cs_join_step *steps, long count, const float *link, const float *sums,
                     const float *limits, long limit_count, uint64_t *words, float *values) {
  for (long number = 0; number < count; number++) {
    const row16 *one = row_of(sums, 2 * (long)steps[number].one);
    const row16 *two = row_of(sums, 2 * (long)steps[number].two);
    lanes16 value[PARTS];
    EACH_PART {
      value[part] = one[part] + two[part];
      if (link) {
        lanes16 first = one[PARTS + part], second = two[PARTS + part];
        lanes16 product = row_of(link, 0)[part] * GREATER(first, second);
        value[part] = value[part] + product;
      }
      if (values) room_of(values, number)[part] = value[part];
    }
    for (long limit = 0; limit < 4; limit++) {
      if (limit >= limit_count) {
        words[4 * number + limit] = 0;
        continue;
      }
      const lanes16 bound = limits[limit];
      uint64_t word = 0;
      EACH_PART word |= BITS(value[part] > bound, part);
      words[4 * number + limit] = word;
    }
  }
}

CLONES void cs_above(const float *row, const float *limits, uint64_t *words) {
  for (int limit = 0; limit < 4; limit++) {
    const lanes16 bound = limits[limit];
    uint64_t word = 0;
    EACH_PART word |= BITS(row_of(row, 0)[part] > bound, part);
    words[limit] = word;
  }
}

CLONES void cs_below(const float *row, const float *limits, uint64_t *words) {
  for (int limit = 0; limit < 4; limit++) {
    const lanes16 bound = limits[limit];
    uint64_t word = 0;
    EACH_PART word |= BITS(row_of(row, 0)[part] < bound, part);
    words[limit] = word;
  }
}

CLONES void cs_ranks(const float *rows, const int32_t *chosen, long count, const float *limits,
                     uint64_t *words) {
  const lanes16 zero = 0, one = 1;
  for (long number = 0; number < count; number++) {
    const row16 *mine = row_of(rows, chosen[number]);
    lanes16 rank[PARTS];
    EACH_PART rank[part] = one;
    for (long other = 0; other < count; other++) {
      const row16 *its = row_of(rows, chosen[other]);
      EACH_PART rank[part] += its[part] < mine[part] ? one : zero;
    }
    for (int limit = 0; limit < 4; limit++) {
      const lanes16 bound = limits[limit];
      uint64_t word = 0;
      EACH_PART word |= BITS(rank[part] <= bound, part);
      words[4 * (long)chosen[number] + limit] = word;
    }
  }
}

CLONES void cs_quantiles(uint64_t origin, long block, const float *nodes, long count, float *row) {
  const uint64_t golden = 0x9e3779b97f4a7c15u;
  const float steps = (float)(count - 1);
  uint64_t words[CS_LANES / 2];
  for (long pair = 0; pair < CS_LANES / 2; pair++) {
    uint64_t word = origin + (uint64_t)(block * (CS_LANES / 2) + pair + 1) * golden;
    word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9u;
    word = (word ^ (word >> 27)) * 0x94d049bb133111ebu;
    words[pair] = word ^ (word >> 31);
  }
  for (int lane = 0; lane < CS_LANES; lane++) {
    int32_t bits = (int32_t)(words[lane / 2] >> (lane % 2 ? 18 : 41)) & 0x7fffff;
    float place = (((float)bits + 0.5f) * 0x1p-23f) * steps;
    int32_t step = (int32_t)place;
    float low = nodes[step];
    float product = (place - (float)step) * (nodes[step + 1] - low);
    row[lane] = low + product;
  }
}

CLONES void cs_flags(const cs_flag_step *steps, long count, const uint64_t *bits, uint64_t *caps) {
  for (long number = 0; number < count; number++) {
    const cs_flag_step *step = &steps[number];
    uint64_t all = step->coin < 0 ? ~(uint64_t)0 : bits[step->coin];
    uint64_t down = all & bits[step->down], up = all & bits[step->up], same = all & ~(down | up);
    const caps4 *sets = (const caps4 *)step->caps;
    words4 one = sets[0] & down, two = sets[1] & same, three = sets[2] & up;
    *(caps4 *)(caps + 4 * (long)step->out) = one | two | three;
  }
}

CLONES void cs_groups(const cs_group_step *steps, long count, const int32_t *list, long policy,
                      uint64_t *caps) {
  for (long number = 0; number < count; number++) {
    const cs_group_step step = steps[number];
    words4 joined = 0;
    // Draws that at least one, two, three of the flags refuse.
    uint64_t one = 0, two = 0, three = 0;
    for (int32_t position = step.first; position < step.refusing; position++) {
      const caps4 cap = *(const caps4 *)(caps + 4 * (long)list[position]);
      joined |= cap;
      three |= two & cap[2];
      two |= one & cap[2];
      one |= cap[2];
    }
    for (int32_t position = step.refusing; position < step.last; position++)
      joined |= *(const caps4 *)(caps + 4 * (long)list[position]);
    joined[2] = policy == 1 ? one : policy == 2 ? two : three;
    *(caps4 *)(caps + 4 * (long)step.out) = joined;
  }
}

CLONES void cs_classes(const cs_pair_step *steps, long count, const int32_t *list,
                       const uint64_t *caps, uint64_t used, uint64_t *classes, int32_t *counts) {
  for (long number = 0; number < count; number++) {
    const cs_pair_step *step = &steps[number];
    words4 joined = *(const caps4 *)step->settled;
    for (int32_t position = step->first; position < step->last; position++)
      joined |= *(const caps4 *)(caps + 4 * (long)list[position]);
    uint64_t open = used & ~joined[3] & ~joined[2];
    uint64_t *out = classes + 5 * number;
    out[0] = open & ~joined[1] & ~joined[0];
    out[1] = open & ~joined[1] & joined[0];
    out[2] = open & joined[1];
    out[3] = used & ~joined[3] & joined[2];
    out[4] = used & joined[3];
    for (int place = 0; place < 5; place++)
      counts[5 * number + place] += __builtin_popcountll(out[place]);
  }
}

// Sixteen bits of a word as lanes.
#define LANES_OF(word, part)                                                                      \
  ({                                                                                              \
    uint16_t bits = (uint16_t)((word) >> (16 * (part)));                                          \
    flags16 flags;                                                                                \
    memcpy(&flags, &bits, sizeof bits);                                                           \
    -__builtin_convertvector(flags, ints16);                                                      \
  })

CLONES void cs_tops(const cs_top_step *steps, long count, const float *losses, const float *needs,
                    float need_share, const uint64_t *classes, float *keys, int32_t *places) {
  const lanes16 one = 1, two = 2, none = -1, share = need_share, rest = 1 - need_share;
  // Part by part: ten rows of sixteen lanes stay where they are, and most goods do not reach the last.
  for (int part = 0; part < PARTS; part++) {
    lanes16 worst = room_of(keys, 9)[part];
    for (long number = 0; number < count; number++) {
      const cs_top_step step = steps[number];
      const uint64_t *words = classes + 5 * (long)step.good;
      if (!(uint16_t)((words[0] | words[1]) >> (16 * part))) continue;
      ints16 is_adopt = LANES_OF(words[0], part), stands = is_adopt | LANES_OF(words[1], part);
      lanes16 fit = rest * (one - row_of(losses, step.loss)[part]);
      lanes16 wanted = share * row_of(needs, step.need)[part];
      lanes16 priority = fit + wanted;
      lanes16 key = stands ? priority : none;
      key = is_adopt ? key + two : key;
      if (!BITS((key >= worst) & stands, 0)) continue;
      ints16 place = step.good;
      for (int rank = 0; rank < 10; rank++) {
        row16 *row = &room_of(keys, rank)[part];
        places16 *ids = (places16 *)(places + rank * CS_LANES + part * 16);
        lanes16 held = *row;
        // Of equal ones the good that comes first in the list stands first.
        ints16 who = *ids, wins = (key > held) | ((key == held) & (place < who));
        lanes16 kept = wins ? key : held;
        *row = kept;
        *ids = wins ? place : who;
        key = wins ? held : key;
        place = wins ? who : place;
        worst = kept;
      }
    }
  }
}

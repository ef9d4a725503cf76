#include "CSampling.h"

#include <string.h>

// A fused product and sum rounds once where Swift rounds twice.
#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
// One more for machines that count the bits of vectors.
#define COUNTING_CLONES                                                                           \
  __attribute__((                                                                                 \
      target_clones("avx512vpopcntdq", "arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONES
#define COUNTING_CLONES
#endif

#define INLINE static inline __attribute__((always_inline))

// Sixteen lanes; the compiler makes of them what the machine has. Rows are best aligned, but need not be.
typedef float lanes16 __attribute__((ext_vector_type(16)));
typedef float row16 __attribute__((ext_vector_type(16), aligned(4)));
typedef _Bool flags16 __attribute__((ext_vector_type(16)));
typedef _Bool flags32 __attribute__((ext_vector_type(32)));
typedef _Bool flags64 __attribute__((ext_vector_type(64)));

typedef uint64_t words4 __attribute__((ext_vector_type(4)));
typedef uint64_t caps4 __attribute__((ext_vector_type(4), aligned(8)));

typedef float row32 __attribute__((ext_vector_type(32), aligned(4)));
typedef uint64_t words8 __attribute__((ext_vector_type(8)));

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

// Whether a comparison of sixteen lanes holds in any.
#define ANY(comparison)                                                                           \
  ({                                                                                              \
    flags16 flags = __builtin_convertvector((comparison), flags16);                               \
    uint16_t bits;                                                                                \
    memcpy(&bits, &flags, sizeof bits);                                                           \
    bits != 0;                                                                                    \
  })

// Comparisons of all parts as a word; joined as flags, which stay in mask registers where there are any.
#define WORD(comparison)                                                                          \
  ({                                                                                              \
    flags16 parts[PARTS];                                                                         \
    EACH_PART parts[part] = __builtin_convertvector((comparison), flags16);                       \
    flags32 low = __builtin_shufflevector(parts[0], parts[1], 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,   \
                                          11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, \
                                          25, 26, 27, 28, 29, 30, 31);                            \
    flags32 high = __builtin_shufflevector(parts[2], parts[3], 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,  \
                                           11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,    \
                                           24, 25, 26, 27, 28, 29, 30, 31);                       \
    flags64 all = __builtin_shufflevector(                                                        \
        low, high, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,  \
        22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,   \
        44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63);          \
    uint64_t word;                                                                                \
    memcpy(&word, &all, sizeof word);                                                             \
    word;                                                                                         \
  })

// Sixteen bits of a word as lanes.
#define LANES_OF(word, part)                                                                      \
  ({                                                                                              \
    uint16_t bits = (uint16_t)((word) >> (16 * (part)));                                          \
    flags16 flags;                                                                                \
    memcpy(&flags, &bits, sizeof bits);                                                           \
    -__builtin_convertvector(flags, ints16);                                                      \
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

CLONES void cs_rows(const cs_row_step *steps, long count, const float *draws, const uint64_t *bits,
                    float *losses) {
  for (long number = 0; number < count; number++) {
    const cs_row_step step = steps[number];
    row16 *out = room_of(losses, step.out);
    const row16 *down = row_of(losses, step.down);
    const row16 *same = row_of(losses, step.same);
    const row16 *up = row_of(losses, step.up);
    if (step.kind == CS_GREATEST) {
      EACH_PART out[part] = GREATER(down[part], same[part]);
    } else if (step.kind == CS_MIXED) {
      const row16 *draw = row_of(draws, step.draw);
      EACH_PART {
        lanes16 product = draw[part] * (same[part] - down[part]);
        out[part] = down[part] + product;
      }
    } else {
      const uint64_t falls = bits[step.draw], rises = bits[step.rise];
      EACH_PART {
        ints16 is_down = LANES_OF(falls, part), is_up = LANES_OF(rises, part);
        lanes16 value = is_down ? down[part] : same[part];
        out[part] = is_up ? up[part] : value;
      }
    }
  }
}

// Inlined where link, limits and values are constants: no loop asks for them then.
INLINE void fits_of(const cs_sum_step *steps, long count, const cs_join_step *joins,
                    const float *draws, const float *link, const float *losses, float *sums,
                    const float *limits, long limit_count, uint64_t *words, float *values) {
  lanes16 sum[PARTS], most[PARTS];
  EACH_PART sum[part] = most[part] = 0;
  for (long number = 0; number < count; number++) {
    const cs_sum_step step = steps[number];
    const row16 *row = row_of(losses, step.row);
    const row16 *weight = row_of(draws, step.weight);
    if (step.from >= 0) {
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
    if (step.to >= 0) {
      row16 *to = room_of(sums, 2 * (long)step.to);
      EACH_PART {
        to[part] = sum[part];
        to[PARTS + part] = most[part];
      }
    }
    for (long join = step.first; join < step.last; join++) {
      const cs_join_step with = joins[join];
      const row16 *other = row_of(sums, 2 * (long)with.other);
      lanes16 value[PARTS];
      EACH_PART value[part] = sum[part] + other[part];
      if (link) EACH_PART {
        lanes16 second = other[PARTS + part];
        lanes16 product = row_of(link, 0)[part] * GREATER(most[part], second);
        value[part] = value[part] + product;
      }
      if (values) EACH_PART room_of(values, with.out)[part] = value[part];
      uint64_t *out = words + 4 * (long)with.out;
      for (long limit = 0; limit < limit_count; limit++) {
        const lanes16 bound = limits[limit];
        out[limit] = WORD(value[part] > bound);
      }
    }
  }
}

CLONES void cs_fits(const cs_sum_step *steps, long count, const cs_join_step *joins,
                    const float *draws, const float *link, const float *losses, float *sums,
                    const float *limits, long limit_count, uint64_t *words, float *values) {
  if (link && limit_count == 2 && !values)
    fits_of(steps, count, joins, draws, link, losses, sums, limits, 2, words, NULL);
  else
    fits_of(steps, count, joins, draws, link, losses, sums, limits, limit_count, words, values);
}

CLONES void cs_above(const float *row, const float *limits, uint64_t *words) {
  for (int limit = 0; limit < 4; limit++) {
    const lanes16 bound = limits[limit];
    words[limit] = WORD(row_of(row, 0)[part] > bound);
  }
}

CLONES void cs_below(const float *row, const float *limits, uint64_t *words) {
  for (int limit = 0; limit < 4; limit++) {
    const lanes16 bound = limits[limit];
    words[limit] = WORD(row_of(row, 0)[part] < bound);
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
      words[4 * (long)chosen[number] + limit] = WORD(rank[part] <= bound);
    }
  }
}

// Numbers of a stream in the lanes of a block. A word holds two, put where a little-endian machine reads
// them in order.
INLINE void fill_uniform(uint64_t origin, long block, float *row) {
  const uint64_t golden = 0x9e3779b97f4a7c15u, low = 0x7fffff, high = low << 32;
  const words8 numbers = {1, 2, 3, 4, 5, 6, 7, 8};
  EACH_PART {
    words8 word = origin + ((uint64_t)(block * (CS_LANES / 2) + 8 * part) + numbers) * golden;
    word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9u;
    word = (word ^ (word >> 27)) * 0x94d049bb133111ebu;
    word = word ^ (word >> 31);
    word = ((word >> 41) & low) | ((word << 14) & high);
    ints16 bits;
    memcpy(&bits, &word, sizeof bits);
    room_of(row, 0)[part] = (__builtin_convertvector(bits, lanes16) + 0.5f) * 0x1p-23f;
  }
}

INLINE void fill_quantiles(uint64_t origin, long block, const float *nodes, long count,
                           float *row) {
  const float steps = (float)(count - 1);
  fill_uniform(origin, block, row);
  EACH_PART {
    lanes16 place = row_of(row, 0)[part] * steps;
    ints16 step = __builtin_convertvector(place, ints16);
    // Both nodes of a lane at once: faster than gathering them, which is slow on many machines.
    int32_t first[16];
    float pairs[32];
    memcpy(first, &step, sizeof first);
    for (int lane = 0; lane < 16; lane++) memcpy(pairs + 2 * lane, nodes + first[lane], 8);
    row32 both;
    memcpy(&both, pairs, sizeof both);
    lanes16 low = both.even, next = both.odd;
    lanes16 product = (place - __builtin_convertvector(step, lanes16)) * (next - low);
    room_of(row, 0)[part] = low + product;
  }
}

CLONES void cs_uniforms(uint64_t origin, long block, float *row) {
  fill_uniform(origin, block, row);
}

CLONES void cs_quantiles(uint64_t origin, long block, const float *nodes, long count, float *row) {
  fill_quantiles(origin, block, nodes, count, row);
}

CLONES void cs_supplies(const cs_supply_step *steps, long count, const float *nodes, long block,
                        float *rows) {
  const lanes16 zero = 0, full = 100;
  for (long number = 0; number < count; number++) {
    const cs_supply_step step = steps[number];
    row16 *out = room_of(rows, step.out);
    const row16 *one = row_of(rows, step.one < 0 ? 0 : step.one);
    const row16 *two = row_of(rows, step.two < 0 ? 0 : step.two);
    const row16 *three = row_of(rows, step.three < 0 ? 0 : step.three);
    const row16 *four = row_of(rows, step.four < 0 ? 0 : step.four);
    const lanes16 base = step.base, span = step.span;
    lanes16 value[PARTS];
    switch (step.kind) {
    case CS_COPY:
      EACH_PART value[part] = one[part];
      break;
    case CS_GROUP:
      EACH_PART {
        lanes16 total = one[part], low = (total - span) / base, high = total / base;
        low = low < zero ? zero : low;
        high = high > full ? full : high;
        if (step.three >= 0) high = high > total ? total : high;
        lanes16 product = two[part] * (high - low);
        value[part] = low + product;
      }
      break;
    case CS_SPAN:
      EACH_PART value[part] = two[part] * (step.one < 0 ? full : (lanes16)one[part]);
      break;
    case CS_PRIVACY:
      EACH_PART {
        lanes16 product = span * one[part];
        value[part] = (base + product) * 0.5f + two[part] * 0.25f + three[part] * 0.25f;
      }
      break;
    case CS_LEAST:
      EACH_PART {
        lanes16 least = one[part];
        least = two[part] < least ? two[part] : least;
        if (step.three >= 0) least = three[part] < least ? three[part] : least;
        if (step.four >= 0) least = four[part] < least ? four[part] : least;
        value[part] = least;
      }
      break;
    default:
      if (step.kind == CS_QUANTILES || step.kind == CS_AT_LEAST)
        fill_quantiles(step.origin, block, nodes + step.first_node, step.node_count,
                       rows + (long)step.out * CS_LANES);
      else
        fill_uniform(step.origin, block, rows + (long)step.out * CS_LANES);
      EACH_PART value[part] = out[part];
      if (step.kind == CS_AT_LEAST) EACH_PART value[part] = GREATER(one[part], value[part]);
      if (step.kind == CS_ABOVE) EACH_PART {
        lanes16 low = one[part] > zero ? one[part] : zero;
        if (step.two >= 0) low = two[part] > low ? two[part] : low;
        lanes16 product = value[part] * (full - low);
        value[part] = low + product;
      }
    }
    const lanes16 lowest = step.low, highest = step.high;
    EACH_PART {
      lanes16 held = value[part] < lowest ? lowest : value[part];
      out[part] = held > highest ? highest : held;
    }
  }
}

CLONES void cs_limits(const cs_limit_step *steps, long count, const float *rows, uint64_t *words) {
  for (long number = 0; number < count; number++) {
    const cs_limit_step *step = &steps[number];
    const row16 *row = row_of(rows, step->row);
    uint64_t *out = words + CS_STEP_WORDS * (long)step->out;
    // Draws that pass each limit.
    uint64_t passed[4];
    for (int limit = 0; limit < 4; limit++) {
      const lanes16 bound = step->limits[limit];
      passed[limit] =
          ~(step->kind == CS_FALLING ? WORD(row[part] < bound) : WORD(row[part] > bound));
    }
    if (step->kind == CS_AT_MOST) {
      for (int limit = 0; limit < 4; limit++)
        out[limit] = step->limits[limit] < 0 ? 0 : passed[limit];
      continue;
    }
    out[0] = passed[0];
    for (int limit = 1; limit < 4; limit++) out[limit] = passed[limit] & ~passed[limit - 1];
    out[4] = ~passed[3];
  }
}

// Draws whose step is in each of the sets of masks.
#define CAPS_OF(set)                                                                              \
  ({                                                                                              \
    const caps4 *mask = (const caps4 *)masks + 5 * (long)sets[set];                               \
    (mask[0] & zero) | (mask[1] & one) | (mask[2] & two) | (mask[3] & three) | (mask[4] & four);  \
  })

CLONES void cs_caps(const cs_cap_step *steps, long count, const uint64_t *words,
                    const uint64_t *bits, const int32_t *sets, const uint64_t *masks,
                    uint64_t *caps) {
  for (long number = 0; number < count; number++) {
    const cs_cap_step step = steps[number];
    const uint64_t *row = words + CS_STEP_WORDS * (long)step.steps;
    const words4 zero = row[0], one = row[1], two = row[2], three = row[3], four = row[4];
    const uint64_t all = step.coin < 0 ? ~(uint64_t)0 : bits[step.coin];
    words4 joined;
    if (step.down < 0) {
      joined = CAPS_OF(step.sets) & all;
    } else {
      const uint64_t down = all & bits[step.down], up = all & bits[step.up];
      const uint64_t moves[3] = {down, all & ~(down | up), up};
      joined = 0;
      if (step.other_down < 0) {
        for (int move = 0; move < 3; move++) joined |= CAPS_OF(step.sets + move) & moves[move];
      } else {
        const uint64_t falls = bits[step.other_down], rises = bits[step.other_up];
        const uint64_t others[3] = {falls, ~(falls | rises), rises};
        for (int move = 0; move < 3; move++)
          for (int other = 0; other < 3; other++)
            joined |= CAPS_OF(step.sets + 3 * move + other) & (moves[move] & others[other]);
      }
    }
    *(caps4 *)(caps + 4 * (long)step.out) = joined;
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

// Words of a vector at places.
#define AT(vector, a, b, c, d) __builtin_shufflevector(vector, vector, a, b, c, d)

COUNTING_CLONES void cs_classes(const cs_pair_step *steps, long count, const int32_t *list,
                                const uint64_t *caps, uint64_t used, uint64_t *classes,
                                uint64_t *counts) {
  const uint64_t all = ~(uint64_t)0;
  // Adopt, with safeguards, prepare first, not now: none of the caps that stand for a later one, and its own.
  const words4 refused = {all, all, all, 0}, prepare = {all, all, 0, 0}, safeguards = {all, 0, 0, 0};
  const words4 any_prepare = {0, 0, 0, all}, any_safeguards = {0, 0, all, all};
  for (long number = 0; number < count; number++) {
    const cs_pair_step *step = &steps[number];
    words4 joined = *(const caps4 *)step->settled;
    _Pragma("clang loop unroll(disable)")
    for (int32_t position = step->first; position < step->last; position++)
      joined |= *(const caps4 *)(caps + 4 * (long)list[position]);
    words4 out = used & ~AT(joined, 3, 3, 3, 3) & (AT(joined, 2, 2, 2, 2) ^ refused);
    out &= (AT(joined, 1, 1, 1, 1) ^ prepare) | any_prepare;
    out &= (AT(joined, 0, 0, 0, 0) ^ safeguards) | any_safeguards;
    *(caps4 *)(counts + 4 * number) += __builtin_elementwise_popcount(out);
    if (!classes) continue;
    *(caps4 *)(classes + 5 * number) = out;
    classes[5 * number + 4] = used & joined[3];
  }
}

// Of equal ones the good that comes first in the list stands first.
#define WINS(key, place, held, who) (((key) > (held)) | (((key) == (held)) & ((place) < (who))))

CLONES void cs_tops(const cs_top_step *steps, long count, const float *losses, const float *needs,
                    float need_share, const uint64_t *classes, float *keys, int32_t *places) {
  const lanes16 one = 1, two = 2, none = -1, share = need_share, rest = 1 - need_share;
  // Part by part: ten rows of sixteen lanes stay where they are, and most goods do not reach the last.
  for (int part = 0; part < PARTS; part++) {
    lanes16 worst = room_of(keys, 9)[part];
    for (long number = 0; number < count; number++) {
      const cs_top_step step = steps[number];
      const uint64_t *words = classes + 5 * (long)step.pair;
      if (!(uint16_t)((words[0] | words[1]) >> (16 * part))) continue;
      ints16 is_adopt = LANES_OF(words[0], part), stands = is_adopt | LANES_OF(words[1], part);
      lanes16 fit = rest * (one - row_of(losses, step.loss)[part]);
      lanes16 wanted = share * row_of(needs, step.need)[part];
      lanes16 priority = fit + wanted;
      lanes16 key = stands ? priority : none;
      key = is_adopt ? key + two : key;
      if (!ANY((key >= worst) & stands)) continue;
      ints16 place = step.good;
      // From the last place up, as far as it gets: goods that are often first come first.
      row16 *row = &room_of(keys, 9)[part];
      places16 *ids = (places16 *)(places + 9 * CS_LANES + part * 16);
      ints16 wins = WINS(key, place, *row, *ids);
      for (int rank = 9; rank > 0; rank--) {
        row16 *above = &room_of(keys, rank - 1)[part];
        places16 *its = (places16 *)(places + (rank - 1) * CS_LANES + part * 16);
        const lanes16 held = *above;
        const ints16 who = *its, passes = WINS(key, place, held, who);
        const lanes16 kept = wins ? key : (lanes16)*row;
        const ints16 kept_who = wins ? place : (ints16)*ids;
        *row = passes ? held : kept;
        *ids = passes ? who : kept_who;
        row = above;
        ids = its;
        wins = passes;
        if (!ANY(passes)) break;
      }
      *row = wins ? key : (lanes16)*row;
      *ids = wins ? place : (ints16)*ids;
      worst = room_of(keys, 9)[part];
    }
  }
}

CLONES void cs_means(const cs_mean_step *steps, long count, const int32_t *list, const float *rows,
                     float *means) {
  for (long number = 0; number < count; number++) {
    const cs_mean_step step = steps[number];
    const lanes16 share = step.share;
    lanes16 sum[PARTS];
    EACH_PART sum[part] = 0;
    for (long place = step.first; place < step.last; place++)
      EACH_PART sum[part] += row_of(rows, list[place])[part];
    EACH_PART room_of(means, step.out)[part] = sum[part] * share;
  }
}

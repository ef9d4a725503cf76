"""Rank statistics: Spearman, areas under the curve, checkerboard, variance shares."""

import random

SEED = 20261123
SHUFFLES = 20
QUADRUPLES = 200_000


def ranks(values):
    """Ranks from 1, ties at their mean."""
    order = sorted(range(len(values)), key=values.__getitem__)
    result = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for place in range(start, end + 1):
            result[order[place]] = (start + end) / 2 + 1
        start = end + 1
    return result


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else float("nan")


def deviation(values):
    middle = mean(values)
    return (sum((value - middle) ** 2 for value in values) / (len(values) - 1)) ** 0.5


def pearson(left, right):
    a, b = mean(left), mean(right)
    both = sum((x - a) * (y - b) for x, y in zip(left, right))
    one = sum((x - a) ** 2 for x in left)
    two = sum((y - b) ** 2 for y in right)
    return both / (one * two) ** 0.5 if one > 0 and two > 0 else float("nan")


def spearman(left, right):
    return pearson(ranks(left), ranks(right))


def area(values, labels):
    """Chance that a labelled one stands above another, ties half; None without both kinds."""
    positives = sum(labels)
    negatives = len(labels) - positives
    if not positives or not negatives:
        return None
    total = sum(rank for rank, label in zip(ranks(values), labels) if label)
    return (total - positives * (positives + 1) / 2) / (positives * negatives)


def variance_shares(rows):
    """Shares of the variance between rows, between columns, and of what neither explains."""
    grand = mean(value for row in rows for value in row)
    by_row = [mean(row) for row in rows]
    by_column = [mean(column) for column in zip(*rows)]
    width, height = len(by_column), len(by_row)
    one = width * sum((value - grand) ** 2 for value in by_row)
    two = height * sum((value - grand) ** 2 for value in by_column)
    total = sum((value - grand) ** 2 for row in rows for value in row)
    return one / total, two / total, (total - one - two) / total


def overlap(sets):
    """Mean Jaccard index over all pairs of sets."""
    shares = []
    for position, one in enumerate(sets):
        for two in sets[position + 1:]:
            shares.append(len(one & two) / len(one | two))
    return mean(shares)


class Labels:
    """Which cells of a country x good table are positive, negative, or do not count."""

    def __init__(self, positive, ignored, countries, goods, seed=SEED):
        self.countries, self.goods = countries, goods
        self.cells = sorted(positive)
        self.positive, self.ignored = positive, ignored
        self.quadruples = self.sample(random.Random(seed))

    def label(self, cell):
        return None if cell in self.ignored else cell in self.positive

    def sample(self, generator):
        """Pairs of positives whose crossed cells are negative."""
        found, tries = [], 0
        cells, positive, ignored = self.cells, self.positive, self.ignored
        while len(found) < QUADRUPLES and tries < 40 * QUADRUPLES:
            tries += 1
            c, g = cells[int(generator.random() * len(cells))]
            d, h = cells[int(generator.random() * len(cells))]
            if c == d or g == h:
                continue
            if (c, h) in positive or (d, g) in positive:
                continue
            if (c, h) in ignored or (d, g) in ignored:
                continue
            found.append((c, g, d, h))
        return found

    def checkerboard(self, table, without=None):
        """Share of quadruples that a score, `table[country][good]`, puts right; ties half.

        Sums that differ only by rounding are ties: a score of the country or the good alone gets .5.
        """
        wins, count = 0.0, 0
        for c, g, d, h in self.quadruples:
            if without is not None and without in (g, h):
                continue
            margin = table[c][g] + table[d][h] - table[c][h] - table[d][g]
            wins += 1 if margin > 1e-12 else 0.5 if margin >= -1e-12 else 0
            count += 1
        return wins / count if count else float("nan")

    def pooled(self, table):
        values, labels = [], []
        for c in self.countries:
            for g in self.goods:
                label = self.label((c, g))
                if label is not None:
                    values.append(table[c][g])
                    labels.append(label)
        return area(values, labels)

    def within(self, table, by_country):
        """Mean area within countries or within goods that have both kinds."""
        areas = []
        for one in self.countries if by_country else self.goods:
            values, labels = [], []
            for other in self.goods if by_country else self.countries:
                cell = (one, other) if by_country else (other, one)
                label = self.label(cell)
                if label is not None:
                    values.append(table[cell[0]][cell[1]])
                    labels.append(label)
            found = area(values, labels)
            if found is not None:
                areas.append(found)
        return mean(areas)

    def all_four(self, table):
        return (self.pooled(table), self.within(table, True), self.within(table, False),
                self.checkerboard(table))

    def null(self, table, measure, seed=SEED + 1):
        """Mean and deviation of a measure with profiles shuffled between goods."""
        generator = random.Random(seed)
        results = []
        for _ in range(SHUFFLES):
            mixed = list(self.goods)
            generator.shuffle(mixed)
            results.append(measure(
                {c: dict(zip(self.goods, map(table[c].__getitem__, mixed)))
                 for c in self.countries}))
        results = list(zip(*results)) if isinstance(results[0], tuple) else [tuple(results)]
        return [(mean(column), deviation(column)) for column in results]

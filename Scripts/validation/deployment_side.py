"""What recorded deployments say about fit, need and precedent."""

import random

from . import statistics as st
from .document import number
from .world import Precedent

MEASURES = ("pooled", "within country", "within good", "checkerboard")
WIDE = 100


def build(world, positive, ignored, goods):
    keep = set(goods)
    members = set(world.members)

    def inside(cells):
        return {(c, g) for c, g in cells if c in members and g in keep}

    return st.Labels(inside(positive), inside(ignored), world.members, goods)


def line(name, values, nulls=None):
    cells = [name]
    for position, value in enumerate(values):
        text = number(value)
        if nulls:
            text += f" ({number(nulls[position][0])}, {number(nulls[position][1])})"
        cells.append(text)
    return cells


def popularity(users, countries, goods):
    """Countries on record for each good: the same for every country."""
    count = {g: 0.0 for g in goods}
    for _, good in users:
        if good in count:
            count[good] += 1
    return {c: count for c in countries}


def run(world, pairs, out):
    out.heading("Deployment side")
    by_good = {}
    for _, good in world.recorded:
        by_good[good] = by_good.get(good, 0) + 1
    goods = [g for g in world.goods if by_good.get(g, 0) <= WIDE]
    labels = build(world, world.recorded, set(), goods)
    members, every = world.members, list(world.goods)
    precedent = Precedent(world)
    fit = {c: {g: pairs[c, g].fit for g in every} for c in members}
    need = {c: {g: pairs[c, g].need for g in every} for c in members}
    alike = precedent.table(world.recorded, members, every)
    differences = [abs(pairs[c, g].precedent - alike[c][g])
                   for c in members for g in every if pairs[c, g].precedent is not None]
    out.say(f"Positives are the {len(labels.cells):,} pairs of a UN member and a good that the "
            f"registry's record of 2024 or 2026 names; {len(goods)} goods, those with more than "
            f"{WIDE} countries left out. {len(labels.quadruples):,} quadruples are drawn for the "
            "checkerboard. In brackets: mean and standard deviation of the same measure with the "
            f"profiles shuffled between goods, {st.SHUFFLES} times.")
    if differences:
        out.say("Precedent is worked out anew here; it differs from the pairs' own by at most "
                f"{max(differences):.0e}." if max(differences) > 5e-9 else
                "Precedent is worked out anew here and agrees with the pairs' own.")
    body, found = [], {}
    for name, grid in (("fit", fit), ("need", need), ("precedent, the country left out", alike)):
        values = labels.all_four(grid)
        nulls = labels.null(grid, labels.all_four)
        found[name] = values, nulls
        body.append(line(name, values, nulls))
    online = {c: world.observations.get((c, "internet-users"), 0.0) for c in members}
    egov = {c: world.observations.get((c, "e-government"), 0.5) for c in members}
    others = [
        ("popularity of the good, the country counted", popularity(world.recorded, members, goods)),
        ("internet users of the country", {c: {g: online[c] for g in goods} for c in members}),
        ("institutional level x (1 - e-government index)",
         {c: {g: int(world.demand[g]["institutional"]) * (1 - egov[c]) for g in goods}
          for c in members}),
        ("same subregion alone, in the formula of precedent",
         precedent.table(world.recorded, members, goods, (0, 1, 0))),
    ]
    for name, grid in others:
        body.append(line(name, labels.all_four(grid)))
    out.table(("score", *MEASURES), body)
    whole = build(world, world.recorded, set(), every)
    out.say("Checkerboard with all 307 goods, the wide ones too "
            f"({len(whole.cells):,} positives): fit {number(whole.checkerboard(fit))}, need "
            f"{number(whole.checkerboard(need))}, precedent {number(whole.checkerboard(alike))}.")

    out.without_bar("Fit, checkerboard (null mean, deviation)", body[0][4])
    need_board = found["need"][0][3]
    middle, spread_ = found["need"][1][3]
    out.say(f"Need's checkerboard stands {number((need_board - middle) / spread_, 1)} deviations "
            "above its null, fit's "
            f"{number((found['fit'][0][3] - found['fit'][1][3][0]) / found['fit'][1][3][1], 1)}. The "
            "null's own mean must be near .5, since swapping the profiles of two goods turns every "
            "quadruple of theirs round.")
    out.bar("Need, checkerboard", "> .5", body[1][4], need_board > 0.5)
    temporal(world, precedent, fit, need, by_good, out)


def temporal(world, precedent, fit, need, by_good, out):
    out.heading("Temporal hold-out of precedent")
    members = world.members
    in_2024 = {g for _, g in world.early}
    versions = [
        ("strict", world.late,
         [g for g in world.goods if g in {good for _, good in world.late}
          and by_good.get(g, 0) <= WIDE],
         "goods with a list in both records; additions are countries that the record of 2024 "
         "does not name"),
        ("loose", world.late_any,
         [g for g in world.goods if by_good.get(g, 0) <= WIDE],
         "all goods; an addition is any pair of the 2026 record that the 2024 record does not "
         "name, also where it has no list for the good, so that nothing can be learned about it"),
        ("loose, wide goods too", world.late_any, list(world.goods),
         f"the same with goods of more than {WIDE} countries"),
    ]
    for name, late, goods, what in versions:
        labels = build(world, late, world.recorded - late, goods)
        scores = [
            ("precedent as shipped", precedent.table(world.early, members, goods)),
            ("same subregion alone", precedent.table(world.early, members, goods, (0, 1, 0))),
            ("similar conditions alone", precedent.table(world.early, members, goods, (1, 0, 0))),
            ("shared language alone", precedent.table(world.early, members, goods, (0, 0, 1))),
            ("popularity in 2024", popularity(world.early, members, goods)),
            ("fit", fit), ("need", need),
        ]
        per_good = {}
        for _, good in labels.cells:
            per_good[good] = per_good.get(good, 0) + 1
        largest = sorted(per_good, key=lambda g: (-per_good[g], g))[:5]
        used = sum(1 for g in per_good if g in in_2024)
        body = []
        for title, grid in scores:
            row = [title, number(labels.checkerboard(grid)), number(labels.within(grid, True)),
                   number(labels.within(grid, False))]
            if name == "strict":
                row += [number(labels.checkerboard(grid, good)) for good in largest[:3]]
            body.append(row)
        null = labels.null(scores[0][1], labels.checkerboard)[0]
        out.say(f"**{name.capitalize()}**: {what}. {len(labels.cells):,} additions to "
                f"{len(per_good)} goods, of which {used} have a list in 2024; the largest: "
                + ", ".join(f"{g} {per_good[g]}" for g in largest)
                + f". Shuffled precedent: {number(null[0])}, deviation {number(null[1])}.")
        header = ["trained on the record of 2024", "checkerboard", "within country", "within good"]
        if name == "strict":
            header += [f"without {good}" for good in largest[:3]]
        out.table(header, body)
        if name == "strict":
            value = labels.checkerboard(scores[0][1])
            base = labels.checkerboard(scores[1][1])
            out.bar("Precedent of 2024 on later additions, checkerboard", ">= .60",
                    number(value), value >= 0.60)
            out.bar("The same, against the same subregion alone", f">= {number(base)}",
                    number(value), value >= base)
            spread(scores, labels, out)


def spread(scores, labels, out):
    """Range of the hold-out when goods are drawn anew with replacement."""
    generator = random.Random(st.SEED + 2)
    goods = sorted({g for _, g in labels.cells})
    outcomes = {}
    margins = [[], []]
    for position in (0, 1):
        table = scores[position][1]
        sums = {}
        for c, g, d, h in labels.quadruples:
            margin = table[c][g] + table[d][h] - table[c][h] - table[d][g]
            win = 1 if margin > 1e-12 else 0.5 if margin >= -1e-12 else 0
            key = (g, h) if g < h else (h, g)
            one, two = sums.get(key, (0, 0))
            sums[key] = one + win, two + 1
        outcomes[position] = sums
    for _ in range(400):
        weight = {}
        for _ in goods:
            good = goods[int(generator.random() * len(goods))]
            weight[good] = weight.get(good, 0) + 1
        for position in (0, 1):
            wins = count = 0
            for (g, h), (one, two) in outcomes[position].items():
                factor = weight.get(g, 0) * weight.get(h, 0)
                wins += factor * one
                count += factor * two
            margins[position].append(wins / count if count else 0.5)
    both = sorted(a - b for a, b in zip(*margins))
    values = sorted(margins[0])
    out.say("Goods drawn anew with replacement, 400 times: precedent between "
            f"{number(values[20])} and {number(values[379])} in nine of ten, precedent less "
            f"subregion alone between {number(both[20])} and {number(both[379])}.")

"""Does fit agree with outside indices, and does it tell goods apart inside a country?"""

from . import statistics as st
from .document import number, percent
from .pairs import CLASSES

OUTSIDE = [
    ("mobile-connectivity", "GSMA Mobile Connectivity Index", 1),
    ("govtech-maturity", "World Bank GovTech Maturity Index", 1),
    ("cyber-capacity", "National Cyber Security Index", 1),
    ("lack-of-coping", "INFORM lack of coping capacity", -1),
    ("human-development", "Human Development Index", 1),
]


def shipped(pair):
    """Sort key of the program: class, Cannot say last, then half fit and half need."""
    rank = CLASSES.index(pair.verdict) if pair.verdict in CLASSES else -1
    return -rank, -(pair.fit + pair.need) / 2


def tops(world, pairs, key):
    return [set(sorted(world.listed, key=lambda g: (*key(pairs[c, g]), g))[:10])
            for c in world.members]


def run(world, pairs, out):
    out.heading("Country side")
    means = {c: st.mean(pairs[c, g].fit for g in world.listed) for c in world.members}
    has_ends = all(pairs[c, world.listed[0]].fit_high is not None for c in world.members)
    middle = {c: st.mean((pairs[c, g].fit + pairs[c, g].fit_high) / 2 for g in world.listed)
              for c in world.members} if has_ends else {}
    body = []
    for indicator, name, sign in OUTSIDE:
        known = [c for c in world.members if (c, indicator) in world.observations]
        outside = [world.observations[c, indicator] for c in known]
        rho = st.spearman([means[c] for c in known], outside)
        mid = st.spearman([middle[c] for c in known], outside) if has_ends else None
        body.append((name, len(known), number(rho), number(mid)))
        out.bar(f"Mean fit with {name}, Spearman", f"{'>=' if sign > 0 else '<='} "
                f"{number(.75 * sign, 2)}", number(rho), rho * sign >= 0.75)
    out.say("Mean fit of each UN member over the listed goods, against figures that are no input. "
            "Fit is the cautious end; the last column takes the middle of the two ends.")
    out.table(("outside figure", "countries", "Spearman", "middle of the ends"), body)

    fits = [[pairs[c, g].fit for g in world.listed] for c in world.members]
    needs = [[pairs[c, g].need for g in world.listed] for c in world.members]
    halves = [[(f + n) / 2 for f, n in zip(*two)] for two in zip(fits, needs)]
    shares = {}
    body = []
    for name, grid in (("fit", fits), ("need", needs), ("half fit, half need", halves)):
        shares[name] = st.variance_shares(grid)
        body.append((name, *(f"{100 * share:.1f} %" for share in shares[name])))
    if has_ends:
        ranked = [[float(CLASSES.index(pairs[c, g].cautious)) for g in world.listed]
                  for c in world.members]
        body.append(("class at the cautious end, 0 to 3",
                     *(f"{100 * share:.1f} %" for share in st.variance_shares(ranked))))
    out.bar("Share of fit's variance that is neither country nor good", ">= 13 %",
            f"{100 * shares['fit'][2]:.1f} %", shares["fit"][2] >= 0.13)
    out.say("Where the variance lies, UN members by listed goods.")
    out.table(("number", "between countries", "between goods", "interaction"), body)

    orders = [
        ("shipped: class, then half fit half need", tops(world, pairs, shipped)),
        ("half fit, half need, no class",
         tops(world, pairs, lambda p: (-(p.fit + p.need) / 2,))),
        ("fit alone", tops(world, pairs, lambda p: (-p.fit,))),
        ("need alone", tops(world, pairs, lambda p: (-p.need,))),
    ]
    body = []
    for name, sets in orders:
        shared = st.overlap(sets)
        often = {}
        for chosen in sets:
            for good in chosen:
                often[good] = often.get(good, 0) + 1
        most = max(often.values())
        body.append((name, number(shared), len(often), f"{most} of {len(sets)}"))
        if sets is orders[0][1]:
            out.bar("Mean top-ten overlap of two countries, shipped order", "<= .15",
                    number(shared), shared <= 0.15)
    out.say("How alike the first ten goods of two countries are (mean Jaccard index).")
    out.table(("order", "overlap", "goods that are ever in a top ten",
               "countries that the commonest one is in"), body)
    often, operators = {}, {}
    for chosen in orders[0][1]:
        for good in chosen:
            often[good] = often.get(good, 0) + 1
            word = world.demand[good]["operator"]
            operators[word] = operators.get(word, 0) + 1
    first = sorted(often, key=lambda good: (-often[good], good))[:8]
    slots = sum(operators.values())
    out.say("Commonest goods in the shipped top tens, with the number of countries: "
            + ", ".join(f"{good} {often[good]}" for good in first) + ". Places by who works the "
            "good: " + ", ".join(f"{word} {percent(operators[word], slots)}"
                                 for word in sorted(operators)) + ".")
    few = sum(1 for c in world.members
              if sum(pairs[c, g].verdict in ("adopt", "with-safeguards")
                     for g in world.listed) < 10)
    thin = sum(1 for c in world.members
               if sum(pairs[c, g].verdict == "cannot-say" for g in world.listed)
               > len(world.listed) / 2)
    out.say(f"Countries with fewer than ten goods at Adopt or Adopt with safeguards: {few} of "
            f"{len(world.members)} ({percent(few, len(world.members))}). Countries where more than "
            f"half of the goods are Cannot say: {thin}.")

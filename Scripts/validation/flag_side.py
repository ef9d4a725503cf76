"""What the flags refuse, and where they stand."""

from . import statistics as st
from .document import percent
from .pairs import CLASSES, FLAGS, POLICIES

SHOWN = ["adopt", "with-safeguards", "prepare-first", "not-now", "cannot-say"]
WIDE = 100


def counted(cells, pairs, policy, word):
    return sum(pairs[cell].by_policy[policy] == word for cell in cells)


def most(names):
    """The six commonest names with their counts."""
    count = {}
    for name in names:
        count[name] = count.get(name, 0) + 1
    first = sorted(count, key=lambda name: (-count[name], name))[:6]
    return ", ".join(f"{name} {count[name]}" for name in first)


def run(world, pairs, out):
    out.heading("Flag side")
    members = set(world.members)
    poorest = {c for c in members if world.countries[c]["ldc"] == "yes"}
    by_good = {}
    for _, good in world.recorded:
        by_good[good] = by_good.get(good, 0) + 1
    recorded = sorted(cell for cell in world.recorded if cell[0] in members)
    narrow = [cell for cell in recorded if by_good[cell[1]] <= WIDE]
    groups = [
        ("all pairs", [(c, g) for c in world.members for g in world.goods]),
        ("pairs in LDCs", [(c, g) for c in sorted(poorest) for g in world.goods]),
        ("recorded deployments", recorded),
        ("recorded, LDCs", [cell for cell in recorded if cell[0] in poorest]),
        ("recorded, goods with up to 100 countries", narrow),
        ("the same, LDCs", [cell for cell in narrow if cell[0] in poorest]),
    ]
    body = []
    for name, cells in groups:
        body.append((name, f"{len(cells):,}",
                     *(percent(counted(cells, pairs, policy, "not-now"), len(cells))
                       for policy in POLICIES),
                     percent(counted(cells, pairs, "two", "cannot-say"), len(cells)),
                     percent(counted(cells, pairs, "two", "prepare-first"), len(cells))))
    out.say("Share of pairs that get Not now under each policy (any, two or all of P1, P2 and S1 "
            "critical; two is the default), and Cannot say and Prepare first under the default. UN "
            "members, all 307 goods.")
    out.table(("pairs", "count", "any", "two", "all", "Cannot say", "Prepare first"), body)
    for policy in POLICIES:
        share = counted(recorded, pairs, policy, "not-now") / len(recorded)
        low = groups[3][1]
        in_ldc = counted(low, pairs, policy, "not-now") / len(low)
        if policy == "two":
            out.bar("Recorded deployments at Not now, default policy", "<= 5 %",
                    f"{100 * share:.1f} %", share <= 0.05)
            out.bar("The same in LDCs", "<= 12 %", f"{100 * in_ldc:.1f} %", in_ldc <= 0.12)
        else:
            out.without_bar(f"Recorded deployments at Not now, policy `{policy}` (LDCs)",
                            f"{100 * share:.1f} % ({100 * in_ldc:.1f} %)")

    refused = [cell for cell in recorded if pairs[cell].verdict == "not-now"]
    out.say(f"The {len(refused)} recorded deployments at Not now: "
            f"{sum(c in poorest for c, _ in refused)} in LDCs. Goods with most: "
            f"{most(g for _, g in refused)}. Countries with most: {most(c for c, _ in refused)}.")

    dangerous = [(c, g) for c in world.members for g in world.goods
                 if world.facts.get((c, "data-protection-law")) == "none"
                 and world.holds_persons(g) and world.sensitivity(g) >= 3]
    carried = [cell for cell in dangerous if pairs[cell].flags["P1"][1] >= 3]
    surely = [cell for cell in dangerous if pairs[cell].flags["P1"][0] >= 3]
    out.bar("No law, personal data, sensitivity >= 3: P1 high or critical", "100 %",
            percent(len(carried), len(dangerous)), len(carried) == len(dangerous))
    doubt = sorted({c for c, g in set(dangerous) - set(surely)})
    refused = sum(pairs[cell].verdict == "not-now" for cell in dangerous)
    unsure = sum(pairs[cell].verdict == "cannot-say" for cell in dangerous)
    better = sum(pairs[cell].verdict in ("adopt", "with-safeguards") for cell in dangerous)
    deployed = sum(cell in world.recorded for cell in dangerous)
    out.say(f"No law by UNCTAD, personal data and sensitivity 3 or more: {len(dangerous):,} pairs in "
            f"{len({c for c, _ in dangerous})} countries, {deployed} of them recorded deployments. "
            f"P1 is high or critical at its worst end in {len(carried):,} and at both ends in "
            f"{len(surely):,}; the ends differ in: {', '.join(doubt) or 'no country'}. Verdicts: "
            f"Not now {refused:,}, Cannot say {unsure:,}, Adopt or with safeguards {better:,}, "
            f"Prepare first {len(dangerous) - refused - unsure - better:,}.")

    grid = [(c, g) for c in world.members for g in world.listed]
    body = []
    for flag in FLAGS:
        ends = [pairs[cell].flags[flag] for cell in grid]
        at = [sum(e == (s, s) for e in ends) for s in range(5)]
        open_ = [e for e in ends if e[0] != e[1]]
        body.append((flag, *(percent(n, len(grid)) for n in (at[4], at[3], at[2])),
                     percent(len(open_), len(grid)),
                     percent(sum(e[1] >= 3 for e in open_), len(grid))))
    out.say("How often each flag stands where, UN members by listed goods, before measures. Not "
            "assessed: its two ends differ; last column: and the worse is high or critical.")
    out.table(("flag", "critical", "high", "moderate", "not assessed", "could be high or more"),
              body)

    out.say("Verdicts by income group and by who works the good, UN members by listed goods.")
    body = []
    incomes = []
    for c in world.members:
        if world.countries[c]["income"] not in incomes:
            incomes.append(world.countries[c]["income"])
    order = {"high": 0, "upper-middle": 1, "lower-middle": 2, "low": 3}
    incomes.sort(key=lambda word: (order.get(word, 4), word))
    chosen = [("all", grid)]
    chosen += [(f"income: {word or 'not classified'}",
                [cell for cell in grid if world.countries[cell[0]]["income"] == word])
               for word in incomes]
    chosen += [("LDCs", [cell for cell in grid if cell[0] in poorest])]
    chosen += [(f"worked by {word}", [cell for cell in grid
                                      if world.demand[cell[1]]["operator"] == word])
               for word in ("citizens", "frontline-staff", "officials", "developers")]
    harmless = {g for g in world.listed if "data" in world.goods[g]["types"].split(";")
                and world.sensitivity(g) == 0}
    chosen += [("data sets, sensitivity 0", [cell for cell in grid if cell[1] in harmless]),
               ("the same, low income",
                [cell for cell in grid if cell[1] in harmless
                 and world.countries[cell[0]]["income"] == "low"])]
    for name, cells in chosen:
        body.append((name, f"{len(cells):,}",
                     *(percent(sum(pairs[cell].verdict == word for cell in cells), len(cells))
                       for word in SHOWN)))
    out.table(("pairs", "count", "Adopt", "With safeguards", "Prepare first", "Not now",
               "Cannot say"), body)

    reasons(world, pairs, grid, recorded, poorest, out)


def reasons(world, pairs, grid, recorded, poorest, out):
    """What holds pairs at Prepare first, what the unknown holds down, and what never moves."""
    if not pairs[grid[0]].cautious:
        return
    chosen = [("all", grid), ("LDCs", [cell for cell in grid if cell[0] in poorest]),
              ("recorded deployments, LDCs",
               [cell for cell in recorded if cell[0] in poorest])]
    chosen += [(f"worked by {word}", [cell for cell in grid
                                      if world.demand[cell[1]]["operator"] == word])
               for word in ("citizens", "frontline-staff", "officials", "developers")]
    body = []
    for name, cells in chosen:
        held = [pairs[cell] for cell in cells if pairs[cell].verdict == "prepare-first"]
        low = [p for p in held if p.fit < 0.5]
        grave = [p for p in held if any(p.flags[f][1] == 4 for f in FLAGS if f != "F1")]
        both = sum(any(p.flags[f][1] == 4 for f in FLAGS if f != "F1") for p in low)
        neither = len(held) - len(low) - len(grave) + both
        unknown = sum(CLASSES.index(pairs[cell].hopeful) > CLASSES.index(pairs[cell].cautious)
                      for cell in cells)
        body.append((name, f"{len(held):,}", percent(len(low) - both, len(held)),
                     percent(len(grave) - both, len(held)), percent(both, len(held)),
                     f"{neither:,} pairs", percent(unknown, len(cells))))
    out.say("What holds pairs at Prepare first: fit below .50, a critical flag, both, or a high flag "
            "without a measure whose condition holds. Last column: share of all pairs of the row "
            "that would get a better class if everything unknown were at its best.")
    out.table(("pairs", "at Prepare first", "fit alone", "critical alone", "both", "high alone",
               "held down by what is unknown"), body)

    listed = world.listed
    fixed = [f for f in FLAGS
             if all(len({pairs[c, g].flags[f] for c in world.members}) == 1 for g in listed)]
    bound = [g for g in listed
             if any(pairs[world.members[0], g].flags[f][0] >= 2 for f in fixed)]
    by_flag = ", ".join(
        f"{f} {sum(pairs[world.members[0], g].flags[f][0] >= 2 for g in listed)}" for f in fixed)
    ever = {g for c, g in grid if pairs[c, g].verdict == "adopt"}
    out.say(f"Flags that are the same in all countries for every good: {', '.join(fixed)}. They "
            f"stand at moderate or above for {len(bound)} of {len(listed)} listed goods ({by_flag}), "
            "which can therefore be Adopt nowhere without measures. Goods that are Adopt in at least "
            f"one country: {len(ever)}, of them worked by developers "
            f"{sum(world.demand[g]['operator'] == 'developers' for g in ever)}.")
    thin = sorted(c for c in world.members if world.countries[c]["income"] == "high"
                  and sum(pairs[c, g].flags["E1"][1] >= 3 for g in listed) > len(listed) / 2)
    high = sum(world.countries[c]["income"] == "high" for c in world.members)
    other = sum(1 for c in world.members if world.countries[c]["income"] != "high"
                and sum(pairs[c, g].flags["E1"][1] >= 3 for g in listed) > len(listed) / 2)
    out.say(f"Thin data (E1) is high or critical for more than half of the goods in {len(thin)} of "
            f"{high} high-income members and in {other} of {len(world.members) - high} others.")

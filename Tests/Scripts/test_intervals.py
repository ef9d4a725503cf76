"""The ranges, folds and candidates of the back-test of intervals."""

import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Scripts"))

from validation import drift, intervals  # noqa: E402
from validation.drift import Change, Count  # noqa: E402


def seen(steps, start=2000, end=2001, iso3="AAA"):
    return [Change("x", iso3, start, end, float(step)) for step in steps]


def write(folder, name, *lines):
    (folder / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_quantiles_between_peers_hold_the_ends():
    assert [intervals.between_peers([1, 2, 3, 4, 5], q) for q in (.1, .5, .9)] == [1, 3, 5]
    assert intervals.between_peers(list(range(1, 20)), .1) == pytest.approx(2)
    assert intervals.between_peers(list(range(1, 10)), .25) == pytest.approx(2.5)


def test_candidate_goes_past_the_ends_inside_the_limits():
    five = [10.0, 11.0, 12.0, 13.0, 20.0]
    wide = (0.0, 100.0)
    assert intervals.beyond_peers(five, .1, wide) == pytest.approx(10 - .4 * 2.5)
    assert intervals.beyond_peers(five, .9, wide) == pytest.approx(20 + .4 * 2.5)
    assert intervals.beyond_peers(five, .1, (9.5, 20.0)) == 9.5
    assert intervals.beyond_peers(five, .9, (9.5, 20.0)) == 20.0
    assert intervals.beyond_peers(five, .5, wide) == 12.0


def test_changes_inside_above_and_below_are_counted():
    ends = drift.drift_ends(seen(range(100)))
    assert ends == {("x", 1): (pytest.approx(9.9), pytest.approx(89.1))}
    assert drift.tested(ends, seen([50, 9.9, 89.1, 95, 96, 1])) == Count(3, 2, 1)
    assert drift.tested(ends, seen([50], end=2002)).total == 0
    assert drift.drift_ends(seen(range(29))) == {}
    assert len(drift.drift_ends(seen(range(30)))) == 1


def test_no_change_is_reached_from_either_side():
    ends = {("x", 1): (3.0, 9.0), ("x", 2): (-9.0, -3.0), ("x", 3): (-1.0, 1.0)}
    assert drift.with_no_change(ends) == {
        ("x", 1): (0.0, 9.0), ("x", 2): (-9.0, 0.0), ("x", 3): (-1.0, 1.0)}
    assert drift.model_ends(seen(range(5, 105))) == {("x", 1): (0.0, pytest.approx(94.1))}


def test_half_of_the_countries_is_tested_by_the_other():
    early = [Change("x", name, 2000, 2007, step) for name, step in (("A", 5.0), ("B", 50.0))
             for _ in range(30)]
    late = [Change("x", "A", 2013, 2020, 20.0), Change("x", "B", 2013, 2020, 20.0)]
    # A is read by what B did, up to 50, and B by what A did, up to 5.
    assert drift.by_halves(early + late, 2012, drift.model_ends) == [
        Count(1, 0, 0), Count(0, 1, 0)]


def test_halves_do_not_share_years_inside_a_change():
    across, before, after = (Change("x", "AAA", a, b, 1.0)
                             for a, b in ((2014, 2016), (2010, 2015), (2015, 2020)))
    assert drift.halves([across, before, after], 2015) == ([before], [after])


def test_a_country_is_never_tested_on_its_own_changes():
    # Ten countries, one to a fold; each moves by a step that no other has.
    every = [change for n in range(10) for change in seen([n] * 40, iso3=f"C{n}")]
    folds = drift.countries_out(every, rule=lambda train: {
        ("x", 1): (min(c.step for c in train), max(c.step for c in train))})
    # Only the least and the greatest of ten lie outside of the others'.
    assert folds["x"] == Count(320, 40, 40)


def test_changes_are_those_of_one_source_and_observed(tmp_path):
    write(tmp_path, "drift", "indicator", "x")
    write(tmp_path, "series", "iso3,indicator,source,status,first,values",
          "AAA,x,s,observed,2000,1;;4", "AAA,x,t,estimated,2000,1;2", "AAA,y,s,observed,2000,1;2")
    assert drift.changes(tmp_path) == [Change("x", "AAA", 2000, 2002, 3.0)]


def test_the_hidden_figure_is_not_its_own_peer_and_the_nearer_group_comes_first(tmp_path):
    names = [f"A{n}" for n in range(6)] + ["B0"]
    write(tmp_path, "indicators", "id,min,max", "literacy,0,100", "sdg-goal-01,0,100", *(
        f"{name},," for name in (*intervals.BY_PEERS, *intervals.GOALS)
        if name not in ("literacy", "sdg-goal-01")))
    write(tmp_path, "countries", "iso3,region,subregion,income",
          *(f"{name},R,{name[0]},low" for name in names), "N0,R,,low")
    write(tmp_path, "observations", "iso3,indicator,value,status",
          *(f"{name},literacy,{10 * n},observed" for n, name in enumerate(names)),
          *(f"{name},sdg-goal-01,{n},observed" for n, name in enumerate(names)),
          "N0,literacy,99,observed", "A0,cybersecurity,5,stale", "A0,accounts,5,observed")
    found = {(r.indicator, r.value): r.peers for r in intervals.hidden(tmp_path)}
    assert found["literacy", 0.0] == [10, 20, 30, 40, 50]  # its subregion, without itself
    assert found["literacy", 60.0] == [0, 10, 20, 30, 40, 50]  # alone there: its region
    assert ("sdg-goal-01", 6.0) not in found  # goal scores know no region
    assert len(found) == 7 + 6


def test_expected_coverage_falls_short_with_few_peers():
    assert intervals.expected([5]) == pytest.approx(4 / 6)
    assert intervals.expected([9, 30]) == pytest.approx(.8)


def test_bar_is_eighty_within_four():
    assert [intervals.met(hits, 100) for hits in (75, 76, 84, 85)] == [False, True, True, False]
    assert not intervals.met(0, 0)

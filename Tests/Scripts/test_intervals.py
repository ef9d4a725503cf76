"""The quantiles and folds of the back-test of ranges."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Scripts"))

from validation import intervals  # noqa: E402


def test_quantiles_between_peers_hold_the_ends():
    five = [1, 2, 3, 4, 5]
    assert intervals.between_peers(five, .1) == 1
    assert intervals.between_peers(five, .9) == 5
    assert intervals.between_peers(five, .5) == 3
    nine = list(range(1, 10))
    assert abs(intervals.between_peers(nine, .1) - 1) < 1e-9
    assert abs(intervals.between_peers(nine, .25) - 2.5) < 1e-9


def test_changes_inside_above_and_below_are_counted():
    train = [("x", 1, "AAA", 2000, 2001, float(n)) for n in range(100)]
    test = [("x", 1, "BBB", 2010, 2011, change) for change in (50.0, 9.9, 89.1, 95.0, 1.0)]
    inside, total, above = intervals.held(train, test)
    assert (inside, total, above) == (3, 5, 1)
    # Fewer than thirty changes are no range, and another age has none.
    assert intervals.held(train[:29], test) == (0, 0, 0)
    assert intervals.held(train, [("x", 2, "BBB", 2010, 2012, 50.0)]) == (0, 0, 0)


def test_changes_are_those_of_one_source_and_observed(tmp_path):
    (tmp_path / "series.csv").write_text(
        "iso3,indicator,source,status,first,values\n"
        "AAA,x,s,observed,2000,1;;4\nAAA,x,t,estimated,2000,1;2\nAAA,y,s,observed,2000,1;2\n",
        encoding="utf-8")
    assert intervals.changes(tmp_path, ["x"]) == [("x", 2, "AAA", 2000, 2002, 3.0)]

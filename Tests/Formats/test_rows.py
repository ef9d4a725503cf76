"""Reads rows and objects with Python's own readers."""

import csv
import io
import json

import pytest

TABLES = [
    ["countries", "--columns", "all"], ["goods", "--all"], ["indicators"], ["sources"], ["measures"],
    ["rank", "UGA"], ["rank", "--good", "dhis2"], ["offer"], ["compare", "UGA", "KEN"],
    ["matrix", "--countries", "iso3:UGA,KEN"], ["country", "UGA"], ["assess", "UGA", "dhis2"],
    ["change", "UGA", "dhis2"], ["certainty", "UGA", "dhis2"], ["certainty", "UGA"], ["countries", "--frequency", "region"],
    ["countries", "--describe", "--columns", "all"],
]


def rows(run, arguments, *more):
    done = run(*arguments, "--format", "csv", *more)
    assert done.returncode == 0, done.stderr
    text = done.stdout.decode()
    assert "\r" not in text and text.endswith("\n")
    return list(csv.reader(io.StringIO(text), strict=True))


@pytest.mark.parametrize("arguments", TABLES, ids=" ".join)
def test_rows_are_the_same_in_csv_and_json_lines(run, arguments):
    head, *body = rows(run, arguments)
    assert len(set(head)) == len(head) and body
    assert all(len(row) == len(head) for row in body)
    done = run(*arguments, "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    objects = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert len(objects) == len(body)
    for row, item in zip(body, objects):
        assert list(item) == head
        for text, value in zip(row, item.values()):
            if value is None:
                assert text == ""
            elif isinstance(value, (int, float)) and not isinstance(value, bool):
                assert float(text) == value


@pytest.mark.parametrize("length", ["card", "brief", "full"])
def test_a_report_reads_back(run, length):
    head, *body = rows(run, ["report", "UGA", "dhis2", "oky", "--length", length])
    assert head[:4] == ["part", "good", "id", "name"]
    parts = [row[0] for row in body]
    assert parts.index("flags") < parts.index("fit")
    for row in body:
        item = dict(zip(head, row))
        assert item["source"] and (item["value"] or item["low"] or item["status"])
    done = run("report", "UGA", "dhis2", "oky", "--length", length, "--format", "json")
    report = json.loads(done.stdout)
    assert [item["good"]["id"] for item in report["screenings"]] == ["dhis2", "oky"]
    numbers = {source["number"] for source in report["sources"]}
    for point in report["keyPoints"] + report["talkingPoints"]:
        assert set(point["footnotes"]) <= numbers
    again = run("report", "UGA", "dhis2", "oky", "--length", length, "--format", "json")
    assert again.stdout == done.stdout


def test_a_formula_stays_words_unless_asked(run, hostile):
    safe = rows(run, ["country", "UGA"], *hostile)
    raw = rows(run, ["country", "UGA"], *hostile, "--csv-raw")
    found = [cell for row in safe for cell in row if "1+1<script>" in cell]
    assert all(not cell.startswith("=") for cell in found)
    assert not any(cell[:1] in "=+@\t" for row in safe for cell in row if cell)
    assert len(safe) == len(raw)

"""Reads spreadsheets with an independent reader."""

import ctypes.util
import io
import os
import zipfile

import openpyxl
import pytest

COMMANDS = [
    ["country", "UGA"], ["assess", "UGA", "dhis2"], ["good", "dhis2"], ["rank", "UGA"],
    ["countries", "--columns", "all"], ["goods"], ["compare", "UGA", "KEN"], ["offer"], ["method"],
    ["why", "UGA", "--figure", "internet-users"], ["data", "info"],
]
needs_library = pytest.mark.skipif(
    not ctypes.util.find_library("xlsxwriter"), reason="this machine has no libxlsxwriter")


def opened(run, *arguments):
    done = run(*arguments, "--format", "xlsx")
    assert done.returncode == 0, done.stderr
    return openpyxl.load_workbook(io.BytesIO(done.stdout)), done.stdout


@needs_library
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_spreadsheet_is_sound(run, arguments):
    book, data = opened(run, *arguments)
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    for sheet in book:
        assert len(sheet.title) <= 31 and sheet.max_row >= 1
        for row in sheet.iter_rows():
            assert all(cell.data_type in "sn" for cell in row)
    assert book.properties.created.year == 2026
    again = run(*arguments, "--format", "xlsx")
    assert again.stdout == data


@needs_library
def test_figures_are_numbers_and_what_is_missing_is_empty(run):
    book, _ = opened(run, "countries")
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert book.worksheets[0].freeze_panes == "A2"
    table = [dict(zip(rows[0], row)) for row in rows[1:]]
    assert len(table) == 250
    uganda = next(row for row in table if row["iso3"] == "UGA")
    assert uganda["population"] > 40e6 and uganda["population_year"] == 2024
    aland = next(row for row in table if row["iso3"] == "ALA")
    assert aland["population"] is None and aland["population_status"] == "missing"
    names = [row[0] for row in book["Columns"].iter_rows(values_only=True)]
    assert names == ["column", *rows[0]]


@needs_library
@pytest.mark.parametrize("goods", [["dhis2"], ["dhis2", "oky"], []], ids=len)
def test_a_report_has_a_sheet_each_for_what_people_sort(run, goods):
    book, _ = opened(run, "report", "UGA", *goods)
    assert book.sheetnames == [
        "Summary", "Flags", "Dimensions", "Measures", "Goods", "Numbers", "Sources"]
    assert all(sheet.freeze_panes == "A2" for sheet in book)
    count = len(goods) or 5
    heads = {}
    for name, rows in [("Flags", 19), ("Dimensions", 9), ("Goods", 1)]:
        heads[name] = [cell.value for cell in book[name][1]]
        assert book[name].max_row == 1 + rows * count
    flags = [dict(zip(heads["Flags"], row)) for row in book["Flags"].iter_rows(2, values_only=True)]
    assert all(isinstance(row["likelihood_low"], int) and row["source"] for row in flags)
    assert all(row["year"] or row["status"] for row in flags)
    fits = [dict(zip(heads["Goods"], row)) for row in book["Goods"].iter_rows(2, values_only=True)]
    assert all(0 <= row["fit_low"] <= row["fit_high"] <= 1 for row in fits)
    # Flags stand before the verdict in each sheet that has both.
    assert heads["Goods"].index("flags") < heads["Goods"].index("verdict")


@needs_library
def test_hostile_words_are_only_words(run, hostile):
    book, _ = opened(run, "country", "UGA", *hostile)
    found = [
        cell for sheet in book for row in sheet.iter_rows() for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("=1+1<script>")]
    assert found and all(cell.data_type == "s" for cell in found)


@needs_library
def test_a_file_is_written_whole_and_never_over_another(run, tmp_path):
    assert run("rank", "UGA", "--format", "xlsx", "-o", "a.xlsx").returncode == 0
    assert openpyxl.load_workbook(tmp_path / "a.xlsx")["Ranking"]["A1"].value == "rank"
    assert run("rank", "UGA", "--format", "xlsx", "-o", "a.xlsx").returncode == 73
    assert [name for name in os.listdir(tmp_path) if name.endswith(".xlsx")] == ["a.xlsx"]


def test_a_machine_without_the_library_is_told_so(run):
    done = run("rank", "UGA", "--format", "xlsx")
    assert done.returncode == 0 or (done.returncode == 1 and b"libxlsxwriter" in done.stderr)

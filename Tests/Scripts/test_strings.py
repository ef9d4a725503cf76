"""The tables of the texts of the interface hold what the sources, the data and the lessons say."""

import csv
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ["fr", "es", "pt", "hi"]


def rows(language):
    """The rows of a language."""
    with open(ROOT / "Data" / f"strings-{language}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_tables_are_those_of_the_sources():
    run = subprocess.run(
        [sys.executable, ROOT / "Scripts" / "strings", "--check"],
        capture_output=True, text=True, check=True,
    )
    assert "; 0 new, 0 no longer used." in run.stdout, run.stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_commands_and_places_stay(language):
    for row in rows(language):
        english, said = row["text"], row["translation"]
        assert said.strip() == said and said, english
        assert sorted(re.findall(r"\{\d\}", english)) == sorted(re.findall(r"\{\d\}", said)), english
        bare = [re.sub(r"\{\d\}", "", text) for text in (english, said)]
        numbers = [sorted(re.findall(r"\d[\d.,]*\d|\d", text)) for text in bare]
        assert numbers[0] == numbers[1], english
        quoted = [sorted(re.findall(r"`[^`]*`", text)) for text in (english, said)]
        assert quoted[0] == quoted[1], english
        assert said[0] not in "=+-@", english

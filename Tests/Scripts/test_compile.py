"""Tests of the data compiler and of the bundled tables. Run: python3 Tests/Scripts/test_compile.py

The tables are checked as they stand in Data. With ATLAS_INPUT set to the folder of input tables, the compiler is
also run and must give the same bytes."""
import os
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "Data"
sys.path.insert(0, str(ROOT / "Scripts"))

from compile_data import figures, goods, program, tables  # noqa: E402
from compile_data.checks import check  # noqa: E402

# (file, text, replacement, words of the complaint): each must be noticed.
BREAKS = [
    ("observations.csv", "UGA,internet-users,2024,8.9498,", "UGA,internet-users,2024,15,", "internet-users UGA"),
    ("observations.csv", "TUV,coverage-4g,2017,0,stale", "TUV,coverage-4g,2017,0,observed", "is observed, not stale"),
    ("observations.csv", "IND,internet-users,2025,70,", "IND,internet-users,2025,170,", "out of range"),
    ("observations.csv", "KEN,electricity-rural,", "QQQ,electricity-rural,", "QQQ is not in countries"),
    ("observations.csv", "gsma-mci-2024", "unsd-sdg-2020-10", "is observed, not stale"),
    ("sources.csv", "GSMA terms", "GSMA, write to info@example.org, terms", "an at sign"),
    ("sources.csv", "restricted,sidGoswami725", "open,sidGoswami725", "not marked restricted"),
    ("countries.csv", "Uganda", "Ugan\u0007da", "control characters"),
    ("countries.csv", "COD;KEN;RWA;SSD;TZA", "COD;KEN;;RWA;SSD;TZA", "malformed list"),
    ("countries.csv", "COD;KEN;RWA;SSD;TZA", "COD;RWA;SSD;TZA", "one-sided"),
    ("countries.csv", "é", "e\u0301", "not NFC"),
    ("goods.csv", "GPL-3.0,no,no,2021-12-31", "GPL-3.0,maybe,no,2021-12-31", "'maybe'"),
    ("facts.csv", "data-protection-law,2026,enacted", "data-protection-law,2026,perhaps", "'perhaps'"),
    ("agreements.csv", ",cowin,,interest,2021,interest-only", ",cowin,,adopted,2021,interest-only", "'adopted'"),
    ("reference-links.csv", "aadhaar,mosip", "aadhaar,inji", "inji is not in goods"),
    ("series.csv", "iso3,indicator,source,status,first,values", "iso3,indicator,source,first,status,values",
     "columns differ"),
    ("world-map.txt", "#disclaimer Boundaries", "#disclaimer Borders", "disclaimer"),
    ("world-map.txt", "@low scale=20 rows=177", "@low scale=20 rows=178", "declared"),
]


class BundledTables(unittest.TestCase):
    def test_tables_are_sound(self):
        self.assertEqual(check(DATA), [])

    def test_breaks_are_noticed(self):
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "Data"
            shutil.copytree(DATA, copy)
            for name, text, replacement, words in BREAKS:
                original = (DATA / name).read_bytes()
                with self.subTest(file=name, replacement=replacement):
                    self.assertTrue(text.encode() in original, f"not there to break: {text}")
                    (copy / name).write_bytes(original.replace(text.encode(), replacement.encode(), 1))
                    problems = check(copy)
                    self.assertTrue(any(words in p for p in problems), f"not noticed: {problems[:3]}")
                (copy / name).write_bytes(original)
            self.assertEqual(check(copy), [])

    def test_a_missing_row_is_noticed(self):
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "Data"
            shutil.copytree(DATA, copy)
            lines = (copy / "goods.csv").read_text(encoding="utf-8").splitlines(keepends=True)
            (copy / "goods.csv").write_text("".join(lines[:-1]), encoding="utf-8")
            self.assertTrue(any("goods: 306 rows" in p for p in check(copy)))

    def test_readme_counts(self):
        text = (DATA / "README.md").read_text(encoding="utf-8")
        for name in program.COLUMNS:
            count = len(tables.read_csv(DATA / f"{name}.csv"))
            self.assertIn(f"| `{name}.csv` | {count:,} |", text)

    def test_no_machine_paths(self):
        files = [p for folder in ("Data", "Scripts", "Tests/Scripts") for p in (ROOT / folder).rglob("*")]
        marks = ["/" + word + "/" for word in ("work", "tmp", "home", "Users")]
        for path in files:
            if path.is_file() and path.suffix in (".py", ".md", ".csv", ".txt", "") and path != Path(__file__):
                text = path.read_text(encoding="utf-8")
                for mark in marks:
                    for line in text.splitlines():
                        before = line.split(mark)[0]
                        if mark in line and (not before or before[-1] in " `'\"(="):
                            self.fail(f"{path.name}: {line[:80]}")


class Compiler(unittest.TestCase):
    def test_status(self):
        status = figures.status_of
        self.assertEqual(status("internet-users", "itu-datahub-2026-05-est", 2024, False), "estimated")
        self.assertEqual(status("internet-users", "itu-datahub-2026-05-est", 2009, False), "stale")
        self.assertEqual(status("internet-users", "itu-datahub-2026-05", 2009, True), "observed")
        self.assertEqual(status("coverage-3g", "unsd-sdg-2020-10", 2018, True), "stale")
        self.assertEqual(status("mobile-owners", "unsd-sdg-2020-10", 2018, False), "observed")
        self.assertEqual(status("unregistered", "wb-id4d-2018", 2018, False), "stale")
        self.assertEqual(status("sdg-goal-01", "derived-sdr", 2025, False), "derived")
        self.assertEqual(status("population", "cia-wfb-2026", 2025, False), "observed")
        self.assertEqual(status("internet-users", "cia-wfb-2026", 2023, False), "estimated")

    def test_text(self):
        self.assertEqual(tables.token("in law, not set up"), "in-law-not-set-up")
        self.assertEqual(tables.token("yes (old)"), "yes-old")
        self.assertEqual(tables.clean("a\u0000\t b\u200b "), "a b")
        self.assertEqual(tables.number("5.0"), "5")
        self.assertEqual(tables.number("1e-05"), "0.00001")
        self.assertEqual(tables.address("www.example.org, other"), "https://www.example.org")
        self.assertEqual(figures.system_name("DNIe/ Clave ,; X"), "DNIe / Clave; X")
        with self.assertRaises(tables.Failure):
            tables.joined(["a;b"])

    def test_declared_sensitivity(self):
        level = goods.declared_sensitivity
        self.assertEqual(level({"collectsPII": False, "piiTypes": None}), "0")
        self.assertEqual(level({"collectsPII": True, "piiTypes": []}), "")
        self.assertEqual(level({"collectsPII": True, "piiTypes": ["name", "health"]}), "3")

    @unittest.skipUnless(os.environ.get("ATLAS_INPUT"), "ATLAS_INPUT is not set")
    def test_same_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(program.main([os.environ["ATLAS_INPUT"], folder]), 0)
            for path in Path(folder).iterdir():
                self.assertEqual(path.read_bytes(), (DATA / path.name).read_bytes(), path.name)


if __name__ == "__main__":
    unittest.main()

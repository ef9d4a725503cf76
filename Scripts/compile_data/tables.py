"""Reading input tables, cleaning text, writing output tables."""
import csv
import json
import re
import unicodedata
from decimal import Decimal
from pathlib import Path

EDITORIAL = Path(__file__).resolve().parent / "editorial"


class Failure(Exception):
    """The input does not have the shape this program was written for."""


def require(condition, message):
    if not condition:
        raise Failure(message)


def clean(value):
    """NFC, one line, no control or format characters (zero-width joiners of Indic and Arabic script stay)."""
    if value is None:
        return ""
    text = unicodedata.normalize("NFC", str(value))
    text = "".join(" " if c in "\t\r\n" else c for c in text)
    text = "".join(c for c in text if unicodedata.category(c) != "Cc" and not is_stray_format(c))
    return re.sub(r"\s+", " ", text).strip()


def is_stray_format(character):
    return unicodedata.category(character) == "Cf" and character not in "\u200c\u200d"


def token(value):
    """'in law, not set up' -> in-law-not-set-up; 'yes (old)' -> yes-old; letters such as T1 or A stay."""
    text = re.sub(r"[(),/]", " ", clean(value))
    return re.sub(r"\s+", "-", text.strip())


def joined(values):
    """A list inside a field."""
    items = [clean(v) for v in values or []]
    for item in items:
        require(";" not in item, f"a list item holds a semicolon: {item}")
    return ";".join(i for i in items if i)


def yes_no(value):
    """true, false or unknown."""
    return {None: "", True: "yes", False: "no"}[value]


def number(value):
    """A plain decimal as the source has it; tidies 5.0 to 5 and rejects anything that is not a number."""
    text = clean(value)
    if text == "":
        return ""
    if re.fullmatch(r"-?\d+(\.\d+)?[eE][+-]?\d+", text):
        text = format(Decimal(text), "f")
    require(re.fullmatch(r"-?\d+(\.\d+)?", text), f"not a plain number: {value}")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def address(value):
    """The first web address of a field, with its scheme."""
    text = re.split(r"[\s,]+", clean(value))[0]
    if text and not re.match(r"https?://", text):
        text = "https://" + text
    return text


def read_csv(path):
    with open(path, encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def read_json(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


def editorial(name):
    """A table of this project's own choices, kept beside the program."""
    return read_csv(EDITORIAL / f"{name}.csv")


def write_csv(folder, name, columns, rows):
    """LF, quotes only where needed; rows are dictionaries with exactly these columns."""
    with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
        writer.writerow(columns)
        for row in rows:
            require(set(row) == set(columns), f"{name}: columns differ: {sorted(set(row) ^ set(columns))}")
            writer.writerow([clean(row[c]) for c in columns])
    return len(rows)

"""Which texts reach people: from the Swift sources and from the words of the data."""

import csv
import re
from pathlib import Path

from swift_literals import literals

# What every report shows stands first, so that translators meet it first.
ORDER = [
    "AtlasModel", "Words", "FitReport", "Screening", "Commands", "AtlasApp/Core", "Document",
    "Profile", "AtlasReport", "AtlasApp",
]
FOLDERS = ["Sources/AtlasModel", "Sources/AtlasReport", "Sources/AtlasApp"]
MORE = ["Sources/AtlasCLI/DatasetInfoDocument.swift", "Sources/AtlasCLI/Certainty"]
# Files that write for programs, or read what programs wrote.
SKIPPED = re.compile(
    r"JSON|HTMLStyle|HTMLPage|HTMLWriter|HTMLText|MarkdownText|SVG|Sparkline|ScenarioText|"
    r"ScenarioReader|/Language/|Raster|SafeText|TextFolding|WordDistance|LessonRecorder|"
    r"WorldMapReader|RandomStream|ModelReads|Sampling/|QuerySchema|CountryFinder|GoodFinder|"
    r"SearchNames|PlanText|PlanReader|InventedText|InventedReader"
)
# Answers to what is typed, and the method: read seldom, so they stand last.
LATER = re.compile(r"Quer|Parser|Reader|Method|LessonCondition|Lesson[RD]|Invented")
# Words that raw values of enums show to people.
WORDS = """
unknown yes no low moderate high critical none observed estimated derived stale bounded peer-range
curated assumed own-figure missing not-assessed fit need evidence verdict connectivity skills devices
power affordability privacy security institutions equity capacity relevance digital-divide remote-area
lock-in table enacted draft partial full small medium large country good countries goods measures
sources year source status severity measure title model formula page level from to and or upper-middle
lower-middle higher-better lower-better territory member observer
""".split()
HUMAN = re.compile(
    r"(Fact\(\s*|hint:\s*|unit:\s*|title:\s*|label:\s*|heading:\s*|words:\s*|markerName:\s*|"
    r"ReportColumn\(\s*\x03,\s*|Section\(\s*|\?\s*|:\s*|return\s*|say\(\s*|span\(\s*|\[|,\s*)$"
)
CODE = re.compile(r"(id:|separator:|rawValue:|hasPrefix\(|hasSuffix\(|contains\(|==|case|\.go,|"
                  r"\bID\(|string\(|key:|verb:|slug:|Streams?\(|precondition\(|fatalError\()\s*$")


def clean(text, lead, trail):
    """A key: interpolations numbered, neighbours of them joined, separators at the ends removed."""
    text = ("\x01" if lead else "") + text + ("\x01" if trail else "")
    text = re.sub(r"\x01(?:\x01)+", "\x01", text)
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"^[,;:.\-·•→|)\]\s]+", "", text)
    text = re.sub(r"[,;:·•→|(\[\s]+$", "", text)
    while re.match(r"^\x01[\s,;:.]*\x01", text):
        text = re.sub(r"^\x01[\s,;:.]*", "", text)
    if text.count("(") == 1 and text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    for number in range(text.count("\x01")):
        text = text.replace("\x01", "{%d}" % number, 1)
    return text


def is_text(literal, key):
    """Whether a key is words for people rather than an id, a code or a sign."""
    bare = re.sub(r"\{\d+\}", " ", key)
    if not re.search(r"[A-Za-z]{2}", bare) or CODE.search(literal.before):
        return False
    if re.search(r"https?://|\.swift|^--|<[a-z/]|\\|\$\(|__|^[a-z]+([A-Z][a-z]+)+$", key):
        return False
    words = bare.split()
    if len(words) == 1 and "{" not in key:
        word = words[0]
        if re.search(r"[_/=.]", word.rstrip(".")) or re.match(r"^[a-z0-9]+(-[a-z0-9]+)+$", word):
            return False
        if word[0].islower() and (
            not HUMAN.search(literal.before) or re.search(r"(name|of):\s*$", literal.before)
        ):
            return False
        if re.match(r"^[A-Z0-9]+$", word) or re.match(r"^[a-z]+\($", word):
            return False
    if "{" in key and len(words) == 1 and not re.match(r"^[A-Za-z'%,.;()]+$", words[0]):
        return False
    if re.search(r"\b[A-Z]{4,}[ :-]+[A-Z]{2,}|[a-z]: [A-Z]{2,}(?![a-z])|^[A-Z]{3,}: ", key):
        return False
    if re.search(r"\(function \(|\{[a-z-]+:[^}]+\}", key):
        return False
    if " " not in key and re.search(r"[a-z]:\{|[-_/.]\{|\}[-_/.a-z]", key):
        return False
    if len(re.findall("[A-Za-z]", bare)) < key.count("{"):
        return False
    return True


def swift_keys(root):
    """Keys of the sources, in order of file and line."""
    files = [path for folder in FOLDERS for path in sorted((root / folder).rglob("*.swift"))]
    for extra in MORE:
        path = root / extra
        files += [path] if path.is_file() else sorted(path.rglob("*.swift"))
    ranks = {path: next((n for n, part in enumerate(ORDER) if part in str(path)), 99) for path in files}
    later = []
    for path in sorted(files, key=lambda path: ranks[path]):
        if SKIPPED.search(str(path)):
            continue
        for key, is_documentation in _keys(path):
            if is_documentation or LATER.search(str(path)):
                later.append(key)
            else:
                yield key
    yield from later


ENUM = re.compile(r"enum (\w+): String[^{]*\{(.*?)\n\s*(?:public |private |static |\}|var |init)", re.S)
# Enums whose words are ids that people type, or keys of files.
IDS = re.compile(r"FlagID|CommandID|Key|Preset|Part|Placeholder|Format|Language|Field|ID$|Length")


def enum_keys(root):
    """Words of the cases of enums: people see them, with spaces for hyphens."""
    for folder in ["Sources/AtlasModel", "Sources/AtlasReport"]:
        for path in sorted((root / folder).rglob("*.swift")):
            for name, body in ENUM.findall(path.read_text()):
                if IDS.search(name) or "/Language/" in str(path):
                    continue
                for line in re.findall(r"case ([^:(\n]+)$", body, re.M):
                    for case in line.split(","):
                        word = case.split("=")[-1].strip().strip('"`')
                        word = re.sub(r"([a-z])([A-Z])", r"\1 \2", word).lower()
                        if re.match(r"^[a-z][a-z -]+$", word):
                            yield word.replace("-", " ")


def _keys(path):
    found = literals(path.read_text())
    previous = ""
    for literal in found:
        if re.search(r"ReportColumn\(\s*$", previous) and literal.before.strip() == ",":
            literal.before = "ReportColumn(\x03, "
        elif re.search(r"ReportColumn\(\s*$|ReportTable\(\s*id:\s*$", literal.before):
            previous = literal.before
            continue
        previous = literal.before
        lead = re.search(r"[\w)\]]\s*\+\s*$", literal.before) is not None
        trail = re.match(r"\s*\+\s*[\w(.]", literal.after) is not None
        key = clean(literal.text, lead, trail)
        if key and is_text(literal, key):
            yield key, re.search(r"documentation:\s*$", literal.before) is not None


def table(root, name):
    """The rows of a table of the dataset."""
    with open(root / "Data" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


COLUMNS = {
    "measures": ["title", "action", "owner"],
    "measure-effects": ["why"],
    "indicators": ["name", "short", "unit", "note"],
    "attributes": ["name", "meaning"],
    "gates": ["criterion", "evidence"],
    "phases": ["name", "goal", "duration", "duration_basis"],
    "reference-systems": ["what", "function"],
    "reference-links": ["note"],
    "agreements": ["note"],
    "blocks": ["name", "role"],
    "block-links": ["why"],
    "rules": ["statement", "caveat"],
    "standard": ["name", "meaning"],
    "countries": ["note"],
    "goods": ["what"],
}
LISTS = {"goods": ["sectors"]}


def data_keys(root):
    """Words of the dataset that reports show."""
    for name, columns in COLUMNS.items():
        for row in table(root, name):
            yield from (row[column] for column in columns)
    for name, columns in LISTS.items():
        for row in table(root, name):
            for column in columns:
                yield from row[column].split(";")
    yield from (
        row["value"]
        for row in table(root, "dataset")
        if row["key"] in ("curation", "disclaimer")
    )
    for row in table(root, "attributes"):
        yield from row["values"].split(";")
    for row in table(root, "countries"):
        yield from (row[name] for name in ("region", "subregion", "intermediate"))


# Lines of a lesson that people read.
LESSON = re.compile(
    r"^(?:(?:title|about|objective|say|ask|answer|note|debrief|team|step \S+|role [^:]+"
    r"|handout [^:]+|inject \d+: [^;]+;)[: ]) *(.+)$"
)
SHEET = re.compile(r"^(?:role|handout) ([^:]+):")


def lesson_keys(root):
    """Words of the bundled lessons, in order of file and line."""
    for path in sorted((root / "Data" / "lessons").glob("*.lesson")):
        for line in path.read_text(encoding="utf-8").splitlines():
            sheet = SHEET.match(line)
            if sheet:
                yield sheet[1]
            words = LESSON.match(line)
            if words:
                yield words[1]


def all_keys(root):
    """Every key once, in the order in which it is first seen."""
    seen = {}
    every = [
        *swift_keys(root), *data_keys(root), *WORDS, *enum_keys(root), *lesson_keys(root),
    ]
    for key in every:
        key = key.strip()
        if re.match(r"^[a-z]+(-[a-z]+)+$", key):
            key = key.replace("-", " ")
        if key and re.search(r"[A-Za-z]{2}", key):
            seen.setdefault(key)
    return list(seen)

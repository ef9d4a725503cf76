"""Recordings read by other programs: pages by an HTML parser, pictures by an XML parser."""

import base64
import hashlib
import json
import re
import xml.etree.ElementTree as ElementTree

import html5lib
import pytest

SVG = "{http://www.w3.org/2000/svg}"
LESSON = """dpg-atlas session 1
# Words of <b>markup</b> & "quotes".
go country UGA
go country CHN
# Flags come first.
go screening UGA dhis2
set-figure UGA internet-users 45 <script>alert(1)</script> & "the ministry"
show-map
set-theme light
show-matrix
"""


@pytest.fixture
def lesson(tmp_path):
    path = tmp_path / "lesson.txt"
    path.write_text(LESSON)
    return path


@pytest.mark.parametrize("more", [[], ["--theme", "contrast"], ["--no-color"], ["--ascii"]],
                         ids=" ".join)
def test_a_page_is_sound(run, lesson, more):
    done = run("record", lesson, "--format", "html", *more)
    assert done.returncode == 0, done.stderr
    page = done.stdout.decode()
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    assert tree.get("lang") == "en" and len(tree.findall(".//h1")) == 1
    ids = [one.get("id") for one in tree.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    policy = next(one.get("content") for one in tree.iter("meta")
                  if one.get("http-equiv") == "Content-Security-Policy")
    scripts = list(tree.iter("script"))
    digest = base64.b64encode(hashlib.sha256(scripts[0].text.encode()).digest()).decode()
    assert len(scripts) == 1 and f"script-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    for one in tree.iter():
        assert one.tag not in ("link", "img", "iframe", "object", "form", "a")
        assert not [name for name in one.keys() if str(name).startswith("on")]
    assert not re.search(r"(src=|href=|@import|url\(|https?://)", page)
    # Every control says in words what it does, and captions are read out.
    for label in tree.iter("label"):
        assert label.get("for") in ids and label.text.strip()
    assert all(button.text.strip() for button in tree.iter("button"))
    live = [one for one in tree.iter() if one.get("aria-live") == "polite"]
    assert [one.get("id") for one in live] == ["caption"]
    frames = [one for one in tree.iter("figure") if one.get("class") == "frame"]
    assert len(frames) == LESSON.count("\n")
    times = [int(one.get("data-at")) for one in frames]
    assert times == sorted(times) and times[0] == 0
    text = run("record", lesson, "--format", "text", "--all", *more).stdout.decode()
    parts = re.split(r"^--- screen .* ---\n", text, flags=re.M)[1:]
    for frame, part in zip(frames, parts, strict=True):
        shown = "".join(frame.find("div/pre").itertext()).rstrip("\n").split("\n")
        wanted = part.split("\n")[:len(shown)]
        assert [row.rstrip() for row in shown] == wanted
    assert 'Words of <b>markup</b> & "quotes".' in "".join(tree.itertext())


@pytest.mark.parametrize("more", [[], ["--theme", "light"], ["--no-color"], ["--size", "120x40"]],
                         ids=" ".join)
def test_pictures_are_sound(run, tmp_path, lesson, more):
    done = run("record", lesson, "--format", "svg", "--all", "--output-dir", "pictures", *more)
    assert done.returncode == 0, done.stderr
    pictures = sorted((tmp_path / "pictures").iterdir())
    assert len(pictures) == LESSON.count("\n")
    text = run("record", lesson, "--format", "text", "--all", *more).stdout.decode()
    parts = re.split(r"^--- screen .* ---\n", text, flags=re.M)[1:]
    for path, part in zip(pictures, parts, strict=True):
        root = ElementTree.fromstring(path.read_bytes())
        assert root.tag == SVG + "svg" and root.get("role") == "img"
        ids = {one.get("id") for one in root.iter() if one.get("id")}
        assert root.get("aria-labelledby") in ids and root.find(SVG + "title").text.strip()
        assert root.find(SVG + "desc").text == part
        width, height = int(root.get("width")), int(root.get("height"))
        rows = {}
        for one in root.iter(SVG + "text"):
            x, y, length = (int(one.get(name)) for name in ("x", "y", "textLength"))
            assert 0 < x and x + length <= width and 0 < y < height
            assert (x - 9) % 9 == 0 and length % 9 == 0 and "  " not in one.text
            assert re.fullmatch(r"#[0-9a-f]{6}", one.get("fill"))
            row = rows.setdefault((y - 23) // 18, [])
            if row:
                assert row[-1][0] + row[-1][1] <= x, "two runs overlap"
            row.append((x, length, one.text))
        lines = part.split("\n")
        for number, line in enumerate(lines[:-1]):
            drawn = "".join(text.replace(" ", "") for _, _, text in rows.get(number, []))
            assert drawn == line.replace(" ", "")


def test_a_cast_has_the_form_of_its_standard(run, lesson):
    lines = run("record", lesson).stdout.decode().splitlines()
    header = json.loads(lines[0])
    assert header["version"] == 2 and header["width"] == 80 and header["height"] >= 24
    assert len(header["theme"]["palette"].split(":")) in (8, 16)
    for line in lines[1:]:
        time, kind, data = json.loads(line)
        assert time >= 0 and kind in "om" and isinstance(data, str)
    assert all(ord(character) >= 0x20 for line in lines for character in line)

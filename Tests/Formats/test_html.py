"""Reads pages with an independent parser that refuses every error of HTML."""

import re
import shutil
import subprocess

import html5lib
import pytest

COMMANDS = [
    ["country", "UGA"], ["country", "SAU"], ["country", "TUV"], ["assess", "UGA", "dhis2"],
    ["good", "dhis2"], ["rank", "UGA"], ["rank", "--good", "dhis2"], ["countries"], ["goods"],
    ["indicators"], ["sources"], ["measures"], ["compare", "UGA", "KEN"], ["offer"],
    ["offer", "upi"], ["method"], ["why", "UGA", "--figure", "internet-users"],
    ["matrix", "--goods", "dhis2"], ["certainty", "UGA", "dhis2"],
    ["certainty", "KEN"], ["data", "info"],
]
VOID_LINKS = re.compile(r"(src|srcset|xlink:href|@import|url\((?!#))")


def parsed(page):
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def checked(page):
    """The tree of a page that is sound: headings in order, ids once, links that lead somewhere."""
    tree = parsed(page)
    assert tree.get("lang") == "en"
    assert "".join(tree.find("head/title").itertext()).strip()
    levels = [int(one.tag[1]) for one in tree.iter() if str(one.tag) in ("h1", "h2", "h3")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(levels, levels[1:]))
    ids = [one.get("id") for one in tree.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    for one in tree.iter():
        assert one.tag not in ("script", "link", "img", "iframe", "object", "form")
        assert not [name for name in one.keys() if str(name).startswith("on")]
        if one.tag == "a":
            target = one.get("href")
            if target.startswith("#"):
                assert target[1:] in ids, target
            else:
                assert re.match(r"https?://", target) and one.get("rel") == "noreferrer"
        if one.tag == "table":
            assert one.find("caption") is not None
            heads = one.findall("thead/tr/th")
            assert heads and all(head.get("scope") == "col" for head in heads)
            for row in one.findall("tbody/tr"):
                assert len(list(row)) == len(heads)
        for name in (one.get("aria-labelledby") or "").split():
            assert name in ids
    style = tree.find("head/style").text
    assert not VOID_LINKS.search(style)
    return tree


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_page_is_sound(run, tmp_path, arguments):
    done = run(*arguments, "--format", "html")
    assert done.returncode == 0, done.stderr
    checked(done.stdout)
    if shutil.which("tidy"):
        path = tmp_path / "page.html"
        path.write_bytes(done.stdout)
        tidy = subprocess.run(["tidy", "-q", "-e", path], capture_output=True, text=True)
        assert tidy.stderr == "", tidy.stderr


def test_hostile_words_are_only_words(run, hostile):
    done = run("country", "UGA", "--format", "html", *hostile)
    assert done.returncode == 0, done.stderr
    text = "".join(checked(done.stdout).itertext())
    assert "=1+1<script>alert(1)</script>&\"' xxx" in text


def test_too_many_pairs_are_refused(run):
    done = run("matrix", "--format", "html")
    assert done.returncode == 64 and b"too many for a page" in done.stderr


def test_a_template_dresses_the_page(run, tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "style.css").write_text("p{color:#123456}")
    (folder / "page.html").write_text(
        "<!DOCTYPE html>\n<html lang=en><head><title>{{title}} of ours</title>"
        "<style>{{style}}</style></head>\n<body>{{body}}</body></html>\n")
    done = run("country", "UGA", "--format", "html", "--template", str(folder))
    assert done.returncode == 0, done.stderr
    tree = parsed(done.stdout)
    assert tree.find("head/title").text == "Uganda (UGA) of ours"
    assert tree.find("head/style").text == "p{color:#123456}\n"
    (folder / "page.html").write_text("<p>\n{{title}}\n{{boddy}}</p>\n")
    done = run("country", "UGA", "--format", "html", "--template", str(folder))
    assert done.returncode == 65 and b"page.html:3: there is no placeholder {{boddy}}" in done.stderr


@pytest.mark.parametrize(("options", "code"), [
    (["--format", "html", "--template", "nowhere"], 66),
    (["--format", "html", "--template", "."], 66),
    (["--format", "md", "--template", "."], 64),
])
def test_a_template_that_cannot_be_used(run, options, code):
    done = run("country", "UGA", *options)
    assert done.returncode == code and done.stdout == b"" and done.stderr

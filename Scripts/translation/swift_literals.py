"""Reads the string literals of a Swift file, with what stands before each."""

import re


class Literal:
    """A literal: its text with {n} for interpolated parts, its line, and the code before and after."""

    def __init__(self, text, before, line):
        self.text = text
        self.before = before
        self.after = ""
        self.line = line


ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", '"': '"', "\\": "\\", "'": "'"}


def literals(code):
    """All literals of a file, joined where `+` stands between; those in interpolations too."""
    found = []
    _scan(code, 0, len(code), found)
    return found


def _scan(code, at, end, found):
    segment = at
    while at < end:
        if code.startswith("//", at):
            stop = code.find("\n", at)
            stop = end if stop < 0 else stop
            code = code[:at] + " " * (stop - at) + code[stop:]
            at = stop
        elif code[at] == '"':
            before = code[segment:at]
            line = code.count("\n", 0, at) + 1
            parts, inner, at = _literal(code, at)
            _close(found, before)
            if found and before.strip() == "+" and isinstance(found[-1], Literal):
                found[-1].text = found[-1].text + parts
            else:
                found.append(Literal(parts, before, line))
            segment = at
            for piece in inner:
                nested = []
                _scan(piece, 0, len(piece), nested)
                found[-1:] = nested + found[-1:]
        else:
            at += 1
    _close(found, code[segment:end])


def _close(found, after):
    if found and not found[-1].after:
        found[-1].after = after


def _literal(code, at):
    """The text with \x01 for interpolations, the code inside them, and where it ends."""
    triple = code.startswith('"""', at)
    quote = '"""' if triple else '"'
    at += len(quote)
    text, inner = [], []
    while not code.startswith(quote, at):
        if code[at] == "\\":
            nxt = code[at + 1]
            if nxt == "(":
                stop = _interpolation(code, at + 2)
                inner.append(code[at + 2:stop])
                text.append("\x01")
                at = stop + 1
            elif nxt == "u":
                stop = code.index("}", at)
                text.append(chr(int(code[at + 3:stop], 16)))
                at = stop + 1
            elif nxt == "\n":
                text.append("\x02")
                at += 2
            else:
                text.append(ESCAPES.get(nxt, nxt))
                at += 2
        else:
            text.append(code[at])
            at += 1
    at += len(quote)
    text = "".join(text)
    if triple:
        indent = re.search(r"\n([ \t]*)\Z", text)
        lines = re.split(r"(\n|\x02)", text[1:])
        margin = indent.group(1) if indent else ""
        lines = [part[len(margin):] if part.startswith(margin) else part for part in lines]
        text = "".join(lines).replace("\x02", "").rstrip("\n")
    return text, inner, at


def _interpolation(code, at):
    depth = 1
    while depth:
        if code[at] == '"':
            _, _, at = _literal(code, at)
            continue
        depth += {"(": 1, ")": -1}.get(code[at], 0)
        at += 1
    return at - 1

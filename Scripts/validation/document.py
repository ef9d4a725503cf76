"""Markdown tables and the summary of bars."""


def number(value, digits=3):
    """`.567`, `-.830`, `1.000`; a dash where there is none."""
    if value is None or value != value:
        return "-"
    text = f"{value:.{digits}f}"
    if float(text) == 0:
        text = text.lstrip("-")
    return text.replace("0.", ".", 1) if text.lstrip("-").startswith("0.") else text


def percent(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else "-"


def rows(header, body):
    lines = ["| " + " | ".join(header) + " |", "| " + " | ".join(["---"] * len(header)) + " |"]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in body]
    return "\n".join(lines)


class Document:
    def __init__(self):
        self.parts, self.bars = [], []

    def heading(self, text):
        self.parts.append(f"### {text}")

    def say(self, text):
        self.parts.append(text)

    def table(self, header, body):
        self.parts.append(rows(header, body))

    def bar(self, test, bar, result, met):
        self.bars.append((test, bar, result, "met" if met else "**not met**"))

    def without_bar(self, test, result):
        self.bars.append((test, "none", result, "-"))

    def text(self, head):
        summary = rows(("test", "bar", "result", ""), self.bars)
        return "\n\n".join([head, "### Bars", summary, *self.parts]) + "\n"

"""Ways in which the same disclosure may have been extracted: perturbations that must not change the published tables."""

from __future__ import annotations

import random
import re

FORM_TITLE = re.compile(
    r"^[^\n。]{0,40}绩\s*效\s*(?:目标)?自\s*评\s*表[^\n。]{0,10}$", re.MULTILINE
)
BEHIND = re.compile(r"^.{0,4}十二、其他", re.MULTILINE)
_HALF = {"，": ",", "：": ":", "；": ";", "（": "(", "）": ")", "％": "%"}
_FULL = {plain: wide for wide, plain in _HALF.items() if plain != "%"}


def regions(text: str) -> tuple[int, int]:
    """Where the forms begin and end."""
    titles = [m.start() for m in FORM_TITLE.finditer(text)]
    behind = [m.start() for m in BEHIND.finditer(text)]
    return (titles[0], behind[-1]) if titles else (len(text), len(text))


def _in_prose(text: str, change) -> str:
    start, end = regions(text)
    return change(text[:start]) + text[start:end] + change(text[end:])


def reflow(text: str, rng: random.Random) -> str:
    """Break the lines of the prose at any width, inside words and numbers."""
    width, gap = rng.randint(12, 60), rng.choice(["\n", "\n\n"])

    def change(part: str) -> str:
        lines = []
        for line in part.split("\n"):
            pieces = [line[i : i + width] for i in range(0, len(line), width)] or [""]
            lines.append(gap.join(pieces))
        return "\n".join(lines)

    return _in_prose(text, change)


def half_width(text: str, rng: random.Random) -> str:
    """Full-width punctuation to half-width, here and there."""
    return "".join(_HALF[char] if char in _HALF and rng.random() < 0.5 else char for char in text)


def full_width(text: str, rng: random.Random) -> str:
    """Half-width punctuation to full-width, save inside numbers."""

    def wide(match: re.Match[str]) -> str:
        return _FULL[match[0]] if rng.random() < 0.5 else match[0]

    return re.sub(r"(?<!\d)[,:](?!\d)|[;()]", wide, text)


def wide_digits(text: str, rng: random.Random) -> str:
    """Full-width digits in the prose."""
    table = {ord(str(i)): chr(0xFF10 + i) for i in range(10)}
    return _in_prose(
        text,
        lambda part: "\n".join(
            x.translate(table) if rng.random() < 0.5 else x for x in part.split("\n")
        ),
    )


def markdown_added(text: str, rng: random.Random) -> str:
    """Headings, bullets and bold in the prose."""

    def change(part: str) -> str:
        lines = []
        for line in part.split("\n"):
            if line.strip() and rng.random() < 0.2:
                line = rng.choice(["# {}", "### {}", "- {}", "**{}**", "  - {}"]).format(
                    line.strip()
                )
            lines.append(line)
        return "\n".join(lines)

    return _in_prose(text, change)


def markdown_removed(text: str, rng: random.Random) -> str:
    """No headings, bullets and bold at all."""
    return _in_prose(text, lambda part: re.sub(r"(?m)^[ \t]*(?:#{1,6} |- )|\*\*", "", part))


_AMOUNT = re.compile(r"\d[\d,]{0,9}\.\d\d")


def spaces(text: str, rng: random.Random) -> str:
    """Spaces inside amounts and between Chinese characters of the prose; digits alike would be a doubled one."""

    def change(part: str) -> str:
        out = []
        for i, char in enumerate(part):
            out.append(char)
            after = part[i + 1 : i + 2]
            in_number = (char.isdigit() or char in ",.") and (after.isdigit() or after in ".,")
            between = (in_number and char != after and _AMOUNT.search(part, i, i + 12)) or (
                "一" <= char <= "龥" and "一" <= after <= "龥"
            )
            if after and between and rng.random() < 0.05:
                out.append(rng.choice([" ", "\u3000", "\u00a0"]))
        return "".join(out)

    return _in_prose(text, change)


def cell_spaces(text: str, rng: random.Random) -> str:
    """Spaces inside the cells of forms with tabs."""
    start, end = regions(text)

    def change(line: str) -> str:
        if "\t" not in line:
            return line
        return re.sub(
            r"(?<=[一-龥])(?=[一-龥])|(?<=\d)(?=\.)|(?<=\.)(?=\d)",
            lambda m: " " if rng.random() < 0.05 else "",
            line,
        )

    return text[:start] + "\n".join(map(change, text[start:end].split("\n"))) + text[end:]


def line_ends(text: str, rng: random.Random) -> str:
    """CRLF."""
    return text.replace("\n", "\r\n")


def page_furniture(text: str, rng: random.Random) -> str:
    """Page numbers, form feeds and repeated page headers between lines, also inside forms."""
    head = re.search(r"[^#*]{4,80}?年\s*度\s*部门决算\s*公开\s*说明", text.strip()[:200])
    header = " ".join(head[0].split()) if head else ""
    lines, page = [], 1
    for line in text.split("\n"):
        lines.append(line)
        if rng.random() < 0.01:
            page += 1
            lines += ["", rng.choice([f"{page}", f"- {page} -", f"第 {page} 页"]), ""]
            if rng.random() < 0.5:
                lines += ["\f"]
            if rng.random() < 0.3 and header:
                lines += [header, ""]
    return "\n".join(lines)


def tabs_at_end(text: str, rng: random.Random) -> str:
    """Empty cells at the end of rows."""
    return "\n".join(
        line + "\t" * rng.randint(0, 3) if "\t" in line else line for line in text.split("\n")
    )


def tabs_doubled(text: str, rng: random.Random) -> str:
    """Every tab twice."""
    return text.replace("\t", "\t\t")


def markdown_tables(text: str, rng: random.Random) -> str:
    """Cells between bars instead of tabs, a rule of dashes under the first row of a table."""
    lines: list[str] = []
    for line in text.split("\n"):
        if "\t" not in line:
            lines.append(line)
            continue
        first = not lines or not lines[-1].startswith("|")
        lines.append("| " + " | ".join(line.split("\t")) + " |")
        if first:
            lines.append("|" + " --- |" * (line.count("\t") + 1))
    return "\n".join(lines)


def operators(text: str, rng: random.Random) -> str:
    """Comparison operators in other spellings."""

    def other(match: re.Match[str]) -> str:
        more = match[0] in (">=", "≥", "＞＝", "$\\geq$")
        return rng.choice(
            ["≥", ">=", "＞＝", "$\\geq$"] if more else ["≤", "<=", "＜＝", "$\\leq$"]
        )

    return re.sub(r">=|≥|<=|≤", other, text)


ALL = (
    reflow, half_width, full_width, wide_digits, markdown_added, markdown_removed, spaces, cell_spaces, line_ends,
    page_furniture, tabs_at_end, tabs_doubled, markdown_tables, operators,
)  # fmt: skip

"""Damage of texts: what extraction, a scan, or a careless hand does to a disclosure.

``python -m tests.damage_texts 3000 5000`` reads so many damaged texts, from a seed on, and prints how
many of them broke the parser, how long the slowest took, and in how many a figure was lost, moved or
published damaged and nothing was told, or nothing but by a check that fails now.
"""

from __future__ import annotations

import difflib
import itertools
import random
import re
import sys
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from juesuan import check, intake, terms
from juesuan.errors import JuesuanError
from juesuan.intake.text.hidden import without_secrets
from juesuan.model import Facts
from juesuan.package.tables import figure_rows
from juesuan.parse import complete
from tests.conftest import IDS, ROOT, document_of
from tests.made import FRAGMENTS, disclosure, understood

Damage = Callable[[str, random.Random], str]
DAMAGES: dict[str, Damage] = {}
"""Every kind of damage, by its name."""

PROVINCES = Path(__file__).parent / "parse" / "provinces"
AMOUNT = re.compile(r"\d[\d,]*\.\d\d")
FORM_TITLE = re.compile(r"(?m)^[^\n。]{0,40}绩\s*效\s*(?:目标)?自\s*评\s*表[^\n。]{0,10}$")
BIDI, NUL = "\u202e", "\0"
LOOKS = {"0": "O", "1": "l", "5": "S", "8": "B", "6": "b", "9": "g", "2": "Z"}
WRONG = {"公务": "公了", "支出": "支岀", "收入": "收人", "决算": "决箅", "预算": "预箅", "项目": "顶目", "经费": "经赀"}  # fmt: skip
"""What a scan reads instead."""


def damage(function: Damage) -> Damage:
    DAMAGES[function.__name__] = function
    return function


def replaced(
    text: str, pattern: str, to: Callable[[re.Match[str]], str], rng: random.Random
) -> str:
    """The text with one place of a pattern replaced; as it is where there is none."""
    found = list(re.finditer(pattern, text))
    if not found:
        return text
    one = rng.choice(found)
    return text[: one.start()] + to(one) + text[one.end() :]


def lines_changed(text: str, change: Callable[[list[str], int], None], rng: random.Random) -> str:
    """The text after a change at one of its lines that are not empty."""
    lines = text.split("\n")
    change(lines, rng.choice([i for i, line in enumerate(lines) if line.strip()]))
    return "\n".join(lines)


def of_pattern(name: str, pattern: str, to: Callable[[re.Match[str], random.Random], str]) -> None:
    """A kind of damage that replaces one place of a pattern."""
    DAMAGES[name] = lambda text, rng: replaced(text, pattern, lambda m: to(m, rng), rng)


def split_at(printed: str, rng: random.Random) -> tuple[str, str]:
    at = rng.randint(1, max(1, len(printed) - 1))
    return printed[:at], printed[at:]


def with_between(between: str) -> Callable[[re.Match[str], random.Random], str]:
    return lambda m, rng: between.join(split_at(m[0], rng))


NUMBER, FUND, TABBED = r"\d[\d,]*\.\d\d", r"(?<=\t)[\d,.]+(?=\t)", r"(?m)^[^\n]*\t[^\n]*$"
SENTENCE = r"[\d,]+\.\d\d\s*(?:万元|%)"

of_pattern("number_lost", NUMBER, lambda m, r: "")
of_pattern("number_and_unit_lost", SENTENCE, lambda m, r: "")
of_pattern("unit_lost", r"(?<=\d)\s*万元", lambda m, r: "")
of_pattern("unit_alone_doubled", r"万元", lambda m, r: "万元万元")
of_pattern("number_boxed", NUMBER, lambda m, r: "□" * len(m[0]))
of_pattern("digit_boxed", NUMBER, lambda m, r: "■".join((split_at(m[0], r)[0][:-1], split_at(m[0], r)[1])))  # fmt: skip
of_pattern("digit_misread", r"\d[\d,]*\.\d\d(?=\s*万元|%)", lambda m, r: "".join(LOOKS.get(c, c) for c in m[0]))  # fmt: skip
of_pattern("number_spaced", NUMBER, with_between(" "))
of_pattern("number_piece_doubled", NUMBER, lambda m, r: f"{m[0]} {m[0][-2:]}")
of_pattern("count_doubled", r"\d+(?=\s*[人辆台个])", lambda m, r: f"{m[0]} {m[0]}")
of_pattern("number_doubled", NUMBER, lambda m, r: m[0] + m[0])
of_pattern("number_over_lines", NUMBER, with_between("\n"))
of_pattern("page_number_in_number", NUMBER, lambda m, r: f"\n{r.randint(1, 99)}\n".join(split_at(m[0], r)))  # fmt: skip
of_pattern("page_line_in_number", NUMBER, lambda m, r: f"\n- {r.randint(1, 99)} -\n".join(split_at(m[0], r)))  # fmt: skip
of_pattern("page_break_in_number", NUMBER, with_between("\f"))
of_pattern("watermark_in_number", NUMBER, with_between("\n扫描全能王 创建\n"))
of_pattern("bold_in_number", NUMBER, lambda m, r: f"**{m[0]}**")
of_pattern("bold_behind_sign", r"-(?=\d)", lambda m, r: "-**")
of_pattern("bold_inside_number", NUMBER, with_between("**"))
of_pattern("wide_digits", NUMBER, lambda m, r: m[0].translate({48 + i: 0xFF10 + i for i in range(10)}))  # fmt: skip
of_pattern("some_wide_digits", NUMBER, lambda m, r: m[0].replace(m[0][0], chr(ord(m[0][0]) + 0xFEE0)))  # fmt: skip
of_pattern("arabic_digits", NUMBER, lambda m, r: m[0].translate({48 + i: 0x660 + i for i in range(10)}))  # fmt: skip
of_pattern("arabic_digit", NUMBER, lambda m, r: chr(ord(m[0][0]) - 48 + 0x660) + m[0][1:])
of_pattern("superscript", NUMBER, lambda m, r: m[0] + "²")
of_pattern("very_long_number", NUMBER, lambda m, r: "6222021234567890123" + m[0])
of_pattern(
    "account_in_reason", r"主要原因是[:：]?", lambda m, r: m[0] + "退卡号6222021234567890123，"
)
of_pattern("exponent", NUMBER, lambda m, r: "1e400")
of_pattern("not_a_number", NUMBER, lambda m, r: r.choice(["NaN", "inf", "—", "无"]))
of_pattern("points_doubled", NUMBER, lambda m, r: m[0].replace(".", ".."))
of_pattern("comma_for_point", NUMBER, lambda m, r: m[0].replace(".", ","))
of_pattern("label_misread", "|".join(WRONG), lambda m, r: WRONG[m[0]])
of_pattern("label_character_lost", r"(?:公务|财政|一般|项目|年末|年初)[\u4e00-\u9fff]{2,4}", lambda m, r: m[0][1:])  # fmt: skip
of_pattern("label_character_swapped", r"[\u4e00-\u9fff]{4}(?=\d)", lambda m, r: m[0][1] + m[0][0] + m[0][2:])  # fmt: skip
of_pattern("characters_doubled", r"[\u4e00-\u9fff]{2}", lambda m, r: m[0] * 2)
of_pattern("character_lost", r"(?<=[\u4e00-\u9fff])[\u4e00-\u9fff]", lambda m, r: "")
of_pattern("form_title_lost", FORM_TITLE.pattern, lambda m, r: "")
of_pattern(
    "heading_lost", r"(?m)^\W{0,4}[一二三四五六七八九十]{1,2}、[^\n]{4,40}$", lambda m, r: ""
)
of_pattern("cell_lost", FUND, lambda m, r: "")
of_pattern("cell_dashed", FUND, lambda m, r: "—")
of_pattern("cell_with_sign", FUND, lambda m, r: m[0] + r.choice(["分", "%", "分%", "元"]))
of_pattern("cell_doubled", FUND, lambda m, r: f"{m[0]} {m[0]}")
of_pattern("cell_and_tab_lost", r"\t[\d,.]+(?=\t)", lambda m, r: "")
of_pattern("cell_printed_twice", r"\t[\d,.]+(?=\t)", lambda m, r: m[0] * 2)
of_pattern("tab_lost", r"(?<=[^\t\n])\t(?=[^\t\n])", lambda m, r: "")
of_pattern("tab_for_spaces", r"(?<=[^\t\n])\t(?=[^\t\n])", lambda m, r: "   ")
of_pattern("row_broken", r"(?<=[^\t\n]\t)(?=[^\t\n])", lambda m, r: "\n")
of_pattern("row_lost", TABBED, lambda m, r: "")
of_pattern("row_doubled", TABBED, lambda m, r: f"{m[0]}\n{m[0]}")
of_pattern("page_break_in_row", r"(?<=[^\t\n])\t(?=[^\t\n])", lambda m, r: "\n\f\n")
of_pattern("lines_merged", r"(?<=[^\n。])\n(?=[^\n])", lambda m, r: "")
of_pattern("brackets_lost", r"[（(]", lambda m, r: "")
of_pattern("bidirectional", NUMBER, with_between(BIDI))
of_pattern("nul_character", NUMBER, with_between(NUL))
of_pattern("html_entity", r"[%,，]", lambda m, r: r.choice(["&nbsp;", "&#8203;", "<br>"]) + m[0])


@damage
def line_lost(text: str, rng: random.Random) -> str:
    return lines_changed(text, lambda lines, i: lines.__setitem__(i, ""), rng)


@damage
def line_doubled(text: str, rng: random.Random) -> str:
    return lines_changed(text, lambda lines, i: lines.insert(i, lines[i]), rng)


@damage
def lines_swapped(text: str, rng: random.Random) -> str:
    return lines_changed(text, lambda lines, i: lines.insert(max(0, i - 1), lines.pop(i)), rng)


@damage
def text_cut_off(text: str, rng: random.Random) -> str:
    return text[: rng.randrange(len(text) // 2, len(text))]


@damage
def furniture_and_watermarks(text: str, rng: random.Random) -> str:
    marks = ("扫描全能王 创建", "第 {} 页 共 90 页", "- {} -", "由 CamScanner 扫描", "{}")
    lines = []
    for line in text.split("\n"):
        lines.append(line)
        if line.endswith("。") and rng.random() < 0.05:
            lines.append(rng.choice(marks).format(rng.randint(1, 90)))
    return "\n".join(lines)


@damage
def page_header_repeated(text: str, rng: random.Random) -> str:
    """The title stands on top of each page, whatever is broken off there."""
    header = next(line for line in text.split("\n") if line.strip()).strip("# ")
    every = rng.randrange(400, 1200)
    breaks = range(every, len(text) - every, every)
    at = [0, *(text.find(rng.choice(",，。、"), one) + 1 or one for one in breaks), len(text)]
    pages = [text[a:b] for a, b in itertools.pairwise(at) if a < b]
    return f"\n{header}\n".join(pages)


def sources() -> dict[str, str]:
    """The texts that are damaged: the five, two made ones, and those of the provinces."""
    found = {"made": disclosure(), "fragments": disclosure(overall="", project=FRAGMENTS)}
    found |= {one.stem: one.read_text(encoding="utf-8") for one in sorted(PROVINCES.glob("*.txt"))}
    for one in IDS:
        found[one] = intake.read(next((ROOT / "datapackages" / one / "source").iterdir())).text
    return found


Cells = dict[tuple[str, str, str], str]


@dataclass(frozen=True)
class Read:
    """What becomes of a text, as the program converts it: facts with all that is remarked."""

    facts: Facts

    @cached_property
    def contradictions(self) -> frozenset[tuple[str, ...]]:
        """The checks that fail or cannot be read: each is published and named in the report."""
        return frozenset(
            (one["state"], one["rule"], one["subject"])
            for one in check.run(self.facts)
            if one["state"] in ("fail", "unreadable")
        )


def read(text: str) -> Read:
    """What is understood of a text, with the remarks of every stage."""
    document = without_secrets(document_of(text))
    facts = understood(document)
    tables = {**facts.tables, "figures": tuple(figure_rows(facts, document))}
    remarks = (*facts.remarks, *complete(document, facts))
    return Read(Facts(facts.disclosure_id, tables, facts.figures, remarks, printed=text))


_LABELS = {
    "project_funds": ("project_id", "label"),
    "indicators": ("project_id", "level3"),
    "functions": ("fund", "class", "subclass", "item"),
}
"""Rows that are known by what is printed in them, and not by their position."""


def bound(facts: Facts) -> Cells:
    """Every figure that was published, by its cell.

    A row of a form and a line of spending are known by their labels, so that one printed before
    them moves no figure.
    """
    names = {
        (resource, terms.resource_schemas()[resource].row_key(row)): " ".join(
            row[one] for one in labels
        )
        for resource, labels in _LABELS.items()
        for row in facts.tables.get(resource, ())
    }
    cells: Cells = {}
    for one in facts.figures:
        if one.status == "bound":
            row = names.get((one.resource, one.row), one.row)
            cells.setdefault((one.resource, row, one.field), one.value)
    return cells


def told(facts: Facts) -> Counter[str]:
    """What a maintainer or a reader is told: remarks, marks, figures that are not read."""
    marks = (
        mark
        for rows in facts.tables.values()
        for row in rows
        for mark in row.get("unreadable", "").split()
    )
    unread = ("unread" for one in facts.figures if one.status == "unread")
    return Counter([*(re.sub(r"\d+", "", one) for one in facts.remarks), *marks, *unread])


def is_silent(before: Read, after: Read) -> bool:
    """Whether figures went out of their cells or changed there, and nothing more is told."""
    was, now = bound(before.facts), bound(after.facts)
    harmed = any(now.get(cell) != value for cell, value in was.items())
    return harmed and not told(after.facts) - told(before.facts)


def variants(number: int, texts: dict[str, str], first: int = 0) -> Iterator[tuple[str, str, str]]:
    """So many damaged texts: the kind, the source, the text; the same ones each time.

    Args:
        number: of them.
        texts: that are damaged, by their names.
        first: seed of the first one.
    """
    names = list(texts)
    for seed in range(first, first + number):
        rng = random.Random(seed)
        kind = list(DAMAGES)[seed % len(DAMAGES)]
        name = rng.choice(names)
        yield kind, name, DAMAGES[kind](texts[name], rng)


def outcome(before: Read, text: str) -> str:
    """What became of a damaged text.

    ``refused``; ``silent``; ``contradicted`` where nothing of it is told but by a check that fails
    now; or ``well``.
    """
    try:
        after = read(text)
    except JuesuanError:
        return "refused"
    if not is_silent(before, after):
        return "well"
    return "contradicted" if after.contradictions - before.contradictions else "silent"


def main(number: int, first: int) -> None:
    texts = sources()
    before = {name: read(text) for name, text in texts.items()}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    longest = 0.0
    for kind, name, text in variants(number, texts, first):
        began = time.perf_counter()
        try:
            found = outcome(before[name], text)
        except Exception:
            found = "broke"
            print(kind, name, traceback.format_exc(limit=-2))
        longest = max(longest, time.perf_counter() - began)
        counts[kind][found] += 1
        if found == "silent" and "-v" in sys.argv:
            _show(kind, name, texts[name], text, before[name])
    for kind, one in sorted(counts.items(), key=lambda item: -item[1]["silent"]):
        if one["silent"] or one["broke"] or one["contradicted"]:
            print(f"{kind}: {dict(one)}")
    total = sum(counts.values(), Counter[str]())
    shares = [f"{total[one]} {one} ({100 * total[one] / number:.2f} %)" for one in _TOLD]
    print(
        f"{number} variants of {len(DAMAGES)} kinds: {', '.join(shares)}, longest {longest:.2f} s"
    )


def _show(kind: str, name: str, was: str, text: str, before: Read) -> None:
    """Print what a damage changed, and which cells it harmed."""
    print(f"--- {kind} {name}")
    lines = difflib.unified_diff(was.split("\n"), text.split("\n"), lineterm="", n=1)
    print("\n".join(line[:400] for line in itertools.islice(lines, 3, 12)))
    now = bound(read(text).facts)
    for cell, value in bound(before.facts).items():
        if now.get(cell) != value:
            print("   ", *cell, value, "->", now.get(cell))


_TOLD = ("broke", "silent", "contradicted", "refused")

if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:] if one.isdecimal()]
    main(*(numbers + [500, 0][len(numbers) :])[:2])

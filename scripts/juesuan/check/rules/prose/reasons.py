"""What explanations say, in words, against the figures that they explain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from juesuan import terms
from juesuan.check.book.book import Book
from juesuan.check.book.legible import lost, told
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell
from juesuan.check.comparing.compare import FAIL, INFORMATION, PASS, Outcome, compared
from juesuan.check.rule import rule
from juesuan.check.views.words import DOWN, EVEN, UP, WORDS, says
from juesuan.rows import FiguresColumns, MeasuresRow

Explained = Literal["change", "variance_pct"]


@dataclass(frozen=True, slots=True)
class _Reason(Subject[FiguresColumns]):
    """A reason of a row: its text, and the column that it explains."""

    text: str
    column: Explained


def _reasons(book: Book) -> Iterator[_Reason]:
    """Every reason of a change against the year before or of a deviation from the budget."""
    for row in book.facts.rows("measures"):
        yield from _of_row("measures", row, row["label"])
    for line in book.facts.rows("functions"):
        yield from _of_row("functions", line, line["item"] or line["class"])


def _of_row(resource: str, row: FiguresColumns, name: str) -> Iterator[_Reason]:
    key = terms.resource_schemas()[resource].row_key(row)
    if row["reason"] and told(row, "change"):
        yield _Reason(resource, row, f"{key}/reason", name, row["reason"], "change")
    if row["variance_reason"] and told(row, "variance_pct"):
        text = row["variance_reason"]
        yield _Reason(resource, row, f"{key}/variance_reason", name, text, "variance_pct")


def _of_moved(book: Book) -> list[_Reason]:
    """Reasons of figures that moved."""
    return [
        one
        for one in _reasons(book)
        if lost(one.row, one.column) or book.figure(one, one.column).value
    ]


@rule("N70", over=_of_moved)
def direction_of_reason(book: Book, subject: _Reason) -> Outcome:
    """原因的方向与增减相符：数字增加时不只说减少，数字减少时不只说增加

    只在原因通篇只有一个方向的词、且最后一句也是这个方向时判断；
    增加的数字也可能由别处的减少造成，所以只作说明。
    """
    changed = book.figure(subject, subject.column)
    said = f"{changed.label} {changed.text}，"
    same, other = (UP, DOWN) if changed.value > 0 else (DOWN, UP)
    last = re.split("[，。；]", subject.text.rstrip("。；"))[-1]
    if says(last, other) and not says(subject.text, same):
        return compared(INFORMATION, f"{said}原因为“{subject.text}”", changed)
    return compared(PASS, f"{said}原因中没有读出相反的方向", changed)


def _outright(text: str) -> bool:
    """A reason of one sentence that is said of the whole, without reserve."""
    return not says(text, (*WORDS.words("reserve"), "。", "；"))


def _of_even(book: Book) -> list[_Reason]:
    """Reasons of one sentence that say outright that nothing changed."""
    return [one for one in _reasons(book) if _outright(one.text) and says(one.text, EVEN)]


@rule("N71", over=_of_even)
def even_means_even(book: Book, subject: _Reason) -> Outcome:
    """原因称“持平”“无变化”“无差异”的，增减或差异为 0

    只判断一句话说完、没有“基本”“其中”“除……外”等保留的说法。
    """
    changed = book.figure(subject, subject.column)
    word = next(one for one in EVEN if one in subject.text)
    return _must_be_zero(f"原因称“{word}”", changed)


def _must_be_zero(said: str, cell: Cell) -> Outcome:
    state = FAIL if cell.value else PASS
    words = "，两处表述不能同时成立" if state == FAIL else ""
    said = f"{said}，{cell.label} {cell.text}"
    return Outcome(state, said + words, cell.value, Decimal(0), figures=cell.figures, brief=said)


@dataclass(frozen=True, slots=True)
class _Denial(Subject[MeasuresRow]):
    """A measure of which its own explanation says that there is none, in these words."""

    text: str


def _denied(book: Book) -> Iterator[_Denial]:
    for row in book.facts.rows("measures"):
        key = f"{row['section']}/{row['measure']}"
        for field, text in (
            ("reason", row["reason"]),
            ("variance_reason", row["variance_reason"]),
        ):
            if _denies(text, (row["label"], *terms.measures()[row["measure"]].aliases)):
                yield _Denial("measures", row, f"{key}/{field}", row["label"], text)


def _denies(text: str, names: tuple[str, ...]) -> bool:
    """Whether a text says outright that there is none of a thing that has these names."""
    match = WORDS.pattern("none_of_own").search(text)
    return match is not None and _outright(text) and _names(text[match.end() :], names)


def _names(text: str, names: tuple[str, ...]) -> bool:
    """Whether a text is a name and nothing but its endings, up to the next comma."""
    first = re.split("[，,]", text)[0]
    endings = WORDS.words("name_ending")
    return any(first.startswith(name) and first[len(name) :] in endings for name in names)


@rule("N72", over=_denied)
def none_means_zero(book: Book, subject: _Denial) -> Outcome:
    """说明称“我单位无……费”的，该项决算数为 0

    说没有这项费用，它的金额就应当是 0。
    """
    return _must_be_zero(f"称“{subject.text}”", book.figure(subject, "actual"))


@dataclass(frozen=True, slots=True)
class _Copy(Subject[MeasuresRow]):
    """A reason that is printed again: as it is printed first."""

    first: str


_NUMERAL = re.compile(r"[0-9.,]+")
_SHORT = 12
"""Shorter reasons are alike by chance."""


def _repeated(book: Book) -> Iterator[_Copy]:
    """Reasons printed again word for word, apart from their numerals."""
    seen: dict[str, MeasuresRow] = {}
    for row in book.facts.rows("measures"):
        bare = _NUMERAL.sub("#", row["reason"])
        if "#" not in bare or len(bare) < _SHORT:
            continue
        first = seen.setdefault(bare, row)
        if first is not row:
            key = f"{row['section']}/{row['measure']}"
            yield _Copy("measures", row, key, row["label"], first["reason"])


@rule("N73", over=_repeated)
def repeated_reason(book: Book, subject: _Copy) -> Outcome:
    """同一段原因在几处印出时，其中的数字相同

    同一段说明印了两遍，里面的数字应当一样。
    """
    first, again = subject.first, subject.row["reason"]
    if first == again:
        return Outcome(PASS, "与前文相同")
    return Outcome(INFORMATION, f"前文为“{first}”，此处为“{again}”，数字不同")

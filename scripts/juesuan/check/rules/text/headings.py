"""Headings and titles: the department and the year that they name are those of the cover."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from juesuan.check.book.book import Book
from juesuan.check.book.source import Source, Stretch
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.compare import FAIL, PASS, Outcome
from juesuan.check.rule import rule
from juesuan.check.views.words import WORDS, says
from juesuan.errors import AbsentFactError
from juesuan.rows import DisclosureRow

_MOST = 60
"""Characters of a heading."""

_ALIKE = 0.75
"""Share of characters that a misprinted name has in common with the right one, at least."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the printed text that names the accounts.

    Attributes:
        line: the line.
        name: of the department, or empty.
        year: in digits.
    """

    line: Stretch
    name: str
    year: str


def headings(book: Book) -> tuple[Heading, ...]:
    """The headings and titles that name the accounts by their year, in order."""
    return _headings(book.source)


@lru_cache(maxsize=1)
def _headings(source: Source) -> tuple[Heading, ...]:
    """They are looked for once, however many rules ask."""
    return tuple(_found(source.lines))


def _found(lines: Sequence[Stretch]) -> Iterator[Heading]:
    for before, line in zip((None, *lines), lines, strict=False):
        if before and _goes_on(before, line):
            continue
        for cell in line.text.split("\t"):
            match = WORDS.pattern("titled").search(cell) if len(cell) <= _MOST else None
            if match and not says(cell, WORDS.words("compared")):
                yield Heading(line, match["name"], match["year"])


def _goes_on(before: Stretch, line: Stretch) -> bool:
    """Whether a line is the rest of a sentence that fills the one before it."""
    wrapped = WORDS.pattern("wrapped").search(before.text)
    return wrapped is not None and line.number == before.number + 1


@dataclass(frozen=True, slots=True)
class _Misnamed(Subject[DisclosureRow]):
    """A line with a name that is almost the department's."""

    line: Stretch
    printed: str


def _named(book: Book) -> list[_Misnamed | Subject[DisclosureRow]]:
    """The lines with a name that differs; the whole disclosure where there is none."""
    row, seen = book.facts.disclosure, set[str]()
    found: list[_Misnamed | Subject[DisclosureRow]] = []
    for line, name in (*_misnamed(book), *_joined_otherwise(book)):
        if name not in seen:
            seen.add(name)
            key, where = f"source/{line.number}", f"原文第 {line.number} 行"
            found.append(_Misnamed("disclosure", row, key, where, line, name))
    return found or [Subject("disclosure", row, "all", "")]


def _misnamed(book: Book) -> Iterator[tuple[Stretch, str]]:
    """Headings in which the department's name is another one."""
    wanted = book.facts.disclosure["department"]
    for one in headings(book):
        name = WORDS.pattern("form_scope").sub("", one.name)
        if name and _differs(name, wanted):
            yield one.line, name


def _differs(name: str, wanted: str) -> bool:
    """Whether a name is almost another one: neither a part of it at one end, nor more than it."""
    if wanted.endswith(name) or wanted.startswith(name) or wanted in name:
        return False
    return SequenceMatcher(None, name, wanted, autojunk=False).ratio() >= _ALIKE


def _joined_otherwise(book: Book) -> Iterator[tuple[Stretch, str]]:
    """Places anywhere in the text where parts of the name are joined by another word."""
    wrong = sorted(_other_joints(book.facts.disclosure["department"]))
    if not wrong:
        return
    pattern = re.compile("|".join(map(re.escape, wrong)))
    for stretch in book.source.paragraphs:
        for match in pattern.finditer(stretch.text):
            yield book.source.line_at(stretch.at[match.start()]), match[0]


def _other_joints(name: str) -> set[str]:
    """A name with each word that joins its parts replaced by another one."""
    joints = WORDS.words("joining")
    return {
        name[:i] + other + name[i + 1 :]
        for i, char in enumerate(name)
        if char in joints and 0 < i < len(name) - 1
        for other in joints
        if other != char
    }


@rule("N56-t", over=_named)
def department_in_headings(book: Book, subject: _Misnamed | Subject[DisclosureRow]) -> Outcome:
    """标题、表名中的部门名称与封面相同

    只比较与封面十分接近而不相同的名称（错一两个字、漏字）；全称、不带地区名的简称都可以。
    """
    wanted = book.facts.disclosure["department"]
    if isinstance(subject, _Misnamed):
        said = f"封面为“{wanted}”，原文第 {subject.line.number} 行为“{subject.printed}”"
        figures = book.first_figure(subject.line)
        return Outcome(FAIL, f"{said}，两处名称不一致", figures=figures, brief=said)
    if not any(one.name for one in headings(book)):
        raise AbsentFactError("标题和表名没有写部门名称")
    return Outcome(PASS, f"标题和表名中的部门均为“{wanted}”")

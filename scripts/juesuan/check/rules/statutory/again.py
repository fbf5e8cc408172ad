"""Statutory tables that two files of a disclosure print: the same figures in both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from juesuan import terms
from juesuan.check.book.book import Book
from juesuan.check.book.columns import StatutoryColumn, money, short, title
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell
from juesuan.check.comparing.compare import FAIL, Outcome, adds_up, equal
from juesuan.check.rule import rule
from juesuan.errors import AbsentFactError, UnreadableFactError
from juesuan.rows import ReprintsRow, Row

_FEWEST = 3
"""Different figures from which on a table may be another one."""


@dataclass
class _Print:
    """A table as a second file prints it: its amounts, and what was found of all of them."""

    amounts: list[_Amount] = field(default_factory=list)
    apart: int = -1

    @property
    def paired(self) -> list[_Amount]:
        """Those whose row the print has that is published."""
        return [one for one in self.amounts if one.first is not None]

    def count(self, book: Book) -> int:
        """How many of them differ from what is published; counted once."""
        if self.apart < 0:
            self.apart = sum(_compared(book, one).state == FAIL for one in self.paired)
        return self.apart


@dataclass(frozen=True, slots=True)
class _Amount(Subject[ReprintsRow]):
    """An amount of a second print, with the row that is published and the whole print."""

    first: Row | None
    whole: _Print


def _amounts(book: Book) -> Iterator[_Amount]:
    schemas, prints = terms.resource_schemas(), dict[tuple[str, str], _Print]()
    tables = {row["table"] for row in book.facts.rows("reprints")}
    firsts = {
        (table, schemas[table].row_key(row)): row
        for table in tables
        for row in book.facts.table(table)
    }
    for row in book.facts.rows("reprints"):
        whole = prints.setdefault((row["table"], row["file"]), _Print())
        first = firsts.get((row["table"], row["row"])) if row["row"] else None
        name = f"{short(row['table'])}{row['label']}“{title(row['table'], _column(row))}”"
        key = f"{row['table']}/{row['position']}"
        whole.amounts.append(_Amount("reprints", row, key, name, first, whole))
    for whole in prints.values():
        yield from whole.amounts


@rule("T32", over=_amounts)
def printed_in_two_files(book: Book, subject: _Amount) -> Outcome:
    """同一张决算表在两个文件中各印了一次，同一行、同一栏的数字应当相同

    公布的是先读到的文件中的数字，另一个文件中的数字只用来对照。空白与零视为相同；只有一个文件
    列有的行不比较；以元和以万元印出的，按四舍五入的容差比较。一张表大半数字不同的，可能不是
    同一张表，暂不判断。
    """
    table, whole = short(subject.row["table"]), subject.whole
    if subject.first is None:
        raise AbsentFactError(f"公布的{table}没有名称相同的一行")
    outcome = _compared(book, subject)
    if outcome.state == FAIL and whole.count(book) >= max(_FEWEST, len(whole.paired) // 2 + 1):
        raise UnreadableFactError(
            f"两个文件中的{table}对照 {len(whole.paired)} 处，{whole.count(book)} 处不同，"
            "可能不是同一张表，请与原文核对"
        )
    return outcome


def _compared(book: Book, subject: _Amount) -> Outcome:
    row = subject.row
    again = book.reprinted(row, f"{row['file']}中的{subject.name}")
    first = book.printed(row["table"], subject.first or {}, _column(row), subject.name)
    if _places(first) == _places(again) or not (first.figures and again.figures):
        return equal(first, again)
    return adds_up(first, [again])


def _column(row: ReprintsRow) -> StatutoryColumn:
    return next(one for one in money(row["table"]) if one == row["field"])


def _places(cell: Cell) -> int:
    """Decimals of a figure."""
    return -int(cell.value.as_tuple().exponent)

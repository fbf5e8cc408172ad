"""What must add up inside the tables by economic kind: basic expenditure, “三公”经费."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from juesuan.check.book.book import Book
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell
from juesuan.check.comparing.compare import Outcome, adds_up, at_most, worst
from juesuan.check.comparing.relation import AT_MOST
from juesuan.check.rule import rule
from juesuan.check.views.table7 import PHASES, Phase, or_blank, parts_of_total, three_public
from juesuan.check.views.tables import economic_total, named, of_total, sums_to, table6_rows
from juesuan.errors import AbsentFactError
from juesuan.rows import Table6Row, Table7Row


def _with_code(row: Table6Row) -> Subject[Table6Row]:
    return Subject("table6", row, f"table6/{row['code']}", named("table6", row))


def _classes(book: Book) -> list[Subject[Table6Row]]:
    return [_with_code(row) for row in book.facts.rows("table6") if row["kind"] == "class"]


@rule("T17", over=_classes, gathers=True)
def economic_levels(book: Book, subject: Subject[Table6Row]) -> Outcome:
    """基本支出决算表：每一类 ＝ 该类各款之和

    每一类支出（如工资福利）由各款（如基本工资）组成，加起来就是该类。
    """
    rows = [
        row
        for row in table6_rows(book)
        if row["kind"] == "item" and row["code"].startswith(subject.row["code"])
    ]
    if not rows:
        raise AbsentFactError("该类没有列示各款")
    return sums_to(_amount(book, subject.row, subject.name), _amounts(book, rows))


def _amount(book: Book, row: Table6Row, name: str) -> Cell:
    return book.printed("table6", row, "actual", name)


def _amounts(book: Book, rows: Sequence[Table6Row]) -> list[Cell]:
    return [_amount(book, row, f"{row['code']} {row['name']}") for row in rows]


def _groups(book: Book) -> list[Subject[Table6Row]]:
    """Personnel and public expenditure, whose totals are printed."""
    rows = [row for row in book.facts.rows("table6") if row["kind"] == "total" and row["group"]]
    return [Subject("table6", row, f"table6/{row['group']}", f"表6{row['name']}") for row in rows]


@rule("T18", over=_groups, gathers=True)
def economic_groups(book: Book, subject: Subject[Table6Row]) -> Outcome:
    """基本支出决算表：人员经费合计、公用经费合计 ＝ 所属各类之和

    人员经费和公用经费各由几类支出组成，加起来就是合计。
    """
    group = subject.row["group"]
    if any(row["kind"] != "total" and not row["group"] for row in table6_rows(book)):
        raise AbsentFactError("有的行没有科目编码，不知道属于哪一类")
    rows = [row for row in table6_rows(book) if row["kind"] == "class" and row["group"] == group]
    return sums_to(economic_total(book, group), _amounts(book, rows))


@rule("T19")
def basic_twice(book: Book) -> Outcome:
    """人员经费合计 ＋ 公用经费合计 ＝ 一般公共预算财政拨款支出决算表的基本支出合计

    基本支出分为人员经费和公用经费，在两张表里应当得出同一个数。
    """
    basic = of_total(book, "table5", "basic", "表5基本支出合计")
    return adds_up(basic, [economic_total(book, group) for group in ("personnel", "public")])


@dataclass(frozen=True, slots=True)
class _Column(Subject[Table7Row]):
    """A column of table 7: budget or actual amounts."""

    phase: Phase


def _columns(book: Book) -> list[_Column]:
    return [
        _Column("table7", row, f"table7/{phase}", f"表7{label}", phase)
        for row in book.facts.rows("table7")[:1]
        for phase, label in PHASES.items()
    ]


@rule("T20", over=_columns, gathers=True)
def three_public_table(book: Book, subject: _Column) -> Outcome:
    """“三公”经费决算表：合计 ＝ 因公出国（境）费 ＋ 公务用车 ＋ 公务接待费；
    公务用车小计 ＝ 购置费 ＋ 运行费

    “三公”经费由三项组成，公务用车又分买车和养车，各自加起来就是合计。
    """
    phase = subject.phase
    kinds = [or_blank(book, name, phase) for name in ("vehicle_purchase", "vehicle_running")]
    vehicles = sums_to(or_blank(book, "vehicles", phase), kinds)
    return worst([parts_of_total(book, phase), vehicles])


_SAME = {
    "30212": "abroad",
    "30231": "vehicle_running",
    "31013": "vehicle_purchase",
    "30217": "reception",
}
"""Codes of economic items that are items of “三公”经费 as well."""


def _shared(book: Book) -> list[Subject[Table6Row]]:
    if not book.facts.rows("table7"):
        return []
    return [_with_code(row) for row in book.facts.rows("table6") if row["code"] in _SAME]


@rule("T21", over=_shared, relation=AT_MOST)
def three_public_in_basic(book: Book, subject: Subject[Table6Row]) -> Outcome:
    """基本支出中的出国费、公务用车费、接待费不超过“三公”经费决算表的同一项

    “三公”经费的表包括全部财政拨款，只算基本支出的那一部分不会比它大。
    """
    own = _amount(book, subject.row, subject.name)
    return at_most(own, three_public(book, _SAME[subject.row["code"]], "actual"))

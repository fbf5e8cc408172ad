"""What one year leaves behind and the next one begins with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from juesuan.check.between.case import Years, of_year
from juesuan.check.between.lines import amount_of, printed
from juesuan.check.between.seams import unless_seam
from juesuan.check.between.years import YEARS
from juesuan.check.book.book import Book
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell
from juesuan.check.comparing.compare import Outcome, adds_up
from juesuan.check.views.over import first_printed
from juesuan.check.views.summaries import Summary, side
from juesuan.check.views.tables import LABELS
from juesuan.rows import AnyRow

_CARRIED = "年初数应当承接上年年末数"


@dataclass(frozen=True, slots=True)
class Balance(Subject[AnyRow]):
    """A balance: how a year's disclosure is asked for its begin and for its end."""

    opening: Callable[[Book], Cell]
    closing: Callable[[Book], Cell]


def _in_prose(case: Years) -> Iterator[Balance]:
    rows = first_printed(case.later)
    for name in ("carryover", "appropriation", "government_fund", "state_capital"):
        if row := rows.get(f"{name}.opening"):
            closing = partial(amount_of, measure=f"{name}.closing")
            opening = partial(amount_of, measure=f"{name}.opening")
            yield Balance("measures", row, f"{name}.opening", row["label"], opening, closing)


@YEARS.rule("B05", over=_in_prose)
def carried_over(case: Years, balance: Balance) -> Outcome:
    """正文的年初结转和结余 ＝ 上一年公开的年末结转和结余

    上年留下的钱，就是今年年初的钱。年初数按规定调整过（如差错更正、收回存量资金）的，会有差额。
    """
    return _carried(case, balance)


def _in_tables(case: Years) -> Iterator[Balance]:
    for table, funds in (("table1", ("all",)), ("table4", tuple(LABELS))):
        rows = case.facts.table(table)
        if rows and case.before.table(table):
            for fund in funds:
                yield _of_summary("table1" if table == "table1" else "table4", rows[0], fund)


def _of_summary(table: Summary, row: AnyRow, fund: str) -> Balance:
    label = "" if table == "table1" else f"（{LABELS[fund]}）"
    return Balance(
        table,
        row,
        f"{table}/{fund}",
        f"表{table[-1]}年初结转和结余{label}",
        lambda book: printed(side(book, table, "revenue", "opening", fund)),
        lambda book: printed(side(book, table, "expenditure", "closing", fund)),
    )


@YEARS.rule("B06", over=_in_tables)
def carried_over_in_tables(case: Years, balance: Balance) -> Outcome:
    """决算报表的年初结转和结余 ＝ 上一年决算报表的年末结转和结余

    收入支出决算总表、财政拨款收入支出决算总表的年初数，承接上一年同一张表的年末数。
    """
    return _carried(case, balance)


def _carried(case: Years, balance: Balance) -> Outcome:
    opening = of_year(case.later, balance.opening(case.later))
    closing = of_year(case.earlier, balance.closing(case.earlier))
    return unless_seam(adds_up(opening, [closing]), case.seams, _CARRIED)

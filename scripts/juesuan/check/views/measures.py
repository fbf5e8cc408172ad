"""What several rules ask of the measures of the prose: parts, shares, rates of change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from juesuan.check.book.book import Book
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell
from juesuan.check.comparing.compare import (
    FAIL,
    INFORMATION,
    PASS,
    ROUNDING,
    Outcome,
    compared,
    is_percent,
    minus,
    plus,
)
from juesuan.errors import AbsentFactError
from juesuan.rows import FiguresBlockColumn, FiguresColumns


def if_printed(book: Book, name: str, column: FiguresBlockColumn = "actual") -> list[Cell]:
    """The figure of a measure that is left out where there is nothing to tell."""
    try:
        return [book.measure(name, column)]
    except AbsentFactError:
        return []


def printed(book: Book, names: Iterable[str], column: FiguresBlockColumn = "actual") -> list[Cell]:
    """The figures of those measures that are printed.

    Raises:
        AbsentFactError: if none is.
    """
    found = [cell for name in names for cell in if_printed(book, name, column)]
    if not found:
        raise AbsentFactError("原文未列示各组成部分")
    return found


def hundred(shares: Sequence[Cell], label: str) -> Outcome:
    """Printed shares of a whole, which add up to 100 but for one last digit of each."""
    total, limit = plus(shares, label), sum(map(_last_digit, shares), Decimal(0))
    difference = abs(total.value - 100)
    state = PASS if difference == 0 else ROUNDING if difference <= limit else FAIL
    said = f"{label} {total.value}%，应为 100.00%（容差 {limit}）"
    return Outcome(state, said, total.value, Decimal(100), limit, total.figures)


def _last_digit(share: Cell) -> Decimal:
    """One of the last printed digit of a share; of none of two decimals, since 0 is often short."""
    places = share.value.as_tuple().exponent
    digits = int(places) if share.value else -2
    return Decimal(1).scaleb(max(digits, -2))


def share_of(book: Book, subject: Subject[FiguresColumns], total: Cell) -> Outcome:
    """A printed share against its amount and the total.

    Args:
        book: the package.
        subject: its row prints a share and an amount.
        total: of which it is a share.

    Raises:
        AbsentFactError: if the total is 0.
    """
    share, part = book.figure(subject, "share_pct"), book.figure(subject, "actual")
    if total.value == 0:
        raise AbsentFactError(f"{total.label}为 0，比例无意义")
    return is_percent(share, part, total, f"{part.label} ÷ {total.label}")


def year_on_year(
    book: Book, subject: Subject[FiguresColumns], current: Cell | None = None
) -> Outcome:
    """A printed rate of change against change / (current − change).

    Args:
        book: the package.
        subject: its row prints the change and the rate.
        current: this year's amount; by default that of the row.
    """
    now = current or book.figure(subject, "actual")
    change, rate = book.figure(subject, "change"), book.figure(subject, "change_pct")
    if change.value * rate.value < 0:
        said = f"{change.label} {change.text} 与 {rate.label} {rate.text} 方向相反"
        return compared(FAIL, f"{said}，两处数字不能同时成立", change, rate, said)
    prior = minus(now, change, "上年数")
    if prior.value == 0:
        return _from_zero(book, change, rate)
    return is_percent(rate, change, prior, "增减额 ÷ 上年数")


_ZERO = "本年数减去增减额为 0（上年没有，或没有印出）"


def _from_zero(book: Book, change: Cell, rate: Cell) -> Outcome:
    """A rate on a prior year of zero.

    It is information where it follows a convention, a contradiction where nothing gives it.
    """
    convention = Decimal(book.template.zero_base_pct) if book.template else Decimal(100)
    wanted = convention.copy_sign(change.value) if change.value else Decimal(0)
    figures = rate.figures + change.figures
    if rate.value not in (wanted, Decimal(0)):
        said = f"{_ZERO}，{change.label} {change.text}，{rate.label} {rate.text} 无从得出"
        end = "，两处数字不能同时成立"
        return Outcome(FAIL, said + end, rate.value, wanted, figures=figures, brief=said)
    usual = "，与本地区惯例一致" if book.template and rate.value == wanted else ""
    said = f"{_ZERO}，{rate.label}印为 {rate.text}{usual}"
    return Outcome(INFORMATION, said, rate.value, wanted, figures=figures)

"""The years that the prose prints: the fiscal year, the year before, and no other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from juesuan.check.book.book import Book
from juesuan.check.comparing.compare import FAIL, PASS, Outcome
from juesuan.check.rule import rule
from juesuan.check.rules.text.headings import headings
from juesuan.errors import AbsentFactError
from juesuan.rows import FiguresRow

_YEAR = re.compile(r"20\d\d")
_DATE = 24
"""Characters within which the year, the month and the day of one date begin."""


def _references(book: Book) -> list[FiguresRow]:
    """Numerals outside of quoted texts that are no figures, such as those of a date."""
    return [row for row in book.facts.rows("figures") if row["status"] == "reference"]


def _years(book: Book) -> list[FiguresRow]:
    """Fiscal years printed outside of quoted texts."""
    return [
        row for row in _references(book) if row["unit"] == "年度" and _YEAR.fullmatch(row["text"])
    ]


def _as_of(book: Book) -> list[FiguresRow]:
    """Years of the dates "12月31日" outside of quoted texts: the day of the inventory."""
    rows = _references(book)
    return [
        year
        for year, month, day in zip(rows, rows[1:], rows[2:], strict=False)
        if (month["text"], day["text"]) == ("12", "31")
        and _YEAR.fullmatch(year["text"])
        and int(day["start"] or 0) - int(year["start"] or 0) < _DATE
    ]


@rule("N53")
def one_year(book: Book) -> Outcome:
    """正文中的年度都是本年度或用来比较的上年度，标题和本年的合计没有写成别的年度

    决算说的是一个年度；写成别的年度，多半是沿用了上一年的文字。
    """
    years = _years(book)
    if not years:
        raise AbsentFactError("正文没有写明年度")
    said = f"正文写明的 {len(years)} 处年度均为 {book.year} 或 {book.year - 1} 年度"
    return (
        _of_another_year(book, years)
        or _heading_of_another_year(book)
        or _as_of_another_year(book)
        or _last_years_alone(book)
        or Outcome(PASS, said)
    )


def _of_another_year(book: Book, years: Sequence[FiguresRow]) -> Outcome | None:
    known = (str(book.year), str(book.year - 1))
    for row in years:
        if row["text"] not in known:
            said = f"正文写有“{row['text']}年度”，封面为 {book.year} 年度，只应有本年度和上年度"
            return Outcome(FAIL, said, figures=(row["figure_id"],))
    return None


def _heading_of_another_year(book: Book) -> Outcome | None:
    for one in headings(book):
        if one.year != str(book.year):
            said = f"原文第 {one.line.number} 行的标题写作 {one.year} 年度，封面为 {book.year} 年度"
            figures = book.first_figure(one.line)
            return Outcome(FAIL, f"{said}，两处年度不一致", figures=figures, brief=said)
    return None


def _as_of_another_year(book: Book) -> Outcome | None:
    dates = _as_of(book)
    if not dates or any(row["text"] == str(book.year) for row in dates):
        return None
    said = f"正文的截止日期写作 {dates[0]['text']} 年 12 月 31 日，封面为 {book.year} 年度"
    return Outcome(FAIL, said, figures=(dates[0]["figure_id"],))


def _last_years_alone(book: Book) -> Outcome | None:
    """A measure of which only last year's figure is printed: this year's was called last year's."""
    for row in book.facts.rows("measures"):
        if row["prior_year"] and not row["actual"] and not row["change"]:
            found = book.line(row, "prior_year", row["label"])
            said = f"正文只有{book.year - 1}年度的{row['label']} {found.text}，"
            return Outcome(FAIL, f"{said}没有本年度的，年度与封面不一致", figures=found.figures)
    return None

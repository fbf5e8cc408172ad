"""Confidential projects: how many a source states, with the amounts that it prints of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Literal

from markupsafe import Markup, escape

from juesuan import terms
from juesuan.pages.evidence.figures import LOST, NONE, grouped
from juesuan.rows import MeasuresRow, is_lost

CALLED = "涉密项目"
"""What we call them."""

_COUNT = "confidential.project_count"

_FUNDS = "confidential.projects"

Number = Callable[[MeasuresRow, Literal["actual", "annual_budget"]], Markup]
"""The number of a cell, as a page shows it."""


def plain(row: MeasuresRow, column: Literal["actual", "annual_budget"]) -> Markup:
    """The number of a cell without a link, for what has no page."""
    if is_lost(row, column):
        return Markup(LOST.striptags())  # nosec B704 - words of our own
    return escape(grouped(row[column])) if row[column] else NONE


def called(text: str = "") -> str:
    """How a source calls them: the words that it prints, in quotes; else ours, without.

    Args:
        text: of the source; empty where it is not at hand.
    """
    plain_text = "".join(unicodedata.normalize("NFKC", text).split())
    printed = [one for one in terms.measures()[_COUNT].aliases if one in plain_text]
    return "和".join(f"“{one}”" for one in printed) or CALLED


def counted(rows: Iterable[MeasuresRow]) -> Markup:
    """Only how many confidential projects there are; empty where no number is stated."""
    return confidential(row for row in rows if row["measure"] == _COUNT)


def confidential(rows: Iterable[MeasuresRow], number: Number = plain) -> Markup:
    """How many confidential projects there are and what they cost; empty where none are stated.

    Args:
        rows: the rows of ``measures``.
        number: shows a cell.
    """
    found: dict[str, MeasuresRow] = {}
    for row in rows:
        found.setdefault(row["measure"], row)
    count, funds = found.get(_COUNT), found.get(_FUNDS)
    if count and count["actual"] and not Decimal(count["actual"]):
        return Markup()
    told = [_unit("", number(count, "actual"), " 个")] if count else []
    if funds:
        budget, actual = number(funds, "annual_budget"), number(funds, "actual")
        both = NONE not in (budget, actual)
        told += [
            _unit("全年预算 " if both else "", budget, " 万元"),
            _unit("执行 " if both else "", actual, " 万元"),
        ]
    return Markup("，").join(filter(None, told))


def _unit(words: str, number: Markup, unit: str) -> Markup:
    """A number with its name and unit; empty where none is printed."""
    if number == NONE:
        return Markup()
    is_read = LOST.striptags() != number.striptags()
    return Markup("{}{}{}").format(words, number, unit if is_read else "")

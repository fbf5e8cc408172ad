"""Where the amounts of a contradiction are printed too: under other names, in the same disclosure.

A form that holds the total instead of the year's expenditure shows it: the amount in the form is
that of the total, and the difference that of what was left. It is told, and nothing is concluded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from juesuan.pages.evidence.figures import Evidence, grouped
from juesuan.pages.telling.doubt import Doubt
from juesuan.rows import ChecksRow, MeasuresRow

_TELLING = 4
"""Digits of an amount that two measures hardly share by chance."""

_MOST = 3
"""Names that are told of one amount."""


@dataclass(frozen=True)
class Elsewhere:
    """An amount that is printed under other names too.

    Attributes:
        what: what it is in the contradiction.
        amount: as it is printed.
        names: of measures, as links to where they print it.
    """

    what: str
    amount: str
    names: list[Markup]


def elsewhere(
    row: ChecksRow, doubt: Doubt, measures: Iterable[MeasuresRow], evidence: Evidence
) -> list[Elsewhere]:
    """The sides of a contradiction and their difference, as far as measures print the same.

    Args:
        row: the row of ``checks``.
        doubt: what it puts in doubt; only amounts in 万元 are looked for.
        measures: rows of the disclosure.
        evidence: links to their figures.
    """
    if doubt.factor != 1:
        return []
    rows = [one for one in measures if one["actual"] and one["unit"] == "万元"]
    cited = _cited(row, rows, evidence)
    sides = (("", row["left"]), ("", row["right"]), ("相差的 ", row["difference"]))
    found: list[Elsewhere] = []
    for what, text in sides:
        value = abs(Decimal(text or 0))
        if len(value.normalize().as_tuple().digits) >= _TELLING:
            names = list(dict.fromkeys(_names(value, rows, cited, evidence)))[:_MOST]
            amount = grouped(text.removeprefix("-"))
            if names and all(one.amount != amount for one in found):
                found.append(Elsewhere(what, amount, names))
    return found


def _cited(row: ChecksRow, rows: Iterable[MeasuresRow], evidence: Evidence) -> set[str]:
    """The measures that the contradiction is about; one may be printed in several sections."""
    ids = {*row["figures"].split()}
    printed = ((one["measure"], evidence.figure("measures", one, "actual")) for one in rows)
    return {name for name, figure in printed if figure and figure["figure_id"] in ids}


def _names(
    value: Decimal, rows: Iterable[MeasuresRow], cited: set[str], evidence: Evidence
) -> Iterator[Markup]:
    """Measures that print an amount, but for those that the contradiction is about."""
    for one in rows:
        figure = evidence.figure("measures", one, "actual")
        if figure and Decimal(one["actual"]) == value and one["measure"] not in cited:
            yield evidence.link(figure, one["label"])

"""In which unit the amounts of a form are printed: 万元 is the form's own, where it states none.

It may be stated below the title, in the label at the side, over a column, or in the label of a row.
Two that differ are none: the amounts are printed, told and not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from juesuan import terms
from juesuan.parse.forms.grid import GridRow

OWN = "万元"
"""The unit that the Ministry's form prints beside its funds."""


def form_units(above: Sequence[GridRow], heads: Sequence[GridRow],
               rows: Sequence[GridRow]) -> list[str]:  # fmt: skip
    """The units that a form states of all its funds, each once.

    A label that is set downwards goes over the first cells of several rows.

    Args:
        above: its rows above the funds: a title, the year, names.
        heads, rows: its rows of headings and of funds.
    """
    found = [*_said(text for row in above for text in row.texts)]
    found += _within(text for row in heads for text in row.texts)
    found += _within(["".join(row.texts[0] for row in (*heads, *rows) if row.cells[0].column == 0)])
    return [*dict.fromkeys(found)]


def row_units(row: GridRow, form: Sequence[str]) -> list[str]:
    """The units that are stated of the amounts of a row: the form's and its own, each once."""
    return [*dict.fromkeys([*form, *_within(row.texts)])] or [OWN]


def _said(texts: Iterable[str]) -> Iterator[str]:
    """The units that lines state which may hold names, too."""
    for text in texts:
        if terms.unit_words().find(text, "stated") or (
            text[:1] == "(" and terms.unit_words().find(text, "alone")
        ):
            yield terms.whole_unit(terms.stated_unit(text))


def _within(texts: Iterable[str]) -> Iterator[str]:
    pattern = terms.unit_words().pattern("within")
    for text in texts:
        yield from (terms.whole_unit(one["unit"]) for one in pattern.finditer(text))

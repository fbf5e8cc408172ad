"""Lines that state a unit between two tables: of the one above, or of the one below its title?

A unit stands mostly between the title and the table; some print it below the table, some above the
title. Such a line belongs to the table that states none itself. Where neither does, the other ends
tell: a line above the first title, or one below the last table. A table that states its unit may be
contradicted by such a line, where nothing else of its page could have it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from juesuan import terms
from juesuan.parse.statutory.finding.find import Found, lines_of
from juesuan.parse.view import Reader, View

_NEAR = 3
"""Lines above a title in which its unit may stand."""

_FAR = 8
"""Lines below a table in which its unit may stand."""


def claim_units(reader: Reader, found: Sequence[Found]) -> None:
    """Give the lines between tables that state a unit to those tables that state none.

    Args:
        reader: of the document.
        found: the tables, in the order of the document; takes the lines.
    """
    if not found:
        return
    _add_second(reader, found)
    first, last = _above(reader, found[0]), _below(reader, found[-1])
    _give(found[0], first)
    _give(found[-1], last)
    for upper, lower in pairwise(found):
        below, above = _below(reader, upper), _above(reader, lower)
        wanting = [not _states(upper), not _states(lower)]
        if wanting == [True, True] and below and below == above:
            wanting = [bool(last) and not first, bool(first) and not last]
        if wanting[0]:
            _give(upper, below)
        if wanting[1] and not (wanting[0] and below == above):
            _give(lower, above)


def _add_second(reader: Reader, found: Sequence[Found]) -> None:
    """Give the lines that no other table of a page can have to those that state a unit as well."""
    pages = [reader.document.page_of(one.pieces[0].start) for one in found]
    for i, one in enumerate(found):
        if pages[i] is None or pages.count(pages[i]) > 1 or not _states(one):
            continue
        for line in (_above(reader, one), _below(reader, one)):
            if line is not None and reader.document.page_of(line.at[0]) == pages[i]:
                one.above.append(line)


def _states(found: Found) -> bool:
    """Whether a line above a table or a note below it states its unit."""
    return any(terms.stated_unit(line.text) for line in (*found.above, *found.notes))


def _give(found: Found, stating: View | None) -> None:
    if stating is not None and not _states(found):
        found.above.append(stating)


def _below(reader: Reader, found: Found) -> View | None:
    """The line below a table that states a unit; what a title follows stands there too."""
    between = list(lines_of(reader, *found.behind))[:_FAR]
    return next((line for line in between if terms.stated_unit(line.text)), None)


def _above(reader: Reader, found: Found) -> View | None:
    """The line above the title of a table that states a unit."""
    between = list(lines_of(reader, *found.before))[-_NEAR:]
    return next((line for line in reversed(between) if terms.stated_unit(line.text)), None)

"""Indicators whose cells stand below their headings."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from juesuan.parse.forms.grid import GridCell
from juesuan.parse.forms.indicators.aligned import LEVELS, POINTS, VALUES, Aligned, Head
from juesuan.parse.forms.values import OPERATORS, Kind, is_damaged
from juesuan.parse.forms.vocabulary import WORDS
from juesuan.rows import IndicatorsColumn

_Found = Mapping[IndicatorsColumn, GridCell]

_VALUED = (Kind.MEASURED, Kind.PERCENT, Kind.TEXT, Kind.NUMBER)
_WORDY: tuple[IndicatorsColumn, ...] = ("level3", "reason", "basis")


def by_column(cells: tuple[GridCell, ...], head: Head) -> Aligned | None:
    """Bind the cells by their columns; None where one cannot be what its heading says."""
    fields = {column: name for name, column in head.items()}
    found = {fields[cell.column]: cell for cell in cells if cell.column in fields}
    if len(found) != len(cells) or not _is_whole(found, head) or not _fits(found, head):
        return None
    aligned = Aligned({name: cell.view for name, cell in found.items()}, columns=fields)
    aligned.lose_damaged()
    if _is_unweighted(found, head):
        aligned.lost.append("weight")
    return aligned


def _is_whole(found: _Found, head: Head) -> bool:
    """Whether a row has a name, a value, and the points of its form, save a lost weight."""
    points = [name for name in POINTS if name in head]
    if _is_unweighted(found, head):
        points.remove("weight")
    wanted = {"level3", *points}
    return wanted <= set(found) and any(name in found for name in VALUES)


def _is_unweighted(found: _Found, head: Head) -> bool:
    """Whether only the weight is lost: an actual value that is no number stands before it."""
    lacking = [name for name in POINTS if name in head and name not in found]
    actual = found.get("actual")
    return lacking == ["weight"] and actual is not None and actual.kind is not Kind.NUMBER


def _fits(found: _Found, head: Head) -> bool:
    """Whether every cell may be what its heading says."""
    levels = LEVELS[:1] if "basis" in head else LEVELS
    return (
        _all(found, POINTS, _is_points)
        and _all(found, VALUES, lambda cell: cell.kind in _VALUED)
        and all(found[name].text in WORDS.words(name) for name in levels if name in found)
        and _all(found, _WORDY, lambda cell: cell.kind is not Kind.NUMBER)
        and found["level3"].text[0] not in OPERATORS
    )


def _all(
    found: _Found, names: tuple[IndicatorsColumn, ...], is_so: Callable[[GridCell], bool]
) -> bool:
    """Whether something holds for those of the fields that were found."""
    return all(is_so(found[name]) for name in names if name in found)


def _is_points(cell: GridCell) -> bool:
    return cell.kind is Kind.NUMBER or is_damaged(cell.text)

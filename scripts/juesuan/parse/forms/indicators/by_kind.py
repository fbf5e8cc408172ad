"""Indicators whose cells do not stand below their headings: bound in order, by kind of value.

Levels stand in front, then the name, then target and actual value; weight and score are bare
numbers. A project's form prints weight and score side by side behind the actual value; the form of
the whole department prints the basis behind the target, and weight, actual and score in any order.
"""

from __future__ import annotations

import re
from itertools import pairwise

from juesuan.parse.forms.grid import GridCell
from juesuan.parse.forms.indicators.aligned import VALUES, Aligned, text_of
from juesuan.parse.forms.indicators.front import take_levels
from juesuan.parse.forms.values import OPERATORS, Kind, is_damaged
from juesuan.rows import IndicatorsColumn

_NAME_AND_TARGET = re.compile(rf"([^{OPERATORS}]{{2,}})[{OPERATORS}]\d.*")
_MEASURED = (Kind.MEASURED, Kind.PERCENT)

_Named = dict[IndicatorsColumn, GridCell]


def by_kind(cells: tuple[GridCell, ...], with_basis: bool) -> Aligned | None:
    """Bind the cells of a row by kind and order.

    Args:
        cells: of the row, without the label at the side.
        with_basis: whether the form prints the basis of each target: that of the whole department.

    Returns:
        None where the row has not the numbers of an indicator.
    """
    aligned = Aligned({}, "columns shifted against the headings")
    rest = take_levels(list(cells), aligned)
    values = _exchanged(rest, aligned) if with_basis else _paired(rest, aligned)
    if values is None:
        return None
    names = _names_with_basis(values, aligned) if with_basis else _names(values, aligned)
    for name, cell in names.items():
        aligned.put(name, cell)
    aligned.lose_damaged()
    return aligned


# -- points --------------------------------------------------------------------------------------


def _numbers(rest: list[GridCell]) -> list[int]:
    return [i for i, cell in enumerate(rest) if cell.kind is Kind.NUMBER or is_damaged(cell.text)]


def _paired(rest: list[GridCell], aligned: Aligned) -> list[GridCell] | None:
    """A project's form: take weight, score and reason away; what is left are name and values."""
    numbers = [i for i in _numbers(rest) if i >= 2]
    at = next((i for i in numbers if i + 1 in numbers), None)
    if at is not None:
        aligned.put("weight", rest[at])
        aligned.put("score", rest[at + 1])
        _take_reason(rest[at + 2 :], aligned)
        return rest[:at]
    if numbers:
        at = numbers[-1]
        aligned.cells["weight"] = rest[at].view
        aligned.lost.append("score")
        _take_reason(rest[at + 1 :], aligned)
        return rest[:at]
    return None


def _exchanged(rest: list[GridCell], aligned: Aligned) -> list[GridCell] | None:
    """The department's form: the last two numbers are weight and score, whatever stands between."""
    numbers = _numbers(rest)
    if len(numbers) < 2:
        return None
    weight, score = numbers[-2:]
    aligned.put("weight", rest[weight])
    aligned.put("score", rest[score])
    return [cell for i, cell in enumerate(rest[:score]) if i != weight]


def _take_reason(rest: list[GridCell], aligned: Aligned) -> None:
    """What stands behind the points; a number at its end is the form's total, which ran into it."""
    if rest and rest[-1].kind is Kind.NUMBER:
        aligned.total = rest[-1].view
        rest = rest[:-1]
    if rest:
        aligned.cells["reason"] = text_of(rest)
        aligned.columns |= {cell.column: "reason" for cell in rest}


# -- name and values -----------------------------------------------------------------------------


def _names(values: list[GridCell], aligned: Aligned) -> _Named:
    """A project's form: the name, then target and actual value."""
    if len(values) == 2 and values[0].kind is Kind.TEXT and values[1].kind in _MEASURED:
        return _name_and_value(values[0], values[1], aligned)
    if len(values) < 2:
        return _only_a_name(values, aligned)
    lead, target, actual = values[:-2], values[-2], values[-1]
    names: _Named = {"target": target, "actual": actual}
    twice = any(a.text == b.text for a, b in pairwise(lead))
    if twice:
        aligned.realigned = "a column is printed twice"
    else:
        aligned.junk.extend(lead[:-1])
    return names | _last_as_name(lead, aligned)


def _name_and_value(name: GridCell, value: GridCell, aligned: Aligned) -> _Named:
    """Two cells: the target ran into the name, or it is not known which value is printed."""
    glued = _NAME_AND_TARGET.fullmatch(name.text)
    if not glued:
        aligned.unplaced = value
        aligned.lost += VALUES
        return {"level3": name}
    cut = glued.end(1)
    return {
        "level3": GridCell(name.column, name.view[:cut]),
        "target": GridCell(name.column, name.view[cut:]),
        "actual": value,
    }


def _only_a_name(values: list[GridCell], aligned: Aligned) -> _Named:
    aligned.lost += VALUES
    return {"level3": values[-1]} if values else {}


def _last_as_name(lead: list[GridCell], aligned: Aligned) -> _Named:
    """The name stands last before the values."""
    if not lead:
        aligned.lost.append("level3")
    return {"level3": lead[-1]} if lead else {}


def _names_with_basis(values: list[GridCell], aligned: Aligned) -> _Named:
    """The department's form: second level and name, then target, basis and actual value."""
    found = _around_basis(values)
    if found is None:
        return _only_a_name(values, aligned)
    names, lead = found
    own = lead[:-1]
    if own and aligned.lacks("level2"):
        aligned.cells["level2"] = own[-1].view
        own = lead[1:-1]
    aligned.junk.extend(own)
    return names | _last_as_name(lead, aligned)


def _around_basis(values: list[GridCell]) -> tuple[_Named, list[GridCell]] | None:
    """Target, basis and actual value, and what stands before them.

    Two measured values are target and actual, and what stands last between them is the basis; with
    fewer, the last three cells are the three.
    """
    measured = [i for i, cell in enumerate(values) if i and cell.kind in _MEASURED]
    if len(measured) < 2:
        if len(values) < 3:
            return None
        target, basis, actual = values[-3:]
        return {"target": target, "basis": basis, "actual": actual}, values[:-3]
    first, last = measured[0], measured[-1]
    names: _Named = {"target": values[first], "actual": values[last]}
    if first + 1 < last:
        names["basis"] = values[last - 1]
    return names, values[:first]

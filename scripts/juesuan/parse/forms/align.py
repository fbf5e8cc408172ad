"""Which cell of a row of indicators belongs to which field.

First the printed columns are tried. Where the cells do not fit their headings (extraction shifted, doubled or exchanged
them), they are bound in order by their kind: weight and score are bare numbers, target and actual stand before them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from juesuan import terms
from juesuan.parse.forms.grid import GridCell, GridRow
from juesuan.parse.forms.values import Kind, is_damaged
from juesuan.parse.view import View

_NAME_AND_TARGET = re.compile(r"([^≥≤=><]{2,})[≥≤=><]\d.*")
_POINTS = {Kind.NUMBER}
_LEVELS = ("level1", "level2")


@dataclass
class Aligned:
    """Cells of one indicator by field, why they were moved, and which fields could not be read;
    ``total`` is the form's total score where it ran into the row; ``unplaced`` is a value that is either target or actual;
    ``damaged`` are points that are printed and illegible.
    """

    cells: dict[str, View]
    realigned: str = ""
    lost: list[str] = field(default_factory=list)
    columns: dict[int, str] = field(default_factory=dict)
    junk: list[GridCell] = field(default_factory=list)
    total: View | None = None
    unplaced: GridCell | None = None
    damaged: dict[str, View] = field(default_factory=dict)


def align(row: GridRow, head: dict[str, int]) -> Aligned | None:
    """Bind the cells of a row; None where the row is no indicator of its own (a continuation, an empty line)."""
    cells = tuple(cell for cell in row.cells if not is_side_label(cell.text))
    points = [head[name] for name in ("weight", "score") if name in head]
    if not any(
        cell.kind in _POINTS or (cell.column in points and is_damaged(cell.text)) for cell in cells
    ):
        return None
    direct = _direct(cells, head)
    if direct is not None:
        return direct
    return _ordered(cells, "basis" in head)


def is_side_label(text: str) -> bool:
    """Whether a cell is the label at the side of the table, or a piece of it."""
    labels = terms.forms()["side_labels"]
    return text in labels or (
        len(text) >= 2 and any(text in label for label in labels[:2]) and text not in _vocabulary()
    )


def _vocabulary() -> set[str]:
    forms = terms.forms()
    return {*forms["level1"], *forms["level2"]}


def _direct(cells: tuple[GridCell, ...], head: dict[str, int]) -> Aligned | None:
    fields = {column: name for name, column in head.items()}
    if any(cell.column not in fields for cell in cells):
        return None
    found = {fields[cell.column]: cell for cell in cells}
    points = {"weight", "score"} & set(head)
    unweighted = (
        points - set(found) == {"weight"}
        and "actual" in found
        and found["actual"].kind is not Kind.NUMBER
    )
    if (
        not {"level3", *points} - ({"weight"} if unweighted else set()) <= set(found)
        or len(found) != len(cells)
        or not {"target", "actual"} & set(found)
    ):
        return None
    damaged: dict[str, View] = {}
    damaged |= {
        name: found[name].view
        for name in ("weight", "score")
        if name in found and is_damaged(found[name].text)
    }
    fits = all(
        found[name].kind in _POINTS or name in damaged
        for name in ("weight", "score")
        if name in found
    )
    valued = all(found[name].kind in _VALUED for name in ("target", "actual") if name in found)
    levels = _LEVELS[:1] if "basis" in head else _LEVELS
    known = all(name not in found or found[name].text in terms.forms()[name] for name in levels)
    words = all(
        found[name].kind not in _POINTS for name in ("level3", "reason", "basis") if name in found
    )
    words = words and found["level3"].text[0] not in "≥≤=><"
    if not (fits and valued and known and words):
        return None
    legible = {name: cell.view for name, cell in found.items() if name not in damaged}
    lost = [*damaged, *(["weight"] if unweighted else [])]
    return Aligned(legible, lost=lost, columns={c: fields[c] for c in fields}, damaged=damaged)


_VALUED = {Kind.MEASURED, Kind.PERCENT, Kind.TEXT, Kind.NUMBER}


def _ordered(cells: tuple[GridCell, ...], with_basis: bool) -> Aligned | None:
    aligned = Aligned({}, "columns shifted against the headings")
    rest = _levels(list(cells), aligned)
    numbers = [i for i, cell in enumerate(rest) if cell.kind in _POINTS or is_damaged(cell.text)]
    values = _exchanged(rest, numbers, aligned) if with_basis else _paired(rest, numbers, aligned)
    if values is None:
        return None
    names = _names(values, aligned, with_basis)
    for name, cell in names.items():
        aligned.cells[name] = cell.view
        aligned.columns[cell.column] = name
    for name in ("weight", "score"):
        if name in aligned.cells and is_damaged(aligned.cells[name].text):
            aligned.damaged[name] = aligned.cells.pop(name)
            aligned.lost.append(name)
    return aligned


def _levels(cells: list[GridCell], aligned: Aligned) -> list[GridCell]:
    """Take first- and second-level names from the front; what stands among them and is neither is junk."""
    forms, last = terms.forms(), -1
    for i, cell in enumerate(cells[:4]):
        if cell.kind is not Kind.TEXT:
            break
        both = next(
            (
                one
                for one in forms["level1"]
                if cell.text.startswith(one) and cell.text[len(one) :] in forms["level2"]
            ),
            "",
        )
        if both:
            aligned.cells |= {"level1": cell.view[: len(both)], "level2": cell.view[len(both) :]}
            last = i
        elif (
            cell.text in forms["level1"]
            and "level1" not in aligned.cells
            and "level2" not in aligned.cells
        ):
            aligned.cells["level1"] = cell.view
            last = i
        elif cell.text in forms["level2"] and (
            cell.text.endswith("指标") or _leaves_a_name(cells[i + 1 :], aligned)
        ):
            aligned.cells["level2"] = cell.view
            last = i
    aligned.junk.extend(
        cell
        for cell in cells[: last + 1]
        if cell.text not in _vocabulary() and not _is_level(cell, aligned)
    )
    return cells[last + 1 :]


def _leaves_a_name(rest: list[GridCell], aligned: Aligned) -> bool:
    """Whether a third-level name still follows: short names of levels ("服务对象满意度") are third-level names too."""
    return "level2" not in aligned.cells and len(rest) >= 5 and rest[0].kind is Kind.TEXT


def _is_level(cell: GridCell, aligned: Aligned) -> bool:
    return any(
        name in aligned.cells and cell.view.at[0] == aligned.cells[name].at[0] for name in _LEVELS
    )


def _paired(rest: list[GridCell], numbers: list[int], aligned: Aligned) -> list[GridCell] | None:
    """A project's form: weight and score stand side by side behind target and actual."""
    pairs = [i for i in numbers if i + 1 in numbers and i >= 2]
    if pairs:
        at = pairs[0]
        _points(rest[at], rest[at + 1], aligned)
        _reason(rest[at + 2 :], aligned)
        return rest[:at]
    if numbers and numbers[-1] >= 2:
        at = numbers[-1]
        aligned.cells["weight"] = rest[at].view
        aligned.lost.append("score")
        _reason(rest[at + 1 :], aligned)
        return rest[:at]
    return None


def _exchanged(rest: list[GridCell], numbers: list[int], aligned: Aligned) -> list[GridCell] | None:
    """An overall form: weight, actual and score in any order behind the target; the score is the last number."""
    if len(numbers) < 2:
        return None
    weight, score = numbers[-2], numbers[-1]
    _points(rest[weight], rest[score], aligned)
    return [cell for i, cell in enumerate(rest[: score + 1]) if i not in (weight, score)]


def _points(weight: GridCell, score: GridCell, aligned: Aligned) -> None:
    for name, cell in (("weight", weight), ("score", score)):
        aligned.cells[name] = cell.view
        aligned.columns[cell.column] = name


def _reason(rest: list[GridCell], aligned: Aligned) -> None:
    if rest and rest[-1].kind in _POINTS:
        aligned.total = rest[-1].view
        rest = rest[:-1]
    if rest:
        aligned.cells["reason"] = View.join(cell.view for cell in rest)
        aligned.columns |= {cell.column: "reason" for cell in rest}


def _names(values: list[GridCell], aligned: Aligned, with_basis: bool) -> dict[str, GridCell]:
    """Name what stands before the points: third level, target, (basis,) actual."""
    if (
        not with_basis
        and len(values) == 2
        and values[0].kind is Kind.TEXT
        and values[1].kind in (Kind.MEASURED, Kind.PERCENT)
    ):
        if glued := _NAME_AND_TARGET.fullmatch(values[0].text):
            name, target = values[0].view[: glued.end(1)], values[0].view[glued.end(1) :]
            return {
                "level3": GridCell(values[0].column, name),
                "target": GridCell(values[0].column, target),
                "actual": values[1],
            }
        aligned.unplaced = values[1]
        aligned.lost += ["target", "actual"]
        return {"level3": values[0]}
    tail = _target_and_actual(values, with_basis)
    if tail is None:
        aligned.lost += ["target", "actual"]
        return {"level3": values[-1]} if values else {}
    names, lead = tail
    twins = [
        cell
        for i, cell in enumerate(lead)
        if i and cell.text == lead[i - 1].text and not with_basis
    ]
    if twins:
        aligned.realigned = "a column is printed twice"
    if lead:
        names["level3"] = lead[-1]
    if len(lead) > 1 and not twins:
        if with_basis and "level2" not in aligned.cells:
            aligned.cells["level2"] = lead[-2].view
            lead = lead[1:]
        aligned.junk.extend(lead[:-1])
    if not lead:
        aligned.lost.append("level3")
    return names


def _target_and_actual(
    values: list[GridCell], with_basis: bool
) -> tuple[dict[str, GridCell], list[GridCell]] | None:
    if not with_basis:
        if len(values) < 2:
            return None
        return {"target": values[-2], "actual": values[-1]}, values[:-2]
    measured = [
        i for i, cell in enumerate(values) if cell.kind in (Kind.MEASURED, Kind.PERCENT) and i
    ]
    if len(measured) >= 2:
        first, last = measured[0], measured[-1]
        basis = [cell for i, cell in enumerate(values) if first < i < last]
        names = {"target": values[first], "actual": values[last]}
        if basis:
            names["basis"] = basis[-1]
        return names, values[:first]
    if len(values) < 3:
        return None
    return {"target": values[-3], "basis": values[-2], "actual": values[-1]}, values[:-3]

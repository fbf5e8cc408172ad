"""Rows of indicators: levels, target, actual value, weight, score, reason."""

from __future__ import annotations

import re
from decimal import Decimal

from juesuan import terms
from juesuan.amount import NUMERAL, Amount
from juesuan.parse import passage
from juesuan.parse.claims import Draft
from juesuan.parse.forms.align import Aligned, align, is_side_label
from juesuan.parse.forms.grid import GridCell, GridRow, columns
from juesuan.parse.forms.legibility import is_legible
from juesuan.parse.forms.values import Kind, kind_of, take_apart
from juesuan.parse.view import View

_TEXTS = ("level1", "level2", "level3", "basis", "target", "actual", "reason")
_PARENTS = {
    **dict.fromkeys(("数量指标", "质量指标", "时效指标"), "产出指标"),
    **dict.fromkeys(
        (
            "经济成本指标",
            "社会成本指标",
            "生态环境成本指标",
            "经济成本",
            "社会成本",
            "生态环境成本",
        ),
        "成本指标",
    ),
    **dict.fromkeys(("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"), "效益指标"),
    **dict.fromkeys(("经济效益", "社会效益", "生态效益", "可持续影响"), "效益指标"),
    **dict.fromkeys(("满意度指标", "服务对象满意度指标", "服务对象满意度"), "满意度指标"),
}


def read_indicators(
    project: dict[str, str],
    heads: list[GridRow],
    rows: list[GridRow],
    draft: Draft,
    funds_weight: str = "",
    floating: bool = False,
) -> None:
    """Read the rows of indicators of a form into ``indicators``.

    Args:
        project: the form's row in ``projects``.
        heads, rows: its rows of headings and of indicators.
        draft: takes the rows.
        funds_weight: points of the execution rate; with the indicators' weights they make 100.
        floating: whether the labels of merged cells stand in their middle in this document.
    """
    printed = columns(heads[0], terms.forms()["head"]["indicator_columns"]) if heads else {}
    found: list[Aligned] = []
    for row in rows:
        aligned = align(row, printed)
        if aligned is not None:
            found.append(aligned)
        else:
            _continue(found, row, printed, draft)
    _inherit(found, floating)
    for aligned in found:
        aligned.lost.extend(
            name
            for name in ("level1", "level2")
            if name in printed and name not in (*aligned.cells, *aligned.lost)
        )
    _decide_lost(found, funds_weight)
    for position, aligned in enumerate(found, start=1):
        _write(project, position, aligned, draft)


def labels_float(heads: list[GridRow], rows: list[GridRow]) -> bool:
    """Whether the first indicator of a form lacks a second level that a later one has: merged labels stand lower."""
    printed = columns(heads[0], terms.forms()["head"]["indicator_columns"]) if heads else {}
    found = [aligned for row in rows if (aligned := align(row, printed)) is not None]
    return (
        bool(found)
        and "level2" not in found[0].cells
        and any("level2" in one.cells for one in found[1:3])
    )


def _continue(found: list[Aligned], row: GridRow, printed: dict[str, int], draft: Draft) -> None:
    """A row without numbers carries on cells of the row above, or prints levels without an indicator."""
    fields = {column: name for name, column in printed.items()}
    for cell in row.cells:
        if is_side_label(cell.text) or _is_level(cell.text):
            continue
        if not found:
            draft.remarks.append(f"form text before its first indicator left out: {cell.text[:30]}")
            continue
        last = found[-1]
        name = _open_field(
            last, last.columns.get(cell.column) or fields.get(cell.column, ""), cell, printed
        )
        last.cells[name] = (
            View.join([last.cells[name], cell.view]) if name in last.cells else cell.view
        )


def _open_field(last: Aligned, name: str, cell: GridCell, printed: dict[str, int]) -> str:
    """The field that a piece carries on: the one printed in its column, unless that one is complete."""
    complete = (
        name in ("target", "actual")
        and name in last.cells
        and kind_of(last.cells[name].text) is not Kind.TEXT
    )
    if name in ("weight", "score", "") or (complete and len(cell.view) > 4):
        return "reason" if "reason" in printed else "basis"
    if name in ("level1", "level2") and name in last.cells and _is_level(last.cells[name].text):
        return "level3"
    if (
        name == "level3"
        and "basis" in last.cells
        and len(cell.view) <= _wrapped(last.cells["basis"]) < _wrapped(last.cells[name])
    ):
        return "basis"
    return name


def _wrapped(view: View) -> int:
    """The longest piece between spaces: how wide the printed column of a wrapped cell is."""
    longest = run = 1
    for before, after in zip(view.at, view.at[1:], strict=False):
        run = run + 1 if after == before + 1 else 1
        longest = max(longest, run)
    return longest


def _is_level(text: str) -> bool:
    return text in terms.forms()["level1"] or text in terms.forms()["level2"]


def _inherit(found: list[Aligned], floating: bool) -> None:
    """Repeat the levels of merged cells.

    A first level follows its second level where the form prints it. Where labels float in the middle of merged cells
    (``floating``), a row between two different labels belongs to either and is marked, not guessed.
    """
    printed = {
        a.cells["level1"].text: a.cells["level1"] for a in reversed(found) if "level1" in a.cells
    }
    own = [aligned.cells.get("level2") for aligned in found]
    level1: View | None = None
    level2: View | None = None
    for i, aligned in enumerate(found):
        if "level1" in aligned.cells:
            if level1 is not None and aligned.cells["level1"].text != level1.text:
                level2 = None
            level1 = aligned.cells["level1"]
        level2 = own[i] or level2
        below = next((label for label in own[i:] if label is not None), None)
        if own[i] is None and (
            _torn(aligned)
            or (floating and below is not None and (level2 is None or below.text != level2.text))
        ):
            aligned.lost.append("level2")
            parents = {
                _PARENTS.get(label.text, "") for label in (level2, below) if label is not None
            }
            only = printed.get(parents.pop()) if len(parents) == 1 else None
            if floating and "level1" not in aligned.cells:
                if only is not None:
                    aligned.cells["level1"] = only
                else:
                    aligned.lost.append("level1")
            continue
        if level2 is not None:
            aligned.cells["level2"] = level2
        parent = printed.get(_PARENTS.get(level2.text, "")) if level2 is not None else None
        above = parent or level1
        if "level1" in aligned.cells or above is None:
            continue
        if (
            level2 is not None
            and above.text in _PARENTS.values()
            and above.text != _PARENTS.get(level2.text, above.text)
        ):
            aligned.lost.append("level1")
        else:
            aligned.cells["level1"] = level1 = above


def _torn(aligned: Aligned) -> bool:
    """Whether something illegible stands where the second level should be."""
    return any(cell.kind is Kind.TEXT for cell in aligned.junk) and "basis" not in aligned.cells


def _decide_lost(found: list[Aligned], funds_weight: str) -> None:
    """A row with one number: the weights, which make 100, and how the form writes points tell what it is."""
    doubtful = [a for a in found if "score" in a.lost and "weight" in a.cells and not a.damaged]
    others = [aligned for aligned in found if all(aligned is not one for one in doubtful)]
    missing = None
    if len(doubtful) == 1 and funds_weight and all("weight" in aligned.cells for aligned in others):
        missing = 100 - sum(
            (_points(aligned.cells["weight"]) for aligned in others), Decimal(funds_weight)
        )
    whole = [aligned for aligned in others if {"weight", "score"} <= set(aligned.cells)]
    styled = bool(whole) and all(
        "." in a.cells["score"].text and "." not in a.cells["weight"].text for a in whole
    )
    for aligned in doubtful:
        view = aligned.cells["weight"]
        if missing is not None and _split(aligned, missing):
            continue
        if (styled and "." in view.text) or (missing is not None and _points(view) != missing):
            aligned.cells["score"] = aligned.cells.pop("weight")
            aligned.lost = ["weight" if name == "score" else name for name in aligned.lost]


def _split(aligned: Aligned, weight: Decimal) -> bool:
    """Take weight and score apart where they stand in one cell and the missing weight proves it."""
    view, head = aligned.cells["weight"], str(weight)
    rest = view[len(head) :]
    if (
        not view.text.startswith(head)
        or not re.fullmatch(NUMERAL, rest.text.rstrip("分"))
        or _points(rest) > weight
    ):
        return False
    aligned.cells |= {"weight": view[: len(head)], "score": rest}
    aligned.lost.remove("score")
    aligned.realigned = "weight and score stand in one cell"
    return True


def _points(view: View) -> Decimal:
    return Amount.of(view.text.rstrip("分")).value


def _write(project: dict[str, str], position: int, aligned: Aligned, draft: Draft) -> None:
    row = draft.add("indicators", project_id=project["project_id"], position=str(position))
    for name in _TEXTS:
        view = aligned.cells.get(name)
        if view is None or not len(view):
            continue
        if _is_torn(name, view.text, aligned.lost):
            aligned.lost.append(name)
            draft.lose("indicators", row, name, view)
            continue
        row[name] = passage.publish(view) if name not in ("target", "actual") else _value_text(view)
        if name in ("target", "actual"):
            _value(row, name, view, draft)
        draft.quote("indicators", row, name, view)
    for name in ("weight", "score"):
        if view := aligned.cells.get(name):
            number = view[: len(view.text.rstrip("分"))]
            if _points(view) > 100:
                aligned.lost.append(name)
                draft.lose("indicators", row, name, view)
                continue
            row[name] = Amount.of(number.text).plain()
            draft.bind("indicators", row, name, row[name], number)
    if aligned.total is not None and not project["total_score"]:
        number = aligned.total[: len(aligned.total.text.rstrip("分"))]
        project["total_score"] = Amount.of(number.text).plain()
        draft.bind("projects", project, "total_score", project["total_score"], number)
    for name, view in aligned.damaged.items():
        draft.lose("indicators", row, name, view)
    for cell in aligned.junk:
        draft.lose("indicators", row, "level2", cell.view)
    if aligned.unplaced is not None:
        draft.lose("indicators", row, "target", aligned.unplaced.view)
    row["realigned"] = aligned.realigned
    row["unreadable"] = " ".join(dict.fromkeys(aligned.lost))


_GLUED = re.compile(rf".*%\d.*|.*=.*=.*|[≥≤=><]{NUMERAL}[^\d年月日%/·()—,.-]{{1,4}}{NUMERAL}")
"""Two cells in one: a target is one bound with its unit."""
_ENDS_IN_POINTS = re.compile(r".*\d[^\d.,]+\d[\d.]*")
"""An actual value that, in a row without its points, may have taken them."""


def _is_torn(name: str, text: str, lost: list[str]) -> bool:
    """Whether what stands in a cell cannot have been printed there."""
    if {"weight", "score"} & set(lost):
        if name == "reason" and text[0].isdigit():
            return True
        if name == "actual" and _ENDS_IN_POINTS.fullmatch(text):
            return True
    if name == "reason" and kind_of(text) is Kind.NUMBER:
        return True
    if name in ("target", "actual"):
        return bool(_GLUED.fullmatch(text))
    if name in ("level1", "level2"):
        return kind_of(text) in (Kind.NUMBER, Kind.PERCENT, Kind.DASH)
    return not is_legible(text)


def _value_text(view: View) -> str:
    """A target or actual value as published: brackets full-width, the rest as printed."""
    return re.sub(r"[()]", lambda m: "（" if m[0] == "(" else "）", view.text)


def _value(row: dict[str, str], name: str, view: View, draft: Draft) -> None:
    parts = take_apart(view.text)
    row[f"{name}_operator"] = parts.operator
    if parts.value:
        row[f"{name}_value"], row[f"{name}_unit"] = parts.value, parts.unit
        numeral = view[parts.start : parts.end]
        draft.bind("indicators", row, f"{name}_value", parts.value, numeral, parts.unit)

"""Rows of funds: budget, execution, weight, rate, score."""

from __future__ import annotations

import re

from juesuan import terms
from juesuan.amount import Amount, percent
from juesuan.parse import prose
from juesuan.parse.claims import Draft
from juesuan.parse.forms.grid import GridCell, GridRow, columns
from juesuan.parse.forms.values import Kind, is_damaged
from juesuan.parse.narrative import published
from juesuan.parse.view import View

_MONEY = ("initial_budget", "annual_budget", "executed")
_RATIOS = ("weight", "execution_rate_pct", "score")
_KINDS = {
    **{key: {Kind.NUMBER} for key in _MONEY},
    "weight": {Kind.NUMBER, Kind.DASH, Kind.BLANK},
    "execution_rate_pct": {Kind.PERCENT, Kind.NUMBER, Kind.DASH, Kind.BLANK},
    "score": {Kind.NUMBER, Kind.DASH, Kind.BLANK},
}


def read_funds(project: dict[str, str], heads: list[GridRow], rows: list[GridRow], draft: Draft, lost: list[str]) -> None:
    """Read the rows of funds of a form into ``project_funds``.

    Rows that extraction printed twice, and what it made of the label at the side, are marked in the form's
    ``unreadable`` (``lost``).
    """
    printed = columns(heads[0], terms.forms()["head"]["funds_columns"]) if heads else {}
    for row in _without_ghosts(project, [_without_heading(row) for row in rows], draft, lost):
        values = [cell for cell in row.cells if cell.kind in (Kind.NUMBER, Kind.PERCENT, Kind.DASH)]
        labels = [cell for cell in row.cells if cell.kind is Kind.TEXT]
        if len([cell for cell in values if cell.kind is Kind.NUMBER]) < 2:
            continue
        source = _label(labels)
        known = (Kind.NUMBER, Kind.PERCENT, Kind.DASH)
        beside = tuple(
            cell for cell in row.cells
            if cell.kind not in known and cell.view.at != source.at and re.search(r"\d", cell.text)
            and not _in_column(cell, printed)
        )  # fmt: skip
        _lose(project, "side_label", beside, draft, lost)
        cells, realigned = _bind(row, values, printed)
        damaged = {
            name: row.at(printed[name]) for name in (*_MONEY, *_RATIOS) if name in printed and _is_lost(row, printed[name])
        }
        _write(project, labels, values, (cells, damaged), realigned, draft)


def _is_lost(row: GridRow, column: int) -> bool:
    return any(cell.column == column and is_damaged(cell.text) for cell in row.cells)


def _in_column(cell: GridCell, printed: dict[str, int]) -> bool:
    """Whether a cell is a damaged number under one of the headings."""
    return cell.column in printed.values() and is_damaged(cell.text)


def _without_heading(row: GridRow) -> GridRow:
    """The row, where a heading's last character ran into an amount ("数31.00"), with the amount alone."""
    cells = tuple(
        GridCell(cell.column, cell.view[1:]) if re.fullmatch(r"[数额]\d[\d,.]*", cell.text) else cell for cell in row.cells
    )
    return GridRow(cells, row.width, row.start)


def _without_ghosts(project: dict[str, str], rows: list[GridRow], draft: Draft, lost: list[str]) -> list[GridRow]:
    """The rows without misread doubles of the row above.

    A form prints one execution rate. A second row with a rate that its own amounts deny is a double that the
    extraction made of the first; it is left out and remarked.
    """
    kept: list[GridRow] = []
    rated = False
    for row in rows:
        cells, _ = _by_kind([cell for cell in row.cells if cell.kind in (Kind.NUMBER, Kind.PERCENT, Kind.DASH)])
        rate = cells.get("execution_rate_pct")
        if rate is not None and rate.text.endswith("%") and "executed" in cells:
            executed, budget = (Amount.of(cells[name].text).value for name in ("executed", "annual_budget"))
            right = budget and percent(executed, budget) == Amount.of(rate.text[:-1]).value
            if rated and not right:
                draft.remarks.append(f"a row of funds was read twice and left out: {' '.join(row.texts)}")
                _lose(project, "funds_row", row.cells, draft, lost)
                continue
        rated = rated or rate is not None or any(cell.text.endswith("%") and is_damaged(cell.text) for cell in row.cells)
        kept.append(row)
    return kept


def _lose(project: dict[str, str], name: str, cells: tuple[GridCell, ...], draft: Draft, lost: list[str]) -> None:
    for cell in cells:
        draft.lose("projects", project, name, cell.view)
        if name not in lost:
            lost.append(name)


def _bind(row: GridRow, values: list[GridCell], printed: dict[str, int]) -> tuple[dict[str, View], str]:
    direct = {name: row.at(printed[name]) for name in (*_MONEY, *_RATIOS) if name in printed}
    damaged = [name for name in direct if _is_lost(row, printed[name])]
    rate = next((cell.kind for cell in row.cells if cell.column == printed.get("execution_rate_pct")), Kind.BLANK)
    anchored = rate in (Kind.PERCENT, Kind.DASH)
    fits = len(direct) == 6 and all(_fits(name, row, printed[name], anchored) for name in direct if name not in damaged)
    if fits and sum(1 for view in direct.values() if len(view)) == len(values) + len(damaged):
        return {name: view for name, view in direct.items() if name not in damaged}, ""
    if damaged:  # what is left may belong anywhere
        return {}, "columns shifted against the headings"
    return _by_kind(values)


def _fits(name: str, row: GridRow, column: int, anchored: bool) -> bool:
    """Whether a cell may be what its heading says; an amount may be blank where the row has its rate in the rate's column."""
    cell = next((cell for cell in row.cells if cell.column == column), None)
    kind = cell.kind if cell else Kind.BLANK
    return kind in _KINDS[name] or (anchored and kind is Kind.BLANK)


def _by_kind(values: list[GridCell]) -> tuple[dict[str, View], str]:
    """Bind by order and kind: three amounts, then weight, rate and score (or dashes)."""
    money, ratios, why = list(values), [], "columns shifted against the headings"
    rate = next((i for i, cell in enumerate(values) if cell.kind is Kind.PERCENT), None)
    dash = next((i for i, cell in enumerate(values) if cell.kind is Kind.DASH), None)
    names: tuple[str, ...] = _RATIOS
    if rate is not None and rate < 4:  # an amount or the weight is missing: what stands before it may be either
        money, ratios, names = [], values[rate:], _RATIOS[1:]
    elif rate is not None:
        money, ratios = values[: rate - 1], values[rate - 1 :]
    elif dash is not None:
        money, ratios = values[:dash], values[dash:]
    while len(money) > 3:
        twin = next((i for i in range(1, len(money)) if money[i].text == money[i - 1].text), None)
        if twin is None:
            break
        del money[twin]
        why = "an amount is printed twice"
    if len(ratios) == 3 and _above(ratios[2], ratios[0]):
        ratios = []  # a score above its weight: something is missing before them
    cells = {name: cell.view for name, cell in zip(_MONEY, money, strict=False)} if len(money) == 3 else {}
    return cells | {name: cell.view for name, cell in zip(names, ratios, strict=False)}, why


def _above(score: GridCell, weight: GridCell) -> bool:
    if not score.kind is weight.kind is Kind.NUMBER:
        return False
    return Amount.of(score.text.rstrip("分")).value > Amount.of(weight.text.rstrip("分")).value


def _write(
    project: dict[str, str],
    labels: list[GridCell],
    values: list[GridCell],
    bound: tuple[dict[str, View], dict[str, View]],
    realigned: str,
    draft: Draft,
) -> None:
    """Write a row of funds: the cells that were read, and those that are illegible."""
    cells, damaged = bound
    label = _label(labels)
    rows = draft.of_form("project_funds", project["project_id"])
    row = draft.add("project_funds", project_id=project["project_id"], position=str(len(rows) + 1), realigned=realigned)
    row["label"] = prose.publish(label)
    draft.quote("project_funds", row, "label", label)
    row["source"] = "total" if re.search(terms.forms()["fund_total"], label.text) else row["label"]
    lost = [name for name in (*_MONEY, *damaged) if name not in cells]
    for name, view in damaged.items():
        draft.lose("project_funds", row, name, view)
    for cell in values:
        twin = next((name for name in _MONEY if name in cells and cells[name].text == cell.text), None)
        if twin and all(cell.view.at[:1] != view.at[:1] for view in cells.values()):
            cells[f"{twin} again"] = cell.view
    for key, view in cells.items():
        name = key.removesuffix(" again")
        number = view[: len(view.text.rstrip("%分"))]
        if not re.search(r"\d", view.text):
            continue
        money = name in _MONEY
        row[name] = published(number.text, "万元" if money else "")
        draft.bind("project_funds", row, name, row[name], number, "万元" if money else "%" if "%" in view.text else "")
    row["unreadable"] = " ".join(dict.fromkeys(lost))


def _label(labels: list[GridCell]) -> View:
    """The label of a row of funds: the cell that names a source, else the last text before the values."""
    source = terms.forms()["fund_source"]
    named = [cell.view for cell in labels if re.search(source, cell.text)]
    return named[0] if named else labels[-1].view if labels else View("", ())

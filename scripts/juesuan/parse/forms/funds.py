"""Rows of funds: budget, execution, weight, rate, score."""

from __future__ import annotations

import re

from juesuan import terms
from juesuan.amount import Amount, percent
from juesuan.parse import prose
from juesuan.parse.claims import Draft
from juesuan.parse.forms.grid import GridCell, GridRow, columns
from juesuan.parse.forms.values import Kind
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
        )  # fmt: skip
        _lose(project, "side_label", beside, draft, lost)
        cells, realigned = _bind(row, values, printed)
        _write(project, labels, values, cells, realigned, draft)


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
            rated = True
        kept.append(row)
    return kept


def _lose(project: dict[str, str], name: str, cells: tuple[GridCell, ...], draft: Draft, lost: list[str]) -> None:
    for cell in cells:
        draft.lose("projects", project, name, cell.view)
        if name not in lost:
            lost.append(name)


def _bind(row: GridRow, values: list[GridCell], printed: dict[str, int]) -> tuple[dict[str, View], str]:
    direct = {name: row.at(printed[name]) for name in (*_MONEY, *_RATIOS) if name in printed}
    fits = len(direct) == 6 and all(_fits(name, row, printed[name]) for name in direct)
    if fits and sum(1 for view in direct.values() if len(view)) == len(values):
        return direct, ""
    return _by_kind(values)


def _fits(name: str, row: GridRow, column: int) -> bool:
    cell = next((cell for cell in row.cells if cell.column == column), None)
    return (cell.kind if cell else Kind.BLANK) in _KINDS[name]


def _by_kind(values: list[GridCell]) -> tuple[dict[str, View], str]:
    """Bind by order and kind: three amounts, then weight, rate and score (or dashes)."""
    money, ratios, why = list(values), [], "columns shifted against the headings"
    rate = next((i for i, cell in enumerate(values) if cell.kind is Kind.PERCENT), None)
    dash = next((i for i, cell in enumerate(values) if cell.kind is Kind.DASH), None)
    if rate is not None:
        money, ratios = values[: rate - 1], values[rate - 1 :]
    elif dash is not None:
        money, ratios = values[:dash], values[dash:]
    while len(money) > 3:
        twin = next((i for i in range(1, len(money)) if money[i].text == money[i - 1].text), None)
        if twin is None:
            break
        del money[twin]
        why = "an amount is printed twice"
    cells = {name: cell.view for name, cell in zip(_MONEY, money, strict=False)} if len(money) == 3 else {}
    return cells | {name: cell.view for name, cell in zip(_RATIOS, ratios, strict=False)}, why


def _write(
    project: dict[str, str],
    labels: list[GridCell],
    values: list[GridCell],
    cells: dict[str, View],
    realigned: str,
    draft: Draft,
) -> None:
    label = _label(labels)
    rows = draft.of_form("project_funds", project["project_id"])
    row = draft.add("project_funds", project_id=project["project_id"], position=str(len(rows) + 1), realigned=realigned)
    row["label"] = prose.publish(label)
    draft.quote("project_funds", row, "label", label)
    row["source"] = "total" if re.search(terms.forms()["fund_total"], label.text) else row["label"]
    lost = [name for name in _MONEY if name not in cells]
    for cell in values:
        twin = next((name for name in _MONEY if name in cells and cells[name].text == cell.text), None)
        if twin and all(cell.view.at[0] != view.at[0] for view in cells.values()):
            cells[f"{twin} again"] = cell.view
    for key, view in cells.items():
        name = key.removesuffix(" again")
        number = view[: len(view.text.rstrip("%分"))]
        if not re.search(r"\d", view.text):
            continue
        money = name in _MONEY
        row[name] = published(number.text, "万元" if money else "")
        draft.bind("project_funds", row, name, row[name], number, "万元" if money else "%" if "%" in view.text else "")
    row["unreadable"] = " ".join(lost)


def _label(labels: list[GridCell]) -> View:
    """The label of a row of funds: the cell that names a source, else the last text before the values."""
    source = terms.forms()["fund_source"]
    named = [cell.view for cell in labels if re.search(source, cell.text)]
    return named[0] if named else labels[-1].view if labels else View("", ())

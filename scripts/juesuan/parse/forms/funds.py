"""Rows of funds: budget, execution, weight, rate, score."""

from __future__ import annotations

import re

from juesuan import terms
from juesuan.amount import Amount, percent
from juesuan.parse import passage
from juesuan.parse.claims import Draft
from juesuan.parse.forms.grid import GridCell, GridRow, columns
from juesuan.parse.forms.values import Kind, is_damaged, is_value
from juesuan.parse.passage import published
from juesuan.parse.view import View

_MONEY = ("initial_budget", "annual_budget", "executed")
_RATIOS = ("weight", "execution_rate_pct", "score")
_KINDS = {
    **{key: {Kind.NUMBER} for key in _MONEY},
    "weight": {Kind.NUMBER, Kind.DASH},
    "execution_rate_pct": {Kind.PERCENT, Kind.NUMBER, Kind.DASH},
    "score": {Kind.NUMBER, Kind.DASH},
}


def read_funds(
    project: dict[str, str],
    heads: list[GridRow],
    rows: list[GridRow],
    draft: Draft,
    lost: list[str],
) -> None:
    """Read the rows of funds of a form into ``project_funds``.

    Rows that extraction printed twice, and what it made of the label at the side, are marked in the form's
    ``unreadable`` (``lost``).
    """
    printed = columns(heads[0], terms.forms()["head"]["funds_columns"]) if heads else {}
    for row in _without_ghosts(project, [_without_heading(row) for row in rows], draft, lost):
        values = _values(row)
        labels = [
            cell for cell in row.cells if cell.kind is Kind.TEXT and not is_damaged(cell.text)
        ]
        amounts = [cell for cell in values if cell.kind not in (Kind.PERCENT, Kind.DASH)]
        blank = (
            not amounts
            and values
            and any(re.search(terms.forms()["fund_source"], cell.text) for cell in labels)
        )
        if len(amounts) < 2 and not blank:
            continue
        source = _label(labels)
        beside = tuple(
            cell
            for cell in row.cells
            if cell not in values and cell.view.at != source.at and re.search(r"\d", cell.text)
        )
        _lose(project, "side_label", beside, draft, lost)
        _write(project, labels, values, _bind(row, values, printed), draft)


def _values(row: GridRow) -> list[GridCell]:
    """The numbers, rates and dashes of a row, legible or not, in the order in which they are printed."""
    found: list[GridCell] = []
    for cell in row.cells:
        apart = (
            cell.text == "分" and bool(found) and found[-1].kind is Kind.NUMBER
        )  # the unit of the number before it
        if not apart and is_value(cell.text):
            found.append(cell)
    return found


def _without_heading(row: GridRow) -> GridRow:
    """The row, where a heading's last character ran into an amount ("数31.00"), with the amount alone."""
    cells = tuple(
        GridCell(cell.column, cell.view[1:])
        if re.fullmatch(r"[数额]\d[\d,.]*", cell.text)
        else cell
        for cell in row.cells
    )
    return GridRow(cells, row.width, row.start)


def _without_ghosts(
    project: dict[str, str], rows: list[GridRow], draft: Draft, lost: list[str]
) -> list[GridRow]:
    """The rows without misread doubles of the row above.

    A form prints one execution rate. A second row with a rate that its own amounts deny is a double that the
    extraction made of the first; it is left out and remarked.
    """
    kept: list[GridRow] = []
    rated = False
    for row in rows:
        cells = {
            name: cell
            for name, cell in _by_order(_values(row))[0].items()
            if not is_damaged(cell.text)
        }
        rate = cells.get("execution_rate_pct")
        if (
            rate is not None
            and rate.kind is Kind.PERCENT
            and {"executed", "annual_budget"} <= set(cells)
        ):
            executed, budget = (
                Amount.of(cells[name].text).value for name in ("executed", "annual_budget")
            )
            right = budget and percent(executed, budget) == Amount.of(rate.text[:-1]).value
            if rated and not right:
                draft.remarks.append(
                    f"a row of funds was read twice and left out: {' '.join(row.texts)}"
                )
                _lose(project, "funds_row", row.cells, draft, lost)
                continue
        rated = (
            rated
            or rate is not None
            or any(cell.text.endswith("%") and is_damaged(cell.text) for cell in row.cells)
        )
        kept.append(row)
    return kept


def _lose(
    project: dict[str, str], name: str, cells: tuple[GridCell, ...], draft: Draft, lost: list[str]
) -> None:
    for cell in cells:
        draft.lose("projects", project, name, cell.view)
        if name not in lost:
            lost.append(name)


def _bind(
    row: GridRow, values: list[GridCell], printed: dict[str, int]
) -> tuple[dict[str, GridCell], str]:
    """The values of a row by the name of their column, and why they left their headings, if they did."""
    under = {column: name for name, column in printed.items() if name in _KINDS}
    direct = {under[cell.column]: cell for cell in row.cells if cell.column in under}
    if len(under) == len(_KINDS) and list(direct.values()) == values and _fit(direct):
        return direct, ""
    return _by_order(values)


def _fit(cells: dict[str, GridCell]) -> bool:
    """Whether all cells may be what their headings say; an amount may be blank where the rate stands in its column."""
    rate = cells.get("execution_rate_pct")
    anchored = rate is not None and rate.kind in (Kind.PERCENT, Kind.DASH)
    kinds = all(cell.kind in _KINDS[name] or is_damaged(cell.text) for name, cell in cells.items())
    return kinds and (anchored or set(_MONEY) <= set(cells))


def _by_order(values: list[GridCell]) -> tuple[dict[str, GridCell], str]:
    """Bind by order and kind: three amounts, then weight, rate and score (or dashes); what is illegible keeps its place."""
    money, ratios, why = list(values), [], "columns shifted against the headings"
    rate, dash = (
        _rate_at(values),
        next((i for i, cell in enumerate(values) if cell.kind is Kind.DASH), None),
    )
    names: tuple[str, ...] = _RATIOS
    if (
        rate is not None and rate < 4
    ):  # an amount or the weight is missing: what stands before it may be either
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
    cells = dict(zip(_MONEY, money, strict=True)) if len(money) == 3 else {}
    return cells | dict(zip(names, ratios, strict=False)), why


def _rate_at(values: list[GridCell]) -> int | None:
    """Which of the values is the rate: the only one in percent; of six in order the fifth, where that is illegible."""
    found = next((i for i, cell in enumerate(values) if cell.text.endswith("%")), None)
    if found is None and len(values) == 6 and is_damaged(values[4].text):
        return 4
    return found


def _write(
    project: dict[str, str],
    labels: list[GridCell],
    values: list[GridCell],
    bound: tuple[dict[str, GridCell], str],
    draft: Draft,
) -> None:
    """Write a row of funds: the values that were read, and those that are illegible."""
    cells = {name: cell for name, cell in bound[0].items() if not is_damaged(cell.text)}
    damaged = {name: cell for name, cell in bound[0].items() if name not in cells}
    label = _label(labels)
    rows = draft.of_form("project_funds", project["project_id"])
    row = draft.add(
        "project_funds",
        project_id=project["project_id"],
        position=str(len(rows) + 1),
        realigned=bound[1],
    )
    row["label"] = passage.publish(label)
    draft.quote("project_funds", row, "label", label)
    row["source"] = "total" if re.search(terms.forms()["fund_total"], label.text) else row["label"]
    for name, cell in damaged.items():
        draft.lose("project_funds", row, name, cell.view)
    amounts = any(cell.kind is not Kind.DASH for cell in values)
    row["unreadable"] = " ".join(
        dict.fromkeys([*(name for name in _MONEY if amounts and name not in cells), *damaged])
    )
    again = [cell for cell in values if all(cell is not one for one in bound[0].values())]
    twins = [
        (next((n for n in _MONEY if n in cells and cells[n].text == cell.text), ""), cell)
        for cell in again
    ]
    for name, cell in [*cells.items(), *(twin for twin in twins if twin[0])]:
        number = cell.view[: len(cell.text.rstrip("%分"))]
        if not re.search(r"\d", cell.text):
            continue
        unit = "万元" if name in _MONEY else ""
        row[name] = published(number.text, unit)
        draft.bind(
            "project_funds", row, name, row[name], number, unit or ("%" if "%" in cell.text else "")
        )


def _label(labels: list[GridCell]) -> View:
    """The label of a row of funds: the cell that names a source, else the last text before the values."""
    source = terms.forms()["fund_source"]
    named = [cell.view for cell in labels if re.search(source, cell.text)]
    return named[0] if named else labels[-1].view if labels else View("", ())

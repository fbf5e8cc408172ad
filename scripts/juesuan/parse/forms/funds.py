"""Rows of funds: budget, execution, weight, rate, score."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile
from typing import TypeVar

from juesuan import terms
from juesuan.parse import passage
from juesuan.parse.claims import Draft
from juesuan.parse.forms.fund_columns import (
    FUND_FIELDS,
    MONEY,
    FundField,
    bind_values,
    values_of,
)
from juesuan.parse.forms.ghosts import is_ghost, is_rated
from juesuan.parse.forms.grid import GridCell, GridRow, columns
from juesuan.parse.forms.units import OWN, form_units, row_units
from juesuan.parse.forms.values import Kind, is_damaged
from juesuan.parse.forms.vocabulary import NOT_POINTS, WORDS, contains, without_sign
from juesuan.parse.passage import published
from juesuan.parse.view import View
from juesuan.rows import IndicatorsRow, ProjectFundsRow, ProjectsRow

FormRow = TypeVar("FormRow", ProjectFundsRow, IndicatorsRow)

_HEADINGS = WORDS.means("funds_columns")
_DIGIT = re.compile(r"\d")


def of_form(rows: Sequence[FormRow], project_id: str) -> list[FormRow]:
    """The rows of the form that is being read: the last ones."""
    last = takewhile(lambda row: row["project_id"] == project_id, reversed(rows))
    return list(last)[::-1]


def read_funds(
    project: ProjectsRow,
    heads: list[GridRow],
    rows: list[GridRow],
    draft: Draft,
    lost: list[str],
    above: Sequence[GridRow] = (),
) -> None:
    """Read the rows of funds of a form into ``project_funds``.

    Args:
        project: the form's row in ``projects``.
        heads, rows: its rows of headings and of funds.
        draft: takes the rows.
        lost: the form's ``unreadable``: takes rows that extraction printed twice, and what it made
            of the label at the side.
        above: the rows above the funds, which may state a unit.
    """
    units = form_units(above, heads, rows)
    printed = columns(heads, _HEADINGS, FUND_FIELDS)
    for row in _without_ghosts(project, map(_without_heading, rows), draft, lost):
        fund = _fund(row)
        if fund is not None:
            _lose(project, "side_label", fund.beside(), draft, lost)
            bound, why = bind_values(row, fund.values, printed)
            _write(project, fund, bound, why, draft, row_units(row, units))
    _lose_dashes(of_form(draft.rows("project_funds"), project["project_id"]))


@dataclass(frozen=True, slots=True)
class _Fund:
    """A row of funds: its label and its values."""

    row: GridRow
    label: View
    values: list[GridCell]

    def beside(self) -> list[GridCell]:
        """Cells with digits that are neither the label nor a value."""
        return [
            cell
            for cell in self.row.cells
            if cell not in self.values
            and cell.view.at != self.label.at
            and _DIGIT.search(cell.text)
        ]


def _fund(row: GridRow) -> _Fund | None:
    """The label and the values of a row; None where it is no row of funds."""
    values = values_of(row)
    labels = [c.view for c in row.cells if c.kind is Kind.TEXT and not is_damaged(c.text)]
    sources = [view for view in labels if contains(view.text, "fund_source")]
    if not _has_funds(values, bool(sources)):
        return None
    return _Fund(row, _label(sources, labels), values)


def _has_funds(values: list[GridCell], named: bool) -> bool:
    """Whether values are those of funds: two amounts; beside the name of a source none will do."""
    amounts = sum(cell.kind not in (Kind.PERCENT, Kind.DASH) for cell in values)
    return amounts >= 2 or (named and bool(values) and amounts == 0)


def _label(sources: list[View], labels: list[View]) -> View:
    """The label of a row of funds: the text that names a source, else the last one."""
    return next(iter([*sources[:1], *labels[-1:]]), View("", ()))


def _without_heading(row: GridRow) -> GridRow:
    """The row, where a heading's last character ran into an amount, with the amount alone."""
    cells = (
        GridCell(cell.column, cell.view[1:]) if contains(cell.text, "heading_in_amount") else cell
        for cell in row.cells
    )
    return GridRow(tuple(cells), row.width, row.start)


def _without_ghosts(
    project: ProjectsRow, rows: Iterable[GridRow], draft: Draft, lost: list[str]
) -> list[GridRow]:
    """The rows without misread doubles of the row above, which are remarked."""
    kept: list[GridRow] = []
    for row in rows:
        if (any(map(is_rated, kept)) and is_ghost(row)) or _is_printed_again(row, kept):
            draft.remarks.append(
                f"a row of funds was read twice and left out: {' '.join(row.texts)}"
            )
            _lose(project, "funds_row", row.cells, draft, lost)
        else:
            kept.append(row)
    return kept


def _is_printed_again(row: GridRow, kept: Sequence[GridRow]) -> bool:
    """Whether a row with a label is the one directly above it once more."""
    named = any(contains(text, "fund_source") for text in row.texts)
    return named and bool(kept) and row.texts == kept[-1].texts


def _lose(
    project: ProjectsRow, name: str, cells: Iterable[GridCell], draft: Draft, lost: list[str]
) -> None:
    for cell in cells:
        draft.lose("projects", project, name, cell.view)
        if name not in lost:
            lost.append(name)


# -- writing -------------------------------------------------------------------------------------


def _write(
    project: ProjectsRow,
    fund: _Fund,
    bound: dict[FundField, GridCell],
    why: str,
    draft: Draft,
    units: Sequence[str],
) -> None:
    """Write a row of funds: the values that were read, and those that are illegible."""
    number = len(of_form(draft.rows("project_funds"), project["project_id"])) + 1
    row = draft.add(
        "project_funds", project_id=project["project_id"], position=str(number), realigned=why
    )
    row["label"] = passage.publish(fund.label)
    draft.quote("project_funds", row, "label", fund.label)
    row["source"] = "total" if contains(fund.label.text, "fund_total") else row["label"]
    damaged = [name for name, cell in bound.items() if is_damaged(cell.text)]
    unit = units[0] if len(units) == 1 and terms.unit_kind(units[0]) == "money" else ""
    if not unit:
        damaged += _unclear(row, bound, units, draft)
    for name in damaged:
        draft.lose("project_funds", row, name, bound[name].view)
    cells = {name: cell for name, cell in bound.items() if name not in damaged}
    row["unreadable"] = " ".join(dict.fromkeys([*_lacking(fund, cells), *damaged]))
    for name, cell in [*cells.items(), *_twins(fund, bound, cells)]:
        _write_value(row, name, cell, unit or OWN, draft)


def _is_amount(cell: GridCell | None) -> bool:
    """Whether a cell holds an amount other than nothing, which is the same in every unit."""
    return cell is not None and bool(_DIGIT.search(cell.text.replace("0", "")))


def _unclear(
    row: ProjectFundsRow, bound: dict[FundField, GridCell], units: Sequence[str], draft: Draft
) -> list[FundField]:
    """The amounts of a row of which it is not clear in which unit they are; that is told."""
    unclear: list[FundField] = [name for name in MONEY if _is_amount(bound.get(name))]
    if unclear:
        _tell_units(row, units, draft)
    return [name for name in unclear if not is_damaged(bound[name].text)]


def _tell_units(row: ProjectFundsRow, units: Sequence[str], draft: Draft) -> None:
    said = f"{' and '.join(units)} {'is' if len(units) == 1 else 'are'} stated of its amounts"
    draft.remarks.append(
        f"unit? form {row['project_id']}, {row['label']}: {said}; they are not published. What to "
        "do: compare with the original, and write each as [[reading]] into disclosure.toml"
    )


def _lacking(fund: _Fund, cells: dict[FundField, GridCell]) -> list[FundField]:
    """The amounts that a row lacks, unless it has dashes only."""
    if all(cell.kind is Kind.DASH for cell in fund.values):
        return []
    lacking: list[FundField] = [name for name in MONEY if name not in cells]
    rated = "score" in cells or not {"weight", "execution_rate_pct"} <= set(_printed(cells))
    return lacking if rated else [*lacking, "score"]


def _printed(cells: Mapping[FundField, GridCell]) -> list[FundField]:
    """The fields of which a number is printed."""
    return [name for name, cell in cells.items() if _DIGIT.search(cell.text)]


def _lose_dashes(rows: Sequence[ProjectFundsRow]) -> None:
    """Mark a dash among amounts as illegible, unless the column adds up with nothing there."""
    for name in MONEY:
        if not _adds_up(name, rows):
            for row in rows:
                marks = row["unreadable"].split()
                if not row[name] and name not in marks and any(row[one] for one in MONEY):
                    row["unreadable"] = " ".join([*marks, name])


def _adds_up(name: FundField, rows: Sequence[ProjectFundsRow]) -> bool:
    """Whether the parts of a column come to its total, what is not printed being nothing."""
    totals = [row[name] for row in rows if row["source"] == "total"]
    parts = [Decimal(row[name]) for row in rows if row["source"] != "total" and row[name]]
    return [Decimal(one or 0) for one in totals] == [sum(parts, Decimal(0))]


def _twins(
    fund: _Fund, bound: dict[FundField, GridCell], cells: dict[FundField, GridCell]
) -> list[tuple[FundField, GridCell]]:
    """Values that were not bound, because the same amount stands beside them: the same field."""
    again = [cell for cell in fund.values if not any(cell is one for one in bound.values())]
    amounts = {cells[name].text: name for name in reversed(MONEY) if name in cells}
    return [(amounts[cell.text], cell) for cell in again if cell.text in amounts]


def _write_value(
    row: ProjectFundsRow, name: FundField, cell: GridCell, yuan: str, draft: Draft
) -> None:
    if not _DIGIT.search(cell.text):
        return
    number = without_sign(cell.view, NOT_POINTS)
    money = name in MONEY
    unit = yuan if money else "%" if "%" in cell.text else ""
    row[name] = published(number.text, unit)
    draft.bind("project_funds", row, name, row[name], number, unit)

"""The prose: sections read by the clause grammar into measures, lines of functions, and texts."""

from __future__ import annotations

import re
from decimal import Decimal

from juesuan import terms
from juesuan.amount import NUMERAL
from juesuan.parse import passage
from juesuan.parse.claims import Draft
from juesuan.parse.passage import published
from juesuan.parse.prose.events import Event, Subject
from juesuan.parse.prose.grammar import grammar
from juesuan.parse.prose.outline import Outline, Part
from juesuan.parse.view import View

_FUNDS = {
    "general_budget_structure": "general_public_budget",
    "general_budget_items": "general_public_budget",
    "general_budget": "general_public_budget",
    "government_fund": "government_fund",
    "state_capital": "state_capital",
}
_SPOKEN = {
    "general_budget": "general_public_budget", "government_fund": "government_fund", "state_capital": "state_capital",
}  # fmt: skip
"""Measures of which budget were spoken of last: to it belong the functional lines that follow."""

_LISTS = {"duties", "glossary", "statutory", "part_overview", "part_accounts"}


def read_narrative(outline: Outline, draft: Draft) -> None:
    """Read all sections of figures; lists and definitions are read elsewhere."""
    for part in outline.parts:
        draft.refer(part.heading)
        if part.id not in _LISTS:
            _read_part(part, draft)
    _derive(draft)


def _read_part(part: Part, draft: Draft) -> None:
    basis, fund = "prior", _FUNDS.get(part.id, "general_public_budget")
    for event in grammar(part.id).events(part.body.text):
        where = part.body[event.start : event.end]
        spoken = (
            event.subject.measure.id.partition(".")[0]
            if event.subject and event.subject.measure
            else ""
        )
        fund = _SPOKEN.get(spoken, fund)
        if event.kind == "reference":
            draft.refer(where)
        elif event.kind == "figure" and event.subject:
            basis = event.basis or basis
            _figure(part, event, draft, fund)
        elif (
            event.kind == "word"
            and event.subject
            and (event.subject.measure or event.subject.names[0])
        ):
            basis = "budget" if event.column == "variance_word" else "prior"
            row = _row(part.id, event.subject, draft, fund)[1]
            row[event.column] = row[event.column] or event.value
        elif event.kind == "passage":
            _passage(part, event, event.basis or basis, draft, fund)
        elif event.kind == "subject" and re.search(
            r"预算(?:相比)?$", part.body.text[: event.start][-8:]
        ):
            basis = "budget"


def _figure(part: Part, event: Event, draft: Draft, fund: str) -> None:
    assert event.subject is not None
    resource, row = _row(part.id, event.subject, draft, fund)
    if not event.value:
        _lose(part, event, (resource, row), draft)
        return
    digits = re.match(rf"-?{NUMERAL}", part.body.text[event.start :])
    assert digits is not None
    where = part.body[event.start : event.start + len(digits[0])]
    column, missing = event.column, not event.unit and _is_money(event)
    value = published(event.value, "万元" if missing else event.unit)
    if event.year and _is_before(event.year, draft):
        column = "prior_year"
    printed = row[column]
    if missing and not _known_without_unit(value, printed):
        return
    if not printed:
        row[column] = value
        row["unreadable"] = " ".join(name for name in row["unreadable"].split() if name != column)
    elif Decimal(printed) != Decimal(value):
        _print_again(part, (resource, row, column), value, where, event.unit, draft)
        return
    draft.bind(resource, row, column, value, where, event.unit)


def _lose(part: Part, event: Event, cell: tuple[str, dict[str, str]], draft: Draft) -> None:
    """Mark a cell whose numeral is printed but damaged, or gone."""
    resource, row = cell
    if row[event.column]:
        return
    row["unreadable"] = " ".join(dict.fromkeys([*row["unreadable"].split(), event.column]))
    left = part.body[event.start : event.end - len(event.unit)]
    if len(left):
        draft.lose(resource, row, event.column, left)


def _is_money(event: Event) -> bool:
    """Whether a figure is an amount of money by its column and its subject."""
    if event.column.endswith("_pct") or event.subject is None:
        return False
    measure = event.subject.measure
    return measure is None or terms.unit_kind(measure.unit) == "money"


def _known_without_unit(value: str, printed: str) -> bool:
    """Whether an amount printed without its unit is known all the same: it is nothing, or printed before with its unit."""
    return not Decimal(value) or (bool(printed) and Decimal(printed) == Decimal(value))


def _print_again(
    part: Part,
    cell: tuple[str, dict[str, str], str],
    value: str,
    where: View,
    unit: str,
    draft: Draft,
) -> None:
    """Keep what is printed a second time, differently, beside the first print: neither is dropped, a rule compares them."""
    resource, row, column = cell
    name = row.get("label") or row.get("item") or row.get("class")
    draft.remarks.append(f"{part.id}: {name} {column} is printed as {row[column]} and as {value}")
    if resource == "measures":
        other = _again(row, part.id, column, value, draft)
        other[column] = value
        draft.bind(resource, other, column, value, where, unit)
    elif column == "actual" and row["actual_again"] in ("", value):
        row["actual_again"] = value
        draft.bind(resource, row, "actual_again", value, where, unit)


def _is_before(year: str, draft: Draft) -> bool:
    """Whether a year is the one before the fiscal year."""
    return year == "before" or year == str(int(draft.tables["disclosure"][0]["fiscal_year"]) - 1)


def _again(
    row: dict[str, str], section: str, column: str, value: str, draft: Draft
) -> dict[str, str]:
    """The row for further prints of a measure in one section: one that has the same value or none yet, else a new one."""
    same = [
        one
        for one in draft.tables["measures"]
        if one["measure"] == row["measure"] and one["section"].split(".")[0] == section
    ]
    for one in same:
        if one is not row and one["section"] != section and one[column] in ("", value):
            return one
    return draft.add(
        "measures",
        **{name: row[name] for name in ("measure", "label", "unit")},
        section=f"{section}.{len(same) + 1}",
    )


def _row(section: str, subject: Subject, draft: Draft, fund: str) -> tuple[str, dict[str, str]]:
    if subject.measure is not None:
        measure = subject.measure
        where = (
            terms.sections()[section].within if section.startswith("general_budget_") else section
        )
        row = draft.row("measures", section=where, measure=measure.id)
        row["label"], row["unit"] = measure.label, measure.unit
        return "measures", row
    level = "item" if subject.names[2] else "subclass" if subject.names[1] else "class"
    number = subject.number
    rows = [
        one
        for one in draft.tables.get("functions", [])
        if one["fund"] == fund and one["level"] == level
    ]
    names = {
        k: v.replace("(", "（").replace(")", "）")
        for k, v in zip(("class", "subclass", "item"), subject.names, strict=True)
    }
    key = (fund, level, number, *names.values())
    by_name = (
        []
        if number and level == "item"
        else [one for one in rows if all(one[k] == v for k, v in names.items())]
    )
    known = draft.lines.get(key) or next(iter(by_name), None)
    if known is not None:
        return "functions", known
    taken = {one["position"] for one in rows}
    if number and any(line[:3] == (fund, level, number) for line in draft.lines):
        draft.remarks.append(
            f"{section}: number {number} is printed twice, the second time at {subject.names[2] or subject.names[0]}"
        )
    position = (
        number
        if number and number not in taken
        else str(max((int(one) for one in taken), default=0) + 1)
    )
    draft.lines[key] = draft.add("functions", fund=fund, level=level, position=position, **names)
    return "functions", draft.lines[key]


def _passage(part: Part, event: Event, basis: str, draft: Draft, fund: str) -> None:
    body = passage.strip_marks(part.body[event.inner : event.end])
    opening = part.body.text[event.start : event.inner]
    if event.into == "reason":
        if event.subject and (event.subject.measure or event.subject.names[0]):
            resource, row = _row(part.id, event.subject, draft, fund)
            column = "variance_reason" if basis == "budget" and "差异" not in opening else "reason"
            if not row[column]:
                row[column] = passage.publish(body)
                draft.quote(resource, row, column, body)
                return
        note(part.id, "note", body, draft)
        return
    if event.into == "usage" and event.subject and event.subject.names[0]:
        resource, row = _row(part.id, event.subject, draft, fund)
        if not row["usage"]:
            row["usage"] = passage.publish(body)
            draft.quote(resource, row, "usage", body)
            return
    kind = event.into.removeprefix("text:")
    note(part.id, kind, part.body[event.start : event.end] if kind == "empty" else body, draft)


def note(section: str, kind: str, body: View, draft: Draft) -> None:
    """Publish a passage in ``texts``."""
    where = (
        terms.sections()[section].within or section
        if section.startswith("general_budget")
        else section
    )
    rows = [
        one
        for one in draft.tables.get("texts", [])
        if one["section"] == where and one["kind"] == kind
    ]
    body = passage.strip_marks(
        body, "。;,:、 " if kind not in ("achievement", "problem", "improvement") else ";,:、 "
    )
    if not len(body):
        return
    row = draft.add(
        "texts", section=where, kind=kind, position=str(len(rows) + 1), text=passage.publish(body)
    )
    draft.quote("texts", row, "text", body)


def _derive(draft: Draft) -> None:
    for resource in ("measures", "functions"):
        for row in draft.tables.get(resource, []):
            if row["actual"] and row["change"] and not row["prior_year"]:
                places = max(len(row[name].partition(".")[2]) for name in ("actual", "change"))
                row["prior_year_derived"] = (
                    f"{Decimal(row['actual']) - Decimal(row['change']):.{places}f}"
                )

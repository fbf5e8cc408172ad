"""Every rule in every state: passes, contradicts, has nothing to compare, cannot be read.

A rule that passes somewhere is asked again after each cell that it compared was changed, emptied, or made illegible; what it then
says must be each of the states once. Where a figure is gone with its row, a rule that is applied to rows has no row to be applied to:
that is its ``not_applicable``. A state that a rule cannot have is listed below with its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

import pytest

from juesuan import check, terms
from juesuan.check.book.book import Book
from juesuan.check.rule import Rule
from juesuan.check.run import ask
from juesuan.model import Facts
from juesuan.rows import ChecksRow, Row
from tests.check.conftest import edited, telling
from tests.check.rules.prose.test_parts import telling_measures

FAILING = ("fail", "information")
"""What a rule says of figures that do not fit: a contradiction, or, by the nature of the rule, something to look at."""

_WRONG = ("0.00", "-7.77", "7.77", "777777.77", "100.01")


def _cells(facts: Facts, figures: set[str]) -> list[tuple[str, str, str]]:
    """Resource, key and field of the cells behind figures."""
    rows = [row for row in facts.rows("figures") if row["figure_id"] in figures and row["resource"]]
    return list(dict.fromkeys((row["resource"], row["row"], row["field"]) for row in rows))


def _with(facts: Facts, cell: tuple[str, str, str], value: str, lost: bool = False) -> Facts:
    """The facts with one cell changed, or emptied and marked as illegible."""
    resource, key, field = cell
    schema = terms.resource_schemas()[resource]

    def change(row: Row) -> Row:
        if schema.row_key(row) != key:
            return row
        return {
            **row,
            field: value,
            **({"unreadable": field} if lost and "unreadable" in row else {}),
        }

    return replace(
        facts, tables={**facts.tables, resource: tuple(change(row) for row in facts.rows(resource))}
    )


def _without(facts: Facts, cell: tuple[str, str, str]) -> Facts:
    """The facts without the row of a cell."""
    resource, key, _ = cell
    schema = terms.resource_schemas()[resource]
    rows = tuple(row for row in facts.rows(resource) if schema.row_key(row) != key)
    tables = {**facts.tables, resource: rows}
    return replace(facts, tables={name: found for name, found in tables.items() if found})


def _asked(rule: Rule, facts: Facts) -> list[ChecksRow]:
    return ask(rule, Book(facts))


def _states(rule: Rule, facts: Facts, key: str) -> set[str]:
    return {row["state"] for row in _asked(rule, facts) if row["subject"] == key}


def _changes(facts: Facts, row: ChecksRow) -> Iterator[Facts]:
    """The facts after each change of a cell that a check compared."""
    for cell in _cells(facts, set(row["figures"].split()))[:6]:
        yield from (_with(facts, cell, value) for value in _WRONG)
        yield _with(facts, cell, "")
        yield _with(facts, cell, "", lost=True)
        yield _without(facts, cell)


def _seen(rule: Rule, facts: Facts, most: int = 3) -> Iterator[set[str]]:
    """The states of a rule on a package as it is, and after each change of the cells of its first passing subjects."""
    rows = list(_asked(rule, facts))
    yield {row["state"] for row in rows} or {"not_applicable"}
    passing = [
        row
        for row in rows
        if row["state"] in ("pass", "rounding", "information") and row["figures"]
    ]
    for row in passing[:most]:
        for other in _changes(facts, row):
            yield _states(rule, other, row["subject"]) or {"not_applicable"}


def _only(facts: Facts, *names: str) -> Facts:
    """The facts with these resources alone."""
    return replace(
        facts,
        tables={
            name: rows for name, rows in facts.tables.items() if name in ("disclosure", *names)
        },
    )


def _lose(facts: Facts, resource: str, **which: str) -> Facts:
    """The facts with the scores of some rows illegible."""
    rows = tuple(
        {**row, "score": "", "unreadable": "score"}
        if all(row[name] == value for name, value in which.items())
        else row
        for row in facts.rows(resource)
    )
    return replace(facts, tables={**facts.tables, resource: rows})


def _figures(facts: Facts, change: Callable[[Row], Row]) -> Facts:
    return replace(
        facts,
        tables={**facts.tables, "figures": tuple(change(row) for row in facts.rows("figures"))},
    )


ITEM = "general_public_budget/item/1"
TOTAL = "three_public/three_public.total"
OVERALL = "appropriation/appropriation.overall"
XINJIANG = ("disclosure", "", "region_code", "650100")
REASON = "接待外地来访的单位比上年多{}个"
Change = Callable[[Facts], Facts]


def _edit(*edits: tuple[str, str, str, str]) -> Change:
    return lambda facts: edited(facts, *edits)


def _tell(resource: str, key: str, field: str, text: str) -> Change:
    return lambda facts: telling(facts, resource, key, field, text)


def _again(first: str, second: str) -> Change:
    return _edit(("functions", ITEM, "actual", first), ("functions", ITEM, "actual_again", second))


def _reasons(first: str, second: str) -> Change:
    keys = ("three_public/three_public.reception", TOTAL)
    return _edit(
        *(
            ("measures", key, "reason", REASON.format(n))
            for key, n in zip(keys, (first, second), strict=True)
        )
    )


def _year(facts: Facts) -> Facts:
    first = next(
        row
        for row in facts.rows("figures")
        if row["unit"] == "年度" and row["status"] == "reference"
    )
    return _figures(facts, lambda row: {**row, "text": "2019"} if row is first else row)


def _told(lost: str = "", **values: str) -> Change:
    """The change that gives the disclosure these measures, of which one may be illegible."""

    def change(facts: Facts) -> Facts:
        found = telling_measures(facts, **values)
        if not lost:
            return found
        measure = terms.measures()[lost.replace("__", ".")]
        key = f"{measure.sections[0]}/{measure.id}"
        return edited(
            found, ("measures", key, "actual", ""), ("measures", key, "unreadable", "actual")
        )

    return change


def _each_state(rule: str, **values: str) -> list[tuple[str, str, Change]]:
    """Three states of a rule that passes on measures; of the last one 777 is wrong."""
    last = list(values)[-1]
    return [
        (rule, "pass", _told(**values)),
        (rule, "fail", _told(**{**values, last: "777"})),
        (rule, "unreadable", _told(last, **values)),
    ]


MADE: list[tuple[str, str, Change]] = [
    ("N30", "fail", _edit(("functions", "general_public_budget/item/2", "position", "3"))),
    ("N30", "not_applicable", _only),
    ("N49", "fail", _edit(("functions", "general_public_budget/item/2", "fund", "government_fund"))),
    ("N53", "fail", _year),
    ("N53", "not_applicable", _only),
    ("N54", "not_applicable", _only),
    *_each_state("N41-r", three_public__reception_guests="0.00", three_public__guest_batches="0"),
    *_each_state("N64-s", procurement__reserved_sme_awarded="1.00", procurement__other_sme_awarded="2.00"),
    *_each_state("N78", headcount__posts="2", headcount__posts_administrative="1", headcount__posts_institution="1"),
    *_each_state("N80", assets__total="2.00", assets__fixed="1.00"),
    *_each_state("N81", government_fund__expenditure_current="2.00", government_fund__basic="1.00"),
    *_each_state("N82", three_public__vehicles_kept="2", three_public__vehicles_kept__suv="1"),
    *_each_state("N83", procurement__sme="2.00", procurement__micro="1.00"),
    *_each_state("N84", three_public__reception="2.00", three_public__reception_domestic="2.00"),
    *_each_state("N85", three_public__running_each="2.00", three_public__vehicles_kept="2", three_public__vehicle_running="4.00"),
    *_each_state("N86", organisation__units="2"),
    *_each_state("N86-k", organisation__units="2", organisation__units__administrative="1", organisation__units__civil_service="1", organisation__units__other="0"),
    ("N56-t", "fail", lambda facts: replace(facts, printed="某某县示例局2024年度部门决算")),
    ("N56-t", "pass", lambda facts: replace(facts, printed="某某市示例局2024年度部门决算")),
    ("X20", "unreadable", _edit(("measures", "performance/performance.overall_forms", "unreadable", "actual"))),
    ("N54-u", "fail", lambda facts: _figures(facts, lambda row: {**row, "unit": ""} if row["field"] == "share_pct" else row)),
    ("N54-u", "not_applicable", _only),
    ("N55", "pass", _again("1.00", "1.00")),
    ("N55", "fail", _again("1.00", "1.01")),
    ("N55", "unreadable", _edit(("functions", ITEM, "actual_again", "1.00"), ("functions", ITEM, "unreadable", "actual"))),
    ("N57", "information", _edit(XINJIANG, ("measures", "basic/basic.public", "-", ""))),
    ("N60", "information", _edit(("projects", "p01", "actual_goal", "已完成。。"))),
    ("N60", "not_applicable", _only),
    ("N60-r", "information", _edit(XINJIANG, ("measures", "operating/operating.agency", "reason", ""))),
    ("N65", "pass", _edit(("measures", TOTAL, "prior_year", "5.00"), ("measures", TOTAL, "change", "-1.00"))),
    ("N65", "fail", _edit(("measures", TOTAL, "prior_year", "5.00"), ("measures", TOTAL, "change", "-1.10"))),
    ("N65", "unreadable", _edit(("measures", TOTAL, "prior_year", "5.00"), ("measures", TOTAL, "unreadable", "change"))),
    ("N66", "pass", _edit(("measures", OVERALL, "variance", "-5.00"))),
    ("N66", "fail", _edit(("measures", OVERALL, "variance", "-5.10"))),
    ("N66", "unreadable", _edit(("measures", OVERALL, "variance", "-5.00"), ("measures", OVERALL, "unreadable", "actual"))),
    ("N73", "pass", _reasons("3", "3")),
    ("N73", "information", _reasons("3", "5")),
    ("N76", "fail", _tell("projects", "p01", "expected_goal", "用餐30人*60*5天=9100元")),
    ("P07", "unreadable", lambda facts: _lose(_lose(facts, "indicators"), "project_funds")),
    ("P15", "not_applicable", _only),
    ("P16", "information", _edit(
        ("projects", "overall", "kind", "project"), ("projects", "overall", "name", "示例项目"),
        ("projects", "overall", "implementer", "某某市示例中心"))),
    ("P22", "pass", _tell("projects", "p01", "expected_goal", "经费50万元，其中：培训费30万元，印刷费20万元。")),
    ("P22", "not_applicable", _tell("projects", "p01", "expected_goal", "经费30万元，其中：培训2期。另有20万元、30万元。")),
    ("X12", "pass", _edit(("projects", "p01", "name", "设备费（上年结转资金）"))),
    ("X12", "unreadable", _edit(("projects", "p01", "name", "设备费（上年结转）"), ("measures", "overview/carryover.opening", "unreadable", "actual"))),
    ("X14", "information", lambda facts: _figures(
        edited(facts, XINJIANG), lambda row: {**row, "start": "999999"} if row["row"].startswith("overview/") else row)),
]  # fmt: skip
"""What the sweep does not reach: rule, state, and the change of the made-up disclosure after which the rule says so."""


def _reprint(row: str = "1", apart: str = "", lost: bool = False) -> Change:
    """A second file that prints the total of a row of table 3: the same one, or another one."""

    def change(facts: Facts) -> Facts:
        first = next(one for one in facts.rows("table3") if one["position"] == "1")
        made: Row = {
            "disclosure_id": facts.disclosure_id, "table": "table3", "position": "1", "row": row, "field": "total",
            "label": first["name"], "again": apart or first["total"], "file": "b.xlsx",
        }  # fmt: skip
        more = replace(facts, tables={**facts.tables, "reprints": (made,)})
        return _with(more, ("table3", "1", "total"), "", lost=True) if lost else more

    return change


PRINTED: list[tuple[str, str, Change]] = [
    ("T32", "pass", _reprint()),
    ("T32", "fail", _reprint(apart="9.99")),
    ("T32", "not_applicable", _reprint(row="")),
    ("T32", "unreadable", _reprint(lost=True)),
    ("T22", "fail", _edit(("table9", "1", "expenditure", "1.00"))),
    ("T25", "fail", _edit(("functions", ITEM, "item", "行政管理"))),
    ("T26", "fail", _edit(("table6", "14", "actual", "0.00"))),
    ("T28", "fail", _edit(("texts", "table9/title/1", "-", ""), ("table9", "1", "-", ""))),
    ("T29", "fail", _edit(("texts", "table3/unit/1", "-", ""))),
    ("T30", "fail", _edit(("functions", "government_fund/item/1", "item", "城市建设支出"))),
    *((rule, "not_applicable", _only) for rule in ("T22", "T25", "T26", "T30")),
]
"""The same for the made-up disclosure with statutory tables."""

WORDS = "it compares words, names or numbering, not cells"
LEGIBLE = "only what is legible can be known to be its subject"
CANNOT = {
    **{(rule, "unreadable"): WORDS for rule in ("N30", "N53", "N54", "N54-u", "N56-t", "N57", "N60", "N73", "N76", "T25", "T26", "T28", "T29", "T30", "X14")},
    **{(rule, "unreadable"): LEGIBLE for rule in ("P09", "P10", "P12", "P15", "P18", "P18-a", "P21", "P22", "P23", "P24", "P28", "X17")},
    **{(rule, "unreadable"): "an illegible amount contradicts an empty table as well" for rule in ("N49", "T22")},
}  # fmt: skip
"""States that a rule cannot have, and why."""


@pytest.mark.parametrize(
    ("rule", "state", "change"), MADE, ids=[f"{case[0]}-{case[1]}" for case in MADE]
)
def test_cases_of_the_prose_and_the_forms(
    base: Facts, rule: str, state: str, change: Change
) -> None:
    assert state in _natural(rule, change(base))


@pytest.mark.parametrize(
    ("rule", "state", "change"), PRINTED, ids=[f"{case[0]}-{case[1]}" for case in PRINTED]
)
def test_cases_of_the_tables(printed: Facts, rule: str, state: str, change: Change) -> None:
    assert state in _natural(rule, change(printed))


def _natural(rule_id: str, facts: Facts) -> set[str]:
    """The states of a rule on facts as they are."""
    rule = next(one for one in check.all_rules() if one.id == rule_id)
    return {row["state"] for row in _asked(rule, facts)} or {"not_applicable"}


@pytest.mark.slow
def test_every_rule_has_every_state(
    base: Facts, printed: Facts, published: dict[str, Facts]
) -> None:
    missing, impossible = [], set(CANNOT)
    for rule in (one for one in check.all_rules() if not one.reviews):  # those: test_doubt.py
        seen = {state for one, state, _ in (*MADE, *PRINTED) if one == rule.id}
        cannot = {state for one, state in CANNOT if one == rule.id}
        wanted = {"pass", "not_applicable", "unreadable"} - cannot
        every = (_seen(rule, facts) for facts in (printed, base, *published.values()))
        for states in chain.from_iterable(every):
            seen |= states
            if wanted <= seen and seen & set(FAILING) and not cannot:
                break  # all that a rule can say was heard
        impossible -= {(rule.id, state) for state in seen}
        missing += [f"{rule.id} {state}" for state in wanted - seen]
        missing += [] if seen & set(FAILING) else [f"{rule.id} fail"]
    assert missing == []
    assert impossible == set(CANNOT), "a state that is said to be impossible was seen"

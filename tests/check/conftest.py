"""What the tests of rules share: the made-up package, and ways to change it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from juesuan import collection, package, terms
from juesuan.check import all_rules
from juesuan.check.book.book import Book
from juesuan.check.run import ask
from juesuan.model import Facts
from tests.made import disclosure

Edit = tuple[str, str, str, str]
PDF = Path(__file__).resolve().parent.parent / "pdfs" / "chromium.pdf"


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """The made-up package, with vehicles and counts added so that every rule finds something."""
    text = (
        disclosure()
        .replace("具体情况如下", "")
        .replace(
            "十、其他重要事项的情况说明\n（一）",
            "具体情况如下：\n单位全年安排的因公出国（境）团组0个，因公出国（境）0人次。公务用车购置及运行维护费3.00万元，其中：公务用车购置费0.00万元，"
            "公务用车运行维护费3.00万元。公务用车购置数0辆，公务用车保有量2辆。国有资产占用情况中固定资产车辆2辆。"
            "单位全年安排的国内公务接待1批次，8人次。\n与全年预算相比，财政拨款“三公”经费支出全年预算数5.00万元，决算数4.00万元，"
            "预决算差异率-20.00%。\n十、其他重要事项的情况说明\n（一）",
        )
        .replace(
            "\n年度总体目标", "\n\t其他资金(万元)\t0.00\t10.00\t13.00\t-\t-\t-\n年度总体目标", 1
        )
        .replace("本级资金(万元)\t100.00\t110.00\t105.00", "本级资金(万元)\t100.00\t100.00\t92.00")
        .replace(
            "政府采购服务支出15.00万元。",
            "政府采购服务支出15.00万元。\n授予中小企业合同金额10.00万元，占政府采购支出总额的50.00%。",
        )
    )
    folder = tmp_path_factory.mktemp("base") / "made-up-2024"
    (folder / "source").mkdir(parents=True)
    (folder / "source" / "made.txt").write_text(text, encoding="utf-8")
    collection.convert(folder)
    return package.load(folder)


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """The made-up disclosure with its nine statutory tables."""
    folder = tmp_path_factory.mktemp("printed") / "shanghai-putuo-made-2024"
    (folder / "source").mkdir(parents=True)
    (folder / "source" / "made.pdf").write_bytes(PDF.read_bytes())
    collection.convert(folder)
    return package.load(folder)


def edited(facts: Facts, *edits: Edit) -> Facts:
    """The facts with cells changed: (resource, key, field, value); the field ``-`` takes the row out, ``--`` the resource."""
    tables = {name: [dict(row) for row in rows] for name, rows in facts.tables.items()}
    for resource, key, field, value in edits:
        if field == "--":
            del tables[resource]
            continue
        found = [
            row
            for row in tables[resource]
            if terms.resource_schemas()[resource].row_key(row) == key
        ]
        assert found, (resource, key)
        if field == "-":
            tables[resource].remove(found[0])
        else:
            assert field in found[0], field
            found[0][field] = value
    return replace(facts, tables={name: tuple(rows) for name, rows in tables.items() if rows})


def added(facts: Facts, resource: str, like: str, **cells: str) -> Facts:
    """The facts with one row more: a row like another one, with cells changed."""
    model = next(
        row
        for row in facts.rows(resource)
        if terms.resource_schemas()[resource].row_key(row) == like
    )
    rows = (
        *facts.rows(resource),
        {**dict.fromkeys(model, ""), "disclosure_id": facts.disclosure_id, **model, **cells},
    )
    return replace(facts, tables={**facts.tables, resource: rows})


def telling(facts: Facts, resource: str, key: str, field: str, text: str) -> Facts:
    """The facts with a text cell changed, its numerals in the ledger."""
    blank = dict.fromkeys(facts.rows("figures")[0], "")
    new = [
        {**blank, "figure_id": f"x{number}{key}{field}", "text": match[0], "value": match[0], "status": "prose",
         "resource": resource, "row": key, "field": field}
        for number, match in enumerate(re.finditer(r"[0-9]+(?:\.[0-9]+)?", text))
    ]  # fmt: skip
    told = edited(facts, (resource, key, field, text))
    return replace(told, tables={**told.tables, "figures": (*told.rows("figures"), *new)})


def found(facts: Facts, rule: str, subject: str = "all") -> dict[str, str]:
    """The row of a check; none has the state ``no subject``."""
    asked, book = (one for one in all_rules() if one.id == rule), Book(facts)
    rows = [row for one in asked for row in ask(one, book) if row["subject"] == subject]
    return dict(rows[0]) if rows else {"state": "no subject", "statement": ""}


def state(facts: Facts, rule: str, subject: str = "all") -> str:
    """The state of a check."""
    return found(facts, rule, subject)["state"]


Case = tuple[str, str, Edit, Edit]
"""A rule, a subject, an edit after which it fails, and one after which it has nothing to compare."""

XINJIANG = ("disclosure", "", "region_code", "650100")
"""The edit that gives the made-up disclosure a region with templates."""


def m(key: str, field: str, value: str) -> Edit:
    """An edit of a measure."""
    return ("measures", key, field, value)


def gone(resource: str) -> Edit:
    """The edit that takes out a resource."""
    return (resource, "", "--", "")


def indicator(facts: Facts, row: str, **cells: str) -> Facts:
    """The facts with cells of an indicator changed."""
    return edited(facts, *(("indicators", row, name, value) for name, value in cells.items()))


def _passes_and_fails(facts: Facts, rule: str, subject: str, fail: Edit, absent: Edit) -> None:
    """A rule passes, contradicts after an edit, and after another one has nothing to compare."""
    assert state(facts, rule, subject) in ("pass", "information")
    assert state(edited(facts, fail), rule, subject) == "fail"
    assert rule == "N30" or state(edited(facts, absent), rule, subject) in (
        "not_applicable",
        "no subject",
    )


def _passes_and_fails_in_tables(
    facts: Facts, rule: str, subject: str, fail: Edit, absent: Edit
) -> None:
    """As :func:`_passes_and_fails`, of the disclosure with tables, where a sum may do without a row."""
    years = (
        row["figure_id"]
        for row in facts.rows("figures")
        if row["unit"] == "年度" and row["status"] == "reference"
    )
    fail = (fail[0], next(years, ""), *fail[2:]) if fail[0] == "figures" else fail
    assert state(facts, rule, subject) == "pass"
    assert state(edited(facts, fail), rule, subject) == "fail"
    without = state(edited(facts, absent), rule, subject)
    assert without in ("not_applicable", "no subject", *(("pass",) if absent[2] == "-" else ()))


def _is_unreadable(facts: Facts, rule: str, subject: str, cell: tuple[str, str, str]) -> None:
    """A rule says that it cannot judge once a cell (resource, key, field) is marked as lost."""
    resource, key, field = cell
    lost = edited(facts, (*cell, ""), (resource, key, "unreadable", field))
    assert state(lost, rule, subject) == "unreadable"


def judges(cases: Sequence[Case]) -> Callable[..., None]:
    """The test that rules pass, contradict after an edit, and after another one do not apply."""

    @_each(cases)
    def test(base: Facts, rule: str, subject: str, fail: Edit, absent: Edit) -> None:
        _passes_and_fails(base, rule, subject, fail, absent)

    return test


def judges_tables(cases: Sequence[Case]) -> Callable[..., None]:
    """As :func:`judges`, of the disclosure with statutory tables."""

    @_each(cases)
    def test(printed: Facts, rule: str, subject: str, fail: Edit, absent: Edit) -> None:
        _passes_and_fails_in_tables(printed, rule, subject, fail, absent)

    return test


def _each(cases: Sequence[Case]) -> pytest.MarkDecorator:
    names = ("rule", "subject", "fail", "absent")
    return pytest.mark.parametrize(names, cases, ids=[case[0] for case in cases])


def minds_lost_cells(*cells: tuple[str, str, str, str, str]) -> Callable[..., None]:
    """The test that rules do not judge once a cell is lost: rule, subject, resource, key, field."""

    @pytest.mark.parametrize(("rule", "subject", "resource", "key", "field"), cells)
    def test(base: Facts, rule: str, subject: str, resource: str, key: str, field: str) -> None:
        _is_unreadable(base, rule, subject, (resource, key, field))

    return test

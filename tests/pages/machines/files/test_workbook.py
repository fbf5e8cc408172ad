"""The workbook of a disclosure: numbers as printed, codes as text, passes as counts."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from juesuan import terms
from juesuan.model import Facts
from juesuan.pages.machines.files import workbook as module
from juesuan.pages.machines.files.workbook import workbook
from tests.pages.made_facts import facts_with, measure

CHECKS = [
    {"rule": "N03", "subject": "all", "state": "pass"},
    {"rule": "N12", "subject": "a", "state": "pass"},
    {"rule": "N12", "subject": "b", "state": "pass"},
    {"rule": "N12", "subject": "c", "state": "fail", "statement": "1 ≠ 2", "left": "1"},
    {"rule": "N12", "subject": "d", "state": "rounding", "statement": "1 ≈ 2", "left": "1"},
]


def book_of(facts: Facts, path: Path) -> Workbook:
    workbook(path, "甲", list(facts.tables), facts.table, "disclosure_id")
    return openpyxl.load_workbook(path)


def rows(book: Workbook, sheet: str) -> list[tuple[object, ...]]:
    return list(book[sheet].iter_rows(values_only=True))


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    item = {"fund": "general_public_budget", "level": "item", "position": "1", "code": "0201",
            "actual": "-1200.50", "change_pct": "7"}  # fmt: skip
    facts = facts_with(
        measures=[measure("overall", "1.00")], functions=[item], checks=CHECKS
    )  # the ledger comes with it
    return book_of(facts, tmp_path / "a.xlsx")


def test_its_sheets_are_for_people(book: Workbook) -> None:
    assert book.sheetnames == ["说明", "决算公开", "指标", "支出功能分类", "勾稽核对"]
    said = "".join(str(row[0]) for row in rows(book, "说明"))
    assert said.startswith("甲这份工作簿") and "数据包（ZIP）" in said
    heads = rows(book, "指标")[0]
    assert "决算数" in heads and "决算公开编号" not in heads and book["指标"].freeze_panes == "A2"
    assert len(heads) == len(terms.resource_schemas()["measures"].fields) - 1


def test_amounts_are_numbers_with_their_decimals_and_codes_text(book: Workbook) -> None:
    head, row = rows(book, "支出功能分类")
    at = {name: number for number, name in enumerate(head)}
    assert row[at["科目编码"]] == "0201" and row[at["决算数"]] == -1200.5
    cells = {head[cell.column - 1]: cell for cell in book["支出功能分类"][2]}
    assert cells["决算数"].number_format == "0.00" and cells["科目编码"].data_type == "s"
    assert next(one for one in cells.values() if one.value == 7).number_format == "General"


def test_of_checks_only_contradictions_are_told(book: Workbook) -> None:
    head, *checks = rows(book, "勾稽核对")
    assert [(row[0], row[head.index("对象")]) for row in checks] == [("N12", "c")]


def test_what_a_spreadsheet_cannot_keep_exactly_is_text(tmp_path: Path) -> None:
    exact = "123456789012345.67"
    found = book_of(facts_with(measures=[measure("overall", exact)]), tmp_path / "a.xlsx")
    assert exact in rows(found, "指标")[1]


def test_no_formula_is_made_of_a_text(tmp_path: Path) -> None:
    row = {**measure("overall", "1.00"), "reason": "=1+1"}
    found = book_of(facts_with(measures=[row]), tmp_path / "a.xlsx")
    cells = [cell for cell in found["指标"][2] if cell.value == "=1+1"]
    assert [cell.data_type for cell in cells] == ["s"]


@pytest.mark.slow
def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    facts = facts_with(measures=[measure("overall", "1.00")], checks=CHECKS)
    for name in ("a.xlsx", "b.xlsx"):
        book_of(facts, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_sheet_ends_where_a_spreadsheet_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 1)
    found = book_of(
        facts_with(checks=[{**CHECKS[3]}, {**CHECKS[3], "subject": "d"}]), tmp_path / "a.xlsx"
    )
    assert len(rows(found, "勾稽核对")) == 2


def test_one_disclosure_says_each_text_once_and_is_written_alike(
    book: Workbook, tmp_path: Path
) -> None:
    facts = facts_with(measures=[measure("overall", "1.00")], checks=CHECKS)
    first, again, many = (tmp_path / name for name in ("1.xlsx", "2.xlsx", "3.xlsx"))
    for path in (first, again):
        workbook(path, "甲", list(facts.tables), facts.table, "disclosure_id")
    workbook(many, "甲", list(facts.tables), facts.table)
    assert first.read_bytes() == again.read_bytes()
    with zipfile.ZipFile(first) as one, zipfile.ZipFile(many) as all_of_them:
        assert one.read("xl/sharedStrings.xml").count("<t>决算数</t>".encode()) == 1
        assert "xl/sharedStrings.xml" not in all_of_them.namelist()

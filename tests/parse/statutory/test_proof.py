"""Tables whose columns no lines part count only where their sums confirm them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from juesuan.amount import Rounded
from juesuan.model import Document
from juesuan.parse.claims import Draft
from juesuan.parse.ledger import ledger
from juesuan.parse.statutory import read_statutory
from juesuan.parse.statutory.proof import Sum, is_proven, withdraw
from juesuan.parse.view import Reader
from tests.conftest import THOROUGH
from tests.made_pdf import Made, Style
from tests.made_shapes import SHAPES, draw
from tests.made_tables import document
from tests.parse.statutory.test_read import columns, facts_of, printed, wanted

HEAD = "科目编码|科目名称|本年支出合计|基本支出|项目支出"


def unruled(*rows: str, unit: str = "万元") -> tuple[Draft, Document]:
    made = document("支出决算表", f"单位：{unit}", [HEAD, *rows])
    made = replace(made, tables=tuple(replace(one, is_ruled=False) for one in made.tables))
    draft = Draft()
    read_statutory(made, Reader(made), draft)
    return draft, made


def test_sums_that_hold_confirm_a_table() -> None:
    draft, _ = unruled("合计|<|9.10|6.00|3.10", "201|甲|4.10|1.00|3.10", "205|乙|5.00|5.00|")
    assert [row["total"] for row in draft.rows("table3")] == ["9.10", "4.10", "5.00"]


@pytest.mark.parametrize(
    "rows",
    [
        ["合计|<|9.10|6.00|3.10", "201|甲|4.10|1.00|3.10", "205|乙|5.00||4.00"],
        ["合计|<|9.90|6.00|3.90", "201|甲|4.10|1.00|3.10", "205|乙|5.00|5.00|"],
    ],
)
def test_a_sum_that_does_not_hold_leaves_the_whole_table_unread(rows: list[str]) -> None:
    draft, made = unruled(*rows)
    assert draft.rows("table3") == []
    assert any("its sums do not confirm" in one for one in draft.remarks)
    figures = ledger(made, Reader(made), draft)
    assert {one.status for one in figures if "." in one.text} == {"unread"}


def test_a_table_of_figures_without_any_sum_is_not_proven() -> None:
    draft = Draft()
    assert is_proven("table6", draft, "")
    draft.add("table6", position="1", kind="item", code="30101", name="甲", actual="5.00")
    assert not is_proven("table6", draft, "")
    withdraw("table6", draft)
    assert draft.rows("table6") == []


def test_an_amount_in_a_name_proves_nothing() -> None:
    rows = ["合计|<|9.10|6.00|3.10", "201|甲|4.10|1.00|3.10", "205|乙1.10丙2.20丁|5.00|5.00|"]
    draft, _ = unruled(*rows)
    assert draft.rows("table3") == []


@pytest.mark.parametrize("row", ["|乙|5.00|5.00|", "|支出|||"])
def test_a_row_that_nothing_begins_is_the_rest_of_another_and_proves_nothing(row: str) -> None:
    draft, _ = unruled("合计|<|9.10|6.00|3.10", "201|甲|4.10|1.00|3.10", "205|丙|5.00|5.00|", row)
    assert draft.rows("table3") == []


def test_a_sum_allows_for_rounding_and_needs_legible_parts() -> None:
    parts = tuple(Rounded.printed(one, one) for one in ("1.00", "2.00"))
    one = Sum(Rounded.printed("3.01", "3.01"), parts)
    assert one.tells and one.holds
    assert not replace(one, whole=Rounded.printed("3.02", "3.02")).holds
    assert not replace(one, parts=(None, parts[1])).tells


@pytest.mark.parametrize("unit", ["元", "千元", "万元", "亿元"])
@pytest.mark.parametrize(("total", "proven"), [("9.11", True), ("9.12", False)])
def test_sums_hold_by_the_digits_that_are_printed_in_any_unit(
    unit: str, total: str, proven: bool
) -> None:
    """4.10 and 5.00: three numbers, so one and a half of the last digit."""
    rows = [f"合计|<|{total}|6.01|3.10", "201|甲|4.10|1.00|3.10", "205|乙|5.00|5.00|"]
    draft, _ = unruled(*rows, unit=unit)
    assert len(draft.rows("table3")) == (3 if proven else 0)


FURTHER = ["项目支出|上缴上级支出|经营支出|对附属单位补助支出", "1.10|||", "|||", "1.10|||"]
OWN = [
    "科目编码|科目名称|本年支出合计|基本支出",
    "合计|<|7.30|6.20",
    "201|甲|5.00|5.00",
    "205|乙|2.30|1.20",
]


@pytest.mark.parametrize(("change", "proven"), [(("", ""), True), (("1.10|||", "1.20|||"), False)])
def test_columns_on_a_sheet_of_their_own_are_read_where_sums_hold(
    change: tuple[str, str], proven: bool
) -> None:
    further = [row.replace(*change) if change[0] else row for row in FURTHER]
    made = document("支出决算表", "单位：万元", OWN, "---", further)
    draft = Draft()
    read_statutory(made, Reader(made), draft)
    projects = [row["project"] for row in draft.rows("table3")]
    assert projects == (["1.10", "", "1.10"] if proven else [])
    assert proven or any("its sums do not confirm" in one for one in draft.remarks)


def test_columns_with_another_number_of_rows_are_told_and_not_read() -> None:
    made = document("支出决算表", "单位：万元", OWN, "---", FURTHER[:-1])
    draft = Draft()
    read_statutory(made, Reader(made), draft)
    assert [row["project"] for row in draft.rows("table3")] == ["", "", ""]
    assert any("it may hold further columns" in one for one in draft.remarks)


ALL = {
    "full", "dots", "squares", "double", "dashes", "thick", "level", "level-middle", "outer",
    "outer-middle", "outer-middles", "half", "half-middle", "gaps", "outer-rows",
    "outer-rows-bare", "rows", "rows-bare", "cut", "cut-outer", "sideways", "sideways-outer",
    "inside", "inside-outer", "numbered", "numbered-open", "numbered-merged", "numbered-outer",
    "downwards", "downwards-outer", "two-up", "two-up-outer", "none", "none-middle", "none-rows",
    "frame", "frame-middle", "bands", "upright", "upright-middle", "head", "head-middle", "body",
    "body-middle", "under", "boxes", "boxes-middle", "boxes-rows",
}  # fmt: skip
"""Shapes of which every cell is read; of the others none is read wrongly."""

STYLES = [
    Style(),
    Style(one_code=True, zero="0.00", separators=False, total_last=True, ministry=True),
]


DRAWN = [
    (name, style)
    for number, name in enumerate(SHAPES)
    for style in range(len(STYLES))
    if THOROUGH or number % len(STYLES) == style
]
"""Each shape in one style, or in each."""


@pytest.mark.slow
@pytest.mark.parametrize(("name", "style"), DRAWN)
def test_tables_of_every_shape_are_read_or_told(name: str, style: int, tmp_path: Path) -> None:
    made = Made(31 + style, STYLES[style])
    facts, _ = facts_of(draw(made, SHAPES[name], tmp_path / "a.pdf"))
    money = [one for one in facts.figures if "." in one.text and one.text[-3:-2] == "."]
    assert not [one.text for one in money if one.status == "reference"]
    for table, rows in made.coded().items():
        read = [
            (row["code"], row["name"], [printed(row, column) for column in columns(table)])
            for row in facts.rows(table)
        ]
        right = [
            (code, label, [wanted(made, one) for one in values]) for code, label, values in rows
        ]
        is_blank = not any(one for _, _, values in rows for one in values)
        is_whole = name in ALL and not (is_blank and name.startswith(("upright", "head")))
        assert read == right or (not is_whole and not _wrong(read, right)), table
    measures = {row["measure"].removeprefix("three_public."): row for row in facts.rows("table7")}
    assert measures or name not in ALL
    for measure, row in measures.items():
        pair = tuple(wanted(made, one) for one in made.three_public[measure])
        found = printed(row, "budget"), printed(row, "actual")
        assert found == pair or (name not in ALL and not _wrong_cells(found, pair))


def _wrong_cells(found: tuple[str, str], pair: tuple[str, str]) -> bool:
    """Whether a cell holds anything but what is printed, or nothing."""
    return any(one not in ("", right) for one, right in zip(found, pair, strict=True))


def _wrong(
    read: list[tuple[str, str, list[str]]], right: list[tuple[str, str, list[str]]]
) -> list[tuple[str, str, list[str]]]:
    """Rows that are not as printed, be it that cells are blank."""
    known = {(code, name): values for code, name, values in right}
    return [
        (code, name, values)
        for code, name, values in read
        if any(one and one != known[code, name][i] for i, one in enumerate(values))
    ]

"""Titles of the nine tables, and what is none."""

from __future__ import annotations

import pytest

from juesuan.model import Table
from juesuan.parse.statutory.finding.titles import title_above
from tests.made_cells import view

WIDE = Table(1, 0, 0, 8, ())


def title(*lines: str, table: Table = WIDE) -> tuple[int, str, str] | None:
    found = title_above(table, [view(line, 100 * i) for i, line in enumerate(lines)])
    return (found.at, found.table.id, found.view.text) if found else None


@pytest.mark.parametrize(
    ("line", "table"),
    [
        ("收入支出决算总表", "table1"),
        ("附表3:支出决算表", "table3"),
        ("三、支出决算表", "table3"),
        ("某某市示例局2024年度财政拨款收入支出决算总表", "table4"),
        ("一般公共预算财政拨款基本支出决算表(续)", "table6"),
        ('财政拨款"三公"经费支出决算表(公开07表)', "table7"),
    ],
)
def test_titles(line: str, table: str) -> None:
    assert title(line) == (0, table, line)


@pytest.mark.parametrize(
    "line", ["支出决算表说明", "某局的支出决算表", "支出预算表", "见支出决算表。"]
)
def test_what_is_no_title(line: str) -> None:
    assert title(line) is None


def test_the_nearest_title_counts_and_one_may_be_broken() -> None:
    assert title("收入决算表", "公开03表", "支出决算表", "单位:万元") == (2, "table3", "支出决算表")
    broken = title("一般公共预算财政拨款", "基本支出决算表")
    assert broken == (0, "table6", "一般公共预算财政拨款基本支出决算表")


def test_a_unit_in_the_line_is_no_part_of_the_title() -> None:
    assert title("支出决算表(单位:万元)") == (0, "table3", "支出决算表")


def test_no_title_stands_above_prose_or_far_above_or_over_a_narrow_table() -> None:
    assert title("支出决算表", "本部门的支出如下。") is None
    assert title("支出决算表", *("甲乙丙",) * 6) is None
    assert title("支出决算表", table=Table(1, 0, 0, 2, ())) is None

"""Whatever blank cell is gone: an amount is in its column, or in none."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.singly.made import Rows, cells, money, singly, spaced, total, typed

EXPENDITURE = ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "经营支出"]
FUND = ["科目编码", "科目名称", "年初结转和结余", "本年收入", "本年支出", "基本支出", "项目支出", "年末结转和结余"]  # fmt: skip
SIDES = [["收入", "", "", "支出", "", "", "", "", ""]]
HEADS = ["项目", "行次", "决算数", "项目", "行次", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"]  # fmt: skip

cents = st.one_of(st.just(0), st.integers(1, 99), st.integers(100, 9_999_999))
parts = st.tuples(cents, cents, cents)


class Made(NamedTuple):
    title: str
    rows: Rows


@st.composite
def expenditures(draw: st.DrawFn) -> Made:
    """Classes with a subclass or two, each with an item: columns and levels add up."""
    items = draw(st.lists(st.tuples(st.sampled_from(("20801", "20805", "20899", "21011", "21402")), parts), min_size=1, max_size=5, unique_by=lambda one: one[0]))  # fmt: skip
    sums: dict[str, list[int]] = {}
    for code, amounts in items:
        for key in ("", code[:3], code, f"{code}01"):
            sums[key] = [a + b for a, b in zip(sums.get(key, [0, 0, 0]), amounts, strict=True)]
    rows = [[code, f"某项{code}支出" if code else "合计", *total(sums[code])] for code in sorted(sums)]  # fmt: skip
    return Made("支出决算表", [EXPENDITURE, *rows])


@st.composite
def funds(draw: st.DrawFn) -> Made:
    opening, revenue, basic, project = draw(st.tuples(cents, cents, cents, cents))
    closing = opening + revenue - basic - project
    if closing < 0:
        revenue, closing = revenue - closing, 0
    row = [opening, revenue, basic + project, basic, project, closing]
    named = [["", "合计"], ["212", "城乡社区支出"], ["21208", "国有土地安排的支出"]]
    body = [[*one, *map(money, row)] for one in named]
    return Made("政府性基金预算财政拨款收入支出决算表", [FUND, *body])


@st.composite
def sides(draw: st.DrawFn) -> Made:
    """Table 4 with numbered lines: two revenues against classes of three funds."""
    spent = draw(st.lists(parts, min_size=2, max_size=4))
    whole = [sum(column) for column in zip(*spent, strict=True)]
    first = draw(st.integers(0, sum(whole)))
    labels = ["一、一般公共预算财政拨款", "二、政府性基金预算财政拨款", "三、国有资本经营预算财政拨款", "", "本年收入合计", "总计"]  # fmt: skip
    left = [money(first), money(sum(whole) - first), "", "", money(sum(whole)), money(sum(whole))]
    lines = [[f"{'一二三四'[i]}、某类{i}支出", *total(one)] for i, one in enumerate(spent)]
    lines += [["", "", "", "", ""]] * (4 - len(lines))
    lines += [["本年支出合计", *total(whole)], ["总计", *total(whole)]]
    rows = [
        [labels[i], str(i + 1) if labels[i] else "", left[i], line[0], str(i + 7) if line[0] else "", *line[1:]]
        for i, line in enumerate(lines)
    ]  # fmt: skip
    return Made("财政拨款收入支出决算总表", [*SIDES, HEADS, *rows])


@pytest.mark.slow
@pytest.mark.parametrize("made", [expenditures(), funds(), sides()], ids=["coded", "fund", "sides"])
def test_an_amount_is_in_its_column_or_in_none(made: st.SearchStrategy[Made]) -> None:
    @settings(deadline=None, max_examples=60)
    @given(made, st.data())
    def holds(table: Made, data: st.DataObject) -> None:
        blanks = [
            (i, j) for i, row in enumerate(table.rows) for j, one in enumerate(row) if not one
        ]
        kept = data.draw(st.sets(st.sampled_from(blanks)) if blanks else st.just(set()))
        right = cells(typed(*table))
        assert cells(singly(*table, kept)) <= right
        assert cells(singly(*table)) <= right
        assert cells(spaced(*table)) <= right

    holds()


@pytest.mark.slow
@given(expenditures(), st.data())
@settings(deadline=None, max_examples=60)
def test_one_empty_line_that_is_gone_moves_nothing(table: Made, data: st.DataObject) -> None:
    blanks = {(i, j) for i, row in enumerate(table.rows) for j, one in enumerate(row) if not one}
    gone = data.draw(st.sampled_from(sorted(blanks)))
    assert cells(singly(*table, blanks - {gone})) <= cells(typed(*table))


def test_full_rows_are_read() -> None:
    rows = [
        EXPENDITURE,
        ["", "合计", *total([410, 233, 91])],
        ["204", "公共安全支出", *total([410, 233, 91])],
    ]
    for found in (singly("支出决算表", rows), spaced("支出决算表", rows)):
        assert cells(found) == cells(typed("支出决算表", rows)) and len(cells(found)) == 8
        assert not [one for one in found.figures if one.status == "unread"]


@pytest.mark.parametrize(
    "name",
    [
        "机关事业单位 基本养老保险缴费支出",
        "机关事业单位基本养老保险缴费\n支出",
        "行政 单位\n离退休",
    ],
)
def test_a_name_may_be_typed_with_a_blank_or_on_two_lines(name: str) -> None:
    rows = [
        EXPENDITURE,
        ["合 计", *total([410, 233, 91])],
        ["2080505", name, *total([410, 233, 91])],
    ]
    right = [EXPENDITURE, ["", "合计", *rows[1][1:]], ["2080505", "".join(name.split()), *rows[2][2:]]]  # fmt: skip
    found = cells(spaced("支出决算表", rows))
    assert len(found) == 8 and found == cells(typed("支出决算表", right))


def test_the_parts_of_a_code_are_cells_of_their_own() -> None:
    rows = [
        ["项 目", "本年支出合计", "基本支出", "项目支出", "经营支出"],
        ["功能分类科目编码", "科目名称"],
        ["类", "款", "项"],
        ["栏次", "1", "2", "3", "4"],
        ["合计", *total([410, 233, 91])],
        ["204", "公共安全支出", *total([410, 233, 91])],
        ["20402", "公安", *total([410, 233, 91])],
    ]
    assert len(cells(spaced("支出决算表", rows))) == 12


def test_a_total_in_full_decides_where_its_parts_stand() -> None:
    rows = [
        EXPENDITURE,
        ["", "合计", *total([410, 233, 91])],
        ["204", "公共安全支出", *total([410, 0, 0])],
        ["208", "社会保障和就业支出", *total([0, 233, 91])],
    ]
    assert cells(singly("支出决算表", rows)) == cells(typed("支出决算表", rows)) != set()


def test_amounts_that_fit_twice_are_unread() -> None:
    rows = [
        EXPENDITURE,
        ["", "合计", *total([500, 500, 91])],
        ["204", "公共安全支出", *total([500, 0, 0])],
        ["208", "社会保障和就业支出", *total([0, 500, 91])],
    ]
    found = singly("支出决算表", rows)
    assert not cells(found)
    assert "5.00" in {one.text for one in found.figures if one.status == "unread"}


def test_empty_lines_in_place_of_blank_cells_are_columns() -> None:
    rows = [
        EXPENDITURE,
        ["", "合计", *total([500, 500, 0])],
        ["204", "公共安全支出", *total([500, 0, 0])],
        ["208", "社会保障和就业支出", *total([0, 500, 0])],
        ["20899", "其他社会保障支出", *total([0, 500, 0])],
    ]
    found = cells(singly("支出决算表", rows, None))
    assert found == cells(typed("支出决算表", rows)) != set()


def test_numbered_lines_and_others_on_two_sides() -> None:
    rows = [
        ["收入", "", "", "支出", "", ""],
        ["项目", "行次", "决算数", "项目", "行次", "决算数"],
        ["栏次", "", "1", "栏次", "", "2"],
        ["一、一般公共预算财政拨款收入", "1", "7.31", "一、一般公共服务支出", "4", ""],
        ["二、事业收入", "2", "", "二、外交支出", "5", "7.31"],
        ["总计", "3", "7.31", "总计", "6", "7.31"],
    ]
    wanted = cells(typed("收入支出决算总表", rows))
    assert len(wanted) == 4 and cells(singly("收入支出决算总表", rows)) == wanted
    without = [[one for j, one in enumerate(row) if j not in (1, 4)] for row in rows]
    assert cells(singly("收入支出决算总表", without)) == wanted
    assert cells(spaced("收入支出决算总表", rows)) == wanted
    assert cells(spaced("收入支出决算总表", without)) == wanted
    rows[4][4] = "6"
    assert not cells(singly("收入支出决算总表", rows)), "a line is gone"


def test_basic_expenditure_in_blocks() -> None:
    rows = [
        ["人员经费", "", "", "公用经费", "", ""],
        ["科目编码", "科目名称", "决算数", "科目编码", "科目名称", "决算数"],
        ["301", "工资福利支出", "4.40", "302", "商品和服务支出", "1.10"],
        ["30101", "基本工资", "", "30201", "办公费", "1.10"],
        ["30102", "津贴补贴", "4.40", "30202", "印刷费", ""],
        ["", "人员经费合计", "4.40", "", "公用经费合计", "1.10"],
    ]
    title = "一般公共预算财政拨款基本支出决算表"
    found = cells(singly(title, rows))
    assert cells(spaced(title, rows)) == found
    assert {(one[4] or one[5], one[-1]) for one in found} == {
        ("301", "4.40"), ("302", "1.10"), ("30201", "1.10"), ("30102", "4.40"), ("人员经费合计", "4.40"), ("公用经费合计", "1.10"),
    }  # fmt: skip


MEASURES = ["合计", "因公出国（境）费", "公务用车购置及运行费", "公务接待费"]
PARTS = ["小计", "公务用车购置费", "公务用车运行费"]


@pytest.mark.parametrize("amounts", [
    ["9.00", "1.00", "6.00", "4.00", "2.00", "2.00", "8.10", "0.90", "5.30", "3.70", "1.60", "1.90"],
    ["9.00", "1.00", "6.00", "4.00", "2.00", "2.00", "1.90", "", "1.60", "1.60", "0.00", "0.30"],
        ["9.00", "1.00", "6.00", "4.00", "2.00", "2.00", "1.90", "", "1.90", "1.90", "", ""],
])  # fmt: skip
def test_the_three_public_expenditures(amounts: list[str]) -> None:
    title = "财政拨款“三公”经费支出决算表"
    head = [["预算数", "决算数"], [*MEASURES, *MEASURES], [*PARTS, *PARTS]]
    names = ["total", "abroad", "vehicles", "vehicle_purchase", "vehicle_running", "reception"]
    wanted = {
        (f"three_public.{name}", phase, value)
        for phase, own in (("budget", amounts[:6]), ("actual", amounts[6:]))
        for name, value in zip(names, own, strict=True)
        if value
    }
    found = {(one[3], one[6], one[7]) for one in cells(singly(title, [*head, amounts]))}
    assert found == (wanted if amounts.count("") < 2 else set()), "of these, two ways fit"
    both = [[*MEASURES], [*PARTS], ["预算数", "决算数"] * 6]
    mixed = [one for pair in zip(amounts[:6], amounts[6:], strict=True) for one in pair]
    assert {(one[3], one[6], one[7]) for one in cells(singly(title, [*both, mixed]))} <= wanted


@pytest.mark.parametrize("head", [
    ["科目编码", "科目名称", "本年支出合计", "基本支出", "其他栏"],
    ["科目名称", "本年支出合计", "基本支出", "基本支出"],
    ["科目编码", "科目名称"],
])  # fmt: skip
def test_headings_that_are_not_known_are_none(head: list[str]) -> None:
    rows = [head, ["204", "公共安全支出", "4.10", "4.10", "0.00"]]
    assert not cells(singly("支出决算表", rows))

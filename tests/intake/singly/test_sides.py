"""Revenue beside expenditure, a cell a line."""

from __future__ import annotations

from tests.intake.singly.made import cells, singly, spaced, typed

TITLE = "收入支出决算总表"
HEAD = [["收入", "", "支出", ""], ["项目", "决算数", "项目", "决算数"]]
ROWS = [
    ["一、一般公共预算财政拨款收入", "6.20", "一、公共安全支出", "4.20"],
    ["二、其他收入", "1.10", "二、教育支出", "2.90"],
    ["本年收入合计", "7.30", "本年支出合计", "7.10"],
    ["年初结转和结余", "", "年末结转和结余", "0.20"],
    ["总计", "7.30", "总计", "7.30"],
]


def test_a_label_tells_its_side() -> None:
    found = cells(singly(TITLE, [*HEAD, *ROWS]))
    assert found == cells(typed(TITLE, [*HEAD, *ROWS])) and len(found) == 9
    uneven = [
        ROWS[0],
        ["二、其他收入", "1.10", "", ""],
        ["", "", "二、教育支出", "2.90"],
        *ROWS[2:],
    ]
    assert cells(singly(TITLE, [*HEAD, *uneven])) == found


NUMBERED = [
    ["收入", "", "", "支出", "", ""],
    ["项目", "行次", "金额", "项目", "行次", "金额"],
    ["栏次", "", "1", "栏次", "", "2"],
    ["一、一般公共预算财政拨款收入", "1", "6.20", "一、公共安全支出", "6", "4.20"],
    ["二、其他收入", "2", "1.10", "二、教育支出", "7", "2.90"],
    ["", "3", "", "三、交通运输支出", "8", "0.00"],
    ["本年收入合计", "4", "7.30", "本年支出合计", "9", "7.10"],
    ["年初结转和结余", "", "", "年末结转和结余", "10", "0.20"],
    ["总计", "5", "7.30", "总计", "11", "7.30"],
]


def test_a_line_may_have_nothing_but_its_number() -> None:
    rows = [row for row in NUMBERED if row[0] != "年初结转和结余"]
    rows[-2:] = [["本年收入合计", "4", "7.30", "本年支出合计", "9", "7.30"], ["总计", "5", "7.30", "总计", "10", "7.30"]]  # fmt: skip
    rows[4] = ["二、其他收入", "2", "1.10", "二、教育支出", "7", "3.10"]
    wanted = cells(typed(TITLE, rows))
    assert len(wanted) == 9 and cells(spaced(TITLE, rows)) == cells(singly(TITLE, rows)) == wanted
    rows[5][1] = "9"
    assert not cells(spaced(TITLE, rows)), "no line has the number before it"


def test_labels_of_both_sides_stand_behind_one_another_where_nothing_is_between() -> None:
    rows = [*HEAD, *ROWS]
    assert cells(spaced(TITLE, rows)) == cells(typed(TITLE, rows))


def test_a_label_that_tells_no_side_is_no_table() -> None:
    rows = [["一、某项资金", "6.20", "一、公共安全支出", "4.20"], *ROWS[1:]]
    assert not cells(singly(TITLE, [*HEAD, *rows]))


def test_sums_that_do_not_hold_are_no_proof() -> None:
    rows = [["一、一般公共预算财政拨款收入", "6.30", "一、公共安全支出", "4.20"], *ROWS[1:]]
    found = singly(TITLE, [*HEAD, *rows])
    assert not cells(found) and any("sums do not confirm" in one for one in found.remarks)

"""Revenue beside expenditure, a cell a line."""

from __future__ import annotations

from tests.intake.singly.made import cells, singly, typed

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


def test_a_label_that_tells_no_side_is_no_table() -> None:
    rows = [["一、某项资金", "6.20", "一、公共安全支出", "4.20"], *ROWS[1:]]
    assert not cells(singly(TITLE, [*HEAD, *rows]))


def test_sums_that_do_not_hold_are_no_proof() -> None:
    rows = [["一、一般公共预算财政拨款收入", "6.30", "一、公共安全支出", "4.20"], *ROWS[1:]]
    found = singly(TITLE, [*HEAD, *rows])
    assert not cells(found) and any("sums do not confirm" in one for one in found.remarks)

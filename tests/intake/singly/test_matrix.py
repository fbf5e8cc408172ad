"""The three public expenditures, a cell a line."""

from __future__ import annotations

from tests.intake.singly.made import cells, singly

TITLE = "财政拨款“三公”经费支出决算表"
UPPER = ["合计", "因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"]
LOWER = ["小计", "公务用车购置费", "公务用车运行维护费"]
FULL = ["5.20", "1.20", "3.00", "1.60", "1.40", "1.00"]


def test_only_the_headings_of_the_form_in_their_order() -> None:
    good = [["预算数", "决算数", *UPPER, *UPPER, *LOWER, *LOWER], [*FULL, *FULL]]
    assert len(cells(singly(TITLE, good))) == 12
    swapped = [["决算数", "预算数", *good[0][2:]], good[1]]
    assert not cells(singly(TITLE, swapped))
    other = [["预算数", "决算数", *UPPER, *reversed(UPPER), *LOWER, *LOWER], good[1]]
    assert not cells(singly(TITLE, other))


def test_one_amount_too_many_is_no_table() -> None:
    head = ["预算数", "决算数", *UPPER, *UPPER, *LOWER, *LOWER]
    assert not cells(singly(TITLE, [head, [*FULL, *FULL, "0.10"]]))

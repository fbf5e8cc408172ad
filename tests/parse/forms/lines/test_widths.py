"""Cells cut by the widths of their columns."""

from __future__ import annotations

from juesuan.parse.forms.lines.strips import Piece, Token
from juesuan.parse.forms.lines.widths import cost, split_columns, split_reason
from tests.made_cells import view


def lines(*texts: str) -> list[Piece]:
    return [Piece((Token(view(text, 100 * i)),)) for i, text in enumerate(texts)]


def joined(part: list[Piece]) -> str:
    return "".join(line.view.text for line in part)


def test_goals_are_cut_where_the_first_ends() -> None:
    left = ["做好示例项目的各项组织工", "作，按期完成。"]
    right = ["已经做好各项工作，全年完成十二", "次。"]
    found = split_columns(lines(*left, *right))
    assert (joined(found[0]), joined(found[1])) == ("".join(left), "".join(right))


def test_the_second_point_of_a_goal_does_not_begin_the_other() -> None:
    left = ["1.办好示例的事情。", "2.按时发放工资。"]
    found = split_columns(lines(*left, "1.已经办好示例的事情。", "2.已经发放。"))
    assert joined(found[0]) == "".join(left)


def test_one_line_is_the_left_one() -> None:
    one = lines("办好事情。")
    assert split_columns(one) == (one, []) and split_columns([]) == ([], [])


def test_a_reason_is_parted_from_the_next_name() -> None:
    rest = lines("由于人员调整", "已停止", "发放宣传册数", "量")
    reason, name = split_reason(rest, 6.0, 6.0)
    assert (joined(reason), joined(name)) == ("由于人员调整已停止", "发放宣传册数量")
    assert split_reason([], 6.0, 6.0) == ([], [])


def test_what_falls_short_costs_and_the_last_line_does_not() -> None:
    assert cost(lines("一二三四五", "一二", "一")) > 0
    assert cost(lines("一二三四五", "一")) == 0 and cost([]) == 0

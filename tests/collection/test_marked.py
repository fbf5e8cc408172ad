"""Marked cells are named with their places."""

from __future__ import annotations

from juesuan.collection.marked import marked
from juesuan.model import Facts, Figure
from tests.made_tables import document


def test_a_marked_cell_is_named_with_its_line_and_column() -> None:
    made = document("支出决算表", ["科目编码|科目名称|合计", "205|教育支出|1 2.50"])
    at = made.text.index("1 2.50")
    row = {"position": "1", "code": "205", "name": "教育支出", "unreadable": "total basic"}
    facts = Facts(
        "made-up-2024",
        {"table3": (row,)},
        (Figure(at, at + 6, "1 2.50", "", "", "unread", "table3", "1", "total"),),
    )
    first, second = marked(made, facts)
    assert first == "made.pdf:3: 支出决算表, row 1 教育支出, 本年支出合计"
    assert second == "支出决算表, row 1 教育支出, 基本支出"
    assert marked(made, Facts("made-up-2024", {"table3": ({**row, "unreadable": ""},)})) == ()

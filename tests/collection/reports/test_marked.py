"""Marked cells are named with their places."""

from __future__ import annotations

import tomllib

from juesuan.collection.reports.marked import blanks, marked
from juesuan.model import Facts, Figure, Lost
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


def test_a_marked_cell_is_an_entry_to_fill_in() -> None:
    row = {"project_id": "p01", "position": "1", "unreadable": "level3 level1"}
    form = {"project_id": "p01", "unreadable": "side_label"}
    lost = (
        Lost("indicators", "p01/1", "level3", '某"某\\', 3),
        Lost("indicators", "p01/1", "level3", "标", 9),
    )
    facts = Facts("made-up-2024", {"indicators": (row,), "projects": (form,)}, lost=lost)
    entries = [tomllib.loads(f"{one}2026-01-01")["reading"][0] for one in blanks(facts)]
    assert [(one["row"], one["field"], one["shows"]) for one in entries] == [
        ("p01/1", "level3", '某"某\\ 标'), ("p01/1", "level1", ""),
    ]  # fmt: skip
    assert all(one["reads"] == one["who"] == "" for one in entries)
    assert marked(document("表", ["甲|乙"]), facts)[0].startswith("made.pdf:2: ")

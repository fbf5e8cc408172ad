"""Charts of bars from labels and cells."""

from __future__ import annotations

from juesuan.pages.charts.barred import MOST, several, single
from juesuan.pages.charts.model import Cell

SERIES = (("预算", 1), ("决算", 0))


def test_only_the_first_bars_are_drawn_and_the_table_holds_all() -> None:
    found = [(f"项{i}", Cell(f"{100 - i}.00")) for i in range(MOST + 3)]
    chart = single("made", "题", ("项目", "数"), found, notes=("又注",))
    assert len(chart.picture.linked) == MOST and len(chart.rows) == MOST + 3
    assert chart.notes == ("图中画出前 12 项，其余 3 项见表。", "又注")
    assert "项11 89.00" in chart.says and "项12" not in chart.says


def test_what_fits_needs_no_note() -> None:
    assert single("made", "题", ("项目", "数"), [("甲", Cell("1"))]).notes == ()


def test_a_label_with_one_number_is_not_drawn_but_listed() -> None:
    chart = several(
        "made",
        "题",
        SERIES,
        [("甲", [Cell("5.00"), Cell("4.00")]), ("乙", [None, Cell("3.00")])],
    )
    assert chart
    assert [cell.text for cell in chart.picture.linked] == ["5.00", "4.00"]
    assert chart.says == "题。甲：预算 5.00，决算 4.00（万元）"
    assert [[cell.text for cell in row] for row in chart.rows] == [
        ["甲", "5.00", "4.00"],
        ["乙", "", "3.00"],
    ]
    assert chart.columns == ("项目", "预算", "决算")


def test_nothing_to_compare_is_no_chart() -> None:
    assert several("made", "题", SERIES, [("甲", [None, Cell("1.00")])]) is None
    assert several("made", "题", SERIES, []) is None

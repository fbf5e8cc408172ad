"""The table of a chart as CSV."""

from __future__ import annotations

from juesuan.pages.charts.model import Cell, Chart, Picture, chart_csv

FIGURE = {"figure_id": "f00007", "value": "12.80"}


def chart(unit: str, *rows: tuple[Cell, ...], columns: tuple[str, ...] = ("项目", "数")) -> Chart:
    return Chart("made", "题", unit, "说", columns, rows, Picture({}))


def test_each_number_stands_before_the_figure_behind_it() -> None:
    made = chart(
        "万元",
        (Cell("接待费"), Cell("12.80", FIGURE)),
        (Cell("上年"), Cell("-3.00", derived=True)),
        (Cell("没有印"), Cell("")),
    )
    assert (
        chart_csv(made)
        == "项目,数（万元）,数：数字编号\n接待费,12.80,f00007\n上年,-3.00,推算\n没有印,,\n"
    )


def test_a_head_with_a_unit_of_its_own_gets_no_other() -> None:
    made = chart("万元", columns=("项目", "执行率（%）", "数"))
    assert chart_csv(made) == "项目,执行率（%）,执行率（%）：数字编号,数（万元）,数：数字编号\n"
    assert chart_csv(chart("")).startswith("项目,数,数：")


def test_labels_with_commas_and_quotes_stay_one_cell() -> None:
    made = chart("万元", (Cell('甲,"乙"'), Cell("1")))
    assert '"甲,""乙""",1,' in chart_csv(made)


def test_only_cells_that_print_something_are_numbers() -> None:
    made = chart("万元", (Cell("甲"), Cell("1"), Cell("")), (Cell("乙"), Cell(""), Cell("2")))
    assert [cell.text for cell in made.numbers()] == ["1", "2"]

"""Charts: made of printed figures, honest about zero and below, the same bytes, never about what is not there."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest

from juesuan import package
from juesuan.model import Facts
from juesuan.pages.charts import Cell, chart_csv, charts_of, small
from juesuan.pages.charts.draw import standalone, svg
from juesuan.pages.charts.shapes import bars
from juesuan.pages.disclosure.pictures import charts_for, drawn
from juesuan.pages.figures import Evidence
from tests.conftest import IDS, ROOT

ALL = {"flow", "functions", "last-year", "changes", "budget", "three-public", "projects"}


def loaded(name: str) -> tuple[Facts, Evidence]:
    facts = package.load(ROOT / "datapackages" / name)
    return facts, Evidence.of(facts, "")


@pytest.mark.parametrize("name", IDS)
def test_every_number_of_a_chart_is_a_printed_figure(name: str) -> None:
    facts, evidence = loaded(name)
    charts = charts_for(facts, evidence, "")
    new = (
        name == "urumqi-party-committee-2023"
    )  # the department says that it had no accounts the year before
    assert {chart.name for chart in charts} == (ALL - {"last-year", "changes"} if new else ALL)
    for chart in charts:
        for cell in chart.numbers():
            if cell.derived:
                assert cell.figure is None
            else:
                assert cell.figure is not None, (chart.name, cell)
                assert Decimal(cell.figure["value"]).copy_abs() == cell.value.copy_abs(), (
                    chart.name,
                    cell,
                )


@pytest.mark.parametrize("name", IDS)
def test_the_picture_says_and_links_what_its_table_holds(name: str) -> None:
    facts, evidence = loaded(name)
    for chart in charts_for(facts, evidence, ""):
        root = ElementTree.fromstring(drawn(chart, evidence))
        assert root.get("aria-label") and root.get("role") in ("img", "group")
        links = list(root.iter("{http://www.w3.org/2000/svg}a"))
        named = {cell.figure["figure_id"] for cell in chart.linked if cell.figure}
        assert {node.get("data-f") for node in links if node.get("data-f")} == named
        assert all(node.get("href") and node.get("aria-label") for node in links)
        assert not re.search(r"https?://(?!www\.w3\.org)", drawn(chart, evidence))


def test_the_flow_adds_up_or_is_not_drawn() -> None:
    facts, evidence = loaded("urumqi-government-office-2024")
    assert any(chart.name == "flow" for chart in charts_of(facts, evidence, lambda row: ""))
    rows = [
        {**row, "actual": "9999.00"} if row["measure"] == "revenue.other" else row
        for row in facts.rows("measures")
    ]
    wrong = replace(facts, tables={**facts.tables, "measures": tuple(rows)})
    assert all(chart.name != "flow" for chart in charts_of(wrong, evidence, lambda row: ""))
    rows = [row for row in facts.rows("measures") if row["measure"] != "revenue.total"]
    without = replace(facts, tables={**facts.tables, "measures": tuple(rows)})
    assert all(chart.name != "flow" for chart in charts_of(without, evidence, lambda row: ""))


def widths(spec_cells: list[Cell]) -> list[float]:
    spec, linked = bars([(f"项 {i}", [("", cell, 0)]) for i, cell in enumerate(spec_cells)])
    from juesuan.pages.charts.model import Chart

    made = svg(
        Chart(
            "x",
            "题",
            "万元",
            "说",
            ("项目", "数"),
            tuple((Cell("项"), cell) for cell in spec_cells),
            spec,
            linked,
        ),
        lambda cell: {},
    )
    root = ElementTree.fromstring(made)
    paths = [
        node.get("d")
        for node in root.iter("{http://www.w3.org/2000/svg}path")
        if node.get("fill", "").startswith("var(--j-c1")
    ]
    found = []
    for path in paths:
        start, width = re.match(r"M(-?[\d.]+),-?[\d.]+h(-?[\d.]+)", path).groups()
        found.append((float(start), float(start) + float(width)))
    return found


def test_zero_has_no_bar_and_below_zero_goes_left() -> None:
    spans = widths([Cell("100"), Cell("0.00"), Cell("-50")])
    assert len(spans) == 3
    zero = spans[0][0]
    assert spans[0][1] - zero == pytest.approx(240, abs=0.2)
    assert spans[1][1] - spans[1][0] == pytest.approx(0, abs=0.1)
    assert min(spans[2]) == pytest.approx(zero - 120, abs=0.2) and max(spans[2]) == pytest.approx(
        zero, abs=0.2
    )


def test_all_zeros_can_be_drawn() -> None:
    assert all(end == start for start, end in widths([Cell("0.00"), Cell("0")]))


def test_small_pictures_are_honest() -> None:
    assert small("stack", [("收", Decimal(1)), ("支", Decimal(-1))]) == ""
    assert small("stack", [("收", Decimal(0))]) == "" and small("pair", []) == ""
    many = small("stack", [(f"第{i}项", Decimal(10 - i)) for i in range(7)])
    assert "其余 4 项" in many and 'aria-hidden="true"' in many
    assert small("strip", [("", Decimal("120"))]) == ""
    assert "&lt;b&gt;" in small("pair", [("<b>", Decimal(1)), ("x", Decimal(2))])


def test_the_files_of_a_chart(site: Path) -> None:
    base = site / "d" / "urumqi-government-office-2024" / "embed"
    rows = list(csv.reader(io.StringIO((base / "three-public.csv").read_text(encoding="utf-8"))))
    assert rows[0] == [
        "项目",
        "全年预算（万元）",
        "全年预算：数字编号",
        "决算（万元）",
        "决算：数字编号",
    ]
    assert (
        rows[1][0] == "因公出国（境）费"
        and rows[1][3] == "12.80"
        and re.fullmatch(r"f\d{5}", rows[1][4])
    )
    picture = ElementTree.fromstring((base / "three-public.svg").read_text(encoding="utf-8"))
    words = "".join(picture.itertext())
    assert (
        "“三公”经费" in words and "单位：万元" in words and "urumqi-government-office-2024" in words
    )
    page = (base / "three-public.html").read_text(encoding="utf-8")
    assert "来源" in page and "<script" not in page


def test_the_same_bytes_whatever_fonts_the_machine_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of a drawing depends on measured text: a title twice as long moves nothing."""
    facts, evidence = loaded("urumqi-government-office-2024")
    chart = charts_for(facts, evidence, "")[1]
    assert standalone(chart, "来源") == standalone(chart, "来源")
    boxes = [
        re.findall(r"<path[^>]*>", str(svg(one, lambda cell: {})))
        for one in (chart, replace(chart, title=chart.title * 4))
    ]
    assert boxes[0] == boxes[1]
    assert chart.spec["autosize"] == "none"
    assert chart_csv(chart).startswith("功能分类,")

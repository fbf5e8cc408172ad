"""Charts on the pages of a disclosure: every number opens its evidence, drawn and as a table."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from juesuan.model import Facts
from juesuan.pages.charts import Cell, Chart
from juesuan.pages.charts.model import Picture
from juesuan.pages.disclosure.pictures import (
    CHART_OF,
    beside,
    chart_table,
    charts_for,
    drawn,
    repeated_in,
)
from juesuan.pages.disclosure.sentences import Teller
from juesuan.pages.evidence.figures import NONE
from juesuan.rows import FiguresRow
from tests.pages.made_facts import Given, evidence_of, facts_with, measure

HOSTILE = '<script>alert("1")</script>'
FIGURE: FiguresRow = {
    "figure_id": "f00007", "line": "3", "page": "", "text": "1234.50", "resource": "measures",
    "row": "r", "field": "actual", "status": "bound",
}  # fmt: skip
EVIDENCE = evidence_of(facts_with(), "../")


def projects(count: int) -> Facts:
    """A package of so many forms, all with a rate and a score."""
    forms: list[Given] = []
    funds: list[Given] = []
    for number in range(1, count + 1):
        one = {"project_id": f"p{number:02}", "position": f"{number}"}
        forms.append({**one, "kind": "project", "name": HOSTILE, "total_score": f"{100 - number}"})
        funds.append({**one, "position": "1", "source": "total", "execution_rate_pct": "50.00"})
    return facts_with(projects=forms, project_funds=funds)


def chart_with(*cells: Cell) -> Chart:
    """A chart of one row."""
    return Chart("name", "题", "万元", "说明", ("甲", "乙"), (cells,), Picture(0, ()))


def links(svg: str) -> list[str]:
    """Where a picture leads."""
    return re.findall(r'href="([^"]*)"', svg)


def test_a_dot_leads_to_the_page_of_its_form() -> None:
    """The twenty-first form stands on the second page of forms."""
    facts = projects(21)
    (chart,) = charts_for(facts, evidence_of(facts, "../"), "../")
    hrefs = {row[0].href for row in chart.rows}
    assert {"../projects/#p01", "../projects-2/#p21"} <= hrefs and len(hrefs) == 21
    svg = drawn(chart, evidence_of(facts, "../"))
    assert {"../projects/#p20", "../projects-2/#p21"} <= set(links(svg))


def test_a_drawn_number_opens_its_evidence() -> None:
    rows = [
        measure("revenue.total", "110.00"), measure("revenue.appropriation", "110.00"),
        measure("expenditure.basic", "110.00"),
    ]  # fmt: skip
    facts = facts_with(measures=rows)
    evidence = evidence_of(facts, "../")
    (chart,) = charts_for(facts, evidence, "../")
    svg = drawn(chart, evidence)
    tags = re.findall(r'<a [^>]*href="\.\./source/#f00002"[^>]*>', svg)
    assert tags, svg
    for tag in tags:
        assert "aria-label" not in tag, "the number itself is what the link says"


def test_names_in_a_picture_are_text() -> None:
    facts = projects(3)
    (chart,) = charts_for(facts, evidence_of(facts), "")
    svg = drawn(chart, evidence_of(facts))
    assert "<script" not in svg and "&lt;script&gt;" in svg


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (Cell(""), NONE),
        (Cell("1234.50"), "1,234.50"),
        (
            Cell("1234.50", FIGURE),
            '<a href="../source/#f00007">1,234.50</a>',
        ),
        (
            Cell("-1234.50", derived=True),
            '<span class="derived" title="推算：决算数减去比上年增减">-1,234.50</span>',
        ),
    ],
    ids=["nothing printed", "no figure", "printed", "derived"],
)
def test_a_number_of_the_table(cell: Cell, shown: str) -> None:
    ((head, number),) = chart_table(chart_with(Cell("行"), cell), EVIDENCE)
    assert (head, number) == ("行", shown)


def test_a_head_of_the_table_is_a_link_where_it_leads_somewhere_and_always_text() -> None:
    ((plain,),) = chart_table(chart_with(Cell(HOSTILE)), EVIDENCE)
    assert plain == "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;"
    ((linked,),) = chart_table(chart_with(Cell(HOSTILE, href='projects/"#p01')), EVIDENCE)
    assert linked == f'<a href="projects/&#34;#p01">{plain}</a>'


def number(name: str) -> Markup:
    return Markup('<a href="source/#{}">1</a>').format(name)


DERIVED = Markup('<span class="derived" title="推算：{}">7.00</span>')


def test_a_chart_whose_numbers_stand_in_tables_of_the_page_names_them_in_their_order() -> None:
    """The same figure is known by its address, however it is written; a derived one by itself."""
    rows = [
        [Markup("甲"), number("f1"), DERIVED.format("a")],
        [Markup("乙"), number("f2"), NONE],
    ]
    tables = [
        beside("a", "一", [number("f3")]),
        beside("b", "二", [Markup('<a href="source/#f2">1.00%</a>')]),
        beside("c", "三", [number("f1"), DERIVED.format("b")]),
    ]
    assert [one.anchor for one in repeated_in(rows, tables)] == ["b", "c"]
    assert repeated_in(rows, tables[1:2]) == [], "not all of its numbers stand there"
    assert repeated_in([[Markup("甲"), NONE]], tables) == []
    each = [beside(f"{i}", "", [number(f"f{i}")]) for i in range(5)]
    many = [[Markup("甲"), *(number(f"f{i}") for i in range(5))]]
    assert repeated_in(many, each) == [], "who reads it would have to look in too many places"


@pytest.mark.slow
def test_sentences_that_have_a_chart_are_sentences_of_the_summary(published) -> None:
    """And the charts are such that a disclosure may have."""
    heads, names = set(), set()
    for facts in published.values():
        evidence = evidence_of(facts)
        heads |= {sentence.head for sentence in Teller(facts, evidence).sentences()}
        names |= {chart.name for chart in charts_for(facts, evidence, "")}
    assert set(CHART_OF) <= heads
    assert set(CHART_OF.values()) <= names

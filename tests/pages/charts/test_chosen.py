"""Charts of the published disclosures: made of printed figures, linked, with their files."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from juesuan.model import Facts
from juesuan.pages.charts import charts_of
from juesuan.pages.disclosure.pictures import charts_for, drawn
from juesuan.pages.evidence.figures import Evidence
from tests.conftest import IDS
from tests.pages.made_facts import evidence_of, facts_with, measure

ALL = {"flow", "functions", "last-year", "changes", "budget", "three-public", "projects"}


@pytest.fixture(params=IDS)
def one(request: pytest.FixtureRequest, published: dict[str, Facts]) -> tuple[Facts, Evidence]:
    facts = published[request.param]
    return facts, Evidence.of(facts, "")


def test_every_number_of_a_chart_is_a_printed_figure(one: tuple[Facts, Evidence]) -> None:
    for chart in charts_for(*one, ""):
        for cell in chart.numbers():
            if cell.derived:
                assert cell.figure is None
            else:
                assert cell.figure is not None, (chart.name, cell)
                value = Decimal(cell.figure["value"])
                assert value.copy_abs() == cell.value.copy_abs(), (chart.name, cell)


def test_a_disclosure_has_all_charts_whose_figures_it_prints(published: dict[str, Facts]) -> None:
    for name, facts in published.items():
        names = {chart.name for chart in charts_for(facts, Evidence.of(facts, ""), "")}
        without_last_year = {"last-year", "changes"}
        # the department says that it had no accounts the year before
        new = name == "urumqi-party-committee-2023"
        assert names == (ALL - without_last_year if new else ALL)


@pytest.mark.slow
def test_the_picture_says_and_links_what_its_table_holds(one: tuple[Facts, Evidence]) -> None:
    facts, evidence = one
    for chart in charts_for(facts, evidence, ""):
        picture = drawn(chart, evidence)
        root = ElementTree.fromstring(picture)
        assert root.get("aria-label") and root.get("role") in ("img", "group")
        links = list(root.iter("{http://www.w3.org/2000/svg}a"))
        named = {cell.figure["figure_id"] for cell in chart.picture.linked if cell.figure}
        assert set(re.findall(r"source[-\d]*/#(f\d+)", picture)) == named
        assert all(node.get("href") for node in links)
        assert all(node.get("aria-label") or "".join(node.itertext()) for node in links)
        assert not re.search(r"https?://(?!www\.w3\.org)", picture)


def test_a_package_without_figures_has_no_charts() -> None:
    facts = facts_with(measures=[measure("revenue.total", "10.00")])
    assert charts_of(facts, evidence_of(facts), lambda row: "") == []

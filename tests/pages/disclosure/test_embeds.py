"""Charts and tables alone, for other sites: each with its source, its files and a way back."""

from __future__ import annotations

import csv
import io

import pytest

from juesuan.model import Facts
from juesuan.pages.addresses import Address
from juesuan.pages.disclosure.embeds import embed_files
from juesuan.pages.disclosure.tables import function_tables, measure_tables
from juesuan.pages.figures import Evidence
from tests.pages.made_facts import facts_with, measure

HOSTILE = "<img src=x onerror=alert(1)>"
SITE = "https://data.example/"


def made(department: str = "某某市示例局") -> Facts:
    """A package whose expenditure a chart and a table show."""
    facts = facts_with(
        measures=[
            measure("overall", "120.00", change="20.00"),
            measure("revenue.total", "120.00"),
            measure("three_public.total", "4.00", annual_budget="5.00", change="-1.00"),
            measure("three_public.vehicles", "3.00", annual_budget="4.00"),
            measure("three_public.reception", "1.00", annual_budget="1.00"),
        ],
        functions=[
            {
                "fund": "general_public_budget",
                "level": "class",
                "position": "1",
                "class": "教育支出",
                "code": "205",
                "actual": "7.00",
            },
        ],
        texts=[{"section": "state_capital", "kind": "empty", "position": "1", "text": "无此项"}],
    )
    about = {**facts.disclosure, "department": department, "scope": "部门"}
    return Facts(facts.disclosure_id, {**facts.tables, "disclosure": (about,)})


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return dict(embed_files(made(), Address(SITE)))


def charts(files: dict[str, str]) -> set[str]:
    """The names of the charts."""
    return {path[6:-4] for path in files if path.endswith(".svg")}


def test_a_chart_is_a_page_a_picture_and_its_numbers(files: dict[str, str]) -> None:
    assert "three-public" in charts(files)
    for name in charts(files):
        assert {f"embed/{name}.{kind}" for kind in ("html", "svg", "csv")} <= files.keys()


def test_the_numbers_of_a_chart_come_with_the_figures_behind_them(files: dict[str, str]) -> None:
    rows = list(csv.reader(io.StringIO(files["embed/three-public.csv"])))
    assert len({len(row) for row in rows}) == 1
    cells = {cell for row in rows[1:] for cell in row}
    assert {"3.00", "1.00"} <= cells and any(cell.startswith("f0000") for cell in cells)


def test_a_picture_says_where_it_comes_from(files: dict[str, str]) -> None:
    for name in charts(files):
        picture = files[f"embed/{name}.svg"]
        assert picture.lstrip().startswith("<svg") or picture.startswith("<?xml")
        assert "来源：某某市示例局 2024 年度部门决算，made-up-2024" in picture


def test_a_page_shows_its_chart_with_links_and_leads_to_the_disclosure(
    files: dict[str, str],
) -> None:
    page = files["embed/three-public.html"]
    assert "<svg" in page and "<table" not in page
    assert (
        f'<a href="{SITE}d/made-up-2024/" target="_top">某某市示例局 2024 年度部门决算</a>' in page
    )
    assert 'href="../source/#f0' in page, "numbers open their lines, one folder up"
    assert '<a href="three-public.csv">数据（CSV）</a>' in page


def test_a_table_is_a_page_without_picture(files: dict[str, str]) -> None:
    page = files["embed/table-three-public.html"]
    assert "<table" in page and "<svg" not in page and "数据（CSV）" not in page
    assert ">4.00</a>" in page and 'target="_top"' in page


def test_tables_of_the_prose_and_of_functions_have_pages_if_they_have_lines(
    files: dict[str, str],
) -> None:
    facts = made()
    evidence = Evidence.of(facts)
    every = [*measure_tables(facts, evidence), *function_tables(facts, evidence)]
    shown = {f"embed/table-{one.anchor}.html" for one in every if one.lines}
    assert {path for path in files if path.startswith("embed/table-")} == shown
    assert len(shown) == len(every) - 1, "one section says that it has nothing"
    assert any("教育支出" in files[path] for path in shown)


def test_without_an_address_pages_lead_back_by_themselves() -> None:
    page = dict(embed_files(made(), Address()))["embed/three-public.html"]
    assert '<a href="../" target="_top">' in page


def test_names_are_text() -> None:
    for path, content in embed_files(made(HOSTILE), Address(SITE)):
        assert "<img" not in content, path

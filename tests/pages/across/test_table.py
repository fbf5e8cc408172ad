"""Tables over disclosures: who has a row, what stands in it, and what a full table leaves out."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from markupsafe import Markup

from juesuan.pages.across import table as made
from juesuan.pages.across.table import (
    Asked,
    Measures,
    TopicTable,
    department,
    measure_table,
    place,
    table_html,
)
from juesuan.pages.addresses import FUNCTIONS
from juesuan.pages.evidence.figures import NONE
from juesuan.pages.store.store import Store
from juesuan.rows import DisclosureRow
from tests.pages.made_facts import measure
from tests.pages.made_store import disclosure_of, store_of

FIRST = {"region_code": "100000", "region": "甲市", "department": "甲局", "scope": "部门"}
SECOND = {"region_code": "200000", "region": "乙市", "department": "乙<局>", "scope": "单位"}
TOTAL = "three_public.total"
COLUMNS = (Asked("决算数", TOTAL), Asked("增减", TOTAL, "change"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Three disclosures, of which the second prints only a change and the third nothing of it."""
    return store_of(
        tmp_path,
        disclosure_of("jia-ju-2024", FIRST, measures=[measure(TOTAL, "1234.50")]),
        disclosure_of("yi-ju-2024", SECOND, measures=[measure(TOTAL, change="-2.00")]),
        disclosure_of("bing-ju-2024", measures=[measure("revenue.total", "9.00")]),
    )


def filled(store: Store) -> TopicTable:
    """The table of these disclosures."""
    table = TopicTable("“三公”经费", "three-public", "万元")
    assert measure_table(store, FUNCTIONS, table, COLUMNS)
    return table


def test_a_row_for_each_disclosure_that_prints_one_of_the_measures(store: Store) -> None:
    table = filled(store)
    assert table.heads == [
        ("部门", False), ("年度", False), ("决算数", True), ("增减", True),
    ]  # fmt: skip
    assert [[cell.striptags() for cell in row] for row in table.rows] == [
        ["甲局甲市 · 部门", "2024", "1,234.50", "—"],
        ["乙<局>乙市 · 单位", "2024", "—", "-2.00没有读到原因"],
    ]
    assert table.more == 0


def test_without_the_measures_there_is_no_row(store: Store) -> None:
    table = TopicTable("题", "anchor", "万元")
    assert not measure_table(store, FUNCTIONS, table, [Asked("甲", "assets.vehicles")])
    assert table.rows == [] and table.heads[2] == ("甲", True)


def test_a_number_opens_its_evidence_from_the_page_on_which_it_stands(store: Store) -> None:
    (first, _) = filled(store).rows
    assert 'href="../d/jia-ju-2024/source/#f00001"' in first[2]
    assert "/jia-ju-2024/source/#f" in first[2] and first[3] == NONE
    assert first[0].startswith('<a href="../d/jia-ju-2024/">甲局</a><small>')


def test_a_change_says_what_must_be_known_of_it(tmp_path: Path) -> None:
    new = measure(TOTAL, "3.00", change="3.00", prior_year="0.00", reason="新设")
    old = measure(TOTAL, "3.00", change="1.00", prior_year="2.00")
    store = store_of(
        tmp_path,
        disclosure_of("jia-ju-2024", FIRST, measures=[new]),
        disclosure_of("yi-ju-2024", SECOND, measures=[old]),
    )
    first, second = (row[3] for row in filled(store).rows)
    assert "上年为 0" in first and 'href="#why-jia-ju-2024">原因</a>' in first
    assert second.striptags() == "1.00没有读到原因" and "#why" not in second


def test_a_change_of_a_department_that_was_split_has_its_seam(tmp_path: Path) -> None:
    split = measure(TOTAL, "3.00", change="-9.00", prior_year="12.00", reason="两站从本部门分离")
    less = measure(TOTAL, "3.00", change="-9.00", prior_year="12.00", reason="压减会议费")
    store = store_of(
        tmp_path,
        disclosure_of("jia-ju-2024", FIRST, measures=[split]),
        disclosure_of("yi-ju-2024", SECOND, measures=[less]),
    )
    first, second = (row[3].striptags() for row in filled(store).rows)
    assert (first, second) == ("-9.00口径变了原因", "-9.00原因")


def test_a_full_table_counts_what_it_leaves_out(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(made, "TOPIC_ROWS", 1)
    table = filled(store)
    assert (len(table.rows), table.more) == (1, 2)
    table.add([Markup("甲")])
    assert (len(table.rows), table.more) == (1, 3)


def test_the_first_row_of_a_measure_counts(tmp_path: Path) -> None:
    rows = [measure(TOTAL, "1.00", section="overview"), measure(TOTAL, "2.00")]
    store = store_of(tmp_path, disclosure_of("jia-ju-2024", FIRST, measures=rows))
    measures = Measures.of(store, store.disclosures()[0], FUNCTIONS)
    assert measures.value(TOTAL) == Decimal("1.00") and ">1.00</a>" in measures.number(TOTAL)
    assert measures.value(TOTAL, "change") is None and measures.number(TOTAL, "change") == NONE
    assert measures.value("overall") is None and measures.number("overall") == NONE


def test_names_and_places_are_text() -> None:
    hostile = "<img src=x>"
    about: DisclosureRow = {
        "disclosure_id": "made-up-2024", "department": hostile, "fiscal_year": "2024",
        "region": hostile, "scope": "部门",
    }  # fmt: skip
    assert "<img" not in department(about, FUNCTIONS)
    assert place(about) == ["2024", "&lt;img src=x&gt;", "部门"]


def test_the_page_shows_unit_note_and_what_is_left_out() -> None:
    table = TopicTable("题", "anchor", "万元", [("项目", False), ("数", True)], note="须知")
    table.add([Markup("甲"), Markup("1.00")])
    table.more = 7
    page = table_html(table)
    assert '<h2 id="anchor">题</h2>' in page and "单位：万元" in page
    assert '<th scope="col">项目</th><th scope="col" class="num">数</th>' in page
    assert '<th scope="row">甲</th><td class="num">1.00</td>' in page
    assert "另有 7 行" in page and '<p class="hint">须知</p>' in page
    bare = table_html(TopicTable("题", "anchor", ""))
    assert "单位" not in bare and "另有" not in bare and "hint" not in bare

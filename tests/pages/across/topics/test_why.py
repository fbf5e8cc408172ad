"""Why a measure changed, in the departments' own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from juesuan.pages.across.table import Asked
from juesuan.pages.across.topics import why
from juesuan.pages.addresses import FUNCTIONS
from tests.pages.made_facts import measure
from tests.pages.made_store import disclosure_of, store_of

TOTAL = "three_public.total"
ASKED = Asked("比上年增减", TOTAL, "change")


@pytest.mark.slow
def test_only_printed_reasons_of_printed_changes(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        disclosure_of(
            "jia-2031", measures=[measure(TOTAL, "4", change="-2.50", reason="<车>少了")]
        ),
        disclosure_of("yi-2031", measures=[measure(TOTAL, "4", change="1.00")]),
        disclosure_of("bing-2031", measures=[measure(TOTAL, "4", reason="没有变")]),
    )
    html = why.why_html(store, FUNCTIONS, ASKED)
    assert html.count("<dt id=") == 1 and 'id="why-jia-2031"' in html
    assert "减少 2.50 万元" in html.striptags()
    assert (
        "<dd>&lt;车&gt;少了。</dd>" in html and "jia-2031/source/#f" in html and "另有" not in html
    )


@pytest.mark.slow
def test_the_change_of_a_new_department_is_no_plain_increase(tmp_path: Path) -> None:
    spent = measure(TOTAL, "4", change="4.00", reason="新增部门")
    whole = [measure("revenue.total", "9.00"), measure("overall", "9.00", change="9.00")]
    store = store_of(tmp_path, disclosure_of("jia-2031", measures=[spent, *whole]))
    html = why.why_html(store, FUNCTIONS, ASKED).striptags()
    assert "增加 4.00 万元（推算的上年收支为 0，没有上年数）" in html


@pytest.mark.slow
def test_reasons_of_a_figure_that_differs_from_another_one(tmp_path: Path) -> None:
    owned = "three_public.asset_vehicles"
    store = store_of(
        tmp_path,
        disclosure_of("jia-2031", measures=[measure(owned, "3", reason="调拨手续没有办完")]),
        disclosure_of("yi-2031", measures=[measure(owned, "4")]),
    )
    html = why.why_html(store, FUNCTIONS, Asked("车辆", owned, "actual"))
    assert html.count("<dt id=") == 1 and "<dd>调拨手续没有办完。</dd>" in html


@pytest.mark.slow
def test_no_reason_of_a_difference_where_there_is_none(tmp_path: Path) -> None:
    owned, kept = "three_public.asset_vehicles", "three_public.vehicles_kept"
    why_not = measure(owned, "3", reason="没有差异")
    store = store_of(
        tmp_path,
        disclosure_of("jia-2031", measures=[why_not, measure(kept, "3")]),
        disclosure_of("yi-2031", measures=[measure(owned, "4", reason="借来"), measure(kept, "6")]),
        disclosure_of("bing-2031", measures=[measure(owned, "5", reason="不知道几辆")]),
    )
    html = why.why_html(store, FUNCTIONS, Asked("车辆", owned, "actual"), kept)
    assert re.sub("<[^>]+>", "", html).count("4 / 6") == 1 and "没有差异" not in html
    assert html.count("<dt id=") == 2 and "不知道几辆" in html


def test_nothing_where_nobody_says_why(tmp_path: Path) -> None:
    store = store_of(tmp_path, disclosure_of("jia-2031", measures=[measure(TOTAL, "4")]))
    assert why.why_html(store, FUNCTIONS, ASKED) == ""


@pytest.mark.slow
def test_what_is_left_out_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [measure(TOTAL, "4", change="1.00", reason="多了")]
    every = [disclosure_of(f"jia-{year}", measures=rows) for year in ("2030", "2031", "2032")]
    monkeypatch.setattr(why, "TOPIC_ROWS", 1)
    html = why.why_html(store_of(tmp_path, *every), FUNCTIONS, ASKED)
    assert html.count("<dt id=") == 1 and "另有 2 份" in html

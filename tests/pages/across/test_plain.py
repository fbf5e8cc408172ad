"""Terms in plain words with examples from the data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from juesuan.pages.across import plain
from juesuan.pages.store.store import Store
from juesuan.pages.telling.plain import Plain
from tests.conftest import IDS, ROOT
from tests.pages.made_store import disclosure_of, store_of

ABOUT = {"region_code": "100000", "region": "甲市", "department": "甲局", "scope": "部门"}


@pytest.mark.slow
def test_an_example_is_a_printed_figure() -> None:
    store = Store(ROOT, IDS)
    told = [one for one in plain.explained(store) if one.example and not one.term.kind]
    assert len(told) > 20
    for one in told:
        found = re.search(r'd/([^/"]+)/source(?:-\d+)?/#(f\d+)">([^<]+)</a>。$', one.example)
        assert found, one.term.name
        figures = store.of(found[1], "figure_id = ?", found[2]).rows("figures")
        assert figures[0]["text"].replace(" ", "").strip("-") in found[3].replace(" ", "")


def test_the_example_of_a_line_of_a_form_is_taken_from_a_form(tmp_path: Path) -> None:
    fund = {
        "project_id": "overall",
        "position": "2",
        "source": "其他资金",
        "label": "其他资金",
        "executed": "7.30",
    }
    made = disclosure_of("jia-ju-2024", ABOUT, project_funds=[fund])
    (one,) = (one for one in plain.explained(store_of(tmp_path, made)) if one.term.fund)
    assert one.example.striptags() == (
        "例：甲局 2024 年度整体支出自评表的“其他资金”执行了 7.30 万元。"
    )


def test_a_zero_is_no_example(tmp_path: Path, monkeypatch) -> None:
    row = {
        "section": "three_public",
        "measure": "three_public.total",
        "label": "三公",
        "unit": "万元",
    }
    made = disclosure_of("jia-ju-2024", ABOUT, measures=[{**row, "actual": "0.00"}])
    monkeypatch.setattr(plain, "PLAIN", (Plain("三公", "三项。", "three_public.total"),))
    (one,) = plain.explained(store_of(tmp_path, made))
    assert one.example == ""

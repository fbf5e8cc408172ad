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


@pytest.mark.slow
def test_examples_are_of_several_departments_and_always_the_same() -> None:
    store = Store(ROOT, IDS)
    told = plain.explained(store)
    shown = [
        found[1] for one in told if (found := re.search(r'href="\.\./d/([^/"]+)/', one.example))
    ]
    assert set(shown) == {*IDS}
    assert max(shown.count(one) for one in IDS) < len(shown) / 2, "no one stands for most"
    assert [one.example for one in plain.explained(store)] == [one.example for one in told]


def totals(root: Path, **cells: str) -> Store:
    """Measures of one disclosure: what it had, what it spent, what is left."""
    given = {
        "revenue.total": "10.00",
        "expenditure.current": "8.00",
        "carryover.closing": "2.00",
        **{name.replace("_", ".", 1): value for name, value in cells.items()},
    }
    rows = [
        {"section": "overview", "measure": name, "label": name, "unit": "万元", "actual": value}
        for name, value in given.items()
    ]
    return store_of(root, disclosure_of("jia-ju-2024", ABOUT, measures=rows))


LEFT = Plain(
    "结余", "剩下的。", "carryover.closing", made=("revenue.total", "-expenditure.current")
)


def test_a_calculation_is_shown_where_the_printed_numbers_make_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain, "PLAIN", (LEFT,))
    (one,) = plain.explained(totals(tmp_path / "a"))
    assert one.example.striptags() == (
        "例：甲局 2024 年度的“carryover.closing”：revenue.total 10.00 − expenditure.current 8.00 ＝ 2.00 万元。"
    )
    (one,) = plain.explained(totals(tmp_path / "b", expenditure_current="8.01"))
    assert one.example.striptags() == "例：甲局 2024 年度的“carryover.closing”是 2.00 万元。"


@pytest.mark.parametrize(("printed", "is_shown"), [("-2.54", True), ("-2.55", False)])
def test_a_deviation_is_computed_of_actual_and_budget(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printed: str, is_shown: bool
) -> None:
    row = {
        "section": "three_public", "measure": "three_public.total", "label": "三公", "unit": "万元",
        "actual": "107.51", "annual_budget": "110.31", "variance_pct": printed,
    }  # fmt: skip
    rate = Plain("差异率", "差几成。", "three_public.total", "variance_pct", of="的差异率")
    monkeypatch.setattr(plain, "PLAIN", (rate,))
    made = disclosure_of("jia-ju-2024", ABOUT, measures=[row])
    (one,) = plain.explained(store_of(tmp_path, made))
    assert ("：（107.51 − 110.31）÷ 110.31 ＝ " in one.example.striptags()) == is_shown


def test_a_change_of_scope_is_no_example_of_a_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = {
        "section": "three_public", "measure": "three_public.total", "label": "三公", "unit": "万元",
        "change": "9.00", "reason": "本部门为新增部门，无上年数",
    }  # fmt: skip
    changed = Plain("增减", "差多少。", "three_public.total", "change", of="的增减")
    monkeypatch.setattr(plain, "PLAIN", (changed,))
    (one,) = plain.explained(
        store_of(tmp_path, disclosure_of("jia-ju-2024", ABOUT, measures=[row]))
    )
    assert one.example == ""


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

"""Examples of terms that no measure shows: each number is printed so, and none is made up."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from juesuan.pages.across.examples import KINDS, example
from juesuan.pages.store.store import Store
from juesuan.pages.telling.plain import PLAIN
from tests.conftest import IDS, ROOT
from tests.pages.made_facts import Given, measure
from tests.pages.made_store import disclosure_of, store_of

ABOUT = {"region_code": "100000", "region": "甲市", "department": "甲局", "scope": "部门"}
FORM: Given = {"project_id": "p01", "kind": "project", "position": "1", "name": "修<路>"}
FUNDS: Given = {"project_id": "p01", "position": "1", "source": "total", "annual_budget": "8.00"}
INDICATOR: Given = {"project_id": "p01", "position": "1", "level3": "里程", "weight": "10"}


def told(root: Path, kind: str, **tables: list[Given]) -> str:
    """The example of a kind of one disclosure, without marks."""
    return str(
        example(store_of(root, disclosure_of("jia-ju-2024", ABOUT, **tables)), kind).striptags()
    )


def test_terms_ask_for_kinds_that_are_there() -> None:
    assert {one.kind for one in PLAIN} - {""} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_collection_without_such_a_thing_has_no_example(tmp_path: Path, kind: str) -> None:
    assert told(tmp_path, kind, measures=[measure("three_public.total", "3.00")]) == ""


def test_an_unknown_kind_has_no_example(tmp_path: Path) -> None:
    assert told(tmp_path, "no such kind") == ""


def test_a_rate_stands_beside_what_it_is_of(tmp_path: Path) -> None:
    funds = {**FUNDS, "executed": "6.00", "execution_rate_pct": "75.00"}
    said = told(tmp_path, "rate", projects=[FORM], project_funds=[funds])
    assert said == "例：甲局 2024 年度的项目“修<路>”：全年执行数 6.00 ÷ 全年预算数 8.00 ＝ 75.00%。"


def test_a_printed_rate_that_is_none_of_its_numbers_is_no_example(tmp_path: Path) -> None:
    funds = {**FUNDS, "executed": "6.00", "execution_rate_pct": "80.00"}
    assert told(tmp_path, "rate", projects=[FORM], project_funds=[funds]) == ""


def test_disclosures_take_turns(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        *(
            disclosure_of(f"{one}-2024", ABOUT, projects=[{**FORM, "total_score": score}])
            for one, score in (("jia-ju", "91.00"), ("yi-ju", "92.00"))
        ),
    )
    found = [example(store, "scored", turn).striptags()[-9:] for turn in range(3)]
    assert ["91.00" in one for one in found] == [True, False, True]


def test_what_was_aimed_at_and_reached_is_told_as_printed(tmp_path: Path) -> None:
    own = {
        **INDICATOR, "target": "≥30公里", "target_value": "30", "actual": "=24公里",
        "actual_value": "24", "score": "8.00",
    }  # fmt: skip
    made = {"projects": [FORM], "indicators": [own]}
    assert told(tmp_path / "a", "targets", **made).endswith(
        "指标“里程”的指标值是 ≥30公里，完成值是 =24公里。"
    )
    assert told(tmp_path / "b", "points", **made).endswith(
        "指标“里程”的分值是 10 分，得分是 8.00 分。"
    )


def test_a_score_is_told_with_whom_it_is_by(tmp_path: Path) -> None:
    full = {**FORM, "project_id": "p02", "position": "2", "total_score": "100.00"}
    made = [full, {**FORM, "total_score": "93.50"}]
    said = told(tmp_path, "scored", projects=made)
    assert said == "例：甲局 2024 年度给自己的项目“修<路>”打了 93.50 分。"


def test_an_item_leads_to_its_place_among_all(tmp_path: Path) -> None:
    row = {
        "fund": "general_public_budget", "level": "item", "position": "1", "code": "2050101",
        "item": "行政运行", "actual": "4.20",
    }  # fmt: skip
    made = store_of(tmp_path, disclosure_of("jia-ju-2024", ABOUT, functions=[row]))
    said = example(made, "item")
    assert said.striptags() == "例：甲局 2024 年度用在 2050101 行政运行 的是 4.20 万元。"
    assert 'href="../functions/#i2050101"' in said


def test_a_derived_number_says_from_what_it_follows(tmp_path: Path) -> None:
    row = measure("three_public.total", "3.00", change="-1.25", prior_year_derived="4.25")
    said = told(tmp_path, "derived", measures=[row])
    assert said.endswith("“三公”经费决算 3.00 万元，比上年减少 1.25 万元，推算上年是 4.25 万元。")


@pytest.mark.slow
def test_examples_of_the_five_are_printed_so() -> None:
    store = Store(ROOT, IDS)
    numbers = 0
    for kind in KINDS:
        said = example(store, kind)
        assert said, kind
        for one, figure, text in re.findall(
            r'd/([^/"]+)/source(?:-\d+)?/#(f\d+)">([^<]+)</a>', said
        ):
            (row,) = store.of(one, "figure_id = ?", figure).rows("figures")
            printed = re.sub(r"[\s,+-]", "", row["text"]).rstrip("%")
            assert printed in re.sub(r"[\s,]", "", text), (kind, text)
            numbers += 1
    assert numbers == 3 + 2 + 2 + 1 + 1 + 2
    derived = example(store, "derived").striptags()
    amounts = [Decimal(one) for one in re.findall(r"(\d+\.\d+)", derived)]
    sign = 1 if "增加" in derived else -1
    assert amounts[0] - sign * amounts[1] == amounts[2]

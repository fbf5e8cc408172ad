"""Spending by function over disclosures: a tree in the order of the codes."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from juesuan import collection, terms
from juesuan.pages.across.topics import topics
from juesuan.pages.across.topics.classes import Node, classes, picture
from juesuan.pages.addresses import FUNCTIONS
from juesuan.pages.store.store import Store
from tests.pages.made_facts import Given
from tests.pages.made_store import disclosure_of, store_of

BUDGET = "general_public_budget"
FIRST = {"region_code": "100000", "region": "甲市", "department": "甲局", "scope": "部门"}
SECOND = {"region_code": "200000", "region": "乙市", "department": "乙局", "scope": "本级"}


def item(position: int, code: str, name: str, actual: str = "1.00", **more: str) -> Given:
    """An item that the prose tells."""
    about = {"fund": BUDGET, "level": "item", "position": f"{position}", "code": code}
    return {**about, "class": "类", "subclass": "款", "item": name, "actual": actual, **more}


def store(root: Path, first: list[Given], second: list[Given]) -> Store:
    """Two disclosures of 2024 and of 2023, told by these items."""
    return store_of(
        root,
        disclosure_of("jia-ju-2024", {**FIRST, "fiscal_year": "2024"}, functions=first),
        disclosure_of("yi-ju-2023", {**SECOND, "fiscal_year": "2023"}, functions=second),
    )


def tree(root: Path, first: list[Given], second: list[Given]) -> dict[str, Node]:
    """The classes of the two disclosures."""
    return classes(store(root, first, second), FUNCTIONS)


def said(node: Node) -> list[tuple[str, str]]:
    """Who spent how much, without marks."""
    return [(one.department.striptags(), one.number.striptags()) for one in node.held]


def test_each_code_has_its_place_however_many_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Disclosures lead to the codes, also to those whose amounts are not shown."""
    monkeypatch.setattr("juesuan.pages.across.topics.classes.TOPIC_ROWS", 1)
    first = [item(1, "2080501", "退休"), item(2, "2080505", "养老"), item(3, "", "无码甲")]
    found = tree(tmp_path, first, [item(1, "2080599", "其他"), item(2, "", "无码乙")])
    assert [*found["208"].parts["20805"].parts] == ["2080501", "2080505", "2080599"]
    assert [len(one.held) for one in found["208"].parts["20805"].parts.values()] == [1, 0, 0]
    assert found["208"].more == 2
    assert len(found[""].parts) == 1 and found[""].more == 1


@pytest.mark.slow
def test_each_code_has_one_place_in_the_order_of_the_codes(tmp_path: Path) -> None:
    found = tree(
        tmp_path,
        [item(1, "", "无码"), item(2, "2080505", "养老"), item(3, "2080501", "退休", "7.50")],
        [item(1, "2010301", "行政运行"), item(2, "2080501", "退休", "2.00")],
    )
    assert [(key, one.name) for key, one in found.items()] == [
        ("201", "一般公共服务支出"),
        ("208", "社会保障和就业支出"),
        ("", "没有编码的科目"),
    ]
    old_age = found["208"].parts["20805"]
    assert old_age.name == "行政事业单位养老支出"
    assert [*old_age.parts] == ["2080501", "2080505"] and old_age.items == 2 and old_age.who == 2
    assert said(old_age.parts["2080501"]) == [("甲局", "7.50"), ("乙局", "2.00")]
    assert [*found[""].parts] == ["款 · 无码"]


def test_sums_are_of_one_disclosure_and_say_so(tmp_path: Path) -> None:
    first = [item(1, "2080505", "养老", "1.25"), item(2, "2080501", "退休", "2.50")]
    found = tree(tmp_path, first, [item(1, "2080501", "退休", "4.00")])["208"].parts["20805"]
    assert said(found) == [("甲局", "3.75"), ("乙局", "4.00")]
    summed, alone = found.held
    assert "推算：2 个项级科目之和" in summed.number and "derived" not in alone.number
    assert 'href="../d/yi-ju-2023/source/#f00001"' in alone.number


def test_a_sum_says_of_how_many_and_what_rounding_parts_is_told(tmp_path: Path) -> None:
    own = [item(1, "2080505", "养老", "1.25"), item(2, "2080501", "退休", "2.50")]
    off = [*own, item(3, "208", "", "3.74", level="class")]
    found = tree(tmp_path, off, [item(1, "2080501", "退休", "4.00")])["208"]
    assert [one.spent.apart for one in found.held] == ["3.75", ""]
    assert [one.spent.summed for one in found.parts["20805"].held] == ["2", ""]
    assert found.parts["20805"].amounts == [("乙局", "4.00", False), ("甲局", "3.75", True)]


@pytest.mark.parametrize(
    "beside",
    [
        item(9, "208", "", "3.75", level="class"),
        item(9, "208", "", "9.00", level="class"),
    ],
    ids=["just the same", "not of these items"],
)
def test_nothing_is_told_apart_where_rounding_does_not_part(tmp_path: Path, beside: Given) -> None:
    own = [item(1, "2080505", "养老", "1.25"), item(2, "2080501", "退休", "2.50"), beside]
    assert [one.spent.apart for one in tree(tmp_path, own, [])["208"].held] == [""]


def test_what_is_printed_of_a_class_is_not_summed(tmp_path: Path) -> None:
    own = [item(1, "208", "", "9.00", level="class"), item(2, "2080505", "养老", "9.00")]
    found = tree(tmp_path, own, [])["208"]
    assert said(found) == [("甲局", "9.00")] and 'source/#f00001"' in found.held[0].number


@pytest.mark.slow
@pytest.mark.parametrize(
    "beside",
    [
        item(9, "", "无码"),
        item(9, "2080599", "读不出", "", unreadable="actual"),
        item(9, "208", "", "50.00", level="class"),
    ],
    ids=["without a code", "unreadable", "not the whole class"],
)
def test_nothing_is_summed_where_something_is_missing(tmp_path: Path, beside: Given) -> None:
    own = [item(1, "2080505", "养老"), item(2, "2080501", "退休"), beside]
    found = tree(tmp_path, own, [item(1, "2080501", "退休", "6.00")])
    subclass = found["208"].parts["20805"]
    assert said(subclass) == [("甲局", "未列"), ("乙局", "6.00")]
    lines = [("乙局", "6.00", False), ("甲局", "未列", False)]
    assert subclass.amounts == lines, "the largest first"
    assert [one.held.about["department"] for one in picture(found, 9).bars] == (
        ["甲局", "乙局"] if beside["level"] == "class" else ["乙局"]
    )


def test_an_item_without_a_code_counts_to_the_subclass_that_is_printed_by_name(
    tmp_path: Path,
) -> None:
    names = terms.classification("functional", 2024)
    named = {"class": names["208"], "subclass": names["20809"]}
    own = [item(1, "2080505", "养老", "1.25"), item(2, "2080501", "退休", "2.50")]
    own += [
        item(3, "2080901", "安置", "4.00", **named),
        item(4, "", "无码", "3.00", **named),
        item(5, "208", "", "10.75", level="class", **{"class": names["208"]}),
    ]
    parts = tree(tmp_path, own, [])["208"].parts
    assert said(parts["20805"]) == [("甲局", "3.75")]
    assert said(parts["20809"]) == [("甲局", "7.00")]
    assert [*parts["20809"].parts] == ["2080901", "无码"], "it stands below its subclass alone"
    assert parts["20809"].parts["无码"].code == ""
    assert said(parts["20809"].parts["无码"]) == [("甲局", "3.00")]


def test_a_subclass_tells_every_disclosure_that_has_an_item_below_it(collected: Path) -> None:
    """Of all that is published: its printed amount, else the sum of its items, else a word."""
    found = classes(Store(collected, collection.ids(collected)), FUNCTIONS)
    compared = 0
    for code, node in ((code, one) for top in found.values() for code, one in top.parts.items()):
        if not code.isdigit():
            continue
        below = {one.about["disclosure_id"] for part in node.parts.values() for one in part.held}
        told = {one.about["disclosure_id"]: one.spent.amount for one in node.held}
        assert below <= told.keys(), code
        for one, amount in told.items():
            items = [
                Decimal(own.spent.amount)
                for part in node.parts.values()
                for own in part.held
                if own.about["disclosure_id"] == one
            ]
            if items and amount:
                assert Decimal(amount) == sum(items), (code, one)
                compared += 1
    assert compared > 20
    pensions = found["208"].parts["20805"]
    assert len(pensions.held) == 5 == pensions.who
    relief = {
        one.about["disclosure_id"]: one.spent.amount for one in found["208"].parts["20808"].held
    }
    assert relief["urumqi-human-resources-2023"] == "70.16"


def test_names_that_are_printed_otherwise_are_told(tmp_path: Path) -> None:
    known = terms.classification("functional", 2024)["2080505"]
    found = tree(tmp_path, [item(1, "2080505", "养老")], [item(1, "2080505", known)])
    node = found["208"].parts["20805"].parts["2080505"]
    assert node.name == known and [one.printed for one in node.held] == ["养老", ""]


def test_a_code_that_follows_from_the_name_says_so(tmp_path: Path) -> None:
    own = [item(1, "2080505", "推算", code_derived="true"), item(2, "2080506", "印出")]
    parts = tree(tmp_path, own, [])["208"].parts["20805"].parts
    assert [one.derived for one in parts.values()] == [True, False]


def test_the_newest_name_of_a_class_is_its_title(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disclosure of the newer year comes first in the order of places."""
    names = {2023: {"208": "旧名", "299": "已废"}, 2024: {"208": "新名"}}
    monkeypatch.setattr(terms, "classification", lambda kind, year: names[year])
    found = tree(tmp_path, [item(1, "2080505", "甲")], [item(1, "2990101", "乙")])
    assert [one.name for one in found.values()] == ["新名", "已废"]


def test_what_has_no_amount_is_left_out(tmp_path: Path) -> None:
    assert tree(tmp_path, [item(1, "2080505", "没有数", actual="")], []) == {}


@pytest.mark.slow
def test_bars_are_shares_of_one_disclosure(tmp_path: Path) -> None:
    first = [item(1, "2010301", "运行", "30.00"), item(2, "2080505", "养老", "10.00")]
    first.append(item(3, "2120801", "征地", "99.00", fund="government_fund"))
    shown = picture(tree(tmp_path, first, [item(1, "2080501", "退休", "5.00")]), 9)
    assert [[(one.start, one.width) for one in bar.segments] for bar in shown.bars] == [
        [("0.00", "75.00"), ("75.00", "25.00")],
        [("0.00", "100.00")],
    ]
    assert shown.bars[0].segments[1].name == "社会保障和就业支出 25.0%"
    assert shown.key == {"201": 1, "208": 2} and shown.others == ["212"]
    assert shown.bars[0].largest == ["一般公共服务支出 75.0%", "社会保障和就业支出 25.0%"]


def test_a_printed_share_stands_beside_its_amount(tmp_path: Path) -> None:
    own = [item(1, "208", "", "9.00", level="class", share_pct="75.00"), item(2, "2080505", "养老")]
    found = tree(tmp_path, own, [])["208"]
    assert found.held[0].share.striptags() == "75.00%" and "#f0" in found.held[0].share
    assert found.parts["20805"].held[0].share == ""


def test_names_are_text(tmp_path: Path) -> None:
    hostile = "<img src=x onerror=alert(1)>\"'"
    made = store(tmp_path, [item(1, '2080505"<u>', hostile), item(2, "", hostile)], [])
    html = dict(topics.pages(made))["d/parts/functions.html"]
    assert "<img" not in html and "<u>" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html

"""Indicators by their names: told as printed, found in small pieces, however many there are."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from juesuan.pages.machines.search import indicators, inside
from juesuan.pages.machines.search.cutting import grams, plain
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT


@pytest.fixture(scope="module")
def store() -> Store:
    return Store(ROOT, IDS)


@pytest.fixture(scope="module")
def pieces(store: Store) -> dict[str, Any]:
    """What is in each piece."""
    _, every = inside.files(store)
    return {
        name.removeprefix("d/search/").removesuffix(".js"): json.loads(
            script.partition(",")[2].rpartition(")")[0]
        )
        for name, script in every
    }


def told(pieces: dict[str, Any]) -> Iterator[tuple[str, str, str, list[str]]]:
    """Each indicator: disclosure, project, and what is told of it."""
    for name, part in pieces.items():
        if name.startswith("k-"):
            for _, page, every in part:
                for one in every:
                    yield name[2:].rpartition("-")[0], page.partition("#")[2], one


def rows(one: str) -> list[dict[str, str]]:
    path = ROOT / "datapackages" / one / "data" / "indicators.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def test_each_that_counts_is_told_as_it_is_printed(store: Store, pieces: dict[str, Any]) -> None:
    found = [*told(pieces)]
    assert len(found) > 500
    for about in store.disclosures():
        one = about["disclosure_id"]
        printed = {
            (row["project_id"], row["level3"], row["target"], row["actual"]) for row in rows(one)
        }
        own = {(project, *cells[:3]) for of, project, cells in found if of == one}
        assert own <= printed
        counted = {
            what[1:]
            for row, what in (
                (row, (row["project_id"], row["level3"], row["target"], row["actual"]))
                for row in rows(one)
            )
            if row["level3"] and (row["target_value"] or row["actual_value"])
        }
        assert {what[1:] for what in own} == counted


def test_the_address_is_that_of_the_result(pieces: dict[str, Any]) -> None:
    found = {(of, project, cells[0]): cells[3] for of, project, cells in told(pieces) if cells[3]}
    path = ROOT / "datapackages" / "urumqi-human-resources-2023" / "data" / "figures.csv"
    with path.open(encoding="utf-8", newline="") as file:
        of = {row["figure_id"]: row for row in csv.DictReader(file)}
    where = found["urumqi-human-resources-2023", "p32", "追回拖欠工资"].rpartition("#")[2]
    assert of[where]["text"] == "10223.46"
    assert of[where]["field"] == "actual_value"


def test_each_pair_of_a_name_leads_to_its_piece(pieces: dict[str, Any]) -> None:
    index = {
        token: own for name, part in pieces.items() if name[0] == "x" for token, own in part.items()
    }
    where = index["@urumqi-human-resources-2023"] * inside.PLACES
    for at in range(indicators.PIECES):
        for _, _, every in pieces.get(f"k-urumqi-human-resources-2023-{at}", []):
            for name, *_ in every:
                for run in filter(str.isalpha, plain(name).split()):
                    assert all(
                        where + at in index[pair] for pair in grams(run) if not pair.isascii()
                    )


def test_pieces_are_small_and_bounded() -> None:
    forms = [
        (f"项目{i}", f"projects/#p{i}", [["名称", "=1个", "=1个", ""]] * 50) for i in range(40)
    ]
    parts = [*indicators.parted(forms)]
    assert len(parts) == indicators.PIECES
    assert all(sum(len(own) for *_, own in part) == indicators.TOGETHER for part in parts)


ASKED = {
    "政务服务局开标标段数": "自评完成 196个",
    "追回拖欠工资多少": "自评完成 10,223.46万元",
    "昌吉增加了几个光纤点位": "自评完成 32个",
}
NOT_ASKED = (
    "人社局培训费多少",
    "人社局有多少人",
    "市政府办有几辆车",
    "法律援助多少件",
    "市委宣传经费",
)


@pytest.mark.browser
def test_what_is_no_amount_of_the_accounts_is_found(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 780})
    page.goto(address + "search/")
    for said, text in ASKED.items():
        page.goto(f"{address}search/?q={said}")
        page.locator("#found .answer").first.wait_for()
        assert text in page.locator("#found .answer").first.inner_text()
        assert "部门在自评表里填写" in page.locator("#found .answer").first.inner_text()
    for said in NOT_ASKED:
        answer = page.evaluate("said => juesuanFind(said)", said)
        assert not any(one.get("indicator") for one in answer["answers"]), said
    page.close()

"""The topics, each with one number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from juesuan.pages.across.topics import cards
from tests.conftest import ROOT
from tests.pages.made_facts import measure
from tests.pages.made_store import disclosure_of, store_of


@pytest.mark.slow
def test_each_card_counts_what_is_there(tmp_path: Path) -> None:
    functions = [
        {"level": "item", "position": "1", "code": "2080501", "actual": "1.00"},
        {"level": "item", "position": "2", "code": "2080502", "actual": "1.00"},
        {"level": "item", "position": "3", "code": "2010101", "actual": "1.00"},
        {"level": "item", "position": "4", "code": "2110101"},
    ]
    project = {"project_id": "p1", "kind": "project", "position": "1", "name": "项目"}
    store = store_of(
        tmp_path,
        disclosure_of("a-2031", functions=functions, measures=[measure("headcount.total", "9")]),
        disclosure_of("b-2031", projects=[project]),
    )
    ((_, html),) = cards.pages(store)
    found = dict(re.findall(r'href="\.\./([a-z-]+)/".*?<b>(\d+)</b>', html))
    assert found == {
        "three-public": "0", "functions": "2", "projects": "1", "procurement": "0",
        "assets": "0", "people": "1", "coverage": "2",
    }  # fmt: skip


def test_cards_are_called_as_their_pages() -> None:
    for card in cards._CARDS:
        page = ROOT / "docs" / f"{card.address.strip('/')}.md"
        assert f"\n# {card.title}\n" in page.read_text(encoding="utf-8")


def test_a_card_says_from_what_to_what_its_measure_goes(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        disclosure_of("a-2031", measures=[measure("three_public.total", "1454.10")]),
        disclosure_of("b-2031", measures=[measure("three_public.total", "9.00")]),
        disclosure_of("c-2031", measures=[measure("procurement.total", "9.00")]),
    )
    ((_, html),) = cards.pages(store)
    assert "<b>2</b> 份公开列示了合计，从 9 到 1,454.1 万元" in html
    assert html.count("，从 ") == 1


def test_vehicles_on_the_books_are_not_those_that_are_kept(tmp_path: Path) -> None:
    def held(books: str, kept: str) -> list[dict[str, str]]:
        return [measure("assets.vehicles", books), measure("three_public.vehicles_kept", kept)]

    store = store_of(
        tmp_path,
        disclosure_of("a-2031", measures=held("2", "31")),
        disclosure_of("b-2031", measures=held("8", "5")),
    )
    ((_, html),) = cards.pages(store)
    assert "账面车辆，从 2 到 8 " in html and "；公务用车保有量从 5 到 31 " in html

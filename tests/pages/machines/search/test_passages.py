"""What departments say in words is quoted as printed, with the amount that it explains."""

from __future__ import annotations

import csv
from typing import Any

import pytest
from playwright.sync_api import Browser

from juesuan.pages.machines.search import passages
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT


@pytest.fixture(scope="module")
def said() -> dict[str, passages.Said]:
    store = Store(ROOT, IDS)
    return {about["disclosure_id"]: passages.said(store, about) for about in store.disclosures()}


def rows(one: str, resource: str) -> list[dict[str, str]]:
    path = ROOT / "datapackages" / one / "data" / f"{resource}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def test_each_reason_stands_beside_an_amount_of_its_own_row(said: dict[str, Any]) -> None:
    for one, told in said.items():
        of = {row["figure_id"]: row for row in rows(one, "figures")}
        every = rows(one, "measures") + rows(one, "functions")
        for _, amount, text in told["reason"]:
            own = [
                row
                for row in every
                if any(
                    row[column].startswith(text.removesuffix("…"))
                    for column in ("reason", "variance_reason")
                )
            ]
            assert own
            if amount:
                column, value, _, where = amount
                assert any(row[column] == value for row in own)
                assert of[where.rpartition("#")[2]]["value"].lstrip("-") == value.lstrip("-")


def test_passages_of_a_kind_are_those_printed(said: dict[str, Any]) -> None:
    for one, told in said.items():
        for kind in ("duty", "problem", "improvement", "achievement"):
            printed = [row["text"] for row in rows(one, "texts") if row["kind"] == kind]
            own = [text.removesuffix("…") for (text,) in told.get(kind, ())]
            assert len(own) == min(len(printed), 6)
            assert all(text.startswith(begin) for text, begin in zip(printed, own, strict=False))


def test_reasons_are_found_once_and_few(said: dict[str, Any]) -> None:
    for told in said.values():
        texts = [text for *_, text in told["reason"]]
        assert len(texts) == len(set(texts)) <= passages.REASONS
        assert all(len(text) <= 101 for text in texts)


@pytest.mark.browser
def test_no_amount_is_taken_from_a_reason(browser: Browser, address: str) -> None:
    """Who asks for money hears first that no amount is called so; then what a reason says."""
    page = browser.new_page()
    page.goto(address + "search/")
    answer = page.evaluate("said => juesuanFind(said)", "政务服务局专家评审专项经费多少")
    assert answer["answers"][0]["nothing"]
    assert answer["answers"][1]["passage"]
    page.close()


@pytest.mark.browser
def test_the_title_opens_the_whole_passage(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 780})
    page.goto(f"{address}search/?q=市委下一步改进措施")
    page.locator("#found .answer h2 a").first.click()
    page.wait_for_url("**/#improvement")
    assert page.locator("#improvement").is_visible()
    page.close()


def test_what_is_not_read_is_counted_from_the_tables(said: dict[str, Any]) -> None:
    for one, told in said.items():
        ((unread, illegible, restored, by_person, nameless),) = told["lost"]
        assert unread == sum(row["status"] == "unread" for row in rows(one, "figures"))
        resources = ("projects", "project_funds", "indicators", "measures", "functions")
        every = [row for resource in resources for row in rows(one, resource)]
        for column, number in (
            ("unreadable", illegible),
            ("restored", restored),
            ("read_by_person", by_person),
        ):
            assert number == sum(len(row.get(column, "").split()) for row in every)
        forms = [row for row in rows(one, "projects") if row["kind"] == "project"]
        assert nameless == sum(not row["name"] for row in forms)
    assert said["urumqi-government-services-2023"]["lost"][0][0] == 90

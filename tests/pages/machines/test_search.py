"""Search: forty queries with their right answers in a real browser, and the same cutting in both languages."""

from __future__ import annotations

import gzip
import tomllib
from pathlib import Path

import pytest

from juesuan.pages.machines.search import piece_of, tokens

QUERIES = tomllib.loads(
    (Path(__file__).parent.parent / "queries.toml").read_text(encoding="utf-8")
)["query"]
FIRST_QUERY = 40 * 1024
"""Bytes, compressed, that a first query may load."""


def leads(url: str, wanted: list[str]) -> bool:
    return any(url == one or ("#" not in one and url.partition("#")[0] == one) for one in wanted)


def test_a_text_is_cut_where_any_two_characters_meet() -> None:
    assert tokens("“三公”经费") == ["三公", "公经", "经费"]
    assert tokens("２０８０５０５") == ["2080505", "208", "20805"]
    assert tokens("N03 收入") == ["n03", "收入"]
    assert tokens("、") == []
    assert piece_of("社会", 7) in range(7)


@pytest.mark.browser
def test_the_right_page_comes_first(browser, address: str) -> None:
    assert len(QUERIES) >= 40
    wrong = []
    page = browser.new_page()
    page.goto(address + "search/")
    for query in QUERIES:
        answer = page.evaluate("said => juesuanFind(said)", query["said"])
        first = answer["found"][0]["url"].removeprefix(address) if answer["found"] else ""
        if not leads(first, query["first"]):
            wrong.append((query["said"], first))
    page.close()
    assert wrong == []


@pytest.mark.browser
def test_a_first_query_loads_little(browser, address: str) -> None:
    for said in ("社保", "乌鲁木齐市社会保险中心", "昌吉州政府办公室"):
        page, bodies = browser.new_page(), []
        page.on(
            "response",
            lambda answer, bodies=bodies: (
                bodies.append(answer) if "/d/search/" in answer.url else None
            ),
        )
        page.goto(address + "search/")
        page.evaluate("said => juesuanFind(said)", said)
        assert sum(len(gzip.compress(answer.body())) for answer in bodies) < FIRST_QUERY, said
        page.close()


@pytest.mark.browser
def test_the_page_of_search(browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address)
    page.locator(".header-search input").fill("驻京")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    page.locator("#found li").first.wait_for()
    assert "驻京联工作运行经费" in page.locator("#found li").first.inner_text()
    page.locator("#search-page input").fill("查无此事物")
    page.locator("#found .hint", has_text="没有找到").wait_for()
    page.locator("#search-page input").fill("<img src=x onerror=alert(1)>")
    page.locator("#found .hint", has_text="<img").wait_for()
    assert page.locator("#found img").count() == 0
    page.close()


@pytest.mark.browser
def test_both_languages_cut_alike(browser, address: str) -> None:
    """What the script asks for is what the index holds: every record is found by its own title."""
    page = browser.new_page()
    page.goto(address + "search/")
    missed = page.evaluate(
        """async () => {
        const pieces = [];
        for (let i = 0; ; i += 1) {
          const answer = await fetch("../d/search/r" + i + ".js");
          if (!answer.ok) { break; }
          pieces.push(...JSON.parse((await answer.text()).replace(/^[^,]*,/, "").replace(/\\);\\s*$/, "")));
        }
        const missed = [];
        for (const one of pieces) {
          const answer = await juesuanFind(one[0]);
          if (!answer.found.some(found => found.title === one[0])) { missed.push(one[0]); }
        }
        return pieces.length > 300 ? missed : ["too few"];
    }"""
    )
    page.close()
    assert missed == []

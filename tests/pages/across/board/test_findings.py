"""A page a contradiction."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from juesuan.pages.across.board import board
from juesuan.pages.store.store import Store
from tests.conftest import IDS
from tests.pages.made_store import drawn


@pytest.fixture(scope="module")
def pages(collected: Path) -> dict[str, str]:
    every = drawn(board.pages(Store(collected, IDS)))
    return {name: html for name, html in every.items() if name.startswith("d/findings/")}


@pytest.mark.slow
def test_each_contradiction_has_its_page(pages, collected: Path) -> None:
    assert len(pages) == Store(collected, IDS).one(
        "SELECT count(*) FROM checks WHERE state = 'fail'"
    )
    for html in pages.values():
        assert html.count('<pre class="letter"') == 3
        assert html.count("<h1") == 1
        assert len(html.encode()) < 40_000


def test_an_amount_beside_0_is_told_as_what_may_not_be_filled_in(pages) -> None:
    """Both on the page and in the letter, and where both sides are amounts nowhere."""
    beside = pages["d/findings/urumqi-government-office-2024--X19-initial_budget/index.body"]
    assert "常常只是那一栏没有填" in beside and "其中一处印的是零" in beside
    both = pages["d/findings/urumqi-party-committee-2023--X03-all/index.body"]
    assert "没有填" not in both and "其中一处印的是零" not in both


def test_the_terms_of_a_calculation_are_named(pages) -> None:
    html = pages["d/findings/urumqi-government-office-2024--X11-all/index.body"]
    said = "项目支出 727.18 −（一般公共预算财政拨款支出 3,593.65 − 一般公共预算财政拨款基本支出 2,926.12）"
    assert html.count(said) >= 3, "on the page and in both letters"


def test_rows_of_forms_have_their_heads(pages) -> None:
    html = pages["d/findings/urumqi-human-resources-2023--P11-p26/index.body"]
    assert '<th scope="col">实际完成值</th>' in html
    assert re.search(r"<mark><a [^>]*>=176\.43万元</a></mark>", html)
    assert re.search(r"<mark><a [^>]*>186\.89</a></mark>", html)
    assert "明细与总额对不上" in html


def test_nothing_is_said_twice_at_the_top(pages) -> None:
    name = "d/findings/changji-government-office-2023--X17-texts-performance-problem-1-text-1"
    head = pages[f"{name}/index.body"].partition('id="printed"')[0]
    body = head[head.index("<h1") :]
    assert body.count("文字称该项目 600 万元") == 1 and "疑问在名称，不在金额" in body
    assert "2023年政府行政运行经费" in body and "算式" not in body


@pytest.mark.slow
def test_rows_that_add_nothing_but_0_are_folded(collected: Path) -> None:
    """Of eight forms of the government office six have no other funds; the two that have stand first."""
    pages = drawn(board.pages(Store(collected, IDS)))
    page = pages["d/findings/urumqi-government-office-2024--X11-all/index.body"]
    shown, _, folded = page.partition("<summary>另外 6 行，用到的数都是 0</summary>")
    rows = re.findall("<tbody>(.*?)</tbody>", shown, re.DOTALL)[-1]
    assert rows.count("<tr>") == 2 and ">59.65</a></mark>" in rows and ">0.10</a></mark>" in rows
    assert folded.partition("</details>")[0].count("<tr>") == 6 + 1

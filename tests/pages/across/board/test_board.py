"""The board of checks: groups by cause, both places, findings that can be cited."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from juesuan.pages.across.board import board
from juesuan.pages.store.store import Store
from tests.conftest import IDS
from tests.pages.made_store import drawn


@pytest.mark.slow
def test_the_board_groups_by_figure(collected: Path) -> None:
    store = Store(collected, IDS)
    pages = drawn(board.pages(store))
    html = pages["d/parts/board.html"]
    fails = store.one("SELECT count(*) FROM checks WHERE state = 'fail'")
    assert html.count('class="rule" href="../d/rules/') == fails
    assert html.count("<article") < fails
    assert 'data-rule="' in html
    for article in html.split("<article")[1:]:
        for quotes in article.split('<div class="quotes">')[1:]:
            lines = re.findall(r"第 (\d+) 行", quotes.split("</div>")[0])
            assert len(lines) == len(set(lines)), article
    of_figures = ["#f0" in article for article in html.split("<article")[1:]]
    assert of_figures == sorted(of_figures, reverse=True) and not all(of_figures)
    whole = next(
        one
        for one in html.split('<section class="finding"')
        if "全年预算数之和 59.65 + 0.10（另 6 个为 0）＝ 59.75 万元" in one
    )
    _, shown, unfolded = whole.split("<details")
    for line in (
        "第 393 行",
        "第 415 行",
        "第 239 行",
    ):  # both addends, and the other side though it is 0.00
        assert line in shown and line not in unfolded


@pytest.mark.slow
def test_findings_about_words_show_where_they_stand(collected: Path) -> None:
    html = drawn(board.pages(Store(collected, IDS)))["d/parts/board.html"]
    words = {
        re.search(r'class="rule"[^>]*>([^<]+)<', one)[1]: one
        for one in html.split('<section class="finding"')[1:]
        if "#f0" not in one
    }
    assert 'source/#L234">乌鲁木齐市人民政府（部门）</a></mark>' in words["N56"]
    assert "项目团队完成了对 XX 篇文档的审读工作" in words["N54"] and "第 1148 行" in words["N54"]


@pytest.mark.slow
def test_a_finding_can_be_cited(collected: Path) -> None:
    pages = drawn(board.pages(Store(collected, IDS)))
    links = re.findall(r'href="\.\./(d/findings/[^"#]+/)"', pages["d/parts/board.html"])
    assert len(links) > 20
    for link in links:
        assert f"{link}index.body" in pages
    own = "findings/urumqi-human-resources-2023--P11-p57/"
    assert f'href="../../{own}"' in pages["d/rules/P11/index.body"]
    rule = pages["d/rules/X03/index.body"]
    assert "36,358.83" in rule and "对不上" in rule


@pytest.mark.slow
def test_the_most_money_stands_first(collected: Path) -> None:
    html = drawn(board.pages(Store(collected, IDS)))["d/parts/board.html"]
    gaps = re.compile(r'<p class="gap">相差 ([\d,.]+) 万元(，占)?(.*?)</p>')
    first = [found for article in html.split("<article")[1:] if (found := gaps.search(article))]
    told = [(float(one[1].replace(",", "")), bool(one[2]), "通常" in one[3]) for one in first]
    alike = [(usual, not has_share) for _, has_share, usual in told]
    assert alike == sorted(alike), "logic before custom, of each two amounts before one beside 0"
    for kind in set(alike):
        own = [money for (money, _, _), one in zip(told, alike, strict=True) if one == kind]
        assert own == sorted(own, reverse=True)
    assert told[0] == (51.38, True, False)  # 36,802.50 - 36,751.12: a part above its whole
    assert (463.29, False, False) in told  # 453.29 + 10.00 against 0.00
    explained = html.index("相差 678.69 万元")  # 21,952.66 - 21,273.97: the printed carry-over
    assert html.index("相差 141.55 万元") < explained
    assert "正好是另外印出的“年末结转和结余”" in html[explained:][:80]


@pytest.mark.slow
def test_the_home_page_shows_the_weightiest_of_three_disclosures(collected: Path) -> None:
    html = drawn(board.pages(Store(collected, IDS)))["d/parts/worth.html"]
    links = re.findall(r'href="d/findings/([a-z0-9-]+?)--', html)
    assert len(links) == len(set(links)) == 3
    assert "51.38" in html and "47.25" in html, "a part that is more than its whole"
    assert "141.55" not in html, "what only usually agrees is not first"
    assert "678.69" not in html, "nor what the carry-over explains"
    assert " 0.00 万元" not in html, "nor what one side may only have left empty"


@pytest.mark.slow
def test_badges_lead_to_lists(collected: Path) -> None:
    store = Store(collected, IDS)
    pages = drawn(board.pages(store))
    html = pages["d/parts/board.html"]
    for state in ("unreadable", "information", "rounding"):
        number = store.one("SELECT count(*) FROM checks WHERE state = ?", state)
        assert f'href="../d/states/{state}/"' in html or not number
        assert pages[f"d/states/{state}/index.body"].count('<tr><th scope="row"') == min(
            number, 300
        )

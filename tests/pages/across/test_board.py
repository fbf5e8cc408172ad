"""The board of checks: groups by cause, both places, findings that can be cited."""

from __future__ import annotations

import re
from pathlib import Path

from juesuan.pages.across import board
from juesuan.pages.store import Store
from tests.conftest import IDS, ROOT


def test_the_board_groups_by_figure(site: Path) -> None:
    store = Store(ROOT, IDS)
    pages = dict(board.pages(store, site))
    html = pages["d/parts/board.html"]
    fails = store.one("SELECT count(*) FROM checks WHERE state = 'fail'")
    assert html.count('class="rule" href="../d/rules/') == fails
    assert html.count("<article") < fails
    assert 'data-rule="' in html
    for article in html.split("<article")[1:]:
        for quotes in article.split('<div class="quotes">')[1:]:
            lines = re.findall(r"第 (\d+) 行", quotes.split("</div>")[0])
            assert len(lines) == len(set(lines)), article
    of_figures = ["data-f=" in article for article in html.split("<article")[1:]]
    assert of_figures == sorted(of_figures, reverse=True) and not all(of_figures)
    whole = next(
        one
        for one in html.split('<p class="finding"')
        if "全年预算数之和 59.65 + 0.10（另 6 个为 0）＝ 59.75 万元" in one
    )
    shown, unfolded = whole.split("<details")
    for line in (
        "第 393 行",
        "第 415 行",
        "第 239 行",
    ):  # both addends, and the other side though it is 0.00
        assert line in shown and line not in unfolded


def test_findings_about_words_show_where_they_stand(site: Path) -> None:
    html = dict(board.pages(Store(ROOT, IDS), site))["d/parts/board.html"]
    words = {
        one.split("</a>")[0][-3:]: one
        for one in html.split('<p class="finding"')
        if "data-f=" not in one
    }
    assert 'source/#L234">乌鲁木齐市人民政府（部门）</a></mark>' in words["N56"]
    assert "项目团队完成了对 XX 篇文档的审读工作" in words["N54"] and "第 1148 行" in words["N54"]


def test_a_finding_can_be_cited(site: Path) -> None:
    pages = dict(board.pages(Store(ROOT, IDS), site))
    own = (site / "d" / "urumqi-human-resources-2023" / "checks" / "index.html").read_text(
        encoding="utf-8"
    )
    for link in re.findall(
        r'href="\.\./d/urumqi-human-resources-2023/checks/#([^"]+)"', pages["d/parts/board.html"]
    ):
        assert f'id="{link}"' in own
    assert 'href="../../urumqi-human-resources-2023/checks/#P11-p57"' in pages["d/rules/P11.md"]
    rule = pages["d/rules/X03.md"]
    assert "36,358.83" in rule and "对不上" in rule

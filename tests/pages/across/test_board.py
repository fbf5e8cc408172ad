"""The board of checks: groups by cause, both places, findings that can be cited."""

from __future__ import annotations

import re
from pathlib import Path

from juesuan.pages.across import board
from juesuan.pages.figures import Evidence
from juesuan.pages.store import Store
from tests.conftest import IDS


def test_the_board_groups_by_figure(collected: Path) -> None:
    store = Store(collected, IDS)
    pages = dict(board.pages(store))
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


def test_findings_about_words_show_where_they_stand(collected: Path) -> None:
    html = dict(board.pages(Store(collected, IDS)))["d/parts/board.html"]
    words = {
        one.split("</a>")[0][-3:]: one
        for one in html.split('<p class="finding"')
        if "#f0" not in one
    }
    assert 'source/#L234">乌鲁木齐市人民政府（部门）</a></mark>' in words["N56"]
    assert "项目团队完成了对 XX 篇文档的审读工作" in words["N54"] and "第 1148 行" in words["N54"]


def test_a_finding_can_be_cited(site: Path, collected: Path) -> None:
    pages = dict(board.pages(Store(collected, IDS)))
    own = (site / "d" / "urumqi-human-resources-2023" / "checks" / "index.html").read_text(
        encoding="utf-8"
    )
    for link in re.findall(
        r'href="\.\./d/urumqi-human-resources-2023/checks/#([^"]+)"', pages["d/parts/board.html"]
    ):
        assert f'id="{link}"' in own
    assert (
        'href="../../urumqi-human-resources-2023/checks/#P11-p57"'
        in pages["d/rules/P11/index.body"]
    )
    rule = pages["d/rules/X03/index.body"]
    assert "36,358.83" in rule and "对不上" in rule


def quote(line: str, text: str = "1.00", figure: str = "f1") -> dict[str, str]:
    return {
        "figure_id": figure, "line": line, "page": "", "heading": "", "before": "", "text": text,
        "after": "",
    }  # fmt: skip


EVIDENCE = Evidence({"disclosure_id": "made-up-2024", "source_file": "made.txt"}, [])


def shown(quotes: list[dict[str, str]]) -> tuple[list[str], list[str]]:
    found = board.lines(quotes, EVIDENCE)
    return [one.printed["line"] for one in found.shown], [one.printed["line"] for one in found.more]


def test_a_printed_line_is_shown_once_with_all_its_figures() -> None:
    found = board.lines([quote("1"), quote("2"), quote("1", "2.00", "f2")], EVIDENCE)
    assert [one.printed["line"] for one in found.shown] == ["1", "2"] and found.more == []
    assert [one["text"] for one in found.shown[0].beside] == ["2.00"]
    assert found.shown[0].links_beside == ["2.00"]


def test_zeros_among_addends_unfold_but_the_last_line_stays() -> None:
    quotes = [quote("1"), quote("2", "0.00"), quote("3", "2.00"), quote("4", "0.00")]
    assert shown(quotes) == (["1", "3", "4"], ["2"])
    zeros = [quote(str(number), "0.00") for number in range(1, 6)]
    assert shown(zeros) == (["1", "5"], ["2", "3", "4"])


def test_of_many_lines_the_first_and_the_last_ones() -> None:
    quotes = [quote(str(number)) for number in range(1, 21)]
    assert shown(quotes) == (["1", "2", "3", "4", "17", "18", "19", "20"], [
        str(number) for number in range(5, 17)
    ])  # fmt: skip


def test_words_lead_to_their_line() -> None:
    (one,) = board.lines([quote("7", "甲", "")], EVIDENCE).seen_from("../../x/").shown
    assert one.link == '<a href="../../x/source/#L7">甲</a>'

"""What is found between disclosures, with what both print, on each of its pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from juesuan import collection
from juesuan.pages.across.board import between
from juesuan.pages.store.between import judge
from juesuan.pages.store.store import Store
from tests.check.between.conftest import text_before
from tests.made import disclosure
from tests.pages.made_store import disclosure_of, store_of


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Two years of which the later one's change of staff does not follow from the earlier one."""
    root = tmp_path_factory.mktemp("between")
    now = disclosure().replace("在职人员10人，增加1人", "在职人员10人，增加3人")
    for name, text in (("made-up-2024", now), ("made-up-2023", text_before())):
        folder = root / "datapackages" / name
        (folder / "source").mkdir(parents=True)
        (folder / "source" / "made.txt").write_text(text, encoding="utf-8")
        collection.convert(folder)
    store = Store(root, collection.ids(root))
    judge(store)
    return dict(between.pages(store))


def links(html: str) -> list[str]:
    return re.findall(r'<mark><a href="([^"]+)"', html)


def test_the_board_shows_both_places(pages: dict[str, str]) -> None:
    board = pages["d/parts/between.html"]
    assert board.count("<article") == 1
    assert "在职人员 10 人 − 2024年度公开的在职人员比上年增减 3 人" in board
    assert "在职人员<mark>" in board and "第 15 行" in board
    assert [one.rpartition("#")[0] for one in links(board)] == [
        "../d/made-up-2024/source/",
        "../d/made-up-2023/source/",
    ]
    assert 'href="../d/made-up-2024/checks/#B03-organisation-headcount-serving"' in board


def test_both_disclosures_show_it(pages: dict[str, str]) -> None:
    later = pages["d/parts/between/made-up-2024.html"]
    earlier = pages["d/parts/between/made-up-2023.html"]
    assert 'id="B03-organisation-headcount-serving"' in later
    assert [one.rpartition("#")[0] for one in links(later)] == [
        "../source/",
        "../../made-up-2023/source/",
    ]
    assert "其他公开里用到本份公开的地方" in earlier and "对不上" in later
    assert [one.rpartition("#")[0] for one in links(earlier)] == [
        "../../made-up-2024/source/",
        "../source/",
    ]
    assert 'href="../../made-up-2024/checks/#B03-organisation-headcount-serving"' in earlier


def test_the_first_page_of_both_names_it(pages: dict[str, str]) -> None:
    for name, way in (("made-up-2024", "checks/"), ("made-up-2023", "../made-up-2024/checks/")):
        first = pages[f"d/parts/between/{name}-first.html"]
        assert first.count('<a class="rule"') == 1 and "在职人员 10 人" in first
        assert f'href="{way}#B03-organisation-headcount-serving"' in first
        assert "错误" not in first and "不判断哪一份有误" in first


def test_a_rule_has_its_page(pages: dict[str, str]) -> None:
    page = pages["d/rules/B03/index.body"]
    assert ">B03 今年的数减去增减额，就是去年公开的数</h1>" in page
    assert "今年的决算数 − 比上年增减额 ＝ 上一年公开里的决算数" in page
    assert page.count("<article") == 1 and "某某市示例局 2024" in page
    assert (
        "还没有用到它的公开" in pages["d/rules/B11/index.body"]
        or "不适用" in pages["d/rules/B11/index.body"]
    )


@pytest.mark.slow
def test_what_documents_say_is_text(tmp_path: Path) -> None:
    folder = tmp_path / "datapackages"
    now = disclosure().replace(
        "比上年减少1.00万元，下降9.09%，主要原因是：压减",
        "比上年减少1.00万元，下降9.09%，主要原因是：口径<script>alert(1)</script>",
    )
    for name, text in (
        ("made-up-2024", now),
        ("made-up-2023", text_before().replace("机关运行经费支出11.00", "机关运行经费支出19.00")),
    ):
        (folder / name / "source").mkdir(parents=True)
        (folder / name / "source" / "made.txt").write_text(text, encoding="utf-8")
        collection.convert(folder / name)
    store = Store(tmp_path, collection.ids(tmp_path))
    judge(store)
    for html in dict(between.pages(store)).values():
        assert "<script" not in html


def test_where_nothing_was_compared_the_board_does_not_say_that_all_agrees(tmp_path: Path) -> None:
    store = store_of(tmp_path, disclosure_of("made-2031"))
    html = dict(between.pages(store))["d/parts/between.html"]
    assert "还没有这样的两处可比" in html and "没有发现对不上的地方" not in html

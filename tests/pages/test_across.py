"""Pages over all disclosures: years side by side, quotients only of what is printed, groups by cause, limits."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from juesuan import collection, package
from juesuan.pages.across import board, departments, lists, topics
from juesuan.pages.across.matrix import pages as matrix_pages
from juesuan.pages.across.projects import form_page
from juesuan.pages.disclosure.page import FORMS_A_PAGE, form_pages
from juesuan.pages.disclosure.sentences import Teller
from juesuan.pages.figures import Evidence
from juesuan.pages.store import Store
from tests.conftest import IDS, ROOT
from tests.made import disclosure


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A department with two years of different scope, and one with an older year of the same scope."""
    base = tmp_path_factory.mktemp("years")
    for name, text in (
        ("made-up-2024", disclosure()),
        (
            "made-up-2023",
            disclosure()
            .replace("2024", "2023")
            .replace("部门决算公开说明", "部门（汇总）决算公开说明", 1),
        ),
    ):
        folder = base / "datapackages" / name
        (folder / "source").mkdir(parents=True)
        (folder / "source" / "made.txt").write_text(text, encoding="utf-8")
        collection.convert(folder)
    return base


def test_years_stand_side_by_side_with_their_seam(root: Path) -> None:
    pages = dict(departments.pages(Store(root, collection.ids(root))))
    page = pages["d/departments/made-up.md"]
    assert page.index(">2023<") < page.index(">2024<")
    assert 'class="num seam"' in page and "口径由“汇总”变为“部门”" in page
    row = re.search(r"<tr><th scope=\"row\">收入总计.*?</tr>", page, re.DOTALL)[0]
    assert row.count("110.00") == 2 and row.count("data-f=") == 2


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({"scope": "部门", "department": "甲", "fiscal_year": "2023"}, {"scope": "部门", "department": "甲", "fiscal_year": "2024"}, ""),
        ({"scope": "部门", "department": "甲", "fiscal_year": "2023"}, {"scope": "部门", "department": "乙", "fiscal_year": "2024"}, "名称由“甲”变为“乙”"),
        ({"scope": "部门", "department": "甲", "fiscal_year": "2021"}, {"scope": "部门", "department": "甲", "fiscal_year": "2024"}, "中间缺 2022 年度"),
    ],
)  # fmt: skip
def test_what_makes_years_incomparable(before, after, said: str) -> None:
    assert departments.seams([before, after]) == ["", said]


def test_cost_a_person_only_of_what_is_printed() -> None:
    store = Store(ROOT, IDS)
    page = dict(topics.pages(store))["d/parts/people.html"]
    table = page[page.index('id="per-person"') :]
    rows = re.findall(r"<tr><th scope=.row.*?</tr>", table, re.DOTALL)
    assert len(rows) == len(IDS)
    office = next(row for row in rows if "urumqi-government-office-2024" in row)
    assert "推算：2,644.72 ÷ 140" in office and ">18.89<" in office
    for row in rows:
        assert "÷ 0" not in row


def test_topics_link_every_printed_number() -> None:
    pages = dict(topics.pages(Store(ROOT, IDS)))
    for name in ("three-public", "procurement", "assets"):
        cells = re.findall(r'<td class="num">(.*?)</td>', pages[f"d/parts/{name}.html"], re.DOTALL)
        assert len(cells) >= 5 * 5
        assert all("data-f=" in cell or "none" in cell for cell in cells), name


def test_lists_have_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "CARDS", 2)
    monkeypatch.setattr(lists, "LISTED", 3)
    pages = dict(lists.pages(Store(ROOT, IDS)))
    assert (
        pages["d/parts/home.html"].count("<article>") == 2
        and "另有 3 份" in pages["d/parts/home.html"]
    )
    assert (
        pages["d/parts/list.html"].count('<tr><th scope="row">') == 3
        and "另有 2 份" in pages["d/parts/list.html"]
    )
    assert {name for name in pages if "regions" in name} == {
        "d/regions/650100.md",
        "d/regions/652300.md",
        "d/regions/index.md",
    }


def test_the_board_groups_by_figure(site: Path) -> None:
    store = Store(ROOT, IDS)
    pages = dict(board.pages(store, site / "api" / "v1"))
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
    html = dict(board.pages(Store(ROOT, IDS), site / "api" / "v1"))["d/parts/board.html"]
    words = {
        one.split("</a>")[0][-3:]: one
        for one in html.split('<p class="finding"')
        if "data-f=" not in one
    }
    assert 'source/#L234">乌鲁木齐市人民政府（部门）</a></mark>' in words["N56"]
    assert "项目团队完成了对 XX 篇文档的审读工作" in words["N54"] and "第 1148 行" in words["N54"]


def test_a_finding_can_be_cited(site: Path) -> None:
    pages = dict(board.pages(Store(ROOT, IDS), site / "api" / "v1"))
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


def test_what_is_there_and_why_not() -> None:
    (page,) = dict(matrix_pages(Store(ROOT, IDS))).values()
    assert page.count('<tr><th scope="row">') == len(IDS)
    assert "已收录" in page and "未收录" in page and "mark out" in page


@pytest.mark.parametrize("name", IDS)
def test_a_summary_of_eight_to_twelve_sentences(name: str) -> None:
    facts = package.load(ROOT / "datapackages" / name)
    sentences = Teller(facts, Evidence.of(facts, "")).sentences()
    assert 8 <= len(sentences) <= 12
    assert all(one.text.count("data-f=") or one.head == "对得上吗" for one in sentences)
    assert all(one.picture for one in sentences if one.head in ("收入", "支出", "“三公”经费"))
    for number, (page, rows) in enumerate(form_pages(facts)):
        assert all(form_page(number * FORMS_A_PAGE + i) == page for i in range(1, len(rows) + 1))

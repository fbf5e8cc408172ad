"""The pages of one disclosure: which there are, and what each of them shows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from markupsafe import Markup

from juesuan.model import Facts
from juesuan.pages.disclosure.page import Offer, figure_counts, pages_of, unread
from tests.pages.made_facts import Given, facts_with, measure

OFFER = Offer(
    [("made-up-2024.zip", "zip", "全部"), ("made-up-2024.xlsx", "xlsx", "工作簿")],
    {"plain": "引用本数据", "gbt7714": "GB 引用", "bibtex": "@misc{made}"},
    Markup('<script type="application/ld+json">{}</script>'),
)
ABOUT = {"department": "示例局", "fiscal_year": "2024", "scope": "部门", "source_file": "made.txt"}
TEXT = "第一行\n第二行\n第三行\n"


def figure(number: int, status: str, text: str, **more: str) -> Given:
    """A figure of the ledger that is bound to no cell."""
    return {
        "figure_id": f"f9{number:04}",
        "status": status,
        "text": text,
        "line": "2",
        "start": "4",
        "end": "4",
        **more,
    }


def made(**tables: list[Given]) -> Facts:
    """A package with these rows."""
    facts = facts_with(**{name: rows for name, rows in tables.items() if name != "figures"})
    columns = facts_with(measures=[measure("overall", "1.00")]).table("figures")[0]
    blank = dict.fromkeys(columns, "")
    more = tuple({**blank, **one} for one in tables.get("figures", []))
    about = {**facts.disclosure, **ABOUT}
    every = {**facts.tables, "disclosure": (about,), "figures": (*facts.rows("figures"), *more)}
    return Facts(facts.disclosure_id, every)


def pages(facts: Facts, folder: Path) -> dict[str, str]:
    """Its pages by their files."""
    (folder / "datapackage.json").write_text('{"resources": []}', encoding="utf-8")
    return dict(pages_of(facts, folder, TEXT, OFFER))


def forms(count: int) -> list[Given]:
    """So many forms of projects."""
    return [
        {"project_id": f"p{n:02}", "position": f"{n}", "kind": "project", "name": f"项目{n}"}
        for n in range(1, count + 1)
    ]


def test_a_disclosure_has_a_front_its_checks_and_its_source(tmp_path: Path) -> None:
    found = pages(made(), tmp_path)
    assert list(found) == [
        "index.body", "en/index.body", "checks/index.body", "source/index.body",
    ]  # fmt: skip
    assert 'href="en/" hreflang="en"' in found["index.body"]


def test_the_english_page_leads_to_the_place_of_a_number(tmp_path: Path) -> None:
    found = pages(made(measures=[measure("revenue.total", "1234.50")]), tmp_path)["en/index.body"]
    assert 'href="../source/#f00001">1,234.50</a>' in found
    assert 'Revenue in total <span lang="zh">收入总计</span>' in found
    assert "Nothing could be compared." in found and 'href="../made-up-2024.zip"' in found


def test_tables_and_forms_have_pages_where_there_are_any(tmp_path: Path) -> None:
    line: Given = {"position": "1", "side": "revenue", "label": "收入合计", "kind": "total"}
    facts = made(projects=forms(21), table1=[line])
    found = pages(facts, tmp_path)
    assert list(found) == [
        "index.body", "tables/index.body", "projects/index.body", "projects-2/index.body", "en/index.body", "checks/index.body", "source/index.body",
    ]  # fmt: skip
    first, second = found["projects/index.body"], found["projects-2/index.body"]
    assert ">项目20</h2>" in first and ">项目21</h2>" not in first
    assert ">项目21</h2>" in second and "项目1<" not in second
    assert 'href="../projects-2/#p21">项目21</a>' in first and "../projects/#index" in second
    assert "所收文件附有 1 张决算表" in found["index.body"]


def test_the_front_says_whose_it_is_and_offers_all_there_is(tmp_path: Path) -> None:
    front = pages(made(measures=[measure("revenue.total", "1234.50")]), tmp_path)["index.body"]
    assert '<h1 id="top">示例局 2024 年度部门决算</h1>' in front
    assert ">1,234.50</a>" in front and 'href="source/#f00001"' in front
    assert '<a href="made-up-2024.zip" download>' in front
    assert '<a href="made-up-2024.xlsx" download>' in front
    for part in ("引用本数据", "GB 引用", "@misc{made}", '<script type="application/ld+json">{}'):
        assert part in front


def test_a_text_as_received_is_in_the_package_and_any_other_file_beside_it(tmp_path: Path) -> None:
    front = pages(made(), tmp_path)["index.body"]
    link = '<a href="made-up-2024.zip" download data-member="source/made.txt">made.txt</a>'
    assert link in front and '逐行照录在<a href="source/">原文</a>' in front
    assert "files/made.txt" not in front
    text = {"name": "text", "path": "data/text.txt"}
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": [text]}), encoding="utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "text.txt").write_text(TEXT, encoding="utf-8")
    front = dict(pages_of(made(), tmp_path, TEXT, OFFER))["index.body"]
    assert '<a href="files/made.txt" download>made.txt</a>' in front and "data-member" not in front


@pytest.mark.parametrize(("page", "word"), [("", "哪一行"), ("3", "哪一页")])
def test_the_front_says_whether_places_are_lines_or_pages(
    tmp_path: Path, page: str, word: str
) -> None:
    front = pages(made(figures=[figure(1, "prose", "5", page=page)]), tmp_path)["index.body"]
    assert word in front


def test_search_engines_are_told_what_came_in(tmp_path: Path) -> None:
    rows = [measure("revenue.total", "1234.50"), measure("revenue.current", "1000.00")]
    front = pages(made(measures=rows), tmp_path)["index.body"]
    told = json.loads(front.partition("\n")[0])
    assert told["title"] == "示例局 2024 年度部门决算"
    assert "1,234.50" in told["description"] and "<" not in told["description"]


def test_contradictions_stand_on_the_front_and_all_results_below_it(tmp_path: Path) -> None:
    def check(rule: str, state: str, statement: str) -> Given:
        told = {"statement": statement, "brief": statement if state == "fail" else ""}
        return {"rule": rule, "subject": "all", "state": state, **told}

    rows = [check("N03", "pass", "二者相符"), check("N04", "fail", "二者对不上")]
    found = pages(made(checks=rows), tmp_path)
    assert ">对不上的地方</h2>" in found["index.body"] and "二者对不上" in found["index.body"]
    assert "二者相符" not in found["index.body"]
    assert (
        "二者相符" not in found["checks/index.body"] and "二者对不上" in found["checks/index.body"]
    )
    assert (
        '<details data-passes="made-up-2024"><summary>逐处列出 1 处相符'
        in found["checks/index.body"]
    )
    assert ">对不上的地方</h2>" not in pages(made(checks=rows[:1]), tmp_path)["index.body"]


def test_economic_lines_stand_under_their_group(tmp_path: Path) -> None:
    rows = [
        {"position": "1", "group": "personnel", "name": "基本工资"},
        {"position": "2", "group": "public", "name": "办公费"},
        {"position": "3", "group": "public", "name": "水费"},
    ]
    front = pages(made(economic=rows, measures=[measure("basic.total", "1.00")]), tmp_path)
    named = front["index.body"].partition('<div class="named">')[2].partition("</div>")[0]
    assert "<b>人员经费</b>" in named and "：基本工资。" in named
    assert named.index("基本工资") < named.index("<b>公用经费</b>") < named.index("办公费、水费。")


def test_the_source_is_shown_line_by_line(tmp_path: Path) -> None:
    source = pages(made(), tmp_path)["source/index.body"]
    assert [source.count(line) for line in ("第一行", "第二行", "第三行")] == [1, 1, 1]


def test_figures_are_counted_by_what_became_of_them() -> None:
    facts = made(
        measures=[measure("overall", "1.00", change="2.00")],
        figures=[figure(1, "unread", "7"), figure(2, "prose", "8"), figure(3, "unread", "9")],
    )
    assert figure_counts(facts) == {"bound": 2, "prose": 1, "reference": 0, "unread": 2}


def test_what_was_not_understood_is_told_unless_its_cell_tells_it(tmp_path: Path) -> None:
    rows = [
        figure(1, "unread", "77.7"),
        figure(2, "unread", "88.8", resource="indicators"),
        figure(3, "prose", "99.9"),
    ]
    facts = made(figures=rows)
    assert [row["text"] for row in unread(facts)] == ["77.7"]
    front = pages(facts, tmp_path)["index.body"]
    assert "没有读懂的 1 个数字" in front and "77.7（第 2 行）" in front and "88.8" not in front
    assert "没有读懂的" not in pages(made(), tmp_path)["index.body"]


def test_what_documents_print_is_text(tmp_path: Path) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    texts: list[Given] = [{"kind": "duty", "position": "1", "text": hostile}]
    for path, page in pages(
        made(texts=texts, figures=[figure(1, "unread", hostile)]), tmp_path
    ).items():
        assert "<img" not in page, path


def test_a_damaged_text_is_told_before_the_first_sentence(tmp_path: Path) -> None:
    """Only figures that have a cell are meant: those without one are listed elsewhere."""
    cell = {"resource": "measures", "row": "overall/overall", "field": "change"}
    lost = [figure(n, "unread", "3", **cell) for n in (1, 2)]
    found = pages(made(figures=[*lost, figure(3, "unread", "4")]), tmp_path)
    front, english = found["index.body"], found["en/index.body"]
    before = front.partition('<h2 id="summary">')[2].partition("<dl>")[0]
    assert "提取文本有损坏</b>：2 个数字没有读出" in before
    before = english.partition('<h2 id="summary">')[2].partition("<dl>")[0]
    assert "damaged</b>: 2 figures were not read" in before
    sound = pages(made(figures=[figure(3, "unread", "4")]), tmp_path)
    for page in (sound["index.body"], sound["en/index.body"]):
        assert "损坏" not in page and "damaged" not in page


def test_confidential_projects_lead_to_where_they_are_printed(tmp_path: Path) -> None:
    """Nothing is said of their not being published: only one of the sources prints that."""
    count = {**measure("confidential.project_count", "3"), "section": "other"}
    funds = {**measure("confidential.projects", "86.20"), "section": "other"}
    front = pages(made(measures=[count, funds]), tmp_path)["index.body"]
    told = front.partition("<dt>涉密项目</dt>")[2].partition("</dd>")[0]
    assert Markup(told).striptags() == "涉密，原文列出涉密项目：3 个，86.20 万元"
    assert told.count('<a href="source/#f') == 2 and "不公开" not in front


def test_what_lost_points_without_a_reason_ends_without_a_colon(tmp_path: Path) -> None:
    rows = [{"project_id": "p01", "source": "total", "weight": "10", "score": "7.5"}]
    page = pages(made(projects=forms(1), project_funds=rows), tmp_path)["projects/index.body"]
    assert "预算执行率少得 2.5 分。" in Markup(page).striptags()
    told = page.partition('<ul class="missed">')[2].partition("</ul>")[0]
    assert Markup(told).striptags() == "预算执行率（10 分得 7.5 分）"

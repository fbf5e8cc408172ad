"""All projects in one table: which have a row, in which order, and what stands in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from juesuan.pages.across import projects
from juesuan.pages.store.store import Store
from tests.pages.made_facts import Given
from tests.pages.made_store import disclosure_of, store_of

ABOUT = {"region_code": "100000", "region": "甲市", "department": "甲局", "scope": "部门"}


def form(project_id: str, position: int, name: str, **more: str) -> Given:
    """A form of a project."""
    about = {"project_id": project_id, "position": f"{position}", "kind": "project"}
    return {**about, "name": name, **more}


def funds(project_id: str, position: int, source: str, **more: str) -> Given:
    """A row of a form's funds."""
    return {"project_id": project_id, "position": f"{position}", "source": source, **more}


def store(root: Path, forms: list[Given], rows: list[Given]) -> Store:
    """One disclosure with these forms and rows of funds."""
    made = disclosure_of("jia-ju-2024", ABOUT, projects=forms, project_funds=rows)
    return store_of(root, made)


def shown(found: Store) -> list[list[str]]:
    """The cells of the table, without marks."""
    page = dict(projects.pages(found))["d/parts/projects.html"]
    body = page.partition("<tbody>")[2]
    rows = re.findall(r"<tr>(.*?)</tr>", body)
    return [
        [re.sub("<[^>]+>", "", cell) for cell in re.split(r"</t[hd]>", row)[:-1]] for row in rows
    ]


@pytest.mark.slow
def test_the_largest_budget_comes_first_and_equal_ones_keep_their_order(tmp_path: Path) -> None:
    forms = [form(f"p{number:02}", number, name) for number, name in enumerate("甲乙丙丁", 1)]
    rows = [
        funds("p01", 1, "total", annual_budget="9.00"),
        funds("p02", 1, "total", annual_budget="100.00"),
        funds("p03", 1, "total", annual_budget="9.00"),
        funds("p04", 1, "fiscal", annual_budget="500.00"),
    ]
    assert [row[0] for row in shown(store(tmp_path, forms, rows))] == ["乙", "甲", "丙", "丁"]


@pytest.mark.slow
def test_a_row_is_of_the_total_and_its_rate_of_the_row_that_prints_one(tmp_path: Path) -> None:
    rows = [
        funds(
            "p01", 1, "fiscal", annual_budget="1.00", executed="1.00", execution_rate_pct="50.00"
        ),
        funds("p01", 2, "total", annual_budget="1234.00", executed="2.00"),
    ]
    found = store(tmp_path, [form("p01", 1, "甲", total_score="97.50")], rows)
    assert shown(found) == [
        ["甲", "1,234.00", "2.00", "50.00", "97.50", "2.50", "甲局2024 · 甲市 · 部门", "—"]
    ]


def test_what_was_not_scored_is_told(tmp_path: Path) -> None:
    indicators = [
        {"project_id": "p01", "position": "1", "weight": "10", "score": "7.50"},
        {"project_id": "p01", "position": "2", "weight": "20", "score": "20"},
    ]
    made = disclosure_of(
        "jia-ju-2024",
        ABOUT,
        projects=[form("p01", 1, "甲")],
        project_funds=[funds("p01", 1, "total", weight="10", score="9.00")],
        indicators=indicators,
    )
    found = store_of(tmp_path, made)
    assert shown(found)[0][5] == "3.50"
    page = dict(projects.pages(found))["d/parts/projects.html"]
    assert '<a href="?s1=5.descending#projects">丢分最多</a>' in page


def test_a_form_without_funds_has_dashes(tmp_path: Path) -> None:
    found = store(tmp_path, [form("p01", 1, "甲")], [])
    assert shown(found)[0][1:6] == ["—", "—", "—", "—", "—"]


@pytest.mark.slow
def test_only_projects_are_shown_and_links_lead_to_the_page_of_their_form(tmp_path: Path) -> None:
    """The overall form counts on the pages of forms, of which each shows twenty."""
    overall = {"project_id": "overall", "position": "1", "kind": "overall", "name": "整体"}
    forms = [overall, *(form(f"p{n:02}", n + 1, f"项目{n}") for n in range(1, 21))]
    page = dict(projects.pages(store(tmp_path, forms, [])))["d/parts/projects.html"]
    assert "整体" not in page and page.count('<th scope="row">') == 20
    assert 'href="../d/jia-ju-2024/projects/#p19">项目19</a>' in page
    assert 'href="../d/jia-ju-2024/projects-2/#p20">项目20</a>' in page


@pytest.mark.slow
@pytest.mark.parametrize(
    ("implementer", "told"), [("甲中心", "<small>甲中心</small>"), ("甲局", ""), ("", "")]
)
def test_who_carries_it_out_is_told_where_it_is_another(
    tmp_path: Path, implementer: str, told: str
) -> None:
    found = store(tmp_path, [form("p01", 1, "", implementer=implementer)], [])
    page = dict(projects.pages(found))["d/parts/projects.html"]
    assert f"名称无法辨认</a>{told}</th>" in page


def test_names_are_text(tmp_path: Path) -> None:
    hostile = "<script>1</script>"
    found = store(tmp_path, [form("p01", 1, hostile, implementer=hostile)], [])
    page = dict(projects.pages(found))["d/parts/projects.html"]
    assert "<script" not in page and page.count("&lt;script&gt;") == 2


@pytest.mark.slow
def test_what_is_beyond_the_limit_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(projects, "PROJECT_ROWS", 1)
    forms = [form("p01", 1, "甲"), form("p02", 2, "乙"), form("p03", 3, "丙")]
    found = store(tmp_path, forms, [funds("p03", 1, "total", annual_budget="1.00")])
    assert [row[0] for row in shown(found)] == ["丙"]
    assert "另有 2 行" in dict(projects.pages(found))["d/parts/projects.html"]


def test_without_forms_the_page_says_so(tmp_path: Path) -> None:
    assert dict(projects.pages(store(tmp_path, [], []))) == {
        "d/parts/projects.html": "<p>所收文件都没有项目自评表。</p>\n"
    }


@pytest.mark.slow
def test_the_lowest_scores_come_first_with_their_reasons(tmp_path: Path) -> None:
    forms = [
        form(f"p{number:02}", number, name, total_score=score)
        for number, (name, score) in enumerate(
            [
                ("甲", "99.00"),
                ("乙", "70.50"),
                ("丙", ""),
                ("丁", "81.00"),
                ("戊", "100"),
                ("己", "0"),
            ],
            1,
        )
    ]
    missed = {"project_id": "p02", "position": "1", "weight": "10", "score": "2"}
    made = disclosure_of(
        "jia-ju-2024", ABOUT, projects=forms, indicators=[{**missed, "reason": "雨季停工。"}]
    )
    page = dict(projects.pages(store_of(tmp_path, made)))["d/parts/projects.html"]
    told = re.findall("<li>(.*?)</li>", page.partition("</ol>")[0])
    plain = [re.sub("<[^>]+>", "", one) for one in told]
    assert plain == [
        "己：0 分甲局 2024。",
        "乙：70.50 分甲局 2024。丢分最多：—（10 分得 2 分）：雨季停工",
        "丁：81.00 分甲局 2024。",
        "甲：99.00 分甲局 2024。",
    ]
    assert '<a href="../d/jia-ju-2024/projects/#p02">乙</a>' in told[1]


def test_confidential_projects_are_said_to_be_in_no_list(tmp_path: Path) -> None:
    def measure(name: str, actual: str, unit: str) -> Given:
        about = {"section": "other", "measure": f"confidential.{name}", "label": name}
        return {**about, "unit": unit, "actual": actual}

    rows = [measure("project_count", "9", "个"), measure("projects", "2040.70", "万元")]
    made = disclosure_of("jia-ju-2024", ABOUT, projects=[form("p01", 1, "甲")], measures=rows)
    page = dict(projects.pages(store_of(tmp_path, made)))["d/parts/projects.html"]
    told = re.sub("<[^>]+>", "", page.partition('id="confidential">')[2])
    assert "上面只有附了自评表的项目。1 份公开另外列出涉密项目" in told
    assert "甲局 2024：9 个，2,040.70 万元" in told
    assert "&lt;" not in page
    none = disclosure_of("jia-ju-2024", ABOUT, projects=[form("p01", 1, "甲")])
    page = dict(projects.pages(store_of(tmp_path / "none", none)))["d/parts/projects.html"]
    assert "confidential" not in page

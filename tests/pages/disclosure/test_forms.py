"""Performance forms: each is where the links to it lead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from juesuan import package
from juesuan.model import Facts
from juesuan.pages.disclosure.forms import (
    counted,
    form_addresses,
    form_list,
    form_pages,
    forms_of,
    lowest,
)
from juesuan.pages.evidence.figures import Evidence
from tests.conftest import IDS, ROOT
from tests.pages.made_facts import Given, evidence_of, facts_with


@pytest.mark.slow
@pytest.mark.parametrize("name", IDS)
def test_every_form_is_on_the_page_that_leads_to_it(name: str) -> None:
    facts = package.load(ROOT / "datapackages" / name)
    hrefs = form_addresses(facts)
    shown = {
        row["project_id"]: f"{page}#{row['project_id']}"
        for page, rows in form_pages(facts)
        for row in rows
    }
    assert hrefs == shown and len(hrefs) == len(facts.rows("projects"))
    assert [one.href for one in form_list(facts, Evidence.of(facts, ""))] == list(hrefs.values())


def made(**cells: str) -> Facts:
    project = {
        "project_id": "p1", "kind": "project", "name": "示例项目", "total_score": "", "unreadable": "name",
    }  # fmt: skip
    indicator = {
        "project_id": "p1", "position": "1", "basis": "", "target": "≥10个", "actual": "12个",
        "weight": "20", "score": "20", "unreadable": "",
    }  # fmt: skip
    about = {"disclosure_id": "made-up-2024", "source_file": "made.txt", "department": "示例局"}
    return Facts(
        "made-up-2024",
        {
            "disclosure": (about,),
            "projects": (project,),
            "indicators": ({**indicator, **cells},),
        },
    )


@pytest.mark.parametrize(
    ("stated", "secret", "said"),
    [
        (
            "3",
            "1",
            "：整体支出 1 张，项目 2 张，加上不附表的涉密项目 1 个，就是原文所称的 3 个项目",
        ),
        ("2", "1", "：整体支出 1 张，项目 2 张"),  # the confidential one is not among them
        ("2", "", "：整体支出 1 张，项目 2 张"),
        ("", "", "：整体支出 1 张，项目 2 张"),
    ],
)
def test_forms_are_counted_as_the_source_counts_projects(
    stated: str, secret: str, said: str
) -> None:
    facts = facts_with(
        projects=[{"project_id": one, "kind": kind} for one, kind in KINDS.items()],
        measures=[
            {"measure": "performance.project_count", "actual": stated},
            {"measure": "confidential.project_count", "actual": secret},
        ],
    )
    assert counted(facts) == said


KINDS = {"overall": "overall", "p01": "project", "p02": "project"}


def test_a_form_says_what_cannot_be_read() -> None:
    facts = made(unreadable="actual")
    (form,) = forms_of(facts, Evidence.of(facts), facts.rows("projects"))
    assert len(form.lost) == 1
    (indicator,) = form.indicators
    assert indicator.target == "≥10个" and "无法辨认" in indicator.actual
    assert not form.with_basis


def test_a_form_without_funds_has_dashes() -> None:
    facts = made(basis="三定方案")
    (listed,) = form_list(facts, Evidence.of(facts, ""))
    assert listed.budget == listed.executed == listed.rate == listed.score == "—"
    (form,) = forms_of(facts, Evidence.of(facts), facts.rows("projects"))
    assert form.with_basis and form.funds == []


def test_a_cell_that_was_read_or_restored_says_so() -> None:
    facts = made()
    reading = {
        "resource": "indicators", "row": "p1/1", "field": "level1", "how": "person", "shows": '"<b>',
        "reads": "产出指标", "reason": "次序", "who": "维护者", "on": "2026-01-02",
    }  # fmt: skip
    restored = {
        **reading,
        "resource": "projects",
        "row": "p1",
        "field": "name",
        "how": "document",
        "who": "",
        "shows": "",
    }
    facts = replace(facts, tables={**facts.tables, "readings": (reading, restored)})
    (form,) = forms_of(facts, Evidence.of(facts, ""), facts.rows("projects"))
    mark = form.indicators[0].mark("level1")
    assert "由人辨认" in mark and "维护者，2026-01-02；提取文本作“&#34;&lt;b&gt;”；次序" in mark
    assert "按同文复原" in form.mark("name") and "程序" in form.mark("name")
    assert form.indicators[0].mark("level2") == "" == form.mark("supervisor")


def test_a_form_says_whether_cells_were_put_back_into_their_columns() -> None:
    moved, still = (
        forms_of(facts, Evidence.of(facts), facts.rows("projects"))[0]
        for facts in (made(realigned="columns shifted against the headings"), made(realigned=""))
    )
    assert moved.is_moved and not still.is_moved


def test_the_lowest_projects_have_the_reason_of_what_they_missed_most() -> None:
    def form(name: str, score: str) -> Given:
        about = {"project_id": name, "kind": "project", "name": name}
        return {**about, "position": name[1:], "total_score": score}

    def indicator(position: str, score: str, reason: str) -> Given:
        about = {"project_id": "p2", "position": position, "weight": "10"}
        return {**about, "score": score, "reason": reason}

    facts = facts_with(
        projects=[form("p1", "100.00"), form("p2", "61.00"), form("p3", ""), form("p4", "60.00")],
        indicators=[indicator("1", "9", "少一些"), indicator("2", "1", "少" * 90)],
    )
    found = lowest(facts, evidence_of(facts))
    assert [one.form.row["name"] for one in found] == ["p4", "p2"]
    assert [one.why.striptags() for one in found] == [
        "",
        f"—（10 分得 1 分）：{'少' * 70}……；—（10 分得 9 分）：少一些",
    ]
    assert found[1].form.href == "projects/#p2"


def test_the_department_is_not_named_again_on_each_form() -> None:
    def named(**cells: str) -> list[str]:
        project = {"project_id": "p1", "kind": "project", "name": "甲", "position": "1", **cells}
        facts = facts_with(projects=[project])
        (form,) = forms_of(facts, evidence_of(facts), facts.rows("projects"))
        return [str(one) for one in form.named]

    own = facts_with().disclosure["department"]
    assert named(supervisor=own, implementer="某某站") == ["实施单位：某某站"]
    assert named(supervisor="别的局") == ["主管部门：别的局"]
    assert named(supervisor=own, unreadable="supervisor") == [f"主管部门：{own}"]

"""The chart of projects."""

from __future__ import annotations

from juesuan.pages.charts.model import Chart
from juesuan.pages.charts.projects import projects_chart
from juesuan.pages.charts.source import Source
from tests.pages.made_facts import evidence_of, facts_with


def chart_of(*projects: tuple[str, str, str]) -> Chart | None:
    """The chart of projects with these names, rates and scores."""
    forms, funds = [], []
    for i, (name, rate, score) in enumerate(projects, start=1):
        one = f"p{i:02}"
        about = {"project_id": one, "kind": "project", "position": f"{i}"}
        forms.append({**about, "name": name, "total_score": score})
        row = {"project_id": one, "position": "1", "source": "total"}
        funds.append({**row, "execution_rate_pct": rate})
    facts = facts_with(projects=forms, project_funds=funds)
    source = Source(facts, evidence_of(facts))
    return projects_chart(source, lambda row: f"projects/#{row['project_id']}")


def test_the_lowest_score_is_told_and_each_dot_leads_to_its_form() -> None:
    chart = chart_of(("甲", "100", "98"), ("乙", "99.5", "71.2"), ("", "90", "95"))
    assert chart
    assert [(row[0].text, row[0].href, row[1].text, row[2].text) for row in chart.rows] == [
        ("乙", "projects/#p02", "99.5", "71.2"),
        ("p03", "projects/#p03", "90", "95"),
        ("甲", "projects/#p01", "100", "98"),
    ]
    assert "总分最低的是乙，71.2 分" in chart.says and chart.says.startswith("3 个项目")
    assert chart.notes == ("一个点是一个项目，点开看它的自评表。自评分由部门自己打出。",)


def test_projects_without_a_rate_or_a_score_are_counted() -> None:
    chart = chart_of(
        ("甲", "1", "2"), ("乙", "3", "4"), ("丙", "5", "6"), ("丁", "", "7"), ("戊", "8", "")
    )
    assert chart and len(chart.rows) == 3
    assert chart.notes[-1] == "另有 2 个项目缺执行率或总分，没有画出。"


def test_dots_of_one_place_are_moved_apart_never_beyond_what_is_printed() -> None:
    chart = chart_of(*[("甲", "100", "100")] * 4)
    assert chart and "位置相同的点向左下方散开来画，以免互相遮住。" in chart.notes
    looks = [one.look for one in chart.picture.shapes if one.tag == "circle"]
    dots = [(float(look["cx"]), float(look["cy"])) for look in looks]
    assert len({*dots}) == 4
    assert all(x <= dots[0][0] and y >= dots[0][1] for x, y in dots)


def test_two_projects_are_no_chart() -> None:
    assert chart_of(("甲", "100", "98"), ("乙", "50.5", "71.2")) is None

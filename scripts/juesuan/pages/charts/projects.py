"""The chart of projects: how much of its funds each spent, and the score that it gave itself."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from juesuan.pages.charts.model import Cell, Chart, shown
from juesuan.pages.charts.shapes.scatter import Dot, scatter
from juesuan.pages.charts.source import Source
from juesuan.rows import ProjectsRow

FEWEST = 3
"""With fewer projects there is nothing to see."""


@dataclass(frozen=True, slots=True)
class _Project:
    """A project with both numbers: its name (with its page), its execution rate in %, its score."""

    name: Cell
    rate: Cell
    score: Cell

    @property
    def place(self) -> tuple[Decimal, Decimal]:
        """Where its dot stands."""
        return self.rate.value, self.score.value


def projects_chart(source: Source, page_of_form: Callable[[ProjectsRow], str]) -> Chart | None:
    """A dot a project whose execution rate and score are printed.

    Args:
        source: the package.
        page_of_form: address of a form's page.
    """
    forms = [row for row in source.facts.rows("projects") if row["kind"] != "overall"]
    projects = _placed(source, forms, page_of_form)
    if len(projects) < FEWEST:
        return None
    low = projects[0]
    says = (
        f"{len(projects)} 个项目的预算执行率和自评总分，一点一个项目；"
        f"总分最低的是{low.name.text}，{shown(low.score.value)} 分"
    )
    return Chart(
        "projects",
        "项目：预算执行率与自评总分",
        "",
        says,
        ("项目", "执行率（%）", "总分"),
        tuple((one.name, one.rate, one.score) for one in projects),
        scatter(_apart(projects), "预算执行率（%）", "自评总分"),
        _notes(projects, missing=len(forms) - len(projects)),
    )


def _placed(
    source: Source, forms: Sequence[ProjectsRow], page_of_form: Callable[[ProjectsRow], str]
) -> list[_Project]:
    """The projects that have both numbers, the lowest score first."""
    funds = source.facts.rows("project_funds")
    rated = {row["project_id"]: row for row in funds if row["execution_rate_pct"]}
    found = []
    for form in forms:
        row = rated.get(form["project_id"])
        rate = source.funds(row, "execution_rate_pct") if row else None
        score = source.form(form, "total_score")
        if rate and score:
            name = Cell(form["name"] or form["project_id"], href=page_of_form(form))
            found.append(_Project(name, rate, score))
    return sorted(found, key=lambda one: (one.score.value, one.rate.value))


def _notes(projects: Sequence[_Project], missing: int) -> tuple[str, ...]:
    """What a reader must know: who gave the scores, what is moved, what is not drawn."""
    notes = ["一个点是一个项目，点开看它的自评表。自评分由部门自己打出。"]
    if len({one.place for one in projects}) < len(projects):
        notes.append("位置相同的点向左下方散开来画，以免互相遮住。")
    if missing:
        notes.append(f"另有 {missing} 个项目缺执行率或总分，没有画出。")
    return tuple(notes)


def _apart(projects: Sequence[_Project]) -> list[Dot]:
    """Dots of one place spread to its lower left, never beyond what is printed.

    They lie on a spiral, folded into a quarter: so they cover one another as little as can be.
    """
    seen: dict[tuple[Decimal, Decimal], int] = {}
    found = []
    for one in projects:
        number = seen.get(one.place, 0)
        seen[one.place] = number + 1
        far, turn = 8 * math.sqrt(number), (2.39996 * number) % (math.pi / 2)
        aside, above = -far * math.cos(turn), -far * math.sin(turn)
        found.append(Dot(one.name, float(one.rate.value), float(one.score.value), aside, above))
    return found

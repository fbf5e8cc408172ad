"""Which charts a disclosure has; a chart whose figures are not printed is left out."""

from __future__ import annotations

from collections.abc import Callable

from juesuan.model import Facts
from juesuan.pages.charts.model import Chart
from juesuan.pages.charts.money import against_last_year, from_budget, money_flow
from juesuan.pages.charts.projects import projects_chart
from juesuan.pages.charts.source import Source
from juesuan.pages.charts.spending import by_function, changed_items, three_public
from juesuan.pages.evidence.figures import Evidence
from juesuan.rows import ProjectsRow


def charts_of(
    facts: Facts, evidence: Evidence, page_of_form: Callable[[ProjectsRow], str]
) -> list[Chart]:
    """All charts of a disclosure, in the order of its page.

    Args:
        facts: its package.
        evidence: its links.
        page_of_form: address of a form's page, from the disclosure's folder.
    """
    source = Source(facts, evidence)
    made = (
        money_flow(source),
        by_function(source),
        against_last_year(source),
        changed_items(source),
        from_budget(source),
        three_public(source),
        projects_chart(source, page_of_form),
    )
    return [chart for chart in made if chart]

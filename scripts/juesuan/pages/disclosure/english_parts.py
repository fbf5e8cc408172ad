"""Parts of the English page of a disclosure: its flow of money, its projects that scored least."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from markupsafe import Markup

from juesuan import terms
from juesuan.model import Facts
from juesuan.pages.charts.draw import svg
from juesuan.pages.charts.model import Cell
from juesuan.pages.charts.money import FlowWords, money_flow
from juesuan.pages.charts.source import Source
from juesuan.pages.disclosure.english_words import IN_FLOW
from juesuan.pages.disclosure.forms import Listed, lowest
from juesuan.pages.evidence.figures import NONE, Evidence
from juesuan.pages.store.portfolio import total_of
from juesuan.pages.telling.in_english import yuan
from juesuan.rows import ProjectFundsRow, ProjectsRow

_WORDS = FlowWords(
    title="From where, and for what",
    unit="10,000 yuan",
    says="Sources on the left, uses on the right: {}",
    total="Total",
)


class Lowest(NamedTuple):
    """A project that scored little.

    Attributes:
        form: as the Chinese page lists it.
        budget, executed: of the year, in yuan, as links; a dash where they are not printed.
    """

    form: Listed
    budget: Markup
    executed: Markup


class Scores(NamedTuple):
    """How a department scored its own projects.

    Attributes:
        number: forms of projects.
        low, high: the lowest and the highest total score that is printed, as links.
        lowest: the projects that scored least.
    """

    number: int
    low: Markup
    high: Markup
    lowest: list[Lowest]


class _Source(Source):
    """Cells with English labels."""

    def label(self, name: str) -> str:
        return IN_FLOW.get(name) or terms.measures()[name].english


def flow_in_english(facts: Facts, evidence: Evidence) -> Markup:
    """The flow of money with English labels; empty where one side does not add up.

    Args:
        facts: the package.
        evidence: its links, for the page on which the picture stands.
    """
    chart = money_flow(_Source(facts, evidence), _WORDS)

    def link(cell: Cell) -> dict[str, str]:
        return {"href": evidence.address(cell.figure)} if cell.figure else {}

    return svg(chart, link) if chart else Markup()


def scores(facts: Facts, evidence: Evidence) -> Scores | None:
    """The total scores of a disclosure's projects; None where none is printed.

    Args:
        facts: the package.
        evidence: its links.
    """
    rows = [row for row in facts.rows("projects") if row["kind"] != "overall"]
    scored = sorted((row for row in rows if row["total_score"]), key=_score)
    if not scored:
        return None
    low, high = (evidence.number("projects", row, "total_score") for row in (scored[0], scored[-1]))
    least = [_lowest(facts, evidence, one.form) for one in lowest(facts, evidence)]
    return Scores(len(rows), low, high, least)


def _lowest(facts: Facts, evidence: Evidence, form: Listed) -> Lowest:
    """A project with its money in yuan, as all sentences of the page tell it."""
    own = (
        row for row in facts.rows("project_funds") if row["project_id"] == form.row["project_id"]
    )
    total = total_of(list(own))
    return Lowest(form, *(_yuan(evidence, total, one) for one in ("annual_budget", "executed")))


def _yuan(
    evidence: Evidence, row: ProjectFundsRow | None, column: Literal["annual_budget", "executed"]
) -> Markup:
    """An amount of a form, in yuan; a dash where none is printed."""
    if row is None or not row[column]:
        return NONE
    return evidence.link(evidence.figure("project_funds", row, column), yuan(Decimal(row[column])))


def _score(row: ProjectsRow) -> Decimal:
    return Decimal(row["total_score"])

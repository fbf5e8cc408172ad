"""Parts of the English page of a disclosure: its flow of money, its projects that scored least."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup

from juesuan import terms
from juesuan.model import Facts
from juesuan.pages.charts.draw import svg
from juesuan.pages.charts.model import Cell
from juesuan.pages.charts.money import FlowWords, money_flow
from juesuan.pages.charts.source import Source
from juesuan.pages.disclosure.english_words import IN_FLOW
from juesuan.pages.disclosure.forms import Listed, lowest
from juesuan.pages.evidence.figures import Evidence
from juesuan.rows import ProjectsRow

_WORDS = FlowWords(
    title="From where, and for what",
    unit="10,000 yuan",
    says="Sources on the left, uses on the right: {}",
    total="Total",
)


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
    lowest: list[Listed]


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
    rows = [row for row in facts.rows("projects") if row["kind"] == "project"]
    scored = sorted((row for row in rows if row["total_score"]), key=_score)
    if not scored:
        return None
    low, high = (evidence.number("projects", row, "total_score") for row in (scored[0], scored[-1]))
    return Scores(len(rows), low, high, [one.form for one in lowest(facts, evidence)])


def _score(row: ProjectsRow) -> Decimal:
    return Decimal(row["total_score"])

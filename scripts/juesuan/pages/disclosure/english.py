"""The summary of a disclosure in English: sentences, measures, spending by class.

Labels are those of the taxonomy; names of departments and projects stay as they are printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from markupsafe import Markup, escape

from juesuan import terms
from juesuan.errors import AbsentFactError
from juesuan.model import Facts
from juesuan.pages.disclosure.amounts import Amounts
from juesuan.pages.disclosure.findings import contradictions
from juesuan.pages.disclosure.page_table import (
    Column,
    Line,
    PageTable,
    figure_cell,
    printed_columns,
)
from juesuan.pages.disclosure.tables import GROUPS, depth, measures_of
from juesuan.pages.doubt import Doubt
from juesuan.pages.figures import YUAN, Evidence, Measures, shortest
from juesuan.rows import FiguresColumns, FunctionsRow, MeasuresColumn, MeasuresRow

TITLES = {
    "overview": "Revenue and expenditure as a whole",
    "revenue": "Where the money came from",
    "expenditure": "Kinds of expenditure",
    "appropriation": "Fiscal appropriation",
    "basic": "Basic expenditure",
    "three-public": "Three public expenses: travel abroad, vehicles, receptions",
    "operating": "Operating expenses of agencies",
    "procurement": "Government procurement",
    "assets": "State-owned assets",
    "government-fund": "Government fund budget",
    "state-capital": "State capital operations budget",
    "people": "Staff and organisation",
    "performance": "Performance evaluation",
}
"""Titles of the groups of measures, by the anchors of the Chinese page."""

COLUMNS: dict[Column, str] = {
    "actual": "Final accounts",
    "change": "Change on last year",
    "initial_budget": "Initial budget",
}
"""Columns that a summary shows, in their order."""

UNITS = {
    "万元": "10,000 yuan",
    "个": "number",
    "辆": "vehicles",
    "人": "persons",
    "名": "persons",
    "人次": "guests",
    "批次": "groups",
    "台（套）": "sets",
    "平方米": "m²",
    "分": "points",
    "%": "%",
}
"""Units in which measures are published."""

SCOPES = {
    "汇总": "the department with its subordinate institutions",
    "部门": "the department",
    "单位": "a single institution",
    "本级": "the department's own office alone",
}

CLASSES = {
    "201": "General public services",
    "202": "Foreign affairs",
    "203": "National defense",
    "204": "Public security",
    "205": "Education",
    "206": "Science and technology",
    "207": "Culture, tourism, sports and media",
    "208": "Social security and employment",
    "210": "Health",
    "211": "Energy conservation and environmental protection",
    "212": "Urban and rural community affairs",
    "213": "Agriculture, forestry and water conservancy",
    "214": "Transportation",
    "215": "Resource exploration, industry and information technology",
    "216": "Commerce and services",
    "217": "Finance",
    "219": "Assistance to other regions",
    "220": "Natural resources, oceanography and meteorology",
    "221": "Affordable housing",
    "222": "Stockpiling of grain, oil and other materials",
    "223": "State capital operations",
    "224": "Disaster prevention and emergency management",
    "227": "Reserve funds",
    "229": "Other expenditure",
    "231": "Repayment of debts",
    "232": "Interest on debts",
    "233": "Issuance of debts",
    "234": "Expenditure of special treasury bonds against the epidemic",
}
"""Classes of the functional classification, after the usage of the China Statistical Yearbook."""

KINDS = {
    "各项加起来不等于总数": "Parts do not add up to their total",
    "应当一致的数字不一致": "Figures that should agree differ",
    "部分比全部还多": "A part is larger than the whole",
    "明细与总额对不上": "Details do not add up to the amount of the project",
    "百分比和金额算不到一起": "A percentage does not follow from its amounts",
    "得分与完成情况不相称": "A score does not fit what was achieved",
    "文字说的和数字不一致": "Words and figures disagree",
    "名称或年度前后不一致": "Names or years disagree",
    "有没填完或没写清的地方": "Something was left unfilled or unclear",
    "件数或人数对不上": "Counts disagree",
}
"""Kinds of contradictions, by their Chinese headings."""

_MILLION = Decimal(100)
"""万元 of a million yuan."""


@dataclass(frozen=True)
class Told:
    """A heading and a sentence of the summary."""

    head: str
    text: Markup


def content(facts: Facts, evidence: Evidence) -> dict[str, Any]:
    """What the English page of a disclosure shows.

    Args:
        facts: its package.
        evidence: its links, for a page right below its first one.
    """
    states = [row["state"] for row in facts.rows("checks")]
    return {
        "scope": SCOPES.get(facts.disclosure["scope"], ""),
        "sentences": list(_sentences(facts, evidence)),
        "tables": [*_measures(facts, evidence), *_functions(facts, evidence)],
        "fails": [(one, apart(one.doubt)) for one in contradictions(facts, evidence)],
        "compared": sum(states.count(one) for one in ("pass", "rounding", "fail")),
    }


def apart(doubt: Doubt) -> str:
    """What a contradiction puts in doubt, in words.

    >>> apart(Doubt("部分比全部还多", Decimal("51.38"), Decimal("0.1")))
    'A part is larger than the whole: 513,800 yuan apart, 0.1% of the larger side'
    """
    said = KINDS.get(doubt.heading, "Two passages do not agree")
    if doubt.amount is None:
        return said
    share = f", {doubt.share:f}% of the larger side" if doubt.share is not None else ""
    return f"{said}: {yuan(doubt.amount)} apart{share}"


def yuan(value: Decimal) -> str:
    """An amount in yuan, exactly as it is printed in 万元.

    >>> yuan(Decimal("3653.30")), yuan(Decimal("-12.5")), yuan(Decimal("0.00"))
    ('36.533 million yuan', '-125,000 yuan', '0 yuan')
    """
    if abs(value) >= _MILLION:
        return f"{shortest(value / _MILLION)} million yuan"
    return f"{shortest(value * YUAN)} yuan"


class _Teller:
    """Tells measures in English sentences; refuses what is not printed."""

    def __init__(self, facts: Facts, evidence: Evidence) -> None:
        self.facts = facts
        self.measures = Measures(facts.rows("measures"), evidence)
        self.ask = Amounts(self.measures)

    def money(self, measure: str, column: MeasuresColumn = "actual", size: bool = False) -> Markup:
        """A printed amount in yuan as a link; its size alone, where words tell the direction."""
        value = self.ask.value(measure, column)
        figure = self.measures.figure(measure, column)
        return self.measures.evidence.link(figure, yuan(abs(value) if size else value))


def _sentences(facts: Facts, evidence: Evidence) -> Iterator[Told]:
    told = _Teller(facts, evidence)
    for head, tell in _TELL:
        try:
            yield Told(head, tell(told))
        except AbsentFactError:
            continue


def _revenue(told: _Teller) -> Markup:
    text = Markup("It had {} at its disposal, of which {} were revenue of the year").format(
        told.money(told.measures.whole), told.money("revenue.current")
    )
    given = "revenue.appropriation"
    if told.measures.printed(given) and told.measures.printed(given, "share_pct"):
        text += Markup("; {} ({}) came from fiscal appropriation").format(
            told.money(given), told.ask.share(given)
        )
    return text + Markup(".")


def _expenditure(told: _Teller) -> Markup:
    return Markup(
        "It spent {}: {} ({}) to keep itself running (basic expenditure), {} ({}) on projects."
    ).format(
        told.money("expenditure.current"),
        told.money("expenditure.basic"),
        told.ask.share("expenditure.basic"),
        told.money("expenditure.project"),
        told.ask.share("expenditure.project"),
    )


def _change(told: _Teller) -> Markup:
    change = told.ask.value("overall", "change")
    if not change:
        return Markup("Revenue and expenditure were as large as in the year before.")
    word = "more" if change > 0 else "less"
    return Markup("Revenue and expenditure were {} {} than in the year before.").format(
        told.money("overall", "change", size=True), word
    )


def _budget(told: _Teller) -> Markup:
    for name in ("appropriation.overall", "general_budget.expenditure"):
        if told.measures.printed(name, "initial_budget"):
            return Markup(
                "The initial budget of what the treasury gave was {}, the final accounts are {}."
            ).format(told.money(name, "initial_budget"), told.money(name))
    raise AbsentFactError("initial_budget")


def _three_public(told: _Teller) -> Markup:
    return Markup("{}: travel abroad {}, official vehicles {}, official receptions {}.").format(
        told.money("three_public.total"),
        told.money("three_public.abroad"),
        told.money("three_public.vehicles"),
        told.money("three_public.reception"),
    )


def _people(told: _Teller) -> Markup:
    return Markup("It counts {} persons, of whom {} serve; the others are retired.").format(
        told.ask.number("headcount.total"), told.ask.number("headcount.serving")
    )


_TELL: tuple[tuple[str, Callable[[_Teller], Markup]], ...] = (
    ("Revenue", _revenue),
    ("Expenditure", _expenditure),
    ("Last year", _change),
    ("Budget", _budget),
    ("Three public expenses", _three_public),
    ("Staff", _people),
)
"""In the order of the page."""


def _measures(facts: Facts, evidence: Evidence) -> Iterator[PageTable]:
    """The measures by group, of which any column of the summary is printed."""
    for _, sections, anchor in GROUPS:
        rows = measures_of(facts, sections)
        if columns := _columns(rows):
            present, units = {row["measure"] for row in rows}, {row["unit"] for row in rows}
            lines = [
                Line(
                    _label(row, with_unit=len(units) > 1),
                    [figure_cell(evidence, "measures", row, name) for name in columns],
                    depth(row["measure"], present),
                )
                for row in rows
            ]
            unit = f"Unit: {UNITS.get(*units, *units)}" if len(units) == 1 else ""
            yield PageTable(TITLES[anchor], anchor, unit, _heads(columns), lines)


def _columns(rows: Sequence[FiguresColumns]) -> list[Column]:
    """The columns of the summary in which any of the rows prints something."""
    return [name for name in printed_columns(rows) if name in COLUMNS]


def _heads(columns: Sequence[Column]) -> list[str]:
    return [COLUMNS[name] for name in columns]


def _label(row: MeasuresRow, with_unit: bool) -> Markup:
    """A measure in both languages, with its unit where those of the table differ."""
    english = terms.measures()[row["measure"]].english
    name = english[:1].upper() + english[1:]
    unit = f" ({UNITS.get(row['unit'], row['unit'])})" if with_unit else ""
    return Markup('{}{} <span lang="zh">{}</span>').format(name, unit, row["label"])


def _functions(facts: Facts, evidence: Evidence) -> Iterator[PageTable]:
    """Spending of the general public budget by class."""
    rows = [row for row in facts.rows("functions") if _is_class(row)]
    if columns := _columns(rows):
        lines = [
            Line(_class(row), [figure_cell(evidence, "functions", row, name) for name in columns])
            for row in rows
        ]
        title = "Spending by function (general public budget)"
        yield PageTable(title, "functions", "Unit: 10,000 yuan", _heads(columns), lines)


def _is_class(row: FunctionsRow) -> bool:
    return row["level"] == "class" and row["fund"] == "general_public_budget"


def _class(row: FunctionsRow) -> Markup:
    """A class in both languages."""
    printed = Markup('<span lang="zh">{}</span>').format(row["class"])
    name = CLASSES.get(row["code"][:3])
    return escape(name) + Markup(" ") + printed if name else printed

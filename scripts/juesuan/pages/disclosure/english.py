"""The summary of a disclosure in English: sentences, measures, spending by class.

Labels are those of the taxonomy, names of departments those of the registry; names of projects
stay as they are printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from juesuan import terms
from juesuan.errors import AbsentFactError
from juesuan.model import Facts
from juesuan.pages.digest import quotes
from juesuan.pages.disclosure.amounts import Amounts
from juesuan.pages.disclosure.english_parts import flow_in_english, scores
from juesuan.pages.disclosure.english_words import (
    COLUMNS,
    TITLES,
    UNITS,
)
from juesuan.pages.disclosure.findings import Contradiction, contradictions
from juesuan.pages.disclosure.page_table import (
    Column,
    Line,
    PageTable,
    figure_cells,
    printed_columns,
)
from juesuan.pages.disclosure.tables import GROUPS, depth, known_of, measures_of
from juesuan.pages.evidence.figures import Evidence, Measures
from juesuan.pages.evidence.lines import Lines, lines
from juesuan.pages.evidence.printed import Printed
from juesuan.pages.telling.in_english import CLASSES, SCOPES, apart, contradiction, yuan
from juesuan.pages.telling.reasons import (
    IN_ENGLISH,
    NOTHING_BEFORE,
    ZERO_BEFORE,
    why_in_english,
)
from juesuan.rows import FiguresColumns, FunctionsRow, MeasuresColumn, MeasuresRow

_FROM_NOTHING = (IN_ENGLISH[NOTHING_BEFORE], IN_ENGLISH[ZERO_BEFORE])
"""What a sentence says of a change beside its reason, which tells the seam itself."""

_RATES: tuple[tuple[MeasuresColumn, str], ...] = (
    ("variance_pct", "difference from the budget {}"),
    ("completion_pct", "{} of the budget"),
)
"""Printed percentages of the final accounts against the budget, and how they are told."""

_LARGEST = 3
"""Classes of spending that the summary names."""


@dataclass(frozen=True)
class Told:
    """A heading and a sentence of the summary."""

    head: str
    text: Markup


class Fail(NamedTuple):
    """A contradiction.

    Attributes:
        one: as the Chinese pages show it.
        said: what contradicts what, in English.
        apart: how far the two sides are apart.
        lines: what is printed, with links.
    """

    one: Contradiction
    said: Markup
    apart: str
    lines: Lines


def content(facts: Facts, evidence: Evidence, text: str = "") -> dict[str, Any]:
    """What the English page of a disclosure shows.

    Args:
        facts: its package.
        evidence: its links, for a page right below its first one.
        text: in which the offsets of its figures count, of which contradictions are
            quoted; empty for no quotations.
    """
    printed = Printed(text)
    states = [row["state"] for row in facts.rows("checks")]
    return {
        "scope": SCOPES.get(facts.disclosure["scope"], ""),
        "sentences": [*_sentences(facts, evidence), *_purposes(facts, evidence)],
        "flow": flow_in_english(facts, evidence),
        "scores": scores(facts, evidence),
        "tables": [*_measures(facts, evidence), *_functions(facts, evidence)],
        "fails": [
            Fail(
                one,
                contradiction(one.row, one.doubt, evidence),
                apart(one.doubt),
                lines(quotes(one.row, evidence, printed) if text else [], evidence),
            )
            for one in contradictions(facts, evidence)
        ],
        "compared": sum(states.count(one) for one in ("pass", "rounding", "fail")),
        "unchecked": states.count("unreadable"),
        "not_read": sum(row["status"] == "unread" for row in facts.rows("figures")),
    }


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

    def rate(self, measure: str, column: MeasuresColumn) -> Markup:
        """A printed percentage without its sign, in brackets; empty where none is printed."""
        if not self.measures.printed(measure, column):
            return Markup()
        return Markup(" ({})").format(self.ask.size(measure, column, "%"))


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
    size = told.money("overall", "change", size=True)
    if told.measures.is_new:
        return Markup(
            "The change on last year is printed as {}, which is the whole amount: the year before "
            "follows as 0, so there is nothing to compare with and no percentage. {}"
        ).format(size, why_in_english(told.measures.printed("overall", "reason")))
    if not change:
        return Markup("Revenue and expenditure were as large as in the year before.")
    word = "more" if change > 0 else "less"
    text = Markup("Revenue and expenditure were {} {} than in the year before{}. {}")
    why = why_in_english(told.measures.printed("overall", "reason"))
    return text.format(size, word, told.rate("overall", "change_pct"), why)


def _budget(told: _Teller) -> Markup:
    for name in ("appropriation.overall", "general_budget.expenditure"):
        if told.measures.printed(name, "initial_budget"):
            return Markup(
                "The initial budget of what the treasury gave was {}, the final accounts are {}{}."
            ).format(told.money(name, "initial_budget"), told.money(name), _variance(told, name))
    raise AbsentFactError("initial_budget")


def _variance(told: _Teller, measure: str) -> Markup:
    """The printed difference from the budget in percent; empty where there is none."""
    printed = [
        Markup(words).format(told.ask.share(measure, column))  # nosec B704 - ours
        for column, words in _RATES
        if told.measures.printed(measure, column)
    ]
    return Markup(" ({}, as printed)").format(Markup(", ").join(printed)) if printed else Markup()


def _three_public(told: _Teller) -> Markup:
    compared = _compared(told, "three_public.total")
    text = Markup("{}{}{}: travel abroad {}, official vehicles {}, official receptions {}.").format(
        told.money("three_public.total"),
        _variance(told, "three_public.total"),
        compared,
        told.money("three_public.abroad"),
        told.money("three_public.vehicles"),
        told.money("three_public.reception"),
    )
    if compared:
        reason = told.measures.printed("three_public.total", "reason")
        text += Markup(" {}").format(why_in_english(reason))
    return text


def _compared(told: _Teller, measure: str) -> Markup:
    """How much more or less than in the year before, where that is printed; empty for no change."""
    row = told.measures.row(measure)
    if row is None or not row["change"] or not Decimal(row["change"]):
        return Markup()
    word = "more" if Decimal(row["change"]) > 0 else "less"
    known = _known(row, told.measures)
    nothing = f" ({known})" if known in _FROM_NOTHING else ""
    size = told.money(measure, "change", size=True)
    rate = told.rate(measure, "change_pct")
    return Markup(", {} {} than in the year before{}").format(size, word, nothing or rate)


def _people(told: _Teller) -> Markup:
    text = Markup("It counts {} persons: {} serving").format(
        told.ask.number("headcount.total"), told.ask.number("headcount.serving")
    )
    others = (("headcount.retired_cadre", "retired cadres"), ("headcount.retired", "retired"))
    for measure, word in others:
        if told.measures.value(measure):
            text += Markup(", {} {}").format(told.ask.number(measure), word)
    return text + Markup(".")


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
    whole = Measures(facts.rows("measures"), evidence)
    for _, sections, anchor in GROUPS:
        rows = measures_of(facts, sections)
        if columns := _columns(rows):
            present, units = {row["measure"] for row in rows}, {row["unit"] for row in rows}
            lines = [
                Line(
                    _label(row, with_unit=len(units) > 1),
                    figure_cells(evidence, "measures", row, columns, _known(row, whole)),
                    depth(row["measure"], present),
                )
                for row in rows
            ]
            unit = f"Unit: {UNITS.get(*units, *units)}" if len(units) == 1 else ""
            yield PageTable(TITLES[anchor], anchor, unit, _heads(columns), lines)


def _known(row: FiguresColumns, whole: Measures) -> str:
    """What must be known of the change of a row."""
    return IN_ENGLISH.get(known_of(row, whole), "")


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
    """Spending of the general public budget by class, the largest first."""
    rows, whole = _classes(facts), Measures(facts.rows("measures"), evidence)
    if columns := _columns(rows):
        lines = [
            Line(
                _class(row),
                figure_cells(evidence, "functions", row, columns, _known(row, whole)),
            )
            for row in rows
        ]
        title = "Spending by function (general public budget)"
        heads, notes = _heads(columns), _left_out(facts, evidence, len(rows))
        yield PageTable(title, "functions", "Unit: 10,000 yuan", heads, lines, notes)


def _left_out(facts: Facts, evidence: Evidence, shown: int) -> list[str]:
    """That a table holds classes alone, where more lines are published."""
    more = len(facts.rows("functions")) - shown
    if not more:
        return []
    link = Markup('<a href="{}#functions-general-public-budget" hreflang="zh">{}</a>').format(
        evidence.up, "in the Chinese tables"
    )
    text = Markup("Classes alone: {} more {} (lower levels or other budgets) {} {}.")
    words = ("line", "stands") if more == 1 else ("lines", "stand")
    return [text.format(more, *words, link)]


def _classes(facts: Facts) -> list[FunctionsRow]:
    """The classes of the general public budget by amount; those without one last."""
    rows = [row for row in facts.rows("functions") if _is_class(row)]
    return sorted(rows, key=lambda row: (not row["actual"], -Decimal(row["actual"] or 0)))


def _purposes(facts: Facts, evidence: Evidence) -> Iterator[Told]:
    """The classes on which the most of the general public budget was spent."""
    told = [_spent(row, evidence) for row in _classes(facts) if Decimal(row["actual"] or 0) > 0]
    if told:
        more = len(told) - _LARGEST
        text = Markup("The general public budget went to {}{}.").format(
            Markup(", ").join(told[:_LARGEST]),
            f" and {more} more {'classes' if more > 1 else 'class'}" if more > 0 else "",
        )
        yield Told("What for", text)


def _spent(row: FunctionsRow, evidence: Evidence) -> Markup:
    """A class with its amount as a link, and its share where it is printed."""
    name = CLASSES.get(row["code"][:3])
    printed = Markup('<span lang="zh">{}</span>').format(row["class"])
    amount = evidence.link(
        evidence.figure("functions", row, "actual"), yuan(Decimal(row["actual"]))
    )
    share = Markup(" ({}%)").format(row["share_pct"]) if row["share_pct"] else ""
    return Markup("{} {}{}").format(name or printed, amount, share)


def _is_class(row: FunctionsRow) -> bool:
    return row["level"] == "class" and row["fund"] == "general_public_budget"


def _class(row: FunctionsRow) -> Markup:
    """A class in both languages."""
    printed = Markup('<span lang="zh">{}</span>').format(row["class"])
    name = CLASSES.get(row["code"][:3])
    return escape(name) + Markup(" ") + printed if name else printed

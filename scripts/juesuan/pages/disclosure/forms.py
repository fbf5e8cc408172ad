"""Performance forms (绩效自评表) on the pages of a disclosure: the list, and each with its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from markupsafe import Markup

from juesuan import terms
from juesuan.model import Facts
from juesuan.pages import addresses
from juesuan.pages.addresses import FORMS_A_PAGE
from juesuan.pages.disclosure.results import Missed, missed, sentence, valued
from juesuan.pages.evidence.cut import whole_or_cut
from juesuan.pages.evidence.figures import NONE, Evidence
from juesuan.pages.store.losses import losses
from juesuan.pages.store.portfolio import ALL, hidden, rated_of, total_of
from juesuan.pages.telling.words import READ
from juesuan.rows import (
    IndicatorsRow,
    ProjectFundsColumn,
    ProjectFundsRow,
    ProjectsRow,
    ReadingsRow,
    cell,
)

_FUNDS: tuple[ProjectFundsColumn, ...] = (
    "initial_budget",
    "annual_budget",
    "executed",
    "weight",
    "execution_rate_pct",
    "score",
)


_LOWEST = 3
"""Projects that the first page names with their reasons."""

Marks = Mapping[tuple[str, str, str], Markup]
"""Damaged cells (resource, row, field) that were read or restored, and the mark of each."""


@dataclass(frozen=True)
class Listed:
    """A form in the list of the first page, with the numbers that matter most."""

    row: ProjectsRow
    href: str
    budget: Markup
    executed: Markup
    rate: Markup
    score: Markup

    @property
    def points(self) -> Decimal:
        """Its total score for an order; what prints none comes last."""
        return Decimal(self.row["total_score"] or ALL + 1)


@dataclass(frozen=True)
class Low:
    """A project that scored little, and why.

    Attributes:
        form: its form, as the list shows it.
        why: where it lost most, each with its printed reason; empty where no weight is printed.
    """

    form: Listed
    why: Markup


@dataclass(frozen=True)
class Indicator:
    """A row of a form's indicators; ``lost`` are the columns that cannot be read."""

    row: IndicatorsRow
    marks: Marks
    lost: list[str]
    target: Markup
    actual: Markup
    weight: Markup
    score: Markup

    @property
    def reason(self) -> str:
        """The reason for a deviation, marked where its beginning was lost."""
        return whole_or_cut(self.row["reason"])

    def mark(self, field: str) -> Markup:
        """How a column was read where it was damaged; empty for most."""
        key = f"{self.row['project_id']}/{self.row['position']}"
        return self.marks.get(("indicators", key, field), Markup())


@dataclass(frozen=True)
class Form:
    """A form as its page shows it.

    Attributes:
        row: the row of ``projects``.
        sentence: what became of it.
        missed: what lost weight, by reason.
        funds: its rows of funds, with a cell a column.
        indicators: its indicators.
        lost: titles of what cannot be read in the form's own row.
        department: whose disclosure it stands in.
        marks: of damaged cells that were read or restored.
    """

    row: ProjectsRow
    marks: Marks
    sentence: Markup
    missed: list[Missed]
    funds: list[tuple[ProjectFundsRow, list[Markup]]]
    indicators: list[Indicator]
    lost: list[str]
    department: str

    def mark(self, field: str) -> Markup:
        """How a column of the form's own row was read where it was damaged; empty for most."""
        return self.marks.get(("projects", self.row["project_id"], field), Markup())

    @property
    def is_own(self) -> bool:
        """Whether its supervisor is the department itself, as printed."""
        damaged = "supervisor" in self.row["unreadable"].split() or self.mark("supervisor")
        return not damaged and cell(self.row, "supervisor") == self.department

    @property
    def named(self) -> list[Markup]:
        """Who answers for it, the department itself left out; its name where that was damaged."""
        told = [("项目名称", "name")] if self.mark("name") else []
        told += self._who
        return [
            Markup("{}：{}{}").format(label, cell(self.row, name), self.mark(name))
            for label, name in told
            if cell(self.row, name)
        ]

    @property
    def _who(self) -> list[tuple[str, str]]:
        """Who answers for it and who carries it out; said once where both are one."""
        names = {cell(self.row, one) for one in ("supervisor", "implementer")}
        if len(names) == 1 and not (self.mark("supervisor") or self.mark("implementer")):
            return [] if self.is_own else [("主管部门和实施单位", "implementer")]
        own = [] if self.is_own else [("主管部门", "supervisor")]
        return [*own, ("实施单位", "implementer")]

    @property
    def is_moved(self) -> bool:
        """Whether cells of some row were put back into their columns."""
        rows = [*(row for row, _ in self.funds), *(one.row for one in self.indicators)]
        return any(row["realigned"] for row in rows)

    @property
    def with_basis(self) -> bool:
        """Whether some indicator says on what it is based."""
        return any(one.row["basis"] for one in self.indicators)


def form_pages(facts: Facts) -> list[tuple[str, tuple[ProjectsRow, ...]]]:
    """Pages of performance forms: address below the disclosure, and the forms on each."""
    rows = facts.rows("projects")
    return [
        (addresses.forms(first + 1), rows[first : first + FORMS_A_PAGE])
        for first in range(0, len(rows), FORMS_A_PAGE)
    ]


def form_addresses(facts: Facts) -> dict[str, str]:
    """Where each form stands, by the id of its project; below the disclosure."""
    return {
        row["project_id"]: f"{addresses.forms(position)}#{row['project_id']}"
        for position, row in enumerate(facts.rows("projects"), start=1)
    }


def form_list(facts: Facts, evidence: Evidence) -> list[Listed]:
    """All forms, in the order of the document."""
    hrefs = form_addresses(facts)
    return [_listed(facts, evidence, row, hrefs) for row in facts.rows("projects")]


def lowest(facts: Facts, evidence: Evidence) -> list[Low]:
    """The projects that scored least, with where they lost most and the reasons printed for it.

    A project that scored all is none of them.
    """
    hrefs = form_addresses(facts)
    rows = [row for row in facts.rows("projects") if row["kind"] != "overall"]
    scored = [row for row in rows if row["total_score"] and Decimal(row["total_score"]) < ALL]
    scored.sort(key=lambda row: Decimal(row["total_score"]))
    return [_low(facts, evidence, row, hrefs) for row in scored[:_LOWEST]]


def _low(facts: Facts, evidence: Evidence, row: ProjectsRow, hrefs: dict[str, str]) -> Low:
    indicators = [one for one in facts.rows("indicators") if one["project_id"] == row["project_id"]]
    funds = _funds_of(facts, row)
    not_read = hidden(row, funds, indicators)
    why = Markup("；").join(losses(evidence, funds, indicators, hidden=not_read))
    return Low(_listed(facts, evidence, row, hrefs), why)


def _listed(facts: Facts, evidence: Evidence, row: ProjectsRow, hrefs: dict[str, str]) -> Listed:
    funds = _funds_of(facts, row)
    total, rated = total_of(funds), rated_of(funds)
    return Listed(
        row,
        hrefs[row["project_id"]],
        _fund(evidence, total, "annual_budget"),
        _fund(evidence, total, "executed"),
        _fund(evidence, rated, "execution_rate_pct", "%"),
        evidence.number("projects", row, "total_score"),
    )


def _fund(
    evidence: Evidence,
    row: ProjectFundsRow | None,
    column: Literal["annual_budget", "executed", "execution_rate_pct"],
    suffix: str = "",
) -> Markup:
    """A cell of a row of funds; a dash where the form has no such row."""
    if row is None:
        return NONE
    return evidence.number("project_funds", row, column, suffix)


def _funds_of(facts: Facts, row: ProjectsRow) -> list[ProjectFundsRow]:
    every = facts.rows("project_funds")
    return [one for one in every if one["project_id"] == row["project_id"]]


def counted(facts: Facts) -> str:
    """Of what the forms are, and how the source counts the projects with the confidential ones.

    Empty where the forms are not of the whole and of projects.
    """
    kinds = [row["kind"] for row in facts.rows("projects")]
    whole, own = kinds.count("overall"), kinds.count("project")
    if not whole or not own:
        return ""
    found = {row["measure"]: row["actual"] for row in facts.rows("measures")}
    stated, secret = (
        Decimal(found.get(f"{one}.project_count") or 0) for one in ("performance", "confidential")
    )
    said = f"：整体支出 {whole} 张，项目 {own} 张"
    if secret and stated == own + secret:
        said += f"，加上不附表的涉密项目 {secret} 个，就是原文所称的 {stated} 个项目"
    return said


def forms_of(facts: Facts, evidence: Evidence, rows: Sequence[ProjectsRow]) -> list[Form]:
    """The forms of one page, each with its funds and its indicators."""
    marks = read_marks(facts)
    return [_form(facts, evidence, row, marks) for row in rows]


def read_marks(facts: Facts) -> Marks:
    """The marks of the damaged cells that a person read or that were restored."""
    return {
        (one["resource"], one["row"], one["field"]): Markup(
            '<span class="moved" title="{}">{}</span>'
        ).format(_told(one), READ[one["how"]])
        for one in facts.rows("readings")
    }


def _told(reading: ReadingsRow) -> str:
    """Who read a cell and when, what the extraction shows there, and why it reads so."""
    by = f"{reading['who']}，{reading['on']}" if reading["who"] else "程序"
    shows = f"提取文本作“{reading['shows']}”" if reading["shows"] else "提取文本中没有留下文字"
    return "；".join(filter(None, (by, shows, reading["reason"])))


def _form(facts: Facts, evidence: Evidence, row: ProjectsRow, marks: Marks) -> Form:
    every = facts.rows("indicators")
    indicators = [one for one in every if one["project_id"] == row["project_id"]]
    titles = {field.name: field.title for field in terms.resource_schemas()["projects"].fields}
    funds = _funds_of(facts, row)
    return Form(
        row,
        marks,
        sentence(evidence, row, funds, indicators),
        missed(evidence, indicators, funds, hidden(row, funds, indicators)),
        [(one, [evidence.number("project_funds", one, name) for name in _FUNDS]) for one in funds],
        [_indicator(evidence, one, marks) for one in indicators],
        [titles[name] for name in row["unreadable"].split() if name in titles],
        facts.disclosure["department"],
    )


def _indicator(evidence: Evidence, row: IndicatorsRow, marks: Marks) -> Indicator:
    return Indicator(
        row,
        marks,
        row["unreadable"].split(),
        valued(evidence, row, "target"),
        valued(evidence, row, "actual"),
        evidence.number("indicators", row, "weight"),
        evidence.number("indicators", row, "score"),
    )

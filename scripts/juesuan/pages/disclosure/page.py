"""The pages of one disclosure: its summary, tables, forms, checks and source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from juesuan import package, terms
from juesuan.check import all_rules
from juesuan.model import Facts
from juesuan.pages.charts import Cell, Chart, charts_of
from juesuan.pages.charts.draw import svg
from juesuan.pages.coverage import coverage, statutory_names
from juesuan.pages.disclosure import tables
from juesuan.pages.disclosure.glossary import Glossary
from juesuan.pages.disclosure.sentences import Teller
from juesuan.pages.disclosure.source import source_pages
from juesuan.pages.disclosure.statutory import statutory_pages
from juesuan.pages.figures import Evidence, grouped, place_of
from juesuan.pages.machines.catalogue import Address, citations, file_list, json_ld, title_of
from juesuan.pages.markup import environment
from juesuan.pages.words import ORDER, STATUSES
from juesuan.rows import Row

FORMS_A_PAGE = 20
"""Performance forms on one page of the site."""


CHART_OF = {
    "收入": "flow",
    "用在哪些方面": "functions",
    "与上年相比": "last-year",
    "与预算相比": "budget",
    "“三公”经费": "three-public",
    "项目绩效": "projects",
}
"""Sentences of the summary whose figures a chart shows in full."""


def pages_of(facts: Facts, folder: Path, text: str, address: Address) -> Iterator[tuple[str, str]]:
    """The pages of a disclosure, by their names, as Markdown.

    Args:
        facts: its package.
        folder: the package's folder, for the maintainer's notes and the pages of a PDF.
        text: the text in which the offsets of its figures count.
        address: of the site.
    """
    env = environment()
    about = facts.disclosure
    shared: dict[str, Any] = {
        "about": about,
        "title": title_of(about),
        "form_pages": form_pages(facts),
    }
    yield (
        "index.md",
        env.get_template("disclosure.md.j2").render(
            **shared, **_front_page(facts, folder, address)
        ),
    )
    below = Evidence.of(facts)
    if statutory_names(facts):
        yield (
            "tables.md",
            env.get_template("statutory.md.j2").render(
                **shared, tables=statutory_pages(facts, below)
            ),
        )
    for name, rows in form_pages(facts):
        forms = [_form(facts, below, row) for row in rows]
        yield (
            f"{name}.md",
            env.get_template("projects.md.j2").render(**shared, name=name, forms=forms),
        )
    checks = {
        "counts": check_counts(facts.rows("checks")),
        "groups": [(state, statements(facts, below, state)) for state in ORDER],
        "rules": {rule.id: rule for rule in all_rules()},
    }
    yield "checks.md", env.get_template("checks.md.j2").render(**shared, **checks)
    pages = list(source_pages(text))
    begins = package.page_lines(folder)
    parts = [(one, part[0][0], part[-1][0]) for one, part in pages]
    for name, lines in pages:
        yield (
            f"{name}.md",
            env.get_template("source.md.j2").render(
                **shared, name=name, lines=lines, begins=begins, pages=parts
            ),
        )


def _front_page(facts: Facts, folder: Path, address: Address) -> dict[str, Any]:
    """What the first page of a disclosure shows."""
    top = Evidence.of(facts, "")
    notes = package.read_notes(folder)
    charts = charts_for(facts, top, "")
    return {
        "statutory": statutory_names(facts),
        "paged": any(row["page"] for row in facts.rows("figures")[:1]),
        "words": Glossary(row["term"] for row in facts.rows("glossary")),
        "sentences": Teller(facts, top).sentences(),
        "chart_of": {
            head: name
            for head, name in CHART_OF.items()
            if any(chart.name == name for chart in charts)
        },
        "charts": [(chart, drawn(chart, top), chart_table(chart, top)) for chart in charts],
        "tables": tables.measure_tables(facts, top),
        "functions": tables.function_tables(facts, top),
        "economic": _economic(facts),
        "forms": _form_list(facts, top),
        "counts": check_counts(facts.rows("checks")),
        "missing": _missing(facts),
        "fails": statements(facts, top, "fail"),
        "coverage": coverage(facts),
        "figures": figure_counts(facts),
        "unread": [top.link(row, f"{row['text']}（{place_of(row)}）") for row in unread(facts)],
        "organisation": facts.rows("organisation"),
        "texts": facts.rows("texts"),
        "glossary": facts.rows("glossary"),
        "files": file_list(facts),
        "cite": citations(facts.disclosure, address),
        "linked_data": json_ld(facts, address),
        "notes": notes,
    }


def _missing(facts: Facts) -> list[tuple[str, int]]:
    """Why checks could not be made: the reason and how often, the most frequent first."""
    found: dict[str, int] = {}
    for row in facts.rows("checks"):
        if row["state"] == "not_applicable":
            reason = row["statement"].rpartition("：")[2]
            found[reason] = found.get(reason, 0) + 1
    return sorted(found.items(), key=lambda one: (-one[1], one[0]))


def charts_for(facts: Facts, evidence: Evidence, up: str) -> list[Chart]:
    """The charts of a disclosure, with links for a page that is ``up`` from its folder."""
    page_of = {row["project_id"]: name for name, rows in form_pages(facts) for row in rows}
    return charts_of(
        facts, evidence, lambda row: f"{up}{page_of[row['project_id']]}/#{row['project_id']}"
    )


def drawn(chart: Chart, evidence: Evidence) -> Markup:
    """A chart as inline SVG whose numbers open their evidence and whose dots open their page."""

    def link(cell: Cell) -> dict[str, str]:
        if cell.href:
            return {"href": cell.href, "aria-label": cell.text}
        if cell.figure is None:
            return {}
        named = {
            "data-d": evidence.about["disclosure_id"],
            "data-f": cell.figure["figure_id"],
            "class": "n",
        }
        return {
            "href": evidence.address(cell.figure),
            "aria-label": f"{cell.text}，看出处",
            **named,
        }

    return svg(chart, link)


def chart_table(chart: Chart, evidence: Evidence) -> list[list[Markup]]:
    """The rows of a chart's table."""
    return [
        [_chart_cell(cell, evidence, first=i == 0) for i, cell in enumerate(row)]
        for row in chart.rows
    ]


def _chart_cell(cell: Cell, evidence: Evidence, first: bool) -> Markup:
    if first:
        return (
            Markup('<a href="{}">{}</a>').format(cell.href, cell.text)
            if cell.href
            else escape(cell.text)
        )
    if not cell.text:
        return Markup('<span class="none" title="原文未列示">—</span>')
    if cell.derived:
        return Markup('<span class="derived" title="推算：决算数减去比上年增减">{}</span>').format(
            grouped(cell.text)
        )
    return evidence.link(cell.figure, grouped(cell.text))


def form_pages(facts: Facts) -> list[tuple[str, list[Row]]]:
    """Pages of performance forms: their names and the forms on each."""
    rows = list(facts.rows("projects"))
    parts = [rows[i : i + FORMS_A_PAGE] for i in range(0, len(rows), FORMS_A_PAGE)]
    return [
        ("projects" if i == 1 else f"projects-{i}", part) for i, part in enumerate(parts, start=1)
    ]


def _form_list(facts: Facts, evidence: Evidence) -> list[dict[str, Any]]:
    page_of = {row["project_id"]: name for name, rows in form_pages(facts) for row in rows}
    found = []
    for row in facts.rows("projects"):
        funds = [
            one for one in facts.rows("project_funds") if one["project_id"] == row["project_id"]
        ]
        total = next((one for one in funds if one["source"] == "total"), None)
        rated = next((one for one in funds if one["execution_rate_pct"]), None)
        found.append(
            {
                "row": row,
                "href": f"{page_of[row['project_id']]}/#{row['project_id']}",
                "budget": evidence.number("project_funds", total, "annual_budget")
                if total
                else "—",
                "executed": evidence.number("project_funds", total, "executed") if total else "—",
                "rate": evidence.number("project_funds", rated, "execution_rate_pct", "%")
                if rated
                else "—",
                "score": evidence.number("projects", row, "total_score"),
            }
        )
    return found


_FUNDS = ("initial_budget", "annual_budget", "executed", "weight", "execution_rate_pct", "score")


def _form(facts: Facts, evidence: Evidence, row: Row) -> dict[str, Any]:
    funds = [one for one in facts.rows("project_funds") if one["project_id"] == row["project_id"]]
    indicators = [one for one in facts.rows("indicators") if one["project_id"] == row["project_id"]]
    fields = {field.name: field.title for field in terms.resource_schemas()["projects"].fields}
    return {
        "row": row,
        "total": evidence.number("projects", row, "total_score"),
        "funds": [
            (one, [evidence.number("project_funds", one, name) for name in _FUNDS]) for one in funds
        ],
        "indicators": [
            {
                "row": one,
                "lost": one["unreadable"].split(),
                "target": _valued(evidence, one, "target"),
                "actual": _valued(evidence, one, "actual"),
                "weight": evidence.number("indicators", one, "weight"),
                "score": evidence.number("indicators", one, "score"),
            }
            for one in indicators
        ],
        "with_basis": any(one["basis"] for one in indicators),
        "lost": [fields.get(name, name) for name in row["unreadable"].split() if name in fields],
    }


def _valued(evidence: Evidence, row: Row, name: str) -> Markup:
    """A target or actual value as printed, linked to its numeral."""
    if name in row["unreadable"].split():
        return evidence.number("indicators", row, name)
    return evidence.link(evidence.figure("indicators", row, f"{name}_value"), row[name])


def statements(facts: Facts, evidence: Evidence, state: str) -> list[dict[str, Any]]:
    """Checks of one state, with links to their figures where a reader may want to look."""
    return [
        {
            "row": row,
            "cited": evidence.cited(row["figures"])
            if state in ("fail", "rounding", "information")
            else [],
        }
        for row in facts.rows("checks")
        if row["state"] == state
    ]


def check_counts(rows: tuple[Row, ...]) -> dict[str, int]:
    """Number of checks by state, in the order of the site."""
    return {state: sum(row["state"] == state for row in rows) for state in ORDER}


def unread(facts: Facts) -> list[Row]:
    """Figures that were not understood and belong to no cell."""
    return [
        row for row in facts.rows("figures") if row["status"] == "unread" and not row["resource"]
    ]


def figure_counts(facts: Facts) -> dict[str, int]:
    """Number of figures of the ledger by status."""
    return {name: sum(row["status"] == name for row in facts.rows("figures")) for name in STATUSES}


def _economic(facts: Facts) -> dict[str, list[Row]]:
    groups = {"personnel": "人员经费", "public": "公用经费"}
    return {
        label: [row for row in facts.rows("economic") if row["group"] == name]
        for name, label in groups.items()
    }

"""The pages of one disclosure: its summary, tables, forms, checks and source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from juesuan import package
from juesuan.check import all_rules
from juesuan.collection import earlier
from juesuan.model import Facts
from juesuan.pages import addresses
from juesuan.pages.disclosure import english, share, tables
from juesuan.pages.disclosure.findings import (
    Finding,
    check_counts,
    contradictions,
    passes_by_rule,
    reasons_missing,
    statements,
)
from juesuan.pages.disclosure.forms import Listed, counted, form_list, form_pages, forms_of, lowest
from juesuan.pages.disclosure.glossary import Glossary
from juesuan.pages.disclosure.hidden import copied, kept, masked, received, scans
from juesuan.pages.disclosure.page_table import PageTable
from juesuan.pages.disclosure.pictures import (
    CHART_OF,
    Beside,
    beside,
    chart_table,
    charts_for,
    drawn,
    repeated_in,
)
from juesuan.pages.disclosure.sentences import Teller
from juesuan.pages.disclosure.source import contents, originals, source_pages
from juesuan.pages.disclosure.statutory import statutory_pages
from juesuan.pages.evidence.coverage import coverage, statutory_names
from juesuan.pages.evidence.figures import BELOW, Evidence
from juesuan.pages.markup import rendered
from juesuan.pages.telling.words import ORDER, STATUSES, title_of
from juesuan.rows import EconomicRow, FiguresRow

_OWN = ("本级", "（本级）", "机关", "（机关）")
"""What follows the name of a department in a list of its agencies that names itself."""


@dataclass(frozen=True)
class Offer:
    """What the first page offers to take along.

    Attributes:
        files: downloads: path below the disclosure, format, content.
        cite: how to cite the data, by style.
        linked_data: schema.org ``Dataset`` as a script of the page.
    """

    files: Sequence[tuple[str, str, str]]
    cite: Mapping[str, str]
    linked_data: Markup


def pages_of(
    facts: Facts, folder: Path, text: str, offer: Offer, name_en: str = ""
) -> Iterator[tuple[str, str]]:
    """The bodies of a disclosure's pages, by their files below its folder.

    Args:
        facts: its package.
        folder: the package's folder, for the maintainer's notes and where its text comes from.
        text: the text in which the offsets of its figures count.
        offer: what the first page offers to take along.
        name_en: what the department is called in English; empty where nobody said.
    """
    home = addresses.disclosure(facts.disclosure_id)
    shared: dict[str, Any] = {
        "about": facts.disclosure,
        "title": title_of(facts.disclosure),
        "name_en": name_en,
        "form_pages": form_pages(facts),
    }
    picture = {"address": home + addresses.SHARE, "words": share.seen(facts).words}
    shown = {**shared, **_front_page(facts, folder, text), **vars(offer), "picture": picture}
    first = rendered("disclosure.html", **shown)
    yield addresses.body(""), first
    evidence = Evidence.of(facts, BELOW)
    for address, template, content in _below(facts, folder, text, evidence):
        shared |= {"here": home + address, "up": BELOW, "address": address}
        yield addresses.body(address), rendered(template, **shared, **content)


def _below(
    facts: Facts, folder: Path, text: str, evidence: Evidence
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The pages below the first one: address below the disclosure, template, content."""
    if statutory_names(facts):
        content: dict[str, Any] = {"tables": statutory_pages(facts, evidence)}
        yield addresses.TABLES, "statutory.html", content
    for address, rows in form_pages(facts):
        listed = [one for one in form_list(facts, evidence) if one.row["kind"] != "overall"]
        yield address, "projects.html", {"forms": forms_of(facts, evidence, rows), "listed": listed}
    yield (
        addresses.ENGLISH,
        "english.html",
        {
            **english.content(facts, evidence, text),
            "lost": lost_number(facts),
        },
    )
    content = {
        "counts": check_counts(facts),
        "groups": [(state, _checked(facts, evidence, state)) for state in ORDER],
        "passes": passes_by_rule(facts),
        "rules": {rule.id: rule for rule in all_rules()},
        "continued": Markup(addresses.CONTINUED),  # nosec B704 - a comment of our own
    }
    yield addresses.CHECKS, "checks.html", content
    pages = list(source_pages(facts, text, package.page_lines(folder)))
    notes = package.read_notes(folder)
    printed = {
        "extracted": package.extracted_text(folder) is not None,
        "originals": originals(facts),
        "notes": notes,
        "copied": copied,
        "received": received,
        "scans": scans(notes),
        "pages": pages,
        "contents": contents(pages),
        "unread": [evidence.link(row, row["text"]) for row in unread(facts)],
        "lost": lost_number(facts),
    }
    for page in pages:
        yield page.address, "source.html", {**printed, "page": page}


def _is_itself(agency: str, department: str) -> bool:
    """Whether an agency that a department lists is the department with its own accounts.

    >>> _is_itself("示例局（本级）", "示例局"), _is_itself("示例局中心", "示例局")
    (True, False)
    """
    return agency in {department, *(f"{department}{own}" for own in _OWN)}


def _checked(facts: Facts, evidence: Evidence, state: str) -> Sequence[Finding]:
    """The checks of one state; those that fail in plain words."""
    if state == "fail":
        return contradictions(facts, evidence)
    return statements(facts, evidence, state)


def _front_page(facts: Facts, folder: Path, text: str) -> dict[str, Any]:
    """What the first page of a disclosure shows."""
    here = addresses.disclosure(facts.disclosure_id)
    evidence = Evidence.of(facts, "")
    measures = tables.measure_tables(facts, evidence)
    functions = tables.function_tables(facts, evidence, addresses.way(here, addresses.FUNCTIONS))
    forms = form_list(facts, evidence)
    return {
        "here": here,
        "statutory": statutory_names(facts),
        "paged": any(row["page"] for row in facts.rows("figures")[:1]),
        "contradicted": Markup(addresses.CONTRADICTED),  # nosec B704 - a comment of our own
        "words": Glossary(row["term"] for row in facts.rows("glossary")),
        "sentences": Teller(facts, evidence).sentences(),
        **_charts(facts, evidence, _beside([*measures, *functions], forms)),
        "tables": measures,
        "functions": functions,
        "economic": _economic(facts),
        "forms": forms,
        "counted": counted(facts),
        "lowest": lowest(facts, evidence),
        "counts": check_counts(facts),
        "missing": reasons_missing(facts),
        "fails": contradictions(facts, evidence),
        "coverage": coverage(facts, partial(evidence.number, "measures"), text),
        "figures": figure_counts(facts),
        "lost": lost_number(facts),
        "unread": [
            evidence.link(row, f"{row['text']}（{evidence.place_of(row)}）")
            for row in unread(facts)
        ],
        "organisation": facts.rows("organisation"),
        "has_itself": any(
            row["kind"] == "unit" and _is_itself(row["name"], facts.disclosure["department"])
            for row in facts.rows("organisation")
        ),
        "texts": facts.rows("texts"),
        "glossary": facts.rows("glossary"),
        "notes": package.read_notes(folder),
        "versions": [one.name for one in earlier(folder)],
        "here_archive": addresses.archive(facts.disclosure_id, "zip"),
        "originals": originals(facts),
        "extracted": package.extracted_text(folder) is not None,
        "masked": masked,
        "copied": copied,
        "kept": kept,
    }


def _charts(facts: Facts, evidence: Evidence, tables: Sequence[Beside]) -> dict[str, Any]:
    """The charts with their numbers, and which sentence has which."""
    charts = charts_for(facts, evidence, "")
    names = {chart.name for chart in charts}
    shown = []
    for chart in charts:
        rows = chart_table(chart, evidence)
        shown.append((chart, drawn(chart, evidence), rows, repeated_in(rows, tables)))
    return {
        "charts": shown,
        "chart_of": {head: name for head, name in CHART_OF.items() if name in names},
    }


def _beside(tables: Sequence[PageTable], forms: Sequence[Listed]) -> list[Beside]:
    """The tables of the page whose numbers a chart may show too."""
    cells = [cell for one in forms for cell in (one.budget, one.executed, one.rate, one.score)]
    return [
        *(beside(one.anchor, one.title, (c for line in one.lines for c in line.cells))
          for one in tables),
        beside("projects", "全部自评表", cells),
    ]  # fmt: skip


def unread(facts: Facts) -> list[FiguresRow]:
    """Figures that were not understood and belong to no cell."""
    rows = facts.rows("figures")
    return [row for row in rows if row["status"] == "unread" and not row["resource"]]


def lost_number(facts: Facts) -> int:
    """How many figures have a cell and cannot be read, because the extracted text is damaged."""
    return figure_counts(facts)["unread"] - len(unread(facts))


def figure_counts(facts: Facts) -> dict[str, int]:
    """Number of figures of the ledger by status."""
    return {name: sum(row["status"] == name for row in facts.rows("figures")) for name in STATUSES}


def _economic(facts: Facts) -> dict[str, list[EconomicRow]]:
    """Lines of basic expenditure by their group's label."""
    groups = {"personnel": "人员经费", "public": "公用经费"}
    return {
        label: [row for row in facts.rows("economic") if row["group"] == name]
        for name, label in groups.items()
    }

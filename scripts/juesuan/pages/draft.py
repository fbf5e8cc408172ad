"""A disclosure before it is published, as one HTML file that needs nothing beside it.

It is made of the parts that the pages of a disclosure and the board are made of; only links lead
to places of the same file. No script, no picture, nothing from elsewhere, and its policy says so.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Any

from markupsafe import Markup

from juesuan import package
from juesuan.check import Passed, all_rules
from juesuan.check.between import between_rules
from juesuan.collection import Draft
from juesuan.pages.digest import quotes
from juesuan.pages.disclosure import tables
from juesuan.pages.disclosure.findings import check_counts, passes_by_rule, statements
from juesuan.pages.disclosure.forms import forms_of
from juesuan.pages.disclosure.page import figure_counts, unread
from juesuan.pages.disclosure.source import originals, source_pages
from juesuan.pages.disclosure.statutory import statutory_pages
from juesuan.pages.evidence.coverage import coverage
from juesuan.pages.evidence.figures import Evidence
from juesuan.pages.evidence.lines import lines
from juesuan.pages.evidence.printed import Printed
from juesuan.pages.markup import rendered
from juesuan.pages.telling.words import ORDER, title_of
from juesuan.rows import ChecksBetweenRow, FiguresRow

_TOLD = ("fail", "unreadable", "information")
"""States of findings between disclosures that are told one by one."""


class _Inside(Evidence):
    """Links to figures that are printed on the same page."""

    def address(self, figure: FiguresRow) -> str:
        """The figure in the source below."""
        return f"#{figure['figure_id']}"

    def to_line(self, line: str, text: str) -> Markup:
        """Words as a link to their line of the source below."""
        return Markup('<a href="#L{}">{}</a>').format(line, text)


def draft_page(draft: Draft, between: Sequence[ChecksBetweenRow] = ()) -> str:
    """The whole report on a disclosure that is not published, in Chinese.

    Args:
        draft: the disclosure; its folder must be there still.
        between: what is found between it and disclosures of a collection.
    """
    style = _style()
    hashed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return rendered(
        "draft.html", style=style, hashed=hashed, **_content(draft), **_between(between)
    )


def _style() -> Markup:
    """The style sheet of the report; trusted, it is a file of ours."""
    return Markup(rendered("draft.css"))  # nosec B704 - nothing of a disclosure is in it


def _between(rows: Sequence[ChecksBetweenRow]) -> dict[str, Any]:
    """What is found between the draft and disclosures of a collection."""
    counts = Counter(row["state"] for row in rows)
    return {
        "between": [row for row in rows if row["state"] in _TOLD],
        "between_counts": {state: counts[state] for state in ORDER},
        "between_rules": {rule.id: rule for rule in between_rules()},
    }


def _content(draft: Draft) -> dict[str, Any]:
    facts = draft.facts
    evidence = _Inside(facts.disclosure, facts.rows("figures"), "", facts.rows("places"))
    printed = Printed(draft.text)
    lost = unread(facts)
    return {
        "about": facts.disclosure,
        "title": title_of(facts.disclosure),
        "draft": draft,
        "counts": check_counts(facts),
        "fails": [
            (row, lines(quotes(row, evidence, printed), evidence))
            for row in facts.rows("checks")
            if row["state"] == "fail"
        ],
        "groups": [(state, statements(facts, evidence, state)) for state in ORDER],
        "passes": passes_by_rule(facts),
        "passed": Passed(facts),
        "rules": {rule.id: rule for rule in all_rules()},
        "linked": False,
        "coverage": coverage(facts, partial(evidence.number, "measures"), draft.text),
        "figures": figure_counts(facts),
        "unread": [
            evidence.link(row, f"{row['text']}（{evidence.place_of(row)}）") for row in lost
        ],
        "lost": [(lines([printed.quote(row)], evidence)) for row in lost],
        "originals": originals(facts),
        "notes": package.read_notes(draft.folder),
        "measures": [
            *tables.measure_tables(facts, evidence),
            *tables.function_tables(facts, evidence),
        ],
        "tables": statutory_pages(facts, evidence),
        "forms": forms_of(facts, evidence, facts.rows("projects")),
        "pages": list(source_pages(facts, draft.text, package.page_lines(draft.folder))),
    }

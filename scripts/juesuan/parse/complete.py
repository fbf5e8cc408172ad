"""Refusing what is no whole disclosure: templates, texts that were cut off, forms without their end."""

from __future__ import annotations

import re

from juesuan import terms
from juesuan.errors import IncompleteError, NotADisclosureError
from juesuan.model import Document, Facts

_BLANKS = 20
"""Figures printed as XX from which on a text is a template and no disclosure."""


def complete(document: Document, facts: Facts) -> None:
    """Refuse a text without the sections of a disclosure, or one that was cut off.

    Raises:
        NotADisclosureError: if it has no section on revenue and expenditure, or is a template.
        IncompleteError: if its last parts, or sections that every disclosure has, are missing.
    """
    measures = {row["section"] for row in facts.rows("measures")}
    if len(re.findall(r"[XＸ×]{2,}\s*(?:万元|%|辆|个)", document.text)) > _BLANKS:
        raise NotADisclosureError(
            f"{document.name}:1", "a form with XX in place of its figures", "a disclosure that is filled in",
            "get the disclosure itself; this is its template",
        )  # fmt: skip
    if not measures & {"overview", "revenue", "expenditure"}:
        raise NotADisclosureError(
            f"{document.name}:1", "no section on revenue and expenditure", "收入支出决算总体情况说明 and the sections after it",
            "check that the file is the explanatory text (决算公开说明) and not only its cover or tables",
        )  # fmt: skip
    kinds = {row["kind"] for row in facts.rows("texts")}
    last = document.line_of(len(document.text.rstrip()) - 1)
    if not facts.rows("glossary") and "statutory_table" not in kinds:
        raise IncompleteError(
            f"{document.name}:{last}", "the end of the file without the last parts of a disclosure",
            "名词解释 or the list of tables at the end", "extract the whole document again",
        )  # fmt: skip
    told = {row["measure"].partition(".")[0] for row in facts.rows("measures")}
    needed = {"overview": "revenue overall", "revenue": "revenue", "expenditure": "expenditure", "appropriation": "appropriation",
              "general_budget": "general_budget"}  # fmt: skip
    missing = [
        name
        for name, kinds in needed.items()
        if name not in measures and not told & set(kinds.split())
    ]
    if missing:
        raise IncompleteError(
            f"{document.name}:{last}", f"no figures for {', '.join(terms.sections()[name].label for name in missing)}",
            "these sections with their figures", "extract the document again; a part of it is missing",
        )  # fmt: skip


def whole_forms(document: Document, facts: Facts, allowed: int) -> None:
    """Refuse a text with forms that were cut off, where the other forms of the document show that they were.

    Args:
        document: for lines.
        facts: what was understood.
        allowed: how many such forms the original has.

    Raises:
        IncompleteError: if there are more.
    """
    forms = [row for row in facts.rows("projects") if row["kind"] == "project"]
    cut = [
        row
        for row in forms
        if not row["total_score"] and "total_score" in row["unreadable"].split()
    ]
    if len(cut) <= allowed or sum(bool(row["total_score"]) for row in forms) <= len(forms) // 2:
        return
    first = cut[0]
    ends = [
        figure.end
        for figure in facts.figures
        if figure.resource in ("project_funds", "indicators")
        and figure.row.partition("/")[0] == first["project_id"]
    ]
    raise IncompleteError(
        f"{document.name}:{document.line_of(max(ends, default=1) - 1)}",
        f"the end of form {first['project_id']} ({first['name'] or 'without a name'}) without 总分 and with weights that do not "
        f"make 100; {len(cut)} such forms",
        "all of the form, as of the others", "extract the document again; if the original is printed so, set "
        f"cut_forms = {len(cut)} under [limits] in disclosure.toml beside source/ and build it",
    )  # fmt: skip

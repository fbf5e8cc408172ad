"""What a disclosure lacks, and what is refused: a text without any use, forms without their end."""

from __future__ import annotations

from collections.abc import Iterator

from juesuan import terms
from juesuan.errors import IncompleteError, NotADisclosureError
from juesuan.model import Document, Facts
from juesuan.parse.damage import signs_of_damage
from juesuan.parse.other import refuse_other
from juesuan.rows import ProjectsRow

_BLANKS = 20
"""Figures printed as XX from which on a text is a template and no disclosure."""

_EXPECTED = {
    "overview": ("revenue", "overall"),
    "revenue": ("revenue",),
    "expenditure": ("expenditure",),
    "appropriation": ("appropriation",),
    "general_budget": ("general_budget",),
}
"""Sections that disclosures have, and beginnings of measures that tell as much elsewhere."""


def complete(document: Document, facts: Facts) -> tuple[str, ...]:
    """Tell what a disclosure lacks, and refuse a text of which nothing can be used.

    Args:
        document: for lines, and for what else the text may be.
        facts: what was understood.

    Returns:
        A remark for each part that disclosures have and this one has not; it may not have been
        published, or not be understood. And one for each sign that characters were lost.

    Raises:
        NotADisclosureError: if it is a template, or none of its figures were understood.
    """
    _filled_in(document)
    _has_accounts(document, facts)
    return (
        *_lacks_end(document, facts),
        *_lacks_sections(document, facts),
        *signs_of_damage(document, facts),
    )


def _filled_in(document: Document) -> None:
    if len(terms.words("complete").pattern("blank").findall(document.text)) > _BLANKS:
        raise NotADisclosureError(
            f"{document.name}:1",
            "a form with XX in place of its figures",
            "a disclosure that is filled in",
            "get the disclosure itself; this is its template",
        )


def _has_accounts(document: Document, facts: Facts) -> None:
    if any(figure.status == "bound" for figure in facts.figures):
        return
    refuse_other(document)
    raise NotADisclosureError(
        f"{document.name}:1",
        "no figure of revenue or expenditure that is understood",
        "收入支出决算总体情况说明 and the sections after it",
        "check that the file is the explanatory text (决算公开说明) and not only its cover; "
        "where its headings are others, add them to scripts/juesuan/terms/data/sections.toml",
    )


def _lacks_end(document: Document, facts: Facts) -> Iterator[str]:
    kinds = {row["kind"] for row in facts.rows("texts")}
    if not facts.rows("glossary") and "statutory_table" not in kinds:
        yield (
            f"{_last_line(document)}: found no 名词解释 and no list of tables; where the original "
            "has them, the text was cut off: extract the whole document again"
        )


def _lacks_sections(document: Document, facts: Facts) -> Iterator[str]:
    have = _sections(facts)
    told = {row["measure"].partition(".")[0] for row in facts.rows("measures")}
    lacking = [
        terms.sections()[name].label
        for name, elsewhere in _EXPECTED.items()
        if name not in have and told.isdisjoint(elsewhere)
    ]
    if lacking:
        yield (
            f"{_last_line(document)}: found no figures for {', '.join(lacking)}; where the "
            "original has them, their headings or sentences are not understood, or a part of the "
            "text is missing: compare with the original"
        )


def _sections(facts: Facts) -> set[str]:
    """Sections that tell figures of measures."""
    return {row["section"] for row in facts.rows("measures")}


def _last_line(document: Document) -> str:
    return document.where(len(document.text.rstrip()) - 1)


def whole_forms(document: Document, facts: Facts, allowed: int) -> None:
    """Refuse a text with forms that were cut off, where its other forms show that they were.

    Args:
        document: for lines.
        facts: what was understood.
        allowed: how many such forms the original has.

    Raises:
        IncompleteError: if there are more.
    """
    forms = [row for row in facts.rows("projects") if row["kind"] == "project"]
    cut = [row for row in forms if _is_cut(row)]
    whole = sum(bool(row["total_score"]) for row in forms)
    if len(cut) <= allowed or whole <= len(forms) // 2:
        return
    raise IncompleteError(
        document.where(_end(facts, cut[0]) - 1),
        f"the end of form {cut[0]['project_id']} ({cut[0]['name'] or 'without a name'}) without "
        f"总分 and with weights that do not make 100; {len(cut)} such forms",
        "all of the form, as of the others",
        "extract the document again; if the original is printed so, set "
        f"cut_forms = {len(cut)} under [limits] in disclosure.toml beside source/ and build it",
    )


def _is_cut(form: ProjectsRow) -> bool:
    """Whether a form has no total score, and should have one."""
    return not form["total_score"] and "total_score" in form["unreadable"].split()


def _end(facts: Facts, form: ProjectsRow) -> int:
    """Where the last figure of a form ends in the source."""
    ends = (
        figure.end
        for figure in facts.figures
        if figure.resource in ("project_funds", "indicators")
        and figure.row.partition("/")[0] == form["project_id"]
    )
    return max(ends, default=1)

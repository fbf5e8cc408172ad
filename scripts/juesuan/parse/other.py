"""What a text is that is no final accounts of a department: a budget, a government's, a report.

A department publishes its budget (部门预算) in the same places and in tables of the same kind. It
is the other half of the same story and is called what it is; it is not read yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan import terms
from juesuan.errors import NotADisclosureError
from juesuan.model import Document
from juesuan.parse.chinese import with_arabic_years
from juesuan.terms import Words

_HEAD = 3000
"""Characters at the beginning of a text in which it says what it is."""

_TITLE = 80
"""Characters of the longest line that may be a title."""

_TABLES = 3
"""Titles of tables of a budget from which on a text without a title of its own is one."""

_ACCOUNTS = "its final accounts (部门决算) of that year"
_EXPECTED = "a final-accounts disclosure of a department (部门决算)"


def refuse_other(document: Document) -> None:
    """Refuse a document that says that it is something else than final accounts of a department.

    Raises:
        NotADisclosureError: if it does, with what it is.
    """
    words = terms.words("complete")
    head = re.sub(r"[ \t\u3000]", "", document.clean[:_HEAD])
    if (year := budget_year(document.clean)) is not None:
        of = f" for {year}" if year else ""
        raise NotADisclosureError(
            f"{document.name}:1",
            f"a department's budget (部门预算){of}: this is no final accounts, and budgets are not "
            "read yet",
            _ACCOUNTS if year else _EXPECTED,
            "leave it out, and add the final accounts of that year (部门决算公开) once they are "
            "published",
        )
    squeezed = head.replace("\n", "")
    for name, kind in _OTHERS.items():
        if words.pattern(name).search(squeezed):
            raise NotADisclosureError(
                f"{document.name}:1", kind, _EXPECTED, "leave it out; it is not read"
            )


_OTHERS = {
    "government": "final accounts of a government (政府决算), not of a department",
    "evaluation": "a report on an evaluation (绩效评价报告) alone",
}
"""Entries of the words by which other documents are told, and how messages call them."""


def budget_year(text: str) -> str | None:
    r"""Of which year a text is the budget of a department.

    Its title says so, or the tables that it holds are those of budgets.

    Args:
        text: of the document, with half-width punctuation.

    Returns:
        The year, four digits; empty where it tells none; None where it is no budget.

    >>> budget_year("某某市示例局\n2025 年部门预算公开说明"), budget_year("某某局2025年度部门决算")
    ('2025', None)
    """
    words = terms.words("complete")
    head = with_arabic_years(text[:_HEAD])
    lines = [re.sub(r"[\s#*]", "", line) for line in head.split("\n")]
    titles = list(_titles([one for one in lines if one], words))
    if any(words.pattern("accounts_title").search(one) for one in titles):
        return None
    for one in titles:
        if found := words.pattern("budget").search(one):
            return found["year"] or found["year_behind"] or ""
    return _of_tables(text, words)


def _titles(lines: list[str], words: Words) -> Iterator[str]:
    """Lines that may be titles, each also with the line before it."""
    for before, line in zip(["", *lines], lines, strict=False):
        if len(line) <= _TITLE and not words.pattern("sentence").search(line):
            yield line
            if len(before) <= _TITLE and not words.pattern("sentence").search(before):
                yield before + line


def _of_tables(text: str, words: Words) -> str | None:
    """The year of a budget whose tables alone tell what it is."""
    squeezed = re.sub(r"\s", "", text)
    tables = {found[0] for found in words.pattern("budget_table").finditer(squeezed)}
    if len(tables) < _TABLES or words.pattern("accounts_table").search(squeezed):
        return None
    found = words.pattern("budget_year").search(squeezed)
    return found["year"] if found else ""

"""The forms of all projects taken together: sums of their funds."""

from __future__ import annotations

from typing import Literal

from juesuan.check.book.book import Book
from juesuan.check.comparing.cell import Cell
from juesuan.check.comparing.compare import plus
from juesuan.check.views.words import WORDS
from juesuan.errors import AbsentFactError, UnreadableFactError
from juesuan.rows import ProjectFundsRow

PART = "部分不应超过全部"
"""What is usual of a part that is compared with its whole."""

FundsColumn = Literal["initial_budget", "annual_budget", "executed"]
FUNDS_COLUMNS: tuple[tuple[FundsColumn, str], ...] = (
    ("initial_budget", "年初预算数"),
    ("annual_budget", "全年预算数"),
    ("executed", "全年执行数"),
)
"""The columns of amounts of a form's funds, and how they are called."""

Source = Literal["other_funds", "fiscal_funds"]


def all_projects(book: Book, column: FundsColumn) -> Cell:
    """The sum of all project forms.

    Raises:
        AbsentFactError: if there are no such forms.
        UnreadableFactError: if the funds of one were not read.
    """
    forms = book.project_forms()
    if not forms:
        raise AbsentFactError("原文未附项目支出绩效自评表")
    rows = [_total(book, form["project_id"]) for form in forms]
    return plus([book.fund(row, column) for row in rows], f"{len(forms)} 张项目自评表之和")


def _total(book: Book, project_id: str) -> ProjectFundsRow:
    try:
        return book.funds_total(project_id)
    except AbsentFactError as error:
        said = f"{book.form_name(project_id)}的资金没有读出，合计无从核对"
        raise UnreadableFactError(said) from error


def of_forms(book: Book, column: FundsColumn, source: Source, label: str) -> Cell:
    """The sum of the project forms' funds from a source.

    Raises:
        AbsentFactError: if not all forms print funds from it.
    """
    forms = {form["project_id"] for form in book.project_forms()}
    rows = [
        row
        for row in book.facts.rows("project_funds")
        if row["project_id"] in forms and comes_from(row, source)
    ]
    if {row["project_id"] for row in rows} != forms or not forms:
        raise AbsentFactError(f"各项目自评表没有都列示{label}")
    return plus([book.fund(row, column, label) for row in rows], f"各项目{label}之和")


def comes_from(row: ProjectFundsRow, source: Source) -> bool:
    """Whether a row of funds is of this source, or a part of it."""
    name = row["source"]
    for word in WORDS.words("part_of"):
        name = name.removeprefix(word)
    return name.startswith(WORDS.words(source))

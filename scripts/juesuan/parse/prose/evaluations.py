"""What the prose says of the evaluations of projects, where no form of a project is printed.

A summary (项目绩效自评综述) gives the budget, the execution, its rate and the score of a project,
which is what its form gives. Where the document has such forms, they say the same in full and the
summaries stay texts.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from juesuan import terms
from juesuan.amount import NUMERAL
from juesuan.parse import passage
from juesuan.parse.claims import Claim, Draft
from juesuan.parse.passage import published
from juesuan.parse.prose.sections.notes import paragraphs
from juesuan.parse.prose.sections.outline import Outline
from juesuan.parse.view import View
from juesuan.rows import ProjectFundsColumn, ProjectsRow
from juesuan.terms import Words

_SECTION = "performance"

_FUNDS: tuple[ProjectFundsColumn, ...] = (
    "initial_budget",
    "annual_budget",
    "executed",
    "execution_rate_pct",
)
"""Figures that stand in the row of a project's funds; the score stands in that of the project."""

_SCORE = "total_score"

_OF_ALL = "performance.projects"
"""The measure that holds figures of all evaluated projects."""

_SENTENCE = re.compile(r"[^。;]+[。;]?")

_Figures = dict[str, tuple[View, re.Match[str]]]
"""By column where a figure is printed: the section, and its place there."""


class _Mark(NamedTuple):
    """Where a summary begins, the name of its project, and where what it says begins."""

    start: int
    name: tuple[int, int]
    end: int


def read_evaluations(outline: Outline, draft: Draft, source: str) -> None:
    """Read the summaries, where the document has no form of a project.

    Args:
        outline: the sections.
        draft: takes the rows.
        source: the text as received.
    """
    if any(row["kind"] == "project" for row in draft.rows("projects")):
        return
    for part in outline.parts:
        if part.id == _SECTION:
            begins = paragraphs(part.body, part.begins, source, part.full)
            for name, figures in _projects(part.body, sorted({0, *begins})):
                if _are_free(figures, draft):
                    _write(name, figures, draft)


def _are_free(figures: _Figures, draft: Draft) -> bool:
    """Whether no other cell has the figures of a project; what was taken for all projects is freed.

    "全年预算数为…" without its project is said of all projects: a sentence by itself is taken so.
    """
    starts = {view.at[one.start("value")] for view, one in figures.values()}
    taken = [one for one in draft.claims if one.value and one.start in starts]
    if any(not _is_of_all(one) for one in taken):
        return False
    draft.claims = [one for one in draft.claims if one not in taken]
    for claim in taken:
        _free(claim, draft)
    return True


def _free(claim: Claim, draft: Draft) -> None:
    """Take a figure out of the row of all projects, and the row if none is left in it."""
    is_left = any(one.value and one.row == claim.row for one in draft.claims)
    rows = draft.rows("measures")
    for row in [one for one in rows if f"{one['section']}/{one['measure']}" == claim.row]:
        cast("dict[str, str]", row)[claim.field] = ""
        if not is_left:
            rows.remove(row)


def _is_of_all(claim: Claim) -> bool:
    """Whether a figure went to all evaluated projects together."""
    return claim.resource == "measures" and claim.row.rpartition("/")[2] == _OF_ALL


def _projects(body: View, begins: Sequence[int]) -> Iterator[tuple[View, _Figures]]:
    """The projects of a section, each with its name and what is told of it.

    Args:
        body: of the section.
        begins: where its paragraphs begin.
    """
    marks = _marks(body.text, begins)
    ends = [*(one.start for one in marks[1:]), len(body)]
    for mark, end in zip(marks, ends, strict=False):
        figures = _told(body, mark.end, end)
        if _SCORE in figures or {"annual_budget", "executed"} <= figures.keys():
            yield body[slice(*mark.name)], figures


def _marks(text: str, begins: Sequence[int]) -> list[_Mark]:
    """Where a summary may begin, the name of its project, and what it says.

    A heading above that has no mark at its end is not of the name; a name that is parted by the end
    of a line is one all the same.
    """
    lines = itertools.pairwise([*begins, len(text)])
    found = [one for line in lines for one in _within(text, *line)]
    taken = {place for one in found for place in range(*one.name)}
    parted = [one for one in _within(text, 0, len(text)) if taken.isdisjoint(range(*one.name))]
    return sorted([*found, *parted])


def _within(text: str, start: int, end: int) -> Iterator[_Mark]:
    for one in _words().pattern("project").finditer(text[start:end]):
        name = (start + one.start("name"), start + one.end("name"))
        yield _Mark(start + one.start(), name, start + one.end())


def _told(body: View, start: int, end: int) -> _Figures:
    """The figures of the sentences behind a name, up to the first sentence that has none."""
    found: _Figures = {}
    for number, sentence in enumerate(_SENTENCE.finditer(body.text, start, end)):
        own = _of_sentence(body, *sentence.span())
        if not own and (found or number):
            break
        found = {**own, **found}
    return found


def _of_sentence(body: View, start: int, end: int) -> _Figures:
    found: _Figures = {}
    for column in (*_FUNDS, _SCORE):
        if match := _words().pattern(column).search(body.text, start, end):
            found[column] = (body, match)
    return found


def _write(name: View, figures: _Figures, draft: Draft) -> None:
    """Write the rows of a project: its name and score, and its funds."""
    every = draft.rows("projects")
    number = sum(row["kind"] == "summary" for row in every) + 1
    project: ProjectsRow = draft.add(
        "projects",
        project_id=f"p{number:02}",
        kind="summary",
        position=str(len(every) + 1),
        name=passage.publish(name),
    )
    draft.quote("projects", project, "name", name)
    if score := figures.get(_SCORE):
        view, one = score
        project["total_score"] = published(_value(one), one["unit"])
        draft.bind("projects", project, _SCORE, project["total_score"], *_place(view, one))
    own = {column: figures[column] for column in _FUNDS if column in figures}
    if own:
        row = draft.add(
            "project_funds", project_id=project["project_id"], position="1", source="total"
        )
        for column, (view, one) in own.items():
            row[column] = published(_value(one), one["unit"])
            draft.bind("project_funds", row, column, row[column], *_place(view, one))


def _value(one: re.Match[str]) -> str:
    return one["value"].replace(",", "")


def _place(view: View, one: re.Match[str]) -> tuple[View, str]:
    """The digits of a figure where they are printed, and its unit."""
    return view[one.start("value") : one.end("value")], one["unit"]


def _words() -> Words:
    return terms.words("evaluations", numeral=NUMERAL, money=terms.unit_pattern("money"))

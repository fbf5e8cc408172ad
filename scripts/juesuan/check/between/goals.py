"""Goals and targets that recur, between years and between departments: told, never alleged.

A project that goes on may well have the same goal; so this is information for readers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from juesuan.check.between.case import Copied, Years
from juesuan.check.between.family import Family
from juesuan.check.between.years import YEARS
from juesuan.check.book.book import Book, form_name
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import inside
from juesuan.check.comparing.compare import INFORMATION, PASS, Outcome
from juesuan.check.views.names import plain
from juesuan.errors import AbsentFactError
from juesuan.rows import ProjectsRow

FEWEST = 20
"""Characters below which a goal says too little to be called the same as another one."""

_QUOTED = 40
"""Characters of a goal that are quoted."""

_FEW = 3
"""Indicators below which a list of them says too little."""

GOALS: Family[Copied] = Family()

_NO_SIGN = re.compile(r"[\W_]+")


def plain_goal(text: str) -> str:
    """A goal as goals are compared: its letters and digits alone; empty where it is too short.

    >>> plain_goal("保障 12 个科室的正常运转，按时支付办公经费，提高服务水平。")
    '保障12个科室的正常运转按时支付办公经费提高服务水平'
    >>> plain_goal("保障运转。")
    ''
    """
    found = _NO_SIGN.sub("", unicodedata.normalize("NFKC", text))
    return found if len(found) >= FEWEST else ""


def _projects(case: Years) -> Iterator[Subject[ProjectsRow]]:
    for row in case.later.facts.rows("projects"):
        yield Subject("projects", row, row["project_id"], case.later.form_name(row["project_id"]))


@YEARS.rule("B07", over=_projects)
def goal_of_last_year(case: Years, form: Subject[ProjectsRow]) -> Outcome:
    """项目的预期目标与上一年公开里同名项目的不同

    延续的项目目标相同并不少见，所以逐字相同只供参考，不是差错。
    """
    other = _same_form(case.earlier, form.row)
    goal, before = (plain_goal(row["expected_goal"]) for row in (form.row, other))
    if not goal or not before:
        raise AbsentFactError("没有印出预期目标，或目标过短")
    figures = (
        *_figures(case.later, form.row, "expected_goal"),
        *_figures(case.earlier, other, "expected_goal"),
    )
    if goal != before:
        return Outcome(PASS, "预期目标与上一年的不同", figures=figures)
    said = f"预期目标与{case.earlier.year}年度公开里同名项目的逐字相同：{_quoted(form.row)}"
    return Outcome(INFORMATION, said, figures=figures)


@YEARS.rule("B08", over=_projects)
def targets_of_last_year(case: Years, form: Subject[ProjectsRow]) -> Outcome:
    """项目的绩效指标和指标值与上一年公开里同名项目的不全相同

    逐条相同只供参考，不是差错。
    """
    other = _same_form(case.earlier, form.row)
    now, then = _targets(case.later, form.row), _targets(case.earlier, other)
    if len(now) < _FEW or len(then) < _FEW:
        raise AbsentFactError(f"指标不足 {_FEW} 条")
    if now != then:
        return Outcome(PASS, "指标和指标值与上一年的不全相同")
    said = f"{len(now)} 条指标及其指标值与{case.earlier.year}年度公开里同名项目的逐条相同"
    return Outcome(INFORMATION, said)


def _copied(case: Copied) -> list[Subject[ProjectsRow]]:
    return [Subject("projects", case.form, case.form["project_id"], form_name(case.form))]


@GOALS.rule("B09", over=_copied)
def goal_of_others(case: Copied, form: Subject[ProjectsRow]) -> Outcome:
    """项目的预期目标没有与其他部门的逐字相同

    同一类项目、统一下达的项目，目标相同并不少见，所以只供参考，不是差错。
    """
    other = case.other_about
    same = f"{other['department']}{other['fiscal_year']}年度公开的{form_name(case.other)}"
    more = f"，共 {case.number} 个部门有这一目标" if case.number > 2 else ""
    return Outcome(INFORMATION, f"预期目标与{same}逐字相同：{_quoted(form.row)}{more}")


def _same_form(book: Book, row: ProjectsRow) -> ProjectsRow:
    """The form of the same project.

    Raises:
        AbsentFactError: if there is none, or more than one.
    """
    found = [one for one in book.facts.rows("projects") if _is_same(one, row)]
    if len(found) != 1:
        said = "没有" if not found else f"有 {len(found)} 个"
        raise AbsentFactError(f"上一年公开{said}同名项目")
    return found[0]


def _is_same(one: ProjectsRow, row: ProjectsRow) -> bool:
    if one["kind"] != row["kind"]:
        return False
    return row["kind"] == "overall" or (
        bool(row["name"]) and plain(one["name"]) == plain(row["name"])
    )


def _targets(book: Book, form: ProjectsRow) -> list[tuple[str, str]]:
    rows = book.facts.rows("indicators")
    own = (row for row in rows if row["project_id"] == form["project_id"])
    return [(plain(row["level3"]), "".join(row["target"].split())) for row in own]


def _figures(book: Book, row: ProjectsRow, field: str) -> list[str]:
    """The figures inside of a text, with the id of their disclosure."""
    found = book.numerals("projects", row, field)
    return [f"{book.facts.disclosure_id}/{one.figure}" for one in found]


def _quoted(row: ProjectsRow) -> str:
    text = " ".join(row["expected_goal"].split())
    return f"“{inside(text[:_QUOTED])}{'…' if len(text) > _QUOTED else ''}”"

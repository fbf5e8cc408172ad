"""A year's disclosure against last year's: what both print of one year.

A disclosure tells of last year in two ways: it prints last year's amount, or it prints by how much
this year's differs from it. Both are compared with what last year's disclosure printed as actual.
Where the two do not speak of the same body (another scope, other agencies, another department),
they need not agree: that is a seam, which is told, and no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator

from juesuan.check.between.case import Years
from juesuan.check.between.family import Family
from juesuan.check.between.lines import Line, lines_with
from juesuan.check.between.seams import unless_seam
from juesuan.check.book.legible import told
from juesuan.check.comparing.compare import INFORMATION, PASS, Outcome, adds_up, is_percent, minus
from juesuan.check.views.words import WORDS, says
from juesuan.errors import AbsentFactError

YEARS: Family[Years] = Family()

_SAME = "同一年度的数字在两份公开里应当相同"


@YEARS.whole("B01")
def follows_on(case: Years) -> Outcome:
    """两个年度的公开口径相同，可以逐年相比

    口径（汇总、部门、单位）、部门名称、所属单位有变动的，两份公开讲的不是同一个范围，
    上年数不必相同。这里只说明变动，不是差错。
    """
    if not case.seams:
        return Outcome(PASS, "口径、名称和列出的所属单位都没有变动")
    return Outcome(INFORMATION, f"与上一年度不能直接相比：{'；'.join(case.seams)}")


def _printed(case: Years) -> Iterator[Line]:
    return lines_with(case, "prior_year")


@YEARS.rule("B02", over=_printed)
def prior_year_printed(case: Years, line: Line) -> Outcome:
    """今年公开里印出的上年决算数 ＝ 上一年公开里的决算数

    同一个年度的同一个数字在两份公开里各印一次，通常应当相同。
    """
    return _judged(case, line, adds_up(line.figure(case, "prior_year"), [line.before(case)]))


def _changes(case: Years) -> Iterator[Line]:
    return lines_with(case, "change")


@YEARS.rule("B03", over=_changes)
def prior_year_derived(case: Years, line: Line) -> Outcome:
    """今年的决算数 − 比上年增减额 ＝ 上一年公开里的决算数

    今年公开只印出比上年增减多少的，由今年的数字减去增减额推算上年数，再同上一年公开比较。
    """
    derived = minus(line.now(case), line.figure(case, "change"))
    return _judged(case, line, adds_up(derived, [line.before(case)]))


def _rates(case: Years) -> Iterator[Line]:
    return (one for one in lines_with(case, "change_pct") if not told(one.row, "change"))


@YEARS.rule("B04", over=_rates)
def rate_of_change(case: Years, line: Line) -> Outcome:
    """今年公开只印比上年增减百分比的，百分比按两份公开的决算数重算相符

    百分比 ＝（今年决算数 − 上一年公开的决算数）÷ 上一年公开的决算数。
    """
    before = line.before(case)
    if before.value == 0:
        raise AbsentFactError(f"{before.label}为 0，百分比无意义")
    change = minus(line.now(case), before)
    rate = line.figure(case, "change_pct")
    return _judged(case, line, is_percent(rate, change, before, "增减额 ÷ 上一年公开的决算数"))


def _judged(case: Years, line: Line, outcome: Outcome) -> Outcome:
    """A finding, with what the line itself says of another scope."""
    reason = line.row["reason"]
    own = [f"原文说明口径有变动（{reason}）"] if says(reason, WORDS.words("rescoped")) else []
    return unless_seam(outcome, [*case.seams, *own], _SAME)

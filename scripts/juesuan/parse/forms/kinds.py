"""What each row of a form is: the first of a list of questions that is answered yes."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from juesuan.parse.forms.grid import GridRow
from juesuan.parse.forms.values import Kind
from juesuan.parse.forms.vocabulary import WORDS, contains, is_side_label


class Stage(IntEnum):
    """Kinds of row, in the order in which a form prints them."""

    TITLE = 0
    YEAR = 1
    NAME = 2
    SUPERVISOR = 3
    FUNDS_HEAD = 4
    FUNDS = 5
    GOALS_HEAD = 6
    GOALS = 7
    INDICATOR_HEAD = 8
    INDICATOR = 9
    TOTAL = 10


Question = Callable[[GridRow, Stage], bool]
"""Whether a row is of a kind, in a form that has come to a stage."""

_RATIO = (Kind.NUMBER, Kind.PERCENT, Kind.DASH)
_LONGEST_NAME_LABEL, _LONGEST_BODY_LABEL, _LONGEST_GOALS_HEAD = 14, 8, 40
"""Characters up to which a text with such a word is a label and no sentence."""


def kind_of_row(row: GridRow, stage: Stage) -> Stage:
    """The kind of a row.

    Args:
        row: the row.
        stage: the latest kind of row that its form has had.
    """
    return next((kind for kind, is_so in _QUESTIONS if is_so(row, stage)), Stage.FUNDS)


# -- what a row says by its words alone ----------------------------------------------------------


def _is_title(row: GridRow, stage: Stage) -> bool:
    return len(row.cells) <= 2 and WORDS.pattern("title").fullmatch(row.squeezed) is not None


def _is_year(row: GridRow, stage: Stage) -> bool:
    alone = len(row.cells) <= 3 and WORDS.pattern("year").fullmatch(row.squeezed)
    return bool(alone) or any(WORDS.pattern("year_in_brackets").fullmatch(t) for t in row.texts)


def _heads_indicators(row: GridRow, stage: Stage) -> bool:
    return contains(row.squeezed, "third_level") is not None


def _begins_with_name(row: GridRow, stage: Stage) -> bool:
    return contains(row.texts[0], "named") is not None


def _heads_funds(row: GridRow, stage: Stage) -> bool:
    text = row.squeezed
    headings = contains(text, "annual_budget") and contains(text, "beside_annual_budget")
    return bool(headings) and not any(cell.kind is Kind.NUMBER for cell in row.cells)


def _heads_goals(row: GridRow, stage: Stage) -> bool:
    text = row.squeezed
    headings = contains(text, "expected_goal") and contains(text, "actual_goal")
    return bool(headings) and len(text) <= _LONGEST_GOALS_HEAD


def _is_total(row: GridRow, stage: Stage) -> bool:
    labelled = any(contains(text, "total_label") for text in row.texts)
    return labelled or contains(row.texts[0], "total") is not None


# -- what it is at its place ---------------------------------------------------------------------


def _is_sum_of_indicators(row: GridRow, stage: Stage) -> bool:
    return stage >= Stage.INDICATOR_HEAD and row.texts[0] in WORDS.words("sums")


def _is_fund(row: GridRow, stage: Stage) -> bool:
    """Three values, and a source of funds or the place of the funds."""
    if sum(cell.kind in _RATIO for cell in row.cells) < 3 or stage >= Stage.INDICATOR_HEAD:
        return False
    named = any(contains(text, "fund_source") for text in row.texts[:3])
    return named or Stage.FUNDS_HEAD <= stage <= Stage.FUNDS


def _is_side_of_funds(row: GridRow, stage: Stage) -> bool:
    return stage < Stage.GOALS_HEAD and all(is_side_label(text) for text in row.texts)


def _names_body(row: GridRow, stage: Stage) -> bool:
    return any(map(_is_body_label, row.texts))


def _is_body_label(text: str) -> bool:
    short = len(text) <= _LONGEST_BODY_LABEL and contains(text, "bodies")
    return bool(short or contains(text, "body_labelled"))


def _names_something(row: GridRow, stage: Stage) -> bool:
    """A short text with the word "name", above the funds or where the next form begins."""
    follows = stage >= Stage.INDICATOR_HEAD and row.texts[0] in WORDS.words("next_name")
    if not follows and stage >= Stage.FUNDS_HEAD:
        return False
    return any(len(t) <= _LONGEST_NAME_LABEL and contains(t, "name") for t in row.texts)


def _stands_below_name(row: GridRow, stage: Stage) -> bool:
    return Stage.NAME <= stage < Stage.FUNDS_HEAD


def _stands_on_top(row: GridRow, stage: Stage) -> bool:
    return stage < Stage.NAME


def _stands_below_indicator_head(row: GridRow, stage: Stage) -> bool:
    return stage >= Stage.INDICATOR_HEAD


def _stands_below_goals_head(row: GridRow, stage: Stage) -> bool:
    return stage >= Stage.GOALS_HEAD


_QUESTIONS: tuple[tuple[Stage, Question], ...] = (
    (Stage.TITLE, _is_title),
    (Stage.YEAR, _is_year),
    (Stage.INDICATOR_HEAD, _heads_indicators),
    (Stage.NAME, _begins_with_name),
    (Stage.FUNDS_HEAD, _heads_funds),
    (Stage.GOALS_HEAD, _heads_goals),
    (Stage.TOTAL, _is_total),
    (Stage.TOTAL, _is_sum_of_indicators),
    (Stage.FUNDS, _is_fund),
    (Stage.FUNDS, _is_side_of_funds),
    (Stage.SUPERVISOR, _names_body),
    (Stage.NAME, _names_something),
    (Stage.SUPERVISOR, _stands_below_name),
    (Stage.NAME, _stands_on_top),
    (Stage.INDICATOR, _stands_below_indicator_head),
    (Stage.GOALS, _stands_below_goals_head),
)
"""Kinds of row with their questions; a row that is none of them stands between funds and goals."""

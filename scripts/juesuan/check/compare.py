"""Comparisons of published figures: exact, within the rounding envelope, or of a percentage.

The envelope is computed from the written digits: a printed figure may lie half of its last digit away from the exact
one, so a sum of n addends may miss its printed total by the halves of all n + 1 figures. A recomputed percentage must
be equal after rounding half-up; where it is not, the interval that the rounded operands allow decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from juesuan.amount import percent
from juesuan.check.book import Cell

PASS, ROUNDING, FAIL, INFORMATION = "pass", "rounding", "fail", "information"
_CANNOT = "两处数字不能同时成立"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a comparison found."""

    state: str
    statement: str
    left: Decimal | None = None
    right: Decimal | None = None
    tolerance: Decimal = Decimal(0)
    figures: tuple[str, ...] = ()


def plus(cells: Sequence[Cell], label: str = "") -> Cell:
    """The sum of cells as a cell."""
    value = sum((cell.value for cell in cells), Decimal(0))
    text = " + ".join(f"{cell.label} {cell.text}" for cell in cells[:8]) + (f" … 共{len(cells)}项" if len(cells) > 8 else "")
    figures = tuple(figure for cell in cells for figure in cell.figures)
    return Cell(value, sum((cell.slack for cell in cells), Decimal(0)), label or text, f"{value:,}", figures)


def minus(left: Cell, right: Cell, label: str = "") -> Cell:
    """A difference of cells as a cell."""
    value = left.value - right.value
    from_ = left.label if _is_written_out(left) else f"{left.label} {left.text}"
    taken = f"（{right.label}）" if _is_written_out(right) else f"{right.label} {right.text}"
    name = label or f"{from_} − {taken}"
    return Cell(value, left.slack + right.slack, name, f"{value:,}", left.figures + right.figures)


def _is_written_out(cell: Cell) -> bool:
    """Whether the label of a computed figure is its arithmetic."""
    return " + " in cell.label or " − " in cell.label


def equal(left: Cell, right: Cell) -> Outcome:
    """Two printed figures must be the same."""
    same = left.value == right.value
    return _outcome(PASS if same else FAIL, "＝" if same else "≠", left, right, Decimal(0))


def by_convention(outcome: Outcome) -> Outcome:
    """An outcome of two figures that are the same by the usual way of filling in a form, not by logic alone."""
    return replace(outcome, statement=outcome.statement.replace(_CANNOT, "按通常口径应当相等"))


def adds_up(total: Cell, parts: Sequence[Cell]) -> Outcome:
    """A printed total against the sum of printed parts, within the rounding envelope."""
    right = parts[0] if len(parts) == 1 else plus(parts)
    envelope = total.slack + right.slack
    difference = abs(total.value - right.value)
    state = PASS if difference == 0 else ROUNDING if difference <= envelope else FAIL
    return _outcome(state, "＝" if state == PASS else "≈" if state == ROUNDING else "≠", total, right, envelope)


def at_most(left: Cell, right: Cell, slack: bool = False) -> Outcome:
    """A printed figure must not exceed another one."""
    envelope = left.slack + right.slack if slack else Decimal(0)
    over = left.value - right.value
    state = PASS if over <= 0 else ROUNDING if over <= envelope else FAIL
    return _outcome(state, "≤" if state != FAIL else "＞", left, right, envelope)


def is_percent(printed: Cell, part: Cell, whole: Cell, what: str) -> Outcome:
    """A printed percentage against part / whole, recomputed from the printed amounts.

    Args:
        printed: the percentage, percent points.
        part, whole: the amounts; ``whole`` must not be zero.
        what: the quotient in words.
    """
    places = -printed.slack.adjusted() - 1 if printed.slack else 0
    again = percent(part.value, whole.value, places)
    low, high = _interval(part, whole)
    state = PASS if again == printed.value else ROUNDING if low - printed.slack <= printed.value <= high + printed.slack else FAIL
    sign = {PASS: "＝", ROUNDING: "≈", FAIL: "≠"}[state]
    end = {PASS: "", ROUNDING: "，在四舍五入允许的范围内", FAIL: f"，{_CANNOT}"}[state]
    statement = f"{printed.label} {printed.text} {sign} {what}：{part.text} ÷ {whole.text} ＝ {again}%{end}"
    figures = printed.figures + part.figures + whole.figures
    return Outcome(state, statement, printed.value, again, printed.slack, figures)


def _interval(part: Cell, whole: Cell) -> tuple[Decimal, Decimal]:
    ends = [
        (part.value + a) * 100 / (whole.value + b)
        for a in (-part.slack, part.slack)
        for b in (-whole.slack, whole.slack)
        if whole.value + b
    ]
    return min(ends), max(ends)


def _outcome(state: str, sign: str, left: Cell, right: Cell, tolerance: Decimal) -> Outcome:
    difference = left.value - right.value
    end = {
        PASS: "",
        ROUNDING: f"，相差 {difference:,}，在四舍五入容差 {tolerance} 以内",
        FAIL: f"，相差 {difference:,}，{_CANNOT}",
    }[state]
    shown = (
        right.text
        if right.label.endswith(right.text)
        else f"{right.label} ＝ {right.text}"
        if _is_written_out(right)
        else f"{right.label} {right.text}"
    )
    statement = f"{left.label} {left.text} {sign} {shown}{end}"
    return Outcome(state, statement, left.value, right.value, tolerance, left.figures + right.figures)

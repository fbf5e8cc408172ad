"""Comparisons of published figures: exact, within the rounding envelope, or of a percentage.

The envelope is computed from the written digits: a printed figure may lie half of its last digit
away from the exact one, so a sum of n addends may miss its printed total by the halves of all n + 1
figures. A recomputed percentage must be equal after rounding half-up; where it is not, the interval
that the rounded operands allow decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, Decimal
from typing import TypeVar

from juesuan.amount import MOST_DECIMALS, percent
from juesuan.check.comparing.brief import both_sides, name_of_difference, name_of_sum
from juesuan.check.comparing.cell import Cell, figures_of, half_digit, with_unit
from juesuan.errors import AbsentFactError
from juesuan.rows import ChecksBetweenRow, ChecksRow

PASS, ROUNDING, FAIL, INFORMATION = "pass", "rounding", "fail", "information"
UNREADABLE, NOT_APPLICABLE = "unreadable", "not_applicable"
_Row = TypeVar("_Row", ChecksRow, ChecksBetweenRow)
_CANNOT = "两处数字不能同时成立"
BY_CUSTOM = "按通常口径"
"""Stands in a statement of what need not agree by logic."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a comparison found.

    Attributes:
        state: as in ``checks``.
        statement: the accountant's sentence.
        left, right: the two sides; None where there is none.
        tolerance: how far they may lie apart by rounding alone.
        figures: ids of the printed figures behind them.
        brief: what is said and what is said otherwise, without arithmetic and verdict, for a
            layman; empty where the statement is as short as that.
    """

    state: str
    statement: str
    left: Decimal | None = None
    right: Decimal | None = None
    tolerance: Decimal = Decimal(0)
    figures: tuple[str, ...] = ()
    brief: str = ""


def withheld(row: _Row, statement: str) -> _Row:
    """A contradiction that is not alleged: nothing is left of it but a sentence.

    Args:
        row: of ``checks`` or ``checks_between``.
        statement: why it is not judged.
    """
    judged = row.copy()
    judged["state"], judged["statement"] = UNREADABLE, statement
    judged["left"] = judged["right"] = judged["difference"] = judged["tolerance"] = ""
    judged["figures"] = judged["brief"] = ""
    return judged


def compared(
    state: str, statement: str, left: Cell, right: Cell | None = None, brief: str = ""
) -> Outcome:
    """What was found of two printed figures, or of one, in the words of the rule."""
    figures = left.figures + (right.figures if right else ())
    other = right.value if right else None
    return Outcome(state, statement, left.value, other, figures=figures, brief=brief)


_WRITTEN = 8
"""Up to so many addends are written out."""


def plus(cells: Sequence[Cell], label: str = "", named: bool = False) -> Cell:
    """The sum of cells as a cell; without a label of its own it is called by its addends.

    Args:
        cells: the addends.
        label: what it is.
        named: whether its arithmetic names the addends.
    """
    value = sum((cell.value for cell in cells), Decimal(0))
    text = " + ".join(f"{cell.label} {cell.text}" for cell in cells[:_WRITTEN])
    text += f" … 共{len(cells)}项" if len(cells) > _WRITTEN else ""
    figures = figures_of(cells)
    unit = _unit(cells)
    slack = sum((cell.slack for cell in cells), Decimal(0))
    return Cell(
        value,
        slack,
        label or text,
        with_unit(value, unit),
        figures,
        unit,
        _sum(cells, named) if label else "",
        "" if label else name_of_sum(cells),
    )


def _sum(cells: Sequence[Cell], named: bool) -> str:
    """A sum in numbers, without its zeros; empty where it is one printed number, or too many."""
    addends = [cell for cell in cells if cell.value]
    if len(addends) == 1:
        return addends[0].terms
    if not addends or len(addends) > _WRITTEN:
        return ""
    zeros = len(cells) - len(addends)
    told = (_named(cell) if named else f"{cell.value:,f}" for cell in addends)
    return " + ".join(cell.terms or one for cell, one in zip(addends, told, strict=True)) + (
        f"（另 {zeros} 个为 0）" if zeros else ""
    )


def _unit(cells: Sequence[Cell]) -> str:
    units = {cell.unit for cell in cells}
    return units.pop() if len(units) == 1 else ""


def minus(left: Cell, right: Cell, label: str = "") -> Cell:
    """A difference of cells as a cell; without a label of its own it is called by its operands."""
    value = left.value - right.value
    from_ = left.label if _is_written_out(left) else f"{left.label} {left.text}"
    taken = f"（{right.label}）" if _is_written_out(right) else f" {right.label} {right.text}"
    unit = _unit([left, right])
    bracketed = right.terms or (_named(right) if right.value < 0 else "")
    terms = f"{left.terms or _named(left)} −" + (
        f"（{bracketed}）" if bracketed else f" {_named(right)}"
    )
    name, figures = label or f"{from_} −{taken}", left.figures + right.figures
    return Cell(
        value,
        left.slack + right.slack,
        name,
        with_unit(value, unit),
        figures,
        unit,
        terms if label else "",
        "" if label else name_of_difference(left, right),
    )


def _named(cell: Cell) -> str:
    """A figure as a term of arithmetic: what it is and its number, without its unit."""
    return f"{cell.called} {cell.value:,f}".strip()


def _is_written_out(cell: Cell) -> bool:
    """Whether the label of a computed figure is its arithmetic."""
    return not cell.terms and (" + " in cell.label or " −" in cell.label)


def stated(cell: Cell) -> str:
    """A figure with its name; of a computed one the arithmetic before it."""
    if cell.label.endswith(cell.text):
        return cell.text
    equals = "＝" if (cell.terms or cell.label).endswith("）") else " ＝"
    if cell.terms:
        joint = " " if cell.terms[0] in "-0123456789" else "："
        return f"{cell.label}{joint}{cell.terms}{equals} {cell.text}"
    return (
        f"{cell.label}{equals} {cell.text}"
        if _is_written_out(cell)
        else f"{cell.label} {cell.text}"
    )


def equal(left: Cell, right: Cell) -> Outcome:
    """Two printed figures must be the same."""
    same = left.value == right.value
    return _outcome(PASS if same else FAIL, "＝" if same else "≠", left, right, Decimal(0))


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """The first contradiction, else the first that needs rounding, else the first.

    Raises:
        AbsentFactError: if there is none.
    """
    found = list(outcomes)
    if not found:
        raise AbsentFactError("没有可比较的数字")
    states = (state for state in (FAIL, ROUNDING) if any(one.state == state for one in found))
    state = next(states, found[0].state)
    return next(one for one in found if one.state == state)


def by_convention(outcome: Outcome, wanted: str = "应当相等") -> Outcome:
    """An outcome of figures that agree by the usual way of filling in a form, not by logic."""
    return replace(outcome, statement=outcome.statement.replace(_CANNOT, f"{BY_CUSTOM}{wanted}"))


def adds_up(total: Cell, parts: Sequence[Cell]) -> Outcome:
    """A printed total against the sum of printed parts, within the rounding envelope."""
    right = parts[0] if len(parts) == 1 else plus(parts)
    envelope = total.slack + right.slack
    difference = abs(total.value - right.value)
    state = PASS if difference == 0 else ROUNDING if difference <= envelope else FAIL
    return _outcome(
        state, "＝" if state == PASS else "≈" if state == ROUNDING else "≠", total, right, envelope
    )


def at_most(left: Cell, right: Cell, slack: bool = False) -> Outcome:
    """A printed figure must not exceed another one."""
    envelope = left.slack + right.slack if slack else Decimal(0)
    over = left.value - right.value
    state = PASS if over <= 0 else ROUNDING if over <= envelope else FAIL
    return _outcome(state, {PASS: "≤", ROUNDING: "≈", FAIL: "＞"}[state], left, right, envelope)


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
    state = (
        PASS
        if again == printed.value
        else ROUNDING
        if low - printed.slack <= printed.value <= high + printed.slack
        else FAIL
    )
    sign = {PASS: "＝", ROUNDING: "≈", FAIL: "≠"}[state]
    end = {PASS: "", ROUNDING: "，在四舍五入允许的范围内", FAIL: f"，{_CANNOT}"}[state]
    statement = (
        f"{printed.label} {printed.text} {sign} {what}：{part.text} ÷ {whole.text} ＝ {again}%{end}"
    )
    figures = printed.figures + part.figures + whole.figures
    brief = f"{printed.called}是 {printed.text}，{what}是 {again}%"
    return Outcome(state, statement, printed.value, again, printed.slack, figures, brief)


def _interval(part: Cell, whole: Cell) -> tuple[Decimal, Decimal]:
    ends = [
        (part.value + a) * 100 / (whole.value + b)
        for a in (-part.slack, part.slack)
        for b in (-whole.slack, whole.slack)
        if whole.value + b
    ]
    return min(ends), max(ends)


def _outcome(state: str, sign: str, left: Cell, right: Cell, envelope: Decimal) -> Outcome:
    tolerance = _with_decimals_of_amounts(envelope)
    apart = with_unit(abs(left.value - right.value), _unit([left, right]))
    end = {
        PASS: "",
        ROUNDING: f"，相差 {apart}，在四舍五入容差 {tolerance} 以内",
        FAIL: f"，相差 {apart}，{_CANNOT}",
    }[state]
    statement = f"{stated(left)} {sign} {stated(right)}{end}"
    figures = left.figures + right.figures
    brief = both_sides(sign, left, right)
    return Outcome(state, statement, left.value, right.value, tolerance, figures, brief)


def _with_decimals_of_amounts(envelope: Decimal) -> Decimal:
    """An envelope without what is finer than any amount, and so than any difference.

    >>> [str(_with_decimals_of_amounts(Decimal(one))) for one in ("0.0050005", "0.005")]
    ['0.005000', '0.005']
    """
    cut = envelope.quantize(Decimal(1).scaleb(-MOST_DECIMALS), rounding=ROUND_DOWN)
    return cut if half_digit(envelope) < half_digit(cut) else envelope

"""Revenue beside expenditure, each cell on a line of its own.

On which side a line stands is told by its label: 支出, 结余分配 and 年末 stand on the right, 收入,
拨款, 使用 and 年初 on the left, of two totals the first is the left one. Where lines are numbered
(行次), the numbers of each side must count on; a line may have nothing but its number.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from juesuan import terms
from juesuan.intake.singly.placing import Line, are_settled, first_is_sum, settle
from juesuan.intake.singly.tokens import Token, is_word, parted, pattern
from juesuan.model import Cell

_SIDES = ("revenue", "expenditure")


@dataclass(eq=False)
class _Entry:
    """A label, its number where lines are numbered, and its amounts."""

    label: Token | None
    number: Token | None
    line: Line


@dataclass(frozen=True)
class _Side:
    """One side: the headings of its label, of the numbers of lines, of its amounts."""

    name: Token
    label: Token
    number: Token | None
    amounts: list[Token]

    @property
    def width(self) -> int:
        """Its columns."""
        return 1 + (self.number is not None) + len(self.amounts)


def side_cells(table: terms.StatutoryTable, found: Sequence[Token]) -> list[Cell]:
    """The cells of a table where they stand; none where that is not told."""
    heads, cells = parted(found, _first)
    sides = _sides(heads)
    if len(sides) != len(_SIDES):
        return []
    entries = _entries(cells, sides)
    every = [one for side in entries for one in side]
    if not all(entries) or not _count_on(entries):
        return []
    for one in every:
        one.line.keep(first_is_sum)
    settle([group for side in entries for group in _sums(side)])
    return [*_body(sides, entries)] if are_settled([one.line for one in every]) else []


def _first(found: Sequence[Token]) -> int:
    """The first label that is numbered."""
    return next(
        (i for i, one in enumerate(found) if pattern("ordinal").match(one.text)), len(found)
    )


def _sides(heads: Sequence[Token]) -> list[_Side]:
    """The two sides by their headings; none where one of them is not known."""
    names = [one for one in heads if any(is_word(one, side) for side in _SIDES)]
    starts = [i for i, one in enumerate(heads) if pattern("side_label").search(one.text)]
    if [one.text for one in names] != [terms.words("statutory").words(one)[0] for one in _SIDES]:
        return []
    if len(starts) != len(_SIDES) or [*heads[: starts[0]]] != names:
        return []
    return [
        _side(name, heads[start:end])
        for name, start, end in zip(names, starts, [*starts[1:], len(heads)], strict=True)
    ]


def _side(name: Token, heads: Sequence[Token]) -> _Side:
    number = next((one for one in heads[1:] if is_word(one, "line_number")), None)
    return _Side(name, heads[0], number, [one for one in heads[1:] if one is not number])


def _entries(cells: Sequence[Token], sides: Sequence[_Side]) -> tuple[list[_Entry], list[_Entry]]:
    """The lines of both sides up to the first cell that belongs to none; none if one is lost."""
    found: tuple[list[_Entry], list[_Entry]] = ([], [])
    at = 0
    while at < len(cells):
        side = _side_of(cells[at], found)
        if side is None:
            break
        entry = _entry(cells[at : at + 3 + len(sides[side].amounts)], sides[side])
        if entry is None:
            return [], []
        found[side].append(entry)
        at += sum(map(bool, (entry.label, entry.number))) + len(entry.line.amounts)
    return found if all(map(_ends, found)) else ([], [])


def _entry(cells: Sequence[Token], side: _Side) -> _Entry | None:
    """The line that the first of some cells labels; None where it lacks its number.

    A number alone is a line in which nothing else is printed.
    """
    if cells[0].is_number:
        return _Entry(None, cells[0], Line([], len(side.amounts)))
    numbers = [one for one in cells[1:2] if side.number and one.is_number]
    rest = cells[1 + len(numbers) :]
    amounts = list(itertools.takewhile(lambda one: one.is_amount, rest))
    if len(amounts) > len(side.amounts) or len(numbers) != (side.number is not None):
        return None
    number = numbers[0] if numbers else None
    return _Entry(cells[0], number, Line(amounts, len(side.amounts)))


def _side_of(label: Token, found: Sequence[Sequence[_Entry]]) -> int | None:
    """On which side a label, or a number without one, stands; None where that is not told."""
    if label.is_number:
        last = [int(one[-1].number.text) if one and one[-1].number else None for one in found]
        return next((i for i, one in enumerate(last) if one == int(label.text) - 1), None)
    if not label.is_label:
        return None
    if pattern("line_total").match(label.text) and not pattern("sided").search(label.text):
        return int(_ends(found[0]))
    if pattern("right_side").search(label.text):
        return 1
    return 0 if pattern("left_side").search(label.text) else None


def _ends(side: Sequence[_Entry]) -> bool:
    """Whether a side has its total."""
    return bool(side) and _kind(side[-1]) == "total"


def _count_on(entries: Sequence[Sequence[_Entry]]) -> bool:
    """Whether the numbers of the lines of each side count on."""
    for side in entries:
        numbers = [int(one.number.text) for one in side if one.number]
        if any(b != a + 1 for a, b in itertools.pairwise(numbers)):
            return False
    return True


def _sums(side: Sequence[_Entry]) -> Iterator[tuple[Line, list[Line]]]:
    """The total and its parts, the sum of the year and its lines."""
    kinds: dict[str, list[Line]] = {}
    for one in side:
        kinds.setdefault(_kind(one), []).append(one.line)
    total, current = kinds.get("total", []), kinds.get("current", [])
    if len(total) == len(current) == 1:
        yield total[0], [*current, *kinds.get("carried", [])]
    if len(current) == 1 and "line" in kinds:
        yield current[0], kinds["line"]


def _kind(entry: _Entry) -> str:
    label = entry.label.text if entry.label else ""
    if pattern("line_total").match(label):
        return "total"
    if pattern("line_current").match(label):
        return "current"
    carried = ("surplus_used", "surplus_distributed", "opening", "closing")
    return "carried" if any(pattern(f"line_{one}").match(label) for one in carried) else "line"


def _body(sides: Sequence[_Side], entries: Sequence[Sequence[_Entry]]) -> Iterator[Cell]:
    """The cells: the lines of both sides beside one another, in the order of each."""
    starts = (0, sides[0].width)
    for side, start in zip(sides, starts, strict=True):
        yield side.name.cell(0, start, side.width)
    for side, start in zip(sides, starts, strict=True):
        heads = [side.label, *([side.number] if side.number else []), *side.amounts]
        yield from (head.cell(1, start + column) for column, head in enumerate(heads))
    for row, both in enumerate(_beside(*entries), 2):
        for side, start, one in zip(sides, starts, both, strict=True):
            if one is not None:
                yield from _line(side, start, row, one)


def _beside(
    left: Sequence[_Entry], right: Sequence[_Entry]
) -> Iterator[tuple[_Entry | None, _Entry | None]]:
    """The lines of both sides beside one another: above the sum of the year, from it on, totals."""
    for one, other in zip(_sections(left), _sections(right), strict=True):
        yield from itertools.zip_longest(one, other)


def _sections(side: Sequence[_Entry]) -> list[list[_Entry]]:
    kinds = [_kind(one) for one in side]
    at = kinds.index("current") if "current" in kinds else len(side) - 1
    return [[*side[:at]], [*side[at:-1]], [*side[-1:]]]


def _line(side: _Side, start: int, row: int, one: _Entry) -> Iterator[Cell]:
    if one.label:
        yield one.label.cell(row, start)
    if one.number:
        yield one.number.cell(row, start + 1)
    first = start + side.width - len(side.amounts)
    for column, amount in zip(one.line.ways[0], one.line.amounts, strict=True):
        yield amount.cell(row, first + column)

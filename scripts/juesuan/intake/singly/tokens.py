"""The cells of a table of which each stands on a line of its own."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from juesuan import terms
from juesuan.amount import WITH_DECIMALS, Rounded
from juesuan.model import Cell

_LONGEST = 40
"""Characters of a cell; a longer line is prose."""

_BEGINS = (
    "ordinal",
    "sum",
    "line_surplus_used",
    "line_surplus_distributed",
    "line_opening",
    "line_closing",
)
"""What a label is that goes on with none before it."""

_SENTENCE = re.compile(r"[。;]")
_AMOUNT = re.compile(rf"-?{WITH_DECIMALS}")
_NUMBER = re.compile(r"\d{1,3}")
_CODE = re.compile(r"\d{2,7}")


class Token(NamedTuple):
    """A line that is a cell.

    Attributes:
        text: without blanks.
        start, end: its characters, without blanks around them.
        line: number of its line below the title, empty ones counted.
    """

    text: str
    start: int
    end: int
    line: int = 0

    @property
    def is_amount(self) -> bool:
        """Whether it is an amount with decimals, or a dash in place of one."""
        return bool(_AMOUNT.fullmatch(self.text)) or self.is_dash

    @property
    def is_dash(self) -> bool:
        """Whether it is a dash."""
        return pattern("dash").fullmatch(self.text) is not None and self.text != "一"

    @property
    def is_number(self) -> bool:
        """Whether it is a whole number of at most three digits."""
        return _NUMBER.fullmatch(self.text) is not None

    @property
    def is_code(self) -> bool:
        """Whether it is a code or a part of one."""
        return _CODE.fullmatch(self.text) is not None

    @property
    def is_label(self) -> bool:
        """Whether it is words."""
        return not (self.is_amount or self.text.replace(".", "").isdecimal())

    @property
    def value(self) -> Rounded:
        """The amount, and half of its last digit; an exact 0 for a dash."""
        if self.is_dash:
            return Rounded(Decimal(0))
        return Rounded.printed(self.text, self.text.replace(",", ""))

    def cell(self, row: int, column: int, columns: int = 1) -> Cell:
        """It as a cell of a table."""
        return Cell(row, column, self.start, self.end, 1, columns)


def tokens(text: str, lines: Iterable[tuple[int, int]]) -> list[Token]:
    """The cells below a title, up to the first line that is prose.

    Args:
        text: clean.
        lines: where each begins and ends.
    """
    every = (_token(text, line, number) for number, line in enumerate(lines))
    return list(itertools.takewhile(_may_be_cell, filter(lambda one: one.text, every)))


def tokens_between_blanks(text: str, lines: Iterable[tuple[int, int]]) -> list[Token]:
    """The cells below a title between which single blanks stand, up to the first line of prose.

    Nothing tells a blank between cells from one within a label. Words behind one another are one
    cell where a row of amounts has them; two labels stand there only if the second one begins a
    line of the other side.

    Args:
        text: clean.
        lines: where each begins and ends.
    """
    found = list[Token]()
    for number, line in enumerate(below_about_lines(text, lines)):
        row = list(_parted(text, line, number))
        if not all(map(_may_be_cell, row)) or _SENTENCE.search(text, *line):
            break
        found.extend(_spelled(row))
    return _joined(found)


def below_about_lines(text: str, lines: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines behind what stands between a title and the headings."""
    return itertools.dropwhile(
        lambda line: not text[slice(*line)].strip() or _is_about(_token(text, line, 0)), lines
    )


def _parted(text: str, line: tuple[int, int], number: int) -> Iterator[Token]:
    for word in re.finditer(r"\S+", text[slice(*line)]):
        start, end = line[0] + word.start(), line[0] + word.end()
        yield Token(word[0], start, end, number)


def _spelled(row: Sequence[Token]) -> Iterator[Token]:
    """The cells of a line; a word that is typed with a blank behind each character is one (合 计).

    The parts of a code (类 款 项) stand behind one another as well: they are cells.
    """
    for is_spelled, run in itertools.groupby(row, _is_character):
        some = list(run)
        if is_spelled and not all(is_word(one, "code_part") for one in some):
            yield _as_one(some)
        else:
            yield from some


def _is_character(token: Token) -> bool:
    return len(token.text) == 1 and token.is_label and not token.is_dash


def _joined(found: Sequence[Token]) -> list[Token]:
    """The cells, with labels behind one another as one below the headings."""
    first = next((i for i, one in enumerate(found) if one.is_amount), len(found))
    body = next((one.line for one in found[first : first + 1]), 0)
    cells = list[Token]()
    for one in found:
        if cells and one.line >= body and _goes_on(cells[-1], one, body):
            cells[-1] = _as_one([cells[-1], one])
        else:
            cells.append(one)
    return cells


def _goes_on(before: Token, label: Token, body: int) -> bool:
    """Whether a label goes on with the words behind it, on its line or on the next one."""
    is_label = before.is_label and label.is_label and before.line >= body
    if not is_label or label.line > before.line + 1:
        return False
    return not any(pattern(one).search(label.text) for one in _BEGINS)


def _as_one(some: Sequence[Token]) -> Token:
    text = "".join(one.text for one in some)
    return Token(text, some[0].start, some[-1].end, some[-1].line)


def _token(text: str, line: tuple[int, int], number: int) -> Token:
    said = text[slice(*line)]
    start = line[0] + len(said) - len(said.lstrip())
    return Token(re.sub(r"\s", "", said), start, start + len(said.strip()), number)


def _may_be_cell(token: Token) -> bool:
    return len(token.text) <= _LONGEST and not _SENTENCE.search(token.text)


class Heads(NamedTuple):
    """The headings of a table, and the cells below them."""

    heads: list[Token]
    cells: list[Token]


def parted(found: Sequence[Token], begins: Callable[[Sequence[Token]], int]) -> Heads:
    """Headings and cells of a table, without the row that numbers its columns.

    Args:
        found: the cells of the table.
        begins: gives the number of the first cell below the headings; that of all where there is
            none.
    """
    at = begins(found)
    numbered = next((i for i, one in enumerate(found[:at]) if is_word(one, "line_row")), None)
    if numbered is None:
        return Heads([*found[:at]], [*found[at:]])
    behind = [one for one in found[numbered:] if not is_word(one, "line_row")]
    return Heads([*found[:numbered]], list(_without_numbers(behind)))


def below_about(found: Sequence[Token]) -> list[Token]:
    """The cells behind what stands between a title and the headings."""
    return list(itertools.dropwhile(_is_about, found))


def _is_about(token: Token) -> bool:
    """Whether a line above the headings says who, in which unit, or which form."""
    form = pattern("form_number").fullmatch(token.text)
    return bool(":" in token.text or terms.stated_unit(token.text) or form)


def _without_numbers(cells: Sequence[Token]) -> Iterator[Token]:
    """The cells behind the numbers of the columns, which count on from 1 (1=2+3 among them)."""
    count = 0
    for one in cells:
        number = one.text.partition("=")[0]
        if number == str(count + 1) and not one.is_amount:
            count += 1
        else:
            count = -2
            yield one


def is_word(token: Token, name: str) -> bool:
    """Whether a cell is one of some words."""
    return token.text in terms.words("statutory").words(name)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """An entry of the words that the statutory tables share."""
    return terms.words("statutory").pattern(name)

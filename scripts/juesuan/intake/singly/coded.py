"""Rows of the functional classification, each cell on a line of its own."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from juesuan import terms
from juesuan.amount import Rounded, adds_up
from juesuan.intake.singly.placing import BLANK, Line, are_settled, first_is_sum, settle
from juesuan.intake.singly.tokens import Token, is_word, parted, pattern
from juesuan.model import Cell

_CODES = 3
"""Columns of a code that is printed in parts."""

_BELOW = {0: 3, 3: 5, 5: 7}
"""Digits of a code, to those of the codes one level below."""


@dataclass(eq=False)
class _Row:
    """A row: the parts of its code, its name, its amounts."""

    codes: list[Token]
    name: Token
    line: Line

    @property
    def code(self) -> str:
        """The whole code; its parts are joined, or repeat one another."""
        code = ""
        for one in self.codes:
            code = one.text if code and one.text.startswith(code) else code + one.text
        return code


def coded_cells(table: terms.StatutoryTable, found: Sequence[Token]) -> list[Cell]:
    """The cells of a table where they stand; none where that is not told.

    Args:
        table: which one it is.
        found: the cells below its title.
    """
    heads, cells = parted(found, _first)
    columns = _columns(table, heads)
    if not columns:
        return []
    rows = list(_rows(cells, len(columns)))
    _place(rows, [name for name, _ in columns])
    if not rows or not are_settled([one.line for one in rows]):
        return []
    return [*_head(heads, [head for _, head in columns]), *_body(rows)]


def _first(found: Sequence[Token]) -> int:
    """The first cell of the row that has the first amount: its code, or its name."""
    at = next((i for i, one in enumerate(found) if one.is_amount), len(found) + 1) - 1
    while at > 0 and found[at - 1].is_code:
        at -= 1
    return max(0, at)


def _columns(
    table: terms.StatutoryTable, heads: Sequence[Token]
) -> list[tuple[str, tuple[Token, ...]]]:
    """The columns of amounts in their order: which each is, and its headings from top to bottom.

    None where one is not known, or two are the same.
    """
    paths = _paths(table, heads)
    names = [_known(table, path) for path in paths]
    if not all(names) or len(set(names)) < len(names):
        return []
    return list(zip(names, paths, strict=True))


def _paths(table: terms.StatutoryTable, heads: Sequence[Token]) -> list[tuple[Token, ...]]:
    """The headings of each column of amounts, from top to bottom.

    Headings of a second level stand behind those of code and name; they are below the one heading
    of the first level with which all of them are known. None where that is not told.
    """
    at = next((i for i, one in enumerate(heads) if pattern("name").search(one.text)), -1)
    upper = list(filter(_is_money, heads[: max(0, at)]))
    lower = list(filter(_is_money, heads[at + 1 :]))
    if not (upper and lower):
        return [(one,) for one in upper or lower]
    over = [one for one in upper if all(_known(table, (one, low)) for low in lower)]
    return [path for one in upper for path in _below(one, over[0], lower)] if len(over) == 1 else []


def _below(one: Token, over: Token, lower: Sequence[Token]) -> list[tuple[Token, ...]]:
    return [(one, low) for low in lower] if one is over else [(one,)]


def _is_money(head: Token) -> bool:
    """Whether a heading is none of code and name."""
    is_part = is_word(head, "code_part") or pattern("side_label").search(head.text)
    return not (is_part or pattern("code").search(head.text))


def _known(table: terms.StatutoryTable, path: tuple[Token, ...]) -> str:
    """Which column some headings are of; empty where they are none's."""
    said = "/".join(one.text for one in path)
    return next((name for name, one in table.columns.items() if re.search(one, said)), "")


def _rows(cells: Sequence[Token], width: int) -> Iterator[_Row]:
    """The rows up to the first that is none: each a code and a name or a total, and its amounts."""
    at = 0
    while at < len(cells):
        codes = _run(cells, at, lambda one: one.is_code)
        name = at + len(codes)
        if name == len(cells) or not (codes or pattern("total").match(cells[name].text)):
            return
        amounts = _run(cells, name + 1, lambda one: one.is_amount)
        if not cells[name].is_label or len(codes) > _CODES or len(amounts) > width:
            return
        yield _Row(codes, cells[name], Line(amounts, width))
        at = name + 1 + len(amounts)


def _run(cells: Sequence[Token], at: int, fits: Callable[[Token], bool]) -> list[Token]:
    end = at
    while end < len(cells) and fits(cells[end]):
        end += 1
    return list(cells[at:end])


def _place(rows: Sequence[_Row], names: list[str]) -> None:
    """Find out in which columns the amounts stand.

    Where blank cells are empty lines, a row has as many lines as columns; the sums of its columns
    must hold all the same.
    """
    groups = [(row.line, parts) for row in rows if (parts := _parts(row, rows))]
    held = {id(line) for whole, parts in groups for line in (whole, *parts)}
    for row, below in itertools.pairwise(rows):
        first = [*below.codes, below.name][0]
        if id(row.line) in held and first.line - row.name.line - 1 == len(names):
            row.line.ways = [tuple(one.line - row.name.line - 1 for one in row.line.amounts)]
    for row in rows:
        row.line.keep(lambda amounts: _holds(dict(zip(names, amounts, strict=True)), amounts))
    settle(groups)


def _holds(row: dict[str, Rounded], amounts: list[Rounded]) -> bool:
    """Whether the sums of a row hold: the first column of the others, or those of a fund."""
    if "opening" not in row and "closing" not in row:
        return len(amounts) == 1 or first_is_sum(amounts)
    spent = row.get("expenditure", BLANK)
    left = [row.get("opening", BLANK), row.get("revenue", BLANK), -spent]
    parts = [row.get("basic", BLANK), row.get("project", BLANK)]
    return adds_up(row.get("closing", BLANK), left) and adds_up(spent, parts)


def _parts(row: _Row, rows: Sequence[_Row]) -> list[Line]:
    """The rows one level below."""
    length = _BELOW.get(len(row.code), 9)
    return [one.line for one in rows if len(one.code) == length and one.code.startswith(row.code)]


def _head(heads: Sequence[Token], columns: Sequence[tuple[Token, ...]]) -> Iterator[Cell]:
    """Two rows of headings: of code and name, and of the amounts."""
    code = next((one for one in heads if pattern("code").search(one.text)), None)
    name = next((one for one in heads if pattern("name").search(one.text)), None)
    if code:
        yield code.cell(0, 0, _CODES)
    if name:
        yield name.cell(0, _CODES)
    seen: set[Token] = set()
    for column, path in enumerate(columns, _CODES + 1):
        if path[0] not in seen:
            across = sum(other[0] == path[0] for other in columns)
            yield path[0].cell(0, column, across)
            seen.add(path[0])
    for column, path in enumerate(columns, _CODES + 1):
        if len(path) > 1:
            yield path[1].cell(1, column)


def _body(rows: Sequence[_Row]) -> Iterator[Cell]:
    for number, row in enumerate(rows, 2):
        yield from (one.cell(number, column) for column, one in enumerate(row.codes))
        yield row.name.cell(number, _CODES)
        for column, one in zip(row.line.ways[0], row.line.amounts, strict=True):
            yield one.cell(number, _CODES + 1 + column)

"""Basic expenditure by economic classification, each cell on a line of its own.

Each amount stands directly behind its own name, so that a blank cell that is gone moves nothing;
the blocks that stand side by side become one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from juesuan import terms
from juesuan.intake.singly.tokens import Token, is_word, parted, pattern
from juesuan.model import Cell

_CODES = 2
"""Columns of a code that is printed in parts."""


def block_cells(table: terms.StatutoryTable, found: Sequence[Token]) -> list[Cell]:
    """The cells of a table where they stand; none where that is not told."""
    heads, cells = parted(found, _first)
    code = _one(heads, pattern("code"))
    name = _one(heads, pattern("block_name"))
    actual = _one(heads, re.compile(table.columns["actual"]))
    if not (code and name and actual) or not all(map(_is_known(table), heads)):
        return []
    body = list(_body(cells))
    head = [code.cell(0, 0, _CODES), name.cell(0, _CODES), actual.cell(0, _CODES + 1)]
    return [*head, *body] if body else []


def _first(found: Sequence[Token]) -> int:
    return next((i for i, one in enumerate(found) if one.is_code), len(found))


def _one(heads: Sequence[Token], wanted: re.Pattern[str]) -> Token | None:
    return next((one for one in heads if wanted.search(one.text)), None)


def _is_known(table: terms.StatutoryTable) -> Callable[[Token], bool]:
    known = [
        pattern("code"),
        pattern("block_name"),
        pattern("block_group"),
        re.compile(table.columns["actual"]),
    ]
    return lambda head: is_word(head, "code_part") or any(one.search(head.text) for one in known)


def _body(cells: Sequence[Token]) -> Iterator[Cell]:
    """The cells of the rows, up to the first cell that begins none."""
    at, row = 0, 1
    while at < len(cells):
        codes = at
        while codes < len(cells) and cells[codes].is_code and codes - at < _CODES:
            codes += 1
        if codes == len(cells) or not cells[codes].is_label:
            return
        if codes == at and not pattern("sum").search(cells[codes].text):
            return
        yield from (one.cell(row, column) for column, one in enumerate(cells[at:codes]))
        yield cells[codes].cell(row, _CODES)
        at, row = codes + 1, row + 1
        if at < len(cells) and cells[at].is_amount:
            yield cells[at].cell(row - 1, _CODES + 1)
            at += 1

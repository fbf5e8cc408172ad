"""The table of basic expenditure: blocks of code, name and amount side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from juesuan.parse import passage
from juesuan.parse.statutory.grid.cells import Row, is_decimal, texts
from juesuan.parse.statutory.grid.label import Label, Named, group_of, named
from juesuan.parse.statutory.grid.vocabulary import contains
from juesuan.parse.statutory.shapes.heading import take_head
from juesuan.parse.statutory.shapes.reading import Reading

_CODE = re.compile(r"\d{3,5}")


class _Block(NamedTuple):
    """The columns of a block: of the code, of the name, of the amount."""

    codes: list[int]
    name: int
    amount: int


def read_blocks(reading: Reading) -> None:
    """Read the table into ``table6``, one block after another."""
    paths = take_head(reading, reading.first(_is_data))
    blocks = list(_blocks(paths, re.compile(reading.table.columns["actual"])))
    taken: set[tuple[int, int]] = set()
    for block in blocks:
        _read_block(reading, block, taken)
    if not blocks:
        reading.remark("no column of amounts was found")


def _is_data(row: Row) -> bool:
    coded = any(_CODE.fullmatch(cell.text) for cell in row if cell.begins)
    return coded or any(map(is_decimal, row))


def _blocks(paths: list[str], amounts: re.Pattern[str]) -> Iterator[_Block]:
    """The blocks: each ends in a column of amounts."""
    start = 0
    for end, path in enumerate(paths):
        if amounts.search(path):
            columns = list(range(start, end))
            last = columns[-1] if columns else end
            name = next((i for i in columns if contains(paths[i], "block_name")), last)
            yield _Block([i for i in columns if i < name], name, end)
            start = end + 1


def _read_block(reading: Reading, block: _Block, taken: set[tuple[int, int]]) -> None:
    """Read one block.

    Args:
        reading: the table.
        block: its columns.
        taken: amounts (row, column) that belong to a total of a block further left; takes more.
    """
    for number, row in enumerate(reading.sheet.rows):
        own = named(row, block.codes, block.name)
        place = (number, block.amount)
        if own.is_nothing and (not row[block.amount].text or place in taken):
            continue
        if why := own.why_unread:
            reading.remark(f"a row {why} ({' '.join(texts(row))[:40]}) is unread")
            continue
        at = _amount_at(row, own.label, block.amount)
        taken.add((number, at))
        _write(reading, own, row, at)


def _amount_at(row: Row, label: Label, amount: int) -> int:
    """The column of a row's amount: that of a total which covers it stands behind the total."""
    over = _is_sum(label) and label.covers(row[amount]) and not label.amount
    if not over:
        return amount
    return next((i for i in range(amount + 1, len(row)) if row[i].begins), amount)


def _is_sum(label: Label) -> bool:
    return contains(label.text, "sum") is not None


def _write(reading: Reading, own: Named, row: Row, at: int) -> None:
    values = reading.values()
    values.take_row(own.label, {"actual": row[at]})
    draft = reading.draft
    made = draft.add(
        "table6",
        position=str(len(draft.rows("table6")) + 1),
        kind=_kind(own),
        code=own.code,
        name=passage.publish(own.label.view),
        group=group_of(own.code, own.label.text),
        **values.columns(),
    )
    for cell in own.codes:
        if cell.begins:
            draft.quote("table6", made, "code", cell.view)
    draft.quote("table6", made, "name", own.label.view)
    values.claim(draft, "table6", made)


def _kind(own: Named) -> str:
    """The kind of a row: by the digits of its code, a total by its label."""
    return {3: "class", 5: "item"}.get(len(own.code), "total" if _is_sum(own.label) else "line")

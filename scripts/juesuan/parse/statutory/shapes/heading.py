"""The headings of a table: taken from its first rows, and bound to the columns that they head."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from juesuan.parse import chinese
from juesuan.parse.statutory.grid.cells import BLANK, MONEY, Row, texts
from juesuan.parse.statutory.grid.label import CODE, is_code_part, kind_of_label
from juesuan.parse.statutory.grid.vocabulary import ORDINAL, WORDS, contains, is_whole
from juesuan.parse.statutory.shapes.askew import WHY as ASKEW
from juesuan.parse.statutory.shapes.askew import is_askew
from juesuan.parse.statutory.shapes.numbered import (
    is_numbering,
    refer_numbers,
    take_numbers,
    without_heading,
)
from juesuan.parse.statutory.shapes.reading import Reading, refer_words


def take_head(reading: Reading, count: int) -> list[str]:
    """Take the rows of headings away and return the path of each column.

    Headings that later pages repeat go too, and rows that number the columns; a row that holds
    headings and figures stays as a row of figures, and gives its headings to the path.

    Args:
        reading: the table; its sheet loses the rows, and its torn rows are mended.
        count: the number of its first rows that are headings.
    """
    sheet = reading.sheet
    head = [row for row in sheet.rows[:count] if not is_line_row(row)]
    shared = [_headings_only(row) for row in sheet.rows[count : count + 1]]
    paths = sheet.paths([*head, *shared])
    if is_askew(sheet.rows, count, paths, reading.table.columns.values()):
        reading.doubts.append(ASKEW)
    lined = {i for i, row in enumerate(sheet.rows) if is_line_row(row)}
    taken = {*range(count), *_repeated(reading, head, count), *lined}
    taken |= _printed_again(sheet.rows, [*head, *shared], count)
    cells = [cell for i in sorted(taken) for cell in sheet.rows[i] if cell.begins]
    for cell in cells:
        refer_words(reading.draft, cell.view)
    _tell_amounts(reading, " ".join(cell.text for cell in cells))
    sheet.drop(taken)
    sheet.mend(_begins_row)
    return paths


def _tell_amounts(reading: Reading, headings: str) -> None:
    """An amount among headings is none of them, and no figure of a column either."""
    if amounts := MONEY.findall(headings):
        told = "、".join(amounts[:3]) + ("…" if len(amounts) > 3 else "")
        reading.remark(f"{len(amounts)} amounts stand among its headings ({told}) and are unread")


def _repeated(reading: Reading, head: list[Row], count: int) -> set[int]:
    """The rows behind page breaks that are headings again."""
    rows = reading.sheet.rows
    known = [texts(row) for row in head if texts(row)]
    behind = {i for at in reading.sheet.breaks for i in range(at, min(at + count + 1, len(rows)))}
    return {i for i in behind if texts(rows[i]) in known}


def _printed_again(rows: Sequence[Row], head: Sequence[Row], count: int) -> set[int]:
    """The rows that are headings again in the middle of a page, of two texts or more."""
    known = [texts(row) for row in head if len(texts(row)) > 1]
    return {i for i, row in enumerate(rows) if i >= count and texts(row) in known}


def _headings_only(row: Row) -> Row:
    """The row with only those cells that are headings of a part of a code."""
    return tuple(cell if is_code_part(cell.text) else BLANK for cell in row)


def is_line_row(row: Row) -> bool:
    """Whether a row numbers the columns (栏次 1 2 3 …, 一 二 三 …, 1=2+3 2 3 …)."""
    said = [text for text in texts(row) if not is_whole(text, "line_row")]
    numbers = [chinese.value(text) or text.partition("=")[0] for text in said]
    return len(numbers) > 1 and numbers == [str(i) for i in range(1, len(numbers) + 1)]


def _begins_row(text: str) -> bool:
    """Whether a cell's text begins a row: a code, a numbered label, a total, a known label."""
    labelled = ORDINAL.match(text) or contains(text, "ends_in_sum")
    return bool(CODE.fullmatch(text) or labelled) or kind_of_label(text) != "line"


# -- columns -------------------------------------------------------------------------------------


def bind_columns(reading: Reading, paths: list[str], wanted: list[int]) -> dict[str, int]:
    """Field to column; what no heading explains is remarked.

    Args:
        reading: the table.
        paths: the headings of each column.
        wanted: the columns that are asked for.
    """
    found: dict[str, int] = {}
    for column in wanted:
        path = _without_numbers(reading, paths[column], column)
        if _is_of_two(reading, path):
            reading.remark(f"two headings stand in one cell ({path}); its column is not published")
            continue
        names = _headed(reading, path)
        name = next((name for name in names if name not in found), None)
        if name is not None:
            found[name] = column
        elif path:
            known = "is bound already" if names else "is not known"
            reading.remark(f"the heading {path} {known}; its column is not published")
    return found


def _without_numbers(reading: Reading, path: str, column: int) -> str:
    """The headings of a column of amounts, numbers of lines left aside; empty where it has none."""
    if not contains(path, "line_number"):
        return path
    if is_numbering(reading.sheet.rows, column):
        refer_numbers(reading, column)
        return ""
    if not take_numbers(reading, column):
        reading.remark(f"amounts and numbers of lines below {path} cannot be told apart")
        return ""
    return without_heading(path)


def _is_of_two(reading: Reading, path: str) -> bool:
    """Whether one cell holds the headings of two columns, because no line parts them."""
    for text in path.split("/"):
        found = [re.search(one, text) for one in reading.table.columns.values()]
        spans = sorted(match.span() for match in found if match and match.end() > match.start())
        if any(a[1] <= b[0] for a, b in itertools.pairwise(spans)):
            return True
    return False


def _headed(reading: Reading, path: str) -> list[str]:
    """The fields that a path of headings may head, be it without what says nothing in them."""
    return _fields(reading, path) or _fields(reading, _bare(path))


def _fields(reading: Reading, path: str) -> list[str]:
    columns = reading.table.columns
    return [name for name, pattern in columns.items() if path and re.search(pattern, path)]


def _bare(path: str) -> str:
    """A path of headings without quotation marks, translations and the numbers of columns."""
    beside = WORDS.pattern("beside_heading")
    return "/".join(filter(None, (beside.sub("", one) for one in path.split("/"))))

"""Columns of typed tables."""

from __future__ import annotations

import re

from juesuan.intake.typed.typed_columns import columns_of_blanks, parted, spread_headings

BLANKS = re.compile(r" {2,}")


def rows(*lines: str) -> list[list[tuple[str, int, int]]] | None:
    pieces = [parted(line, line, (0, len(line)), BLANKS) for line in lines]
    found = columns_of_blanks(pieces, 1)
    return found and [[(one.text, one.column, one.columns) for one in row] for row in found[0]]


def test_a_piece_knows_its_place_and_width() -> None:
    first, second = parted("甲乙  1.50 ", "甲乙  1.50 ", (0, 9), BLANKS)
    assert (first.text, first.start, first.end, first.left, first.right) == ("甲乙", 0, 2, 0, 4)
    assert (second.text, second.start, second.left, second.column) == ("1.50", 4, 6, 1)


def test_pieces_stand_below_one_another() -> None:
    found = rows("名称    合计    其他", "甲      1.50", "乙              2.50", "丙      12.50")
    assert found is not None
    assert found[1:] == [
        [("甲", 0, 1), ("1.50", 1, 1)],
        [("乙", 0, 1), ("2.50", 2, 1)],
        [("丙", 0, 1), ("12.50", 1, 1)],
    ]


def test_a_heading_below_which_nothing_is_printed_has_its_column() -> None:
    found = rows("名称    合计    其他    末", "甲      1.50            2.50")
    assert found is not None and found[0][-2:] == [("其他", 2, 1), ("末", 3, 1)]


def test_pieces_that_overlap_tell_nothing() -> None:
    assert rows("名称    合计    其他", "甲乙丙丁    1.50  2.50", "甲  1.50") is None


def test_headings_spread_no_further_than_they_may() -> None:
    pieces = [
        parted(line, line, (0, len(line)), re.compile(r"\t"))
        for line in ("甲\t\t乙\t", "\t丙\t\t丁")
    ]
    found = spread_headings(pieces, 4)
    assert [[(one.text, one.column, one.columns) for one in row] for row in found] == [
        [("甲", 0, 2), ("乙", 2, 2)], [("丙", 1, 1), ("丁", 3, 1)],
    ]  # fmt: skip

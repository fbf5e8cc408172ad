"""Pages as scans: each cell is right or doubtful, and stands where it is printed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from juesuan import intake
from tests import scans
from tests.intake.scans.conftest import LOOKS, PAGE


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, len(LOOKS) + 1))
def test_each_cell_is_right_or_doubtful(layered: Path, number: int) -> None:
    right, read = intake.read(scans.PDF), intake.read(layered)
    wanted, found = scans.cells(right, [PAGE]), scans.cells(read, [number])
    assert [len(one) for one in found] == [len(one) for one in wanted] and len(wanted) == 1
    counts = scans.compared(wanted[0], found[0])
    assert not counts["wrong"] and counts["doubtful"] <= 2, counts
    words = scans.compared(scans.numerals(right, PAGE), scans.numerals(read, number))
    assert not words["wrong"], words


@pytest.mark.slow
def test_what_is_read_stands_where_it_is_printed(layered: Path) -> None:
    right, read = intake.read(scans.PDF), intake.read(layered)
    wanted = {
        right.text[cell.start : cell.end]: right.box_of(cell.start, cell.end)
        for table in right.tables
        for cell in table.cells
        if table.page == PAGE and right.text.count(right.text[cell.start : cell.end]) == 1
    }
    met: Counter[int] = Counter()
    for table in read.tables:
        for cell in table.cells:
            box, place = (
                read.box_of(cell.start, cell.end),
                wanted.get(read.text[cell.start : cell.end]),
            )
            if box and place:
                met[table.page] += 1
                assert abs(box.left - place.left) < 9 and abs(box.bottom - place.bottom) < 9
    assert min(met[number] for number in range(1, len(LOOKS) + 1)) >= 3 and len(wanted) >= 3

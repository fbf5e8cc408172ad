"""Ruled lines become tables of cells."""

from __future__ import annotations

import pytest

from juesuan.intake.pdf.tables.grids import Ruling, grids, lines_of

FRAME = [(0, 0, 90, 0), (0, 20, 90, 20), (0, 40, 90, 40), (30, 0, 30, 40), (60, 0, 60, 40)]
SIDES = [(0, 0, 0, 40), (90, 0, 90, 40)]


def rulings(*boxes: tuple[float, float, float, float]) -> list[Ruling]:
    return lines_of([round(value * 10) for box in boxes for value in box])


@pytest.mark.parametrize("framed", [True, False])
def test_a_table_needs_no_outer_frame(framed: bool) -> None:
    (grid,) = grids(rulings(*FRAME, *(SIDES if framed else [])))
    assert grid.width == 3 and [(one.row, one.column) for one in grid.fields] == [
        (r, c) for r in (0, 1) for c in (0, 1, 2)
    ]


def test_cells_without_a_line_between_them_are_one() -> None:
    boxes = [
        (0, 0, 90, 0),
        (30, 20, 90, 20),
        (0, 40, 90, 40),
        (30, 0, 30, 40),
        (60, 20, 60, 40),
        *SIDES,
    ]
    (grid,) = grids(rulings(*boxes))
    assert [(one.row, one.column, one.rows, one.columns) for one in grid.fields] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
    ]


def test_lines_drawn_in_pieces_and_as_thin_boxes_are_the_same_table() -> None:
    whole = grids(rulings(*FRAME, *SIDES))
    pieces = [(x, y, x + 30.3, y + 0.6) for y in (0, 20, 40) for x in (0, 30, 60)]
    pieces += [(x - 0.3, y, x + 0.4, y + 20) for x in (0, 30, 60, 90) for y in (0, 20)]
    (grid,) = grids(rulings(*pieces))
    assert [(one.row, one.column) for one in grid.fields] == [
        (one.row, one.column) for one in whole[0].fields
    ]


def test_an_underline_and_a_frame_are_no_tables() -> None:
    assert grids(rulings((0, 0, 90, 0))) == []
    assert grids(rulings((0, 0, 90, 0), (0, 50, 90, 50), (0, 0, 0, 50), (90, 0, 90, 50))) == []


def test_two_tables_that_do_not_touch_are_two() -> None:
    below = [(a, b + 100, c, d + 100) for a, b, c, d in [*FRAME, *SIDES]]
    assert len(grids(rulings(*FRAME, *SIDES, *below))) == 2


@pytest.mark.parametrize(("dot", "step"), [(0.8, 1.5), (2.0, 5.0)])
def test_dotted_lines_are_lines_down_and_across(dot: float, step: float) -> None:
    boxes = []
    for left, top, right, bottom in [*FRAME, *SIDES]:
        count = int(max(right - left, bottom - top) / step)
        for i in range(count + 1):
            x, y = (left + step * i, top) if right > left else (left, top + step * i)
            boxes.append((x, y, x + dot, y + dot))
    (grid,) = grids(rulings(*boxes))
    assert [(one.row, one.column) for one in grid.fields] == [
        (r, c) for r in (0, 1) for c in (0, 1, 2)
    ]


def test_dashes_with_wide_gaps_are_one_line() -> None:
    boxes = [(x, y, x + 6, y) for y in (0, 20, 40) for x in (10.5 * i for i in range(9))]
    boxes += [(x, y, x, y + 6) for x in (0, 30, 60, 90) for y in (0, 11.3, 22.6, 34)]
    (grid,) = grids(rulings(*boxes))
    assert grid.width == 3 and len(grid.fields) == 6


def test_a_line_below_an_amount_makes_no_column() -> None:
    whole = grids(rulings(*FRAME, *SIDES))
    (grid,) = grids(rulings(*FRAME, *SIDES, (70, 38, 84, 38), (40, 18, 52, 18)))
    assert [(one.row, one.column) for one in grid.fields] == [
        (one.row, one.column) for one in whole[0].fields
    ]
    assert (grid.width, grid.edges) == (3, whole[0].edges)

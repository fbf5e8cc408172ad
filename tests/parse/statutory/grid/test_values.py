"""The amounts of a row, kept apart from dashes, blanks and what cannot be read."""

from __future__ import annotations

import pytest

from juesuan.parse.claims import Draft
from juesuan.parse.statutory.grid.cells import SheetCell
from juesuan.parse.statutory.grid.label import parted
from juesuan.parse.statutory.grid.values import Values
from tests.made_cells import view


def cell(
    text: str, start: int = 0, begins: bool = True, rows: int = 1, unit: str = "万元"
) -> SheetCell:
    return SheetCell(view(text, start), begins, 1, rows, unit)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1,234.5", {"total": "1234.50", "dashes": "", "unreadable": ""}),
        ("0.00", {"total": "0.00", "dashes": "", "unreadable": ""}),
        ("—", {"dashes": "total", "unreadable": ""}),
        ("", {"dashes": "", "unreadable": ""}),
        ("4.0O", {"dashes": "", "unreadable": "total"}),
    ],
)
def test_what_a_cell_holds(text: str, wanted: dict[str, str]) -> None:
    values = Values()
    values.take("total", cell(text))
    assert values.columns() == wanted


def test_a_cell_that_does_not_begin_here_says_nothing() -> None:
    values = Values()
    values.take("total", cell("2.00", begins=False))
    assert values.columns() == {"dashes": "", "unreadable": ""}


def test_an_amount_over_two_columns_or_over_another_row_is_none_for_sure() -> None:
    wide, high, own = cell("2.00", 10), cell("3.00", 30, rows=2), cell("1.00", 50)
    values = Values()
    values.take_row(
        parted(cell("行政运行", 90), coded=True),
        {"basic": wide, "project": wide, "total": high, "other": own},
    )
    assert values.columns() == {"other": "1.00", "dashes": "", "unreadable": "basic project total"}


def test_an_amount_in_the_label_may_be_of_the_column_that_the_label_covers() -> None:
    label = cell("行政运行3.00")
    values = Values()
    values.take_row(parted(label, coded=True), {"total": label, "basic": cell("2.00", 50)})
    assert values.columns()["unreadable"] == "total"
    values = Values()
    values.take_row(parted(label, coded=True), {"total": cell("3.00", 40), "basic": cell("", 50)})
    assert values.columns() == {"total": "3.00", "dashes": "", "unreadable": "basic"}


def test_places_are_recorded_with_their_unit() -> None:
    values, draft = Values(), Draft()
    values.take("total", cell("12,345.00", 7, unit="元"))
    values.take("basic", cell("4.0O", 30))
    row = draft.add("table3", position="1", **values.columns())
    values.claim(draft, "table3", row)
    assert row["total"] == "1.234500"
    assert [(one.start, one.end, one.unit, one.field) for one in draft.claims] == [
        (7, 16, "元", "total")
    ]
    assert draft.waste == [(30, 34, "table3", "1", "basic")]


@pytest.mark.parametrize(
    ("text", "unit", "wanted"),
    [
        ("12,345.00", "百元", "123.4500"),
        ("7.25", "百万元", "725.00"),
        ("12,345.00元", "元", "1.234500"),
        ("¥88.10", "千元", "8.810"),
        ("0.00", "", "0.00"),
        ("31.50", "", ""),
        ("31.50", "万美元", ""),
        ("31.50", "万元(港元)", ""),
        ("31.50万欧元", "万元", ""),
        ("$31.50", "万元", ""),
    ],
)
def test_an_amount_is_published_only_in_a_unit_of_yuan_that_is_known(
    text: str, unit: str, wanted: str
) -> None:
    values = Values()
    values.take("total", cell(text, unit=unit))
    assert values.columns().get("total", "") == wanted
    assert values.columns()["unreadable"] == ("" if wanted else "total")


def test_the_unit_in_a_cell_is_no_part_of_its_number() -> None:
    values, draft = Values(), Draft()
    values.take("total", cell("12.50千元", 40, unit="千元"))
    values.claim(draft, "table3", draft.add("table3", position="1", **values.columns()))
    assert [(one.start, one.end, one.unit) for one in draft.claims] == [(40, 45, "千元")]

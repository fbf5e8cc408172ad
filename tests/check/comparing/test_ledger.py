"""The ledger: figures behind cells, numerals in texts, numerals that were not understood."""

from __future__ import annotations

from decimal import Decimal

import pytest

from juesuan.check.comparing.ledger import Ledger
from juesuan.rows import FiguresRow


def figure(number: int, text: str, start: int, status: str = "bound", **cells: str) -> FiguresRow:
    row: FiguresRow = {
        "figure_id": f"f{number}",
        "text": text,
        "value": text.replace(" ", ""),
        "start": str(start),
        "status": status,
        "resource": "measures",
        "row": "a/b",
        "field": "actual",
    }
    return {**row, **cells}  # type: ignore[typeddict-item]


def test_a_cell_may_have_several_figures() -> None:
    ledger = Ledger([figure(1, "5.00", 0), figure(2, "5.00", 90), figure(3, "7", 50, row="a/c")])
    found = ledger.bound(("measures", "a/b", "actual"))
    assert [one["figure_id"] for one in found] == ["f1", "f2"]
    assert ledger.bound(("measures", "a/x", "actual")) == []


def test_numerals_of_a_text_are_found_in_their_order() -> None:
    ledger = Ledger([
        figure(1, "3", 0, "prose", field="reason"),
        figure(2, "2023.12.31", 9, "prose", field="reason"),
        figure(3, "3 0", 20, "prose", field="reason"),
    ])  # fmt: skip
    found = ledger.numerals(("measures", "a/b", "reason"), "新增3人，2023.12.31前调入30人")
    assert [(one.value, one.start, one.end, one.figure) for one in found] == [
        (Decimal(3), 2, 3, "f1"),
        (Decimal(30), 18, 20, "f3"),
    ]


@pytest.mark.parametrize(
    ("at", "resource", "near"),
    [
        (1030, "", "7.77"),  # just behind the first figure
        (1200, "measures", "7.77"),  # between both
        (1700, "", ""),  # far behind the last one
        (1200, "indicators", ""),  # a cell of a form, not of the prose
    ],
)
def test_what_was_not_understood_beside_figures(at: int, resource: str, near: str) -> None:
    lone = figure(3, "7.77", at, "unread", resource=resource)
    ledger = Ledger([figure(1, "1", 1000), figure(2, "2", 1350), lone])
    assert ledger.unread_near(["f1", "f2"]) == near
    assert ledger.unread_near(["f9"]) == ""


def test_figures_that_stand_far_apart_do_not_stand_together() -> None:
    lone = figure(3, "7.77", 1300, "unread")
    assert (
        Ledger([figure(1, "1", 1000), figure(2, "2", 1600), lone]).unread_near(["f1", "f2"]) == ""
    )


def test_figures_that_begin_between_two_offsets() -> None:
    ledger = Ledger([figure(2, "7", 50, "reference"), figure(1, "5.00", 10), figure(3, "8", 60)])
    assert ledger.between(10, 60) == ["f1", "f2"]
    assert ledger.between(11, 50) == []

"""What a row prints, and what of it can be read."""

from __future__ import annotations

from juesuan.check.book.legible import is_told, lost, told
from juesuan.rows import IndicatorsRow, MeasuresRow, is_lost

INDICATOR: IndicatorsRow = {"target_value": "", "weight": "5", "score": "", "unreadable": "target"}
MEASURE: MeasuresRow = {"actual": "1.00", "change": "", "change_pct": "", "unreadable": "change"}


def test_a_number_is_lost_with_its_text() -> None:
    assert lost(INDICATOR, "target_value") and told(INDICATOR, "target_value")
    assert not lost(INDICATOR, "score") and not told(INDICATOR, "score")


def test_one_lost_column_is_enough_and_all_must_be_told() -> None:
    assert lost(MEASURE, "actual", "change") and not lost(MEASURE, "actual", "change_pct")
    assert told(MEASURE, "actual", "change") and not told(MEASURE, "actual", "change_pct")


def test_a_row_without_marks_lost_nothing() -> None:
    assert not is_lost({"actual": ""}, "actual")
    assert is_told({"actual": "0"}, "actual") and not is_told({"actual": ""}, "actual")

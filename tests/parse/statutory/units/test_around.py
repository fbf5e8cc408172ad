"""Lines between two tables that state a unit: which of the two they are of."""

from __future__ import annotations

from juesuan.parse.statutory.finding.find import find
from juesuan.parse.statutory.units.around import claim_units
from juesuan.parse.view import Reader
from juesuan.terms import stated_unit
from tests.made_tables import document

TABLE = ["科目编码|科目名称|本年支出合计", "201|甲|31.00"]


def units(*parts: str | list[str]) -> list[str]:
    """The unit that each table states, in the order of the document."""
    made = document(*parts)
    reader = Reader(made)
    found = find(made, reader)
    claim_units(reader, found)
    return [next(filter(None, (stated_unit(line.text) for line in one.above)), "") for one in found]


def test_a_line_is_of_the_table_that_states_none_itself() -> None:
    assert units("支出决算表", TABLE, "单位：千元", "收入决算表", "单位：元", TABLE) == [
        "千元",
        "元",
    ]
    assert units("支出决算表", "单位：千元", TABLE, "单位：元", "收入决算表", TABLE) == [
        "千元",
        "元",
    ]


def test_of_two_tables_that_state_none_the_other_ends_tell_whose_it_is() -> None:
    below = ["支出决算表", TABLE, "单位：千元", "收入决算表", TABLE, "单位：元"]
    above = ["单位：千元", "支出决算表", TABLE, "单位：元", "收入决算表", TABLE]
    assert units(*below) == ["千元", "元"] and units(*above) == ["千元", "元"]
    assert units("支出决算表", TABLE, "单位：千元", "收入决算表", TABLE) == ["", ""]


def test_a_line_above_a_title_inside_of_its_table() -> None:
    inside = ["支出决算表|<|<", *TABLE]
    assert units("（单位：百元）", inside) == ["百元"]


def test_a_line_behind_notes_and_before_the_next_title() -> None:
    assert units(
        "支出决算表", TABLE, "注：本表反映支出。", "（元）", "收入决算表", "单位：万元", TABLE
    ) == ["元", "万元"]


def test_no_table_claims_nothing() -> None:
    made = document("单位：元")
    claim_units(Reader(made), [])

"""Units of tables: stated, proved by what is printed elsewhere, doubted, said by a maintainer."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.errors import NoteError
from juesuan.parse.statutory.units.units import (
    Elsewhere,
    Measured,
    Printed,
    Units,
    factors,
    hear,
    measure,
)

TEXT = Elsewhere.of(Printed.of(one, "万元") for one in ("8,412.37", "655.20", "1,209.81", "3.40"))
"""What the prose prints."""


def told(stated: list[str], *amounts: str, text: Elsewhere = TEXT, note: str = "") -> Measured:
    one = Measured(stated, [*amounts], note=note)
    measure([one], text)
    return one


@pytest.mark.parametrize(
    ("unit", "amounts"),
    [
        ("万元", ["8,412.37", "655.20"]),
        ("元", ["84,123,708.12", "6,552,000.00"]),
        ("百元", ["841,237.00", "65,520.00"]),
        ("千元", ["84,123.70", "6,552.00"]),
        ("百万元", ["84.1237", "6.5520"]),
        ("亿元", ["0.841237", "0.065520"]),
    ],
)
def test_the_total_in_the_text_proves_a_unit_that_is_not_printed(
    unit: str, amounts: list[str]
) -> None:
    one = told([], *amounts)
    assert one.unit == unit and "no unit is printed" in one.remark("table3")


def test_a_total_that_stands_nowhere_proves_nothing() -> None:
    one = told([], "9,999.99", "655.20")
    assert one.unit == "" and "its 2 amounts are not published" in one.remark("table3")
    assert '[[unit]] table = "table3", printed = ""' in one.remark("table3")


def test_few_digits_prove_nothing_alone() -> None:
    assert told([], "3.40").unit == "" and told([], "34,000.00").unit == ""
    assert told([], "1,000.00", text=Elsewhere.of([Printed.of("10.00", "万元")])).unit == ""


def test_zeros_need_no_unit() -> None:
    one = told([], "0.00", "0.00")
    assert one.unit == "" and one.remark("table3") == ""


@pytest.mark.parametrize(("unit", "factor"), [("元", "10,000"), ("千元", "10"), ("百元", "100")])
def test_a_factor_against_the_text_is_told_once(unit: str, factor: str) -> None:
    scale = factors()["万元"] / factors()[unit]
    amounts = [f"{Decimal(one) * scale:,.2f}" for one in ("8412.37", "655.20", "1209.81", "7.77")]
    one = told(["万元"], *amounts)
    assert one.is_doubted and one.unit == "" and one.printed() == []
    assert one.remark("table5").startswith("unit? 万元 is printed, but ")
    assert f"a factor of {factor};" in one.remark("table5")


def test_a_unit_that_the_text_confirms_or_does_not_know_is_not_doubted() -> None:
    assert told(["万元"], "8,412.37", "655.20").unit == "万元"
    assert told(["元"], "84,123,708.12").unit == "元"
    assert told(["万元"], "77.77", "65.52").unit == "万元"


def test_without_prose_tables_judge_one_another() -> None:
    parts = ["8,412.37", "655.20"]
    tables = [
        Measured(["万元"], [*parts, "7,757.17"]),
        Measured(["万元"], parts),
        Measured(["万元"], ["84,123,700.00", "6,552,000.00"]),
        Measured([], ["8,412.37", "7,757.17"]),
    ]
    measure(tables, Elsewhere())
    assert [one.unit for one in tables] == ["万元", "万元", "", "万元"]
    assert tables[2].is_doubted


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        (["万美元"], "amounts in 万美元 are no 万元"),
        (["万元(港元)"], "amounts in 万元(港元) are no 万元"),
        (
            ["万元", "万美元"],
            "万元 and 万美元 are both stated of 2 of its amounts; 万元 is proved by 8,412.37",
        ),
    ],
)
def test_what_is_no_yuan_or_not_clear_is_told(stated: list[str], words: str) -> None:
    one = told(stated, "8,412.37", "655.20")
    assert one.remark("table2").startswith(words)
    assert one.unit == ("万元" if one.is_disputed else "")


@pytest.mark.parametrize(
    ("stated", "amounts", "unit"),
    [
        (["万元", "元"], ["8,412.37", "655.20"], "万元"),
        (["元", "万元"], ["8,412.37", "655.20"], "万元"),
        (["万元", "元"], ["84,123,700.00", "6,552,000.00"], "元"),
        (["千元", "元"], ["8,412.37", "655.20"], ""),
        (["万元", "元"], ["9,999.99", "655.20"], ""),
        (["万元", "元"], ["3.40"], ""),
        (["万元", "千元", "元"], ["1,209.81"], "万元"),
    ],
)
def test_of_several_units_one_must_be_proved(
    stated: list[str], amounts: list[str], unit: str
) -> None:
    one = told(stated, *amounts)
    assert one.is_disputed and one.unit == unit
    assert one.remark("table3").startswith("unit? ") == (not unit)


def test_what_two_units_prove_proves_none() -> None:
    text = Elsewhere.of([Printed.of("8,412.37", "万元"), Printed.of("8,412.37", "千元")])
    assert told(["万元", "千元"], "8,412.37", text=text).unit == ""


def test_an_undisputed_table_proves_a_disputed_one() -> None:
    tables = [Measured(["万元", "元"], ["8,412.37", "655.20"]), Measured(["万元"], ["8,412.37"])]
    measure(tables, Elsewhere())
    assert [one.unit for one in tables] == ["万元", "万元"]
    again = [Measured(["万元", "元"], ["8,412.37"]), Measured(["元", "万元"], ["8,412.37"])]
    measure(again, Elsewhere())
    assert [one.unit for one in again] == ["", ""]


def table(*parts: Measured, stated: tuple[str, ...] = ()) -> Units:
    return Units(stated, {tuple(one.stated): one for one in parts})


def test_a_maintainer_has_the_last_word() -> None:
    tables = {
        "table2": table(Measured([], ["1.00"])),
        "table3": table(
            Measured(["万元"], ["84,123,708.12"]),
            Measured(["千元"], ["7.00"], is_part=True),
            stated=("万元",),
        ),
        "table4": table(Measured(["万元", "元"], ["5.00"]), stated=("万元",)),
    }
    hear(tables, {("table2", ""): "元", ("table3", "万元"): "元", ("table4", "万元/元"): "元"})
    parts = [part for one in tables.values() for part in one.parts.values()]
    measure(parts, TEXT)
    assert [one.unit for one in parts] == ["元", "元", "千元", "元"]
    assert [one.remarks("x") for one in tables.values()] == [[], [], []]


def test_a_maintainer_settles_a_doubted_column() -> None:
    parts = [Measured([], ["8,412.37"]), Measured(["元"], ["8,412.37", "655.20"], is_part=True)]
    hear({"table2": table(*parts)}, {("table2", ""): "万元"})
    measure(parts, TEXT)
    assert [one.unit for one in parts] == ["万元", "万元"]


def test_a_unit_that_is_denied_of_some_amounts_is_doubted_of_others() -> None:
    parts = [Measured(["万元", "元"], ["84,123,700.00"]), Measured(["万元"], ["50,396,900.00"])]
    proved = Measured(["万元"], ["655.20", "1,209.81"])
    one = table(*parts, stated=("万元",))
    measure(parts, TEXT)
    one.deny()
    assert [part.unit for part in parts] == ["元", ""]
    assert "are proved to be in 元; its 1 amounts are not published" in parts[1].remark("table6")
    parts[1] = proved
    one = table(*parts, stated=("万元",))
    measure(parts, TEXT)
    one.deny()
    assert [part.unit for part in parts] == ["元", "万元"]


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (("table9", ""), "unit of table9: there is no such table"),
        (("table2", "元"), "unit of table2: it prints no unit; the note expects 元"),
        (("table3", ""), "unit of table3: it prints 万元; the note expects none"),
        (("table4", "万元"), "unit of table4: it prints 万元/元; the note expects 万元"),
    ],
)
def test_a_note_that_matches_nothing_is_an_error(note: tuple[str, str], words: str) -> None:
    tables = {
        "table2": table(Measured([], [])),
        "table3": table(stated=("万元",)),
        "table4": table(Measured(["万元", "元"], []), stated=("万元",)),
    }
    with pytest.raises(NoteError, match=words.replace("?", r"\?")):
        hear(tables, {note: "元"})


@pytest.mark.slow
@given(st.lists(st.integers(10**6, 10**9), min_size=3, max_size=8, unique=True), st.sampled_from(
    ["元", "百元", "千元", "万元", "百万元"]
))  # fmt: skip
def test_every_unit_is_found_again(cents: list[int], unit: str) -> None:
    values = [Decimal(one) / 100 for one in cents]
    text = Elsewhere.of(Printed(one, Decimal("0.005")) for one in values)
    scale = factors()["万元"] / factors()[unit]
    assert told([], *(f"{one * scale:,.4f}" for one in values), text=text).unit in (unit, "")

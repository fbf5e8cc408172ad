"""Units and the taxonomy of measures."""

from __future__ import annotations

import re

import pytest

from juesuan import terms
from juesuan.errors import TermsError
from tests.terms.conftest import Changed, text_of

LAST = """
[[measure]]
id = "made.one"
sections = ["overview"]
label = "甲"
english = "one"
unit = "万元"
aliases = ["甲"]
"""


@pytest.mark.parametrize(
    ("line", "found", "expected"),
    [
        ('sections = ["overview", "overveiw"]', "sections 2 = 'overveiw'", "write 'overview' if"),
        ('unit = "万圆"', "unit = '万圆'", "a unit of units.toml"),
        ('units = ["人", "打"]', "units 2 = '打'", "a unit of units.toml"),
        ('column = "actaul"', "column = 'actaul'", "write 'actual' if"),
        ('parent = "overal"', "parent = 'overal'", "write 'overall' if"),
        ('after = ["no.such"]', "after 1 = 'no.such'", "the id of a measure"),
        ('part = "no.such"', "part = 'no.such'", "the id of a measure"),
        ('base = "no.such"', "base = 'no.such'", "the id of a measure"),
        ('jointly = "no.such"', "jointly = 'no.such'", "the id of a measure"),
        ('amounts = "no.such"', "amounts = 'no.such'", "the id of a measure"),
        ('id = "overall"', "id = 'overall'", "what no other entry has"),
        ('id = "Made One"', "id = 'Made One'", "an id of small letters"),
    ],
)
def test_a_measure_names_only_what_is_defined(
    changed: Changed, line: str, found: str, expected: str
) -> None:
    key = line.partition(" =")[0]
    kept = [one for one in LAST.split("\n") if not one.startswith(f"{key} =")]
    text = text_of("measures.toml") + "\n".join([*kept[:2], line, *kept[2:]])
    at = text[: text.rindex(line)].count("\n") + 1
    with pytest.raises(TermsError) as caught:
        terms.measures(changed("measures.toml", text))
    told = str(caught.value)
    assert re.match(rf"measures.toml:{at}: found measure \d+ \(", told)
    assert found in told
    assert expected in told


def test_the_made_measure_is_one(changed: Changed) -> None:
    found = terms.measures(changed("measures.toml", text_of("measures.toml") + LAST))
    assert list(found)[-1] == "made.one"
    assert found["made.one"].column == "actual"


def test_the_taxonomy_in_the_order_of_the_file() -> None:
    found = list(terms.measures())
    assert found[:2] == ["headcount.total", "headcount.serving"]
    assert terms.measures()["headcount.serving"].parent == "headcount.total"


def test_no_parent_lies_within_itself() -> None:
    for measure in terms.measures().values():
        above, seen = measure, {measure.id}
        while above.parent:
            above = terms.measures()[above.parent]
            assert above.id not in seen, measure.id
            seen.add(above.id)


def test_a_name_that_could_never_be_read(changed: Changed) -> None:
    """Of two measures with one name, unit and place only the first would ever be found."""
    text = text_of("measures.toml") + LAST.replace('["甲"]', '["甲", "收支"]')
    with pytest.raises(
        TermsError, match=r"\d+ \(made.one\).aliases 2 = '收支'; expected what no oth"
    ):
        terms.measures(changed("measures.toml", text))


def test_units_are_tried_from_the_longest() -> None:
    lengths = [len(unit.name) for unit in terms.units()]
    assert lengths == sorted(lengths, reverse=True)


def test_the_kind_of_a_unit() -> None:
    assert [terms.unit_kind(name) for name in ("亿元", "%", "人次", "年度", "打", "")] == [
        "money",
        "percent",
        "count",
        "date",
        "",
        "",
    ]


def test_a_unit_is_no_beginning_of_a_word() -> None:
    (unit,) = [unit for unit in terms.units() if unit.name == "万"]
    assert unit.pattern.startswith("万(?![")
    (plain,) = [unit for unit in terms.units() if unit.name == "台(套)"]
    assert plain.pattern == r"台\(套\)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '[[unit]]\nname = "元"\nkind = "mony"',
            "one of 'money', 'foreign', 'percent', 'count' or 'date'",
        ),
        ('[[unit]]\nname = "元"\nkind = "money"\nfactor = "1/10"', "a number in quotes"),
        (
            '[[unit]]\nname = "元"\nkind = "money"\nnot_before = "[a"',
            "a regular expression (unterm",
        ),
        ('[[unit]]\nname = "人"\nkind = "count"\n' * 2, "what no other entry has"),
    ],
)
def test_a_wrong_unit(changed: Changed, text: str, expected: str) -> None:
    with pytest.raises(TermsError) as caught:
        terms.units(changed("units.toml", text))
    assert f"expected {expected}" in str(caught.value)


def test_pattern_of_units_by_kind() -> None:
    assert re.fullmatch(terms.unit_pattern("money"), "万元")
    assert not re.fullmatch(terms.unit_pattern("money"), "%")
    assert re.fullmatch(terms.unit_pattern("money", "percent"), "%")
    assert {one.name for one in terms.units()} == {
        one.name for one in terms.units() if re.fullmatch(terms.unit_pattern(), one.name)
    }


def test_half_width() -> None:
    assert terms.half_width("台（套）") == "台(套)"

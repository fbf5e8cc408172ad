"""What is shown of two sides that fit: a sign that is true of them, or words that are no equation."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal

import pytest

from juesuan import check, terms
from juesuan.check.between import between_rules
from juesuan.check.book.book import Book
from juesuan.check.comparing import compare
from juesuan.check.comparing.cell import Cell
from juesuan.check.comparing.relation import (
    AT_LEAST,
    AT_MOST,
    EQUAL,
    SIDE_BY_SIDE,
    SUM_OR_PART,
    Relation,
)
from juesuan.check.run import ask
from juesuan.model import Facts
from juesuan.rows import ChecksRow
from juesuan.terms.load import DATA
from tests.check.test_units import PROVINCES, read

_SHOWN = re.compile(r"(-?[\d,.]+) ([＝≤≥≈]) (-?[\d,.]+)")
_TRUE = {
    "＝": lambda a, b, _: a == b,
    "≤": lambda a, b, _: a <= b,
    "≥": lambda a, b, _: a >= b,
    "≈": lambda a, b, near: abs(a - b) <= near,
}
RELATIONS = {one.id: one.relation for one in (*check.all_rules(), *between_rules())}
TEXTS = ("gansu", "beijing", "chongqing", "academy")
"""Texts of provinces, in which rules hold that find nothing in the five."""


def shown(row: ChecksRow) -> str:
    left, right = Decimal(row["left"]), Decimal(row["right"])
    form = RELATIONS[row["rule"]].form(left, right, Decimal(row["tolerance"] or 0))
    return form.format(left=row["left"], right=row["right"])


def passes(rows: Iterator[ChecksRow]) -> list[ChecksRow]:
    return [one for one in rows if one["state"] == "pass" and one["left"] and one["right"]]


def found(facts: Facts) -> list[ChecksRow]:
    """What holds and has two sides, asked now."""
    return passes(row for rule in check.all_rules() for row in ask(rule, Book(facts)))


def false(rows: list[ChecksRow]) -> list[str]:
    """What is shown of them and is not true, or says nothing of them though their rule does."""
    wrong = []
    for row in rows:
        said = shown(row)
        told = _SHOWN.match(said)
        if told:
            a, sign, b = told.groups()
            if not _TRUE[sign](Decimal(a), Decimal(b), Decimal(row["tolerance"] or 0)):
                wrong.append(f"{row['rule']} {said}")
        elif said == SIDE_BY_SIDE.format(left=row["left"], right=row["right"]):
            wrong.append(f"{row['rule']} {said}")
    return wrong


def test_a_sign_is_true_of_what_stands_on_both_of_its_sides() -> None:
    one, two = Decimal("1.00"), Decimal(2)
    assert EQUAL.form(one, Decimal(1)) == "{left} ＝ {right}"
    assert EQUAL.form(one, two) == SIDE_BY_SIDE
    assert EQUAL.form(Decimal("1.02"), one, Decimal("0.020")) == (
        "{left} ≈ {right}（在四舍五入容差 0.02 内）"
    )
    assert (AT_MOST.form(one, two), AT_MOST.form(two, one)) == ("{left} ≤ {right}", SIDE_BY_SIDE)
    assert AT_MOST.form(one, one) == "{left} ≤ {right}"
    assert SUM_OR_PART.form(one, one) == "{left} ＝ {right}"
    assert SUM_OR_PART.form(one, two) == "{left} ≤ {right}"
    assert AT_LEAST.form(two, one) == "{left} ≥ {right}"


def test_words_stand_instead_of_a_sign_and_take_no_tolerance() -> None:
    words = Relation("", "增减额 {left} 万元，增减率 {right}%")
    assert words.form(Decimal(1), Decimal(1), Decimal(9)) == words.words
    either = Relation("＝", "保有量 {left}，资产 {right}")
    assert either.form(Decimal(1), Decimal(1)) == "{left} ＝ {right}"
    assert either.form(Decimal(1), Decimal(2)) == either.words


def test_whatever_is_shown_of_a_pass_of_the_five_is_true(published: dict[str, Facts]) -> None:
    rows = [row for facts in published.values() for row in passes(facts.rows("checks"))]
    assert len(rows) > 4000
    assert false(rows) == []
    told = {row["rule"] for row in rows if not _SHOWN.match(shown(row))}
    assert {"N31", "P08", "P13", "P14", "P24"} <= told  # which compare no two amounts


def test_whatever_is_shown_of_a_pass_of_a_made_text_is_true(base: Facts) -> None:
    assert false(found(base)) == []


@pytest.mark.parametrize("name", TEXTS)
def test_whatever_is_shown_of_a_pass_of_a_province_is_true(name: str) -> None:
    rows = found(read((PROVINCES / f"{name}.txt").read_text(encoding="utf-8")))
    assert rows
    assert false(rows) == []


def test_a_sign_stands_between_numbers_of_one_unit(
    published: dict[str, Facts], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both cells of a comparison have one unit; where a rule compares what it made itself, both printed figures do."""
    units: set[tuple[str, str]] = set()
    compared = compare._outcome

    def noted(state: str, sign: str, left: Cell, right: Cell, envelope: Decimal):
        units.add((left.unit, right.unit))
        return compared(state, sign, left, right, envelope)

    monkeypatch.setattr(compare, "_outcome", noted)
    for facts in published.values():
        printed = {row["figure_id"]: row for row in facts.rows("figures")}
        book = Book(facts)
        signed = [one for one in check.all_rules() if one.relation.signs and not one.reviews]
        for row in passes(row for rule in signed for row in ask(rule, book)):
            if not _SHOWN.match(shown(row)):
                continue
            own = [printed[one] for one in row["figures"].split()]
            sides = [
                {one["unit"] for one in own if one["value"] and Decimal(one["value"]) == side}
                for side in (Decimal(row["left"]), Decimal(row["right"]))
            ]
            assert not all(sides) or sides[0] & sides[1], (row["rule"], row["subject"], sides)
    assert len(units) > 3
    assert [one for one in units if all(one) and one[0] != one[1]] == []


def test_words_name_both_sides_in_both_languages() -> None:
    for rule, relation in RELATIONS.items():
        said = (relation.words, terms.held_in_english(rule))
        assert bool(said[0]) == bool(said[1]), rule
        for one in filter(None, said):
            assert ("{left}" in one, "{right}" in one) == (True, True), rule
            assert not set("＝≤≥≈") & set(one), rule
    written = tomllib.loads((DATA / "english.toml").read_text(encoding="utf-8"))["held"]
    assert written.keys() <= RELATIONS.keys()

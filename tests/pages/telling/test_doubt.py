"""What a contradiction puts in doubt."""

from __future__ import annotations

from decimal import Decimal

from juesuan.check import all_rules
from juesuan.pages.telling import doubt
from juesuan.pages.telling.doubt import doubt_of


def figure(unit: str, resource: str = "measures", field: str = "actual") -> dict[str, str]:
    return {
        "unit": unit, "status": "bound", "resource": resource, "field": field, "row": "any/other",
    }  # fmt: skip


def target(unit: str) -> dict[str, str]:
    return figure(unit, "indicators", "target_value")


def row(rule: str, difference: str, left: str = "", right: str = "") -> dict[str, str]:
    return {
        "rule": rule, "difference": difference, "left": left, "right": right, "statement": "",
    }  # fmt: skip


def usual(rule: str, difference: str, left: str = "", right: str = "") -> dict[str, str]:
    """A row that alleges what should agree by custom."""
    return row(rule, difference, left, right) | {"statement": "甲 ≠ 乙，按通常口径应当相等"}


def test_money_and_its_share_of_the_larger_side() -> None:
    found = doubt_of(row("X06", "-12.50", "37.50", "50"), [figure("万元"), figure("万元")])
    assert found.amount == Decimal("12.50")
    assert found.share == Decimal("25.0")
    assert found.words == "相差 12.50 万元，占较大一方的 25.0%"


def measure(name: str, actual: str) -> dict[str, str]:
    return {"measure": name, "actual": actual, "unit": "万元"}


def test_a_difference_that_is_printed_itself_comes_behind_other_money() -> None:
    """One side may include what the other leaves out: then the money is not in doubt."""
    one, own = row("X04", "312.45", "9312.45", "9000.00"), measure("carryover.closing", "312.45")
    explained = doubt_of(one, [figure("万元")], [own])
    assert explained.words.endswith("，正好是另外印出的“年末结转和结余”")
    plain = doubt_of(row("X04", "1.00", "9.00", "8.00"), [figure("万元")], [own])
    assert plain.weight < explained.weight < doubt_of(row("N54", ""), []).weight
    cited = figure("万元") | {"row": "overview/carryover.closing"}
    assert doubt_of(one, [cited], [own]).same == "", "it is what is compared"
    short = row("X04", "300.00", "9300.00", "9000.00")
    by_chance = doubt_of(short, [figure("万元")], [measure("carryover.closing", "300.00")])
    assert by_chance.same == ""
    left_empty = row("X04", "312.45", "312.45", "0.00")
    assert doubt_of(left_empty, [figure("万元")], [own]).same == ""


def test_a_side_of_nothing_has_no_share() -> None:
    found = doubt_of(row("X06", "-12.50", "0.00", "12.50"), [figure("万元")])
    assert found.words == "相差 12.50 万元，一边印的是 0" and found.share is None


def test_an_amount_beside_0_comes_behind_two_amounts() -> None:
    """A blank of a form is often printed as 0: then no money is in doubt."""
    beside_0 = doubt_of(row("X06", "900.00", "0.00", "900.00"), [figure("万元")])
    two = doubt_of(row("X06", "1.00", "9.00", "8.00"), [figure("万元")])
    unlike = doubt_of(row("N19", "1000", "92.67", "-907.33"), [figure("万元")])
    printed = doubt_of(
        row("X04", "312.45", "9312.45", "9000.00"),
        [figure("万元")],
        [measure("carryover.closing", "312.45")],
    )
    every = [printed, beside_0, two, unlike, doubt_of(row("N54", ""), [])]
    assert sorted(every, key=lambda one: one.weight) == [unlike, two, beside_0, printed, every[-1]]


def test_sides_of_unlike_signs_have_no_share() -> None:
    """They are further apart than each of them is large."""
    found = doubt_of(row("N19", "1000", "92.67", "-907.33"), [figure("万元")])
    assert found.words == "相差 1,000.00 万元，一正一负" and found.share is None
    both = doubt_of(row("N19", "10", "-90", "-100"), [figure("万元")])
    assert both.share == Decimal("10.0")


def test_yuan_become_ten_thousands_and_small_amounts_are_told_in_yuan() -> None:
    found = doubt_of(row("P26", "3000", "9000", "12000"), [target("元")])
    assert found.words == "相差 0.30 万元，占较大一方的 25.0%"
    found = doubt_of(row("P26", "739.6", "3000", "3739.6"), [target("元")])
    assert found.amount == Decimal("0.07396")
    assert found.words == "相差 739.60 元，占较大一方的 19.8%"


def test_what_should_agree_by_custom_comes_behind_what_cannot_both_be_right() -> None:
    """A plan need not be what was received; a part is never more than its whole."""
    custom = doubt_of(usual("X03", "900", "1000", "100"), [figure("万元")])
    part = doubt_of(row("X10", "5", "105", "100"), [figure("万元")])
    percentage = doubt_of(row("P01", "0.64"), [figure("%")])
    slight = doubt_of(row("N01", "0.01", "8.00", "7.99"), [figure("万元")])
    beside_0 = doubt_of(usual("X03", "900", "1000", "0"), [figure("万元")])
    words = doubt_of(row("N54", ""), [])
    every = [words, slight, beside_0, custom, percentage, part]
    assert sorted(every, key=lambda one: one.weight) == [
        part, percentage, custom, beside_0, slight, words,
    ]  # fmt: skip
    assert custom.words == "相差 900.00 万元，占较大一方的 90.0%，通常应当一致"
    assert custom.heading == "通常应当一致的数字不一致" and "通常" not in part.words


def test_a_rule_may_allege_by_custom_in_one_case_and_by_logic_in_another() -> None:
    """Costs that are more than was spent are a part larger than the whole."""
    assert doubt_of(usual("P11", "5", "105", "100"), [figure("万元")]).usual
    assert not doubt_of(row("P11", "5", "105", "100"), [figure("万元")]).usual
    assert not doubt_of(usual("X10", "5", "105", "100"), [figure("万元")]).usual


def test_up_to_a_hundred_yuan_a_difference_is_slight_and_comes_behind_all_money() -> None:
    """One of the last printed digit: accounts are printed with two decimals of 万元."""
    slight = doubt_of(row("X06", "0.01", "8.00", "7.99"), [figure("万元")])
    assert slight.slight and slight.words == "相差 100.00 元，占较大一方的 0.1%，差额很小"
    money = [doubt_of(row("X06", one, "8.00", "1"), [figure("万元")]) for one in ("0.02", "7")]
    assert [one.slight for one in money] == [False, False]
    words = doubt_of(row("N54", ""), [])
    assert not words.slight
    assert sorted([slight, words, *money], key=lambda one: one.weight) == [
        *money[::-1],
        slight,
        words,
    ]


def test_what_a_cell_holds_is_in_ten_thousands_whatever_unit_is_printed() -> None:
    """3.63 亿元 is published as 36300.00: its difference is not multiplied once more."""
    for unit in ("亿元", "元", "万元"):
        found = doubt_of(row("N01", "100.00", "36300.00", "36200.00"), [figure(unit)])
        assert found.words == "相差 100.00 万元，占较大一方的 0.3%"


def test_costs_in_yuan_are_compared_with_money_in_ten_thousands() -> None:
    executed = figure("", "project_funds", "executed")
    found = doubt_of(row("P11", "1.2", "6.00", "4.80"), [executed, target("元")])
    assert found.words == "相差 1.20 万元，占较大一方的 20.0%"


def test_a_sum_of_a_form_is_money_without_a_printed_unit() -> None:
    assert doubt_of(row("P11", "1.5", "3"), [figure("", "project_funds", "executed")]).amount == 1.5


def test_persons_scores_and_percentages_are_no_money() -> None:
    assert doubt_of(row("P21", "1", "3", "4"), [figure("人")]).amount is None
    assert doubt_of(row("P08", "4", "0", "4"), [figure("")]).words == ""
    assert doubt_of(row("P01", "0.64", "1"), [figure("万元")]).amount is None
    assert doubt_of(row("P26", "2", "3", "5"), [target("千元"), target("元")]).amount is None


def test_amounts_that_agree_are_not_in_doubt_where_a_name_or_a_word_is() -> None:
    """Of a project that is given the amount of another one no money is in doubt."""
    named = doubt_of(row("X17", "900", "980", "80"), [figure("万元")])
    assert named.amount is None and named.words == "疑问在名称，不在金额"
    worded = doubt_of(row("N52", "-30", "70", "100"), [figure("万元")])
    assert worded.amount is None and worded.words == "疑问在说法，不在金额"
    small = doubt_of(row("X06", "0.02", "1", "1.02"), [figure("万元")])
    assert small.weight < named.weight


def test_the_weightiest_comes_first() -> None:
    small = doubt_of(row("X06", "1", "1", "2"), [figure("万元")])
    large = doubt_of(row("X06", "2", "99", "101"), [figure("万元")])
    none = doubt_of(row("N54", ""), [])
    assert sorted([none, small, large], key=lambda one: one.weight) == [large, small, none]


def test_headings_are_of_rules_that_are_there() -> None:
    assert {rule.id for rule in all_rules()} >= doubt._PLAIN.keys()
    assert doubt._PLAIN.keys() >= doubt._ELSEWHERE.keys()

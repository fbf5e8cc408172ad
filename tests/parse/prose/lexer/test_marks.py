"""The lexer: every mark with its kind, in order."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan import terms
from juesuan.parse.prose.lexer.events import Comparison, Named, Numeral, Opening, Reference
from juesuan.parse.prose.lexer.marks import marks

PIECES = [
    "收入总计", "公务接待费", "支出决算", "比上年", "与年初预算相比", "增加", "1,234.50万元", "3.2%", "2024年度", "1.教育支出(类)",
    "职业教育(款)", "主要原因是:", "持平", "决算数小于预算数", "(", ")", ",", "。", "其中:", "l2.5万元", "2辆", "单价100万元以上设备",
]  # fmt: skip


def told(section: str, text: str) -> list[tuple[str, str]]:
    return [(type(one).__name__, text[one.start : one.end]) for one in marks(section, text)]


def test_marks_of_a_sentence() -> None:
    text = "2024年度公务接待费决算数1.50万元,比上年减少2%,主要原因是节约。"
    assert told("three_public", text) == [
        ("Reference", "2024年度"),
        ("Numeral", "2024年度"),
        ("Named", "公务接待费"),
        ("Numeral", "1.50万元"),
        ("Numeral", "2%"),
        ("Opening", "主要原因是"),
    ]


def test_a_unit_whose_numeral_is_gone_has_no_width() -> None:
    found = [one for one in marks("operating", "收入总计l2.5万元,") if isinstance(one, Numeral)]
    assert ("", "万元") in [(one.value, one.unit) for one in found]


def test_a_word_about_the_budget_is_none_about_the_year_before() -> None:
    for text, column in (
        ("支出决算与年初预算持平。", "variance_word"),
        ("支出决算与上年持平。", "change_word"),
    ):
        found = [one for one in marks("three_public", text) if isinstance(one, Comparison)]
        assert [(one.column, one.word) for one in found] == [(column, "持平")]


@pytest.mark.slow
@given(st.sampled_from(sorted(terms.sections())), st.lists(st.sampled_from(PIECES), max_size=12))
def test_marks_are_inside_the_text_and_in_order(section: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    found = marks(section, text)
    gone = [one for one in found if isinstance(one, Numeral) and not one.value]
    assert all(0 <= one.start <= one.end <= len(text) for one in found)
    assert all(one.start < one.end for one in found if one not in gone)
    assert [one.start for one in found] == sorted(one.start for one in found)


@given(st.sampled_from(sorted(terms.sections())), st.lists(st.sampled_from(PIECES), max_size=12))
def test_numerals_never_overlap_one_another(section: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    found = [one for one in marks(section, text) if isinstance(one, Numeral) and one.value]
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.slow
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_of_marks_that_begin_together_the_numeral_comes_last(pieces: list[str]) -> None:
    rank = {Named: 0, Opening: 1, Comparison: 2, Reference: 3, Numeral: 4}
    keys = [(one.start, rank[type(one)]) for one in marks("general_budget", "".join(pieces))]
    assert keys == sorted(keys)

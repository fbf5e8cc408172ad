"""Words of the site: one for each value that the data may hold, and titles made of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan import terms
from juesuan.pages.telling.words import FUNDS, ORDER, SCOPES, STATES, STATUSES, term_id, title_of
from juesuan.rows import DisclosureRow


@pytest.mark.parametrize(
    ("words", "resource", "column"),
    [(STATES, "checks", "state"), (STATUSES, "figures", "status"), (FUNDS, "functions", "fund")],
)
def test_each_value_of_the_data_has_a_word_of_its_own(
    words: dict[str, str], resource: str, column: str
) -> None:
    assert sorted(words) == sorted(terms.resource_schemas()[resource].enum[column])
    assert len(set(words.values())) == len(words) and all(words.values())


def test_what_a_reader_must_see_comes_first_and_nothing_is_left_out() -> None:
    assert ORDER[0] == "fail" and ORDER[-1] == "pass"
    assert sorted(ORDER) == sorted(STATES)


@pytest.mark.parametrize(
    ("scope", "word", "title"),
    [
        ("汇总", "含所属单位汇总", "部门决算"),
        ("部门", "部门决算", "部门决算"),
        ("单位", "单位决算", "单位决算"),
        ("本级", "本级决算", "部门决算"),
    ],
)
def test_a_title_says_whose_accounts_of_which_year(scope: str, word: str, title: str) -> None:
    about: DisclosureRow = {"department": "示例局", "fiscal_year": "2021", "scope": scope}
    assert SCOPES[scope] == word
    assert title_of(about) == f"示例局 2021 年度{title}"


@given(st.text())
def test_an_anchor_can_stand_in_an_address(term: str) -> None:
    found = term_id(term)
    assert found.startswith("t-") and found.removeprefix("t-").isalnum() == (found != "t-")


def test_terms_have_anchors_by_their_letters_alone() -> None:
    assert term_id("“三公” 经费") == term_id("三公经费") == "t-三公经费"
    assert term_id("三公经费支出") != term_id("三公经费")

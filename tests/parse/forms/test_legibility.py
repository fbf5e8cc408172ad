"""Whether a text makes words: scrambled columns do not, prose does, and little text says nothing."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.parse.forms.legibility import LEAST, SHORTEST, is_legible, share_in_words

PROSE = [
    "根据合同约定支付项目尾款，剩余资金已按规定退回财政",
    "受天气影响施工进度有所延迟，下一步将加强管理",
    "进一步提高政务服务水平，方便群众办理业务",
]
"""What a department gives as a reason."""


def read_downwards(text: str, width: int = 3) -> str:
    """The text as extraction gives it that reads the columns of a narrow cell one by one."""
    return "".join(text[column::width] for column in range(width))


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_legible_and_its_columns_read_downwards_are_not(text: str) -> None:
    assert is_legible(text) and share_in_words(text) >= 2 * LEAST
    assert not is_legible(read_downwards(text)) and share_in_words(read_downwards(text)) < LEAST


def test_the_share_is_of_characters_in_words_of_two_or_more() -> None:
    assert share_in_words("项目验收") == 1.0
    assert share_in_words("项目囗囗") == 0.5
    assert share_in_words("囗囗囗") == 0.0


def test_what_is_not_chinese_does_not_count() -> None:
    assert share_in_words("") == share_in_words("≥95%，12.50(A)") == 1.0
    assert share_in_words("项目12.50囗囗%") == 0.5
    assert share_in_words("项，目") == 0.0, "a word does not reach over what parts it"


def test_little_text_says_nothing() -> None:
    assert is_legible("囗" * (SHORTEST - 1)) and not is_legible("囗" * SHORTEST)
    assert is_legible("囗" * (SHORTEST - 1) + "2024%"), "only Chinese characters count"


@given(st.text())
def test_a_share_is_a_share(text: str) -> None:
    assert 0.0 <= share_in_words(text) <= 1.0


@pytest.mark.slow
@given(st.sampled_from(PROSE), st.randoms(use_true_random=False))
def test_shuffled_characters_make_no_more_words(text: str, chance: random.Random) -> None:
    characters = list(text)
    chance.shuffle(characters)
    assert share_in_words("".join(characters)) <= share_in_words(text)

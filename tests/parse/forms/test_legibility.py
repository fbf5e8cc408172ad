"""Text that makes words is told from characters in an order that makes none."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.parse.forms.legibility import LEAST, SHORTEST, is_legible, share_in_words

READABLE = (
    "根据实际已执行的项目验收情况验收合格率为",
    "按照年初预算安排及时支付机关工作人员工资和社会保险费用",
    "提高人民群众对政务服务工作的满意程度",
)


@pytest.mark.parametrize("text", READABLE)
def test_prose_is_legible_and_the_same_characters_read_downwards_are_not(text: str) -> None:
    assert is_legible(text)
    shuffled = list(text)
    shares = []
    for seed in range(20):
        random.Random(seed).shuffle(shuffled)
        shares.append(share_in_words("".join(shuffled)))
    assert sum(shares) / len(shares) < share_in_words(text) - 0.2
    assert min(shares) < LEAST


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("", 1.0),
        ("100%", 1.0),
        ("政府", 1.0),
        ("政府采购", 1.0),
        ("鬱龘", 0.0),
        ("政府鬱龘", 0.5),
        ("政1府", 0.0),
    ],
)
def test_the_share_of_characters_in_words(text: str, share: float) -> None:
    assert share_in_words(text) == share


def test_of_few_characters_nothing_is_said() -> None:
    unknown = "鬱龘" * SHORTEST
    assert is_legible(unknown[: SHORTEST - 1])
    assert not is_legible(unknown[:SHORTEST])
    assert is_legible("a1%，" * 20 + unknown[: SHORTEST - 1])


@given(st.text(max_size=80))
def test_any_text_has_a_share(text: str) -> None:
    assert 0 <= share_in_words(text) <= 1

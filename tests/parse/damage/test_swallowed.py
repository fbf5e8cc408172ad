"""A figure behind a word of a statement that went into a reason is told; those of reasons are not."""

from __future__ import annotations

import pytest

from juesuan.parse.damage.swallowed import swallowed
from tests.conftest import document_of, facts_of
from tests.made import disclosure


def told(sentence: str) -> list[str]:
    """What is told of a disclosure with another sentence behind the first reason of its 三公."""
    text = disclosure()
    at = text.index("增长0.00%，主要原因是：持平。") + len("增长0.00%，主要原因是：持平")
    text = text[:at] + sentence + text[at + 1 :]
    return [*swallowed(document_of(text), facts_of(text))]


def test_a_statement_of_which_a_word_is_misread_is_told() -> None:
    (one,) = told("，与上年相比减小1.70万元。")
    assert "“相比减小1.70万元” is read as part of a reason or use" in one


@pytest.mark.parametrize("sentence", ["。", "，其他项目较上年减少3.00万元。", "，完成3个项目。"])
def test_figures_of_reasons_are_not_told(sentence: str) -> None:
    assert told(sentence) == []

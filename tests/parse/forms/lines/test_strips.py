"""Lines taken apart into tokens."""

from __future__ import annotations

import pytest

from juesuan.parse.forms.lines.strips import Piece, Token, is_bound, pieces
from juesuan.parse.view import Reader
from tests.conftest import document_of
from tests.made_cells import view


def tokens(text: str) -> list[list[str]]:
    made = document_of(text)
    return [[token.text for token in line.tokens] for line in pieces(Reader(made), 0, len(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("培训次数 ≥10 次 12 次", ["培训次数", "≥10次", "12次"]),
        ("≥ 95 % 98", ["≥95%", "98"]),
        ("20 按时完成", ["20", "按时完成"]),
        ("≥20 按时完成", ["≥20按时完成"]),
        ("2024年 5 月31日前 完成", ["2024年5月31日前", "完成"]),
        ("5 日常工作", ["5日常工作"]),
        ("12 45", ["12", "45"]),
    ],
)
def test_what_belongs_to_the_token_before(text: str, wanted: list[str]) -> None:
    assert tokens(text) == [wanted]


def test_lines_without_text_are_none() -> None:
    assert tokens("甲\n \n乙 丙\n") == [["甲"], ["乙", "丙"]]


def test_bounds_and_widths() -> None:
    assert is_bound("不小于95%") and is_bound("=12次") and not is_bound("12次")
    assert Piece((Token(view("满意度")), Token(view("95%")))).width == 4.5

"""Tokens with the lines that they stand in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.parse.forms.lines.strips import Piece, Token
from juesuan.parse.forms.lines.tokens import before, joined, placed_tokens
from tests.made_cells import view

LINES = st.lists(st.lists(st.sampled_from(["甲", "乙丙", "≥5次", "20"]), min_size=1, max_size=4))


def made(*printed: list[str]) -> list[Piece]:
    """Lines of tokens; the first begins a page."""
    found = []
    for number, texts in enumerate(printed):
        tokens = [Token(view(text, 1000 * number + 100 * i)) for i, text in enumerate(texts)]
        found.append(Piece(tuple(tokens), first=number == 0))
    return found


def placed(*printed: list[str]) -> list[tuple[int, str]]:
    """The number of the line, and the text, of each token."""
    lines = made(*printed)
    return [
        (next(i for i, one in enumerate(lines) if one is line), token.text)
        for line, token in placed_tokens(lines)
    ]


def spoken(lines: list[Piece]) -> list[list[str]]:
    return [[token.text for token in line.tokens] for line in lines]


@pytest.mark.slow
@given(LINES)
def test_each_token_stands_in_its_line(printed: list[list[str]]) -> None:
    wanted = [(number, text) for number, texts in enumerate(printed) for text in texts]
    assert placed(*printed) == wanted


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ((["=2023年5月"], ["31日前", "20"]), [(0, "=2023年5月31日前"), (1, "20")]),
        ((["=2023年"], ["5"], ["月1日"]), [(0, "=2023年5月1日")]),
        ((["≥5次", "5月"], ["31日"]), [(0, "≥5次"), (0, "5月31日")]),
        ((["甲", "2023年"], ["5月"]), [(0, "甲"), (0, "2023年"), (1, "5月")]),
        ((["2023年"], ["5", "≥5次"]), [(0, "2023年"), (1, "5"), (1, "≥5次")]),
        ((["≥5次"], ["31日"]), [(0, "≥5次"), (1, "31日")]),
    ],
)
def test_behind_a_bound_a_wrapped_date_is_one_token_of_its_first_line(
    printed: list[list[str]], wanted: list[tuple[int, str]]
) -> None:
    assert placed(*printed) == wanted


def test_a_wrapped_date_keeps_the_places_of_its_pieces() -> None:
    (_, token), *rest = placed_tokens(made(["=2023年"], ["5月"]))
    assert token.view.at == (0, 1, 2, 3, 4, 5, 1000, 1001) and rest == []


def test_the_lines_up_to_a_token() -> None:
    lines = made(["甲", "乙"], ["丙", "≥5次"], ["丁"])
    every = placed_tokens(lines)
    assert spoken(before(lines, every, 3)) == [["甲", "乙"], ["丙"]]
    assert spoken(before(lines, every, 2)) == [["甲", "乙"]]
    assert [line.first for line in before(lines, every, 4)] == [True, False]
    assert before(lines, every, 0) == []


def test_lines_that_print_the_same_are_still_two() -> None:
    lines = made(["甲"], ["乙"])
    alike = [lines[0], Piece(lines[0].tokens, lines[0].first)]
    assert len(before(alike, placed_tokens(alike), 1)) == 1


@pytest.mark.slow
@given(LINES, st.integers(0, 20))
def test_nothing_is_lost_up_to_a_token(printed: list[list[str]], stop: int) -> None:
    lines = made(*printed)
    every = placed_tokens(lines)
    texts = [text for texts in printed for text in texts][:stop]
    assert [text for line in spoken(before(lines, every, stop)) for text in line] == texts
    assert joined(every[:stop]).text == "".join(texts)

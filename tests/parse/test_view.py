"""A text without its spaces, in which each character still knows its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.parse.view import Reader, View
from tests.conftest import document_of

TEXTS = st.text(alphabet="收入支出总计12,.。 \n\t　（）万元", max_size=80)


@given(TEXTS)
def test_offsets_point_at_the_same_characters(text: str) -> None:
    reader = Reader(document_of(text))
    view = reader.view()
    assert "".join(reader.text[at] for at in view.at) == view.text
    assert list(view.at) == sorted(set(view.at))
    assert not any(char.isspace() for char in view.text)
    assert [char for char in reader.text if not char.isspace()] == list(view.text)


@pytest.mark.slow
@given(TEXTS, st.integers(0, 80), st.integers(0, 80))
def test_a_part_of_a_view_is_the_view_of_a_part(text: str, one: int, other: int) -> None:
    reader = Reader(document_of(text))
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    part = reader.view(start, end)
    assert all(start <= at < end for at in part.at)
    whole = View.join([reader.view(0, start), part, reader.view(end)])
    assert whole == reader.view()


@given(TEXTS)
def test_the_prose_is_the_view_without_lines_of_the_page(text: str) -> None:
    reader = Reader(document_of(text))
    skipped = {i for first, last in reader.skipped(0, len(text)) for i in range(first, last)}
    kept = [at for at in reader.view().at if at not in skipped]
    assert list(reader.prose(0, len(text)).at) == kept


def test_a_span_reaches_to_behind_its_last_character() -> None:
    view = Reader(document_of("收 入\n5")).view()
    assert view.text == "收入5"
    assert view.span(0, 2) == (0, 3)
    assert view[1:].span(0, 2) == (2, 5)


def test_what_is_read_elsewhere_is_no_prose() -> None:
    reader = Reader(document_of("收入表格支出"))
    reader.aside = ((2, 4),)
    assert reader.prose(0, 6).text == "收入支出"
    assert reader.view().text == "收入表格支出"


def test_numbers_of_items_in_one_character_are_spelt_at_their_place() -> None:
    view = Reader(document_of("㈡支出\n⒓ 120元\n⑶购置")).view()
    assert view.text == "(二)支出12、120元(3)购置"
    assert view.at[:4] == (0, 0, 0, 1) and view.at[5:8] == (4, 4, 4)

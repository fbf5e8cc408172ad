"""Words of the statutory tables: found somewhere in a text, or the whole of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from juesuan.errors import TermsError
from juesuan.parse.statutory.grid.vocabulary import ORDINAL, contains, is_whole


def test_an_entry_is_found_inside_a_text_and_knows_its_parts() -> None:
    match = contains("编制部门:某局说明1:", "some_title")
    assert match is None
    match = contains("某局收入决算公开表", "some_title")
    assert match is not None and match.start() == 4


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("行次", "line_number", True),
        ("行次1", "line_number", False),
        ("本行次", "line_number", False),
        ("类", "code_part", True),
        ("项", "code_part", True),
        ("类款", "code_part", False),
        ("人员经费合计", "sum", False),
        ("总计", "sum", True),
        ("", "sum", False),
    ],
)
def test_an_entry_is_a_text_when_nothing_else_stands_in_it(
    text: str, name: str, wanted: bool
) -> None:
    assert is_whole(text, name) is wanted


def test_what_is_found_inside_is_not_always_the_whole() -> None:
    assert contains("人员经费合计", "sum") and not is_whole("人员经费合计", "sum")


@pytest.mark.parametrize(
    ("text", "end"), [("一、一般公共服务支出", 2), ("二十三、其他支出", 4), ("1、其他支出", 0)]
)
def test_the_number_of_a_line_stands_at_its_begin(text: str, end: int) -> None:
    match = ORDINAL.match(text)
    assert (match.end() if match else 0) == end


@pytest.mark.parametrize("ask", [contains, is_whole])
def test_an_entry_that_is_not_there_is_an_error_of_the_definitions(
    ask: Callable[[str, str], object],
) -> None:
    with pytest.raises(TermsError, match=r"statutory.toml: found no entry \[mispelt\]"):
        ask("行次", "mispelt")

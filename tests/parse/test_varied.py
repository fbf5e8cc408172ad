"""What a typist, a county or a template writes otherwise swallows no figure: read, or told."""

import re

import pytest

from tests.parse.test_provinces import PROVINCES, answers_of
from tests.varied import MARK, Change, marked, replaced, swallowed, unmarked

_POINT = r"[ \t　]*(?:[（(]?\d{1,2}[.．、)）]|[（(]?[一二三四五六七八九十]+[、）)])"

_FIGURE = rf"{MARK}-?\d[\d,]*(?:\.\d+)?"


def _brackets(pair: str) -> Change:
    """Words in other brackets than round ones, within sentences."""
    words = re.compile(r"（([^（）\n]{1,20})）(?=[^\n]*[。；])")
    return lambda text: words.sub(rf"{pair[0]}\1{pair[1]}", text)


CHANGES: dict[str, Change] = {
    "commas before numbered lines": replaced(rf"[；。;](?=[ \t]*\n{_POINT})", "，"),
    "commas at the ends of lines": replaced(r"(?<![\d%])[；。;](?=[ \t]*$)", "，"),
    "brackets 【】": _brackets("【】"),
    "brackets 〔〕": _brackets("〔〕"),
    "brackets ﹝﹞": _brackets("﹝﹞"),
    "百分之": replaced(rf"(?<!-)({_FIGURE})\s*%", r"百分之\1"),
    "unit in brackets": replaced(rf"({_FIGURE})万元", r"\1（万元）"),
    "a negative increase": replaced(rf"(?:减少|下降|降低)(?={_FIGURE}\s*(?:万元|元|%))", "增加-"),
    "commas within lines": replaced(r"。(?=[^\n\d][^\n]*[。；])", "，"),
    "no stops at the ends of lines": replaced(r"。(?=[ \t]*$)", ""),
    "one paragraph": replaced(r"(?<=[。；])\n(?=\d{1,2}[.．、])", ""),
}


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
@pytest.mark.parametrize("province", PROVINCES)
def test_no_figure_is_swallowed(province: str, change: Change) -> None:
    assert list(swallowed(province, change)) == []


def test_answers_move_with_their_figures() -> None:
    before = answers_of("hebei")
    text, after = unmarked("hebei", "\n" + marked("hebei"))
    assert [one.start - 1 for one in after] == [one.start for one in before]
    assert all(text.startswith(one.printed, one.start) for one in after)


def test_a_swallowed_figure_is_told() -> None:
    assert list(swallowed("hebei", replaced("比", "因为比")))

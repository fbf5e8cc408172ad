"""Titles of points: behind them amounts are told without a name."""

from juesuan.parse.prose.lexer.events import Figure
from juesuan.parse.prose.lexer.marks import marks
from juesuan.parse.prose.walk.grammar import events
from juesuan.parse.prose.walk.points import titles

LINES = (
    "3.公务用车运行维护费用支出情况说明",
    "公务用车保有量1台,公务用车运行维护费预算为3.00万元,支出决算为2.90万元。",
    "4.公务接待费支出情况说明",
    "公务接待11批次,96人次,预算为2.00万元,支出决算为0.85万元。",
)


def begins(lines: tuple[str, ...]) -> frozenset[int]:
    return frozenset(sum(map(len, lines[:at])) for at in range(len(lines)))


def test_titles_are_lines_of_their_own() -> None:
    text = "".join(LINES)
    assert [one.words for one in titles(text, begins(LINES))] == [
        "公务用车运行维护费用支出情况说明",
        "公务接待费支出情况说明",
    ]
    assert list(titles(text, frozenset())) == []


def test_a_title_may_begin_a_line_of_its_text() -> None:
    lines = (LINES[0] + "。" + LINES[1], LINES[2] + "。" + LINES[3])
    assert told(lines) == told(LINES)


def test_a_title_may_end_a_line() -> None:
    text = "3.无用车支出。4.公务接待费支出情况说明"
    assert [one.words for one in titles(text, {0})] == ["公务接待费支出情况说明"]


def told(lines: tuple[str, ...]) -> list[tuple[str, str, str]]:
    text = "".join(lines)
    found = events("three_public", text, marks("three_public", text), begins(lines))
    figures = [one for one in found if isinstance(one, Figure)]
    return [
        (one.subject.measure.id, one.column, one.value) for one in figures if one.subject.measure
    ]


def test_the_title_of_a_point_says_of_what_its_amounts_are() -> None:
    assert told(LINES)[-2:] == [
        ("three_public.reception", "annual_budget", "2.00"),
        ("three_public.reception", "actual", "0.85"),
    ]


def test_what_the_point_before_is_about_does_not_go_on_below_another_one() -> None:
    lines = (*LINES, "5.其他事项情况说明", "预算为7.00万元。")
    assert told(lines) == told(LINES)

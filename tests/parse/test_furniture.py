"""Lines that belong to the pages of a text."""

import pytest

from juesuan.intake.text.characters import clean
from juesuan.parse.furniture import furniture


def lines(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in furniture(clean(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收入\n- 3 -\n支出", ["- 3 -"]),
        ("收入\n第 3 页 共 20 页\n支出", ["第 3 页 共 20 页"]),
        ("收入总计。\n3\n支出总计", ["3"]),  # behind a sentence
        ("决算数\n3\n万元", []),  # its unit follows
        ("决算数1,\n234\n.50万元", []),  # its digits follow
        ("比上年增加\n3\n支出", []),  # a number is due
        ("比上年增加\n3\n支出\n4\n收入", ["3", "4"]),  # but another one counts on
        ("甲\t乙\n3\n丙\t丁", ["3"]),  # between rows of a table
        ("增加\n\n\n3\n\n\n支出", ["3"]),  # apart
        ("甲\t8.5\n0\n丙\t丁", []),  # the decimals that the amount above it lacks
        ("甲\t8.5\n- 6 -\n0\n丙\t丁", ["- 6 -"]),  # the same on the next page
        ("甲\t8.5\n7\n丙\t8.5\n8\n丁\t戊", ["7", "8"]),  # counting on
        ("比上年增加\n3\n支出\n9\n人", []),  # too far to count on
    ],
)
def test_page_numbers(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


def test_headers_repeat_the_title() -> None:
    title = "某某市示例局2024年度部门决算公开说明"
    text = f"{title}\n收入总计\n{title}\n支出总计\n某某市示例局2024年度部门决算\n"
    assert lines(text) == [title, "某某市示例局2024年度部门决算"]
    assert lines(f"{title}\n{title}的附件说明\n") == []


def test_a_text_without_title_has_no_headers() -> None:
    assert lines("收入总计为五万元整\n支出总计\n收入总计为五万元整\n") == []


@pytest.mark.parametrize("line", ["扫描全能王 创建", "由 CamScanner 扫描"])
def test_the_line_of_a_scanner_belongs_to_the_page(line: str) -> None:
    text = f"其他收入65.83\n{line}\n万元。购置{line}软件。"
    ((start, end),) = furniture(text)
    assert text[start:end] == line


def test_a_header_may_end_within_the_title_behind_its_year() -> None:
    title = "某某市示例局（部门）2024年度部门决算公开说明"
    text = f"{title}\n收入总计\n某某市示例局(部门)2024 年度 部门\n支出总计\n某某市示例局（部门）\n"
    assert lines(text) == ["某某市示例局(部门)2024 年度 部门"]  # the name alone may be a cell


def test_a_number_goes_on_behind_the_line_of_a_page() -> None:
    assert lines("（州、市）安排\n18\n- 7 -\n57.36 19.93\n") == ["- 7 -"]

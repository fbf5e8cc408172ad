"""Headings numbered in other styles, and other stops, give the facts of the template's."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from juesuan.parse import passage
from juesuan.parse.prose.sections.numbering import chinese, spelling
from juesuan.parse.view import Reader
from tests.conftest import document_of
from tests.made import understood

PROVINCES = Path(__file__).parents[2] / "provinces"
TEXTS = ("forestry", "hainan", "polar")
"""Whole disclosures: of a district, a province with a list of contents, and a ministry's unit."""

Style = Callable[[int], str]
SECTIONS: dict[str, Style] = {
    "dot": lambda number: f"{chinese(number)}.",
    "wide dot": lambda number: f"{chinese(number)}．",
    "space": lambda number: f"{chinese(number)}　",
    "comma": lambda number: f"{chinese(number)}，",
    "colon": lambda number: f"{chinese(number)}：",
    "节": lambda number: f"第{chinese(number)}节 ",
    "digits": lambda number: f"{number}、",
    "digits and a dot": lambda number: f"{number}. ",
}
POINTS: dict[str, Style] = {
    "comma behind": lambda number: f"（{chinese(number)}）、",
    "square": lambda number: f"【{chinese(number)}】",
}


@cache
def given(name: str) -> str:
    return (PROVINCES / f"{name}.txt").read_text(encoding="utf-8")


def in_style(text: str, number: str, style: Style) -> str:
    """The text with the numbers of its headings in another style."""
    return re.sub(
        rf"(?m)^(\s*){number}", lambda match: match[1] + style(passage.number(match[2])), text
    )


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("style", SECTIONS)
def test_sections_in_other_styles(name: str, style: str) -> None:
    text = in_style(given(name), "([一二三四五六七八九十]{1,3})、", SECTIONS[style])
    assert text != given(name)
    assert facts(text) == facts(given(name))


@pytest.mark.parametrize("style", POINTS)
def test_points_in_other_styles(style: str) -> None:
    text = in_style(given("hainan"), "（([一二三四五六七八九十]{1,3})）", POINTS[style])
    assert text != given("hainan")
    assert facts(text) == facts(given("hainan"))


def test_a_list_of_contents_may_keep_the_style_that_the_body_has_not() -> None:
    first, body = given("hainan").split("第一部分", 1)
    contents = "目录\n一、收入支出决算总体情况说明\n二、收入决算情况说明\n三、支出决算情况说明\n"
    plain = f"{first}{contents}第一部分{body}"
    digits = in_style(body, "([一二三四五六七八九十]{1,3})、", SECTIONS["digits"])
    assert facts(f"{first}{contents}第一部分{digits}") == facts(plain)


def facts(text: str) -> list[tuple[str, list[dict[str, str]]]]:
    """All rows but those of the lists, whose texts quote their own numbers."""
    found = understood(document_of(text)).tables
    return [
        (name, [dict(row) for row in rows])
        for name, rows in sorted(found.items())
        if name not in ("texts", "glossary")
    ]


def respelt(text: str) -> str:
    document = document_of(text)
    reader = Reader(document)
    chars = spelling(reader, [(0, len(document.text))])
    return reader.view().respelt(chars).text


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("二. 收入决算情况说明", "二、收入决算情况说明"),
        ("十二．2024年度情况", "十二、2024年度情况"),
        ("（三）、政府采购情况", "(三)政府采购情况"),
        ("二〇二三年度合计人民币5.00万元", "2023年度合计5.00万元"),
        ("教育支出【类】职业教育﹝款﹞", "教育支出(类)职业教育(款)"),
        ("‘三公’经费5.00（万元）", '"三公"经费5.00万元'),
        ("图书馆【2070104】下降百分之60.6，", "图书馆(2070104)下降60.6%,"),
        ("支出5.00万元.其中：差旅费.", "支出5.00万元。其中:差旅费。"),
    ],
)
def test_numbers_and_stops_that_mean_one_thing(printed: str, read: str) -> None:
    assert respelt(printed) == read


@pytest.mark.parametrize(
    "text",
    [
        "一、收入决算情况说明",
        "一般公共预算财政拨款支出决算情况说明",
        "一.5倍",
        "增长13.95.",
        "文〔2023〕5号",
        "【注】",
        "百分之六十",
        "www.某某.cn",
        "收入决算情况说明......12",
        "1.收入决算情况说明",  # a single one is a point of a list
        "1.办公费\n2.差旅费\n3.会议费",
    ],
)
def test_what_is_no_other_style_stays(text: str) -> None:
    assert respelt(text) == text.replace("\n", "")


def test_a_point_in_digits_stays_a_point_beside_sections_of_the_template() -> None:
    text = "".join(
        f"{number}、{title}情况说明\n收入合计5.00万元。\n1.办公费情况说明\n无。\n"
        for number, title in zip("一二三", ("收入决算", "支出决算", "政府采购"), strict=True)
    )
    assert respelt(text) == text.replace("\n", "")


def test_numbers_in_chinese() -> None:
    assert [chinese(one) for one in (1, 10, 11, 20, 35)] == ["一", "十", "十一", "二十", "三十五"]
    assert all(passage.number(chinese(one)) == one for one in range(1, 100))


@pytest.mark.parametrize("marks", ["《》", "「」", "【】", "〈〉"])
def test_other_marks_around_the_three_public(marks: str) -> None:
    text = given("hainan")
    changed = text.replace("“三公”", f"{marks[0]}三公{marks[1]}")
    assert changed != text
    assert facts(changed) == facts(text)


@pytest.mark.parametrize("other", ["（减少）", "(减少)", "（或减少）", "/减少"])
def test_a_change_of_nothing_has_no_direction(other: str) -> None:
    document = document_of(f"比上年增加{other}0.00万元，增加{other}5.00万元。")
    view = Reader(document).view().respelt(spelling(Reader(document), [(0, len(document.text))]))
    assert view.text.startswith("比上年增加0.00万元,增加")
    assert view.text.endswith("减少)5.00万元。" if ")" in view.text else "减少5.00万元。")

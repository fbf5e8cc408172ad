"""The parts of a disclosure."""

import pytest

from juesuan.parse.prose.sections.outline import Outline, outline
from juesuan.parse.view import Reader
from tests.conftest import document_of
from tests.made import disclosure


def found(text: str) -> Outline:
    document = document_of(text)
    return outline(document, Reader(document))


def test_the_body_begins_behind_the_table_of_contents() -> None:
    made = found(disclosure())
    assert made.head.text.endswith("第二部分部门决算情况说明一、收入支出决算总体情况说明")
    assert [part.id for part in made.parts][:4] == [
        "part_overview",
        "duties",
        "organisation",
        "part_accounts",
    ]
    assert made.parts[1].body.text == "1.负责示例工作。2.承办其他事项。"


def test_a_heading_is_found_wherever_a_line_ends() -> None:
    broken = disclosure().replace("二、收入决算情况说明", "二、收入\n决算情况\n\n说明")
    assert [part.id for part in found(broken).parts] == [p.id for p in found(disclosure()).parts]


def test_longer_titles_win_over_those_inside_them() -> None:
    made = found("某某局2024年度部门决算\n四、财政拨款收入支出决算总体情况说明\n收入5.00万元。\n")
    assert [part.id for part in made.parts] == ["appropriation"]


@pytest.mark.parametrize(
    "heading", ["(一)2024年度机关运行经费支出情况", "一、机关运行经费支出情况"]
)
def test_a_year_may_stand_in_a_heading(heading: str) -> None:
    made = found(f"某某局2024年度部门决算\n{heading}\n5.00万元。\n")
    assert [part.id for part in made.parts] == ["operating"]


def test_the_forms_reach_to_the_section_behind_them() -> None:
    text = disclosure()
    region = found(text).forms
    assert region
    assert text[region[0] :].startswith("部门整体支出绩效自评表")
    assert text[region[1] :].startswith("十二、其他需说明的事项")
    assert not any("自评表" in part.body.text[60:] for part in found(text).parts)


def test_a_text_without_headings_is_all_head() -> None:
    made = found("你好,世界。\n")
    assert (made.head.text, made.parts, made.forms) == ("你好,世界。", (), None)


@pytest.mark.parametrize(
    ("sentence", "staff"),
    [
        ("人员概况：在职人员12人，工勤人员3人。", ["在职人员12人,工勤人员3人"]),
        ("本单位核定编制15名，在职12人。", ["本单位核定编制15名,在职12人"]),
        ("服务离退休人员12人。", []),
        ("负责编制2024年预算。", []),
    ],
)
def test_what_tells_the_staff_among_the_duties(sentence: str, staff: list[str]) -> None:
    made = found(disclosure().replace("2.承办其他事项。", f"2.承办其他事项。{sentence}"))
    duties = made.parts[1]
    assert [one.text for one in duties.staff] == staff
    assert "2.承办其他事项。" in duties.body.text

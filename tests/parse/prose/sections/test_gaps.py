"""What is lost between the headings of a disclosure is told."""

import pytest

from juesuan.model import Figure
from juesuan.parse.prose.sections.gaps import gaps, unknown_headings
from juesuan.parse.prose.sections.outline import outline
from juesuan.parse.view import Reader
from tests.conftest import document_of
from tests.made import disclosure


def test_a_missing_number_is_remarked() -> None:
    text = disclosure().replace("二、收入决算情况说明\n", "").replace("三、支出决算情况说明\n", "")
    document = document_of(text)
    (remark,) = gaps(outline(document, Reader(document)), document)
    assert (
        "heading 四、财政拨款收入支出决算总体情况说明 follows 一、收入支出决算总体情况说明"
        in remark
    )
    document = document_of(disclosure())
    assert gaps(outline(document, Reader(document)), document) == []


def told(text: str) -> list[str]:
    document = document_of(text)
    return gaps(outline(document, Reader(document)), document)


def test_a_section_of_figures_with_nothing_below_is_told() -> None:
    kept = disclosure()
    assert told(kept) == []
    line = next(one for one in kept.split("\n") if one.startswith("本年支出105.00万元"))
    (remark,) = told(kept.replace(line, ""))
    assert "nothing stands below heading 三、支出决算情况说明" in remark


def test_a_section_that_only_the_contents_list_names_is_told() -> None:
    listed = disclosure().replace(
        "一、收入支出决算总体情况说明\n", "一、收入支出决算总体情况说明\n二、支出决算情况说明\n", 1
    )
    assert told(listed) == []
    lost = listed.replace("三、支出决算情况说明\n", "")
    assert [one for one in told(lost) if "the contents list names 支出决算情况" in one]


@pytest.mark.parametrize(
    ("numbers", "told_of"),
    [
        ((1, 2, 4), ["point 4 follows point 2"]),
        ((1, 2, 3, 1, 2), []),
        ((1, 9), []),
        ((2, 3), ["point 2 follows point none"]),
    ],
)
def test_a_list_that_leaves_out_a_number_is_told(
    numbers: tuple[int, ...], told_of: list[str]
) -> None:
    points = "\n".join(f"{one}.其他收入{one}.00万元。" for one in numbers)
    text = f"某某局2024年度部门决算\n二、收入决算情况说明\n本年收入9.00万元。\n{points}\n"
    found = [one for one in told(text) if "point" in one]
    assert len(found) == len(told_of)
    assert all(one in remark for one, remark in zip(told_of, found, strict=True))


def test_a_point_that_announces_and_tells_nothing_is_told() -> None:
    text = (
        "某某局2024年度部门决算\n二、收入决算情况说明\n本年收入9.00万元。\n"
        "1.其他收入情况说明\n2.事业收入情况说明\n事业收入3.00万元。\n"
    )
    (remark,) = [one for one in told(text) if "nothing stands below" in one]
    assert remark.startswith("line 4: nothing stands below 1.其他收入情况说明")
    assert not [
        one for one in told(text.replace("说明\n2.", "说明\n有5.00万元。\n2.")) if "below" in one
    ]


def test_a_list_in_brackets_that_leaves_out_a_number_is_told() -> None:
    points = "(一)事业收入3.00万元。\n(三)其他收入6.00万元。\n"
    text = f"某某局2024年度部门决算\n二、收入决算情况说明\n本年收入9.00万元。\n{points}"
    assert [one for one in told(text) if "point 3 follows point 1" in one]


def test_below_a_heading_that_is_not_known_unread_figures_alone_are_told() -> None:
    head = "二、收入决算情况说明\n"
    text = disclosure().replace(head, f"二、猫狗情况说明\n养猫7.25万元。\n{head}")
    document = document_of(text)
    made, at = outline(document, Reader(document)), text.index("7.25")
    for status, where, number in (("unread", at, 1), ("bound", at, "none"), ("unread", 0, "none")):
        figure = Figure(where, where + 4, "7.25", "7.25", "万元", status)
        (told,) = unknown_headings(made, document, [figure])
        assert f"heading 二、猫狗情况说明 is not known; of the figures below it {number} " in told
        assert "scripts/juesuan/terms/data/sections.toml" in told


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("比上年增加10.00万元，增长", True),
        ("比上年增加10.00万元，增长10.00%。", False),
        ("增加（详见附件）", False),
    ],
)
def test_a_text_that_ends_within_a_sentence_is_told(end: str, expected: bool) -> None:
    text = (
        f"示例局2024年度部门决算\n一、收入支出决算总体情况说明\n2024年度收入总计110.00万元，{end}\n"
    )
    assert any("ends within a sentence" in one for one in told(text)) is expected

"""A sentence that lost the number of a count, its beginning or its end is told; whole ones are not."""

from __future__ import annotations

import pytest

from juesuan.parse.damage.torn import torn
from tests.conftest import document_of

WHOLE = "".join(f"{i}.示例收入12.30万元，比上年增加1.20万元，增长10.81%。\n" for i in range(1, 13))


def told(text: str) -> list[str]:
    return [*torn(document_of(text))]


@pytest.mark.parametrize(
    "sentence",
    [
        "共涉及项目个，涉及资金3.00万元。",
        "国内公务接待4批次，人次。",
        "共有车辆2辆；单价100万元以上专用设备台（套）。",
        "公务用车购置辆，保有量2辆。",
        "机关行政编制个、事业编制9个。",
        "内设办公室、综合处个处室，退休8人。",
        "自评“优”6个、“良”个。",
        "其中个项目为优。",
        "公务用车保有量为辆。",
        "部门共有车辆辆，均为其他用车。",
        "行政编制人，事业编制9人。",
        "对个项目开展自评。",
        "共接待来访团组12个、人次（不含陪同人员）。",
        "公务用车购置数  辆。",
        "公务接待批次，公务接待0人次。",
    ],
)
def test_a_count_without_its_number_is_told(sentence: str) -> None:
    (one,) = told(f"{WHOLE}{sentence}\n")
    assert one.startswith("made.txt:13: no number before the unit of a count in “")


def test_whole_sentences_are_not_told() -> None:
    assert told(WHOLE) == []
    assert (
        told("共有车辆2辆，主要原因是压减接待批次，团组0个、0人次。\n设备（台、套）0台（套）。\n")
        == []
    )


def test_a_paragraph_without_its_beginning_is_told() -> None:
    (one,) = told(f"七、“三公”经费支出情况说明\n，比上年减少0.50万元，下降8.00%。\n{WHOLE}")
    assert "made.txt:2: a paragraph begins with “,比上年减少" in one


def test_a_line_of_paper_that_goes_on_is_no_beginning() -> None:
    assert (
        told("本年收入合计12.30万元，比上年增加1.20万元，增长10.81\n%，主要是项目3.00万元增加。\n")
        == []
    )


def test_a_paragraph_without_its_end_is_told_where_the_others_have_theirs() -> None:
    cut = "13.示例支出12.30万元，与上年相比增加1.20万元，增"
    (one,) = told(f"{WHOLE}{cut}\n八、其他说明\n")
    assert "made.txt:13: a paragraph ends with “1.20万元,增”" in one
    assert told(f"{WHOLE}{cut}\n长10.81%。\n") == []


def test_no_end_is_told_where_none_has_a_stop() -> None:
    assert told("".join(f"{i}.示例收入12.30万元，主要是项目收入\n" for i in range(1, 13))) == []


@pytest.mark.parametrize("end", ["完成年初预算%，", "占。", "完成年初预算的，"])
def test_a_rate_that_is_led_to_and_not_there_is_told(end: str) -> None:
    (one,) = told(f"{WHOLE}其他支出3.00万元，{end}\n没有其他支出。\n")
    assert "made.txt:13: no number where “" in one


def test_a_text_that_ends_in_a_comma_is_told() -> None:
    (one,) = told(f"{WHOLE}公务接待费3.00万元，2024年，\n")
    assert "made.txt:13: the text ends with “" in one


def test_a_line_that_begins_with_a_unit_behind_no_number_is_told() -> None:
    (one,) = told(
        f"{WHOLE}本年收入合计12.30万元，支出合计12.30万元。与\n%。主要是项目3.00万元增加。\n"
    )
    assert "made.txt:14: a line begins with “%。主要是" in one


def test_a_number_that_begins_with_zeros_is_told() -> None:
    (one,) = told(f"{WHOLE}其他收入0.00万元，占000%。\n")
    assert one.startswith("made.txt:13: a number that begins with 0 in “")
    assert told(f"{WHOLE}其他收入0.07万元，占0%，比2007年增加0.07万元。\n") == []

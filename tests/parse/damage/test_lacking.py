"""A statement that lacks what no disclosure leaves out is told; a whole one is not."""

from __future__ import annotations

import pytest

from juesuan.model import Facts
from juesuan.parse.damage.lacking import lacking
from tests.conftest import document_of
from tests.made import disclosure, understood

NOTHING = Facts("a-2024", {}, ())
BODY = "1.公务接待费3.20万元，比上年减少0.40万元，主要是压减批次。\n"


def told(text: str) -> list[str]:
    return [*lacking(document_of(text), NOTHING)]


def of_made(was: str, now: str) -> list[str]:
    """What is told of the made-up disclosure with one place of it written otherwise."""
    text = disclosure()
    assert text.count(was) == 1
    document = document_of(text.replace(was, now))
    return [*lacking(document, understood(document))]


def test_a_heading_without_text_is_told() -> None:
    (one,) = told(
        f"{BODY}（二）绩效自评情况。\n（三）国有资产占用情况。\n共有车辆3辆。\n其余无。\n"
    )
    assert one.startswith("made.txt:2: nothing stands below “(二)绩效自评情况。”")


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}（二）绩效自评情况。\n对6个项目开展自评。\n（三）其他。\n无。\n",
        f"{BODY}（二）绩效自评情况。\n1.自评结果。\n6个项目为优。\n（三）其他。\n",
        "目录\n一、收入情况说明\n二、支出情况说明\n三、其他情况说明\n四、名词解释\n",
        f"{BODY}（五）绩效自评情况。\n（二）国有资产占用情况。\n共有车辆3辆。\n其余无。\n",
    ],
    ids=["text below", "a point below", "contents", "another number"],
)
def test_a_heading_with_something_below_it_is_not_told(text: str) -> None:
    assert told(text) == []


def test_the_first_print_of_a_heading_is_in_the_contents() -> None:
    text = (
        f"目录\n一、绩效情况说明\n二、其他事项。\n正文\n{BODY}一、绩效情况说明\n对6个项目自评。\n"
    )
    assert told(text) == []


def test_a_line_of_spending_without_figures_is_told() -> None:
    named = "（4）农林水支出（类）水利（款）防汛（项）"
    (one,) = told(f"{BODY}{named}。\n（5）住房保障支出12.00万元。\n")
    assert one.startswith("made.txt:2: no figure behind “")
    assert told(f"{BODY}{named}。\n年初预算为3.00万元。\n（5）住房保障支出12.00万元。\n") == []
    assert told(f"{BODY}{named}3.00万元。\n（5）住房保障支出12.00万元。\n") == []


def test_parts_without_their_whole_are_told() -> None:
    (one,) = told(f"（一）收入决算情况。其中：财政拨款收入12.00万元，占90%。\n{BODY}")
    assert one.startswith("made.txt:1: parts without their whole in “(一)收入决算情况。其中:")
    (one,) = told(f"截至2023年12月31日，其中：机要通信用车2辆，其他用车1辆。\n{BODY}")
    assert one.startswith("made.txt:1: parts without their whole in “截至2023年12月31日,其中:")
    assert told(f"（一）收入合计14.00万元。其中：财政拨款收入12.00万元。\n{BODY}") == []
    assert told(f"（一）收入合计14.00万元\n其中：财政拨款收入12.00万元。\n{BODY}") == []


def test_a_rate_of_completion_without_its_amount_is_told() -> None:
    was = "九、财政拨款“三公”经费支出决算情况说明\n2024年度财政拨款“三公”经费支出4.00万元，"
    lost = was.replace("支出4.00万元，", "预算为5.00万元，完成预算的80.00%，")
    (one,) = of_made(was, lost)
    assert ": 80.00% of the budget, and no amount that was spent or received" in one
    assert of_made(was, lost.replace("，完成", "，支出决算为4.00万元，完成")) == []


@pytest.mark.parametrize(
    ("was", "label"),
    [
        ("，其中：财政拨款收入90.00万元，占90.00%；其他收入10.00万元，占10.00%", "收入决算情况"),
        ("，其中：基本支出60.00万元，占57.14%；项目支出45.00万元，占42.86%", "支出决算情况"),
    ],
)
def test_a_total_without_its_parts_is_told(was: str, label: str) -> None:
    (one,) = of_made(was, "")
    assert one.startswith(f"below {label} no part of ")


def test_a_whole_disclosure_lacks_nothing() -> None:
    document = document_of(disclosure())
    assert [*lacking(document, understood(document))] == []

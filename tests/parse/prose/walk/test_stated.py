"""No statement is swallowed in silence by the passage before it."""

import pytest

from juesuan.parse.prose.lexer.events import Figure, Told
from tests.parse.prose.walk.test_grammar import read


def doubted(section: str, text: str) -> list[str]:
    """The figures of the passages of a text that may be statements of their own."""
    return [
        one.value
        for event in read(section, text)
        if isinstance(event, Told)
        for one in event.stated
    ]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("项目完工,较上年减少9.00万元,下降5.00%。", ["9.00", "5.00"]),
        ("一是项目完工2个,故2024年支出增长7.00%。", ["7.00"]),
        ("政府性基金减少4.00万元,一般公共预算减少3.00万元。", ["3.00"]),
        ("项目完工,完成年初预算的96.00%。", ["96.00"]),
        ("项目完工,完成年初预算的96.40,", ["96.40"]),
        ("项目完工,完成年初预算的96.40/6,", ["96.40"]),
        ("项目完工,年初财政拨款结转和结余8.40万元。", ["8.40"]),
        ("项目完工 政策性拨款8.40万元,占12.00%。", ["8.40", "12.00"]),
    ],
)
def test_what_may_be_a_statement_of_its_own_is_doubted(told: str, expected: list[str]) -> None:
    text = f"收入总计20.00万元,比上年减少2.00万元,主要原因是{told}"
    events = read("overview", text)
    read_on = [one.value for one in events if isinstance(one, Figure)]
    doubt = doubted("overview", text)
    assert [one for one in expected if one not in (*read_on, *doubt)] == []
    assert set(doubt) <= set(expected)


@pytest.mark.parametrize(
    "told",
    [
        "追加资金8.00万元。",
        "项目拨款减少8.00万元。",
        "2人退休,设备购置少8.00万元。",
        "道路整治项目完工,新增补助8.00万元。",
        "3名人员调出,涉及5个项目。",
        "设备老化,按1.5倍计提。",
    ],
)
def test_the_figures_of_a_reason_are_its_own(told: str) -> None:
    assert doubted("overview", f"收入总计20.00万元,比上年减少2.00万元,主要原因是{told}") == []

"""Units as tables state them."""

from __future__ import annotations

import pytest

from juesuan.terms import stated_unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("单位:百元", "百元"),
        ("公开05表单位:千元", "千元"),
        ("2024年度金额单位:人民币元", "元"),
        ("计量单位:百万元", "百万元"),
        ("(单位:亿元)", "亿元"),
        ("单位元", "元"),
        ("编制部门:某局单位万元", "万元"),
        ("(万元)", "万元"),
        ("本年支出(千元)", "千元"),
        ("币种:人民币单位:元", "元"),
        ("单位:万美元", "万美元"),
        ("单位:元(美元)", "元(美元)"),
        ("单位:某某市示例局", ""),
        ("部门决算单位构成", ""),
        ("共1.00万元", ""),
        ("因公出国(境)费", ""),
    ],
)
def test_what_a_line_states(text: str, unit: str) -> None:
    assert stated_unit(text) == unit

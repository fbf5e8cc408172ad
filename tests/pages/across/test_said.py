"""Contradictions as plain sentences."""

from __future__ import annotations

import pytest

from juesuan.pages.across.said import plain_sentence


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "整体自评表全年执行数 8.50 万元 ≠ 本年支出合计 9.00 万元，相差 0.50 万元，应当相等",
            "自评表说全年花了 8.50 万元，正文说全年支出 9.00 万元",
        ),
        (
            "各项目之和 5.00 + 1.00（另 2 个为 0）＝ 6.00 万元 ＞ 项目支出 7.00 −（4.00 − 2.00）＝ "
            "5.00 万元，相差 1.00 万元",
            "各项目之和 6.00 万元，多于项目支出 5.00 万元",
        ),
        (
            "执行率 100.00% ≠ 执行数 ÷ 预算数：8.00 万元 ÷ 10.00 万元 ＝ 80.00%，两处数字不能同时成立",
            "执行率是 100.00%，执行数 ÷ 预算数是 80.00%",
        ),
        (
            "项目“甲”的指标“乙”：指标值 ≥4册，完成值 4册，得分 0.00：已达到而没有得满分",
            "项目“甲”的指标“乙”：指标值 ≥4册，完成值 4册，得分 0.00",
        ),
        ("标题为“甲局”，表中为“乙局”，两处名称不一致", "标题为“甲局”，表中为“乙局”"),
        ("甲" * 91 + "，相差 1", ""),
        ("3.00 万元 ≠ 4.00 万元，相差 1.00 万元", ""),
        ("", ""),
    ],
)
def test_both_sides_with_their_amounts(statement: str, said: str) -> None:
    assert plain_sentence({"statement": statement}) == said

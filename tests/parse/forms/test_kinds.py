"""What a row of a form is: each question with a row that it takes and one that it must leave."""

from __future__ import annotations

import pytest

from juesuan.parse.forms.kinds import Stage, kind_of_row
from tests.made_cells import row


@pytest.mark.parametrize(
    ("printed", "stage", "kind"),
    [
        ("2023年度项目支出绩效自评表", Stage.INDICATOR, Stage.TITLE),
        ("项目支出绩效自评表|甲|乙", Stage.TITLE, Stage.NAME),
        ("(2023年度)", Stage.TITLE, Stage.YEAR),
        ("2023|年度", Stage.TITLE, Stage.YEAR),
        ("项目|x|(2024年)|y|z", Stage.TITLE, Stage.YEAR),
        ("一级指标|二级指标|三级指标", Stage.GOALS, Stage.INDICATOR_HEAD),
        ("项目名称|示例项目", Stage.INDICATOR, Stage.NAME),
        ("部门(单位)名称:某局", Stage.TITLE, Stage.NAME),
        ("|年初预算数|全年预算数|执行率", Stage.SUPERVISOR, Stage.FUNDS_HEAD),
        ("全年预算数|执行率|100.00", Stage.FUNDS, Stage.FUNDS),
        ("年度总体目标|预期目标|实际完成情况", Stage.FUNDS, Stage.GOALS_HEAD),
        ("预期目标" + "是办好事情" * 8 + "|实际完成", Stage.GOALS, Stage.GOALS),
        ("总分|100|98", Stage.INDICATOR, Stage.TOTAL),
        ("甲|总分:98", Stage.INDICATOR, Stage.TOTAL),
        ("合计|100|98", Stage.INDICATOR, Stage.TOTAL),
        ("合计|100|98", Stage.FUNDS, Stage.FUNDS),
        ("年度资金总额|1.00|1.00|1.00", Stage.NAME, Stage.FUNDS),
        ("年度资金总额|1.00|1.00", Stage.NAME, Stage.SUPERVISOR),
        ("项目资金(万元)", Stage.NAME, Stage.FUNDS),
        ("主管部门|某局|实施单位|某中心", Stage.NAME, Stage.SUPERVISOR),
        ("主管部门:某某市某某某某局", Stage.INDICATOR, Stage.SUPERVISOR),
        ("由主管部门按规定组织验收", Stage.INDICATOR, Stage.INDICATOR),
        ("目名称|示例", Stage.TITLE, Stage.NAME),
        ("示例", Stage.NAME, Stage.SUPERVISOR),
        ("示例", Stage.TITLE, Stage.NAME),
        ("示例", Stage.FUNDS_HEAD, Stage.FUNDS),
        ("办好事情", Stage.GOALS_HEAD, Stage.GOALS),
        ("数量指标|甲|≥1|1|10|10", Stage.INDICATOR_HEAD, Stage.INDICATOR),
    ],
)
def test_kinds(printed: str, stage: Stage, kind: Stage) -> None:
    assert kind_of_row(row(printed), stage) is kind

"""Layouts of several provinces: every amount goes where its headings say, or is told as not read.

The tables are made up; of each the answer was written from what is printed in it.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from juesuan.intake.text.characters import clean
from juesuan.model import Facts
from juesuan.parse import parse
from juesuan.terms import resource_schemas
from tests.made_tables import document

HEAD = {"fiscal_year": "2023", "department": "某县水务局", "region_code": ""}
Part = str | list[str]
Cells = dict[tuple[str, ...], str]
"""Key columns of a row and the column of an amount, to the amount in 万元."""

_KEYS = {
    "table1": ("side", "label"),
    "table4": ("side", "fund", "label"),
    "table6": ("code", "name"),
    "table7": ("measure",),
}


@dataclass(frozen=True)
class Layout:
    """A made document and what is printed in it.

    Attributes:
        parts: lines and tables.
        cells: of each table that can be read the amounts that are printed, without zeros.
        others: titles of tables of which no cell is read.
    """

    parts: list[Part]
    cells: dict[str, Cells]
    others: tuple[str, ...] = ()


def read(layout: Layout) -> Facts:
    return parse(document(*layout.parts), "x-y-2023", HEAD)


def published(facts: Facts, table: str) -> Cells:
    """The amounts of a table that are no zeros, by the keys of their rows."""
    keys = _KEYS.get(table, ("code", "name"))
    rows = facts.table(table)
    fields = resource_schemas()[table].fields
    money = [field.name for field in fields if field.column_type == "value"]
    return {
        (*(clean(row[key]) for key in keys), name): row[name].rstrip("0").rstrip(".")
        for row in rows
        for name in money
        if row[name].strip("0.")
    }


MINISTRY = Layout(
    [
        "第二部分 2023年度部门决算表",
        "收入支出决算总表",
        "公开01表",
        "部门：某县水务局",
        "金额单位：元",
        [
            "收入|<|<|支出|<|<",
            "项目|行次|金额|项目|行次|金额",
            "栏次||1|栏次||2",
            "一、一般公共预算财政拨款收入|1|800000.00|一、一般公共服务支出|32|",
            "二、政府性基金预算财政拨款收入|2|150000.00|二、社会保障和就业支出|33|120000.00",
            "三、国有资本经营预算财政拨款收入|3||三、农林水支出|34|860000.00",
            "四、其他收入|8|40000.00||35|",
            "本年收入合计|27|990000.00|本年支出合计|57|980000.00",
            "使用非财政拨款结余|28||结余分配|58|",
            "年初结转和结余|29|10000.00|年末结转和结余|59|20000.00",
            "总计|31|1000000.00|总计|62|1000000.00",
        ],
        "注：1.本表反映部门本年度的总收支和年末结转结余情况。",
        "---",
        "收入决算表",
        "公开02表",
        "部门：某县水务局",
        "金额单位：元",
        [
            "项目|<|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入",
            "功能分类科目编码|科目名称|^|^|^|^|^|^|^",
            "栏次|<|1|2|3|4|5|6|7",
            "合计|<|990000.00|950000.00|||||40000.00",
            "208|社会保障和就业支出|120000.00|120000.00|||||",
            "213|农林水支出|870000.00|830000.00|||||40000.00",
        ],
        "---",
        "支出决算表",
        "公开03表",
        "部门：某县水务局",
        "金额单位：元",
        [
            "项目|<|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出",
            "功能分类科目编码|科目名称|^|^|^|^|^|^",
            "栏次|<|1|2|3|4|5|6",
            "合计|<|980000.00|700000.00|280000.00|||",
            "208|社会保障和就业支出|120000.00|120000.00||||",
            "213|农林水支出|860000.00|580000.00|280000.00|||",
        ],
        "---",
        "财政拨款收入支出决算总表",
        "公开04表",
        "部门：某县水务局",
        "金额单位：元",
        [
            "收入|<|<|支出|<|<|<|<|<",
            "项目|行次|金额|项目|行次|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款",
            "栏次||1|栏次||2|3|4|5",
            "一、一般公共预算财政拨款|1|800000.00|一、社会保障和就业支出|33|120000.00|120000.00||",
            "二、政府性基金预算财政拨款|2|150000.00|二、农林水支出|34|830000.00|680000.00|150000.00|",
            "本年收入合计|27|950000.00|本年支出合计|59|950000.00|800000.00|150000.00|",
            "年初财政拨款结转和结余|28||年末财政拨款结转和结余|60||||",
            "总计|32|950000.00|总计|64|950000.00|800000.00|150000.00|",
        ],
        "---",
        "一般公共预算财政拨款支出决算表",
        "公开05表",
        "部门：某县水务局",
        "金额单位：元",
        [
            "项目|<|本年支出|<|<",
            "功能分类科目编码|科目名称|小计|基本支出|项目支出",
            "栏次|<|1|2|3",
            "合计|<|800000.00|700000.00|100000.00",
            "208|社会保障和就业支出|120000.00|120000.00|",
            "213|农林水支出|680000.00|580000.00|100000.00",
        ],
        "---",
        "一般公共预算财政拨款基本支出决算明细表",
        "公开06表",
        "部门：某县水务局",
        "金额单位：元",
        [
            "人员经费|<|<|公用经费|<|<|<|<|<",
            "科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数",
            "301|工资福利支出|600000.00|302|商品和服务支出|90000.00|310|资本性支出|10000.00",
            "30101|基本工资|600000.00|30201|办公费|90000.00|31002|办公设备购置|10000.00",
            "人员经费合计|<|600000.00|公用经费合计|<|<|<|<|100000.00",
        ],
        "---",
        "财政拨款“三公”经费支出决算表",
        "公开07表",
        "部门：某县水务局",
        "金额单位：元",
        [
            "预算数|<|<|<|<|<|决算数|<|<|<|<|<",
            "合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费",
            "^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^|小计|公务用车购置费|公务用车运行维护费|^",
            "1|2|3|4|5|6|7|8|9|10|11|12",
            "50000.00||30000.00||30000.00|20000.00|41000.00||29000.00||29000.00|12000.00",
        ],
        "---",
        "政府性基金预算财政拨款收入支出决算表",
        "公开08表",
        "部门：某县水务局",
        "金额单位：元",
        [
            "项目|<|年初结转和结余|本年收入|本年支出|<|<|年末结转和结余",
            "功能分类科目编码|科目名称|^|^|小计|基本支出|项目支出|^",
            "栏次|<|1|2|3|4|5|6",
            "合计|<||150000.00|150000.00||150000.00|",
            "213|农林水支出||150000.00|150000.00||150000.00|",
        ],
        "---",
        "国有资本经营预算财政拨款支出决算表",
        "公开09表",
        "部门：某县水务局",
        "金额单位：元",
        [
            "项目|<|本年支出|<|<",
            "功能分类科目编码|科目名称|合计|基本支出|项目支出",
            "栏次|<|1|2|3",
            "合计|<|||",
        ],
        "注：本部门没有国有资本经营预算财政拨款支出。",
    ],
    {
        "table1": {
            ("revenue", "一、一般公共预算财政拨款收入", "actual"): "80",
            ("revenue", "二、政府性基金预算财政拨款收入", "actual"): "15",
            ("revenue", "四、其他收入", "actual"): "4",
            ("revenue", "本年收入合计", "actual"): "99",
            ("revenue", "年初结转和结余", "actual"): "1",
            ("revenue", "总计", "actual"): "100",
            ("expenditure", "二、社会保障和就业支出", "actual"): "12",
            ("expenditure", "三、农林水支出", "actual"): "86",
            ("expenditure", "本年支出合计", "actual"): "98",
            ("expenditure", "年末结转和结余", "actual"): "2",
            ("expenditure", "总计", "actual"): "100",
        },
        "table2": {
            ("", "合计", "total"): "99",
            ("", "合计", "appropriation"): "95",
            ("", "合计", "other"): "4",
            ("208", "社会保障和就业支出", "total"): "12",
            ("208", "社会保障和就业支出", "appropriation"): "12",
            ("213", "农林水支出", "total"): "87",
            ("213", "农林水支出", "appropriation"): "83",
            ("213", "农林水支出", "other"): "4",
        },
        "table3": {
            ("", "合计", "total"): "98",
            ("", "合计", "basic"): "70",
            ("", "合计", "project"): "28",
            ("208", "社会保障和就业支出", "total"): "12",
            ("208", "社会保障和就业支出", "basic"): "12",
            ("213", "农林水支出", "total"): "86",
            ("213", "农林水支出", "basic"): "58",
            ("213", "农林水支出", "project"): "28",
        },
        "table4": {
            ("revenue", "all", "一、一般公共预算财政拨款", "actual"): "80",
            ("revenue", "all", "二、政府性基金预算财政拨款", "actual"): "15",
            ("revenue", "all", "本年收入合计", "actual"): "95",
            ("revenue", "all", "总计", "actual"): "95",
            ("expenditure", "all", "一、社会保障和就业支出", "actual"): "12",
            ("expenditure", "general_public_budget", "一、社会保障和就业支出", "actual"): "12",
            ("expenditure", "all", "二、农林水支出", "actual"): "83",
            ("expenditure", "general_public_budget", "二、农林水支出", "actual"): "68",
            ("expenditure", "government_fund", "二、农林水支出", "actual"): "15",
            ("expenditure", "all", "本年支出合计", "actual"): "95",
            ("expenditure", "general_public_budget", "本年支出合计", "actual"): "80",
            ("expenditure", "government_fund", "本年支出合计", "actual"): "15",
            ("expenditure", "all", "总计", "actual"): "95",
            ("expenditure", "general_public_budget", "总计", "actual"): "80",
            ("expenditure", "government_fund", "总计", "actual"): "15",
        },
        "table5": {
            ("", "合计", "total"): "80",
            ("", "合计", "basic"): "70",
            ("", "合计", "project"): "10",
            ("208", "社会保障和就业支出", "total"): "12",
            ("208", "社会保障和就业支出", "basic"): "12",
            ("213", "农林水支出", "total"): "68",
            ("213", "农林水支出", "basic"): "58",
            ("213", "农林水支出", "project"): "10",
        },
        "table6": {
            ("301", "工资福利支出", "actual"): "60",
            ("30101", "基本工资", "actual"): "60",
            ("302", "商品和服务支出", "actual"): "9",
            ("30201", "办公费", "actual"): "9",
            ("310", "资本性支出", "actual"): "1",
            ("31002", "办公设备购置", "actual"): "1",
            ("", "人员经费合计", "actual"): "60",
            ("", "公用经费合计", "actual"): "10",
        },
        "table7": {
            ("three_public.total", "budget"): "5",
            ("three_public.vehicles", "budget"): "3",
            ("three_public.vehicle_running", "budget"): "3",
            ("three_public.reception", "budget"): "2",
            ("three_public.total", "actual"): "4.1",
            ("three_public.vehicles", "actual"): "2.9",
            ("three_public.vehicle_running", "actual"): "2.9",
            ("three_public.reception", "actual"): "1.2",
        },
        "table8": {
            ("", "合计", "revenue"): "15",
            ("", "合计", "expenditure"): "15",
            ("", "合计", "project"): "15",
            ("213", "农林水支出", "revenue"): "15",
            ("213", "农林水支出", "expenditure"): "15",
            ("213", "农林水支出", "project"): "15",
        },
        "table9": {},
    },
)
"""The Ministry's own nine tables, with numbers of lines and columns, in 元."""

CARRIED = Layout(
    [
        "表五",
        "一般公共预算财政拨款收入支出决算表",
        "单位：万元",
        [
            "项目|<|年初结转和结余|<|<|本年收入|<|<|本年支出|<|<|年末结转和结余|<|<",
            "支出功能分类科目编码|科目名称|合计|基本支出结转|项目支出结转和结余|合计|基本支出|项目支出|合计|基本支出|项目支出|合计|基本支出结转|项目支出结转和结余",
            "栏次|<|1|2|3|4|5|6|7|8|9|10|11|12",
            "合计|<|3.50|1.50|2.00|60.00|40.00|20.00|61.00|41.00|20.00|2.50|0.50|2.00",
            "205|教育支出|3.50|1.50|2.00|60.00|40.00|20.00|61.00|41.00|20.00|2.50|0.50|2.00",
        ],
        "---",
        "附表6：政府性基金预算财政拨款收入支出决算表",
        "单位：万元",
        [
            "项目|<|年初结转和结余|<|本年收入|<|本年支出|<|<|年末结转和结余|<",
            "支出功能分类科目编码|科目名称|合计|项目支出结转和结余|合计|项目支出|合计|基本支出|项目支出|合计|项目支出结转和结余",
            "合计|<|1.10|1.10|7.00|7.00|8.00|0.30|7.70|0.10|0.10",
            "229|其他支出|1.10|1.10|7.00|7.00|8.00|0.30|7.70|0.10|0.10",
        ],
    ],
    {
        "table5": {
            ("", "合计", "total"): "61",
            ("", "合计", "basic"): "41",
            ("", "合计", "project"): "20",
            ("205", "教育支出", "total"): "61",
            ("205", "教育支出", "basic"): "41",
            ("205", "教育支出", "project"): "20",
        },
        "table8": {
            (code, name, column): amount
            for code, name in (("", "合计"), ("229", "其他支出"))
            for column, amount in (
                ("opening", "1.1"),
                ("revenue", "7"),
                ("expenditure", "8"),
                ("basic", "0.3"),
                ("project", "7.7"),
                ("closing", "0.1"),
            )
        },
    },
)
"""Tables by function with the carryover of both ends beside, each split into basic and project."""

SHAANXI = Layout(
    [
        "表1",
        "收入支出决算总表",
        "编制单位：某县水务局 单位：万元",
        [
            "收入|<|支出|<",
            "项目|决算数|项目（按功能分类）|决算数",
            "一、一般公共预算财政拨款收入|52.00|一、教育支出|51.00",
            "本年收入合计|52.00|本年支出合计|51.00",
            "年初结转和结余||年末结转和结余|1.00",
            "收入总计|52.00|支出总计|52.00",
        ],
        "---",
        "表2",
        "收入决算总表",
        "单位：万元",
        [
            "功能分类科目编码|科目名称|财政拨款收入|上级补助收入|事业收入|<|经营收入|附属单位上缴收入|其他收入|合计",
            "^|^|^|^|小计|其中：教育收费|^|^|^|^",
            "合计|<|45.00||5.00|5.00|||2.00|52.00",
            "205|教育支出|45.00||5.00|5.00|||2.00|52.00",
        ],
        "---",
        "表3",
        "支出决算总表",
        "单位：万元",
        [
            "功能分类科目编码|科目名称|合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出",
            "合计|<|51.00|31.00|20.00|||",
            "205|教育支出|51.00|31.00|20.00|||",
        ],
        "---",
        "表7",
        "一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表",
        "单位：万元",
        [
            "项目|一般公共预算财政拨款安排的“三公”经费|<|<|<|<|<|会议费|培训费",
            "^|小计|因公出国（境）费用|公务接待费|公务用车购置及运行维护费|<|<|^|^",
            "^|^|^|^|小计|公务用车购置费|公务用车运行维护费|^|^",
            "预算数|3.00||1.00|2.00||2.00|0.70|0.90",
            "决算数|2.50||0.60|1.90||1.90|0.40|0.80",
        ],
    ],
    {
        "table1": {
            ("revenue", "一、一般公共预算财政拨款收入", "actual"): "52",
            ("revenue", "本年收入合计", "actual"): "52",
            ("revenue", "收入总计", "actual"): "52",
            ("expenditure", "一、教育支出", "actual"): "51",
            ("expenditure", "本年支出合计", "actual"): "51",
            ("expenditure", "年末结转和结余", "actual"): "1",
            ("expenditure", "支出总计", "actual"): "52",
        },
        "table2": {
            (code, name, column): amount
            for code, name in (("", "合计"), ("205", "教育支出"))
            for column, amount in (
                ("total", "52"),
                ("appropriation", "45"),
                ("undertaking", "5"),
                ("other", "2"),
            )
        },
        "table3": {
            (code, name, column): amount
            for code, name in (("", "合计"), ("205", "教育支出"))
            for column, amount in (("total", "51"), ("basic", "31"), ("project", "20"))
        },
    },
    ("一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表",),
)
"""Titles in 总表, the total as the last column, “三公”经费 beside meetings and training."""

_SPENT = [
    "科目编码|科目名称|本年支出合计|基本支出|项目支出",
    "合计|<|77.00|44.00|33.00",
    "210|卫生健康支出|77.00|44.00|33.00",
]

TWELVE = Layout(
    [
        "附表1",
        "支出决算表",
        "GK03",
        "单位：万元",
        _SPENT,
        "---",
        "附表8",
        "国有资本经营预算财政拨款收入支出决算表",
        "GK09 单位：万元",
        [
            "科目编码|科目名称|年末结转和结余|本年支出|<|<|本年收入|年初结转和结余",
            "^|^|^|合计|项目支出|基本支出|^|^",
            "合计|<|0.50|9.50|9.00|0.50|10.00|",
            "223|国有资本经营预算支出|0.50|9.50|9.00|0.50|10.00|",
        ],
        "---",
        "附表9",
        "项目支出决算表",
        "GK10 单位：万元",
        [
            "科目编码|科目名称|项目名称|本年支出合计|财政拨款",
            "2100199|其他卫生健康管理事务支出|监测|33.00|33.00",
        ],
        "---",
        "附表10",
        "政府采购情况表",
        "单位：万元",
        ["项目|采购计划金额|实际采购金额", "货物|12.00|11.00", "服务|8.00|7.50"],
        "---",
        "附表11",
        "机关运行经费支出决算表",
        "单位：万元",
        ["项目|本年数|上年数", "办公费|6.10|6.00", "印刷费|0.40|0.30"],
        "---",
        "附表12",
        "国有资产占用情况表",
        "单位：万元、辆",
        ["项目|数量|价值", "房屋|2|400.00", "车辆|3|55.00"],
        "---",
        "财政拨款支出决算明细表",
        "单位：万元",
        [
            "项目|<|合计|工资福利支出|商品和服务支出",
            "科目编码|科目名称|^|^|^",
            "210|卫生健康支出|70.00|60.00|10.00",
        ],
    ],
    {
        "table3": {
            (code, name, column): amount
            for code, name in (("", "合计"), ("210", "卫生健康支出"))
            for column, amount in (("total", "77"), ("basic", "44"), ("project", "33"))
        },
        "table9": {
            (code, name, column): amount
            for code, name in (("", "合计"), ("223", "国有资本经营预算支出"))
            for column, amount in (
                ("closing", "0.5"),
                ("expenditure", "9.5"),
                ("project", "9"),
                ("basic", "0.5"),
                ("revenue", "10"),
            )
        },
    },
    (
        "项目支出决算表",
        "政府采购情况表",
        "机关运行经费支出决算表",
        "国有资产占用情况表",
        "财政拨款支出决算明细表",
    ),
)
"""Twelve tables and one of detail, with marks of another kind and columns in another order."""

LAYOUTS = {"ministry": MINISTRY, "carried": CARRIED, "shaanxi": SHAANXI, "twelve": TWELVE}


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_amount_goes_where_its_headings_say(name: str) -> None:
    layout = LAYOUTS[name]
    facts = read(layout)
    for table in (f"table{i}" for i in range(1, 10)):
        assert published(facts, table) == layout.cells.get(table, {}), table


@pytest.mark.slow
@pytest.mark.parametrize("name", LAYOUTS)
def test_no_amount_is_numbering_and_what_is_not_read_has_its_title(name: str) -> None:
    layout = LAYOUTS[name]
    facts = read(layout)
    lost = [one.text for one in facts.figures if one.status == "reference" and "." in one.text]
    assert lost == []
    titles = [row["text"] for row in facts.rows("texts") if row["kind"] == "unread_title"]
    assert tuple(titles) == layout.others

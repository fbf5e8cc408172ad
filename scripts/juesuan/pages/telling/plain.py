"""Terms of the pages in plain words, for a reader who is no accountant."""

from __future__ import annotations

from typing import NamedTuple

from juesuan.rows import MeasuresColumn


class Plain(NamedTuple):
    """A term of the pages in plain words.

    Attributes:
        name: the term.
        said: what it means, for a reader who is no accountant.
        measure: of which an example is shown; empty where a figure explains nothing.
        column: of that measure.
        of: what of the measure the example is.
        fund: the line of the form of the whole of which an example is shown instead.
        kind: of an example that is no measure; ``pages/across/examples.py`` has what there are.
        group: the heading above the term, where it is the first of a group.
        made: the measures of which the example is made up: with a minus those that are taken off;
            of a share alone the measure of which it is one.
    """

    name: str
    said: str
    measure: str = ""
    column: MeasuresColumn = "actual"
    of: str = ""
    fund: str = ""
    kind: str = ""
    group: str = ""
    made: tuple[str, ...] = ()


PLAIN = (
    Plain(
        "口径",
        (
            "这份决算把谁算在内。“汇总”连同下属单位，“部门”含不含下属单位以原文为准"
            "，“单位”只有一个单位，“本级”只有机关自己。口径不同的数字不能直接比大小。"
        ),
        group="先看两个词",
        kind="scope",
    ),
    Plain(
        "部门决算",
        (
            "一个部门一年的账：收了多少、花了多少、花在哪里，年度结束后公开。"
            "预算是年初的计划，决算是结果。"
        ),
        "expenditure.current",
    ),
    Plain(
        "收入总计",
        "这一年可以用的钱：当年收到的，加上动用的结余和上年留下的。",
        "revenue.total",
        group="收入和支出",
        made=("revenue.current", "carryover.opening"),
    ),
    Plain(
        "本年收入",
        "当年新收到的钱，不含上年留下的。",
        "revenue.current",
    ),
    Plain(
        "支出总计",
        ("可用的钱最后的去处：当年花掉的、分配掉的，加上留到下年的。它总是等于收入总计。"),
        "expenditure.total",
        made=("expenditure.current", "surplus.distributed", "carryover.closing"),
    ),
    Plain(
        "本年支出",
        "这一年真正花掉的钱。问“花了多少”，看的是它。",
        "expenditure.current",
        made=("expenditure.basic", "expenditure.project"),
    ),
    Plain(
        "财政拨款",
        "从政府预算里拨给这个部门的钱。",
        "revenue.appropriation",
    ),
    Plain(
        "其他资金",
        "自评表里的一行：财政拨款以外的钱，例如事业收入、上级补助、利息。",
        fund="其他资金",
    ),
    Plain(
        "一般公共预算",
        "主要由税收组成的那本政府账，养人、办事大多从这里出。",
        "general_budget.expenditure",
    ),
    Plain(
        "政府性基金",
        "专款专用的另一本账，例如土地出让收入、彩票公益金。很多部门没有。",
        "government_fund.expenditure_current",
    ),
    Plain(
        "国有资本经营预算",
        "国有企业上交的利润组成的账。",
        "state_capital.expenditure_current",
    ),
    Plain(
        "年初预算数",
        "年初批准的计划。年中还会追加或追减。",
        "appropriation.overall",
        "initial_budget",
        of="的年初预算数",
        group="预算和比较",
    ),
    Plain(
        "全年预算数",
        "年初预算加上年中的追加、减去追减，是全年最后的计划。",
        "three_public.total",
        "annual_budget",
        of="的全年预算数",
    ),
    Plain(
        "决算数",
        "实际花掉（或收到）的数。",
        "three_public.total",
        of="的决算数",
    ),
    Plain(
        "预决算差异率",
        "实际比计划多（正）或少（负）百分之几：（决算数 − 预算数）÷ 预算数。",
        "three_public.total",
        "variance_pct",
        of="的预决算差异率",
    ),
    Plain(
        "完成预算",
        "实际是计划的百分之几：决算数 ÷ 预算数。完成 97%，预决算差异率就是 −3%。",
        "three_public.total",
        "completion_pct",
        of="的完成预算",
    ),
    Plain(
        "执行率",
        (
            "给项目的钱花掉了百分之几：全年执行数 ÷ 全年预算数。低不一定是坏事，可能是"
            "省了钱，也可能是事情没办成或钱没到位。"
        ),
        kind="rate",
    ),
    Plain(
        "占比",
        "这一项占总数的百分之几。",
        "expenditure.project",
        "share_pct",
        of="的占比",
        made=("expenditure.current",),
    ),
    Plain(
        "比上年增减",
        "今年的数减去去年的数。机构合并、分立或新设时，这个数不说明多花还是少花。",
        "three_public.total",
        "change",
        of="的比上年增减",
    ),
    Plain(
        "基本支出",
        "让机构运转的钱：发工资、水电、办公。",
        "expenditure.basic",
        group="支出的两大类，和剩下的钱",
    ),
    Plain(
        "项目支出",
        "办具体事情的钱，每个项目另有预算和自评。",
        "expenditure.project",
    ),
    Plain(
        "人员经费",
        "基本支出里花在人身上的：工资、津贴、社保、公积金、退休费。",
        "basic.personnel",
    ),
    Plain(
        "公用经费",
        "基本支出里花在办公上的：办公费、水电、差旅、会议、公务接待。",
        "basic.public",
    ),
    Plain(
        "机关运行经费",
        "行政机关的公用经费，用一般公共预算的钱。",
        "operating.agency",
    ),
    Plain(
        "结转结余",
        "年底没花完、留到下一年的钱。结转有指定用途，结余没有。",
        "carryover.closing",
        made=("revenue.total", "-expenditure.current", "-surplus.distributed"),
    ),
    Plain(
        "结余分配",
        "事业单位把年底的结余转作基金或交税的部分。",
        "surplus.distributed",
    ),
    Plain(
        "“三公”经费",
        "因公出国（境）、公务用车、公务接待三项的总和，只算财政拨款的钱。",
        "three_public.total",
        group="“三公”经费",
        made=(
            "three_public.abroad",
            "three_public.vehicle_purchase",
            "three_public.vehicle_running",
            "three_public.reception",
        ),
    ),
    Plain(
        "因公出国（境）费",
        "公务出国、出境的机票、住宿、伙食、培训等费用。",
        "three_public.abroad",
    ),
    Plain(
        "公务用车购置费",
        "买公务用车的钱，含购置税。",
        "three_public.vehicle_purchase",
    ),
    Plain(
        "公务用车运行维护费",
        "公车的油、修理、保险、过路费。",
        "three_public.vehicle_running",
    ),
    Plain(
        "公务接待费",
        "按规定接待来访人员的餐费、住宿等。",
        "three_public.reception",
    ),
    Plain(
        "保有量",
        "年底还在用的公务用车有多少辆。和“购置”不同：可以一辆没买，仍然保有很多。",
        "three_public.vehicles_kept",
    ),
    Plain(
        "政府采购",
        "用财政的钱按规定程序买货物、工程和服务。",
        "procurement.total",
        group="采购、人员和资产",
    ),
    Plain(
        "中小企业合同",
        "政府采购里与中小企业签的合同金额。",
        "procurement.sme",
    ),
    Plain(
        "实有人数",
        "年底实际有多少人。有的部门把退休的人也算在内，要看分项。",
        "headcount.total",
    ),
    Plain(
        "固定资产",
        "能用一年以上、价值较大的东西：房屋、车辆、设备。",
        "assets.original_value",
    ),
    Plain(
        "支出功能分类",
        (
            "钱用在哪方面。分类、款、项三级，编码越长越细：208 是社会保障和就业，20"
            "805 是其中的养老，2080505 是其中的养老保险缴费。"
        ),
        group="钱用在哪里：两种分类",
        kind="item",
    ),
    Plain(
        "经济分类",
        "钱具体买了什么：工资、水电、差旅……同一笔钱既有功能分类，也有经济分类。",
    ),
    Plain(
        "绩效自评",
        "部门自己给项目打分：完成了哪些指标，满分 100。",
        group="项目绩效",
        kind="scored",
    ),
    Plain(
        "自评表",
        (
            "绩效自评用的表：每个项目一张，写预算、花了多少、目标和完成情况、得分；"
            "有的部门另有一张整体支出绩效自评表。"
        ),
    ),
    Plain(
        "指标值和完成值",
        "指标值是年初定的目标，完成值是年底的结果。",
        kind="targets",
    ),
    Plain(
        "分值和得分",
        "分值是这个指标最多能得几分，得分是部门自己打的。",
        kind="points",
    ),
    Plain(
        "勾稽关系",
        "会计核对账目的办法：合计等于各项之和，收入等于支出，两处说同一件事应当一样。",
        group="核对",
    ),
    Plain(
        "四舍五入",
        (
            "金额多以万元为单位，取整到两位小数：最后一位是 0.01 万元（100 元），"
            "几个数加起来可能差一两百元，这不算对不上。"
        ),
        kind="rounding",
    ),
    Plain(
        "推算",
        "原文没有印、由印出的数算出来的数，本站用斜体标明。",
        kind="derived",
    ),
    Plain(
        "原文如此",
        "有人对照过原件，原件就是这样印的。",
    ),
)
"""The terms, in the order in which a reader meets them."""


CLASSES = {
    "201": "机关运转和公共管理：人大、政府和党委的办公与事务，财税、统计、市场监管等。",
    "202": "外交、驻外机构和对外援助。",
    "203": "国防、征兵、人民防空和民兵。",
    "204": "公安、国家安全、检察、法院、司法和监狱。",
    "205": "学校和培训：学前、小学、中学、大学、职业教育、干部进修。",
    "206": "科研、技术研究与开发、科学普及。",
    "207": "文化、旅游、文物、体育、广播电视、新闻出版。",
    "208": "养老、就业、抚恤、退役安置、社会福利和救济，以及管这些事的机关。",
    "210": "医院、公共卫生、医疗保障；机关事业单位的医疗缴费也在这里。",
    "211": "污染防治、生态保护、能源节约。",
    "212": "城市和乡镇的规划、建设、公共设施、环境卫生；土地出让收入安排的支出也在这里。",
    "213": "农业农村、林业草原、水利、巩固脱贫。",
    "214": "公路、水路、铁路、民航和邮政。",
    "215": "资源勘探、制造业、建筑业、工业和信息产业监管，支持中小企业。",
    "216": "商业流通和对外经贸服务。",
    "217": "金融部门的监管和发展。",
    "219": "对口支援其他地区的钱。",
    "220": "自然资源、海洋、测绘和气象。",
    "221": "保障性住房、住房公积金和购房补贴；多数单位在这里的是给职工缴的公积金。",
    "222": "粮食、油料和重要物资的储备。",
    "223": "用国有资本经营预算安排的支出，例如解决国有企业的历史遗留问题。",
    "224": "应急管理、消防、地震和自然灾害的防治与救助。",
    "229": "不能归入以上各类的支出，彩票公益金安排的支出也在这里。",
}
"""What a class of spending is for, in plain words, by its code; none for what its name says."""


def plain_id(name: str) -> str:
    """The anchor of a term in plain words.

    >>> plain_id("“三公”经费")
    'p-三公经费'
    """
    return "p-" + "".join(char for char in name if char.isalnum())

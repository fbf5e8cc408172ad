"""The clause grammar on single sentences, in wordings of several regions."""

import pytest

from juesuan.parse.prose.lexer.events import Compared, Doubted, Event, Figure, Told
from juesuan.parse.prose.lexer.marks import marks
from juesuan.parse.prose.walk.grammar import events


def read(section: str, text: str) -> list[Event]:
    """The events of a text."""
    return list(events(section, text, marks(section, text)))


def figures(section: str, text: str) -> list[tuple[str, str, str]]:
    """(measure or item, column, value) of every figure that the grammar binds."""
    return [
        (e.subject.measure.id if e.subject.measure else e.subject.names[-1], e.column, e.value)
        for e in read(section, text)
        if isinstance(e, Figure)
    ]


@pytest.mark.parametrize(
    ("section", "text", "expected"),
    [
        (
            "overview",
            "2024年度收入总计1.00万元,其中:本年收入合计0.50万元,年初结转和结余0.50万元。",
            [
                ("revenue.total", "actual", "1.00"),
                ("revenue.current", "actual", "0.50"),
                ("carryover.opening", "actual", "0.50"),
            ],
        ),
        (
            "overview",
            "收入支出总体与上年相比,减少2.00万元,下降5.00%,主要原因是:2022年有3个项目、5万元;其他减少7万元。",
            [("overall", "change", "-2.00"), ("overall", "change_pct", "-5.00")],
        ),
        (
            "appropriation",
            "财政拨款收入支出总体与上年相比,增加1.00万元。与年初预算相比,年初预算数8.00万元,决算数9.00万元,预决算差异率12.50%。",
            [
                ("appropriation.overall", "change", "1.00"),
                ("appropriation.overall", "initial_budget", "8.00"),
                ("appropriation.overall", "actual", "9.00"),
                ("appropriation.overall", "variance_pct", "12.50"),
            ],
        ),
        (
            "revenue",
            "其他收入10.00万元,占10.00%。",
            [("revenue.other", "actual", "10.00"), ("revenue.other", "share_pct", "10.00")],
        ),
        (
            "general_budget_items",
            "1.教育支出(类)职业教育(款)技校教育(项):支出决算数为5.00万元,比上年决算增加1.00万元,增长25.00%,主要原因是:2人、3万元。",
            [
                ("技校教育", "actual", "5.00"),
                ("技校教育", "change", "1.00"),
                ("技校教育", "change_pct", "25.00"),
            ],
        ),
        (
            "general_budget_items",
            "1.教育支出(类)职业教育(款)技校教育(项)。主要用于:办学。年初预算为4.00万元,支出决算为5.00万元,完成年初预算的125.00%。",
            [
                ("技校教育", "initial_budget", "4.00"),
                ("技校教育", "actual", "5.00"),
                ("技校教育", "completion_pct", "125.00"),
            ],
        ),
        (
            "three_public",
            "单位全年安排的国内公务接待3批次,42人次。公务用车购置数0辆,公务用车保有量36辆。",
            [
                ("three_public.reception_batches", "actual", "3"),
                ("three_public.reception_visitors", "actual", "42"),
                ("three_public.vehicles_bought", "actual", "0"),
                ("three_public.vehicles_kept", "actual", "36"),
            ],
        ),
        (
            "three_public",
            "财政拨款三公经费支出9.10万元,比上年减少0.20万元,其中:公务接待费全年预算数0.25万元,决算数0.10万元。",
            [
                ("three_public.total", "actual", "9.10"),
                ("three_public.total", "change", "-0.20"),
                ("three_public.reception", "annual_budget", "0.25"),
                ("three_public.reception", "actual", "0.10"),
            ],
        ),
        (
            "assets",
            "房屋6.00平方米,价值5.00万元。车辆10辆,价值3.00万元,单价100万元(含)以上设备(不含车辆)1台(套)。",
            [
                ("assets.building_area", "actual", "6.00"),
                ("assets.building_value", "actual", "5.00"),
                ("assets.vehicles", "actual", "10"),
                ("assets.vehicle_value", "actual", "3.00"),
                ("assets.equipment_over_1m", "actual", "1"),
            ],
        ),
        (
            "other",
            "我单位涉密项目1个,涉及预算金额107.40万元,执行金额100.00万元。",
            [
                ("confidential.project_count", "actual", "1"),
                ("confidential.projects", "annual_budget", "107.40"),
                ("confidential.projects", "actual", "100.00"),
            ],
        ),
    ],
)
def test_figures_of_a_sentence(
    section: str, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert figures(section, text) == expected


def test_a_budget_behind_a_name_is_never_that_of_another_with_the_same_spending() -> None:
    text = (
        "5.住房保障支出(类)47.20万元。(1)住房改革支出(款)住房公积金(项),{}为49.30万元,"
        "支出决算为47.20万元。"
    )
    item = [("住房公积金", "initial_budget", "49.30"), ("住房公积金", "actual", "47.20")]
    first = [("", "actual", "47.20")]
    assert figures("general_budget_items", text.format("年初预算")) == first + item
    assert figures("general_budget_items", text.format("初预算")) == first


def test_an_amount_that_vanished_before_its_unit_has_no_value() -> None:
    text = "3.卫生健康支出(类)万元,占3.20%。"
    assert figures("general_budget_structure", text) == [
        ("", "actual", ""),
        ("", "share_pct", "3.20"),
    ]


def test_each_of_a_list_of_counts_has_its_own() -> None:
    text = "因公出国(境)团组数及人数分别为2个和7人。"
    assert figures("three_public", text) == [
        ("three_public.abroad_groups", "actual", "2"),
        ("three_public.abroad_trips", "actual", "7"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "因公出国(境)元。",
        "公务接待费2.00万元,完成年初预算万元的92.50%。",
        "公务接待费2.00万元,主要用于接待来访团组,完成年初预算万元的92.50%。",
    ],
)
def test_a_unit_without_its_numeral_has_no_value(text: str) -> None:
    assert "" in [value for _, _, value in figures("three_public", text)]


def test_a_unit_that_is_printed_twice_loses_nothing() -> None:
    text = "公务接待费2.00万元万元,占20.00%。"
    assert [value for _, _, value in figures("three_public", text)] == ["2.00", "20.00"]


def test_a_figure_without_its_introduction_is_not_taken() -> None:
    assert figures("overview", "收入总计见附表,共计三页,合同88.00万元。") == []
    assert figures("revenue", "事业收入及其去向说明如下,另付77.00万元。") == []


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("revenue", "财政拨款收入10.00万元,占94.13%(其中:专项债券收入6.00万元)。"),
        (
            "performance",
            "本部门组织开展整体支出绩效自评表1个,另有专项评价涉及资金,全年预算数88.00万元。",
        ),
        ("overview", "年末结转和结余5.00万元。经费总规模与上年相比,增加9.00万元。"),
        (
            "procurement",
            "政府采购货物支出4.00万元,授予中小企业合同金额2.00万元,占政府采购货物支出的50.00%。",
        ),
    ],
)
def test_a_figure_of_an_unknown_subject_stays_unread(section: str, text: str) -> None:
    """A part that the taxonomy does not know is never booked on what was spoken of before."""
    values = {value for _, _, value in figures(section, text)}
    assert not values & {"6.00", "88.00", "9.00", "50.00"}


@pytest.mark.parametrize(
    "text",
    [
        "收入支出总体较上年增加2.00万元,增长4.00%",
        "收入支出总体与2023年度相比,增加2.00万元,增长4.00%",
        "收入、支出总计与上年相比,增加2.00万元,同比增长4.00%",
        "收入支出总体比上年度增加2.00万元,上年无此项支出,增长4.00%",
        "收入支出总体较上年增加2.00万元,增长4.00%,主要原因:一是结余5.00万元;二是其中:基本支出减少7.00万元,下降9.00%",
        "收入支出总体较上年增加2.00万元,增长4.00%,主要是由于2022年付了3.00万元",
        "收入支出总体较上年增加2.00万元,增长4.00%,主要系人员经费增加1.86万元",
    ],
)
def test_wordings_of_a_change(text: str) -> None:
    assert figures("overview", "支出总计9.00万元。" + text + "。")[1:] == [
        ("overall", "change", "2.00"),
        ("overall", "change_pct", "4.00"),
    ]


@pytest.mark.parametrize(
    ("words", "change", "rate"),
    [("增加-2.00", "-2.00", "增长-4.00"), ("减少2.00", "-2.00", "下降4.00")],
)
def test_a_printed_minus_counts(words: str, change: str, rate: str) -> None:
    found = figures("overview", f"收入支出总体与上年相比,{words}万元,{rate}%。")
    assert found == [("overall", "change", change), ("overall", "change_pct", "-4.00")]


def test_a_reason_ends_where_the_next_statement_begins() -> None:
    text = "收入支出总体与上年相比,增加1.00万元,主要原因是:一、增人;二、增资。三、2023年补发。与年初预算相比,年初预算数5.00万元。"
    told = [e for e in read("overview", text) if isinstance(e, Told)]
    assert [text[e.inner : e.end] for e in told] == ["一、增人;二、增资。三、2023年补发。"]


@pytest.mark.slow
def test_no_pattern_backtracks_badly() -> None:
    for text in (
        "收入总计" * 20000,
        "1," * 50000,
        "(类)" * 20000,
        "主要原因是:" * 5000,
        "占" * 50000 + "9%",
        "一般公共服务支出(" * 5000,
    ):
        read("general_budget_items", text[:60000])


def told(section: str, text: str) -> list[tuple[str, str, str]]:
    """Measure or names, column and value of each figure and word."""
    found = []
    for event in read(section, text):
        if not isinstance(event, Figure | Compared):
            continue
        subject = event.subject
        name = subject.measure.id if subject.measure else "/".join(filter(None, subject.names))
        said = event.value if isinstance(event, Figure) else event.word
        found.append((name, event.column, said))
    return found


@pytest.mark.parametrize(
    ("section", "text", "wanted"),
    [
        # a bracket does not change of whom the text speaks
        ("revenue", "财政拨款收入10.00万元(其中:一般公共预算6.00万元,政府性基金预算4.00万元),占收入合计94.13%。",
         [("revenue.appropriation", "actual", "10.00"), ("revenue.general_public_budget", "actual", "6.00"),
          ("revenue.government_fund", "actual", "4.00"), ("revenue.appropriation", "share_pct", "94.13")]),
        # a share of a part, where the taxonomy has it
        ("procurement", "授予中小企业合同金额4.00万元,其中:授予小微企业合同金额2.00万元,占授予中小企业合同金额的50.00%;货物采购授予中小企业合同金额占货物支出金额的91.18%。",
         [("procurement.sme", "actual", "4.00"), ("procurement.micro", "actual", "2.00"), ("procurement.micro_of_sme", "share_pct", "50.00"),
          ("procurement.sme_goods", "share_pct", "91.18")]),
        # against the budget and against the year before
        ("appropriation", "财政拨款收入合计9.00万元,比上年决算数减少1.00万元,下降10.00%;比年初预算数增加2.00万元,增长28.57%。",
         [("appropriation.revenue_current", "actual", "9.00"), ("appropriation.revenue_current", "change", "-1.00"),
          ("appropriation.revenue_current", "change_pct", "-10.00"), ("appropriation.revenue_current", "variance", "2.00"),
          ("appropriation.revenue_current", "variance_pct", "28.57")]),
        ("three_public", "公务接待费。2024年决算数0.92万元,比2024年年初预算数3.20万元减少2.28万元。",
         [("three_public.reception", "actual", "0.92"), ("three_public.reception", "initial_budget", "3.20"), ("three_public.reception", "variance", "-2.28")]),
        ("three_public", "公务接待费支出决算为9.72万元,完成预算21.50万元的45.21%。",
         [("three_public.reception", "actual", "9.72"), ("three_public.reception", "annual_budget", "21.50"), ("three_public.reception", "completion_pct", "45.21")]),
        # classes without their mark, and subclasses below them
        ("general_budget_total", '主要用于以下方面(按大类):"教育支出"8.24万元,占0.03%。1、"教育支出"(类)2024年度决算8.24万元。其中:"进修及培训"(款)2024年度决算8.24万元。',
         [("教育支出", "actual", "8.24"), ("教育支出", "share_pct", "0.03"), ("教育支出", "actual", "8.24"), ("教育支出/进修及培训", "actual", "8.24")]),
        ("general_budget_structure", "教育(类)支出14.75万元,占0.07%。", [("教育支出", "actual", "14.75"), ("教育支出", "share_pct", "0.07")]),
        # an average is not the measure, and words compare without a figure
        ("three_public", "户均公务接待费1.00万元。公务接待费支出决算持平。", [("three_public.reception", "change_word", "持平")]),
        ("overview", "收、支总计各增加386.42万元,增长4.31%。", [("overall", "change", "386.42"), ("overall", "change_pct", "4.31")]),
        # vehicles by kind: bought and kept
        ("three_public", "更新购置公务用车1辆,其中:轿车0辆、金额0万元,越野车1辆、金额17.86万元。部门共有公务用车13辆,其中:轿车6辆、越野车7辆。",
         [("three_public.vehicles_bought", "actual", "1"), ("three_public.vehicles_bought.sedan", "actual", "0"),
          ("three_public.vehicles_bought.sedan.amount", "actual", "0"), ("three_public.vehicles_bought.suv", "actual", "1"),
          ("three_public.vehicles_bought.suv.amount", "actual", "17.86"), ("three_public.vehicles_kept", "actual", "13"),
          ("three_public.vehicles_kept.sedan", "actual", "6"), ("three_public.vehicles_kept.suv", "actual", "7")]),
    ],
)  # fmt: skip
def test_wordings_of_other_regions(
    section: str, text: str, wanted: list[tuple[str, str, str]]
) -> None:
    assert told(section, text) == wanted


def test_a_year_before_a_measure_is_told() -> None:
    text = "收入支出总计5.00万元。2023年度收入支出总计为4.00万元。"
    found = [event for event in read("overview", text) if isinstance(event, Figure)]
    assert [(event.value, event.year) for event in found] == [("5.00", ""), ("4.00", "2023")]


def test_a_numbered_line_ends_the_reason_before_it() -> None:
    text = "(1)教育支出(类)进修及培训(款)培训支出(项)。年初预算为5.00万元,支出决算为4.00万元。主要原因是节约。(2)其他支出(类)其他支出(款)其他支出(项)。年初预算为7.00万元。"
    found = told("general_budget_items", text)
    assert (
        found[-1] == ("其他支出/其他支出/其他支出", "initial_budget", "7.00")
        and found[0][0] == "教育支出/进修及培训/培训支出"
    )


def test_against_the_initial_budget_of_a_named_year() -> None:
    text = '"教育支出"(类)2024年度决算8.24万元,比2024年年初预算减少4.36万元,下降34.60%。其中:"进修及培训"(款)2024年度决算8.24万元,与2024年年初预算持平。'
    assert told("general_budget_items", text) == [
        ("教育支出", "actual", "8.24"), ("教育支出", "variance", "-4.36"), ("教育支出", "variance_pct", "-34.60"),
        ("教育支出/进修及培训", "actual", "8.24"), ("教育支出/进修及培训", "variance_word", "持平"),
    ]  # fmt: skip


def test_a_change_of_both_totals_is_one_of_the_whole() -> None:
    text = "收入总计5.00万元,支出总计5.00万元,与2023年度相比,各减少1.00万元,下降16.67%。"
    assert told("overview", text)[2:] == [
        ("overall", "change", "-1.00"),
        ("overall", "change_pct", "-16.67"),
    ]


@pytest.mark.parametrize(
    ("section", "text", "reason"),
    [
        ("general_budget", "一般公共预算财政拨款支出5.00万元,比上年减少1.00万元。主要原因是项目减少。2.一般公共预算财政拨款支出决算结构情况。", "项目减少。"),
        ("three_public", "公务接待费决算数5.00万元,比上年减少1.00万元。主要原因:压减。2024年公务接待费主要用于来访。", "压减。"),
        ("three_public", "公务接待费决算数5.00万元,比上年减少1.00万元。主要原因:压减。2024年公务接待费中,餐费3.00万元。", "压减。"),
    ],
)  # fmt: skip
def test_a_reason_ends_before_what_is_not_its_own(section: str, text: str, reason: str) -> None:
    found = [
        event for event in read(section, text) if isinstance(event, Told) and event.into == "reason"
    ]
    assert [text[event.inner : event.end] for event in found] == [reason]


def test_a_use_ends_before_the_reason_of_the_deviation() -> None:
    text = "公务接待费支出决算为5.00万元。主要用于接待来访。决算数小于全年预算数的主要原因是节约。公务接待费支出决算小于上年决算数的主要情况:来访减少。"
    found = [
        (event.word, "", text[event.start : event.end])
        if isinstance(event, Compared)
        else (event.into, event.basis, text[event.inner : event.end])
        for event in read("three_public", text)
        if isinstance(event, Told | Compared)
    ]
    assert found == [
        ("usage", "", "接待来访。"),
        ("小于", "", "决算数小于全年预算数"),
        ("reason", "budget", "节约。"),
        ("reason", "prior", "来访减少。"),
    ]


@pytest.mark.parametrize(
    ("section", "text", "expected"),
    [
        (
            "general_budget_items",
            '1."教育支出(类)其他教育支出(款)其他教育支出(项)"16.24万元,主要用于:社区学校。年初预算为20万元,支出决算为16.24万元。',
            [("其他教育支出", "actual", "16.24"), ("其他教育支出", "initial_budget", "20"), ("其他教育支出", "actual", "16.24")],
        ),
        (
            "general_budget_structure",
            '主要用于以下方面:1."一般公共服务"306.90万元,占1.61%;5."文化体育与传媒支出"82.51万元,占0.43%;'
            '11".灾害防治及应急管理支出"98.23万元,占0.52%。',
            [("", "actual", "306.90"), ("", "share_pct", "1.61"), ("", "actual", "82.51"), ("", "share_pct", "0.43"),
             ("", "actual", "98.23"), ("", "share_pct", "0.52")],
        ),
        (
            "three_public",
            "公务接待费支出0.3万元。其中:国内公务接待支出0.3万。主要用于接待代表团,其中:接待批次1次、接待15人次、陪同5人。",
            [("three_public.reception", "actual", "0.3"), ("three_public.reception_domestic", "actual", "0.3"),
             ("three_public.reception_batches", "actual", "1"), ("three_public.reception_visitors", "actual", "15"),
             ("three_public.reception_escorts", "actual", "5")],
        ),
    ],
    ids=["quoted line", "quoted classes, also by former names", "batches"],
)  # fmt: skip
def test_wordings_of_street_offices(
    section: str, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert figures(section, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("基本支出60.00万元,占57.14;项目支出", [("expenditure.basic", "share_pct", "57.14")]),
        ("基本支出60.00万元,占57.14。", [("expenditure.basic", "share_pct", "57.14")]),
        ("基本支出60.00万元,占57.14个,", []),
        ("基本支出60.00万元,占57,14;", []),
        ("基本支出60.00万元,增加57.14;", []),  # an amount or a percentage
    ],
)
def test_a_share_without_its_sign(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert figures("expenditure", text)[1:] == expected


@pytest.mark.parametrize("numeral", ["6l.00", "60.OO", "6,0.00", "60.0.0", "6■.00", "l0.00"])
def test_a_damaged_numeral_is_told_as_one_without_value(numeral: str) -> None:
    assert figures("expenditure", f"其中:基本支出{numeral}万元,占57.14%。")[0] == (
        "expenditure.basic",
        "actual",
        "",
    )


EVALUATED = "根据预算绩效管理要求,本部门组织对项目支出全面开展绩效自评,共涉及项目8个,资金9.00万元。"


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("组织对3家单位开展整体支出绩效评价试点,涉及一般公共预算支出7.00万元。", ["7.00万元"]),
        ("防汛项目绩效自评综述:全年预算数6.00万元,执行数5.00万元,完成预算的83%。", []),
    ],
)
def test_what_an_evaluation_covered_is_doubted_where_it_is_not_understood(
    text: str, doubted: list[str]
) -> None:
    text = EVALUATED + text
    found = [one for one in read("performance", text) if isinstance(one, Doubted)]
    assert [text[one.start : one.end] for one in found] == doubted

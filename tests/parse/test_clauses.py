"""The clause grammar on single sentences, in wordings of several regions."""

import pytest

from juesuan.parse.clauses import grammar


def figures(section: str, text: str) -> list[tuple[str, str, str]]:
    """(measure or item, column, value) of every figure that the grammar binds."""
    return [
        (e.subject.measure.id if e.subject.measure else e.subject.names[-1], e.column, e.value)
        for e in grammar(section).events(text)
        if e.kind == "figure"
    ]


@pytest.mark.parametrize(
    ("section", "text", "expected"),
    [
        (
            "overview",
            "2024年度收入总计1.00万元,其中:本年收入合计0.50万元,年初结转和结余0.50万元。",
            [("revenue.total", "actual", "1.00"), ("revenue.current", "actual", "0.50"), ("carryover.opening", "actual", "0.50")],
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
            [("技校教育", "actual", "5.00"), ("技校教育", "change", "1.00"), ("技校教育", "change_pct", "25.00")],
        ),
        (
            "general_budget_items",
            "1.教育支出(类)职业教育(款)技校教育(项)。主要用于:办学。年初预算为4.00万元,支出决算为5.00万元,完成年初预算的125.00%。",
            [("技校教育", "initial_budget", "4.00"), ("技校教育", "actual", "5.00"), ("技校教育", "completion_pct", "125.00")],
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
def test_figures_of_a_sentence(section: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert figures(section, text) == expected


def test_a_figure_without_its_introduction_is_not_taken() -> None:
    assert figures("overview", "收入总计见附表,共计三页,合同88.00万元。") == []
    assert figures("revenue", "事业收入及其去向说明如下,另付77.00万元。") == []


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("revenue", "财政拨款收入10.00万元,占94.13%(其中:一般公共预算财政拨款收入6.00万元,政府性基金预算财政拨款收入4.00万元)。"),
        ("performance", "本部门组织开展整体支出绩效自评表1个,另有专项评价涉及资金,全年预算数88.00万元。"),
        ("overview", "年末结转和结余5.00万元。经费总规模与上年相比,增加9.00万元。"),
        ("procurement", "授予中小企业合同金额4.00万元,其中:授予小微企业合同金额2.00万元,占授予中小企业合同金额的50.00%。"),
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


@pytest.mark.parametrize(("words", "change", "rate"), [("增加-2.00", "-2.00", "增长-4.00"), ("减少2.00", "-2.00", "下降4.00")])
def test_a_printed_minus_counts(words: str, change: str, rate: str) -> None:
    found = figures("overview", f"收入支出总体与上年相比,{words}万元,{rate}%。")
    assert found == [("overall", "change", change), ("overall", "change_pct", "-4.00")]


def test_a_reason_ends_where_the_next_statement_begins() -> None:
    text = "收入支出总体与上年相比,增加1.00万元,主要原因是:一、增人;二、增资。三、2023年补发。与年初预算相比,年初预算数5.00万元。"
    events = [e for e in grammar("overview").events(text) if e.kind == "passage"]
    assert [text[e.inner : e.end] for e in events] == ["一、增人;二、增资。三、2023年补发。"]


def test_no_pattern_backtracks_badly() -> None:
    for text in (
        "收入总计" * 20000,
        "1," * 50000,
        "(类)" * 20000,
        "主要原因是:" * 5000,
        "占" * 50000 + "9%",
        "一般公共服务支出(" * 5000,
    ):
        list(grammar("general_budget_items").events(text[:60000]))

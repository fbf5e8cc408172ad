"""The nine statutory tables: cell by cell on files of several producers, and what is done with odd tables."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from juesuan import intake
from juesuan.model import Document, Facts
from juesuan.parse.claims import Draft
from juesuan.parse.ledger import ledger
from juesuan.parse.statutory import read_statutory
from juesuan.parse.statutory.grid.sheet import Amount, SheetCell
from juesuan.parse.view import Reader, View
from juesuan.terms import resource_schemas, statutory_tables
from tests.conftest import SAMPLES
from tests.made import understood
from tests.made_pdf import STYLES, Made
from tests.made_tables import document

PDFS = Path(__file__).resolve().parents[2] / "pdfs"
SAMPLE = SAMPLES / "shanghai-putuo-finance-2024.pdf"


def facts_of(path: Path) -> tuple[Facts, Document]:
    document = intake.read(path)
    return understood(document), document


@pytest.fixture(scope="module")
def parsed() -> dict[str, tuple[Facts, Document]]:
    return {name: facts_of(PDFS / f"{name}.pdf") for name in STYLES}


def columns(table: str) -> list[str]:
    return [
        field.name for field in resource_schemas()[table].fields if field.column_type == "value"
    ]


def printed(row: dict[str, str], column: str) -> str:
    assert column not in row["unreadable"].split()
    return "-" if column in row["dashes"].split() else row[column]


def wanted(made: Made, value: Decimal | None) -> str:
    """How an amount is published: in 万元, a blank, a dash and 0.00 kept apart."""
    in_yuan = made.style.unit == "元"
    if value:
        return f"{value:.6f}" if in_yuan else f"{value:.2f}"
    return {"": "", "0.00": "0.000000" if in_yuan else "0.00", "-": "-"}[made.style.zero]


@pytest.mark.parametrize("name", STYLES)
def test_coded_tables(name: str, parsed: dict[str, tuple[Facts, Document]]) -> None:
    made, facts = Made(*STYLES[name]), parsed[name][0]
    for table, rows in made.coded().items():
        read = [
            (row["code"], row["name"], [printed(row, column) for column in columns(table)])
            for row in facts.rows(table)
        ]
        assert read == [
            (code, label, [wanted(made, value) for value in values]) for code, label, values in rows
        ], table
        kinds = {3: "class", 5: "subclass", 7: "item", 0: "total"}
        assert [row["kind"] for row in facts.rows(table)] == [
            kinds[len(code)] for code, _, _ in rows
        ]


@pytest.mark.parametrize("name", STYLES)
def test_summary_tables(name: str, parsed: dict[str, tuple[Facts, Document]]) -> None:
    made, facts = Made(*STYLES[name]), parsed[name][0]
    for place, rows in made.summary().items():
        table, side = place.split("/")
        read = [
            (row["label"], printed(row, "actual"))
            for row in facts.rows(table)
            if row["side"] == side
        ]
        assert read == [
            (label, wanted(made, value)) for label, values in rows if label for value in values
        ], place
    kinds = Counter(row["kind"] for row in facts.rows("table1"))
    assert kinds == {
        "line": 34,
        "current": 2,
        "surplus_used": 1,
        "surplus_distributed": 1,
        "opening": 1,
        "closing": 1,
        "total": 2,
    }
    assert [
        row["code"] for row in facts.rows("table1") if row["label"] == "八、社会保障和就业支出"
    ] == ["208"]
    parts = [row["label"] for row in facts.rows("table4") if row["kind"] == "part"]
    assert len(parts) == 3 and parts[0] == "一、一般公共预算财政拨款"


@pytest.mark.parametrize("name", STYLES)
def test_economic_and_three_public(name: str, parsed: dict[str, tuple[Facts, Document]]) -> None:
    made, facts = Made(*STYLES[name]), parsed[name][0]
    read = [(row["code"], row["name"], printed(row, "actual")) for row in facts.rows("table6")]
    assert read == [(code, label, wanted(made, value)) for code, label, value in made.economic()]
    assert {
        row["group"] for row in facts.rows("table6") if row["code"].startswith(("301", "303"))
    } == {"personnel"}
    found = {row["measure"].removeprefix("three_public."): row for row in facts.rows("table7")}
    for measure, (budget, actual) in made.three_public.items():
        assert (printed(found[measure], "budget"), printed(found[measure], "actual")) == (
            wanted(made, budget),
            wanted(made, actual),
        ), measure


@pytest.mark.parametrize("name", STYLES)
def test_prose(name: str, parsed: dict[str, tuple[Facts, Document]]) -> None:
    made, facts = Made(*STYLES[name]), parsed[name][0]
    read: dict[tuple[str, str], str] = {}
    for row in facts.rows("measures"):
        for column, value in row.items():
            if value:
                read.setdefault((row["measure"], column), value)
    assert {key: read.get(key, "") for key in made.narrative()} == made.narrative()
    items = {code: made.basic[code] + made.project[code] for code in made.basic} | made.fund
    lines = [row for row in facts.rows("functions") if row["level"] == "item"]
    assert [(row["code"], row["actual"], row["code_derived"]) for row in lines] == [
        (code, f"{value:.2f}", "") for code, value in items.items()
    ]
    initial = made.initial | made.fund_initial
    assert [row["initial_budget"] for row in lines] == [f"{initial[code]:.2f}" for code in items]
    assert all(row["usage"].endswith("的开支，含2023年结转") for row in lines)
    assert [row["name"] for row in facts.rows("organisation")] == [
        "上海市普陀区示例管理局（本级）",
        "上海市普陀区示例服务中心",
    ]


@pytest.mark.parametrize("name", STYLES)
def test_nothing_is_unread_and_every_figure_has_its_place(
    name: str, parsed: dict[str, tuple[Facts, Document]]
) -> None:
    facts, document = parsed[name]
    assert (
        facts.remarks == ()
        and [figure.text for figure in facts.figures if figure.status == "unread"] == []
    )
    for figure in facts.figures:
        assert document.text[figure.start : figure.end] == figure.text
        assert document.page_of(figure.start) and document.box_of(figure.start, figure.end)


def test_an_empty_table_with_its_note_is_a_fact(parsed: dict[str, tuple[Facts, Document]]) -> None:
    facts = parsed["chromium"][0]
    notes = [
        row["text"]
        for row in facts.rows("texts")
        if (row["section"], row["kind"]) == ("table9", "empty")
    ]
    assert notes == ["上海市普陀区示例管理局无国有资本经营预算财政拨款支出，故本表无数据"]
    assert [row["kind"] for row in facts.rows("table9")] == ["total"]


# -- made tables ----------------------------------------------------------------------------------------------------


def read(*parts: str | list[str]) -> Draft:
    made = document(*parts)
    draft = Draft()
    read_statutory(made, Reader(made), draft)
    assert len(draft.tables) == 0 or "not found among the ruled tables: " in draft.remarks[-1]
    draft.remarks = [
        one for one in draft.remarks if not one.startswith("not found among the ruled tables: ")
    ]
    return draft


HEAD = [
    "项目|<|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出",
    "科目编码|科目名称|^|^|^|^|^|^",
]


def rows(draft: Draft, table: str = "table3") -> list[tuple[str, str, str]]:
    return [(row["code"], row["name"], row["total"]) for row in draft.tables.get(table, [])]


def test_a_table_goes_on_behind_a_page() -> None:
    more = ["20101|人大事务|2.00|2.00||||"]
    for again in ([], HEAD):
        draft = read(
            "支出决算表",
            "单位：万元",
            [*HEAD, "201|一般公共服务支出|2.00|2.00||||"],
            "---",
            [*again, *more],
        )
        assert rows(draft) == [("201", "一般公共服务支出", "2.00"), ("20101", "人大事务", "2.00")]
        assert draft.remarks == []


def test_a_table_whose_title_is_repeated_is_one_table() -> None:
    piece = ["支出决算表（续）", "单位：万元", [*HEAD, "20101|人大事务|2.00|2.00||||"]]
    draft = read(
        "支出决算表", "单位：万元", [*HEAD, "201|一般公共服务支出|2.00|2.00||||"], "---", *piece
    )
    assert [row[0] for row in rows(draft)] == ["201", "20101"] and draft.remarks == []


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("2080505|机关事业单位基本养老|1.00|1.00||||", "|保险缴费支出||||||"),
        ("2080505|机关事业单位基本养老|||||| ", "|保险缴费支出|1.00|1.00||||"),
        ("2080505|机关事业单位基本养老保险缴费支出||||||", "||1.00|1.00||||"),
    ],
)
def test_a_row_cut_by_a_page_break_is_put_together(before: str, behind: str) -> None:
    draft = read(
        "支出决算表",
        "单位：万元",
        [*HEAD, before.replace(" ", "")],
        "---",
        [behind, "合计||3.00|3.00||||"],
    )
    assert rows(draft) == [
        ("2080505", "机关事业单位基本养老保险缴费支出", "1.00"),
        ("", "合计", "3.00"),
    ]


def test_a_row_of_its_own_behind_a_page_break_stays_one() -> None:
    draft = read(
        "支出决算表",
        "单位：万元",
        [*HEAD, "201|一般公共服务支出|2.00|2.00||||"],
        "---",
        ["|其中：专项|1.00||1.00|||"],
    )
    assert rows(draft) == [("201", "一般公共服务支出", "2.00"), ("", "其中：专项", "1.00")]


def test_codes_in_one_cell_in_three_and_summed_up() -> None:
    head = ["支出功能分类科目编码|<|<|科目名称|本年支出合计|基本支出|项目支出", "类|款|项|^|^|^|^"]
    body = [
        "201|^|^|一般公共服务支出|6.00||6.00",
        "201|06||财政事务|6.00||6.00",
        "201|06|01|行政运行|6.00||6.00",
    ]
    draft = read("支出决算表", "单位：万元", [*head, *[row.replace("^", "") for row in body]])
    assert [row[0] for row in rows(draft)] == ["201", "20106", "2010601"]
    draft = read("支出决算表", "单位：万元", [*head, "201|20106|2010601|行政运行|6.00||6.00"])
    assert rows(draft)[0][0] == "2010601"
    merged = [*head, "201|||一般公共服务支出|6.00||6.00", "^|06||财政事务|6.00||6.00"]
    assert [row[0] for row in rows(read("支出决算表", "单位：万元", merged))] == ["201", "20106"]


def test_headings_that_share_a_row_with_figures() -> None:
    head = [
        "项目|<|<|<|本年支出合计|基本支出|项目支出",
        "科目编码|<|<|科目名称|^|^|^",
        "类|款|项|合计|6.00|4.00|2.00",
    ]
    draft = read("支出决算表", "单位：万元", [*head, "201|||一般公共服务支出|6.00|4.00|2.00"])
    assert rows(draft) == [("", "合计", "6.00"), ("201", "一般公共服务支出", "6.00")]


def test_numbers_of_columns_and_lines_are_no_figures() -> None:
    table = ["收入|<|<|支出|<|<", "项目|行次|金额|项目|行次|金额", "栏次||1|栏次||2", "一、一般公共预算财政拨款收入|1|5.00|一、一般公共服务支出|31|5.00",
             "本年收入合计|2|5.00|本年支出合计|32|5.00"]  # fmt: skip
    draft = read("收入支出决算总表", "金额单位：万元", table)
    assert [(row["side"], row["label"], row["actual"]) for row in draft.tables["table1"]] == [
        ("revenue", "一、一般公共预算财政拨款收入", "5.00"), ("revenue", "本年收入合计", "5.00"),
        ("expenditure", "一、一般公共服务支出", "5.00"), ("expenditure", "本年支出合计", "5.00"),
    ]  # fmt: skip
    head = [
        "预算数|<|<|决算数|<|<",
        "合计|因公出国（境）费|公务接待费|合计|因公出国（境）费|公务接待费",
        "1|2|3|4|5|6",
    ]
    draft = read("财政拨款“三公”经费支出决算表", "单位：万元", [*head, "2.00||2.00|1.50|0.00|1.50"])
    found = {row["measure"]: (row["budget"], row["actual"]) for row in draft.tables["table7"]}
    assert found["three_public.total"] == ("2.00", "1.50") and found["three_public.abroad"] == (
        "",
        "0.00",
    )


def test_a_heading_that_is_not_known_is_told_and_not_guessed() -> None:
    head = ["科目编码|科目名称|本年支出合计|基本支出|不认识的一栏"]
    draft = read("支出决算表", "单位：万元", [*head, "201|一般公共服务支出|6.00|4.00|2.00"])
    assert (
        "不认识的一栏 is not known" in draft.remarks[0]
        and draft.tables["table3"][0]["project"] == ""
    )


def test_what_is_no_number_is_marked_and_not_guessed() -> None:
    draft = read("支出决算表", "单位：万元", [*HEAD, "201|一般公共服务支出|2,12.00|4.0O|-|||0.00"])
    row = draft.tables["table3"][0]
    assert (row["unreadable"], row["dashes"], row["affiliated_subsidy"]) == (
        "total basic",
        "project",
        "0.00",
    )


@pytest.mark.parametrize(
    ("text", "at", "plain"),
    [("4.002.00", 4, ""), ("1,234.50", 3, "1,234.50"), ("12", 1, "12"), ("2077.09", 9, "2077.09")],
)
def test_two_numbers_in_one_cell_are_not_one(text: str, at: int, plain: str) -> None:
    places = tuple(i + (5 if i >= at else 0) for i in range(len(text)))
    assert Amount(SheetCell(View(text, places), True, 1)).plain == plain


def test_amounts_in_yuan_are_converted_exactly() -> None:
    draft = read(
        "支出决算表", "金额单位：元", [*HEAD, "201|一般公共服务支出|12,345.67|12,345.67||||"]
    )
    assert draft.tables["table3"][0]["total"] == "1.234567"
    assert draft.claims[-1].unit == "元"


def test_a_table_printed_twice_is_read_once_and_told() -> None:
    table = [*HEAD, "201|一般公共服务支出|2.00|2.00||||"]
    draft = read("支出决算表", "单位：万元", table, "一段正文。", "支出决算表", "单位：万元", table)
    assert len(draft.tables["table3"]) == 1 and "a second time" in draft.remarks[0]
    assert [row["kind"] for row in draft.tables["texts"]] == ["title", "unit", "unread_table"]


def test_a_title_in_the_contents_names_no_table() -> None:
    draft = read(
        "三、支出决算表", "本部门的单位包括以下各个单位。", ["序号|单位名称|备注", "1|某单位|"]
    )
    assert draft.tables == {}


def test_a_table_without_a_unit_is_told() -> None:
    draft = read("支出决算表", [*HEAD, "201|一般公共服务支出|2.00|2.00||||"])
    assert "unit? none is printed" in draft.remarks[0]
    assert draft.rows("table3")[0]["unreadable"] == "total basic"
    assert draft.claims[-1].field == "name"


def test_totals_of_blocks_that_reach_over_columns() -> None:
    head = ["科目编码|科目名称|金额|科目编码|科目名称|金额|科目编码|科目名称|金额"]
    body = [
        "301|工资福利支出|9.00|302|商品和服务支出|2.00|310|资本性支出|1.00",
        "人员经费合计|<|9.00|公用经费合计|<|<|<|<|3.00",
    ]
    draft = read("一般公共预算财政拨款基本支出决算表", "单位：万元", [*head, *body])
    found = [
        (row["code"], row["name"], row["actual"], row["kind"]) for row in draft.tables["table6"]
    ]
    assert found == [
        ("301", "工资福利支出", "9.00", "class"), ("", "人员经费合计", "9.00", "total"), ("302", "商品和服务支出", "2.00", "class"),
        ("", "公用经费合计", "3.00", "total"), ("310", "资本性支出", "1.00", "class"),
    ]  # fmt: skip


def test_every_title_is_its_own() -> None:
    for table in statutory_tables():
        made = document(table.label, "单位：万元", ["甲|乙|丙", "1|2|3"])
        draft = Draft()
        read_statutory(made, Reader(made), draft)
        assert [row["section"] for row in draft.tables["texts"] if row["kind"] == "title"] == [
            table.id
        ]


# -- the real one -----------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(not SAMPLE.exists(), reason="the samples are not part of the repository")
def test_the_sample() -> None:
    """Read by eye from the PDF: the totals of the tables, what the prose says, and that nothing is unread."""
    facts, _ = facts_of(SAMPLE)
    assert Counter(figure.status for figure in facts.figures)["unread"] == 0 and facts.remarks == ()
    counts = {f"table{i}": len(facts.rows(f"table{i}")) for i in range(1, 10)}
    assert counts == {
        "table1": 42,
        "table2": 20,
        "table3": 20,
        "table4": 125,
        "table5": 20,
        "table6": 66,
        "table7": 6,
        "table8": 1,
        "table9": 1,
    }
    other = next(row for row in facts.rows("table2") if row["code"] == "2010602")
    assert (other["name"], other["total"], other["appropriation"], other["other"]) == (
        "一般行政管理事务",
        "16.19",
        "10.00",
        "6.19",
    )
    bonus = next(row for row in facts.rows("table6") if row["code"] == "30309")
    assert (bonus["name"], bonus["actual"], bonus["group"]) == ("奖励金", "0.31", "personnel")
    blank = next(row for row in facts.rows("table6") if row["code"] == "30231")
    assert (blank["name"], blank["actual"], blank["dashes"]) == ("公务用车运行维护费", "", "")
    measures = {row["measure"]: row for row in facts.rows("measures")}
    expected = {
        ("overall", "actual"): "2995.39", ("overall", "change"): "-56.95", ("overall", "change_pct"): "-1.87", ("revenue.other", "actual"): "6.20",
        ("revenue.appropriation", "share_pct"): "99.79", ("expenditure.project", "actual"): "603.14", ("appropriation.overall", "actual"): "0.30",
        ("appropriation.overall", "change_word"): "持平", ("general_budget.expenditure", "change"): "-63.14",
        ("general_budget.expenditure", "initial_budget"): "2993.92", ("general_budget.expenditure", "completion_pct"): "98.20",
        ("three_public.total", "initial_budget"): "0.95", ("three_public.total", "actual"): "0.00", ("three_public.reception", "completion_pct"): "0",
        ("performance.average_score", "actual"): "99.43", ("performance.tracked", "annual_budget"): "598.42",
        ("operating.agency", "change_pct"): "1.40", ("procurement.total", "actual"): "251.25", ("procurement.works", "actual"): "0.00",
        ("procurement.other_sme_awarded", "actual"): "4.79", ("assets.equipment_over_1m", "actual"): "2",
    }  # fmt: skip
    assert {key: measures[key[0]][key[1]] for key in expected} == expected
    items = [row for row in facts.rows("functions") if row["level"] == "item"]
    assert [row["initial_budget"] for row in items] == [
        "1560.05", "10.00", "135.90", "450.52", "85.55", "161.62", "80.81", "0.94", "62.29", "187.75", "258.50",
    ]  # fmt: skip
    assert [row["actual"] for row in items] == [
        "1511.89", "10.00", "135.25", "449.52", "84.65", "160.75", "80.38", "0.94", "60.99", "187.19", "258.50",
    ]  # fmt: skip
    assert (
        items[0]["usage"] == "局本部人员经费及公用经费等的基本支出"
        and items[0]["variance_reason"] == "人员进出及退休变化，减少人员经费开支"
    )


@pytest.mark.slow
@pytest.mark.skipif(not SAMPLE.exists(), reason="the samples are not part of the repository")
def test_the_contradictions_of_the_sample(tmp_path: Path) -> None:
    """What a reader confirms: the share 71.73 % (2106.66 / 2940.05 is 71.65 %), 0.3 万元 for 2,961.68, and 个人农业生产补贴
    in the list where the table has 奖励金."""
    from juesuan import collection, package

    folder = tmp_path / "shanghai-putuo-finance-2024"
    (folder / "source").mkdir(parents=True)
    (folder / "source" / "disclosure.pdf").write_bytes(SAMPLE.read_bytes())
    collection.convert(folder)
    failed = {
        (row["rule"], row["subject"])
        for row in package.load(folder).rows("checks")
        if row["state"] == "fail"
    }
    assert failed == {
        ("N27", "general_public_budget/class/1"), ("N27-100", "all"), ("T24", "general_public_budget/class/1"),
        ("T23", "appropriation/appropriation.overall/actual"), ("T26", "personnel"),
    }  # fmt: skip
    assert package.validate(folder) == []


TITLED = ["支出决算表", "单位：万元"]


def test_a_table_with_headings_of_its_own_is_not_the_rest_of_the_one_before() -> None:
    other = [
        "科目编码|科目名称|事业收入|经营收入|其他收入|附属单位上缴收入|上级补助收入|合计",
        "201|一般公共服务支出|9.00||||9.00|",
    ]
    draft = read(*TITLED, [*HEAD, "201|一般公共服务支出|2.00|2.00||||"], "---", other)
    assert rows(draft) == [("201", "一般公共服务支出", "2.00")]


def test_a_table_goes_on_below_the_word_that_says_so() -> None:
    more = ["20101|人大事务|2.00|2.00||||"]
    draft = read(*TITLED, [*HEAD, "201|一般公共服务支出|2.00|2.00||||"], "---", "（续表）", more)
    assert [row[0] for row in rows(draft)] == ["201", "20101"]


def test_a_title_inside_the_table_is_its_title() -> None:
    before = [
        "收入决算表",
        "单位：万元",
        ["科目编码|科目名称|本年收入合计|<|<|<|<|<", "201|一般公共服务支出|7.00|||||"],
    ]
    inside = [
        "支出决算表|<|<|<|<|<|<|<",
        "单位：元|<|<|<|<|<|<|<",
        *HEAD,
        "201|一般公共服务支出|20,000.00|20,000.00||||",
    ]
    draft = read(*before, "---", inside)
    assert (
        rows(draft) == [("201", "一般公共服务支出", "2.000000")]
        and len(draft.tables["table2"]) == 1
    )
    assert [row["text"] for row in draft.tables["texts"] if row["section"] == "table3"] == [
        "支出决算表",
        "单位：元",
    ]


@pytest.mark.parametrize(
    ("lines", "column", "unreadable"),
    [
        (["201|一般公共服务支出|3.00|2.00|<|||"], "basic", "basic project"),
        (["201|一般公共服务支出|3.00|||||", "204|公共安全支出|^|||||"], "total", "total"),
        (["201|一般公共服务支出3.00|<|2.00||||"], "total", "total"),
        (["201|一般公共服务3.00支出|<|2.00||||"], "total", "total"),
    ],
)
def test_an_amount_without_a_border_of_its_own_is_no_cell_for_sure(
    lines: list[str], column: str, unreadable: str
) -> None:
    draft = read(*TITLED, [*HEAD, *lines])
    first = draft.tables["table3"][0]
    assert (first[column], first["unreadable"], first["name"]) == (
        "",
        unreadable,
        "一般公共服务支出",
    )
    assert any(lost[4] == column for lost in draft.waste)


def test_a_code_in_the_cell_of_the_name_is_the_code() -> None:
    draft = read(*TITLED, [*HEAD, "2010601行政运行|<|3.00|3.00||||"])
    assert (
        rows(draft) == [("2010601", "行政运行", "3.00")]
        and draft.tables["table3"][0]["kind"] == "item"
    )


def test_a_note_in_the_last_row_is_a_note() -> None:
    draft = read(
        *TITLED,
        [
            *HEAD,
            "201|一般公共服务支出|2.00|2.00||||",
            "注：本表反映本年度各项支出情况。|<|<|<|<|<|<|<",
        ],
    )
    assert len(rows(draft)) == 1
    assert [row["text"] for row in draft.tables["texts"] if row["kind"] == "note"] == [
        "注：本表反映本年度各项支出情况。"
    ]


def test_a_table_that_is_not_there_is_told() -> None:
    made = document(*TITLED, [*HEAD, "201|一般公共服务支出|2.00|2.00||||"])
    draft = Draft()
    read_statutory(made, Reader(made), draft)
    assert (
        "国有资本经营预算财政拨款收入支出决算表" in draft.remarks[-1]
        and "、支出决算表" not in draft.remarks[-1]
    )


@pytest.mark.parametrize("line", ["支出决算表 单位：万元", "支出决算表（单位：人民币万元）"])
def test_a_unit_in_the_line_of_the_title_is_the_unit(line: str) -> None:
    draft = read(line, [*HEAD, "201|一般公共服务支出|2.00|2.00||||"])
    assert rows(draft) == [("201", "一般公共服务支出", "2.00")] and draft.remarks == []
    assert [row["kind"] for row in draft.tables["texts"]] == ["title", "unit"]


def test_marks_and_chinese_numerals_of_amounts_are_told_and_read() -> None:
    rows = ["科目编码|科目名称|本年支出合计|基本支出|项目支出", "201|甲|31.07①|11.07|贰拾",
            "205|乙|6.00|七|6.00"]  # fmt: skip
    made = document("支出决算表", "单位：万元", rows)
    draft = Draft()
    read_statutory(made, Reader(made), draft)
    first, second = draft.rows("table3")
    assert (first["total"], first["basic"], first["project"]) == ("31.07", "11.07", "20.00")
    assert (second["basic"], second["unreadable"]) == ("", "basic")
    assert any("1 amounts bear a mark (31.07①)" in one for one in draft.remarks)
    found = {one.text: one for one in ledger(made, Reader(made), draft)}
    assert (found["贰拾"].value, found["贰拾"].status) == ("20.00", "bound")
    assert found["31.07"].status == "bound"


def test_amounts_of_a_table_without_rows_are_unread() -> None:
    rows = ["甲|乙|丙", "一些|文字|其它", "丁|31.0*7.25|戊"]
    made = document("支出决算表", "单位：万元", rows)
    draft = Draft()
    read_statutory(made, Reader(made), draft)
    assert not draft.rows("table3")
    figures = [one for one in ledger(made, Reader(made), draft) if "." in one.text]
    assert figures and {one.status for one in figures} == {"unread"}

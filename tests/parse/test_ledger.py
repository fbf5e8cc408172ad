"""The ledger: nothing lost, nothing invented."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from juesuan import terms
from juesuan.intake.text.characters import clean
from juesuan.model import Facts
from juesuan.parse.claims import Draft
from juesuan.parse.ledger import ledger
from juesuan.parse.view import Reader, View
from tests.conftest import IDS, document_of, facts_of
from tests.made import disclosure
from tests.sensitivity import read

REGIONS = Path(__file__).parent / "regions"


def cells(facts) -> dict[tuple[str, str], dict]:
    found = {}
    for name, rows in facts.tables.items():
        for row in rows:
            found[name, terms.resource_schemas()[name].row_key(row)] = row
    return found


@pytest.mark.parametrize("disclosure_id", IDS)
def test_each_bound_figure_is_printed_where_it_says(disclosure_id: str, published, sources) -> None:
    facts, text = published[disclosure_id], sources[disclosure_id].text
    rows = cells(facts)
    for figure in facts.rows("figures"):
        printed = text[int(figure["start"]) : int(figure["end"])]
        assert "".join(printed.split()) == "".join(figure["text"].split())
        if figure["status"] != "bound":
            continue
        value = (
            Decimal(re.sub(r"[\s,分]", "", clean(printed))) if clean(printed).isascii() else None
        )
        cell = Decimal(rows[figure["resource"], figure["row"]][figure["field"]])
        assert value is None or abs(value) == abs(cell), figure
        assert value is not None or printed in "一二三四五六七八九十两"


@pytest.mark.parametrize("disclosure_id", IDS)
def test_each_numeral_of_the_source_is_in_the_ledger(
    disclosure_id: str, published, sources
) -> None:
    figures = published[disclosure_id].rows("figures")
    covered = {i for row in figures for i in range(int(row["start"]), int(row["end"]))}
    lost = [
        m.start()
        for m in re.finditer(r"[0-9０-９]", sources[disclosure_id].text)
        if m.start() not in covered
    ]
    assert lost == []
    starts = [int(row["start"]) for row in figures]
    assert starts == sorted(set(starts))


@pytest.mark.parametrize("disclosure_id", IDS)
def test_what_is_not_understood_is_inside_cells_marked_unreadable(
    disclosure_id: str, published
) -> None:
    facts = published[disclosure_id]
    rows = cells(facts)
    unread = [row for row in facts.rows("figures") if row["status"] == "unread"]
    for figure in unread:
        row = rows[figure["resource"], figure["row"]]
        marks = (row[name].split() for name in ("unreadable", "restored", "read_by_person"))
        assert any(figure["field"] in fields for fields in marks), figure
    assert bool(unread) == (disclosure_id == "urumqi-government-services-2023")


@pytest.mark.parametrize("disclosure_id", IDS)
def test_every_number_of_the_tables_has_its_figure(disclosure_id: str, published) -> None:
    """Nothing invented: a numeric cell without a figure is a derived one, a count of rows or the year."""
    facts = published[disclosure_id]
    bound = {
        (f["resource"], f["row"], f["field"])
        for f in facts.rows("figures")
        if f["status"] == "bound"
    }
    derived = {"prior_year_derived", "position", "fiscal_year"}
    for name, rows in facts.tables.items():
        if name in ("figures", "checks", "disclosure"):
            continue
        schema = terms.resource_schemas()[name]
        numeric = [
            f.name
            for f in schema.fields
            if f.type in ("number", "integer") and f.name not in derived
        ]
        for row in rows:
            missing = [n for n in numeric if row[n] and (name, schema.row_key(row), n) not in bound]
            assert not missing, (name, row, missing)


@pytest.mark.parametrize("disclosure_id", IDS)
def test_prose_is_no_dumping_ground(disclosure_id: str, published) -> None:
    fields = {
        (f["resource"], f["field"])
        for f in published[disclosure_id].rows("figures")
        if f["status"] == "prose"
    }
    assert fields <= {
        ("measures", "reason"), ("measures", "variance_reason"), ("functions", "reason"), ("texts", "text"),
        ("projects", "name"), ("projects", "expected_goal"), ("projects", "actual_goal"), ("glossary", "definition"),
        *(("indicators", name) for name in ("level3", "basis", "target", "actual", "reason")),
        ("project_funds", "label"),
    }  # fmt: skip


def amounts_dismissed(facts: Facts, text: str) -> list[str]:
    """Amounts and percentages that are said to number or date something."""
    found = [
        one
        for one in facts.figures
        if one.status == "reference" and one.unit in ("万元", "元", "%")
    ]
    return [
        text[one.start - 6 : one.end]
        for one in found
        if not text[: one.start].rstrip().endswith("单价")
    ]


@pytest.mark.parametrize("path", sorted(REGIONS.glob("*.txt")), ids=lambda path: path.stem)
def test_no_amount_is_dismissed_as_a_number_of_the_page(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert amounts_dismissed(read(text, f"{path.stem}-made-2024"), text) == []


@pytest.mark.slow
@pytest.mark.parametrize("disclosure_id", IDS)
def test_no_amount_of_a_disclosure_is_dismissed(disclosure_id: str, sources) -> None:
    text = sources[disclosure_id].text
    assert amounts_dismissed(read(text, disclosure_id), text) == []


def test_figures_under_headings_that_are_not_known_are_unread() -> None:
    text = "某某市示例局2024年度部门决算\n一、人员及车辆\n共有12个部门，经费585.53万元，同比减少0.5%。\n二、其他\n下降3.1%。\n"
    found = {(one.text, one.status) for one in read(text, "made-up-2024").figures}
    assert found == {
        ("2024", "reference"),
        ("12", "unread"),
        ("585.53", "unread"),
        ("0.5", "unread"),
        ("3.1", "unread"),
    }


def test_a_page_that_tells_only_of_the_three_public_expenses() -> None:
    text = (
        "某某区审计局2024年度部门决算\n一、“三公”经费财政拨款支出决算总体情况说明\n"
        "某某区审计局2024年度“三公”经费财政拨款支出决算为2.02万元,完成全年预算5.3万元的38.1%。其中:公务接待费支出决算为0万元。\n"
    )
    rows = {row["measure"]: row for row in read(text, "made-up-2024").rows("measures")}
    assert [
        rows["three_public.total"][name] for name in ("actual", "annual_budget", "completion_pct")
    ] == [
        "2.02",
        "5.30",
        "38.1",
    ]
    assert rows["three_public.reception"]["actual"] == "0.00"


def test_every_numeral_is_accounted_for() -> None:
    facts = facts_of(disclosure())
    assert [f.text for f in facts.figures if f.status == "unread"] == []
    assert [f.text for f in facts.figures if f.status == "prose" and f.resource == "measures"] == [
        "2023",
        "3",
        "5",
    ]


def status(text: str, *claims: tuple[str, str]) -> list[tuple[str, str, str, str]]:
    """Text, value, unit and status of each numeral when cells took (printed, value)."""
    document, draft = document_of(text), Draft()
    row = draft.add("measures", section="overview", measure="revenue.total")
    for printed, value in claims:
        start = text.index(printed)
        where = View(printed, tuple(range(start, start + len(printed))))
        draft.bind("measures", row, "actual", value, where, "万元")
    found = ledger(document, Reader(document), draft)
    return [(one.text, one.value, one.unit, one.status) for one in found]


def test_a_numeral_that_a_cell_took_is_bound() -> None:
    assert status("收入5.00万元,支出3.00万元", ("5.00", "5.00")) == [
        ("5.00", "5.00", "万元", "bound"),
        ("3.00", "3.00", "万元", "unread"),
    ]


def test_spaces_inside_a_bound_numeral_do_not_part_it() -> None:
    assert status("收入1,2 34. 50万元", ("1,2 34. 50", "1234.50")) == [
        ("1,2 34. 50", "1234.50", "万元", "bound")
    ]


@pytest.mark.parametrize(
    ("text", "numeral"),
    [
        ("于2024 年 12 月 31 日", "2024"),
        ("1.教育支出", "1"),
        ("说明：(2)公务接待费", "2"),
        ("上年基数为 0", "0"),
        ("图 1：结构", "1"),
        ("财库〔2023〕12号", "2023"),
    ],
)
def test_what_numbers_or_dates_something_is_a_reference(text: str, numeral: str) -> None:
    found = status(text)
    assert found[0][0] == numeral
    assert {one[-1] for one in found} == {"reference"}


def test_a_numeral_in_a_published_text_is_prose_and_in_a_lost_cell_unread() -> None:
    text = "原因是2人,另有3l.5万元"
    document, draft = document_of(text), Draft()
    row = draft.add("measures", section="overview", measure="revenue.total")
    draft.quote("measures", row, "reason", View(text[3:5], (3, 4)))
    draft.lose("measures", row, "actual", View(text[8:12], (8, 9, 10, 11)))
    found = [(one.text, one.status, one.field) for one in ledger(document, Reader(document), draft)]
    assert found == [("2", "prose", "reason"), ("3", "unread", "actual"), ("5", "unread", "actual")]


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        ("卡号6222021234567890123。", [""]),
        ("合计1234567890123.00万元。", [""]),
        ("于2024.5.31办结", [""]),
        ("第1.2.3条", [""]),
        ("合计123456789012.50元", ["123456789012.50"]),
        ("约١٢3万元", ["", "3"]),
        ("1e400万元", ["1", "400"]),
    ],
)
def test_what_is_no_number_has_no_value(printed: str, values: list[str]) -> None:
    document = document_of(printed)
    assert [one.value for one in ledger(document, Reader(document), Draft())] == values


def test_amounts_that_no_digit_of_ours_prints_are_unread_and_told() -> None:
    document, draft = document_of("另有经费三十二万元。\n合计 ٣٧.٥٠ 与 １2.50"), Draft()
    found = ledger(document, Reader(document), draft)
    assert [(one.text, one.status, one.value) for one in found] == [
        ("三十二", "unread", ""),
        ("٣٧.٥٠", "unread", ""),
        ("１2.50", "unread", "12.50"),
    ]
    assert ["line 2: 1 numbers hold digits of another script" in one for one in draft.remarks] == [
        True
    ]


def test_page_numbers_of_a_list_of_contents_are_references_though_its_lines_are_numbered() -> None:
    """Each line begins with a range of its own inside the one of the whole list."""
    text = "目录\n" + "".join(f"({n})某某事项……{30 + n}\n" for n in range(1, 12))
    document, draft = document_of(text), Draft()
    draft.refer(View(text, tuple(range(len(text)))))
    found = ledger(document, Reader(document), draft)
    assert len(found) == 22
    assert {one.status for one in found} == {"reference"}


def test_a_text_inside_of_which_others_are_published_still_holds_its_numbers() -> None:
    text = "甲1乙2丙3丁4戊5己6庚7辛8"
    document, draft = document_of(text), Draft()
    row = draft.add("measures", section="overview", measure="revenue.total")
    draft.quote("measures", row, "reason", View(text, tuple(range(len(text)))))
    for at in range(0, 12, 2):
        draft.quote("measures", row, "variance_reason", View(text[at], (at,)))
    assert {one.status for one in ledger(document, Reader(document), draft)} == {"prose"}

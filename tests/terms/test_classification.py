"""The classifications of the Ministry of Finance."""

from __future__ import annotations

import csv
from collections import Counter
from typing import get_args

import pytest

from juesuan import intake, terms
from juesuan.errors import TermsError
from juesuan.model import Document, Facts
from juesuan.parse import identify, parse
from juesuan.terms.classification import NEWEST, Kind, Mark
from tests.conftest import SAMPLES
from tests.terms.conftest import Changed, text_of

HEAD = "code,level,name,from_year,to_year,mark\n"
MADE = (
    HEAD + "201,class,甲,2020,,known\n20101,subclass,乙,2020,,known\n"
    "2010101,item,丙,2020,2021,known\n2010101,item,丁,2022,,known\n"
)
KINDS: tuple[Kind, ...] = get_args(Kind)
YEARS = (2021, 2022, 2023, 2024, 2025)


TABLES = ("table2", "table3", "table5", "table6", "table8", "table9")


def rows(kind: Kind) -> list[dict[str, str]]:
    return list(csv.DictReader(text_of(f"{kind}.csv").splitlines()))


@pytest.mark.parametrize(
    ("year", "name"),
    [(2019, "丙"), (2020, "丙"), (2021, "丙"), (2022, "丁"), (2030, "丁"), (None, "丁")],
)
def test_the_edition_of_a_year(changed: Changed, year: int | None, name: str) -> None:
    """The first that is recorded stands for all before it, the last for all behind it."""
    folder = changed("functional.csv", MADE)
    assert terms.classification("functional", year, folder) == {
        "201": "甲",
        "20101": "乙",
        "2010101": name,
    }


def test_which_edition_stands_for_a_year(changed: Changed) -> None:
    folder = changed("functional.csv", MADE)
    listed = [terms.edition("functional", year, folder) for year in (2019, 2020, 2022, 2030)]
    assert listed == [2020, 2020, 2022, NEWEST]
    assert terms.editions("functional", folder) == (2025, 2024, 2023, 2022, 2021, 2020)


@pytest.mark.parametrize("kind", KINDS)
def test_the_editions_that_are_recorded(kind: Kind) -> None:
    assert terms.editions(kind) == tuple(reversed(YEARS))
    assert [terms.edition(kind, year) for year in (2019, 2026)] == [2021, 2025]
    assert terms.classification(kind) == terms.classification(kind, 2025)


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("2010308", ["信访事务"] * 3 + ["", ""]),
        ("2014004", [""] * 3 + ["信访业务"] * 2),
        ("2013804", ["市场主体管理"] * 3 + ["经营主体管理"] * 2),
        ("21305", ["扶贫", "巩固脱贫衔接乡村振兴", ""] + ["巩固脱贫攻坚成果衔接乡村振兴"] * 2),
        ("2130599", ["其他扶贫支出", "其他巩固脱贫衔接乡村振兴支出", ""]
         + ["其他巩固脱贫攻坚成果衔接乡村振兴支出"] * 2),
        ("2081105", ["残疾人就业和扶贫", ""] + ["残疾人就业"] * 3),
        ("2120815", [""] + ["农村社会事业支出"] * 4),
        ("22006", [""] * 3 + ["耕地保护考核奖惩基金支出"] * 2),
        ("2080505", ["机关事业单位基本养老保险缴费支出"] * 5),
    ],
)  # fmt: skip
def test_names_by_year(code: str, names: list[str]) -> None:
    """What is not known of a year is not in its list; a later name is never given to it."""
    assert [terms.classification("functional", year).get(code, "") for year in YEARS] == names


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("year", YEARS)
def test_codes_nest_in_each_year(kind: Kind, year: int) -> None:
    codes = terms.classification(kind, year)
    for code in codes:
        assert all(code[:length] in codes for length in (3, 5) if length < len(code)), code


@pytest.mark.parametrize("kind", KINDS)
def test_a_code_has_one_name_in_a_year(kind: Kind) -> None:
    for year in YEARS:
        held = [
            row["code"]
            for row in rows(kind)
            if int(row["from_year"]) <= year <= int(row["to_year"] or NEWEST)
        ]
        assert [code for code, count in Counter(held).items() if count > 1] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("year", YEARS)
def test_names_are_unique_under_one_parent(kind: Kind, year: int) -> None:
    named = Counter((code[:-2], name) for code, name in terms.classification(kind, year).items())
    assert [place for place, count in named.items() if count > 1] == []


@pytest.mark.parametrize("kind", KINDS)
def test_rows_are_written_in_their_order(kind: Kind) -> None:
    written = [(row["code"], row["from_year"]) for row in rows(kind)]
    assert written == sorted(written)
    assert {row["mark"] for row in rows(kind)} <= set(get_args(Mark))


def test_both_economic_classifications() -> None:
    departments = terms.classification("economic", 2024)
    governments = terms.classification("economic_government", 2024)
    assert departments["30231"] == "公务用车运行维护费"
    assert departments["30902"] == departments["31002"] == "办公设备购置"
    assert governments["50208"] == "公务用车运行维护费"
    assert governments["501"] == "机关工资福利支出"
    assert {code[0] for code in departments} == {"3"}
    assert {code[0] for code in governments} == {"5"}


def test_a_name_keeps_its_quotation_marks() -> None:
    codes = terms.classification("functional", 2024)
    assert [codes[code] for code in ("2040409", "2040506", "2130508")] == [
        "“两房”建设",
        "“两庭”建设",
        "“三西”农业建设专项补助",
    ]


def test_every_class_has_something_below_it() -> None:
    codes = terms.classification("functional", 2024)
    bare = {code for code in codes if len(code) == 3} - {code[:3] for code in codes if code[3:]}
    assert bare == {"227", "234"}


def test_what_is_marked_as_named_is_named(published: dict[str, Facts]) -> None:
    """Its name stands at its place in one of the disclosures that the program is tested on."""
    places = {
        place
        for facts in published.values()
        for row in facts.rows("functions")
        for place in (
            (row["class"], "", ""),
            (row["class"], row["subclass"], ""),
            (row["class"], row["subclass"], row["item"]),
        )
    }
    for row in rows("functional"):
        if row["mark"] == "named":
            assert any(_place(row, year) in places for year in YEARS), row


def _printed(document: Document) -> set[tuple[str, str]]:
    """Codes with their names in the statutory tables of a document."""
    head = {"fiscal_year": str(identify(document).year)}
    facts = parse(document, "sample", head)
    return {(row["code"], row["name"]) for table in TABLES for row in facts.rows(table)}


def _place(row: dict[str, str], year: int) -> tuple[str, ...]:
    codes, code = terms.classification("functional", year), row["code"]
    above = [codes.get(code[:length], "") for length in (3, 5) if length < len(code)]
    return tuple([*above, row["name"], "", ""][:3])


@pytest.mark.slow
def test_what_is_marked_as_printed_is_printed() -> None:
    samples = sorted(SAMPLES.glob("*.pdf"))
    if not samples:
        pytest.skip("the samples are not here")
    printed = {pair for path in samples for pair in _printed(intake.read(path))}
    for kind in KINDS:
        for row in rows(kind):
            if row["mark"] == "printed":
                assert (row["code"], row["name"]) in printed


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            "201,item,甲,2020,,known\n",
            r"csv:2: found row 1 \(甲\).level = 'item'; expected class",
        ),
        ("20101,subclass,甲,2020,,known\n", "code = '20101'; expected a code within one that is"),
        (
            "201,class,甲,2020,,known\n201,class,乙,2020,,known\n",
            "csv:3: .*expected what no other entry has",
        ),
        ("2010,class,甲,2020,,known\n", "code = '2010'; expected a code of three, five or seven"),
        ("201,class,甲,2020,2020-01,known\n", "to_year = '2020-01'; expected a year, or nothing"),
        ("201,class,甲,2020,2019,known\n", "to_year = '2019'; expected 2020 or later, or nothing"),
        (
            "201,class,甲,2020,2022,known\n201,class,乙,2022,,known\n",
            "csv:3: .*from_year = '2022'; expected a year behind the last of 甲",
        ),
        (
            "201,class,甲,2020,,known\n201,class,乙,2022,,known\n",
            "csv:3: .*from_year = '2022'; expected a year behind the last of 甲",
        ),
        ("201,class,甲,2020,,guessed\n", "mark = 'guessed'"),
    ],
)
def test_a_wrong_code(changed: Changed, lines: str, message: str) -> None:
    with pytest.raises(TermsError, match=message):
        terms.classification("functional", None, changed("functional.csv", HEAD + lines))


def test_a_wrong_code_of_an_economic_classification(changed: Changed) -> None:
    lines = "301,class,甲,2020,,known\n30101,item,乙,2020,,known\n3010101,item,丙,2020,,known\n"
    with pytest.raises(TermsError, match=r"csv:4: .*level = 'item'; expected no such code"):
        terms.classification("economic", None, changed("economic.csv", HEAD + lines))


def test_former_names() -> None:
    assert terms.former_classes()["环境保护支出"] == "211"
    assert terms.class_code("环境保护") == terms.class_code("节能环保支出") == "211"
    assert terms.class_code("节能环保") == "211"
    assert terms.class_code("社会保障与就业支出") == terms.class_code("社会保障及就业") == "208"
    assert terms.class_code("没有这一类") == ""


def test_former_names_of_subclasses_and_items() -> None:
    assert terms.former_names()["20805"] == ("行政事业单位离退休",)
    assert "211" not in terms.former_names()
    assert "行政事业单位离退休" not in terms.former_classes()


def test_a_former_name_of_nothing(changed: Changed) -> None:
    folder = changed("functional_former.csv", "code,name,until_year\n999,甲,2018\n")
    with pytest.raises(
        TermsError, match=r"csv:2: .*code = '999'; expected a code of functional.csv"
    ):
        terms.former_classes(folder)

"""Codes of the classifications, by name."""

import pytest

from juesuan import terms
from juesuan.parse.claims import Draft
from juesuan.parse.prose.recording.codes import _listed, codes
from tests.conftest import facts_of
from tests.made import disclosure


def rows(facts, resource: str, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row[column] for column in columns) for row in facts.rows(resource)]


def test_functions_and_their_codes() -> None:
    facts = facts_of(disclosure())
    assert rows(facts, "functions", "level", "code", "actual", "change") == [
        ("class", "201", "80.00", ""),
        ("class", "208", "12.00", ""),
        ("item", "2010601", "80.00", "-10.00"),
        ("item", "2080505", "12.00", "2.00"),
    ]


def test_an_unknown_name_has_no_code_and_is_remarked() -> None:
    facts = facts_of(
        disclosure().replace("财政事务(款)行政运行(项)", "财政事务(款)从未有过的事项(项)")
    )
    assert [row["code"] for row in facts.rows("functions")][2] == ""
    assert any("从未有过的事项" in remark for remark in facts.remarks)


def draft_of(**names: str) -> Draft:
    draft = Draft()
    draft.add_to("functions", fund="general_public_budget", level="class", position="1", **names)
    return draft


def code_of(year: int, *names: str) -> tuple[str, list[str]]:
    """The code of a line by its names, and what was remarked."""
    padded = (*names, "", "")
    draft = draft_of(**{"class": padded[0], "subclass": padded[1], "item": padded[2]})
    codes(draft, year)
    row = draft.rows("functions")[0]
    assert row["code_derived"] == ("true" if row["code"] else "")
    return row["code"], draft.remarks


@pytest.mark.parametrize(
    ("names", "code"),
    [
        ("交通运输支出/公路水路运输/公路养护", "2140106"),
        ("公共安全支出/检察/检察监督", "2040410"),
        ("公共安全支出/检察/“两房”建设", "2040409"),
        ("公共安全支出/检察/两房建设", "2040409"),
        ("公共安全支出/法院/案件审判", "2040504"),
        ("节能环保支出/污染防治/大气", "2110301"),
        ("城乡社区支出/城乡社区管理事务/城管执法", "2120104"),
        ("城乡社区支出/城乡社区环境卫生/城乡社区环境卫生", "2120501"),
        ("卫生健康支出/公立医院/综合医院", "2100201"),
        ("卫生健康支出/基层医疗卫生机构/乡镇卫生院", "2100302"),
        ("粮油物资储备支出/粮油物资事务/行政运行", "2220101"),
        ("灾害防治及应急管理支出/消防救援事务/消防应急救援", "2240204"),
        ("商业服务业等支出/商业流通事务/行政运行", "2160201"),
        ("科学技术支出/科学技术普及/科普活动", "2060702"),
        ("自然资源海洋气象等支出/气象事务/气象服务", "2200509"),
        ("社会保障和就业支出/退役安置/军队转业干部安置", "2080905"),
        ("国有资本经营预算支出/解决历史遗留问题及改革成本支出/国有企业改革成本支出", "2230107"),
        ("公共安全支出/法院", "20405"),
        ("金融支出", "217"),
    ],
)
def test_everyday_items_of_other_departments(names: str, code: str) -> None:
    assert code_of(2024, *names.split("/")) == (code, [])


@pytest.mark.parametrize(
    ("names", "code"),
    [
        ("公共安全支出/公安/行政运行", "2040201"),
        ("公共安全支出/司法/行政运行", "2040601"),
        ("其他支出/其他支出/其他支出", "2299999"),
        ("援助其他地区支出/其他支出", "21999"),
        ("外交支出/边界勘界联检/其他支出", "2020799"),
        ("其他支出/其他支出", "22999"),
        ("其他支出", "229"),
        ("公共安全支出//行政运行", ""),
        ("公共安全支出//其他支出", ""),
        ("教育支出/公安/行政运行", ""),
        ("教育支出//高等教育", ""),
    ],
)
def test_a_name_is_told_apart_by_its_parents_alone(names: str, code: str) -> None:
    found, remarks = code_of(2024, *names.split("/"))
    assert found == code
    assert bool(remarks) == (not code)


def test_two_codes_of_one_name_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    names = {"205": "教育支出", "20591": "某某教育", "20592": "某某教育", "20593": "别的教育"}
    monkeypatch.setattr(terms, "classification", lambda kind, year=None: names)
    _listed.cache_clear()
    try:
        assert code_of(2024, "教育支出", "某某教育")[0] == ""
        assert code_of(2024, "教育支出", "别的教育")[0] == "20593"
    finally:
        _listed.cache_clear()


SOCIAL = "一般公共服务支出", "社会工作事务", "专项业务"


def test_the_name_of_another_year() -> None:
    """The year before is in force for departments; any other list is remarked."""
    petitions = ("一般公共服务支出", "政府办公厅（室）及相关机构事务", "信访事务")
    assert code_of(2023, *petitions) == code_of(2024, *petitions) == ("2010308", [])
    assert code_of(2025, *petitions) == (
        "2010308",
        [
            "functional classification 2025: 2010308 by the list of 2023 for "
            "一般公共服务支出 / 政府办公厅(室)及相关机构事务 / 信访事务"
        ],
    )
    assert code_of(2024, *SOCIAL) == ("2013904", [])
    code, remarks = code_of(2021, *SOCIAL)
    assert code == "2013904"
    assert len(remarks) == 1
    assert "2021: 2013904 by the list of 2024 for" in remarks[0]


def test_former_names_of_subclasses_and_items() -> None:
    names = ("社会保障和就业支出", "行政事业单位离退休", "归口管理的行政单位离退休")
    told = "functional classification 2024: 2080501 by former names for " + " / ".join(names)
    assert code_of(2024, *names) == ("2080501", [told])
    names = ("社会保障和就业支出", "行政事业单位离退休", "机关事业单位职业年金缴费支出")
    assert code_of(2024, *names)[0] == "2080506"
    assert code_of(2024, "农林水支出", "农业", "行政运行")[0] == "2130101"
    assert code_of(2024, "国土海洋气象等支出", "国土资源事务", "行政运行")[0] == "2200101"
    assert code_of(2024, "教育支出", "农业", "行政运行")[0] == ""


@pytest.mark.parametrize(("year", "listed"), [(2020, 2021), (2026, 2025)])
def test_a_year_without_a_list(year: int, listed: int) -> None:
    code, remarks = code_of(year, "教育支出", "普通教育", "小学教育")
    assert code == "2050202"
    assert remarks == [
        f"classifications {year}: there is no list of that year; the one of {listed} stands for "
        "it, so names and codes may differ"
    ]


def test_a_former_name_of_a_class_has_the_code_of_today() -> None:
    former, code = next(iter(terms.former_classes().items()))
    draft = draft_of(**{"class": former})
    codes(draft, 2024)
    assert draft.rows("functions")[0]["code"] == code


def test_a_printed_code_wins_and_is_not_derived() -> None:
    draft = draft_of(**{"class": "某某支出"})
    draft.add("table5", code="299", name="某某支出")
    codes(draft, 2024)
    row = draft.rows("functions")[0]
    assert (row["code"], row["code_derived"]) == ("299", "")
    assert draft.remarks == [
        "functional classification 2024: 1 printed codes are not in "
        "scripts/juesuan/terms/data/functional.csv (299 某某支出); add those that the Ministry's classification has"
    ]


def test_codes_nest_in_printed_tables() -> None:
    draft = draft_of(**{"class": "教育支出", "subclass": "某某教育"})
    draft.add("table5", code="205", name="教育支出")
    draft.add("table5", code="20577", name="某某教育")
    codes(draft, 2024)
    assert draft.rows("functions")[0]["code"] == "20577"


def test_classes_of_the_tables_of_all_expenditure() -> None:
    draft = Draft()
    draft.add("table1", side="expenditure", kind="line", label="五、教育支出")
    draft.add("table1", side="revenue", kind="line", label="五、教育支出")
    codes(draft, 2024)
    assert [row["code"] for row in draft.rows("table1")] == ["205", ""]


def test_categories_of_the_economic_classification() -> None:
    draft = Draft()
    draft.add("economic", name="办公费")
    draft.add("economic", name="办公椅")
    draft.add("economic", name="办公设备购置")
    draft.add("economic", name="因公出国(境)费用")
    codes(draft, 2024)
    found = [row["code"] for row in draft.rows("economic")]
    assert found == ["30201", "", "31002", "30212"]
    assert draft.remarks == ["economic classification 2024: no code for 办公椅"]


def test_a_printed_code_of_another_year_is_not_lacking() -> None:
    draft = Draft()
    draft.add("table5", code="2010308", name="信访事务")
    draft.add("table6", code="31002", name="办公设备购置")
    codes(draft, 2025)
    assert draft.remarks == []


def test_a_name_that_a_table_prints_twice_has_none_of_both_codes() -> None:
    draft = Draft()
    draft.add_to(
        "functions",
        **{"fund": "general_public_budget", "level": "item", "position": "1", "class": ""},
        subclass="",
        item="行政运行",
    )
    for code, name in (("2130201", "行政运行"), ("2140101", "行政运行"), ("2140106", "公路养护")):
        draft.add("table5", code=code, name=name)
    codes(draft, 2024)
    row = draft.rows("functions")[0]
    assert (row["code"], row["code_derived"]) == ("", "")
    assert draft.remarks == ["functional classification 2024: no code for 行政运行"]

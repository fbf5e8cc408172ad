"""The definitions are consistent."""

import re

import pytest

from juesuan import terms
from juesuan.parse.prose.introductions import longest_relation
from juesuan.parse.prose.numerals import dates


def test_each_example_is_read_by_its_relation() -> None:
    for relation, entry in zip(
        terms.relations(), terms._toml("phrases.toml")["relation"], strict=True
    ):
        for example in entry["examples"]:
            for kind in relation.kinds:
                found = longest_relation(example, kind, next(iter(relation.behind), ""))[0]
                assert found == relation, (example, kind, found)


def test_aliases_are_unique_within_section_unit_and_subject() -> None:
    seen: dict[tuple[str, str, str, str], str] = {}
    for measure in terms.measures().values():
        for section in measure.sections:
            for alias in measure.aliases:
                key = (section, alias, terms.unit_kind(measure.unit), measure.after)
                assert key not in seen or measure.unit != terms.measures()[seen[key]].unit, (
                    key,
                    measure.id,
                )
                seen[key] = measure.id


def test_every_section_of_a_measure_exists() -> None:
    assert {s for m in terms.measures().values() for s in m.sections} <= set(terms.sections())


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_codes_nest(year: int) -> None:
    codes = terms.classification("functional", year)
    for code in codes:
        assert len(code) in (3, 5, 7)
        assert all(code[:length] in codes for length in (3, 5) if length < len(code)), code


def test_the_classification_of_a_year() -> None:
    assert terms.classification("functional", 2023)["2080505"] == "机关事业单位基本养老保险缴费支出"
    assert "2010308" in terms.classification("functional", 2023)
    assert "2010308" not in terms.classification("functional", 2024)
    assert terms.classification("economic", 2024)["30231"] == "公务用车运行维护费"


def test_regions() -> None:
    regions = terms.regions()
    assert regions["650100"] == ("乌鲁木齐市", "650000")
    assert all(re.fullmatch(r"\d{6}", code) for code in regions)
    assert all(not parent or parent in regions for _, parent in regions.values())


def test_templates_by_year() -> None:
    old, new = terms.template("652300", 2023), terms.template("650100", 2025)
    assert old and new
    assert old.section_order.index("three_public") == 6
    assert new.section_order.index("three_public") == 8
    shanghai = terms.template("310107", 2024)
    assert shanghai and shanghai.budget_basis == "initial_budget"
    assert terms.template("110101", 2024) is None


def test_resources_have_keys_and_titles() -> None:
    for resource in terms.resource_schemas().values():
        names = [field.name for field in resource.fields]
        assert len(names) == len(set(names))
        assert set(resource.key) <= set(names)
        assert all(field.title and field.description for field in resource.fields)
        assert all(
            (re.search("[一-龥]", field.title) and field.description.isascii()) or field.description
            for field in resource.fields
        )


def test_dates_are_no_figures() -> None:
    text = "截至2024年12月31日,2023年度收入2077.09万元,10月1日"
    assert [text[one.start : one.end] for one in dates(text)] == [
        "2024年12月31日",
        "2023年度",
        "10月1日",
    ]

"""A text of the three public expenditures alone: all of it is one section."""

from tests.parse.prose.sections.test_outline import found

TITLE = "松岭县柳河镇人民政府\n2023年度“三公”经费决算汇总情况\n"
TEXT = "一、总体情况\n2023年度全镇“三公”经费支出5.20万元。\n二、分项情况\n公务接待费5.20万元。\n"


def test_its_points_open_no_section() -> None:
    (part,) = found(TITLE + TEXT).parts
    assert part.id == "three_public"
    assert part.body.text.startswith("一、总体情况")


def test_the_glossary_is_another_section() -> None:
    parts = found(f"{TITLE}{TEXT}三、名词解释\n公务接待费：指各类接待支出。\n").parts
    assert [one.id for one in parts] == ["three_public", "glossary"]


def test_a_disclosure_with_other_sections_keeps_them() -> None:
    parts = found(f"{TITLE}一、收入决算情况说明\n本年收入9.00万元。\n").parts
    assert [one.id for one in parts] == ["revenue"]


def test_those_of_a_region_are_none_of_a_department() -> None:
    made = found(f"松岭县2023年“三公”经费决算情况说明\n{TEXT}")
    assert all("5.20" not in one.body.text for one in made.parts if one.id == "three_public")

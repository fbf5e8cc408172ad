"""Names in other words."""

import pytest

from juesuan import terms
from juesuan.parse.prose.lexer.events import Subject
from juesuan.parse.prose.walk.paraphrase import paraphrases


def called(section: str, before: str, unit: str = "万元", spoken: str = "") -> tuple[str, str]:
    subject = Subject(terms.measures()[spoken]) if spoken else Subject()
    measure, lead = paraphrases(section).measure(before, unit, subject)
    return (measure.id if measure else "", lead)


@pytest.mark.parametrize(
    ("section", "before", "expected"),
    [
        ("basic", "其中,用于人员方面的经费", ("basic.personnel", "用于")),
        ("basic", "公用类支出为", ("basic.public", "")),
        ("procurement", "授予小微企业的合同金额", ("procurement.micro", "")),
        ("procurement", "2023年政府采购总支出", ("procurement.total", "2023年")),
        ("revenue", "2023年度本部门取得收入", ("revenue.current", "2023年度本部门取得")),
        ("overview", "收支总决算", ("overall", "")),
        ("basic", "其中,公用方面开支", ("basic.public", "")),
    ],
)
def test_the_same_name_in_other_words(section: str, before: str, expected: tuple[str, str]) -> None:
    assert called(section, before) == expected


@pytest.mark.parametrize(
    ("section", "before", "unit"),
    [
        ("basic", "追加人员方面的经费", "万元"),  # something is left over
        ("basic", "上年人员方面的经费", "万元"),  # of another year
        ("basic", "人员、公用方面的经费", "万元"),  # of all that are listed
        ("basic", "人员方面的经费", "人"),  # no such unit
        ("basic", "人员方面的经费", ""),
        ("basic", "所属单位人员方面的经费", "万元"),  # of a part of the department
        ("basic", "非人员方面的经费", "万元"),
        ("overview", "决算", "万元"),  # nothing is left
        ("revenue", "收", "万元"),
    ],
)
def test_what_is_no_name(section: str, before: str, unit: str) -> None:
    assert called(section, before, unit) == ("", "")


def test_a_bracket_within_a_name_does_not_part_it() -> None:
    before = "单价100万元以上(不含车辆)的设备"
    assert called("assets", before, "台(套)") == ("assets.equipment_over_1m", "")


def test_what_a_section_is_about_is_left_out_only_while_it_is_spoken_of() -> None:
    assert called("appropriation", "年末结转", spoken="appropriation.expenditure_current") == (
        "appropriation.closing",
        "",
    )
    assert called("appropriation", "年末结转", spoken="revenue.government_fund") == ("", "")
    assert called("appropriation", "年末结转") == ("appropriation.closing", "")

"""What a disclosure calls itself."""

from __future__ import annotations

import pytest

from juesuan import collection, package
from juesuan.pages.evidence.works import printed_work, work_of
from tests.conftest import IDS, ROOT

ABOUT = {"department": "云湖市示例局（本级）", "fiscal_year": "2031"}


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("云湖市示例局（本级） 2031 年度\n\n部门决算公开说明\n目录", "2031 年度部门决算公开说明"),
        ("# 云湖市示例局(本级)(汇总)2031年 度单位决算 公开 情况", "2031 年度单位决算公开情况"),
        ("云湖市示例局（本级）关于2031年度部门决算的公开说明", "2031 年度部门决算的公开说明"),
        ("2031年度云湖市示例局（本级）部门（单位）决算报告", "2031 年度部门（单位）决算报告"),
        ("第三部分 2031年度部门决算情况说明", ""),
        ("云湖市另一局2031年度部门决算公开说明", ""),
        ("云湖市示例局（本级）2030年度部门决算公开说明", ""),
        ("", ""),
    ],
)
def test_a_title_is_what_stands_behind_the_department(text: str, printed: str) -> None:
    assert printed_work(text, ABOUT) == printed


def test_without_a_printed_title_nothing_is_called_one() -> None:
    assert work_of(ABOUT, "") == "2031 年度决算公开文件"
    assert work_of(ABOUT, "2031 年度单位决算") == "《2031 年度单位决算》"


@pytest.mark.slow
@pytest.mark.parametrize("one", IDS)
def test_the_five_print_their_titles(one: str) -> None:
    """Read in each source: department, year and 部门决算公开说明, in one line or in two."""
    folder = ROOT / "datapackages" / one
    facts = package.load(folder)
    found = printed_work(collection.text_of(folder), facts.disclosure)
    assert found == f"{facts.disclosure['fiscal_year']} 年度部门决算公开说明"

"""What the site calls itself is said in other places too, and must be the same there."""

from __future__ import annotations

import re

from juesuan.pages.machines.names import SITE, describe
from tests.conftest import ROOT


def test_the_site_is_called_as_its_pages_call_it() -> None:
    (name,) = re.findall(
        r"^site_name: (.*)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert name == SITE


def test_a_description_says_whose_final_accounts_of_which_year_they_are() -> None:
    text = describe({"department": "某某市示例局", "fiscal_year": "2023"})
    assert text.startswith("某某市示例局2023年度部门决算的开放数据")
    other = describe({"department": "别的局", "fiscal_year": "2024"})
    assert text.replace("某某市示例局2023", "") == other.replace("别的局2024", "")


def test_a_description_says_what_an_empty_cell_and_a_number_are() -> None:
    text = describe({"department": "局", "fiscal_year": "2023"})
    assert "空格子表示原文没有印" in text and "金额单位为万元" in text

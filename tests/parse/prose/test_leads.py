"""Sections that tell parts and not the whole."""

import pytest

from tests.conftest import document_of
from tests.made import understood

WHOLE = "支出合计9.00万元,其中:基本支出5.00万元,项目支出4.00万元。"


def remarks(below: str) -> list[str]:
    text = (
        "示例局2024年度部门决算\n一、收入支出决算总体情况说明\n收入总计9.00万元。\n"
        f"二、支出决算情况说明\n{below}\n"
    )
    facts = understood(document_of(text))
    return [one for one in facts.remarks if "which it is about" in one]


def test_a_section_without_what_it_is_about() -> None:
    (told,) = remarks(WHOLE.partition("其中:")[2])
    assert told.startswith(
        "line 4: below 二、支出决算情况说明 there are figures, but none of 本年支出合计"
    )


@pytest.mark.parametrize("below", [WHOLE, "本年度无支出。", "基本支出0.00万元。"])
def test_a_section_that_tells_it_or_nothing(below: str) -> None:
    assert remarks(below) == []

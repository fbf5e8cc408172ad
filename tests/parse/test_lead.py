"""Which file of a disclosure leads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from juesuan.errors import ConflictingSourceError
from juesuan.parse import lead_first
from tests.made_tables import document

TITLE = "某某市示例局2024年度部门决算公开说明"
TABLE = ["项目|金额", "本年收入合计|1.00"] * 40


def named(name: str, *parts: str | list[str]):
    return replace(document(*parts), name=name)


def names(*documents) -> list[str]:
    return [one.name for one in lead_first(documents)]


def test_the_title_leads_and_numbers_in_names_count() -> None:
    tables = [named(f"表{number}.xlsx", TABLE) for number in (10, 2, 1)]
    assert names(*tables, named("z.txt", TITLE)) == ["z.txt", "表1.xlsx", "表2.xlsx", "表10.xlsx"]


def test_without_a_title_text_outside_of_tables_leads() -> None:
    assert names(named("a.xlsx", TABLE), named("b.txt", "说明" * 20)) == ["b.txt", "a.xlsx"]


def test_two_titles_are_told_or_refused() -> None:
    long, short = named("b.txt", TITLE, "说明" * 50), named("a.txt", TITLE, TABLE)
    lead, other = lead_first([short, long])
    assert (lead.name, lead.remarks) == ("b.txt", ())
    assert "has the title of a disclosure as well; b.txt leads" in other.remarks[0]
    for title in (TITLE.replace("2024", "2023"), TITLE.replace("示例", "模范")):
        with pytest.raises(ConflictingSourceError, match="files of one disclosure"):
            lead_first([long, named("c.txt", title)])


def test_one_file_is_not_looked_at() -> None:
    only = named("a.txt", "无")
    assert lead_first([only]) == (only,)

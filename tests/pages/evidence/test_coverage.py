"""What of a disclosure is in its package, and why the rest is not."""

from __future__ import annotations

import pytest

from juesuan import package
from juesuan.model import Facts
from juesuan.pages.evidence.coverage import SECRET, coverage, statutory_names
from tests.conftest import IDS, ROOT


def made(**tables: tuple[dict[str, str], ...]) -> dict[str, tuple[str, str]]:
    facts = Facts("made-up-2024", tables)
    return {part.label: (part.state, part.note) for part in coverage(facts)}


def measure(section: str, name: str = "x", actual: str = "1", **more: str) -> dict[str, str]:
    about = {"section": section, "measure": name, "actual": actual}
    return {**about, "annual_budget": "", "unreadable": "", **more}


def test_a_section_is_there_or_empty_or_not_disclosed() -> None:
    found = made(
        measures=(measure("three_public.abroad"),),
        texts=({"section": "government_fund", "kind": "empty", "text": "本年没有。"},),
    )
    states = [state for state, _ in found.values()]
    assert states.count("已收录") == 1 and states.count("不适用") == 1
    assert ("不适用", "原文：本年没有。") in found.values()
    assert ("未公开", "原文没有这一节或没有数字") in found.values()


@pytest.mark.parametrize(
    ("kinds", "state"),
    [((), "未收录"), (("overall",), "未收录"), (("overall", "project"), "已收录")],
)
def test_only_forms_of_projects_count(kinds: tuple[str, ...], state: str) -> None:
    found = made(projects=tuple({"kind": kind} for kind in kinds))
    assert found["项目支出绩效自评表"][0] == state


@pytest.mark.parametrize(("number", "there"), [("0", False), ("3", True)])
def test_forms_of_confidential_projects(number: str, there: bool) -> None:
    found = made(measures=(measure("other", "confidential.project_count", number),))
    assert (SECRET in found) is there
    assert not there or found[SECRET] == ("涉密", "原文列出涉密项目：3 个")


def test_the_words_of_the_source_are_quoted() -> None:
    facts = Facts(
        "made-up-2024", {"measures": (measure("other", "confidential.project_count", "3"),)}
    )
    (note,) = [one.note for one in coverage(facts, text="SM项目3个") if one.label == SECRET]
    assert note == "原文列出“SM项目”：3 个"


def test_of_confidential_projects_only_what_is_printed_is_told() -> None:
    """Whether their forms are published no measure tells."""
    rows = (
        measure("other", "confidential.project_count", "2"),
        measure("other", "confidential.projects", "31.40", annual_budget="1032.50"),
    )
    state, note = made(measures=rows)[SECRET]
    assert (state, note.partition("：")[2]) == (
        "涉密",
        "2 个，全年预算 1,032.50 万元，执行 31.40 万元",
    )


def test_statutory_tables_are_there_or_announced_or_not_disclosed() -> None:
    assert made()["九张决算报表"] == ("未公开", "")
    announced = ({"section": "x", "kind": "statutory_table", "text": "见附表"},)
    assert made(texts=announced)["九张决算报表"][0] == "未收录"
    noted = ({"section": "table8", "kind": "note", "text": "没有政府性基金"},)
    assert made(texts=noted, table1=({"side": "revenue"},))["九张决算报表"] == ("已收录", "2 张")


@pytest.mark.slow
@pytest.mark.parametrize("one", IDS)
def test_every_disclosure_of_the_collection(one: str) -> None:
    facts = package.load(ROOT / "datapackages" / one)
    parts = coverage(facts)
    assert len({part.label for part in parts}) == len(parts) > 8
    assert all(
        part.note for part in parts if part.state != "已收录" and part.label != "九张决算报表"
    )
    assert [name for name in facts.tables if name.startswith("table")] == [
        name for name in statutory_names(facts) if name in facts.tables
    ]


def test_a_table_that_was_not_read_is_no_table_that_was_not_disclosed() -> None:
    title = {"section": "table2", "kind": "unread_title", "position": "1", "text": "收入决算表"}
    assert made(texts=(title,))["九张决算报表"] == (
        "未读出",
        "没有读出《收入决算表》：只读到表名，没有读到表",
    )
    found = made(texts=(title,), table3=({"position": "1"},))["九张决算报表"]
    assert found == ("已收录", "1 张；没有读出《收入决算表》：只读到表名，没有读到表")

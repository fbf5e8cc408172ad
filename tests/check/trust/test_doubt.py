"""Where most of what is known of a table fails at once, the reading is doubted first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from juesuan import check
from juesuan.check.trust.doubt import (
    PROSE,
    SEE,
    Trial,
    doubted,
    tables_of,
    trials,
    without_doubtful,
)
from juesuan.model import Facts
from juesuan.rows import ChecksRow, Row

AMOUNTS = ("total", "basic", "project", "remitted_superior", "operating", "affiliated_subsidy")


def shuffled(facts: Facts, table: str, rows: int) -> Facts:
    """The facts with other digits in the first rows of a table, as a font without true digits has them."""

    def digits(row: Row, at: int) -> Row:
        turn = str.maketrans("123456789", "987654321" if at % 2 else "345678912")
        return {**row, **{name: row[name].translate(turn) for name in AMOUNTS if name in row}}

    every = [
        digits(row, at) if at < rows else dict(row) for at, row in enumerate(facts.table(table))
    ]
    return replace(facts, tables={**facts.tables, table: tuple(every)})


def states(facts: Facts) -> dict[tuple[str, str], ChecksRow]:
    return {(row["rule"], row["subject"]): row for row in check.run(facts)}


def test_a_table_whose_checks_mostly_fail_is_one_statement(printed: Facts) -> None:
    found = states(shuffled(printed, "table3", 99))
    own = found["T31", "table3"]
    assert own["state"] == "unreadable" and "表3可能读取有误" in own["statement"]
    assert not [row for row in found.values() if row["state"] == "fail"]
    silent = [row for row in found.values() if SEE in row["statement"]]
    assert len(silent) > 5 and {row["state"] for row in silent} == {"unreadable"}
    assert not any(row["left"] or row["figures"] for row in silent)
    assert f"中 {len(silent)} 处不成立" in own["statement"]
    assert {found["T31", f"table{i}"]["state"] for i in (1, 2, 4, 5)} == {"pass"}


def test_one_wrong_figure_is_a_contradiction(printed: Facts) -> None:
    found = states(shuffled(printed, "table3", 1))
    assert found["T31", "table3"]["state"] == "pass"
    assert [row for row in found.values() if row["state"] == "fail"]


def test_codes_of_no_class_are_doubted(printed: Facts) -> None:
    rows = tuple(
        {**row, "code": row["code"].translate(str.maketrans("12", "97"))}
        for row in printed.table("table5")
    )
    strange = replace(printed, tables={**printed.tables, "table5": rows})
    found = states(strange)
    assert "不在政府收支分类科目之内" in found["T31", "table5"]["statement"]
    assert doubted(trials(strange, ())) == ["table5"]


@pytest.mark.parametrize(
    ("holds", "fails", "wanted"),
    [
        ({"table3": 2}, {"table3": 3}, True),
        ({"table3": 9}, {"table3": 3}, False),
        ({"table3": 0}, {"table3": 2}, False),
        ({"table3": 9}, {"table1": 2, "prose": 2, "table5": 1}, True),
        ({"table3": 9, "table1": 3}, {"table5": 30}, False),
        ({}, {"table5": 30}, False),
    ],
)
def test_a_table_is_doubted_by_itself_or_by_most_others(
    holds: dict[str, int], fails: dict[str, int], wanted: bool
) -> None:
    trial = Trial()
    trial.holds.update(holds)
    trial.fails.update(fails)
    assert trial.is_doubted("table3") is wanted


def test_a_file_most_of_whose_tables_are_doubted_is_doubted_as_a_whole() -> None:
    odd, fine = Trial(codes=4, strange=4), Trial()
    most = {"table2": odd, "table3": odd, "table5": odd, "table1": fine}
    assert doubted(most) == ["table2", "table3", "table5", PROSE]
    assert doubted({"table2": odd, "table1": fine}) == ["table2"]


def test_what_a_person_compared_stays_a_contradiction(printed: Facts) -> None:
    first = check.run(printed)[0]
    fail, pinned = first.copy(), first.copy()
    fail["state"] = pinned["state"] = "fail"
    fail["statement"] = pinned["statement"] = "表3合计行 空白 ≠ 1"
    fail["figures"] = pinned["figures"] = ""
    pinned["pinned"] = "原文如此"
    assert tables_of(fail, {}) == {"table3"}
    left, kept = without_doubtful(printed, [fail, pinned], ["table3"])
    assert left["state"] == "unreadable" and kept["state"] == "fail"
    assert without_doubtful(printed, [fail], ["table5"]) == [fail]


def test_what_is_suspected_is_told_by_the_checks_alone(printed: Facts) -> None:
    one = check.suspected(check.run(shuffled(printed, "table3", 99)))
    assert [row["subject"] for row in one.tables] == ["table3"]
    assert one.of > 5 and not one.is_whole
    assert check.suspected(check.run(printed)).tables == ()
    rows = [row for row in check.run(shuffled(printed, "table3", 99)) if row["rule"] == "T31"]
    failed = {**rows[0], "rule": "N01", "state": "fail", "statement": "甲 ≠ 乙"}
    resources = ("table1", "table2", PROSE)
    whole = [*rows, *without_doubtful(printed, [failed], resources[2:])]
    assert check.suspected(whole).is_whole

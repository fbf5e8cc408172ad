"""How a problem is told."""

from __future__ import annotations

import datetime
import re

from juesuan.terms.problems import MOST, Checks, Problem, entries, named, report, shown


def test_a_report_is_in_the_order_of_the_lines_and_bounded() -> None:
    problems = [Problem(("k", i), f"no {i}", "another") for i in range(MOST + 3)]
    told = report("f.toml", problems, lambda path: 50 - int(path[1])).splitlines()
    assert (
        told[0]
        == f"f.toml:{50 - MOST - 2}: found no {MOST + 2}; expected another. What to do: correct it."
    )
    assert [line.split(":")[1] for line in told[:2]] == ["38", "39"]
    assert len(told) == MOST + 1
    assert told[-1] == "f.toml: and 3 more."
    assert "more" not in report("f.toml", problems[:MOST], lambda _: 1)


def test_a_value_is_shown_in_one_short_line() -> None:
    assert shown("甲") == "'甲'"
    assert shown(datetime.date(2024, 9, 20)) == "2024-09-20"
    assert shown(datetime.datetime(2024, 9, 20, 8, 0)) == "2024-09-20T08:00:00"
    assert len(shown("x" * 500)) == 60
    assert shown([16**9999]) == "a number of many digits"


def test_the_way_to_a_value_in_words() -> None:
    data = {"measure": [{"id": "a.b", "aliases": ["x"]}], "odd key": {"三": 1}}
    assert named(("measure", 0, "aliases", 0), data) == "measure 1 (a.b).aliases 1"
    assert named(("measure", 7, "id"), data) == "measure 8.id"
    assert named(("odd key", "三"), data) == '"odd key"."三"'
    assert named((), data) == ""


def checks() -> Checks:
    return Checks({"unit": [{"name": "元"}, {"name": "元"}, {"name": "人次"}]})


def test_a_name_must_be_known() -> None:
    one = checks()
    one.known(("unit", 2, "name"), "人次", {"人次"}, "a unit")
    one.known(("unit", 2, "name"), "", {"人次"}, "a unit")
    assert one.problems == []
    one.known(("unit", 2, "name"), "人次", {"批次", "三人次"}, "a unit")
    (problem,) = one.problems
    assert problem.found == "unit 3 (人次).name = '人次'"
    assert problem.advice == "write '三人次' if that was meant"


def test_a_name_must_be_its_own() -> None:
    one = checks()
    names = ["元", "元", "人次"]
    one.once(((*path, "name"), name) for path, name in entries("unit", names))
    assert [problem.path for problem in one.problems] == [("unit", 1, "name")]


class Entry:
    examples = ("12", "a")
    counterexamples = ("b", "3")


def test_examples_must_and_must_not_match() -> None:
    one = Checks({"unit": [{"is": ["12", "a"], "is_not": ["b", "3"]}]})
    one.examples(("unit", 0), Entry(), re.compile(r"\d").search)
    assert [(problem.path, problem.found) for problem in one.problems] == [
        (("unit", 0, "is", 1), "unit 1.is 2 = 'a'"),
        (("unit", 0, "is_not", 1), "unit 1.is_not 2 = '3'"),
    ]

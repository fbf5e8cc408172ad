"""Values that differ between two packages, with both places."""

from __future__ import annotations

import csv
import io

from juesuan.collection.reports.changes import MOST, Change, change_lines, changes, changes_csv
from juesuan.model import Facts
from tests.conftest import facts_of
from tests.made import disclosure


def test_what_is_the_same_is_no_change() -> None:
    facts = facts_of(disclosure())
    assert list(changes(facts, facts)) == []


def test_a_value_that_moved_is_told_and_one_that_only_stands_elsewhere_is_not() -> None:
    before = facts_of(disclosure())
    text = "\n" + disclosure().replace("公务接待费支出1.00万元", "公务接待费支出1.20万元")
    found = list(changes(before, facts_of(text)))
    assert [(one.resource, one.row, one.field, one.old, one.new) for one in found][:1] == [
        ("measures", "three_public/three_public.reception", "actual", "1.00", "1.20")
    ]
    assert {one.row for one in found} == {"three_public/three_public.reception"}


def test_a_row_that_is_gone_has_nothing_on_one_side() -> None:
    rows = ({"disclosure_id": "x", "kind": "office", "position": "1", "name": "甲科"},)
    found = list(changes(Facts("x", {"organisation": rows}), Facts("x", {"organisation": ()})))
    assert ("organisation", "office/1", "name", "甲科", "", "", "") in found


def change(row: int, field: str) -> Change:
    return Change("measures", f"r{row}", field, "1", "", "line 3", "")


def test_lines_are_grouped_by_row_and_bounded() -> None:
    lines = change_lines([change(row, field) for row in range(MOST + 5) for field in "ab"])
    assert lines[0] == "measures r0: a 1 → (empty) (line 3); b 1 → (empty) (line 3)"
    assert len(lines) == MOST + 1 and lines[-1] == "and 5 more rows"


def test_the_csv_holds_every_change() -> None:
    found = [change(1, "a"), Change("texts", "r", "text", "甲,\n乙", "丙", "", "line 4 (page 2)")]
    rows = list(csv.reader(io.StringIO(changes_csv(found))))
    assert rows == [list(Change._fields), *map(list, found)]

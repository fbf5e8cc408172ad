"""What differs: rows are known again, also where their key only counts them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.release.made_release import HEAD, Table, issue, items, terms

from juesuan.release.delta import Delta, Difference
from juesuan.release.groups import Row


def delta(tmp_path: Path, name: str, old: Table, new: Table) -> Delta:
    before = issue(tmp_path / "a.zip", "2026.03", {name: old})
    return Delta(before, issue(tmp_path / "b.zip", "2026.04", {name: new}))


def kinds(tmp_path: Path, old: Table, new: Table) -> list[tuple[str, int, int]]:
    """Of each difference its kind, and the numbers of the row before and now; 0 for none."""
    return [
        (one.kind, one.before.number if one.before else 0, one.now.number if one.now else 0)
        for one in delta(tmp_path, "functions", old, new).of("functions")
    ]


X, Y, Z = (
    ("a-2024", "1", "甲项", "1.00"),
    ("a-2024", "2", "乙项", "2.00"),
    ("a-2024", "3", "丙项", "3.00"),
)


def test_a_natural_key_tells_added_removed_and_changed(tmp_path: Path) -> None:
    a, b, c = ("a-2024", "甲", "一"), ("a-2024", "乙", "二"), ("a-2024", "丙", "三")
    other = ("a-2024", "乙", "贰")
    found = delta(tmp_path, "glossary", terms(a, b), terms(other, c))
    assert list(found.of("glossary")) == [
        Difference("changed", Row(2, b), Row(1, other)),
        Difference("added", None, Row(2, c)),
        Difference("removed", Row(1, a), None),
    ]
    assert found.counts() == {"glossary": Counter(changed=1, added=1, removed=1)}


def test_an_item_put_in_changes_no_other(tmp_path: Path) -> None:
    new = ("a-2024", "1", "新项", "9.00")
    rest = [(one[0], str(int(one[1]) + 1), *one[2:]) for one in (X, Y, Z)]
    found = kinds(tmp_path, items(X, Y, Z), items(new, *rest))
    assert found == [("added", 0, 1), ("moved", 1, 2), ("moved", 2, 3), ("moved", 3, 4)]


def test_an_item_at_the_place_of_another_is_not_the_other_changed(tmp_path: Path) -> None:
    other = ("a-2024", "2", "丁项", "4.00")
    assert kinds(tmp_path, items(X, Y, Z), items(X, other, Z)) == [
        ("added", 0, 2),
        ("removed", 2, 0),
    ]


def test_an_amount_that_changed_under_another_number(tmp_path: Path) -> None:
    found = kinds(tmp_path, items(X, Y), items(("a-2024", "1", "乙项", "2.50")))
    assert found == [("changed", 2, 1), ("removed", 1, 0)]


def test_two_of_one_name_are_told_apart_by_their_order(tmp_path: Path) -> None:
    first, second = ("a-2024", "1", "同名", "1.00"), ("a-2024", "2", "同名", "2.00")
    found = kinds(tmp_path, items(first, second), items(first, ("a-2024", "2", "同名", "2.20")))
    assert found == [("changed", 2, 2)]
    assert kinds(tmp_path, items(first, second), items(first)) == [("removed", 2, 0)]


def test_rows_in_another_order_only_moved(tmp_path: Path) -> None:
    a, b = ("a-2024", "甲", "一"), ("a-2024", "乙", "二")
    (found,) = delta(tmp_path, "glossary", terms(a, b), terms(b, a)).of("glossary")
    assert found.kind == "moved"


@pytest.mark.parametrize(("value", "changed"), [("", 0), ("x", 1)])
def test_a_column_that_came_changes_only_rows_that_have_it(
    tmp_path: Path, value: str, changed: int
) -> None:
    wide = items((*X, value), columns=(*HEAD, "usage"))
    found = delta(tmp_path, "functions", items(X), wide)
    assert found.counts().get("functions", Counter())["changed"] == changed
    assert found.layouts["functions"].gained == ("usage",)


def test_a_table_that_came_and_one_that_went(tmp_path: Path) -> None:
    before = issue(tmp_path / "a.zip", "2026.03", {"functions": items(X)})
    now = issue(tmp_path / "b.zip", "2026.04", {"glossary": terms(("a-2024", "甲", "一"))})
    assert Delta(before, now).counts() == {
        "glossary": Counter(added=1),
        "functions": Counter(removed=1),
    }

"""Items of spending, from the prose and the statutory tables."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from juesuan import terms
from juesuan.pages.store.spending import items
from juesuan.pages.store.store import Store

ONE = "made-up-2024"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A disclosure whose prose tells one item that its table has too."""
    functions = [
        {"fund": "general_public_budget", "level": "item", "code": "2080505", "subclass": "养老", "item": "缴费", "actual": "1.00", "code_derived": "true"},
        {"fund": "general_public_budget", "level": "class", "code": "208", "actual": "9.00"},
        {"fund": "general_public_budget", "level": "item", "code": "2080599", "item": "其他", "actual": ""},
    ]  # fmt: skip
    table5 = [
        {"kind": "subclass", "code": "20805", "name": "行政事业单位养老支出", "total": "3.00"},
        {"kind": "item", "code": "2080505", "name": "缴费", "total": "1.00"},
        {"kind": "item", "code": "2080599", "name": "其他", "total": "2.00"},
        {"kind": "item", "code": "2080506", "name": "年金", "total": ""},
    ]
    table8 = [{"kind": "item", "code": "2080505", "name": "缴费", "expenditure": "7.00"}]
    for name, rows in (("functions", functions), ("table5", table5), ("table8", table8)):
        path = tmp_path / "datapackages" / ONE / "data" / f"{name}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        columns = [field.name for field in terms.resource_schemas()[name].fields]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows({"disclosure_id": ONE, **row} for row in rows)
    return Store(tmp_path, [ONE])


def test_what_the_prose_tells_comes_first_and_once(store: Store) -> None:
    found = [(one.resource, one.column, one.code, one.name) for one in items(store, ONE)]
    assert found == [
        ("functions", "actual", "2080505", "养老 · 缴费"),
        ("table5", "total", "2080599", "行政事业单位养老支出 · 其他"),
        ("table8", "expenditure", "2080505", "缴费"),
    ]


def test_a_code_that_follows_from_the_name_says_so(store: Store) -> None:
    assert [one.derived for one in items(store, ONE)] == [True, False, False]

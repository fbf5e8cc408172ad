"""What people read by eye in the originals: it is what is made of them now, and every layout was read once.

A layout, here, is a province and a kind of file: what a new one prints, nobody has seen the program read. A reading says
how many rows a disclosure prints of a resource and what some of its cells are; CONTRIBUTING.md says how one is made.
"""

from __future__ import annotations

import json
from collections import defaultdict
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest

from juesuan import collection, package, terms
from juesuan.model import Facts
from tests.conftest import IDS, ROOT, facts_of
from tests.made import disclosure

READINGS = ROOT / "tests" / "readings"
LEAST = 12
"""Cells that a reading of some cells holds at least."""
NUMBERS = (
    "measures",
    "functions",
    "project_funds",
    "indicators",
    *(f"table{i}" for i in range(1, 10)),
)
"""Resources of printed numbers: a reading holds a cell of each one of which the package has a number."""
COUNTED = ("functions", "projects")
"""Resources of which a reading says how many rows are printed, where the package has them."""


def layouts() -> dict[str, list[str]]:
    """The disclosures of each layout."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in collection.ids(ROOT):
        folder = ROOT / "datapackages" / one
        region = package.load(folder).disclosure["region_code"][:2] or "none"
        kind = collection.sources_of(folder)[0].suffix.lower().lstrip(".")
        found[f"province {region}, {kind}"].append(one)
    return dict(found)


LAYOUTS = layouts()


def was_read(layout: str) -> bool:
    return any((READINGS / f"{one}.json").exists() for one in LAYOUTS[layout])


def named(layout: str) -> str:
    """The name of a layout's test; one that nobody has read bears its ids, so that `-k ID` finds it."""
    return layout if was_read(layout) else " ".join([layout, *LAYOUTS[layout][:5]])


@pytest.mark.parametrize("layout", LAYOUTS, ids=named)
def test_each_layout_was_read_by_eye(layout: str) -> None:
    ids = LAYOUTS[layout]
    if not was_read(layout):
        pytest.fail(
            f"Nobody has read a disclosure of this layout ({layout}) by eye: {', '.join(ids[:5])}. A reading of one of "
            f"them is wanted: tests/readings/{ids[0]}.json; CONTRIBUTING.md, “Add a disclosure”, says how it is made.",
            pytrace=False,
        )


def test_each_reading_is_of_a_disclosure() -> None:
    assert {path.stem for path in READINGS.glob("*.json")} <= set(collection.ids(ROOT))


def sampled() -> list[Path]:
    """Readings of some cells; those of whole disclosures are compared in tests/parse."""
    return [path for path in sorted(READINGS.glob("*.json")) if path.stem not in IDS]


def value(facts: Facts, address: str) -> str:
    """The cell of ``resource/key of the row/column``."""
    resource, _, rest = address.partition("/")
    key, _, column = rest.rpartition("/")
    schema = terms.resource_schemas()[resource]
    rows = [row for row in facts.table(resource) if schema.row_key(row) == key]
    return rows[0][column] if rows else "no such row"


def number(text: str) -> Decimal | str:
    """A number without its separators; else the text without its spaces."""
    plain = "".join(text.split())
    try:
        return Decimal(plain.replace(",", "").removesuffix("%"))
    except InvalidOperation:
        return plain


def differences(facts: Facts, reading: dict) -> list[str]:
    """What was read otherwise than it is published."""
    cells = [(address, read, value(facts, address)) for address, read in reading["cells"].items()]
    counts = [(f"rows of {n}", read, len(facts.table(n))) for n, read in reading["rows"].items()]
    return [
        f"{where}: a person read {read}, the program {found}"
        for where, read, found in (*cells, *counts)
        if number(str(read)) != number(str(found))
    ]


@pytest.mark.parametrize("path", sampled(), ids=lambda path: path.stem)
def test_what_was_read_is_what_is_made(path: Path, remade) -> None:
    reading = json.loads(path.read_text(encoding="utf-8"))
    found = differences(package.load(remade(path.stem)), reading)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", sampled(), ids=lambda path: path.stem)
def test_a_reading_is_spread_over_what_was_published(path: Path, remade) -> None:
    reading = json.loads(path.read_text(encoding="utf-8"))
    facts = package.load(remade(path.stem))
    figures = [row for row in facts.rows("figures") if row["status"] == "bound"]
    owed = {row["resource"] for row in figures} & set(NUMBERS)
    missing = sorted(owed - {address.partition("/")[0] for address in reading["cells"]})
    assert not missing, f"{path.name}: a cell of each of these is wanted too: {', '.join(missing)}"
    uncounted = sorted(set(COUNTED) & facts.tables.keys() - reading["rows"].keys())
    assert not uncounted, f"{path.name}: how many rows of these are printed? {', '.join(uncounted)}"
    assert len(reading["cells"]) >= LEAST, f"{path.name}: {LEAST} cells are wanted at least"


READ = {
    "rows": {"functions": 4, "projects": 2},
    "cells": {
        "measures/overview/revenue.total/actual": "110.00",
        "project_funds/p01/3/executed": "13.00",
        "indicators/p01/1/target": "≥10个",
    },
}


def test_a_right_reading_agrees() -> None:
    assert differences(facts_of(disclosure()), READ) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("part", "where", "wrong"),
    [
        ("rows", "functions", 5),
        ("cells", "measures/overview/revenue.total/actual", "111.00"),
        ("cells", "project_funds/p07/3/executed", "13.00"),
        ("cells", "indicators/p01/1/target", "≥10次"),
    ],
)
def test_a_difference_is_told(part: str, where: str, wrong: object) -> None:
    (found,) = differences(facts_of(disclosure()), {**READ, part: {**READ[part], where: wrong}})
    assert where in found and f"a person read {wrong}, the program " in found

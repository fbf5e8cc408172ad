"""The nine statutory tables as rules see them: blanks, dashes, rounding, whole documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import check, collection, package, terms
from juesuan.model import Facts
from tests.check.conftest import PDF, edited, state


@pytest.mark.parametrize(
    "producer",
    [
        "chromium",
        *(
            pytest.param(one, marks=pytest.mark.slow)
            for one in ("chromium-codes", "calc", "reportlab")
        ),
    ],
)
def test_consistent_documents_raise_no_alarm(tmp_path: Path, producer: str) -> None:
    folder = tmp_path / "shanghai-putuo-made-2024"
    (folder / "source").mkdir(parents=True)
    (folder / "source" / "made.pdf").write_bytes((PDF.parent / f"{producer}.pdf").read_bytes())
    collection.convert(folder)
    rows = package.load(folder).rows("checks")
    assert [row["statement"] for row in rows if row["state"] in ("fail", "unreadable")] == []
    assert sum(row["state"] == "pass" for row in rows) > 300


def test_blank_and_dash_count_as_nothing_and_the_unreadable_is_told(printed: Facts) -> None:
    lost = edited(printed, ("table2", "1", "other", ""), ("table2", "1", "unreadable", "other"))
    assert state(lost, "T04", "table2/1") == "unreadable"
    dashed = edited(printed, ("table2", "20", "other", ""), ("table2", "20", "dashes", "other"))
    assert state(dashed, "T04", "table2/20") == "pass"


def test_rounding_is_told_from_contradiction(printed: Facts) -> None:
    assert (
        state(edited(printed, ("table5", "1", "total", "4282.86")), "T16", "table5/1") == "rounding"
    )
    assert state(edited(printed, ("table5", "1", "total", "4282.99")), "T16", "table5/1") == "fail"
    assert (
        state(
            edited(printed, ("table1", "expenditure/1", "actual", "1415.56")), "T09", "table1/201"
        )
        == "rounding"
    )


def test_a_blank_total_contradicts_nothing(printed: Facts) -> None:
    for rule, subject, cell in (
        ("T16", "table5/1", ("table5", "1", "total", "")),
        ("T13", "table8", ("table8", "1", "expenditure", "")),
        ("T23", "general_budget/general_budget.expenditure/actual", ("table5", "1", "total", "")),
    ):
        blank = (
            [cell]
            if rule != "T16"
            else [("table5", "1", name, "") for name in ("total", "basic", "project")]
        )
        assert state(edited(printed, *blank), rule, subject) == "not_applicable", rule
    blank = ("table7", "three_public.reception", "actual", "")
    assert state(edited(printed, blank), "T20", "table7/actual") == "information"
    assert state(edited(printed, blank), "T21", "table6/30217") == "not_applicable"


@pytest.mark.slow
def test_one_wrong_digit_in_a_table_is_seen(tmp_path: Path) -> None:
    """The first digit of every seventh figure of the tables is changed; the figure that no rule guards is named."""
    folder = tmp_path / "shanghai-putuo-made-2024"
    (folder / "source").mkdir(parents=True)
    (folder / "source" / "made.pdf").write_bytes(PDF.read_bytes())
    collection.convert(folder)
    facts = package.load(folder)
    cells = [
        (name, terms.resource_schemas()[name].row_key(row), field.name, row[field.name])
        for name in (f"table{i}" for i in range(1, 10))
        for row in facts.rows(name)
        for field in terms.resource_schemas()[name].fields
        if field.column_type == "value" and row[field.name]
    ]
    silent = []
    for resource, key, field, value in cells[::7]:
        wrong = str(int(value[0]) % 9 + 1) + value[1:]
        found = check.run(edited(facts, (resource, key, field, wrong)))
        if not any(row["state"] == "fail" for row in found):
            silent.append((resource, key, field, value))
    assert len(cells) > 250 and silent == []

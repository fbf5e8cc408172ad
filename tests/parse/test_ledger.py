"""The ledger: nothing lost, nothing invented."""

import re
from decimal import Decimal

import pytest

from juesuan import terms
from juesuan.intake.characters import clean
from tests.conftest import IDS


def cells(facts) -> dict[tuple[str, str], dict]:
    found = {}
    for name, rows in facts.tables.items():
        for row in rows:
            found[name, terms.resource_schemas()[name].row_key(row)] = row
    return found


@pytest.mark.parametrize("disclosure_id", IDS)
def test_each_bound_figure_is_printed_where_it_says(disclosure_id: str, published, sources) -> None:
    facts, text = published[disclosure_id], sources[disclosure_id].text
    rows = cells(facts)
    for figure in facts.rows("figures"):
        printed = text[int(figure["start"]) : int(figure["end"])]
        assert "".join(printed.split()) == "".join(figure["text"].split())
        if figure["status"] != "bound":
            continue
        value = Decimal(re.sub(r"[\s,分]", "", clean(printed))) if clean(printed).isascii() else None
        cell = Decimal(rows[figure["resource"], figure["row"]][figure["field"]])
        assert value is None or abs(value) == abs(cell), figure
        assert value is not None or printed in "一二三四五六七八九十两"


@pytest.mark.parametrize("disclosure_id", IDS)
def test_each_numeral_of_the_source_is_in_the_ledger(disclosure_id: str, published, sources) -> None:
    figures = published[disclosure_id].rows("figures")
    covered = {i for row in figures for i in range(int(row["start"]), int(row["end"]))}
    lost = [m.start() for m in re.finditer(r"[0-9０-９]", sources[disclosure_id].text) if m.start() not in covered]
    assert lost == []
    starts = [int(row["start"]) for row in figures]
    assert starts == sorted(set(starts))


@pytest.mark.parametrize("disclosure_id", IDS)
def test_what_is_not_understood_is_inside_cells_marked_unreadable(disclosure_id: str, published) -> None:
    facts = published[disclosure_id]
    rows = cells(facts)
    unread = [row for row in facts.rows("figures") if row["status"] == "unread"]
    for figure in unread:
        assert figure["field"] in rows[figure["resource"], figure["row"]]["unreadable"].split(), figure
    assert bool(unread) == (disclosure_id == "urumqi-government-services-2023")


@pytest.mark.parametrize("disclosure_id", IDS)
def test_every_number_of_the_tables_has_its_figure(disclosure_id: str, published) -> None:
    """Nothing invented: a numeric cell without a figure is a derived one, a count of rows or the year."""
    facts = published[disclosure_id]
    bound = {(f["resource"], f["row"], f["field"]) for f in facts.rows("figures") if f["status"] == "bound"}
    derived = {"prior_year_derived", "position", "fiscal_year"}
    for name, rows in facts.tables.items():
        if name in ("figures", "checks", "disclosure"):
            continue
        schema = terms.resource_schemas()[name]
        numeric = [f.name for f in schema.fields if f.type in ("number", "integer") and f.name not in derived]
        for row in rows:
            missing = [n for n in numeric if row[n] and (name, schema.row_key(row), n) not in bound]
            assert not missing, (name, row, missing)


@pytest.mark.parametrize("disclosure_id", IDS)
def test_prose_is_no_dumping_ground(disclosure_id: str, published) -> None:
    fields = {(f["resource"], f["field"]) for f in published[disclosure_id].rows("figures") if f["status"] == "prose"}
    assert fields <= {
        ("measures", "reason"), ("measures", "variance_reason"), ("functions", "reason"), ("texts", "text"),
        ("projects", "name"), ("projects", "expected_goal"), ("projects", "actual_goal"), ("glossary", "definition"),
        *(("indicators", name) for name in ("level3", "basis", "target", "actual", "reason")),
        ("project_funds", "label"),
    }  # fmt: skip

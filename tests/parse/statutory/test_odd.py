"""What offices print that is odd: every amount is read as printed or is told to be unread."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import intake
from juesuan.errors import UnreadableSourceError
from juesuan.parse.claims import Draft
from juesuan.parse.ledger import ledger
from juesuan.parse.statutory import read_statutory
from juesuan.parse.view import Reader
from tests.made_odd import ODD, TABLE3, TABLE5, draw_odd
from tests.made_pdf import Made
from tests.parse.statutory.test_read import columns

TABLES = ("table3", "table5")
TITLE = {"table3": TABLE3, "table5": TABLE5}

QUICK = (
    "plain", "unit in the heads 千元", "mark before 注", "mark behind 1", "form triangle",
    "number points for thousands everywhere", "beside a digit apart before",
    "beside a digit far before", "beside a page number before", "hidden clipped", "covered 0.5",
    "struck", "struck and written over", "watermark with digits", "name compatible",
    "columns in another order none", "a torn row none", "digit close behind none",
    "beside a digit close behind", "beside a digit close before",
)  # fmt: skip
"""Those that are tried each time."""

WHOLE = ("plain", "a torn row none", "beside a digit close behind", "digit close behind none")
"""Those of which every amount is read."""

TRIED = 4
"""One in so many of the others is tried where all tests run; 1 tries them all, in some minutes."""

OTHERS_TOLD = "not found among the ruled tables"
"""Begin of the remark on tables that the made file does not draw; it tells of none that it does."""

OTHERS = [one for one in ODD if one not in QUICK][::TRIED]
EVERY = [*QUICK, *(pytest.param(one, marks=pytest.mark.slow) for one in OTHERS)]


def wanted(made: Made, table: str) -> dict[tuple[str, str], str]:
    """The amounts of a table, by the code of their row and their column."""
    return {
        (code, column): f"{value:.2f}"
        for code, _, values in made.coded()[table]
        for column, value in zip(columns(table), values, strict=True)
        if value
    }


def _read(draft: Draft, table: str) -> dict[tuple[str, str], str]:
    """The amounts that were read, without those of rows that :class:`Made` has not."""
    return {
        (row["code"], column): row[column]
        for row in draft.rows(table)
        if row["code"] or row["kind"] == "total"
        for column in columns(table)
        if row[column].strip("0.")
    }


@pytest.mark.slow
@pytest.mark.parametrize("name", EVERY)
def test_what_is_odd_is_read_or_told(name: str, tmp_path: Path) -> None:
    made = draw_odd(ODD[name], tmp_path / "a.pdf")
    try:
        document = intake.read(tmp_path / "a.pdf")
    except UnreadableSourceError:
        return
    reader, draft = Reader(document), Draft()
    read_statutory(document, reader, draft)
    figures = ledger(document, reader, draft)
    assert not [one.text for one in figures if one.status == "reference" and one.text[-3:-2] == "."]
    for table in (one for one in TABLES if TITLE[one] in ODD[name].titles):
        right, found = wanted(made, table), _read(draft, table)
        wrong = {key: value for key, value in found.items() if _number(value) != right.get(key)}
        assert not wrong, table
        told = [
            one for one in (*document.remarks, *draft.remarks) if not one.startswith(OTHERS_TOLD)
        ]
        told += [one.text for one in figures if one.status == "unread" and len(one.text) > 2]
        told += [row["unreadable"] for row in draft.rows(table) if row["unreadable"]]
        assert found.keys() == right.keys() or told or name == "plain", table
        assert not name.startswith("struck") or found != right
        assert name not in WHOLE or table != "table5" or found.keys() == right.keys()


def _number(value: str) -> str:
    """An amount with two decimals, where those behind them are zeros."""
    whole, _, decimals = value.partition(".")
    return f"{whole}.{decimals[:2]}" if not decimals[2:].strip("0") else value

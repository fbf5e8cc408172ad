"""Subjects: a rule reads its part of a row from its subject, whatever the key looks like."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from mypy import api

from juesuan.check.book.book import Book
from juesuan.check.book.subject import Mention, Subject
from juesuan.check.comparing.cell import Numeral
from juesuan.check.views.over import classes, forms, items, measures_with, of_indicator
from juesuan.model import Facts
from juesuan.rows import IndicatorsRow, MeasuresRow
from tests.conftest import ROOT

ROW: MeasuresRow = {"section": "revenue", "measure": "revenue.total", "actual": "110.00"}


@dataclass(frozen=True, slots=True)
class _Column(Subject[MeasuresRow]):
    """A subject of a rule that speaks of one column."""

    column: str


def test_a_subject_is_what_its_row_and_its_key_are() -> None:
    one = Subject("measures", ROW, "revenue/revenue.total", "收入总计")
    assert one == Subject("measures", dict(ROW), "revenue/revenue.total", "收入总计")
    assert one != Subject("measures", ROW, "overview/revenue.total", "收入总计")
    assert one != Subject("functions", ROW, "revenue/revenue.total", "收入总计")


def test_a_subject_cannot_be_changed_while_rules_ask_it() -> None:
    one = Subject("measures", ROW, "key", "收入总计")
    with pytest.raises(FrozenInstanceError):
        one.key = "other"  # type: ignore[misc]


def test_a_subject_of_a_part_is_none_of_the_row() -> None:
    """Two columns of one row are two subjects, and neither is the row."""
    whole = Subject("measures", ROW, "key", "收入总计")
    parts = [_Column("measures", ROW, "key", "收入总计", name) for name in ("change", "actual")]
    assert parts[0] != parts[1] and whole not in parts
    assert [one.column for one in parts] == ["change", "actual"]


def test_a_mention_says_which_numeral_of_a_text_and_what_stands_before_it() -> None:
    row: IndicatorsRow = {"project_id": "p01", "reason": "偏差率5%"}
    numeral = Numeral(Decimal(5), 3, 4, "f1")
    one = Mention("indicators", row, "p01/1", "指标", numeral, row["reason"][: numeral.start])
    assert (one.before, one.numeral.value) == ("偏差率", 5)
    other = Mention("indicators", row, "p01/1", "指标", Numeral(Decimal(5), 3, 4, "f2"), "偏差率")
    assert one != other, "printed twice, it is two mentions"


@pytest.mark.parametrize("over", [items, classes, forms, measures_with("actual")])
def test_the_row_of_a_subject_is_the_published_one(base: Facts, over) -> None:
    found = list(over(Book(base)))
    assert found
    for one in found:
        assert one.name
        assert any(one.row is row for row in base.table(one.resource)), one.key


def test_subjects_of_one_rule_have_keys_of_their_own(base: Facts) -> None:
    """The key is published as part of the key of ``checks``."""
    book = Book(base)
    indicators = [of_indicator(book, row) for row in base.rows("indicators")]
    assert len(indicators) > 1
    for found in (indicators, [*items(book), *classes(book)], list(measures_with()(book))):
        keys = [one.key for one in found]
        assert len(keys) == len(set(keys))


SNIPPET = """
from juesuan.check.book.subject import Subject
from juesuan.rows import AnyRow, FiguresColumns, MeasuresRow


def takes_any(subject: Subject[AnyRow]) -> None: ...
def takes_block(subject: Subject[FiguresColumns]) -> None: ...
def takes_measure(subject: Subject[MeasuresRow]) -> None: ...


def give(subject: Subject[{given}]) -> str:
    {taker}(subject)
    return subject.row["{column}"]
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("given", "taker", "column", "error"),
    [
        ("MeasuresRow", "takes_any", "actual", ""),
        ("MeasuresRow", "takes_block", "label", ""),
        ("FiguresColumns", "takes_measure", "actual", "arg-type"),
        ("FiguresColumns", "takes_block", "label", "typeddict-item"),
    ],
)
def test_a_subject_is_as_good_as_its_row(
    tmp_path: Path, given: str, taker: str, column: str, error: str
) -> None:
    """A subject of a whole row serves a rule that asks for less, never the other way round."""
    path = tmp_path / "snippet.py"
    path.write_text(SNIPPET.format(given=given, taker=taker, column=column), encoding="utf-8")
    config = ["--config-file", str(ROOT / "pyproject.toml")]
    told, _, _ = api.run([*config, "--cache-dir", str(ROOT / ".mypy_cache"), str(path)])
    assert (f"[{error}]" in told) if error else told.startswith("Success"), told

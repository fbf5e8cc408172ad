"""Every package in ``datapackages/``, whichever there are: valid, what its source gives now, every figure accounted for."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from juesuan import collection, intake, package, terms
from juesuan.intake.text.characters import clean
from juesuan.model import Facts
from tests.conftest import ROOT

EVERY = pytest.mark.parametrize("disclosure_id", collection.ids(ROOT))
CHINESE = "一二三四五六七八九十两"
DERIVED = {"prior_year_derived", "position", "fiscal_year"}
"""Numbers that are computed or counted, so no figure of the source is theirs."""


@pytest.fixture
def folder(disclosure_id: str) -> Path:
    return ROOT / "datapackages" / disclosure_id


@pytest.fixture
def facts(folder: Path) -> Facts:
    """The package as committed."""
    return package.load(folder)


@pytest.fixture
def text(folder: Path) -> str:
    """The source as text."""
    return intake.read(collection.sources_of(folder)[0]).text


@pytest.mark.slow
@EVERY
def test_a_package_is_valid(folder: Path) -> None:
    assert package.validate(folder) == []


@pytest.mark.slow
@EVERY
def test_a_package_is_what_its_source_gives(disclosure_id: str, folder: Path, remade) -> None:
    """Also that there are no more unread figures than its notes allow: the conversion refuses it."""
    fresh = remade(disclosure_id)
    made, committed = ({p: p.read_bytes() for p in files(one)} for one in (fresh, folder))
    names = [{p.relative_to(base).as_posix() for p in files(base)} for base in (fresh, folder)]
    assert names[0] == names[1]
    stale = [n for n in sorted(names[0]) if made[fresh / n] != committed[folder / n]]
    assert not stale, f"run `juesuan build {disclosure_id}` and commit what it writes"


def files(folder: Path) -> list[Path]:
    """What a package is of now; earlier versions (``juesuan replace``) are made from no source."""
    earlier = folder / "versions"
    every = (path for path in folder.rglob("*") if path.is_file())
    return [path for path in every if not path.is_relative_to(earlier)]


def test_earlier_versions_are_not_compared(tmp_path: Path) -> None:
    for name in ("data/figures.csv", "versions/2024-01-02/data/figures.csv"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    assert files(tmp_path) == [tmp_path / "data" / "figures.csv"]


@EVERY
def test_each_numeral_of_the_source_is_in_the_ledger(facts: Facts, text: str) -> None:
    starts = [int(row["start"]) for row in facts.rows("figures")]
    assert starts == sorted(set(starts))
    covered = {
        i for row in facts.rows("figures") for i in range(int(row["start"]), int(row["end"]))
    }
    digits = (match.start() for match in re.finditer(r"[0-9０-９]", text))
    assert [text[max(0, i - 20) : i + 20] for i in digits if i not in covered] == []


@EVERY
def test_each_bound_figure_is_printed_where_it_says(facts: Facts, text: str) -> None:
    cells = {
        (name, terms.resource_schemas()[name].row_key(row)): row
        for name, rows in facts.tables.items()
        for row in rows
    }
    for figure in facts.rows("figures"):
        printed = text[int(figure["start"]) : int(figure["end"])]
        assert "".join(printed.split()) == "".join(figure["text"].split())
        if figure["status"] == "bound" and printed not in CHINESE:
            cell = abs(Decimal(cells[figure["resource"], figure["row"]][figure["field"]]))
            read = abs(Decimal(re.sub(r"[\s,，分]", "", clean(printed))))
            assert read in (cell * 10000, cell, cell / 10000), figure  # 元, as it is, 亿元


@EVERY
def test_every_number_of_the_tables_has_its_figure(facts: Facts) -> None:
    """Nothing invented."""
    bound = {
        (row["resource"], row["row"], row["field"])
        for row in facts.rows("figures")
        if row["status"] == "bound"
    }
    for name in facts.tables.keys() - {"figures", "checks", "disclosure"}:
        schema = terms.resource_schemas()[name]
        numeric = {one.name for one in schema.fields if one.type in ("number", "integer")}
        for row in facts.table(name):
            key = schema.row_key(row)
            missing = [n for n in numeric - DERIVED if row[n] and (name, key, n) not in bound]
            assert not missing, (name, key, missing)

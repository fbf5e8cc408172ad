"""The packages in a database that is kept: what has changed is exchanged, nothing else."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from juesuan.pages.store import database
from juesuan.pages.store.database import opened
from tests.pages.made_facts import measure
from tests.pages.made_store import disclosure_of, store_of


def packages(root: Path, **amounts: str) -> dict[str, Path]:
    """Packages with one measure each."""
    made = [
        disclosure_of(f"{one}-2024", measures=[measure("revenue.total", amount)])
        for one, amount in amounts.items()
    ]
    store_of(root, *made)
    return {one.disclosure_id: root / "datapackages" / one.disclosure_id for one in made}


def amounts(link: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    question = "SELECT disclosure_id, actual FROM measures ORDER BY disclosure_id, _row"
    return link.execute(question).fetchall()


@pytest.mark.slow
def test_rows_have_the_key_of_their_disclosure_and_their_place(tmp_path: Path) -> None:
    folders = packages(tmp_path, a="1.00", b="2.00")
    link, keys = opened(folders)
    found = link.execute("SELECT _key, _row, disclosure_id FROM measures ORDER BY _key").fetchall()
    assert found == [(keys["a-2024"], 1, "a-2024"), (keys["b-2024"], 2, "b-2024")]


@pytest.mark.slow
def test_what_has_not_changed_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders, kept = packages(tmp_path, a="1.00", b="2.00"), tmp_path / "cache" / "kept.duckdb"
    link, keys = opened(folders, kept)
    link.close()
    read: list[str] = []
    put_in = database._put_in
    monkeypatch.setattr(
        database, "_put_in", lambda link, part, keys: (read.extend(part), put_in(link, part, keys))
    )
    link, again = opened(folders, kept)
    assert again == keys and read == [] and len(amounts(link)) == 2


@pytest.mark.slow
def test_what_changed_is_exchanged_and_what_is_gone_is_out(tmp_path: Path) -> None:
    folders, kept = packages(tmp_path, a="1.00", b="2.00", c="3.00"), tmp_path / "kept.duckdb"
    opened(folders, kept)[0].close()
    path = folders["b-2024"] / "data" / "measures.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("2.00", "2.50"), encoding="utf-8")
    del folders["a-2024"]
    link, keys = opened(folders, kept)
    assert amounts(link) == [("b-2024", "2.50"), ("c-2024", "3.00")] and set(keys) == set(folders)
    link.close()
    fresh, _ = opened(folders)
    assert amounts(fresh) == [("b-2024", "2.50"), ("c-2024", "3.00")], "as if it were made anew"


@pytest.mark.slow
@pytest.mark.parametrize("damage", [b"", b"no database at all, but some text that is long enough"])
def test_a_database_that_cannot_be_read_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    folders, kept = packages(tmp_path, a="1.00"), tmp_path / "kept.duckdb"
    kept.write_bytes(damage)
    assert amounts(opened(folders, kept)[0]) == [("a-2024", "1.00")]


@pytest.mark.slow
def test_a_database_of_another_version_is_made_anew(tmp_path: Path) -> None:
    folders, kept = packages(tmp_path, a="1.00"), tmp_path / "kept.duckdb"
    link, _ = opened(folders, kept)
    link.execute("UPDATE _made_by SET version = 'another'")
    link.execute("UPDATE measures SET actual = '9.99'")
    link.close()
    assert amounts(opened(folders, kept)[0]) == [("a-2024", "1.00")]


def test_resources_with_a_column_of_files(tmp_path: Path) -> None:
    """The column by which rows find their package is none of theirs."""
    sources = [{"position": "1", "file": "a.txt"}, {"position": "2", "file": "b.xlsx"}]
    again = [
        {"table": "table3", "position": "1", "field": "total", "again": "3.70", "file": "b.xlsx"}
    ]
    facts = disclosure_of("made-2024", sources=sources, reprints=again)
    store = store_of(tmp_path, facts)
    assert [row["file"] for row in store.of("made-2024").rows("sources")] == ["a.txt", "b.xlsx"]
    assert store.of("made-2024").rows("reprints")[0]["file"] == "b.xlsx"
    store.close()

"""One SQLite file of everything: keys, indexes, views, types."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from juesuan.model import Facts
from juesuan.pages.machines.exports import export


@pytest.mark.slow
def test_sqlite_has_keys_indexes_and_views(
    collected: Path, five_facts: dict[str, Facts], tmp_path: Path
) -> None:
    path = tmp_path / "a.sqlite"
    export("sqlite", path, collected, tmp_path)
    link = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    assert link.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert link.execute("PRAGMA foreign_key_check").fetchall() == []
    names = {name for facts in five_facts.values() for name in facts.tables}
    for name in names:
        rows = sum(len(facts.table(name)) for facts in five_facts.values() if name in facts.tables)
        assert link.execute(f"SELECT count(*) FROM {name}").fetchone() == (rows,), name
    indexes = "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    assert link.execute(indexes).fetchone()[0] >= 6
    checks = [row for facts in five_facts.values() for row in facts.rows("checks")]
    fails = link.execute("SELECT count(*) FROM contradictions").fetchone()[0]
    assert fails == sum(row["state"] == "fail" for row in checks) > 0
    total = link.execute(
        "SELECT actual FROM three_public WHERE department LIKE '%昌吉%' AND measure = 'three_public.total'"
    ).fetchone()
    assert total == (107.51,)
    forms = sum(
        row["kind"] == "project" for facts in five_facts.values() for row in facts.rows("projects")
    )
    assert link.execute("SELECT count(*) FROM project_scores").fetchone()[0] == forms
    plan = link.execute("EXPLAIN QUERY PLAN SELECT * FROM measures WHERE measure = 'x'").fetchone()
    assert "USING INDEX" in plan[3]
    link.close()

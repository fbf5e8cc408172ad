"""All data as one SQLite file: types, keys, indexes, views of what is asked most."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from juesuan import terms
from juesuan.pages.machines.files.workbook import Rows
from juesuan.rows import Row

_SQL_TYPES = {"number": "NUMERIC", "integer": "INTEGER", "year": "INTEGER", "boolean": "INTEGER"}
_INDEXES = (
    ("measures", "measure"),
    ("functions", "code"),
    ("figures", "resource, row, field"),
    ("checks", "rule, state"),
    ("projects", "name"),
    ("indicators", "level3"),
    ("table5", "code"),
)
_OF_DEPARTMENT = "SELECT d.department, d.fiscal_year, "
_VIEWS = {
    "contradictions": _OF_DEPARTMENT + "c.* FROM checks c JOIN disclosure d "
    "USING (disclosure_id) WHERE c.state = 'fail'",
    "three_public": _OF_DEPARTMENT + "d.scope, m.* FROM measures m JOIN disclosure d "
    "USING (disclosure_id) WHERE m.section = 'three_public'",
    "project_scores": _OF_DEPARTMENT + "p.*, f.annual_budget, f.executed, r.execution_rate_pct "
    "FROM projects p JOIN disclosure d USING (disclosure_id) "
    "LEFT JOIN project_funds f ON f.disclosure_id = p.disclosure_id "
    "AND f.project_id = p.project_id AND f.source = 'total' "
    "LEFT JOIN project_funds r ON r.disclosure_id = p.disclosure_id "
    "AND r.project_id = p.project_id "
    "AND r.execution_rate_pct IS NOT NULL WHERE p.kind <> 'overall'",
    "evidence": "SELECT disclosure_id, resource, row, field, figure_id, page, line, text "
    "FROM figures WHERE status = 'bound'",
}
"""The questions that are asked most, as views."""


def sqlite_file(path: Path, names: Iterable[str], rows_of: Rows) -> None:
    """Write one SQLite file: types, primary and foreign keys, indexes and views."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as link:
        link.execute("PRAGMA page_size = 4096")
        link.execute("PRAGMA journal_mode = OFF")
        link.execute("PRAGMA application_id = 0x6a756573")
        link.execute("BEGIN")
        present = list(names)
        for name in present:
            _sqlite_table(link, terms.resource_schemas()[name], set(present), rows_of(name))
        for number, (name, columns) in enumerate(_INDEXES):
            if name in present:
                link.execute(f"CREATE INDEX i{number}_{name} ON {name} ({columns})")
        for view, select in _VIEWS.items():
            if _asked(select) <= set(present):
                link.execute(f"CREATE VIEW {view} AS {select}")
        link.execute("COMMIT")
        link.execute("VACUUM")


def _asked(select: str) -> set[str]:
    """The resources that a query names."""
    return {name for name in terms.resource_schemas() if f" {name} " in f" {select} "}


def _sqlite_table(
    link: sqlite3.Connection, resource: terms.Resource, present: set[str], rows: Iterable[Row]
) -> None:
    columns = [f'"{field.name}" {_SQL_TYPES.get(field.type, "TEXT")}' for field in resource.fields]
    key = ", ".join(f'"{name}"' for name in ("disclosure_id", *resource.key))
    columns.append(f"PRIMARY KEY ({key})")
    if resource.name != "disclosure":
        columns.append("FOREIGN KEY (disclosure_id) REFERENCES disclosure (disclosure_id)")
    for name, other in resource.foreign.items():
        if other in present:
            both = f'(disclosure_id, "{name}")'
            columns.append(f"FOREIGN KEY {both} REFERENCES {other} {both}")
    link.execute(f"CREATE TABLE {resource.name} ({', '.join(columns)})")
    marks = ", ".join("?" for _ in resource.fields)
    kinds = [(field.name, field.type) for field in resource.fields]
    link.executemany(
        f"INSERT INTO {resource.name} VALUES ({marks})",  # noqa: S608 - our own names  # nosec B608
        ([_sqlite_value(row[name], kind) for name, kind in kinds] for row in rows),
    )


def _sqlite_value(value: str, kind: str) -> str | int | None:
    if not value:
        return None
    return int(value == "true") if kind == "boolean" else value

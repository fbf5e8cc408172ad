"""Formats of downloads beside CSV: ZIP, XLSX, JSON, SQLite, Parquet. Same packages, same bytes."""

from __future__ import annotations

import datetime
import hashlib
import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import duckdb
import xlsxwriter

from juesuan import terms
from juesuan.package.tables import csv_text
from juesuan.pages.store import quoted, source_of
from juesuan.rows import Row

_EPOCH = (1980, 1, 1, 0, 0, 0)
_LONGEST = 32767
"""Characters that a cell of a workbook can hold."""

MOST_ROWS = 1_048_575
"""Rows that a sheet of a workbook can hold below its head."""

Rows = Callable[[str], Iterable[Row]]
"""Gives the rows of a resource, by its name."""

_SQL_TYPES = {"number": "NUMERIC", "integer": "INTEGER", "year": "INTEGER", "boolean": "INTEGER"}
_PARQUET_TYPES = {
    "number": "DECIMAL(24, 6)",
    "integer": "BIGINT",
    "year": "SMALLINT",
    "boolean": "BOOLEAN",
    "date": "DATE",
}

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
    "AND r.execution_rate_pct IS NOT NULL WHERE p.kind = 'project'",
    "evidence": "SELECT disclosure_id, resource, row, field, figure_id, page, line, text "
    "FROM figures WHERE status = 'bound'",
}
"""The questions that are asked most, as views."""


def zip_file(path: Path, files: Iterable[tuple[str, Iterable[bytes]]]) -> None:
    """Write a ZIP archive whose bytes depend on names and contents only.

    Args:
        path: the file to write.
        files: names and contents, the contents in parts.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, parts in files:
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3
            with archive.open(info, "w", force_zip64=True) as entry:
                for part in parts:
                    entry.write(part)


def package_zip(path: Path, folder: Path) -> None:
    """Write the whole package with its source."""
    names = [
        "datapackage.json",
        *sorted(f"data/{one.name}" for one in (folder / "data").iterdir() if one.is_file()),
    ]
    names += sorted(f"source/{one.name}" for one in (folder / "source").iterdir() if one.is_file())
    zip_file(path, ((f"{folder.name}/{name}", [(folder / name).read_bytes()]) for name in names))


def csv_parts(name: str, files: Sequence[Path]) -> Iterator[bytes]:
    """CSV files of one resource as one, with one head; the head alone where there are no files."""
    if not files:
        yield csv_text(name, []).encode()
    for number, path in enumerate(files):
        head, _, body = path.read_bytes().partition(b"\n")
        yield body if number else head + b"\n" + body


def xlsx_file(path: Path, title: str, names: Iterable[str], rows_of: Rows) -> None:
    """Write a workbook with one sheet a resource.

    Numbers are numbers, codes and "=150人" text; heads are frozen and have filters.

    Args:
        path: the file to write.
        title: of the workbook.
        names: resources in the order of their sheets; the ledger, for machines, is left out.
        rows_of: gives their rows.
    """
    with tempfile.TemporaryDirectory() as place:
        options = {
            "constant_memory": True,
            "tmpdir": place,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        }
        with xlsxwriter.Workbook(str(path), options) as book:
            book.set_properties({"title": title, "created": datetime.datetime(2000, 1, 1)})
            head = book.add_format({"bold": True, "bg_color": "#e8eef2", "border": 1})
            for name in names:
                if name != "figures":
                    sheet, resource = book.add_worksheet(name[:31]), terms.resource_schemas()[name]
                    _sheet(sheet, resource, rows_of(name), head)


def _sheet(
    sheet: xlsxwriter.worksheet.Worksheet,
    resource: terms.Resource,
    rows: Iterable[Row],
    head: object,
) -> None:
    sheet.freeze_panes(1, 0)
    for column, field in enumerate(resource.fields):
        sheet.write_string(0, column, field.title, head)
        sheet.set_column(column, column, 24 if field.type == "string" else 14)
    last = 0
    for last, row in enumerate(rows, start=1):
        if last > MOST_ROWS:
            break
        for column, field in enumerate(resource.fields):
            _write(sheet, last, column, row[field.name], field.type)
    sheet.autofilter(0, 0, min(last, MOST_ROWS), len(resource.fields) - 1)


def _write(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: str, kind: str
) -> None:
    if not value:
        return
    if kind in ("number", "integer", "year"):
        sheet.write_number(row, column, float(value))
    else:
        sheet.write_string(row, column, value[:_LONGEST])


def json_parts(names: Iterable[str], rows_of: Rows) -> Iterator[str]:
    """All resources but the ledger as one JSON document, in parts; values as in the CSV."""
    mark = "{"
    for name in names:
        if name == "figures":
            continue
        yield f"{mark}{json.dumps(name)}:["
        for number, row in enumerate(rows_of(name)):
            yield ("," if number else "") + json.dumps(
                dict(row), ensure_ascii=False, separators=(",", ":")
            )
        yield "]"
        mark = ","
    yield "{}\n" if mark == "{" else "}\n"


def json_file(path: Path, names: Iterable[str], rows_of: Rows) -> None:
    """Write all resources but the ledger as one JSON document."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json_parts(names, rows_of))


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


def parquet_file(path: Path, name: str, files: Sequence[Path]) -> None:
    """Write the CSV files of one resource as one Parquet file; amounts are exact decimals."""
    fields = terms.resource_schemas()[name].fields
    columns = ", ".join(_parquet_column(field) for field in fields)
    nothing = (
        "(SELECT "
        + ", ".join(f'NULL::VARCHAR AS "{field.name}"' for field in fields)
        + ") WHERE false"
    )
    with duckdb.connect(
        ":memory:", config={"threads": 1, "preserve_insertion_order": True}
    ) as link:
        link.execute(
            f"COPY (SELECT {columns} FROM {source_of(files) if files else nothing}) "  # noqa: S608 - our own names  # nosec B608
            f"TO {quoted(str(path))} (FORMAT parquet, COMPRESSION zstd)"
        )


def _parquet_column(field: terms.Field) -> str:
    kind = _PARQUET_TYPES.get(field.type)
    return f'CAST("{field.name}" AS {kind}) AS "{field.name}"' if kind else f'"{field.name}"'


def sums_text(files: Mapping[str, Path]) -> str:
    """``SHA256SUMS`` over files by their names, as ``sha256sum -c`` reads it."""
    return "".join(f"{_sum(path)}  {name}\n" for name, path in sorted(files.items()))


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

"""Downloads of a package: ZIP, XLSX and JSON beside its CSV files. Same package, same bytes."""

from __future__ import annotations

import datetime
import io
import json
import zipfile
from collections.abc import Iterable
from pathlib import Path

import xlsxwriter

from juesuan import terms
from juesuan.model import Facts

_EPOCH = (1980, 1, 1, 0, 0, 0)
_LONGEST = 32767


def zip_bytes(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP archive whose bytes depend on names and contents only."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files:
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3
            archive.writestr(info, data)
    return out.getvalue()


def package_zip(folder: Path) -> bytes:
    """The whole package with its source."""
    names = ["datapackage.json", *sorted(f"data/{path.name}" for path in (folder / "data").glob("*.csv"))]
    names += sorted(f"source/{path.name}" for path in (folder / "source").iterdir() if path.is_file())
    return zip_bytes((f"{folder.name}/{name}", (folder / name).read_bytes()) for name in names)


def xlsx_bytes(facts: Facts) -> bytes:
    """A workbook with one sheet a resource: numbers as numbers, codes and "=150人" as text, frozen heads.

    The ledger is left out: it is for machines, and stands beside as CSV.
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": facts.disclosure_id, "created": datetime.datetime(2000, 1, 1)})
        head = book.add_format({"bold": True, "bg_color": "#e8eef2", "border": 1})
        for name, rows in facts.tables.items():
            if name == "figures":
                continue
            resource = terms.resource_schemas()[name]
            sheet = book.add_worksheet(name[:31])
            sheet.freeze_panes(1, 0)
            for column, field in enumerate(resource.fields):
                sheet.write_string(0, column, field.title, head)
                sheet.set_column(column, column, 24 if field.type == "string" else 14)
            for number, row in enumerate(rows, start=1):
                for column, field in enumerate(resource.fields):
                    _write(sheet, number, column, row[field.name], field.type)
    return out.getvalue()


def _write(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: str, kind: str) -> None:
    if not value:
        return
    if kind in ("number", "integer", "year"):
        sheet.write_number(row, column, float(value))
    else:
        sheet.write_string(row, column, value[:_LONGEST])


def json_text(facts: Facts) -> str:
    """All resources but the ledger as one JSON document; every value is text, as in the CSV."""
    tables = {name: rows for name, rows in facts.tables.items() if name != "figures"}
    return json.dumps(tables, ensure_ascii=False, separators=(",", ":")) + "\n"

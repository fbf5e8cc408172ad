"""Downloads beside the CSV files, of one disclosure and over all of them, with their checksums."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from juesuan import terms
from juesuan.collection import REGISTRY, registry_schema, registry_text
from juesuan.model import Facts
from juesuan.pages import addresses
from juesuan.pages.addresses import SUMS
from juesuan.pages.machines import formats
from juesuan.pages.store import Store
from juesuan.pages.writer import Content

_NAME = "juesuan"
_WORKBOOK = 200_000
"""Rows up to which there is a workbook over all disclosures; beyond, a spreadsheet is no tool."""


def of_disclosure(facts: Facts, folder: Path) -> Iterator[tuple[str, Content]]:
    """Everything to download of one disclosure: address below it, and content.

    Args:
        facts: its package.
        folder: the package's folder.
    """
    names, one = [name for name in terms.resource_schemas() if name in facts.tables], folder.name
    files: dict[str, Content] = {
        **{f"data/{path.name}": path.read_bytes() for path in _files(folder / "data")},
        **{addresses.file(path.name): path.read_bytes() for path in _files(folder / "source")},
        addresses.DESCRIPTOR: (folder / addresses.DESCRIPTOR).read_bytes(),
        addresses.archive(one, "zip"): lambda path: formats.package_zip(path, folder),
        **_archives(one, one, names, facts.table),
        **{addresses.parquet(name): _parquet(name, [_csv(folder, name)]) for name in names},
    }
    yield from files.items()
    yield SUMS, partial(_sums, names=list(files))


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.iterdir()) if path.is_file()]


def _csv(folder: Path, name: str) -> Path:
    return folder / "data" / f"{name}.csv"


def _archives(
    name: str, title: str, names: Sequence[str], rows: formats.Rows
) -> dict[str, Content]:
    """All tables in one file, by the file's name, but for the ZIP."""
    return {
        addresses.archive(name, "xlsx"): lambda path: formats.xlsx_file(path, title, names, rows),
        addresses.archive(name, "json"): lambda path: formats.json_file(path, names, rows),
        addresses.archive(name, "sqlite"): lambda path: formats.sqlite_file(path, names, rows),
    }


def _parquet(name: str, files: Sequence[Path]) -> Content:
    return partial(formats.parquet_file, name=name, files=files)


def _sums(path: Path, names: Sequence[str]) -> None:
    """Checksums of the files beside a file."""
    found = {name: path.parent / name for name in names}
    path.write_text(formats.sums_text(found), encoding="utf-8", newline="\n")


def archives_over_all(store: Store) -> dict[str, str]:
    """The files in which all tables of all disclosures are, by name, with what they are."""
    listed = {
        addresses.archive(_NAME, "zip"): "全部数据表（CSV），含数字台账",
        addresses.archive(_NAME, "sqlite"): "一个 SQLite 文件：主键外键、索引、视图",
        addresses.archive(_NAME, "json"): "全部数据表（台账除外）",
    }
    names = (name for name in _present(store) if name != "figures")
    counted = (f"SELECT count(*) FROM {name}" for name in names)  # noqa: S608 - our own names  # nosec B608
    if sum(store.one(question) for question in counted) <= _WORKBOOK:
        listed[addresses.archive(_NAME, "xlsx")] = "一张工作簿，每个数据表一页（台账除外）"
    return listed


def over_all(store: Store) -> Iterator[tuple[str, Content]]:
    """Everything to download over all disclosures: address, and content."""
    names, listed = _present(store), archives_over_all(store)
    archives = {
        addresses.archive(_NAME, "zip"): partial(_zip, store=store, names=names),
        **_archives(_NAME, _NAME, names, store.rows),
    }
    files: dict[str, Content] = {name: archives[name] for name in listed}
    for name in terms.resource_schemas():
        files[f"{name}.csv"] = partial(_joined, name=name, files=store.files(name))
        files[f"{name}.parquet"] = _parquet(name, store.files(name))
    departments = [row for rows in store.registry().values() for row in rows]
    files[REGISTRY] = registry_text(departments).encode()
    files["departments.schema.json"] = _schema_text().encode()
    files["checks.json"] = lambda path: formats.json_file(path, ["checks"], store.rows)
    files[SUMS] = partial(_sums, names=list(files))
    for name, content in files.items():
        yield addresses.whole(name), content


def _schema_text() -> str:
    return json.dumps(registry_schema(), ensure_ascii=False, indent=2) + "\n"


def _present(store: Store) -> list[str]:
    """Resources that some disclosure has."""
    return [name for name in terms.resource_schemas() if store.files(name)]


def _zip(path: Path, store: Store, names: Sequence[str]) -> None:
    parts = ((f"{_NAME}/{one}.csv", formats.csv_parts(one, store.files(one))) for one in names)
    formats.zip_file(path, parts)


def _joined(path: Path, name: str, files: Sequence[Path]) -> None:
    with path.open("wb") as file:
        file.writelines(formats.csv_parts(name, files))

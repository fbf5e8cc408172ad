"""One Data Package over all disclosures: Parquet by resource, all CSV in one ZIP, code lists."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from juesuan import DATA_MODEL, terms
from juesuan.collection import REGISTRY
from juesuan.package import LICENSED, PROFILE, schema
from juesuan.pages import addresses
from juesuan.pages.addresses import DESCRIPTOR, SUMS
from juesuan.pages.machines.lists import CodeList, code_lists
from juesuan.pages.machines.parquet import Columnar, Part, columnar, parts
from juesuan.pages.machines.zipped import Entry, zip_file
from juesuan.pages.store import Store
from juesuan.pages.writer import Content

NAME = "juesuan"
CSV = f"{NAME}-csv.zip"
"""All tables and lists as CSV, with their descriptor."""

DESCRIBED = {
    DESCRIPTOR: "数据包说明：全部字段、单位、主键（Frictionless、Data Package v2）",
    CSV: "全部数据表与代码表（CSV），含数字台账",
    REGISTRY: "部门登记：现名、曾用名与简称、行政区划、层级、主管与承继部门",
    SUMS: "全部文件的校验和（SHA-256）",
}
"""The files that hold or describe everything, with what they are."""

_PARQUET = "application/vnd.apache.parquet"


def files(store: Store) -> Iterator[tuple[str, Content]]:
    """The files of the package: address, and content; each is written before the next is made."""
    lists = list(code_lists(row for rows in store.registry().values() for row in rows))
    tables = {name: list(parts(name, store.files_by_place(name))) for name in present(store)}
    with columnar() as link:
        for name, every in tables.items():
            for part in every:
                yield addresses.whole(part.name), partial(_parquet, link=link, name=name, part=part)
    for one in lists:
        yield addresses.whole(one.path), one.text
    yield addresses.whole(CSV), partial(_csv_zip, store=store, lists=lists)
    yield addresses.whole(DESCRIPTOR), _descriptor(tables, lists)
    names = [part.name for every in tables.values() for part in every]
    names += [*(one.path for one in lists), CSV, DESCRIPTOR]
    yield addresses.whole(SUMS), partial(_sums, names=names)


def offered(store: Store) -> dict[str, str]:
    """The files to offer: those that describe or hold everything, then each table of one file."""
    single = {}
    for name in present(store):
        every = list(parts(name, store.files_by_place(name)))
        if len(every) == 1:
            single[every[0].name] = terms.resource_schemas()[name].title
    return {**DESCRIBED, **single}


def present(store: Store) -> list[str]:
    """The resources that some disclosure has."""
    return [name for name in terms.resource_schemas() if store.files(name)]


def _parquet(path: Path, link: Columnar, name: str, part: Part) -> None:
    link.write(path, name, part.files)


def _csv_zip(path: Path, store: Store, lists: Sequence[CodeList]) -> None:
    tables = {name: _joined(store, name) for name in present(store)}
    sizes = {name: _size(every) for name, every in tables.items()}
    described = [
        {**_described(name, set(tables)), **_as_csv(f"{name}.csv"), "bytes": sizes[name]}
        for name in tables
    ]
    head = _text([*described, *map(_list, lists)]).encode()
    zip_file(path, _csv_entries(head, tables, sizes, lists))


def _csv_entries(
    head: bytes,
    tables: Mapping[str, Sequence[Path]],
    sizes: Mapping[str, int],
    lists: Sequence[CodeList],
) -> Iterator[Entry]:
    yield Entry(f"{NAME}/{DESCRIPTOR}", len(head), [head])
    for one in lists:
        content = one.text.encode()
        yield Entry(f"{NAME}/{one.path}", len(content), [content])
    for name, every in tables.items():
        yield Entry(f"{NAME}/{name}.csv", sizes[name], csv_parts(every))


def _joined(store: Store, name: str) -> list[Path]:
    return [path for own in store.files_by_place(name).values() for path in own]


def _size(every: Sequence[Path]) -> int:
    """Bytes of CSV files as one, which has one head."""
    with every[0].open("rb") as file:
        head = len(file.readline())
    return sum(path.stat().st_size for path in every) - head * (len(every) - 1)


def csv_parts(every: Iterable[Path]) -> Iterator[bytes]:
    """CSV files of one resource as one, with one head."""
    for number, path in enumerate(every):
        head, _, body = path.read_bytes().partition(b"\n")
        yield body if number else head + b"\n" + body


def _descriptor(tables: Mapping[str, Sequence[Part]], lists: Sequence[CodeList]) -> str:
    single = {name for name, every in tables.items() if len(every) == 1}
    described = [
        {**_described(name, single), **_as_parquet(part)}
        for name, every in tables.items()
        for part in every
    ]
    return _text([*described, *map(_list, lists)])


def _described(name: str, names: set[str]) -> dict[str, Any]:
    resource = terms.resource_schemas()[name]
    return {
        "name": name,
        "type": "table",
        "title": resource.title,
        "description": resource.description,
        "schema": schema(resource, names),
    }


def _as_parquet(part: Part) -> dict[str, Any]:
    """A part is a resource of its own, for no reader puts Parquet files together.

    Its sum stands in ``SHA256SUMS``: Frictionless counts no bytes of this format, and refuses
    what it cannot compare.
    """
    return {
        "name": part.resource,
        "path": part.name,
        "format": "parquet",
        "mediatype": _PARQUET,
    }


def _as_csv(path: str) -> dict[str, Any]:
    return {"path": path, "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}


def _list(one: CodeList) -> dict[str, Any]:
    content = one.text.encode()
    return {
        "name": one.name,
        "type": "table",
        "title": one.title,
        "description": one.description,
        "schema": one.schema,
        **_as_csv(one.path),
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _text(described: Sequence[Mapping[str, Any]]) -> str:
    about = {
        "$schema": PROFILE,
        "name": NAME,
        "title": "全部决算公开",
        "description": "Final accounts of Chinese government departments, read from their "
        "published disclosures: every package in one. Amounts are in 万元 (CNY 10 000) unless a "
        "row names another unit; an empty cell means not printed.",
        "version": DATA_MODEL,
        "keywords": ["部门决算", "final accounts"],
        "licenses": [LICENSED],
        "contributors": [{"title": "juesuan", "roles": ["wrangler"]}],
        "resources": list(described),
    }
    return json.dumps(about, ensure_ascii=False, indent=1) + "\n"


def _sums(path: Path, names: Sequence[str]) -> None:
    """Checksums of the files beside a file, as ``sha256sum -c`` reads them."""
    lines = (f"{_sha256(path.parent / name)}  {name}\n" for name in sorted(names))
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

"""One Data Package over all disclosures: Parquet by resource, all CSV in one ZIP, code lists."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from juesuan import DATA_MODEL, terms
from juesuan.collection import LOG, REGISTRY, expected, file_hash
from juesuan.hashes import sha256_of
from juesuan.package import LICENSED, PROFILE, schema
from juesuan.pages import addresses
from juesuan.pages.addresses import DESCRIPTOR, DRAWN, SUMS
from juesuan.pages.machines.files import facts
from juesuan.pages.machines.files.blocks import Blocks
from juesuan.pages.machines.files.edition import Edition
from juesuan.pages.machines.files.joined import bodies, head, size
from juesuan.pages.machines.files.lists import CodeList, code_lists
from juesuan.pages.machines.files.parquet import Columnar, Part, columnar, parts
from juesuan.pages.machines.files.zipped import Entry, entry, zip_file
from juesuan.pages.store.store import Store, log_of
from juesuan.pages.writer import Content, Shown

NAME = "juesuan"
CSV = f"{NAME}-csv.zip"
"""All tables and lists as CSV, with their descriptor."""

DESCRIBED = {
    DESCRIPTOR: "数据包说明：全部字段、单位、主键（Frictionless、Data Package v2）",
    CSV: "全部数据表与代码表（CSV），含数字台账",
    REGISTRY: "部门登记：现名、曾用名与简称、行政区划、层级、主管与承继部门",
    LOG: "变更记录：撤下、改号、更换了哪些公开，何时、为何",
    SUMS: "全部文件的校验和（SHA-256）",
}
"""The files that hold or describe everything, with what they are."""

_BLOCKS = Path(".cache") / "csv-blocks.json"
"""Where the blocks of the archive stand, so that those that have not changed are copied."""

_PARQUET = "application/vnd.apache.parquet"


def files(
    store: Store, edition: Edition | None = None, kept: Path | None = None
) -> Iterator[tuple[str, Content | Shown]]:
    """The files of the package: address, and content; each is written before the next is made.

    Args:
        store: the packages.
        edition: the release that it is; None for what is on the website.
        kept: the root below which what is made of single disclosures is kept; that of the packages
            if None.
    """
    registry = store.registry()
    rows = [row for names in registry.values() for row in names]
    places = expected(store.disclosures(), registry)
    lists = list(code_lists(rows, store.departments(), places, log_of(store.root)))
    by_place = _by_place(store, kept)
    tables = {name: list(parts(name, every)) for name, every in by_place.items()}
    with columnar() as link:
        for name, every in tables.items():
            for part in every:
                make = partial(_parquet, link=link, name=name, part=part)
                told = " ".join(map(file_hash, part.files))
                yield addresses.whole(part.name), Shown(told, partial(_itself, make))
    for one in lists:
        yield addresses.whole(one.path), one.text
    base = kept or store.root
    blocks = Blocks(base / DRAWN / addresses.whole(CSV), base / _BLOCKS)
    make = partial(_csv_zip, by_place=by_place, lists=lists, edition=edition, blocks=blocks)
    yield addresses.whole(CSV), make
    yield addresses.whole(DESCRIPTOR), _descriptor(tables, lists, edition)
    names = [part.name for every in tables.values() for part in every]
    names += [*(one.path for one in lists), CSV, DESCRIPTOR]
    yield addresses.whole(SUMS), partial(_sums, names=names)


def offered(store: Store) -> dict[str, str]:
    """The files to offer: those that describe or hold everything, then each table of one file."""
    single = {}
    for name, files_of_it in _by_place(store).items():
        every = list(parts(name, files_of_it))
        if len(every) == 1:
            single[every[0].name] = terms.schema_of(name).title
    return {**DESCRIBED, **single}


def present(store: Store) -> list[str]:
    """The resources that some disclosure has."""
    return [name for name in terms.resource_schemas() if store.files(name)]


_ByPlace = Mapping[tuple[str, str], Sequence[Path]]
"""The CSV files of a resource by the region and year of their disclosures."""


def _by_place(store: Store, kept: Path | None = None) -> dict[str, _ByPlace]:
    """The CSV files of all resources: those of the packages, and what is made of them."""
    found: dict[str, _ByPlace] = {name: store.files_by_place(name) for name in present(store)}
    return {**found, facts.NAME: facts.files_by_place(store, kept)} if found else found


def _parquet(path: Path, link: Columnar, name: str, part: Part) -> None:
    link.write(path, name, part.files)


def _itself(content: Content) -> Content:
    return content


def _csv_zip(
    path: Path,
    by_place: Mapping[str, _ByPlace],
    lists: Sequence[CodeList],
    edition: Edition | None,
    blocks: Blocks,
) -> None:
    tables = {name: _joined(every) for name, every in by_place.items()}
    sizes = {name: size(name, every) for name, every in tables.items()}
    described = [
        {**_described(name, set(tables), lists), **_as_csv(f"{name}.csv"), "bytes": sizes[name]}
        for name in tables
    ]
    about = _text([*described, *map(_list, lists)], edition).encode()
    zip_file(path, _small(about, lists))
    with zipfile.ZipFile(path, "a") as archive:
        for name, every in tables.items():
            rows = chain([head(name)], bodies(name, every))
            blocks.write(archive, f"{NAME}/{name}.csv", sizes[name], rows)
    blocks.keep(path)


def _small(about: bytes, lists: Sequence[CodeList]) -> Iterator[Entry]:
    """What stands before the tables: their descriptor, the lists."""
    yield entry(f"{NAME}/{DESCRIPTOR}", about)
    for one in lists:
        yield entry(f"{NAME}/{one.path}", one.text.encode())


def _joined(by_place: _ByPlace) -> list[Path]:
    return [path for own in by_place.values() for path in own]


def _descriptor(
    tables: Mapping[str, Sequence[Part]], lists: Sequence[CodeList], edition: Edition | None
) -> str:
    single = {name for name, every in tables.items() if len(every) == 1}
    described = [
        {**_described(name, single, lists), **_as_parquet(part)}
        for name, every in tables.items()
        for part in every
    ]
    return _text([*described, *map(_list, lists)], edition)


_LISTED = {
    "measure": "taxonomy",
    "rule": "rules",
    "region_code": "regions-codes",
    "department_id": "departments",
}
"""Columns whose codes all stand in a list, in the column that is its key."""

_KEYS = {"region_code": "code"}
"""The key of a list, where it is called otherwise than the column."""


def _described(name: str, names: set[str], lists: Sequence[CodeList]) -> dict[str, Any]:
    """What a descriptor says of a table.

    Args:
        name: of its resource.
        names: the resources of the package that foreign keys may lead to.
        lists: the lists of codes of the package.
    """
    resource = terms.schema_of(name)
    told = schema(resource, names)
    keys = [*told.get("foreignKeys", ()), *_to_lists(resource, lists)]
    return {
        "name": name,
        "type": "table",
        "title": resource.title,
        "description": resource.description,
        "schema": {**told, "foreignKeys": keys} if keys else told,
    }


def _to_lists(resource: terms.Resource, lists: Sequence[CodeList]) -> Iterator[dict[str, Any]]:
    """Foreign keys to the lists of codes of the package."""
    there = {one.name for one in lists if one.is_whole}
    for field in resource.fields:
        known = _LISTED.get(field.name)
        if known in there:
            key = _KEYS.get(field.name, field.name)
            yield {"fields": [field.name], "reference": {"resource": known, "fields": [key]}}


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


def _text(described: Sequence[Mapping[str, Any]], edition: Edition | None) -> str:
    about = {
        "$schema": PROFILE,
        "name": NAME,
        "title": "全部决算公开",
        "description": "Final accounts of Chinese government departments, read from their "
        "published disclosures: every package in one. Amounts are in 万元 (CNY 10 000) unless a "
        "row names another unit; an empty cell means not printed.",
        **_edition(edition),
        "dataModel": DATA_MODEL,
        "keywords": ["部门决算", "final accounts"],
        "licenses": [LICENSED],
        "contributors": [{"title": "juesuan", "roles": ["wrangler"]}],
        "resources": list(described),
    }
    return json.dumps(about, ensure_ascii=False, indent=1) + "\n"


def _edition(edition: Edition | None) -> dict[str, str]:
    """The number of a release and when it was made; that of the data model of the day else."""
    if edition is None:
        return {"version": DATA_MODEL}
    return {"version": edition.version, "created": edition.created}


def _sums(path: Path, names: Sequence[str]) -> None:
    """Checksums of the files beside a file, as ``sha256sum -c`` reads them."""
    lines = (f"{sha256_of(path.parent / name)}  {name}\n" for name in sorted(names))
    path.write_text("".join(lines), encoding="utf-8", newline="\n")

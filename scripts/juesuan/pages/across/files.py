"""Downloads over all disclosures, catalogues, the feed, the dictionary, corrections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from juesuan import package, terms
from juesuan.check import all_rules
from juesuan.pages.machines import downloads
from juesuan.pages.machines.catalogue import Address, catalogue, events, feed, title_of
from juesuan.pages.markup import environment
from juesuan.pages.store import Store
from juesuan.rows import Row

LISTED = 200
"""Packages in the list of downloads; regions have lists of their own."""

_WORKBOOK = 200_000
"""Rows up to which there is a workbook over all disclosures; beyond that a spreadsheet is the wrong tool."""

Made = Callable[[Path], object]


def pages(store: Store, root: Path, address: Address) -> Iterator[tuple[str, str | Made]]:
    """Files below ``d/all/`` and the parts of the page of data."""
    abouts, env = store.disclosures(), environment()
    names = [name for name in terms.resource_schemas() if store.files(name)]
    rows: downloads.Rows = partial(_rows, store)
    listed = {
        "juesuan.zip": "全部数据表（CSV），含数字台账",
        "juesuan.sqlite": "一个 SQLite 文件：主键外键、索引、视图",
        "juesuan.json": "全部数据表（台账除外）",
    }
    yield (
        "d/all/juesuan.zip",
        lambda path: downloads.zip_file(
            path,
            ((f"juesuan/{one}.csv", downloads.csv_parts(one, store.files(one))) for one in names),
        ),
    )
    yield "d/all/juesuan.sqlite", lambda path: downloads.sqlite_file(path, names, rows)
    yield "d/all/juesuan.json", lambda path: downloads.json_file(path, names, rows)
    counted = (f"SELECT count(*) FROM {one}" for one in names if one != "figures")  # noqa: S608 - our own names
    if sum(store.one(question) for question in counted) <= _WORKBOOK:
        listed["juesuan.xlsx"] = "一张工作簿，每个数据表一页（台账除外）"
        yield "d/all/juesuan.xlsx", lambda path: downloads.xlsx_file(path, "juesuan", names, rows)
    schemas = terms.resource_schemas()
    for one in schemas:
        yield f"d/all/{one}.csv", partial(_joined, name=one, files=store.files(one))
        yield (
            f"d/all/{one}.parquet",
            partial(downloads.parquet_file, name=one, files=store.files(one)),
        )
    yield "d/all/checks.json", lambda path: downloads.json_file(path, ["checks"], rows)
    yield (
        "d/all/SHA256SUMS",
        partial(
            _sums,
            names=[
                *listed,
                "checks.json",
                *(f"{one}.{kind}" for one in schemas for kind in ("csv", "parquet")),
            ],
        ),
    )
    yield (
        "d/all/catalog.jsonld",
        catalogue(abouts, address, {f"d/all/{name}": title for name, title in listed.items()}),
    )
    happened = events(
        [
            (about, package.read_notes(root / "datapackages" / about["disclosure_id"]))
            for about in abouts
        ]
    )
    yield "d/all/feed.xml", feed(happened, address)
    shared = {
        "resources": schemas,
        "listed": listed,
        "abouts": abouts[:LISTED],
        "more": max(0, len(abouts) - LISTED),
    }
    yield "d/parts/data.html", env.get_template("data.html.j2").render(**shared)
    entries = [(name, schemas[name], _fields(store, schemas[name])) for name in schemas]
    yield "d/parts/dictionary.html", env.get_template("dictionary.html.j2").render(entries=entries)
    yield (
        "d/parts/corrections.html",
        env.get_template("corrections.html.j2").render(
            happened=[(day, about, text) for day, about, text in happened[:100]], title_of=title_of
        ),
    )
    yield "d/parts/glossary.html", env.get_template("glossary.html.j2").render(terms=_terms(store))


def _rows(store: Store, name: str) -> Iterable[Row]:
    """All rows of a resource, in the order of the disclosures."""
    return store.ask(f"SELECT * FROM {name}")  # noqa: S608 - our own names


def _joined(path: Path, name: str, files: list[Path]) -> None:
    with path.open("wb") as file:
        file.writelines(downloads.csv_parts(name, files))


def _sums(path: Path, names: list[str]) -> None:
    found = {name: path.parent / name for name in names}
    path.write_text(downloads.sums_text(found), encoding="utf-8", newline="\n")


def _fields(
    store: Store, resource: terms.Resource
) -> list[tuple[terms.Field, str, list[str], str]]:
    """Of each column: the field, its unit, the rules that guard it, and an example with how it is printed."""
    guarded: dict[str, list[str]] = {}
    order = {rule.id: i for i, rule in enumerate(all_rules())}
    question = (
        "SELECT DISTINCT f.field AS field, c.rule AS rule "
        "FROM (SELECT disclosure_id, rule, unnest(string_split(figures, ' ')) AS figure_id "
        "FROM checks WHERE figures IS NOT NULL) c JOIN figures f USING (disclosure_id, figure_id) WHERE f.resource = ?"
    )
    for row in store.ask(question, resource.name):
        guarded.setdefault(row["field"], []).append(row["rule"])
    printed = "SELECT text, value FROM figures WHERE resource = ? AND field = ? AND status = 'bound' ORDER BY ALL LIMIT 1"
    found = []
    for field in resource.fields:
        example = next(
            iter(store.ask(printed, resource.name, field.name)), {"text": "", "value": ""}
        )
        shown = (
            f"{example['value']}（印作“{example['text']}”）"
            if example["text"]
            else _example(store, resource.name, field)
        )
        rules = sorted(guarded.get(field.name, []), key=lambda one: order.get(one, 0))
        found.append((field, _unit(field), rules, shown))
    return found


def _example(store: Store, resource: str, field: terms.Field) -> str:
    column = f'"{field.name}"'
    question = (
        f"SELECT {column} AS text FROM {resource} WHERE {column} IS NOT NULL "  # noqa: S608 - our own names
        "ORDER BY disclosure_id LIMIT 1"
    )
    text = next((row["text"] for row in store.ask(question)), "")
    return text if len(text) <= 24 else text[:24] + "…"


def _unit(field: terms.Field) -> str:
    if field.type not in ("number", "integer"):
        return ""
    for mark, unit in (
        ("CNY 10 000", "万元"),
        ("percent points", "百分点"),
        ("persons", "人"),
        ("Points", "分"),
        ("unit of the row", "见该行 unit"),
    ):
        if mark in field.description:
            return unit
    return ""


def _terms(store: Store) -> list[tuple[str, list[tuple[Row, str]]]]:
    """Terms with their definitions as disclosed: the same words once, with all who use them."""
    found: dict[str, list[tuple[Row, str]]] = {}
    abouts = {about["disclosure_id"]: about for about in store.disclosures()}
    for row in store.ask("SELECT * FROM glossary ORDER BY term, disclosure_id"):
        said = found.setdefault(row["term"], [])
        if all(row["definition"] != definition for _, definition in said) and len(said) < 5:
            said.append((abouts[row["disclosure_id"]], row["definition"]))
    return sorted(found.items())

"""A release as a folder: all data in every form, what changed, how to cite it, checksums."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from juesuan.collection import ids
from juesuan.errors import PackageError
from juesuan.hashes import sha256_of
from juesuan.pages import CSV, FORMATS, NAME, SUMS, Edition, Store, entry, export, files, zip_file
from juesuan.pages.addresses import whole
from juesuan.pages.store.between import judge
from juesuan.pages.writer import Writer
from juesuan.release import card, citation, croissant, packed, told
from juesuan.release.changelog import FILE as CHANGELOG
from juesuan.release.changelog import changelog
from juesuan.release.delta import Delta, Kind
from juesuan.release.issue import Issue
from juesuan.terms import schema_of

PARQUET = f"{NAME}-parquet.zip"
"""The package over all as Parquet, with the card that hubs show."""

SBOM = f"{NAME}.cdx.json"
"""What the website was built with."""

_STAGE = ".stage"
_COPIES = ("sqlite", "xlsx")


class Sources(NamedTuple):
    """What a release is made of.

    Attributes:
        root: the repository.
        site: the website that was built of it.
        before: the folder, or the CSV ZIP, of the release before; None for the first one.
        sbom: the bill of materials of the website; None for none.
        address: of the website; empty if unknown.
    """

    root: Path
    site: Path
    before: Path | None = None
    sbom: Path | None = None
    address: str = ""


class Made(NamedTuple):
    """A release that was made: its files, how many rows differ, and what could not be made."""

    version: str
    files: tuple[str, ...]
    differences: dict[str, Counter[Kind]]
    left_out: tuple[str, ...]


def release(to: Path, sources: Sources, edition: Edition) -> Made:
    """Write a release; the folder is whole or not there, and the same data give the same bytes.

    Args:
        to: the folder; it must not be there.
        sources: what the release is made of.
        edition: its number and day.

    Raises:
        PackageError: if the folder is there, or the website is not one of these data.
    """
    fresh = to.with_name(f".{to.name}.new")
    if not ids(sources.root):
        raise PackageError(f"{sources.root}: found no disclosure; expected one or more.")
    if to.exists():
        raise PackageError(f"{to}: found it; expected nothing there. What to do: name another.")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        fresh.mkdir(parents=True)
        made = _write(fresh, sources, edition)
        fresh.rename(to)
        return made
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _write(fresh: Path, sources: Sources, edition: Edition) -> Made:
    base = _package(fresh / _STAGE, sources, edition)
    _refuse_another(base, sources.site)
    (base / CSV).rename(fresh / CSV)
    now = Issue(fresh / CSV)
    known = _describe(fresh, now, base, sources, edition)
    _pack(fresh / PARQUET, base, [fresh / card.FILE, fresh / citation.FILE])
    text = croissant.croissant(edition, known, sha256_of(fresh / PARQUET), sources.address)
    (fresh / croissant.FILE).write_text(text, encoding="utf-8", newline="\n")
    shutil.rmtree(fresh / _STAGE)
    left_out = list(_copies(fresh, sources))
    differences = _compare(fresh, now, sources.before, edition)
    names = sorted(path.name for path in fresh.iterdir())
    (fresh / SUMS).write_text(_sums(fresh, names), encoding="utf-8", newline="\n")
    return Made(edition.version, (*names, SUMS), differences, tuple(left_out))


def _package(stage: Path, sources: Sources, edition: Edition) -> Path:
    """Write the package over all; returns its folder."""
    writer = Writer()
    with closing(Store(sources.root, ids(sources.root))) as store:
        judge(store)
        for path, content in files(store, edition, stage):
            writer.write(stage / path, content)
    return stage / whole("")


def _refuse_another(base: Path, site: Path) -> None:
    """Refuse a website that shows other data than those that are released."""
    for path in sorted(base.rglob("*.parquet")):
        shown = site / whole(path.relative_to(base).as_posix())
        if not shown.is_file() or sha256_of(shown) != sha256_of(path):
            raise PackageError(
                f"{shown}: found {'another' if shown.is_file() else 'no such'} file; expected the "
                "website of these data. What to do: run `juesuan site`."
            )


def _describe(
    fresh: Path, now: Issue, base: Path, sources: Sources, edition: Edition
) -> list[card.Table]:
    """Write the card and how to cite; returns the tables of Parquet."""
    tables = [_table(now, name, base) for name in now.names if not now.path_of(name).count("/")]
    known = [one for one in tables if one]
    (fresh / card.FILE).write_text(card.card(edition, known), encoding="utf-8", newline="\n")
    cited = citation.citation(edition, sources.address)
    (fresh / citation.FILE).write_text(cited, encoding="utf-8", newline="\n")
    return known


def _table(now: Issue, name: str, base: Path) -> card.Table | None:
    """A table of Parquet, one file or many; None for what is none."""
    is_one = (base / f"{name}.parquet").is_file()
    if not is_one and not (base / name).is_dir():
        return None
    rows = sum(1 for _ in now.rows(name))
    where = f"{name}.parquet" if is_one else f"{name}/**/*.parquet"
    return card.Table(name, schema_of(name).title, rows, where)


def _pack(to: Path, base: Path, beside: Iterable[Path]) -> None:
    """The package of Parquet as one ZIP, its checksums at the end."""
    (base / SUMS).unlink()
    contents = {path.relative_to(base).as_posix(): path for path in base.rglob("*")}
    contents |= {path.name: path for path in beside}
    every = {name: path for name, path in sorted(contents.items()) if path.is_file()}
    lines = "".join(f"{sha256_of(path)}  {name}\n" for name, path in every.items())
    packed_files = (entry(f"{NAME}/{name}", path.read_bytes()) for name, path in every.items())
    zip_file(to, [*packed_files, entry(f"{NAME}/{SUMS}", lines.encode())])


def _copies(fresh: Path, sources: Sources) -> Iterator[str]:
    """Write the data in other forms, and the website; yields why one could not be."""
    export("offline", fresh / FORMATS["offline"], sources.root, sources.site)
    for kind in _COPIES:
        try:
            export(kind, fresh / FORMATS[kind], sources.root, sources.site)
        except PackageError as error:
            yield f"{FORMATS[kind]}: {error}"
    if sources.sbom:
        shutil.copyfile(sources.sbom, fresh / SBOM)


def _compare(
    fresh: Path, now: Issue, before: Path | None, edition: Edition
) -> dict[str, Counter[Kind]]:
    """Write what differs from the release before, and the changelog."""
    if before is None:
        text = told.first(now, edition)
        (fresh / told.FILE).write_text(text, encoding="utf-8", newline="\n")
        (fresh / CHANGELOG).write_text(changelog(edition, text), encoding="utf-8", newline="\n")
        return {}
    old = Issue(before / CSV if before.is_dir() else before)
    earlier = before / CHANGELOG if before.is_dir() else before.with_name(CHANGELOG)
    delta = Delta(old, now)
    counts = delta.counts()
    packed.write(fresh / packed.FILE, delta, edition)
    text = told.changes(delta, edition, counts)
    (fresh / told.FILE).write_text(text, encoding="utf-8", newline="\n")
    short = "\n\n".join(told.summary(delta, counts))
    past = earlier.read_text(encoding="utf-8") if earlier.is_file() else ""
    (fresh / CHANGELOG).write_text(changelog(edition, short, past), encoding="utf-8", newline="\n")
    return counts


def _sums(folder: Path, names: Iterable[str]) -> str:
    return "".join(f"{sha256_of(folder / name)}  {name}\n" for name in names)

"""Rendering all pages: one folder a disclosure, by a pure function spread over processes, then the pages over all of them."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from juesuan import intake, package, terms
from juesuan.collection import code_version, folder_of, ids
from juesuan.model import Facts
from juesuan.pages.across import over_all
from juesuan.pages.disclosure.embeds import embed_files
from juesuan.pages.disclosure.page import pages_of
from juesuan.pages.disclosure.source import evidence_files
from juesuan.pages.machines import api, downloads
from juesuan.pages.machines.catalogue import Address, citation_files
from juesuan.pages.store import Store
from juesuan.pages.writer import Writer

PLACE = Path("docs") / "d"
"""Where generated pages go; git does not track it."""

API = Path("docs") / "api" / "v1"
"""Where the static API goes; git does not track it."""

SHARED = ("parts", "all", "departments", "regions", "rules", "search")
"""Folders beside those of the disclosures."""

SCALE = 1.3
"""Pixels a point in the pictures of pages, on which the evidence shows a figure; ``evidence.js`` knows it too."""

_DONE = ".fingerprint"


@dataclass(frozen=True)
class _Job:
    """One disclosure to render."""

    root: Path
    name: str
    code: str
    address: Address


def render(
    root: Path,
    progress: Callable[[int, int], object] = lambda done, total: None,
    jobs: int = 0,
    address: str = "",
) -> int:
    """Generate pages and downloads of all packages; what has not changed is left alone.

    Args:
        root: the repository.
        progress: called with disclosures done and their number.
        jobs: processes; 0 for one a core.
        address: where the site will be published, for feeds and catalogues, which need whole addresses; empty if unknown.

    Returns:
        How many files were written.
    """
    place = root / PLACE
    place.mkdir(parents=True, exist_ok=True)
    names = ids(root)
    _remove_old(root, names)
    where = Address(address)
    code = code_version((".py", ".j2", ".toml")) + where.site
    todo = [job for name in names if not _done(job := _Job(root, name, code, where))]
    written, done = 0, len(names) - len(todo)
    progress(done, len(names))
    for number in _each(todo, jobs):
        written, done = written + number, done + 1
        progress(done, len(names))
    writer = Writer()
    for path, content in over_all(Store(root, names), root, where):
        if callable(content):
            writer.make(root / "docs" / path, content)
        else:
            writer.write(root / "docs" / path, content)
    for folder in (*(place / name for name in SHARED), root / API):
        for old in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if (
                old.is_file()
                and old not in writer.paths
                and not (old.is_relative_to(root / API) and _of_one(old, root))
            ):
                old.unlink()
    return written + writer.written


def _of_one(path: Path, root: Path) -> bool:
    """Whether a file of the API belongs to one disclosure, which wrote it itself."""
    return len(path.relative_to(root / API).parts) > 2


def _remove_old(root: Path, names: list[str]) -> None:
    for base, kept in (
        (root / PLACE, {*names, *SHARED}),
        (root / API / "disclosures", set(names)),
        (root / API / "figures", set(names)),
    ):
        for old in base.iterdir() if base.is_dir() else ():
            if old.is_dir() and old.name not in kept:
                shutil.rmtree(old)


def _each(todo: list[_Job], jobs: int) -> list[int] | map[int]:
    workers = min(jobs or os.cpu_count() or 1, len(todo))
    if workers <= 1:
        return map(_one, todo)
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        return [
            future.result() for future in as_completed([pool.submit(_one, job) for job in todo])
        ]


def _print_of(job: _Job) -> str:
    about = (folder_of(job.root, job.name) / "datapackage.json").read_text(encoding="utf-8")
    notes = folder_of(job.root, job.name) / package.NOTES
    told = notes.read_text(encoding="utf-8") if notes.exists() else ""
    return hashlib.sha256((job.code + about + told).encode()).hexdigest()


def _done(job: _Job) -> bool:
    stamp = job.root / PLACE / job.name / _DONE
    return stamp.exists() and stamp.read_text(encoding="utf-8") == _print_of(job)


def _one(job: _Job) -> int:
    """Write everything of one disclosure; returns how many files."""
    folder, place, writer = folder_of(job.root, job.name), job.root / PLACE / job.name, Writer()
    facts = package.load(folder)
    shutil.rmtree(place, ignore_errors=True)
    source = next(path for path in sorted((folder / "source").iterdir()) if path.is_file())
    extracted = folder / "data" / package.TEXT
    text = extracted.read_text(encoding="utf-8") if extracted.exists() else intake.read(source).text
    for name, content in (
        *pages_of(facts, folder, text, job.address),
        *embed_files(facts, job.address),
    ):
        writer.write(place / name, content)
    for name, content in evidence_files(facts, text):
        writer.write(place / "evidence" / name, content)
    if extracted.exists():
        shown = sorted(
            {
                int(row["page"])
                for row in facts.rows("figures")
                if row["status"] == "bound" and row["page"]
            }
        )
        for number, picture in intake.pictures(source, shown, SCALE).items():
            writer.write(place / "evidence" / f"{number}.png", picture)
    _downloads(place, folder, facts, writer)
    for name, content in citation_files(facts, job.address):
        writer.write(place / name, content)
    shutil.rmtree(job.root / API / "disclosures" / job.name, ignore_errors=True)
    shutil.rmtree(job.root / API / "figures" / job.name, ignore_errors=True)
    for name, content in api.of_disclosure(facts, text):
        writer.write(job.root / API / name, content)
    writer.write(place / _DONE, _print_of(job))
    return writer.written


def _downloads(place: Path, folder: Path, facts: Facts, writer: Writer) -> None:
    """Everything to download of one disclosure, and the sums of it all."""
    names, name = [one for one in terms.resource_schemas() if one in facts.tables], folder.name
    for part, there in (("data", "data"), ("source", "files")):
        for path in sorted(one for one in (folder / part).iterdir() if one.is_file()):
            writer.write(place / there / path.name, path.read_bytes())
    writer.write(place / "datapackage.json", (folder / "datapackage.json").read_bytes())
    for target, maker in (
        (f"{name}.zip", lambda fresh: downloads.package_zip(fresh, folder)),
        (f"{name}.xlsx", lambda fresh: downloads.xlsx_file(fresh, name, names, facts.rows)),
        (f"{name}.json", lambda fresh: downloads.json_file(fresh, names, facts.rows)),
        (f"{name}.sqlite", lambda fresh: downloads.sqlite_file(fresh, names, facts.rows)),
    ):
        writer.make(place / target, maker)
    for one in names:
        files = [folder / "data" / f"{one}.csv"]
        writer.make(
            place / "parquet" / f"{one}.parquet",
            partial(downloads.parquet_file, name=one, files=files),
        )
    made = (place / f"{name}.{kind}" for kind in ("zip", "xlsx", "json", "sqlite"))
    parts = (path for part in ("data", "files", "parquet") for path in (place / part).iterdir())
    every = {
        path.relative_to(place).as_posix(): path
        for path in (*made, *parts, place / "datapackage.json")
    }
    writer.write(place / "SHA256SUMS", downloads.sums_text(every))


__all__ = ["API", "PLACE", "SCALE", "render"]

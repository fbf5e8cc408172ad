"""From the files in ``datapackages/`` to checked packages: one pure function a folder, spread over processes."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field, replace
from importlib import resources
from pathlib import Path

from juesuan import check, intake, package, terms
from juesuan.complete import complete, whole_forms
from juesuan.errors import (
    ConflictingSourceError,
    JuesuanError,
    NoteError,
    PackageError,
)
from juesuan.intake import Identity
from juesuan.intake.identity import ID, check_id
from juesuan.model import Document, Facts, Row
from juesuan.parse import parse

_CACHE = "build.json"

_BEGUN = """# Where the disclosure comes from and limits; package/notes.py describes all keys.
# url = "https://"
# published = {on}
# obtained = {on}
added = {on}
"""


@dataclass(frozen=True)
class Report:
    """What became of one disclosure.

    Attributes:
        disclosure_id: its id.
        state: ``built``, ``unchanged`` or ``failed``.
        message: the error of a failed one.
        figures: number of figures by status.
        rows: number of rows by resource.
        checks: number of checks by state.
        remarks: what the parser wants a person to see.
        unread: unread figures outside of unreadable cells, as ``file:line: text``.
        new_fails: failed checks that the package published before did not have, without a pin.
        gone_fails: failed checks of the package published before that do not fail any more.
    """

    disclosure_id: str
    state: str
    message: str = ""
    figures: dict[str, int] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    checks: dict[str, int] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    new_fails: tuple[str, ...] = ()
    gone_fails: tuple[str, ...] = ()


def ids(root: Path) -> list[str]:
    """Ids of all disclosures of a collection, sorted."""
    folder = root / "datapackages"
    return sorted(path.name for path in folder.iterdir() if (path / "source").is_dir()) if folder.is_dir() else []


def folder_of(root: Path, disclosure_id: str) -> Path:
    """The folder of a disclosure.

    Raises:
        PackageError: if the id is none, or there is no such disclosure.
    """
    folder = root / "datapackages" / check_id(disclosure_id)
    if not (folder / "source").is_dir():
        raise PackageError(f"{disclosure_id}: no such disclosure. What to do: `juesuan add FILE`, or see `juesuan show`.")
    return folder


def add(root: Path, file: Path, disclosure_id: str = "", on: str = "") -> Report:
    """Put a new file into the collection; nothing is written unless it can be understood.

    Args:
        root: the repository.
        file: the file as received.
        disclosure_id: the id to use; found from the file's name or its text where empty.
        on: the day (ISO), for the maintainer's notes, which are begun then; no notes where empty.

    Returns:
        What became of it; a disclosure of the same department and year is remarked.

    Raises:
        SourceError: if the file cannot be used, or is in the collection already.
    """
    document = intake.read(file)
    identity = intake.identify(document)
    chosen = check_id(disclosure_id or _id_of(file, identity))
    for other in ids(root):
        if source_of(root / "datapackages" / other).read_bytes() == file.read_bytes():
            raise ConflictingSourceError(
                file.name, f"the same content as {other}", "a new disclosure", "nothing: it is in the collection"
            )
    folder = root / "datapackages" / chosen
    if folder.exists():
        raise ConflictingSourceError(file.name, f"the id {chosen}, which is taken", "a free id", "give another one with --id")
    with tempfile.TemporaryDirectory(dir=_made(root / "datapackages"), prefix=".new-") as name:
        fresh = Path(name) / chosen
        (fresh / "source").mkdir(parents=True)
        shutil.copyfile(file, fresh / "source" / _plain_name(file.name))
        if on:
            (fresh / package.NOTES).write_text(_BEGUN.format(on=on), encoding="utf-8")
        report = convert(fresh)
        fresh.rename(folder)
    _write_cache(root, {**_read_cache(root), chosen: _fingerprint(folder, code_version())})
    return replace(report, remarks=(*_same_year(root, chosen), *report.remarks))


def _same_year(root: Path, chosen: str) -> tuple[str, ...]:
    """A remark for each other disclosure of the same department and year: one of the two may be an older version."""
    about = {one: package.load(root / "datapackages" / one).disclosure for one in ids(root)}
    same = ("department", "scope", "fiscal_year")
    return tuple(
        f"{one} is of the same department and year; if one of the two is an older version, keep only the other"
        for one, row in about.items()
        if one != chosen and all(row[name] == about[chosen][name] for name in same)
    )


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _plain_name(name: str) -> str:
    kept = "".join(char if char.isalnum() or char in "-_." else "-" for char in name)
    return kept.lstrip(".-") or "source.txt"


def _id_of(file: Path, identity: Identity) -> str:
    if ID.fullmatch(file.stem) and file.stem.endswith(f"-{identity.year}"):
        return file.stem
    return identity.suggested_id()


def source_of(folder: Path) -> Path:
    """The one file of a disclosure as received.

    Raises:
        PackageError: if there is none, or more than one.
    """
    files = sorted(path for path in (folder / "source").iterdir() if path.is_file() and not path.name.startswith("."))
    if len(files) != 1:
        raise PackageError(
            f"{folder.name}/source: found {len(files)} files; expected one. What to do: keep only the file as received."
        )
    return files[0]


def build(
    root: Path, wanted: Sequence[str] = (), everything: bool = False, jobs: int = 0, compare: Path | None = None
) -> Iterator[Report]:
    """Convert disclosures; those whose source, notes and code are unchanged are left alone.

    Args:
        root: the repository.
        wanted: ids; all if empty.
        everything: convert also what is unchanged.
        jobs: processes; 0 for one a core.
        compare: another checkout whose packages are "before" in the reports; the collection itself if None.

    Yields:
        A report each, as they are done.
    """
    known = _read_cache(root)
    code = code_version()
    todo = []
    for one in wanted or ids(root):
        folder = folder_of(root, one)
        if not everything and known.get(one) == _fingerprint(folder, code):
            yield Report(one, "unchanged")
        else:
            todo.append(folder)
    for report in _convert_all(todo, jobs, compare):
        if report.state == "built":
            known[report.disclosure_id] = _fingerprint(root / "datapackages" / report.disclosure_id, code)
        else:
            known.pop(report.disclosure_id, None)
        yield report
    _write_cache(root, known)


def _convert_all(folders: Sequence[Path], jobs: int, compare: Path | None) -> Iterator[Report]:
    workers = min(jobs or os.cpu_count() or 1, len(folders))
    if workers <= 1:
        yield from (_safely(folder, compare) for folder in folders)
        return
    with ProcessPoolExecutor(workers) as pool:
        for future in as_completed([pool.submit(_safely, folder, compare) for folder in folders]):
            yield future.result()


def _safely(folder: Path, compare: Path | None) -> Report:
    try:
        return convert(folder, compare)
    except JuesuanError as error:
        return Report(folder.name, "failed", str(error))


def convert(folder: Path, compare: Path | None = None) -> Report:
    """Convert one disclosure: a pure function of its folder (``compare`` only changes the report).

    Raises:
        JuesuanError: if the source, the notes or the result are not as they must be; nothing is written then.
    """
    document = intake.read(source_of(folder))
    identity = intake.identify(document)
    notes = package.read_notes(folder)
    facts = _parsed(document, folder.name, _head(folder, document, identity, notes))
    complete(document, facts)
    whole_forms(document, facts, notes.cut_forms)
    facts = package.apply(facts, notes)
    before, damaged = _published(folder)
    _nothing_vanished(folder, facts, before)
    unread = _unread(document, facts)
    if notes.unread_limit is not None and len(unread) > notes.unread_limit:
        raise NoteError(
            f"{folder.name}: found {len(unread)} unread figures, first {unread[0]}; the limit is {notes.unread_limit}. "
            "What to do: read the lines; add the wording to the vocabulary or mark the cells unreadable."
        )
    with tempfile.TemporaryDirectory() as name:
        staged = Path(name) / folder.name
        package.write(facts, document, (), staged)
        checks = check.run(package.load(staged), notes.pins)
    package.write(facts, document, checks, folder)
    earlier = before if compare is None else _published(compare / "datapackages" / folder.name)[0]
    new, gone = _changed_fails(earlier, checks)
    return Report(
        folder.name,
        "built",
        figures=dict(sorted(Counter(figure.status for figure in facts.figures).items())),
        rows={name: len(rows) for name, rows in facts.tables.items()},
        checks=dict(sorted(Counter(row["state"] for row in checks).items())),
        remarks=(*damaged, *facts.remarks),
        unread=tuple(unread),
        new_fails=new,
        gone_fails=gone,
    )


def _parsed(document: Document, name: str, head: dict[str, str]) -> Facts:
    """What was understood; a fault of the parser concerns this disclosure alone."""
    try:
        return parse(document, name, head)
    except (ValueError, LookupError, ArithmeticError, AssertionError, RecursionError) as error:
        raise PackageError(
            f"{name}: the parser broke on {document.name} ({type(error).__name__}: {error}). Expected: every text is read or "
            "refused. What to do: report it with the file; other disclosures are not concerned."
        ) from error


def _changed_fails(before: Facts | None, checks: Sequence[Row]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Failed checks that are new and have no pin, and those that are gone."""
    old = {(row["rule"], row["subject"]): row for row in (before.rows("checks") if before else ()) if row["state"] == "fail"}
    now = {(row["rule"], row["subject"]): row for row in checks if row["state"] == "fail"}
    new = (row for key, row in now.items() if key not in old and not row["pinned"])
    gone = (row for key, row in old.items() if key not in now)
    return tuple(map(_told, new)), tuple(map(_told, gone))


def _told(row: Row) -> str:
    return f"{row['rule']} {row['statement']}"


def _head(folder: Path, document: Document, identity: Identity, notes: package.Notes) -> dict[str, str]:
    code = notes.region_code or identity.region_code
    return {
        "department_id": folder.name[:-5],
        "department": identity.department,
        "scope": identity.scope,
        "region_code": code,
        "region": terms.regions().get(code, (identity.region, ""))[0],
        "fiscal_year": str(identity.year),
        "source_file": document.name,
        "source_sha256": document.sha256,
        "source_url": notes.url,
        "published": notes.published,
    }


def _published(folder: Path) -> tuple[Facts | None, tuple[str, ...]]:
    """The package as it stands on disk, and a remark where it is there but damaged: it is written anew then."""
    if not (folder / "datapackage.json").exists() and not (folder / "data").exists():
        return None, ()
    try:
        return package.load(folder), ()
    except PackageError as error:
        return None, (f"the package on disk was damaged and is written anew; nothing could be compared with it: {error}",)


def _nothing_vanished(folder: Path, facts: Facts, before: Facts | None) -> None:
    gone = sorted(set(before.tables) - set(facts.tables) - {"figures", "checks"}) if before else []
    if gone:
        raise PackageError(
            f"{folder.name}: {', '.join(gone)} was published and is not found any more. Expected the same resources. What "
            "to do: see what changed in the source or the code; to publish without it, delete data/ and datapackage.json first."
        )


def _unread(document: Document, facts: Facts) -> list[str]:
    return [
        f"{document.name}:{document.line_of(figure.start)}: {figure.text}" + _on_page(document, figure.start)
        for figure in facts.figures
        if figure.status == "unread" and not figure.resource
    ]


def _on_page(document: Document, offset: int) -> str:
    page = document.page_of(offset)
    return f" (page {page})" if page else ""


def code_version(
    suffixes: tuple[str, ...] = (".py", ".toml", ".csv", ".json"), leave_out: tuple[str, ...] = ("pages", "cli.py")
) -> str:
    """A hash over the code and the definitions that a stage depends on; by default those of conversion.

    Args:
        suffixes: endings of the files that count.
        leave_out: folders and files of the package that do not.
    """
    found = hashlib.sha256()
    base = Path(str(resources.files("juesuan")))
    for path in sorted(base.rglob("*")):
        parts = path.relative_to(base).parts
        if path.is_file() and path.suffix in suffixes and parts[0] not in leave_out:
            found.update(path.relative_to(base).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def _fingerprint(folder: Path, code: str) -> str:
    found = hashlib.sha256(code.encode())
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def _read_cache(root: Path) -> dict[str, str]:
    try:
        found = json.loads((root / ".cache" / _CACHE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def _write_cache(root: Path, known: dict[str, str]) -> None:
    folder = _made(root / ".cache")
    fresh = folder / f"{_CACHE}.new"
    fresh.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    fresh.replace(folder / _CACHE)

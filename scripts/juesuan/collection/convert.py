"""One disclosure from its folder to its checked package: a pure function of the folder."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from juesuan import check, intake, package, terms
from juesuan.collection.folders import source_of
from juesuan.errors import NoteError, PackageError
from juesuan.model import Document, Facts
from juesuan.parse import Identity, complete, identify, parse, whole_forms
from juesuan.rows import Row


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


def convert(folder: Path, compare: Path | None = None) -> Report:
    """Convert one disclosure: a pure function of its folder (``compare`` only changes the report).

    Raises:
        JuesuanError: if the source, the notes or the result are not as they must be; nothing is written then.
    """
    document = intake.read(source_of(folder))
    identity = identify(document)
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


def _changed_fails(
    before: Facts | None, checks: Sequence[Row]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Failed checks that are new and have no pin, and those that are gone."""
    old = {
        (row["rule"], row["subject"]): row
        for row in (before.rows("checks") if before else ())
        if row["state"] == "fail"
    }
    now = {(row["rule"], row["subject"]): row for row in checks if row["state"] == "fail"}
    new = (row for key, row in now.items() if key not in old and not row["pinned"])
    gone = (row for key, row in old.items() if key not in now)
    return tuple(map(_told, new)), tuple(map(_told, gone))


def _told(row: Row) -> str:
    return f"{row['rule']} {row['statement']}"


def _head(
    folder: Path, document: Document, identity: Identity, notes: package.Notes
) -> dict[str, str]:
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
        return None, (
            f"the package on disk was damaged and is written anew; nothing could be compared with it: {error}",
        )


def _nothing_vanished(folder: Path, facts: Facts, before: Facts | None) -> None:
    gone = sorted(set(before.tables) - set(facts.tables) - {"figures", "checks"}) if before else []
    if gone:
        raise PackageError(
            f"{folder.name}: {', '.join(gone)} was published and is not found any more. Expected the same resources. What "
            "to do: see what changed in the source or the code; to publish without it, delete data/ and datapackage.json first."
        )


def _unread(document: Document, facts: Facts) -> list[str]:
    return [
        f"{document.name}:{document.line_of(figure.start)}: {figure.text}"
        + _on_page(document, figure.start)
        for figure in facts.figures
        if figure.status == "unread" and not figure.resource
    ]


def _on_page(document: Document, offset: int) -> str:
    page = document.page_of(offset)
    return f" (page {page})" if page else ""

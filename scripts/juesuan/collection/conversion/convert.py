"""One disclosure from its folder to its checked package: a pure function of the folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from juesuan import check, package
from juesuan.collection.conversion.bounded import bounded
from juesuan.collection.conversion.contradicted import numbers_read, refuse_contradicted
from juesuan.collection.conversion.offered import is_scan, offer_lines, taken_back
from juesuan.collection.conversion.privacy import Protected, protect, titles
from juesuan.collection.conversion.scanned import recognising
from juesuan.collection.disk.folders import sources_of
from juesuan.collection.disk.guard import stage
from juesuan.collection.disk.texts import in_its_line
from juesuan.collection.reports.before import Before, changed_fails, refuse_vanished
from juesuan.collection.reports.changes import change_lines, changes
from juesuan.collection.reports.doubted import doubted
from juesuan.collection.reports.marked import blanks, marked
from juesuan.collection.reports.report import Report
from juesuan.errors import ConflictingSourceError, NoteError, PackageError
from juesuan.intake.readers import readers
from juesuan.model import Document, Facts
from juesuan.parse import (
    Given,
    Identity,
    complete,
    identify,
    parse,
    target_parts,
    whole_forms,
)
from juesuan.parse import prepare as prepare_parsing
from juesuan.rows import ChecksRow

_ROUNDS = 3
"""How often figures of a scan are taken back that may be misread."""

_KIND = "final_accounts"
"""What is read of what departments disclose; their budgets are not read yet."""


def convert(
    folder: Path,
    compare: Path | None = None,
    on: str = "",
    known: Mapping[str, Document] = MappingProxyType({}),
) -> Report:
    """Convert one disclosure.

    Args:
        folder: its folder; what is published is a pure function of it. Numbers of persons in its
            source are masked there first.
        compare: another checkout, whose package is "before" in the report; the folder itself if
            None.
        on: the day (ISO) on which numbers of persons are masked, where the source holds any; not
            recorded where empty.
        known: what was read from its files already, by their names.

    Raises:
        JuesuanError: if the source, the notes or the result are not as they must be; nothing is
            written then.
    """
    with stage(folder.name, "intake"):
        source = sources_of(folder)[0]
        work = recognising(
            source.parent,
            lambda: bounded(source.name, lambda: _worked_out(folder, compare, on, known)),
        )
    with stage(folder.name, "package"):
        package.write(work.contents, folder)
    return work.report


@dataclass(frozen=True)
class _Work:
    """All that is published of a disclosure, what is reported of it, what may be misread."""

    contents: package.Contents
    report: Report
    offers: tuple[check.Offer, ...] = ()


def _worked_out(
    folder: Path, compare: Path | None, on: str, known: Mapping[str, Document]
) -> _Work:
    """What :func:`convert` writes, in whatever time and memory it takes."""
    with stage(folder.name, "intake"):
        protected = protect(folder, on, known)
    told: list[str] = []
    work = _attempt(folder, compare, protected)
    for _ in range(_ROUNDS):
        if not work.offers:
            break
        facts, document = package.read_back(work.contents), protected.document
        told += offer_lines(document, facts, work.offers)
        protected = replace(protected, document=taken_back(document, facts, work.offers))
        work = _attempt(folder, compare, protected)
    if work.offers:
        facts = package.read_back(work.contents)
        told += offer_lines(protected.document, facts, work.offers, is_taken_back=False)
    return replace(work, report=replace(work.report, remarks=(*work.report.remarks, *told)))


def _attempt(folder: Path, compare: Path | None, protected: Protected) -> _Work:
    """What is published of a source as it was read."""
    name, document = folder.name, protected.document
    facts = _understood(folder, document)
    with stage(name, "notes"):
        notes = package.read_notes(folder)
    with stage(name, "parse"):
        whole_forms(document, facts, notes.cut_forms)
        facts = replace(facts, remarks=(*facts.remarks, *complete(document, facts)))
        facts = package.admitted(facts, document)
    with stage(name, "notes"):
        destroyed = package.apply(facts, notes)
        facts = package.apply_readings(destroyed, notes, target_parts)
        unread = _unread(document, facts)
        _refuse_too_many(name, unread, notes)
    with stage(name, "package"):
        before = Before.of(folder)
        refuse_vanished(name, before, facts)
        compared = Before.of(compare / "datapackages" / name) if compare else before
    with stage(name, "check"):
        made = package.contents(facts, document, notes.sources)
        checks = _checked(made, document, notes)
        if numbers := numbers_read(facts, notes):
            without = package.contents(destroyed, document, notes.sources)
            refuse_contradicted(name, numbers, _checked(without, document, notes), checks)
    report = _report(facts, checks, unread, before, compared, _personal(protected, facts))
    told = (*report.remarks, *doubted(document.name, checks))
    report = replace(report, remarks=told, marked=marked(document, facts), blanks=blanks(facts))
    report = replace(report, lacking=package.lacking(notes))
    report = replace(report, changed=_changed(compared, made))
    return _Work(made.with_checks(checks), report, _offers(made, document, notes))


def _offers(
    made: package.Contents, document: Document, notes: package.Notes
) -> tuple[check.Offer, ...]:
    """The figures of a scan that may read otherwise."""
    if not is_scan(notes):
        return ()
    facts = replace(package.read_back(made), printed=document.text)
    return tuple(check.offers(facts, check.run(facts, notes.pins), check.run))


def _changed(compared: Before, made: package.Contents) -> tuple[str, ...]:
    """The published values that differ from those before, as users get both."""
    if compared.facts is None:
        return ()
    return change_lines(list(changes(compared.facts, package.read_back(made))))


def prepare() -> None:
    """Load the readers and all that parsing needs, for the processes in which sources are read.

    It takes as long as one conversion without it, and makes each that follows several times faster.

    Raises:
        TermsError: if a definition is wrong.
    """
    readers()
    prepare_parsing()


def given_in(notes: package.Notes) -> Given:
    """What a maintainer's notes say in place of a title."""
    return Given(notes.department, notes.year, notes.scope, notes.region_code)


def _agree(folder: Path, identity: Identity, document: Document) -> None:
    """Refuse a folder whose id has another year than the title.

    Raises:
        ConflictingSourceError: if it has.
    """
    year = folder.name.rpartition("-")[2]
    if year != str(identity.year):
        raise ConflictingSourceError(
            f"{folder.name}/source/{document.name}:1",
            f"fiscal year {identity.year} in the title",
            f"fiscal year {year} as in the id",
            "check which year the file is of, and put it into the folder of that year",
        )


def _understood(folder: Path, document: Document) -> Facts:
    """What is understood of the source."""
    name = folder.name
    with stage(name, "notes"):
        notes = package.read_notes(folder)
    with stage(name, "intake"):
        identity = identify(document, given_in(notes))
        _agree(folder, identity, document)
    with stage(name, "notes"):
        head = _head(folder, document, identity, notes)
    with stage(name, "parse"):
        return _parsed(document, name, head, notes)


def _head(
    folder: Path, document: Document, identity: Identity, notes: package.Notes
) -> dict[str, str]:
    """What the row of ``disclosure`` holds beside what is parsed."""
    code = identity.region_code
    return {
        "department_id": folder.name[:-5],
        "department": identity.department,
        "scope": identity.scope,
        "region_code": code,
        "region": identity.region,
        "fiscal_year": str(identity.year),
        "source_file": document.name,
        "source_sha256": document.sha256,
        "source_url": notes.url,
        "published": notes.published,
        "kind": _KIND,
    }


def _parsed(document: Document, name: str, head: dict[str, str], notes: package.Notes) -> Facts:
    """What was understood; a fault of the parser concerns this disclosure alone."""
    units = {(row["table"], row["printed"]): row["unit"] for row in notes.units}
    try:
        return parse(document, name, head, units)
    except (ValueError, LookupError, ArithmeticError, AssertionError, RecursionError) as error:
        raise PackageError(
            f"{name}: the parser broke on {document.name} ({type(error).__name__}: {error}). "
            "Expected: every text is read or refused. What to do: report it with the file; other "
            "disclosures are not concerned."
        ) from error


def _unread(document: Document, facts: Facts) -> tuple[str, ...]:
    """The unread figures outside of unreadable cells, as ``file:line: text``, each in its line."""
    return tuple(
        f"{document.where(figure.start)}: {in_its_line(document.text, figure.start, figure.end)}"
        + _on_page(document, figure.start)
        for figure in facts.figures
        if figure.status == "unread" and not figure.resource
    )


def _on_page(document: Document, offset: int) -> str:
    page = document.page_of(offset)
    return f" (page {page})" if page else ""


def _refuse_too_many(name: str, unread: Sequence[str], notes: package.Notes) -> None:
    limit = notes.unread_limit
    if limit is not None and len(unread) > limit:
        raise NoteError(
            f"{name}: found {len(unread)} unread figures, first {unread[0]}; the limit is {limit}. "
            "What to do: read the lines; add the wording to the vocabulary or mark the cells "
            "unreadable."
        )


def _checked(
    made: package.Contents, document: Document, notes: package.Notes
) -> tuple[ChecksRow, ...]:
    """The checks of a package as its users get it, from the text that will be written."""
    facts = replace(package.read_back(made), printed=document.text)
    return check.run(facts, notes.pins, is_scan(notes))


def _personal(protected: Protected, facts: Facts) -> tuple[str, ...]:
    """What a maintainer must know of persons in the source."""
    return (*protected.told, *titles(protected.document, facts, protected.names))


def _report(
    facts: Facts,
    checks: Sequence[ChecksRow],
    unread: tuple[str, ...],
    before: Before,
    compared: Before,
    personal: tuple[str, ...],
) -> Report:
    new, gone = changed_fails(compared, checks)
    return Report(
        facts.disclosure_id,
        "built",
        figures=dict(sorted(Counter(figure.status for figure in facts.figures).items())),
        rows={name: len(rows) for name, rows in facts.tables.items()},
        checks=dict(sorted(Counter(row["state"] for row in checks).items())),
        remarks=(*before.remarks, *facts.remarks),
        unread=unread,
        new_fails=new,
        gone_fails=gone,
        personal=personal,
    )

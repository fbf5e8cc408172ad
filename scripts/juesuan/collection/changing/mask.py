"""Taking a private person's name, or any other text, out of a source and of all made from it.

The text is replaced in the source file itself, character by character, so that offsets stay true
and nothing downstream needs to know; what was done is recorded in ``disclosure.toml`` without the
text. The repository's history still holds the file as received: what must vanish there too has to
be removed from the history.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from juesuan import intake, package
from juesuan.collection.conversion.convert import convert, given_in
from juesuan.collection.conversion.offered import is_scan
from juesuan.collection.conversion.sources import copied, pages_of, read
from juesuan.collection.disk.exchange import Value, copy_entries, entry, exchanged
from juesuan.collection.disk.folders import sources_of
from juesuan.errors import NoteError, PackageError
from juesuan.intake import SIGN
from juesuan.model import Document
from juesuan.parse import identify
from juesuan.personal import detect

MOST = 10
"""Places above which a person must say that all of them are meant."""


@dataclass(frozen=True)
class Masked:
    """What a text hits: how often, in which lines, how many characters it has.

    Attributes:
        places: how often the source holds it.
        lines: the lines in which it stands.
        characters: how many characters of it are masked at each place.
        kind: what it is.
        cells: how many cells of the data hold it, by ``resource.column``; ``figures`` are numerals.
    """

    places: int
    lines: tuple[int, ...]
    characters: int
    kind: package.MaskKind = "name"
    cells: Mapping[str, int] = field(default_factory=dict)


def preview(folder: Path, text: str) -> Masked:
    """What masking a text in a disclosure would hit; nothing is changed.

    Args:
        folder: the package's folder.
        text: two or more characters, as printed; spaces, line ends and full-width characters are
            tolerated, and a text of digits or letters is no part of a longer one.

    Raises:
        NoteError: if the text cannot be masked, is not there, or belongs to the department's name.
    """
    document = read(sources_of(folder), pages_of(folder))
    where = f"{folder.name}/source/{document.name}"
    pattern = as_printed(text)
    found = [match.span() for match in pattern.finditer(document.clean)]
    if not found:
        raise NoteError(
            f"{where}: found the text nowhere; expected it at least once. What to do: give it as "
            "printed."
        )
    given = given_in(package.read_notes(folder))
    _refuse_own_name(identify(document, given).department, document, pattern, found, where)
    _refuse_file_name(document, pattern, where)
    _refuse_versions(folder)
    lines = tuple(dict.fromkeys(document.line_of(start) for start, _ in found))
    characters = sum(not char.isspace() for char in text)
    return Masked(len(found), lines, characters, _kind(text), _cells(folder, pattern, found))


def mask(
    folder: Path, text: str, reason: str, by: str, on: str, everywhere: bool = False
) -> Masked:
    """Mask a text in a disclosure and convert it again.

    Args:
        folder: the package's folder.
        text: as :func:`preview` takes it.
        reason, by, on: why, who says so, and the day (ISO).
        everywhere: whether more than :data:`MOST` places are meant.

    Raises:
        NoteError: as :func:`preview` does, or if there are more places; nothing is changed then.
    """
    found = preview(folder, text)
    if found.places > MOST and not everywhere:
        raise NoteError(
            f"{folder.name}: found the text in {found.places} places; expected at most {MOST}. "
            "What to do: look at them with --dry-run; give a longer text, or --all if all of them "
            "are meant."
        )
    pattern = as_printed(text)
    copies = copied(
        sources_of(folder),
        lambda document: _offsets(document, pattern),
        pages=pages_of(folder),
    )
    known = is_scan(package.read_notes(folder))
    values: dict[str, Value] = {
        "kind": found.kind,
        "characters": found.characters,
        "places": found.places,
        "lines": [*found.lines],
        "reason": reason,
        "by": by,
    }
    entries = [entry("mask", on, values), *copy_entries(copies.each, on, is_known=known)]
    with exchanged(folder, copies.changed, entries, copies.renamed):
        convert(folder)
    return found


def as_printed(text: str) -> re.Pattern[str]:
    """A text with spaces and line ends between its characters, as clean text holds it.

    Raises:
        NoteError: if there is too little of it.
    """
    wanted = "".join(intake.clean(text).split())
    if len(wanted) < 2 or SIGN in wanted or not any(map(str.isalnum, wanted)):
        raise NoteError(
            f"found the text {text!r}; expected two or more characters of a name, a number or "
            "another text. What to do: give it as printed."
        )
    begin = r"(?<![A-Za-z\d])(?<!\d[.,])" if _is_plain(wanted[0]) else ""
    end = r"(?![A-Za-z\d])(?![.,]\d)" if _is_plain(wanted[-1]) else ""
    return re.compile(begin + r"\s*".join(map(re.escape, wanted)) + end)


def _is_plain(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _offsets(document: Document, pattern: re.Pattern[str]) -> set[int]:
    return {at for match in pattern.finditer(document.clean) for at in range(*match.span())}


def _refuse_own_name(
    own_name: str,
    document: Document,
    pattern: re.Pattern[str],
    found: list[tuple[int, int]],
    where: str,
) -> None:
    """Refuse a text that stands in the name of the department, or holds it."""
    department = "".join(intake.clean(own_name).split())
    name = re.compile(r"\s*".join(map(re.escape, department)))
    own = [match.span() for match in name.finditer(document.clean)]
    if pattern.search(department) or any(
        start < end and begin < stop for start, stop in found for begin, end in own
    ):
        raise NoteError(
            f"{where}: the text belongs to the name of the department ({department}), which is "
            "never masked. What to do: give a longer text, such as the whole name of the person."
        )


def _refuse_versions(folder: Path) -> None:
    """Refuse while an earlier version is published, which holds the text as well."""
    if (folder / "versions").exists():
        raise NoteError(
            f"{folder.name}/versions: found earlier versions, which may hold the text as "
            "well. What to do: delete the folder, which publishes them, first."
        )


def _refuse_file_name(document: Document, pattern: re.Pattern[str], where: str) -> None:
    if any(pattern.search(intake.clean(one.name)) for one in document.files):
        raise NoteError(f"{where}: the file's name holds it. What to do: rename the file first.")


def _kind(text: str) -> package.MaskKind:
    """What a text is."""
    squeezed = intake.clean(text).strip()
    if all((char.isalpha() and not char.isascii()) or char in "·. " for char in squeezed):
        return "name"
    found = detect(squeezed)
    return found[0].kind if found and found[0].kind in ("id", "card", "mobile", "email") else "text"


def _cells(folder: Path, pattern: re.Pattern[str], found: list[tuple[int, int]]) -> dict[str, int]:
    """How many cells of the package hold a text; none where there is no package yet."""
    try:
        facts = package.load(folder)
    except PackageError:
        return {}
    counts: Counter[str] = Counter(
        f"{name}.{column}"
        for name, rows in facts.tables.items()
        if name not in ("figures", "checks", "disclosure")
        for row in rows
        for column, value in row.items()
        if pattern.search(intake.clean(value))
    )
    numerals = [
        one
        for one in facts.figures
        if any(start < one.end and one.start < end for start, end in found)
    ]
    return {**dict(sorted(counts.items())), **({"figures": len(numerals)} if numerals else {})}

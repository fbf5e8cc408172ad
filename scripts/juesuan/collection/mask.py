"""Taking a private person's name out of a source and of everything that is made from it.

The name is replaced in the source file itself, character by character, so that offsets stay true
and nothing downstream needs to know; what was done is recorded in ``disclosure.toml`` without the
name. The repository's history still holds the file as received: what must vanish there too has to
be removed from the history.
"""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass
from pathlib import Path

from juesuan import intake, package
from juesuan.collection.convert import convert
from juesuan.collection.folders import source_of
from juesuan.errors import NoteError
from juesuan.model import Document

SIGN = "□"
"""Stands for each character of a name."""


@dataclass(frozen=True)
class Masked:
    """What was masked: how often, in which lines, how many characters a name has."""

    places: int
    lines: tuple[int, ...]
    characters: int


def mask(folder: Path, name: str, reason: str, by: str, on: str) -> Masked:
    """Mask a name in a disclosure and convert it again.

    Args:
        folder: the package's folder.
        name: two or more letters or Chinese characters, as printed; spaces and line ends within it
            are tolerated.
        reason, by, on: why, who says so, and the day (ISO).

    Raises:
        NoteError: if the name cannot be masked; nothing is changed then.
    """
    _refuse_no_name(name)
    source = source_of(folder)
    document = intake.read(source)
    where = f"{folder.name}/source/{source.name}"
    _refuse_source(document, name, where)
    pattern = _as_printed(name)
    masked = _found(document, pattern, name, where)
    text = pattern.sub(lambda match: re.sub(r"\S", SIGN, match[0]), document.text)
    entry = _entry(masked, document, reason, by, on)
    _exchange(folder, source, _encoded(text, document, source.read_bytes()), entry)
    return masked


def _refuse_no_name(name: str) -> None:
    if len(name) < 2 or not all(char.isalpha() or char in "·. " for char in name):
        raise NoteError(
            f"found the name {name!r}; expected two or more characters of a name. What to do: give "
            "it as printed."
        )


def _refuse_source(document: Document, name: str, where: str) -> None:
    """Refuse a source in which nothing can be replaced, and one that is itself named so."""
    if document.is_extracted:
        raise NoteError(
            f"{where}: a name cannot be taken out of such a file here. What to do: redact the "
            "file with an editor that removes the text, put it in place of the old one, and add a "
            "[[mask]] to disclosure.toml by hand."
        )
    if name in document.name:
        raise NoteError(
            f"{where}: the file's name holds the name. What to do: rename the file first."
        )


def _as_printed(name: str) -> re.Pattern[str]:
    """The name with spaces and line ends between its characters."""
    return re.compile(r"\s*".join(re.escape(char) for char in name if not char.isspace()))


def _found(document: Document, pattern: re.Pattern[str], name: str, where: str) -> Masked:
    """Where the name stands."""
    lines = [document.line_of(match.start()) for match in pattern.finditer(document.text)]
    if not lines:
        raise NoteError(
            f"{where}: found the name nowhere; expected it at least once. What to do: give it as "
            "printed."
        )
    characters = sum(not char.isspace() for char in name)
    return Masked(len(lines), tuple(dict.fromkeys(lines)), characters)


def _entry(masked: Masked, document: Document, reason: str, by: str, on: str) -> str:
    """What is recorded in ``disclosure.toml``."""
    values = {
        "characters": masked.characters,
        "places": masked.places,
        "received_sha256": document.sha256,
        "reason": reason,
        "by": by,
    }
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join(["[[mask]]", *lines, f"on = {on}", ""])


def _encoded(text: str, document: Document, before: bytes) -> bytes:
    """The text in the encoding in which it was received."""
    has_mark = before.startswith(codecs.BOM_UTF8)
    is_plain = document.encoding == "utf-8-sig" and not has_mark
    return text.encode("utf-8" if is_plain else document.encoding)


def _exchange(folder: Path, source: Path, content: bytes, entry: str) -> None:
    """Write source and notes and convert them; bring back both where that fails."""
    notes = folder / package.NOTES
    before = source.read_bytes()
    told = notes.read_text(encoding="utf-8") if notes.exists() else ""
    try:
        _write(source, content)
        _write(notes, "\n\n".join([told.rstrip("\n"), entry]).lstrip("\n").encode())
        convert(folder)
    except Exception:
        _write(source, before)
        _write(notes, told.encode())
        raise


def _write(path: Path, data: bytes) -> None:
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(data)
    fresh.replace(path)

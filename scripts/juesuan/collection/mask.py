"""Taking a private person's name out of a source and of everything that is made from it.

The name is replaced in the source file itself, character by character, so that offsets stay true and nothing downstream
needs to know; what was done is recorded in ``disclosure.toml`` without the name. The repository's history still holds the
file as received: what must vanish there too has to be removed from the history.
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
        name: two or more letters or Chinese characters, as printed; spaces and line ends within it are tolerated.
        reason, by, on: why, who says so, and the day (ISO).

    Raises:
        NoteError: if the name cannot be masked; nothing is changed then.
    """
    if len(name) < 2 or not all(char.isalpha() or char in "·. " for char in name):
        raise NoteError(
            f"found the name {name!r}; expected two or more characters of a name. What to do: give it as printed."
        )
    source = source_of(folder)
    where = f"{folder.name}/source/{source.name}"
    if source.suffix.lower() == ".pdf":
        raise NoteError(
            f"{where}: a name cannot be taken out of a PDF here. What to do: redact the file with a PDF editor that removes the "
            "text, put it in place of the old one, and add a [[mask]] to disclosure.toml by hand."
        )
    if name in source.name:
        raise NoteError(
            f"{where}: the file's name holds the name. What to do: rename the file first."
        )
    document = intake.read(source)
    pattern = re.compile(r"\s*".join(re.escape(char) for char in name if not char.isspace()))
    found = list(pattern.finditer(document.text))
    if not found:
        raise NoteError(
            f"{where}: found the name nowhere; expected it at least once. What to do: give it as printed."
        )
    text = pattern.sub(lambda match: re.sub(r"\S", SIGN, match[0]), document.text)
    before = source.read_bytes()
    characters = sum(not char.isspace() for char in name)
    entry = {
        "characters": characters, "places": len(found), "received_sha256": document.sha256, "reason": reason, "by": by,
    }  # fmt: skip
    notes = folder / package.NOTES
    told = notes.read_text(encoding="utf-8") if notes.exists() else ""
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in entry.items()]
    try:
        _write(source, _encoded(text, document.encoding, before))
        _write(
            notes,
            "\n".join([told.rstrip("\n"), "", "[[mask]]", *lines, f"on = {on}", ""])
            .lstrip("\n")
            .encode(),
        )
        convert(folder)
    except Exception:
        _write(source, before)
        _write(notes, told.encode())
        raise
    return Masked(
        len(found),
        tuple(dict.fromkeys(document.line_of(match.start()) for match in found)),
        characters,
    )


def _encoded(text: str, encoding: str, before: bytes) -> bytes:
    """The text in the encoding in which it was received."""
    if encoding == "utf-8-sig" and not before.startswith(codecs.BOM_UTF8):
        return text.encode("utf-8")
    return text.encode(encoding)


def _write(path: Path, data: bytes) -> None:
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(data)
    fresh.replace(path)

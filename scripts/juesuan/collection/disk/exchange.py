"""Exchanging the file of a disclosure and what its notes say of it, both or none."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from juesuan import intake, package
from juesuan.beside import put

Value = str | int | list[int] | list[str]


def entry(table: str, on: str, values: Mapping[str, Value]) -> str:
    """One entry of an array of tables in ``disclosure.toml``.

    Args:
        table: its name.
        on: the day (ISO); left out where empty.
        values: what else it holds. A JSON text, number or list is one of TOML as well.
    """
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join([f"[[{table}]]", *lines, *([f"on = {on}"] if on else []), ""])


def copy_entries(copies: Sequence[intake.Copy], on: str, is_known: bool) -> Iterator[str]:
    """The entries of the copies that are not the files as received, or of recognised text.

    Args:
        copies: what is published of each file; it is named where there are several.
        on: the day (ISO); left out where empty.
        is_known: whether the notes say already that text was recognised.
    """
    for copy in copies:
        is_told = copy.how in ("cleaned", "pictures", "rewritten", "recognised")
        if is_told or (copy.is_recognised and not is_known):
            text = copy.is_recognised and copy.how != "recognised"
            more = {"text": "recognised"} if text else {}
            name = {"file": copy.document.name} if len(copies) > 1 else {}
            yield entry("copy", on, {"how": copy.how, **more, "removed": [*copy.removed], **name})


@contextmanager
def exchanged(
    folder: Path,
    contents: Mapping[Path, bytes],
    entries: Sequence[str],
    renamed: Mapping[Path, Path] = MappingProxyType({}),
) -> Iterator[None]:
    """Put other content into sources and add entries to the notes; whatever fails undoes all.

    Args:
        folder: the disclosure's folder.
        contents: the new content of each of its source files that gets one.
        entries: what is added to ``disclosure.toml``.
        renamed: those that bear another name from then on, because their format changes.
    """
    notes = folder / package.NOTES
    before = {source: source.read_bytes() for source in contents}
    told = notes.read_bytes() if notes.exists() else None
    try:
        _write_all({renamed.get(path, path): data for path, data in contents.items()})
        for path in renamed:
            path.unlink()
        texts = [one.strip("\n") for one in ((told or b"").decode("utf-8"), *entries)]
        put(notes, ("\n\n".join(filter(None, texts)) + "\n").encode())
        yield
    except BaseException:
        for path in renamed.values():
            path.unlink(missing_ok=True)
        _write_all(before)
        _restore(notes, told)
        raise


def _write_all(contents: Mapping[Path, bytes]) -> None:
    for path, data in contents.items():
        put(path, data)


def _restore(path: Path, before: bytes | None) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    else:
        put(path, before)

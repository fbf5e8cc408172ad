"""Exchanging the file of a disclosure and what its notes say of it, both or none."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from juesuan import intake, package

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


def copy_entries(copy: intake.Copy, on: str) -> Iterator[str]:
    """The entry of a copy that is not the file as received; none of another one.

    Args:
        copy: what is published of the file.
        on: the day (ISO); left out where empty.
    """
    if copy.how in ("cleaned", "pictures"):
        yield entry("copy", on, {"how": copy.how, "removed": [*copy.removed]})


@contextmanager
def exchanged(folder: Path, source: Path, content: bytes, entries: Sequence[str]) -> Iterator[None]:
    """Put other content into the source and add entries to the notes; whatever fails undoes both.

    Args:
        folder: the disclosure's folder.
        source: its source file.
        content: the new content of the file.
        entries: what is added to ``disclosure.toml``.
    """
    notes = folder / package.NOTES
    before = source.read_bytes()
    told = notes.read_bytes() if notes.exists() else None
    try:
        _write(source, content)
        texts = [one.strip("\n") for one in ((told or b"").decode("utf-8"), *entries)]
        _write(notes, ("\n\n".join(filter(None, texts)) + "\n").encode())
        yield
    except BaseException:
        _write(source, before)
        _restore(notes, told)
        raise


def _restore(path: Path, before: bytes | None) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    else:
        _write(path, before)


def _write(path: Path, data: bytes) -> None:
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(data)
    fresh.replace(path)

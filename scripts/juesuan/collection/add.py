"""Adding a new disclosure to a collection."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from juesuan import intake, package
from juesuan.collection.cache import code_version, fingerprint, made, read_cache, write_cache
from juesuan.collection.convert import Report, convert
from juesuan.collection.folders import ID, check_id, ids, source_of
from juesuan.errors import ConflictingSourceError
from juesuan.parse import Identity, identify

_SCHEMA = "scripts/juesuan/terms/schemas/disclosure.json"
"""Where a repository of the project has the schema by which editors complete notes."""

_BEGUN = """# Where the disclosure comes from and limits; package/notes.py describes all keys.
# url = "https://"
# published = {on}
# obtained = {on}
added = {on}
"""


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
    identity = identify(document)
    chosen = check_id(disclosure_id or _id_of(file, identity))
    for other in ids(root):
        if source_of(root / "datapackages" / other).read_bytes() == file.read_bytes():
            raise ConflictingSourceError(
                file.name,
                f"the same content as {other}",
                "a new disclosure",
                "nothing: it is in the collection",
            )
    folder = root / "datapackages" / chosen
    if folder.exists():
        raise ConflictingSourceError(
            file.name, f"the id {chosen}, which is taken", "a free id", "give another one with --id"
        )
    with tempfile.TemporaryDirectory(dir=made(root / "datapackages"), prefix=".new-") as name:
        fresh = Path(name) / chosen
        (fresh / "source").mkdir(parents=True)
        shutil.copyfile(file, fresh / "source" / _plain_name(file.name))
        if on:
            (fresh / package.NOTES).write_text(_begun(root, on), encoding="utf-8")
        report = convert(fresh)
        fresh.rename(folder)
    write_cache(root, {**read_cache(root), chosen: fingerprint(folder, code_version())})
    return replace(report, remarks=(*_same_year(root, chosen), *report.remarks))


def _begun(root: Path, on: str) -> str:
    """The notes that are begun on a day (ISO)."""
    schema = f"#:schema ../../{_SCHEMA}\n" if (root / _SCHEMA).is_file() else ""
    return schema + _BEGUN.format(on=on)


def _same_year(root: Path, chosen: str) -> tuple[str, ...]:
    """A remark for each other disclosure of the same department and year: one of the two may be an older version."""
    about = {one: package.load(root / "datapackages" / one).disclosure for one in ids(root)}
    same = ("department", "scope", "fiscal_year")
    return tuple(
        f"{one} is of the same department and year; if one of the two is an older version, keep only the other"
        for one, row in about.items()
        if one != chosen and all(row[name] == about[chosen][name] for name in same)
    )


def _plain_name(name: str) -> str:
    kept = "".join(char if char.isalnum() or char in "-_." else "-" for char in name)
    return kept.lstrip(".-") or "source.txt"


def _id_of(file: Path, identity: Identity) -> str:
    if ID.fullmatch(file.stem) and file.stem.endswith(f"-{identity.year}"):
        return file.stem
    return identity.suggested_id()

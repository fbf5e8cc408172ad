"""What the pages over all need of a disclosure beside its package; kept, and never published.

It is made when the disclosure is drawn, so that nobody has to open its source or its archive again:
what is printed around the figures of its contradictions, size and hash of its downloads, what the
maintainer noted that is news.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, TypedDict

from juesuan.hashes import sha256_of
from juesuan.model import Facts
from juesuan.package import Notes
from juesuan.pages import addresses
from juesuan.pages.evidence.figures import Evidence
from juesuan.pages.evidence.printed import Printed, Quote
from juesuan.pages.evidence.works import printed_work
from juesuan.rows import ChecksRow

_KEPT = Path(".cache") / "digests"

_PHRASE = re.compile("“([^“”]{5,})”")
"""What a finding about words quotes; less would be found anywhere."""


class File(TypedDict):
    """A file to download: its address, size in bytes and hash."""

    url: str
    bytes: int
    sha256: str


class Digest(NamedTuple):
    """What is kept of a disclosure.

    Attributes:
        files: its archive and its workbook, by kind.
        quotes: what is printed around the figures of a contradiction, by its rule and subject.
        notes: those of the maintainer that are told as news.
        work: the title as it is printed; empty where it is not found.
    """

    files: dict[str, File]
    quotes: dict[tuple[str, str], list[Quote]]
    notes: Notes
    work: str = ""


def path_of(root: Path, disclosure_id: str) -> Path:
    """Where the digest of a disclosure is kept."""
    return root / _KEPT / f"{disclosure_id}.json"


def text_of(facts: Facts, text: str, place: Path, notes: Notes) -> str:
    """The digest of a disclosure as it is kept.

    Args:
        facts: its package.
        text: the text in which its figures are printed.
        place: the folder in which its downloads have been written.
        notes: of the maintainer.
    """
    name = facts.disclosure_id
    evidence, printed = Evidence.of(facts), Printed(text)
    kept = {
        "files": {kind: _file(name, place, kind) for kind in addresses.ARCHIVES},
        "quotes": [
            [row["rule"], row["subject"], quotes(row, evidence, printed)]
            for row in facts.rows("checks")
            if row["state"] == "fail"
        ],
        "work": printed_work(text, facts.disclosure),
        "added": notes.added,
        "corrections": [dict(one) for one in notes.corrections],
    }
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")) + "\n"


def _file(name: str, place: Path, kind: addresses.Archive) -> File:
    url = addresses.disclosure(name, addresses.archive(name, kind))
    return file_of(url, place / addresses.archive(name, kind))


def file_of(url: str, path: Path) -> File:
    """A file to download, as it is.

    Args:
        url: its address.
        path: where it lies.
    """
    return {"url": url, "bytes": path.stat().st_size, "sha256": sha256_of(path)}


def quotes(row: ChecksRow, evidence: Evidence, printed: Printed) -> list[Quote]:
    """What is printed around the figures of a contradiction, or around the words it is about."""
    figures = [evidence.by_id[one] for one in row["figures"].split() if one in evidence.by_id]
    if figures:
        return [printed.quote(one) for one in figures]
    found = (printed.words(phrase.strip("…")) for phrase in _PHRASE.findall(row["statement"]))
    return [one for one in found if one]


class Digests:
    """The digests of a collection.

    Args:
        root: the repository.
    """

    def __init__(self, root: Path) -> None:
        self._root = root

    def of(self, disclosure_id: str) -> Digest:
        """The digest of a disclosure that has been drawn."""
        kept = json.loads(path_of(self._root, disclosure_id).read_text(encoding="utf-8"))
        quoted = {(rule, subject): found for rule, subject, found in kept["quotes"]}
        notes = Notes(added=kept["added"], corrections=tuple(kept["corrections"]))
        return Digest(kept["files"], quoted, notes, kept["work"])


def remove_old(root: Path, names: Iterable[str]) -> None:
    """Remove the digests of disclosures that are not there any more."""
    kept = {path_of(root, name) for name in names}
    for path in (root / _KEPT).glob("*.json"):
        if path not in kept:
            path.unlink()

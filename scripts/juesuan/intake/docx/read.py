"""A document of a word processor put together into a Document."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element  # nosec B405

from juesuan.errors import UnreadableSourceError
from juesuan.intake.composer import Composer
from juesuan.intake.docx.container import Container, Relation
from juesuan.intake.docx.lists import Lists
from juesuan.intake.docx.names import child, local, value
from juesuan.intake.docx.runs import Runs, Seen
from juesuan.intake.docx.styles import Styles
from juesuan.intake.docx.walk import Walk
from juesuan.intake.file import File
from juesuan.model import Document

_HARMLESS = frozenset(("hyperlink",))
"""What may lie outside of a document and says nothing in it."""


def read_docx(file: File, data: bytes | None = None) -> Document:
    """Read a document: paragraphs with their numbers, tables, notes, and what was not read.

    Args:
        file: the document.
        data: its bytes in this format, where the file is of another one.

    Raises:
        UnreadableSourceError: if it is damaged, encrypted, without text, or larger than any.
    """
    container = Container(file, file.data if data is None else data)
    main = next((one for one in container.relations("") if one.kind == "officeDocument"), None)
    body = child(container.xml(main.target), "body") if main else None
    if main is None or body is None:
        found, advice = "an archive without a text", "save it again with a word processor"
        raise UnreadableSourceError(file.name, found, "a document with text", advice)
    related = [*container.relations(main.target)]
    parts = {one.kind: container.xml(one.target) for one in related if one.kind in _PARTS}
    walk = Walk(
        Runs(file.name, Styles(parts.get("styles")), Seen()),
        Lists.of(parts.get("numbering")),
        {**_notes("footnote", parts.get("footnotes")), **_notes("endnote", parts.get("endnotes"))},
    )
    composer = Composer(file)
    for block in walk.over(body):
        composer.block(block)
    if not composer.length:
        raise _without_text(file, walk)
    composer.remarks += _told(walk, container, related, parts)
    return composer.document("docx")


_CHANGES = ("insertions", "deletions")
_PARTS = frozenset(("styles", "numbering", "footnotes", "endnotes", "comments"))


def _notes(kind: str, tree: Element | None) -> dict[tuple[str, str], Element]:
    """The notes of a part; separators are none."""
    return {
        (kind, value(one, "id")): one
        for one in (tree if tree is not None else ())
        if local(one.tag) == kind and value(one, "type", "normal") == "normal"
    }


def _without_text(file: File, walk: Walk) -> UnreadableSourceError:
    pictures = " (pictures: a scan)" if walk.runs.seen.counts["pictures"] else ""
    return UnreadableSourceError(
        file.name,
        f"a document without text{pictures}",
        "a document with text",
        "get the file from which it was made",
    )


def _told(
    walk: Walk,
    container: Container,
    related: list[Relation],
    parts: dict[str, Element | None],
) -> Iterator[str]:
    """What of a document was not read, or read in one of several ways."""
    seen = walk.runs.seen
    yield from _changes(seen)
    for kind, count in seen.counts.items():
        if kind not in _CHANGES:
            yield f"{count} {kind} are not read: compare with the original"
    hidden = "".join("".join(seen.hidden).split())
    if hidden:
        yield f"{len(hidden):,} hidden characters are left out"
    if walk.hidden_rows:
        yield f"{walk.hidden_rows} hidden rows of tables are left out"
    yield from _beside(container, related, parts.get("comments"))


def _changes(seen: Seen) -> Iterator[str]:
    made = [f"{seen.counts[kind]} {kind}" for kind in _CHANGES if seen.counts[kind]]
    if made:
        yield (
            "the document keeps track of changes; it is read as if all were accepted: "
            f"{' and '.join(made)}"
        )


def _beside(
    container: Container, related: list[Relation], comments: Element | None
) -> Iterator[str]:
    """What stands in a document beside its text."""
    if comments is not None and len(comments):
        yield f"{len(comments)} comments are not read"
    if any(name.endswith("vbaProject.bin") for name in container.names):
        yield "the document holds macros, which are not run and not read"
    outside = {one.kind for one in related if one.is_outside} - _HARMLESS
    if outside:
        yield f"what the document takes from elsewhere is not fetched: {', '.join(sorted(outside))}"

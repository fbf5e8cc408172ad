"""The files of a disclosure that came as several, and where in them each figure is printed."""

from __future__ import annotations

from collections.abc import Sequence

from juesuan.errors import NoteError
from juesuan.model import Document, Facts
from juesuan.package.tables import figure_id
from juesuan.rows import PlacesRow, Row, SourcesRow


def source_rows(
    disclosure_id: str, document: Document, notes: Sequence[Row] = ()
) -> list[SourcesRow]:
    """Rows of ``sources``: the files, the leading one first; none where there is only one.

    Args:
        disclosure_id: the disclosure's.
        document: the source.
        notes: what the maintainer wrote of single files.

    Raises:
        NoteError: if a note is of no file of the disclosure.
    """
    told = {row["file"]: row for row in notes}
    unknown = sorted(told.keys() - {one.name for one in document.parts})
    if unknown:
        raise NoteError(
            f"{disclosure_id}/disclosure.toml: [[source]] names the file {unknown[0]!r}; expected "
            "one of several in source/. What to do: correct the name; where there is only one "
            "file, write url and published at the top."
        )
    return [
        {
            "disclosure_id": disclosure_id,
            "position": str(number),
            "file": one.name,
            "sha256": one.sha256,
            "bytes": str(one.size),
            "first_line": str(document.line_of(one.start)),
            "last_line": str(document.line_of(one.end - 1)),
            "url": told[one.name]["url"] if one.name in told else "",
            "published": told[one.name]["published"] if one.name in told else "",
        }
        for number, one in enumerate(document.parts, start=1)
    ]


def place_rows(facts: Facts, document: Document) -> list[PlacesRow]:
    """Rows of ``places``: file, sheet and cell of each figure.

    None where the source is one file whose places are pages and lines alone.

    Args:
        facts: whose ledger it is.
        document: the source.
    """
    if not document.parts and not document.addresses:
        return []
    return [
        {
            "disclosure_id": facts.disclosure_id,
            "figure_id": figure_id(number),
            "file": document.file_of(figure.start).name,
            "sheet": document.page_name_of(figure.start),
            "cell": document.address_of(figure.start),
        }
        for number, figure in enumerate(facts.figures, start=1)
    ]

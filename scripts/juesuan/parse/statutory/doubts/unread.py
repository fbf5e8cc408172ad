"""What is there of tables and was not read: other tables, titles without a table below them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from juesuan import terms
from juesuan.model import Document, Table
from juesuan.parse.claims import Draft
from juesuan.parse.statutory.finding.find import Other, lines_of
from juesuan.parse.statutory.finding.titles import is_sentence, is_title, title_alone
from juesuan.parse.statutory.shapes.reading import quote, refer_words
from juesuan.parse.view import Reader, View

SECTION = "other_tables"
"""Section of the texts that tables are published in which are none of the nine."""


def leave_other(other: Other, reader: Reader, draft: Draft, where: str) -> None:
    """Publish a table that is none of the nine as texts: its title, and what it holds."""
    draft.remarks.append(
        f"{where}: {other.title.text} is none of the nine tables; it is published as a text"
    )
    quote(SECTION, "unread_title", other.title, draft)
    for line in other.above:
        refer_words(draft, line)
    quote_pieces(SECTION, other.pieces, reader, draft)


def quote_pieces(section: str, pieces: Sequence[Table], reader: Reader, draft: Draft) -> None:
    """Publish the pieces of a table that is not read, so that its figures are not lost."""
    for piece in pieces:
        quote(section, "unread_table", reader.view(piece.start, piece.end), draft)


Alone = dict[tuple[int, int], terms.StatutoryTable]
"""Where titles stand without a table, and which tables they name."""


def titles_alone(
    document: Document,
    reader: Reader,
    ranges: Collection[tuple[int, int]],
    seen: Collection[str],
    draft: Draft,
) -> Alone:
    """Publish the titles of tables of which nothing was found below them.

    A picture, a form or text without rulings stands there. In a list of tables (a table of
    contents) titles stand below one another, and tell nothing of what the file holds.

    Args:
        document: for places.
        reader: of the document.
        ranges: what was found already.
        seen: ids of the tables that were found.
        draft: takes the texts and the remarks.
    """
    alone: Alone = {}
    for line in _unlisted(document, reader):
        table = title_alone(line)
        inside = any(start <= line.at[0] < end for start, end in ranges)
        if table is None or inside or table.id in seen or table in alone.values():
            continue
        alone[line.at[0], line.at[-1] + 1] = table
        quote(table.id, "unread_title", line, draft)
        draft.remarks.append(
            f"{document.place_of(line.at[0])}: {table.label} is there as a title, and no table "
            "was read below it: compare with the original"
        )
    return alone


def _unlisted(document: Document, reader: Reader) -> Iterator[View]:
    """The lines that are titles and stand in no list of titles, and above no prose."""
    lines = list(lines_of(reader, 0, len(document.text)))
    titles = [is_title(line) for line in lines]
    pages = [document.page_of(line.at[0]) for line in lines]
    for i, line in enumerate(lines):
        beside = [j for j in (i - 1, i + 1) if 0 <= j < len(lines) and pages[j] == pages[i]]
        over_prose = i + 1 in beside and is_sentence(lines[i + 1])
        if titles[i] and not over_prose and not any(titles[j] for j in beside):
            yield line

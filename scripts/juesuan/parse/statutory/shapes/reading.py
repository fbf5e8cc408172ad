"""A statutory table that is being read: what every shape of table asks of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from juesuan import terms
from juesuan.errors import TermsError
from juesuan.parse import passage
from juesuan.parse.claims import Draft
from juesuan.parse.statutory.finding.find import Found
from juesuan.parse.statutory.grid.cells import MONEY, Row, texts
from juesuan.parse.statutory.grid.sheet import Sheet
from juesuan.parse.statutory.grid.values import Values
from juesuan.parse.view import View

Resource = TypeVar("Resource", bound=str)
_DAMAGED = re.compile("[\ufffd□]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """A table and where its facts go.

    Attributes:
        found: the table in the document.
        sheet: its rows.
        draft: takes the facts.
        where: its place, for messages.
        told: how many remarks were made before it.
        doubts: why it counts only where its sums confirm it.
    """

    found: Found
    sheet: Sheet
    draft: Draft
    where: str
    told: int = 0
    doubts: list[str] = field(default_factory=list)

    @property
    def table(self) -> terms.StatutoryTable:
        """Its definition."""
        return self.found.table

    def resource(self, among: Sequence[Resource]) -> Resource:
        """The resource that it fills, of those that have rows of its shape.

        Raises:
            TermsError: if the definition gives it a shape that its resource has not.
        """
        own = next((one for one in among if one == self.table.id), None)
        if own is None:
            raise TermsError(
                f"tables.toml: {self.table.id} has the shape {self.table.shape}; expected one of "
                f"{', '.join(among)} to have it"
            )
        return own

    @property
    def is_ruled(self) -> bool:
        """Whether lines part its rows and columns; else a row may be the rest of another."""
        return all(piece.is_ruled for piece in self.found.pieces)

    def remark(self, text: str) -> None:
        """Tell a maintainer something about the table."""
        self.draft.remarks.append(f"{self.where}: {self.table.label}: {text}")

    def values(self) -> Values:
        """The amounts of a row that begins."""
        return Values()

    def first(self, is_data: Callable[[Row], bool], after: int = -1) -> int:
        """Number of the first row of figures behind a row; the number of rows if there is none.

        A row of which nothing can be read, as one that is struck out, is none of headings.
        """
        rows = self.sheet.rows
        behind = range(after + 1, len(rows))
        return next((i for i in behind if is_data(rows[i]) or is_damaged(rows[i])), len(rows))

    def filled(self) -> list[Row]:
        """The rows in which something is printed."""
        return [row for row in self.sheet.rows if texts(row)]


def is_damaged(row: Row) -> bool:
    """Whether nothing that a row holds can be read, as of one that is hidden."""
    said = texts(row)
    return bool(said) and all(_DAMAGED.fullmatch(text) for text in said)


def refer_words(draft: Draft, view: View) -> None:
    """Record that words and numbers of a heading are no figures; an amount among them is unread."""
    at = 0
    for amount in MONEY.finditer(view.text):
        draft.refer(view[at : amount.start()])
        at = amount.end()
    draft.refer(view[at:])


def quote_text(found: Found, kind: str, body: View, draft: Draft) -> None:
    """Publish a passage of a table as a text: its title, its unit, a note, what was not read."""
    quote(found.table.id, kind, body, draft)


def quote(section: str, kind: str, body: View, draft: Draft) -> None:
    """Publish a passage as a text of a section; an empty one is none."""
    if not len(body):
        return
    before = [
        row for row in draft.rows("texts") if (row["section"], row["kind"]) == (section, kind)
    ]
    row = draft.add(
        "texts",
        section=section,
        kind=kind,
        position=str(len(before) + 1),
        text=passage.publish(body),
    )
    draft.quote("texts", row, "text", body)

"""A statutory table that another file of the disclosure prints once more: compared, not doubled.

Its amounts are published beside those of the print that is read, each with the row of that print
which is called the same, so that a rule can say where the two differ. A row that only one of them
has contradicts nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from juesuan import terms
from juesuan.parse.claims import Claim, Draft

_Row = Mapping[str, str]

_NOWHERE: _Row = {}
"""The row of a print that has none."""


@dataclass(frozen=True)
class Again:
    """The second print of a table.

    Attributes:
        table: its id.
        file: name of the file that prints it.
        other: what was read of it, in a draft of its own.
        draft: holds the first print; takes the rows of ``reprints``.
    """

    table: str
    file: str
    other: Draft
    draft: Draft

    def compare(self) -> int:
        """Publish its amounts beside those of the first print; returns how many rows it has alone.

        What could not be read of it stays unread.
        """
        claims = {(one.row, one.field): one for one in self.other.claims if one.value}
        alone = 0
        for row, first in self._pairs():
            alone += first is _NOWHERE
            for column in self._columns(row, first):
                self._publish(row, first, column, claims.get((self._key(row), column)))
        self._refer()
        return alone

    def _pairs(self) -> Iterator[tuple[_Row, _Row]]:
        """Each row of this print, with the one of the first that is called the same."""
        names = Counter(map(self._name, self.other.table(self.table)))
        before = Counter(map(self._name, self.draft.table(self.table)))
        firsts = {self._name(row): row for row in self.draft.table(self.table)}
        for row in self.other.table(self.table):
            name = self._name(row)
            yield row, firsts[name] if names[name] == before[name] == 1 else _NOWHERE

    def _name(self, row: _Row) -> tuple[str, ...]:
        schema = terms.resource_schemas()[self.table]
        return tuple(row.get(name, "") for name in schema.known_by or schema.key)

    def _key(self, row: _Row) -> str:
        return terms.resource_schemas()[self.table].row_key(row)

    def _columns(self, row: _Row, first: _Row) -> Iterator[str]:
        """The columns of amounts that one of two rows prints and that both were read of."""
        lost = {*row["unreadable"].split(), *first.get("unreadable", "").split()}
        lost |= self._unbound(self.other) | self._unbound(self.draft)
        for field in terms.resource_schemas()[self.table].fields:
            is_told = bool(row.get(field.name) or first.get(field.name))
            if field.column_type == "value" and is_told and field.name not in lost:
                yield field.name

    def _unbound(self, draft: Draft) -> set[str]:
        """The columns for which a print has no heading."""
        titles = {
            row["text"]
            for row in draft.rows("texts")
            if (row["section"], row["kind"]) == (self.table, "unread_column")
        }
        fields = terms.resource_schemas()[self.table].fields
        return {one.name for one in fields if one.title in titles}

    def _publish(self, row: _Row, first: _Row, column: str, claim: Claim | None) -> None:
        before = [one for one in self.draft.rows("reprints") if one["table"] == self.table]
        made = self.draft.add(
            "reprints",
            table=self.table,
            position=str(len(before) + 1),
            row=self._key(first) if first else "",
            field=column,
            label=row.get("name") or row.get("label", ""),
            again=row.get(column, ""),
            file=self.file,
        )
        if claim:
            key = terms.resource_schemas()["reprints"].row_key(made)
            self.draft.claims.append(replace(claim, resource="reprints", row=key, field="again"))

    def _refer(self) -> None:
        """Refer to its headings and labels; texts that were not read stay what they are."""
        for one in self.other.claims:
            if one.resource == self.table and not one.value:
                self.draft.references.append((one.start, one.end))
        self.draft.references += self.other.references

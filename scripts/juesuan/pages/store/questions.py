"""Questions to the database: the rows of a resource of one, of some, of all disclosures.

Whole rows are typed by the name of their resource (``questions.of(id).rows("measures")``,
``questions.where("state = 'fail'").rows("checks")``); the rows of a query that is written in SQL
are not.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import duckdb

from juesuan import terms
from juesuan.pages.store.database import Keys, columns_of, texts_of
from juesuan.rows import Row, TypedTables

_IN_ORDER = "disclosure_id, _row"
_BLOCK, _BLOCKS = 32, 24
"""Disclosures whose rows are asked for together, and how many answers are kept."""

_PART = 2000
"""Rows that are fetched at once."""

_Asked = tuple[str, str, tuple[str, ...], str, int]
"""Resource, condition, its values, order, and of which so many disclosures."""


class Questions:
    """Whom packages are asked.

    Args:
        link: the database that holds them.
        keys: of the disclosures, by id.
    """

    def __init__(self, link: duckdb.DuckDBPyConnection, keys: Keys) -> None:
        self._link, self._keys = link, keys
        self._blocks: OrderedDict[_Asked, Mapping[int, Sequence[Row]]] = OrderedDict()

    def several(
        self, resource: str, ids: Sequence[str], condition: str = "true"
    ) -> dict[str, list[Row]]:
        """The rows of some disclosures, by their ids; one query.

        Args:
            resource: whose rows.
            ids: of the disclosures.
            condition: SQL of what holds of the rows.
        """
        names = {self._keys[one]: one for one in ids}
        question = (
            f"SELECT _key, {texts_of(resource)} FROM {resource} "  # noqa: S608 - our own names  # nosec B608
            f"WHERE _key IN ({', '.join(map(str, names)) or 'NULL'}) AND ({condition}) "
            "ORDER BY _key, _row"
        )
        found: dict[str, list[Row]] = {one: [] for one in ids}
        for key, row in self._by_key(resource, question):
            found[names[key]].append(row)
        return found

    def _by_key(self, resource: str, question: str, *values: str) -> Iterator[tuple[int, Row]]:
        """Rows of a resource behind the keys of their disclosures."""
        names = [field.name for field in terms.resource_schemas()[resource].fields]
        found = self._link.cursor().execute(question, list(values))
        while part := found.fetchmany(_PART):
            for key, *row in part:
                yield key, dict(zip(names, row, strict=True))

    def ask(self, question: str, *values: str) -> Iterator[Row]:
        """Rows of a query; what is not printed is an empty text.

        Args:
            question: SQL with ``?`` for values.
            values: what is compared with; never part of the SQL.
        """
        found = self._link.cursor().execute(question, list(values))
        names = [column[0] for column in found.description]
        while part := found.fetchmany(_PART):
            for row in part:
                yield dict(zip(names, map(_cell, row), strict=True))

    def one(self, question: str, *values: str) -> int:
        """The one whole number that a query gives."""
        found = self._link.cursor().execute(question, list(values)).fetchone()
        return int(found[0] or 0) if found else 0

    def numbers(self, question: str) -> dict[str, int]:
        """The whole numbers that a query gives as ``n``, by ``disclosure_id``."""
        return {row["disclosure_id"]: int(row["n"]) for row in self.ask(question)}

    def where(self, condition: str, *values: str, order: str = "") -> Where:
        """The rows of which something holds, typed by the resource that is asked for.

        Args:
            condition: SQL with ``?`` for values.
            values: what is compared with; never part of the SQL.
            order: columns in SQL; by disclosure and as published if empty.
        """
        return Where(self, condition, values, order)

    def of(
        self, disclosure_id: str, condition: str = "true", *values: str, order: str = ""
    ) -> Where:
        """The rows of one disclosure, or those of them of which something holds.

        They are asked for with those of its neighbours: pages go from one to the next.
        """
        key = self._keys.get(disclosure_id, 0)
        return Where(self, condition, values, order or "_row", key)

    def of_key(
        self, key: int, resource: str, condition: str, values: tuple[str, ...], order: str
    ) -> Sequence[Row]:
        """The rows of the disclosure with a key; those of its neighbours are kept for a while.

        Args:
            key: of the disclosure.
            resource: whose rows.
            condition: SQL with ``?`` for values.
            values: what is compared with.
            order: columns in SQL.
        """
        asked = resource, condition, values, order, key // _BLOCK
        if asked not in self._blocks:
            self._blocks[asked] = self._block(asked)
        self._blocks.move_to_end(asked)
        if len(self._blocks) > _BLOCKS:
            self._blocks.popitem(last=False)
        return self._blocks[asked].get(key, ())

    def _block(self, asked: _Asked) -> Mapping[int, Sequence[Row]]:
        """The rows of the n-th so many disclosures, by the keys of those."""
        resource, condition, values, order, number = asked
        question = (
            f"SELECT _key, {texts_of(resource)} FROM {resource} "  # noqa: S608 - our own names  # nosec B608
            f"WHERE _key >= {number * _BLOCK} AND _key < {(number + 1) * _BLOCK} "
            f"AND ({condition}) ORDER BY _key, {order}"
        )
        found: dict[int, list[Row]] = {}
        for key, row in self._by_key(resource, question, *values):
            found.setdefault(key, []).append(row)
        return found

    def of_all(
        self, resource: str, condition: str, values: tuple[str, ...], order: str
    ) -> Iterator[Row]:
        """The rows of a resource of which something holds; see :meth:`where`."""
        question = (
            f"SELECT _key, {texts_of(resource)} FROM {resource} "  # noqa: S608 - our own names  # nosec B608
            f"WHERE {condition} ORDER BY {order or _IN_ORDER}"
        )
        return (row for _, row in self._by_key(resource, question, *values))

    def rows(self, resource: str) -> Iterator[Row]:
        """All rows of a resource, in the order of the disclosures, one after the other."""
        question = f"SELECT {columns_of(resource)} FROM {resource} ORDER BY {_IN_ORDER}"  # noqa: S608 - our own  # nosec B608
        return self.ask(question)


def _cell(value: object) -> str:
    """A value as text; most are."""
    return value if isinstance(value, str) else "" if value is None else str(value)


@dataclass(frozen=True)
class Where(TypedTables):
    """The rows of which something holds; each resource is asked for once, when needed.

    Attributes:
        questions: who is asked.
        condition: SQL with ``?`` for values.
        values: what is compared with.
        order: columns in SQL; empty: by disclosure and as published.
        key: of the one disclosure whose rows they are; None: of all.
    """

    questions: Questions
    condition: str
    values: tuple[str, ...] = ()
    order: str = ""
    key: int | None = None
    _asked: dict[str, tuple[Row, ...]] = field(default_factory=dict, repr=False, compare=False)

    def table(self, resource: str) -> tuple[Row, ...]:
        """As :meth:`rows`, for a resource that is known only when the program runs."""
        if resource not in self._asked:
            self._asked[resource] = (
                self._of_one(resource) if self.key is not None else self._of_all(resource)
            )
        return self._asked[resource]

    def _of_one(self, resource: str) -> tuple[Row, ...]:
        key = self.key or 0
        return tuple(self.questions.of_key(key, resource, self.condition, self.values, self.order))

    def _of_all(self, resource: str) -> tuple[Row, ...]:
        return tuple(self.questions.of_all(resource, self.condition, self.values, self.order))

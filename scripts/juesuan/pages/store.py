"""All packages as tables to ask: a columnar database over their CSV files.

So that no page needs them all in memory. Whole rows are typed by the name of their resource
(``store.of(id).rows("measures")``, ``store.where("state = 'fail'").rows("checks")``); the rows of
a query that is written in SQL are not.
"""

from __future__ import annotations

import csv
import tempfile
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from juesuan import terms
from juesuan.collection import Department, Logged, file_hash, read_log, read_registry
from juesuan.errors import TermsError
from juesuan.pages import database, digest
from juesuan.pages.database import columns_of, opened, texts_of
from juesuan.pages.figures import Evidence
from juesuan.pages.memory import Made, Memory
from juesuan.rows import AnyRow, DisclosureRow, FiguresRow, Row, TypedTables, cell

_IN_ORDER = "disclosure_id, _row"
_BLOCK, _BLOCKS = 32, 24
"""Disclosures whose rows are asked for together, and how many answers are kept."""

_PART = 2000
"""Rows that are fetched at once."""

_BY_PLACE = "region_code, department_id, fiscal_year"

_Asked = tuple[str, str, tuple[str, ...], str, int]
"""Resource, condition, its values, order, and of which so many disclosures."""


class Store:
    """The packages of a collection.

    Args:
        root: the repository.
        names: ids of the disclosures, in their order.
        elsewhere: id to the folder of its package, where that is not the one of the collection.
        kept: the file in which the database is kept between builds; in memory if None.
        made: what was made of single disclosures; nothing yet if None.
    """

    def __init__(
        self,
        root: Path,
        names: Sequence[str],
        elsewhere: Mapping[str, Path] | None = None,
        kept: Path | None = None,
        made: Memory | None = None,
    ) -> None:
        own = elsewhere or {}
        self._folders = {one: own.get(one, root / "datapackages" / one) for one in names}
        self.root = root
        self._link, self._keys = opened(self._folders, kept)
        self._made: dict[str, dict[tuple[str, str], Path]] = {}
        self._made_of = made or Memory(None, "")
        self._told = cache(self._told_of_one)
        self._blocks: OrderedDict[_Asked, Mapping[int, Sequence[Row]]] = OrderedDict()

    def close(self) -> None:
        """End the database; nothing can be asked any more."""
        self._link.close()
        self._made_of.close()

    def made_of(
        self, about: DisclosureRow, what: str, make: Callable[[], Made], more: str = ""
    ) -> Made:
        """What is made of one disclosure alone; it is kept until the disclosure changes.

        Args:
            about: its row.
            what: a name of what is made.
            make: makes it, of what JSON holds.
            more: what else it follows from.
        """
        one = about["disclosure_id"]
        return self._made_of.of(what, one, f"{self.told_of(one)} {more}", make)

    def files(self, name: str) -> list[Path]:
        """The CSV files of a resource, in the order of the disclosures."""
        if name in self._made:
            return list(self._made[name].values())
        every = (folder / "data" / f"{name}.csv" for folder in self._folders.values())
        return [path for path in every if path.exists()]

    def files_by_place(self, name: str) -> dict[tuple[str, str], list[Path]]:
        """The CSV files of a resource by the region and year of their disclosures, in order."""
        if name in self._made:
            return {place: [path] for place, path in self._made[name].items()}
        found: dict[tuple[str, str], list[Path]] = {}
        for about in self.disclosures():
            path = self._folders[about["disclosure_id"]] / "data" / f"{name}.csv"
            if path.exists():
                place = about["region_code"], about["fiscal_year"]
                found.setdefault(place, []).append(path)
        return found

    def folder(self, disclosure_id: str) -> Path:
        """The folder of a disclosure's package."""
        return self._folders[disclosure_id]

    def prints(self) -> dict[str, str]:
        """A hash over each package, by the id of its disclosure."""
        return database.prints(self._link)

    def told_of(self, *ids: str) -> str:
        """All that pages use of some disclosures: hashes over their packages and their digests."""
        return " ".join(map(self._told, ids))

    def judged(self) -> dict[str, str]:
        """From what the findings that are kept of a disclosure were judged, by its id."""
        told = database.judged(self._link)
        return {one: told[key] for one, key in self._keys.items() if key in told}

    def keep_judged(
        self, resource: str, fresh: Mapping[str, str], rows: Iterable[tuple[int, AnyRow]]
    ) -> None:
        """Put findings of a resource of no package in the place of earlier ones.

        Args:
            resource: its name.
            fresh: id of each disclosure that was judged, and from what; its earlier findings go.
            rows: the findings, each with its place among those of its disclosure.
        """
        names = [field.name for field in terms.resource_schemas()[resource].fields]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{resource}.csv"
            with path.open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                for number, (at, row) in enumerate(rows):
                    if not number:
                        writer.writerow(["_key", "_row", *names])
                    key = self._keys[cell(row, "disclosure_id")]
                    writer.writerow([key, at, *(cell(row, name) for name in names)])
            prints = {self._keys[one]: told for one, told in fresh.items()}
            database.keep_judged(self._link, resource, prints, path)

    def write_by_place(self, resource: str, folder: Path) -> None:
        """Write a resource of no package as CSV files by region and year; they are its files.

        Args:
            resource: its name.
            folder: where they go; nothing else may be there.
        """
        folder.mkdir(parents=True, exist_ok=True)
        places: dict[tuple[str, str], list[int]] = {}
        for about in self.disclosures():
            place = about["region_code"], about["fiscal_year"]
            places.setdefault(place, []).append(self._keys[about["disclosure_id"]])
        files = {place: folder / f"{place[0] or 'none'}-{place[1]}.csv" for place in places}
        for old in {*folder.glob("*.csv")} - {*files.values()}:
            old.unlink()
        self._made[resource] = {
            place: path
            for place, path in files.items()
            if database.write_csv(self._link, resource, places[place], path)
        }

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

    def disclosures(self) -> list[DisclosureRow]:
        """The row of each disclosure: by region, department and year."""
        return [*self._abouts]

    @cached_property
    def _abouts(self) -> Sequence[DisclosureRow]:
        return self.where("true", order=_BY_PLACE).rows("disclosure")

    def departments(self) -> dict[str, list[DisclosureRow]]:
        """The disclosures of each department, by its id."""
        found: dict[str, list[DisclosureRow]] = {}
        for about in self.disclosures():
            found.setdefault(about["department_id"], []).append(about)
        return found

    def registry(self) -> dict[str, list[Department]]:
        """The rows of the registry, by department; none where it is wrong, which a build tells."""
        found: dict[str, list[Department]] = {}
        with suppress(TermsError):
            for row in read_registry(self.root):
                found.setdefault(row.department_id, []).append(row)
        return found

    def results(self) -> dict[str, dict[str, int]]:
        """How often each rule has come to each state, by its id."""
        counts: dict[str, dict[str, int]] = {}
        for name in ("checks", "checks_between"):
            question = f"SELECT rule, state, count(*) AS n FROM {name} GROUP BY ALL ORDER BY ALL"  # noqa: S608 - our own  # nosec B608
            for row in self.ask(question):
                counts.setdefault(row["rule"], {})[row["state"]] = int(row["n"])
        return counts

    def evidence(self, about: DisclosureRow, up: str, *resources: str) -> Evidence:
        """Links to the figures of some resources of one disclosure.

        Args:
            about: the row of ``disclosure``.
            up: the way from the page to the disclosure's folder.
            resources: names of the resources whose cells are shown.
        """
        asked = f"status = 'bound' AND resource IN ({_marks(resources)})"
        found = self.of(about["disclosure_id"], asked, *resources, order="figure_id")
        return self._evidence(about, found.rows("figures"), up)

    def cited(self, about: DisclosureRow, up: str, ids: Sequence[str]) -> Evidence:
        """Links to some figures of one disclosure by their ids."""
        key = self._keys.get(about["disclosure_id"], 0)
        asked = f"_key = {key} AND figure_id IN ({_marks(ids)})"
        found = self.where(asked, *ids, order="figure_id")
        return self._evidence(about, found.rows("figures"), up)

    def _told_of_one(self, one: str) -> str:
        kept = digest.path_of(self.root, one)
        return f"{self._prints[one]} {file_hash(kept) if kept.is_file() else ''}"

    @cached_property
    def _prints(self) -> dict[str, str]:
        return self.prints()

    def _evidence(self, about: DisclosureRow, figures: Iterable[FiguresRow], up: str) -> Evidence:
        places = self.of(about["disclosure_id"], order="figure_id").rows("places")
        return Evidence(about, figures, up, places)


def _cell(value: object) -> str:
    """A value as text; most are."""
    return value if isinstance(value, str) else "" if value is None else str(value)


def _marks(values: Sequence[str]) -> str:
    """As many ``?`` as there are values; what equals nothing if there are none."""
    return ", ".join("?" for _ in values) or "''"


@dataclass(frozen=True)
class Where(TypedTables):
    """The rows of a store of which something holds; each resource is asked for once, when needed.

    Attributes:
        store: the packages.
        condition: SQL with ``?`` for values.
        values: what is compared with.
        order: columns in SQL; empty: by disclosure and as published.
        key: of the one disclosure whose rows they are; None: of all.
    """

    store: Store
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
        return tuple(self.store.of_key(key, resource, self.condition, self.values, self.order))

    def _of_all(self, resource: str) -> tuple[Row, ...]:
        return tuple(self.store.of_all(resource, self.condition, self.values, self.order))


def log_of(root: Path) -> tuple[Logged, ...]:
    """The log of a collection; none where it is wrong, which a build tells."""
    with suppress(TermsError):
        return read_log(root)
    return ()

"""All packages as tables to ask: a columnar database over their CSV files.

So that no page needs them all in memory. Whole rows are typed by the name of their resource
(``store.of(id).rows("measures")``, ``store.where("state = 'fail'").rows("checks")``); the rows of
a query that is written in SQL are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb

from juesuan import terms
from juesuan.collection import Department, read_registry
from juesuan.errors import TermsError
from juesuan.pages.figures import Evidence
from juesuan.rows import DisclosureRow, FiguresRow, Row, TypedTables

_READ = (
    "read_csv({files}, all_varchar = true, header = true, delim = ',', quote = '\"', "
    "escape = '\"', nullstr = '', strict_mode = true, max_line_size = 50000000, "
    "union_by_name = true)"
)
_BY_PLACE = "region_code, department_id, fiscal_year"


def quoted(text: str) -> str:
    """A text as an SQL literal.

    >>> quoted("it's")
    "'it''s'"
    """
    return "'" + text.replace("'", "''") + "'"


def source_of(files: Sequence[Path]) -> str:
    """SQL that reads CSV files of one resource, every cell as text."""
    return _READ.format(files="[" + ", ".join(quoted(str(path)) for path in files) + "]")


class Store:
    """The packages of a collection.

    Args:
        root: the repository.
        names: ids of the disclosures, in their order.
        elsewhere: id to the folder of its package, where that is not the one of the collection.
    """

    def __init__(
        self, root: Path, names: Sequence[str], elsewhere: Mapping[str, Path] | None = None
    ) -> None:
        own = elsewhere or {}
        self._folders = {one: own.get(one, root / "datapackages" / one) for one in names}
        self.root = root
        self._link = duckdb.connect(
            ":memory:", config={"threads": 2, "preserve_insertion_order": True}
        )
        for name in terms.resource_schemas():
            self._make(name)

    def _make(self, name: str) -> None:
        columns = ", ".join(f'"{field.name}"' for field in terms.resource_schemas()[name].fields)
        files = self.files(name)
        if files:
            self._link.execute(f'CREATE TABLE "{name}" AS SELECT {columns} FROM {source_of(files)}')  # noqa: S608  # nosec B608
        else:
            texts = columns.replace(", ", " VARCHAR, ")
            self._link.execute(f'CREATE TABLE "{name}" ({texts} VARCHAR)')

    def files(self, name: str) -> list[Path]:
        """The CSV files of a resource, in the order of the disclosures."""
        every = (folder / "data" / f"{name}.csv" for folder in self._folders.values())
        return [path for path in every if path.exists()]

    def files_by_place(self, name: str) -> dict[tuple[str, str], list[Path]]:
        """The CSV files of a resource by the region and year of their disclosures, in order."""
        found: dict[tuple[str, str], list[Path]] = {}
        for about in self.disclosures():
            path = self._folders[about["disclosure_id"]] / "data" / f"{name}.csv"
            if path.exists():
                place = about["region_code"], about["fiscal_year"]
                found.setdefault(place, []).append(path)
        return found

    def ask(self, question: str, *values: str) -> Iterator[Row]:
        """Rows of a query; what is not printed is an empty text.

        Args:
            question: SQL with ``?`` for values.
            values: what is compared with; never part of the SQL.
        """
        found = self._link.cursor().execute(question, list(values))
        names = [column[0] for column in found.description]
        while part := found.fetchmany(2000):
            for row in part:
                yield {
                    name: "" if value is None else str(value)
                    for name, value in zip(names, row, strict=True)
                }

    def one(self, question: str, *values: str) -> int:
        """The one whole number that a query gives."""
        found = self._link.cursor().execute(question, list(values)).fetchone()
        return int(found[0] or 0) if found else 0

    def where(self, condition: str, *values: str, order: str = "") -> Where:
        """The rows of which something holds, typed by the resource that is asked for.

        Args:
            condition: SQL with ``?`` for values.
            values: what is compared with; never part of the SQL.
            order: columns in SQL; as published if empty.
        """
        return Where(self, condition, values, order)

    def of(self, disclosure_id: str, condition: str = "true", order: str = "") -> Where:
        """The rows of one disclosure, or those of them of which something holds."""
        return self.where(f"disclosure_id = ? AND {condition}", disclosure_id, order=order)

    def rows(self, resource: str) -> Iterator[Row]:
        """All rows of a resource, in the order of the disclosures, one after the other."""
        return self.ask(f"SELECT * FROM {resource}")  # noqa: S608 - our own names  # nosec B608

    def disclosures(self) -> list[DisclosureRow]:
        """The row of each disclosure: by region, department and year."""
        return list(self.where("true", order=_BY_PLACE).rows("disclosure"))

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
        question = "SELECT rule, state, count(*) AS n FROM checks GROUP BY ALL ORDER BY ALL"
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
        asked = f"disclosure_id = ? AND status = 'bound' AND resource IN ({_marks(resources)})"
        found = self.where(asked, about["disclosure_id"], *resources, order="figure_id")
        return self._evidence(about, found.rows("figures"), up)

    def cited(self, about: DisclosureRow, up: str, ids: Sequence[str]) -> Evidence:
        """Links to some figures of one disclosure by their ids."""
        asked = f"disclosure_id = ? AND figure_id IN ({_marks(ids)})"
        found = self.where(asked, about["disclosure_id"], *ids, order="figure_id")
        return self._evidence(about, found.rows("figures"), up)

    def _evidence(self, about: DisclosureRow, figures: Iterable[FiguresRow], up: str) -> Evidence:
        places = self.of(about["disclosure_id"], order="figure_id").rows("places")
        return Evidence(about, figures, up, places)


def _marks(values: Sequence[str]) -> str:
    """As many ``?`` as there are values; what equals nothing if there are none."""
    return ", ".join("?" for _ in values) or "''"


@dataclass(frozen=True)
class Where(TypedTables):
    """The rows of a store of which something holds; each resource is asked for when it is needed.

    Attributes:
        store: the packages.
        condition: SQL with ``?`` for values.
        values: what is compared with.
        order: columns in SQL; empty: as published.
    """

    store: Store
    condition: str
    values: tuple[str, ...] = ()
    order: str = ""

    def table(self, resource: str) -> tuple[Row, ...]:
        """As :meth:`rows`, for a resource that is known only when the program runs."""
        by = f" ORDER BY {self.order}" if self.order else ""
        question = f"SELECT * FROM {resource} WHERE {self.condition}{by}"  # noqa: S608 - our own  # nosec B608
        return tuple(self.store.ask(question, *self.values))

"""All packages as tables to ask: a columnar database over their CSV files, so that no page needs them all in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

from juesuan import terms
from juesuan.pages.figures import Evidence
from juesuan.rows import Row

_READ = "read_csv({files}, all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '', {more})"
_MORE = "strict_mode = true, max_line_size = 50000000, union_by_name = true"


def quoted(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def source_of(files: Sequence[Path]) -> str:
    """SQL that reads CSV files of one resource, every cell as text."""
    return _READ.format(
        files="[" + ", ".join(quoted(str(path)) for path in files) + "]", more=_MORE
    )


class Store:
    """The packages of a collection.

    Args:
        root: the repository.
        names: ids of the disclosures, in their order.
    """

    def __init__(self, root: Path, names: Sequence[str]) -> None:
        self._base = root / "datapackages"
        self._names = tuple(names)
        self._link = duckdb.connect(
            ":memory:", config={"threads": 2, "preserve_insertion_order": True}
        )
        for name in terms.resource_schemas():
            self._make(name)
        self._link.execute(
            "CREATE TABLE bound AS SELECT disclosure_id, resource, row, field, min(figure_id) AS figure_id FROM figures "
            "WHERE status = 'bound' GROUP BY ALL"
        )

    def _make(self, name: str) -> None:
        columns = ", ".join(f'"{field.name}"' for field in terms.resource_schemas()[name].fields)
        files = self.files(name)
        if files:
            self._link.execute(f'CREATE TABLE "{name}" AS SELECT {columns} FROM {source_of(files)}')  # noqa: S608
        else:
            texts = columns.replace(", ", " VARCHAR, ")
            self._link.execute(f'CREATE TABLE "{name}" ({texts} VARCHAR)')

    def files(self, name: str) -> list[Path]:
        """The CSV files of a resource, in the order of the disclosures."""
        every = (self._base / one / "data" / f"{name}.csv" for one in self._names)
        return [path for path in every if path.exists()]

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

    def disclosures(self) -> list[Row]:
        """The row of each disclosure: by region, department and year."""
        return list(
            self.ask("SELECT * FROM disclosure ORDER BY region_code, department_id, fiscal_year")
        )

    def evidence(self, about: Row, up: str, *resources: str) -> Evidence:
        """Links to the figures of some resources of one disclosure.

        Args:
            about: the row of ``disclosure``.
            up: the way from the page to the disclosure's folder.
            resources: names of the resources whose cells are shown.
        """
        marks = ", ".join("?" for _ in resources)
        question = f"SELECT * FROM figures WHERE disclosure_id = ? AND status = 'bound' AND resource IN ({marks}) ORDER BY figure_id"  # noqa: S608
        return Evidence(about, self.ask(question, about["disclosure_id"], *resources), up)

    def cited(self, about: Row, up: str, ids: Sequence[str]) -> Evidence:
        """Links to some figures of one disclosure by their ids."""
        marks = ", ".join("?" for _ in ids) or "''"
        question = f"SELECT * FROM figures WHERE disclosure_id = ? AND figure_id IN ({marks}) ORDER BY figure_id"  # noqa: S608
        return Evidence(about, self.ask(question, about["disclosure_id"], *ids), up)

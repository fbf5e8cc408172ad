"""All packages as tables to ask, and what pages ask: a columnar database over their CSV files.

So that no page needs them all in memory.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path

from juesuan import terms
from juesuan.collection import (
    Department,
    Logged,
    english_name,
    file_hash,
    read_log,
    read_registry,
)
from juesuan.errors import TermsError
from juesuan.pages import digest
from juesuan.pages.evidence.figures import Evidence
from juesuan.pages.store import database
from juesuan.pages.store.database import opened
from juesuan.pages.store.memory import Made, Memory
from juesuan.pages.store.questions import Questions
from juesuan.rows import AnyRow, DisclosureRow, FiguresRow, cell

_BY_PLACE = "region_code, department_id, fiscal_year"


class Store(Questions):
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
        super().__init__(*opened(self._folders, kept))
        self._made: dict[str, dict[tuple[str, str], Path]] = {}
        self._made_of = made or Memory(None, "")
        self._told = cache(self._told_of_one)

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

    def kept(self, what: str, told: str) -> dict[str, list[str]]:
        """What an earlier build has kept of no disclosure; empty where it followed from other."""
        return self._made_of.kept(what, told)

    def keep(self, what: str, told: str, value: Mapping[str, Sequence[str]]) -> None:
        """Keep what is of no disclosure for later builds."""
        self._made_of.keep(what, told, value)

    def files(self, name: str) -> list[Path]:
        """The CSV files of a resource, in the order of the disclosures."""
        if name in self._made:
            return list(self._made[name].values())
        return [
            folder / "data" / f"{name}.csv"
            for one, folder in self._folders.items()
            if name in self._tables[one]
        ]

    def files_by_place(self, name: str) -> dict[tuple[str, str], list[Path]]:
        """The CSV files of a resource by the region and year of their disclosures, in order."""
        if name in self._made:
            return {place: [path] for place, path in self._made[name].items()}
        found: dict[tuple[str, str], list[Path]] = {}
        for about in self.disclosures():
            one = about["disclosure_id"]
            if name in self._tables[one]:
                place = about["region_code"], about["fiscal_year"]
                found.setdefault(place, []).append(self._folders[one] / "data" / f"{name}.csv")
        return found

    @cached_property
    def _tables(self) -> dict[str, set[str]]:
        """The resources that each package has, by the id of its disclosure."""
        return {
            one: {path.stem for path in (folder / "data").glob("*.csv")}
            for one, folder in self._folders.items()
        }

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
        return registry_of(self.root)

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


def _marks(values: Sequence[str]) -> str:
    """As many ``?`` as there are values; what equals nothing if there are none."""
    return ", ".join("?" for _ in values) or "''"


def registry_of(root: Path) -> dict[str, list[Department]]:
    """The rows of a collection's registry, by department; none where it is wrong."""
    found: dict[str, list[Department]] = {}
    with suppress(TermsError):
        for row in read_registry(root):
            found.setdefault(row.department_id, []).append(row)
    return found


def english_names(root: Path, names: Iterable[str]) -> dict[str, str]:
    """What the departments of disclosures are called in English; without those of no such name.

    Args:
        root: the repository.
        names: ids of the disclosures.
    """
    registry = registry_of(root)
    told = {one: english_name(registry.get(one[:-5], ()), int(one[-4:])) for one in names}
    return {one: name for one, name in told.items() if name}


def log_of(root: Path) -> tuple[Logged, ...]:
    """The log of a collection; none where it is wrong, which a build tells."""
    with suppress(TermsError):
        return read_log(root)
    return ()

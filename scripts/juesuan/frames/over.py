"""All disclosures as typed frames, as many of them and of their tables as are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property
from pathlib import Path

import pandas as pd

from juesuan.frames.chosen import Chosen, Some, chosen, place_in, places_of
from juesuan.frames.described import FIRST, Table
from juesuan.frames.evidence import BOUND, FIGURE, evidence_of
from juesuan.frames.places import Place, place_of
from juesuan.frames.query import texts
from juesuan.frames.typed import frame_of

_DISCLOSURE, _FIGURES = "disclosure", "figures"


class Collection(Mapping[str, pd.DataFrame]):
    """The tables over all disclosures by their names; each is read when it is asked for.

    Args:
        place: where they lie.
        wanted: the disclosures that are wanted.
    """

    def __init__(self, place: Place, wanted: Chosen | None = None) -> None:
        self._place, self._wanted = place, wanted or Chosen()
        self._parts: dict[str, list[Table]] = {}
        for one in place.tables:
            self._parts.setdefault(one.name, []).append(one)

    def only(
        self, *, region: Some = None, year: Some = None, department: Some = None
    ) -> Collection:
        """The same collection with some disclosures alone; tables without disclosures stay whole.

        Args:
            region: codes of regions of GB/T 2260, each with those below it: ``"650000"``.
            year: fiscal years.
            department: ids of departments, or their names as printed.
        """
        return Collection(self._place, chosen(region, year, department))

    def __getitem__(self, resource: str) -> pd.DataFrame:
        """A table over all disclosures that are wanted; it is read anew each time.

        Args:
            resource: its name, as ``measures``.

        Raises:
            KeyError: if there is no such table.
            PackageError: if it cannot be had, or is damaged.
        """
        if resource == _DISCLOSURE:
            return self._disclosures.copy()
        return self._read(resource)

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)

    def evidence(self, resource: str) -> pd.DataFrame:
        """Where the cells of a table are printed.

        Args:
            resource: the name of the table; of ``facts`` too.

        Returns:
            The rows of ``figures`` behind its cells, with the columns of the table's own key, so
            that it can be merged with the table: one row a printed figure, ``field`` names the
            column. Of the ledger only these rows are read.

        Raises:
            KeyError: if there is no such table.
        """
        key, kinds = self._parts[resource][0].key, self._parts[resource][0].kinds
        bound = {"status": BOUND} | ({} if FIGURE in kinds else {"resource": resource})
        return evidence_of(self._read(_FIGURES, bound), self[resource], key)

    @cached_property
    def _disclosures(self) -> pd.DataFrame:
        parts = self._parts[_DISCLOSURE]
        every = self._texts([one for one in parts if self._wanted.may_hold(one.path)], parts[0])
        return self._wanted.rows_of(frame_of(every, parts[0].kinds))

    def _read(self, resource: str, holds: Mapping[str, str] | None = None) -> pd.DataFrame:
        parts = self._parts[resource]
        kinds = parts[0].kinds
        if self._wanted.is_all or FIRST not in kinds:
            return frame_of(self._texts(parts, parts[0], holds=holds), kinds)
        ids = [str(one) for one in self._disclosures[FIRST]]
        own = self._of(parts, {*ids})
        return frame_of(self._texts(own, parts[0], ids, holds), kinds)

    def _of(self, parts: Sequence[Table], ids: Set[str]) -> Sequence[Table]:
        """The parts that may hold rows of some disclosures."""
        places = places_of(self._disclosures)
        there = [one for one in parts if not one.of or one.of in ids]
        return [one for one in there if (where := place_in(one.path)) is None or where in places]

    def _texts(
        self,
        parts: Sequence[Table],
        like: Table,
        ids: Sequence[str] | None = None,
        holds: Mapping[str, str] | None = None,
    ) -> pd.DataFrame:
        """The rows of parts of a table; of none, its columns."""
        if not parts or ids == []:
            return pd.DataFrame(columns=list(like.kinds), dtype="string")
        return texts([self._place.file(one) for one in parts], ids, holds)


def read_collection(
    place: str | Path, *, region: Some = None, year: Some = None, department: Some = None
) -> Collection:
    """All disclosures as one collection; nothing but its descriptor is read before it is asked for.

    Args:
        place: a folder (of the package over all, of packages of disclosures, or a website or a
            repository that holds one), a ZIP of a release (``juesuan-parquet.zip``,
            ``juesuan-csv.zip``), or an address of the web: of a ZIP, of a ``datapackage.json``
            (``https://…/d/all/datapackage.json``), or of the folder that holds it.
        region: see :meth:`Collection.only`.
        year: see there.
        department: see there.

    Raises:
        PackageError: if there is no collection, or it is damaged.
    """
    return Collection(place_of(place)).only(region=region, year=year, department=department)


__all__ = ["Collection", "read_collection"]

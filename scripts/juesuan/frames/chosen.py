"""Which disclosures are wanted: by region, year, department."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pandas as pd

Some = str | int | Iterable[str | int] | None
"""One value, several, or None for all."""

_PARTED = re.compile(r"(?:^|/)region=(?P<region>\w+)/year=(?P<year>\d{4})/")
"""How the path of a part of a table says what it holds."""

_NONE = "none"
"""What such a path says where no region is known."""

Where = tuple[str, str]
"""The code of a region, and a year."""


class Chosen(NamedTuple):
    """What is wanted; an empty one wants everything.

    Attributes:
        regions: codes of regions of GB/T 2260; each with those below it.
        years: fiscal years.
        departments: ids or names of departments.
    """

    regions: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()

    @property
    def is_all(self) -> bool:
        """Whether everything is wanted."""
        return not any(self)

    def may_hold(self, path: str) -> bool:
        """Whether the file of a table may hold what is wanted, as far as its path tells."""
        where = place_in(path)
        return where is None or (self._of_region(where[0]) and self._of_year(where[1]))

    def rows_of(self, disclosures: pd.DataFrame) -> pd.DataFrame:
        """The disclosures that are wanted.

        Args:
            disclosures: the table ``disclosure``.
        """
        if self.is_all:
            return disclosures
        names = ("region_code", "fiscal_year", "department_id", "department")
        wanted = [self._wants(*row) for row in _rows(disclosures, *names)]
        kept = pd.Series(wanted, index=disclosures.index, dtype=bool)
        return disclosures[kept].reset_index(drop=True)

    def _wants(self, region: str, year: str, department_id: str, name: str) -> bool:
        is_of = not self.departments or not {department_id, name}.isdisjoint(self.departments)
        return is_of and self._of_region(region) and self._of_year(year)

    def _of_region(self, code: str) -> bool:
        return not self.regions or code.startswith(tuple(map(_above, self.regions)))

    def _of_year(self, year: str) -> bool:
        return not self.years or year in self.years


def chosen(region: Some, year: Some, department: Some) -> Chosen:
    """What is wanted, of one value or several each."""
    return Chosen(_several(region), _several(year), _several(department))


def place_in(path: str) -> Where | None:
    """The region and the year that a part of a table is of; None where its path tells none.

    >>> place_in("facts/region=650100/year=2024/facts.parquet"), place_in("facts.parquet")
    (('650100', '2024'), None)
    """
    found = _PARTED.search(path)
    return (found["region"].replace(_NONE, ""), found["year"]) if found else None


def places_of(disclosures: pd.DataFrame) -> set[Where]:
    """The regions and years of disclosures."""
    return {(region, year) for region, year in _rows(disclosures, "region_code", "fiscal_year")}


def _rows(frame: pd.DataFrame, *names: str) -> Iterator[tuple[str, ...]]:
    """Some columns of each row as texts."""
    return zip(*(frame[name].astype("string").fillna("") for name in names), strict=True)


def _several(value: Some) -> tuple[str, ...]:
    if value is None:
        return ()
    every: Sequence[str | int] = [value] if isinstance(value, str | int) else [*value]
    return tuple(str(one) for one in every)


def _above(code: str) -> str:
    """The digits of a region's code that those below it have too.

    >>> _above("650000"), _above("650100"), _above("652301")
    ('65', '6501', '652301')
    """
    return re.sub(r"(00){1,2}$", "", code)


__all__ = ["Chosen", "Some", "Where", "chosen", "place_in", "places_of"]

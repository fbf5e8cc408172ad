"""Where and when: regions by GB/T 2260, and the conventions of a region's template."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from juesuan.terms.load import DATA, table


@dataclass(frozen=True, slots=True)
class Template:
    """Conventions of a region's template for some years.

    ``required``: what it prescribes for a section (``measure`` or ``measure/column``; ``items``: columns of each line of
    spending); ``operating_is_public``: its operating cost and institutions' public expenditure are 公用经费 of basic expenditure.
    """

    name: str
    region_prefix: str
    years: tuple[int, ...]
    section_order: tuple[str, ...]
    zero_base_pct: str
    budget_basis: str
    operating_is_public: bool
    required: dict[str, tuple[str, ...]]


@cache
def regions() -> dict[str, tuple[str, str]]:
    """GB/T 2260: code to (name, code of the region above)."""
    return {row["code"]: (row["name"], row["parent"]) for row in table("regions.csv")}


@cache
def template(region_code: str, year: int) -> Template | None:
    """The conventions that hold for a region and year, if any are recorded; the nearest earlier year otherwise."""
    found = []
    for entry in sorted((DATA / "regions").iterdir(), key=lambda path: path.name):
        data = tomllib.loads(entry.read_text(encoding="utf-8"))
        if region_code.startswith(data["region_prefix"]):
            found.append(
                Template(
                    data["name"],
                    data["region_prefix"],
                    tuple(data["years"]),
                    tuple(data["section_order"]),
                    data["zero_base_pct"],
                    data["budget_basis"],
                    data.get("operating_is_public", False),
                    {section: tuple(names) for section, names in data.get("required", {}).items()},
                )
            )
    earlier = [one for one in found if min(one.years) <= year]
    return max(earlier, key=lambda one: max(one.years), default=found[0] if found else None)

"""Which disclosures speak of one thing: two years of a department, a whole and its agencies.

And which are expected and not there: the registry says which departments there are in which year.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from juesuan.collection.departments.registry import Department, plain_name
from juesuan.rows import DisclosureRow

_WITH_AGENCIES = ("汇总", "部门")
"""Scopes of accounts that may hold those of agencies."""

_OWN = ("本级", "机关")
"""What stands behind a department's name where its own accounts are meant, without agencies."""

_NAMED = 6
"""Agencies that came or went and are named."""

_NO_SIGN = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Follows:
    """A disclosure, and that of the year before.

    Attributes:
        later, earlier: their ids.
        seams: why they cannot be compared, in words.
    """

    later: str
    earlier: str
    seams: tuple[str, ...]


@dataclass(frozen=True)
class Whole:
    """A disclosure with the accounts of agencies, and theirs.

    Attributes:
        whole: its id.
        parts: ids of those of its agencies, in the order in which it names them.
        missing: names of the agencies whose are not held.
        seams: why their sum need not be the whole, in words.
    """

    whole: str
    parts: tuple[str, ...]
    missing: tuple[str, ...]
    seams: tuple[str, ...]


@dataclass(frozen=True)
class ExpectedYear:
    """A year of a department in which a disclosure is expected.

    Attributes:
        department_id, name: the department, as it is called in that year.
        region_code: its region.
        year: the fiscal year.
        disclosure_id, published: what is held, and when it was published; empty where it is not.
    """

    department_id: str
    name: str
    region_code: str
    year: int
    disclosure_id: str = ""
    published: str = ""


Registry = Mapping[str, Sequence[Department]]
"""The rows of the registry, by department."""

Units = Mapping[str, Sequence[str]]
"""The agencies that a disclosure names, by its id."""


def following(
    abouts: Iterable[DisclosureRow], registry: Registry, units: Units
) -> Iterator[Follows]:
    """The disclosures before which one of the year before is held: of the department, or, where
    it took over from one other department alone, of that one.

    Args:
        abouts: all disclosures.
        registry: the departments.
        units: the agencies that they name.
    """
    known = {(one["department_id"], int(one["fiscal_year"])): one for one in abouts}
    taken_over = _leading_to(registry, "successor")
    for (department, year), later in known.items():
        earlier = known.get((department, year - 1))
        if earlier is not None:
            yield Follows(
                later["disclosure_id"],
                earlier["disclosure_id"],
                (*changed(earlier, later), *_came_or_went(earlier, later, units)),
            )
            continue
        ids = dict.fromkeys(row.department_id for row in taken_over.get(department, ()))
        before = [known.get((one, year - 1)) for one in ids]
        held = [one for one in before if one is not None]
        if len(held) == 1:
            seam = f"部门由“{held[0]['department']}”承继而来"
            yield Follows(later["disclosure_id"], held[0]["disclosure_id"], (seam,))


def changed(earlier: DisclosureRow, later: DisclosureRow) -> Iterator[str]:
    """What the heads of two disclosures say of why they cannot be compared, in words."""
    if earlier["scope"] != later["scope"]:
        yield f"口径由“{earlier['scope']}”变为“{later['scope']}”"
    if earlier["department"] != later["department"]:
        yield f"名称由“{earlier['department']}”变为“{later['department']}”"


def _came_or_went(earlier: DisclosureRow, later: DisclosureRow, units: Units) -> Iterator[str]:
    """Agencies that only one of two disclosures names."""
    before, now = (_agencies(one, units) for one in (earlier, later))
    if bool(before) != bool(now):
        yield f"只有{(later if now else earlier)['fiscal_year']}年度的公开列出所属单位"
        return
    came, went = now.keys() - before.keys(), before.keys() - now.keys()
    told = [f"新增{_listed(now, came)}"] if came else []
    told += [f"不再列出{_listed(before, went)}"] if went else []
    if told:
        yield f"所属单位有变动：{'，'.join(told)}"


def _agencies(one: DisclosureRow, units: Units) -> dict[str, str]:
    """The agencies that a disclosure names, by their names as they are compared."""
    return {_plain(name): name for name in units.get(one["disclosure_id"], ())}


def _listed(names: Mapping[str, str], which: Collection[str]) -> str:
    """Some agencies in words, in the order in which they are named."""
    told = [name for key, name in names.items() if key in which]
    return "、".join(told[:_NAMED]) + ("等" if len(told) > _NAMED else "")


def _leading_to(
    registry: Registry, column: Literal["successor", "parent"]
) -> dict[str, list[Department]]:
    """The rows that name another department in a column, by that department."""
    found: dict[str, list[Department]] = {}
    for rows in registry.values():
        for row in rows:
            if other := getattr(row, column):
                found.setdefault(other, []).append(row)
    return found


def wholes(abouts: Iterable[DisclosureRow], registry: Registry, units: Units) -> Iterator[Whole]:
    """The disclosures that name agencies of which each may publish accounts of its own.

    Args:
        abouts: all disclosures.
        registry: the departments; where a disclosure names no agency, those that belong to it.
        units: the agencies that they name.
    """
    every = list(abouts)
    by_name: dict[tuple[str, str], list[DisclosureRow]] = {}
    for one in every:
        by_name.setdefault((one["fiscal_year"], _plain(_without_region(one))), []).append(one)
    children = _leading_to(registry, "parent")
    for one in every:
        own = children.get(one["department_id"], ())
        names = units.get(one["disclosure_id"]) or _in_year(own, int(one["fiscal_year"]))
        if one["scope"] in _WITH_AGENCIES and len(names) > 1:
            yield _whole(one, names, by_name)


def _whole(
    whole: DisclosureRow,
    names: Sequence[str],
    by_name: Mapping[tuple[str, str], Sequence[DisclosureRow]],
) -> Whole:
    parts, missing = [], []
    for name in dict.fromkeys(names):
        key = whole["fiscal_year"], _plain(plain_name(name, whole["region_code"]))
        found = [one for one in by_name.get(key, ()) if _is_part(one, whole)]
        if len(found) == 1:
            parts.append(found[0]["disclosure_id"])
        else:
            missing.append(name)
    seams = () if whole["scope"] == "汇总" else ("原文没有写明是否为含所属单位的汇总",)
    return Whole(whole["disclosure_id"], tuple(dict.fromkeys(parts)), tuple(missing), seams)


def _is_part(one: DisclosureRow, whole: DisclosureRow) -> bool:
    """Whether accounts may be those of an agency of a whole: not itself, nor a whole again."""
    same_region = one["region_code"] == whole["region_code"]
    is_itself = one["disclosure_id"] == whole["disclosure_id"]
    return same_region and not is_itself and one["scope"] in ("单位", "本级")


def _in_year(rows: Iterable[Department], year: int) -> list[str]:
    """The names that departments have in a year."""
    return [row.name for row in rows if row.holds(year)]


def _without_region(one: DisclosureRow) -> str:
    return plain_name(one["department"], one["region_code"])


def _plain(name: str) -> str:
    """A name as names of agencies are compared: letters and digits, no word for its own accounts.

    >>> _plain("1. 示例局（本级）"), _plain("示例局本级"), _plain("示例中心")
    ('示例局', '示例局', '示例中心')
    """
    found = _NO_SIGN.sub("", unicodedata.normalize("NFKC", name)).lstrip("0123456789")
    for word in _OWN:
        found = found.removesuffix(word) or found
    return found


def expected(abouts: Iterable[DisclosureRow], registry: Registry) -> Iterator[ExpectedYear]:
    """Each department in each year of which something of its region is held, in order.

    A department is expected in the years in which one of its names holds; where the registry does
    not say since when and until when, in all of them. What is held counts, registered or not.

    Args:
        abouts: all disclosures.
        registry: the departments.
    """
    every = [one for one in abouts if one["department_id"]]
    held = {(one["department_id"], int(one["fiscal_year"])): one for one in every}
    years: dict[str, set[int]] = {}
    for one in every:
        for key in (one["region_code"], one["department_id"]):
            years.setdefault(key, set()).add(int(one["fiscal_year"]))
    for department in sorted({*registry, *(owner for owner, _ in held)}):
        rows = registry.get(department, ())
        spans = years.get(rows[0].region_code, set()) if rows else set()
        for year in sorted(spans | years.get(department, set())):
            yield from _place(department, year, held.get((department, year)), rows)


def _place(
    department: str, year: int, found: DisclosureRow | None, rows: Sequence[Department]
) -> Iterator[ExpectedYear]:
    """A department in a year; nothing where none is held and none of its names holds."""
    row = next((one for one in reversed(rows) if one.holds(year)), None)
    known = (found["disclosure_id"], found["published"]) if found else ("", "")
    if row:
        yield ExpectedYear(department, row.name, row.region_code, year, *known)
    elif found:
        yield ExpectedYear(department, found["department"], found["region_code"], year, *known)

"""What a collection holds, known without reading its packages: a line a disclosure.

From it follow the departments that the registry does not have yet, and the disclosures that stand
under another department than their title's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from juesuan import package
from juesuan.collection.departments.registry import FILE, Department, read_registry, registry_text
from juesuan.collection.departments.whose import Directory, Meant
from juesuan.collection.disk.folders import ids
from juesuan.collection.disk.log import log_problems
from juesuan.errors import PackageError, TermsError
from juesuan.rows import DisclosureRow


@dataclass(frozen=True)
class Held:
    """A disclosure that is in the collection.

    Attributes:
        disclosure_id: its id.
        department, scope, region_code, year: as its title says.
        hashes: SHA-256 of its files as published.
    """

    disclosure_id: str
    department: str
    scope: str
    region_code: str
    year: int
    hashes: frozenset[str] = frozenset()

    @property
    def department_id(self) -> str:
        """The id of its department."""
        return self.disclosure_id[:-5]

    @property
    def title(self) -> str:
        """Whose accounts of which year it holds."""
        return f"{self.department}（{self.scope}） {self.year}"


def held(root: Path) -> dict[str, Held]:
    """The disclosures of a collection whose package can be read, by id."""
    return {one: found for one in ids(root) if (found := held_one(root / "datapackages" / one))}


def held_one(folder: Path) -> Held | None:
    """What is known of a disclosure; None where its package cannot be read, which a build tells."""
    with suppress(PackageError):
        about, sources = package.head(folder)
        hashes = {about["source_sha256"], *(row["sha256"] for row in sources)}
        return _held(about, frozenset(hashes - {""}))
    return None


def _held(about: DisclosureRow, hashes: frozenset[str]) -> Held:
    return Held(
        about["disclosure_id"],
        about["department"],
        about["scope"],
        about["region_code"],
        int(about["fiscal_year"] or 0),
        hashes,
    )


def directory(root: Path, known: Iterable[Held]) -> Directory:
    """The registry of a collection, with a row for each department that it lacks.

    Args:
        root: the repository.
        known: what the collection holds.

    Raises:
        TermsError: if the registry is wrong.
    """
    found = Directory(read_registry(root))
    for one in known:
        if not meant(found, one).department_id and (row := _row(one)):
            found.add(row)
    return found


def meant(found: Directory, one: Held) -> Meant:
    """Which department the title of a disclosure means."""
    return found.find(one.department, one.scope, one.region_code, one.year)


def _row(one: Held) -> Department | None:
    with suppress(ValidationError):
        return row_of(one.department_id, one.department, one.region_code)
    return None


def row_of(department_id: str, name: str, region_code: str, parent: str = "") -> Department:
    """The row that is proposed for a department: what a title tells, and nothing else.

    Raises:
        ValidationError: if it cannot be one of the registry.
    """
    told = dict.fromkeys(Department.model_fields, "")
    told |= {"department_id": department_id, "name": name, "region_code": region_code}
    return Department.model_validate(told | {"parent": parent})


def misplaced(root: Path) -> list[str]:
    """A line for each disclosure that stands under another department than its title's.

    That is how one department's year comes to be published twice, or how its years fall apart.

    Raises:
        TermsError: if the registry is wrong.
    """
    known = held(root)
    found = directory(root, known.values())
    return [line for one in known.values() for line in _misplaced(one, known, found)]


def unregistered(root: Path) -> list[str]:
    """A line for each department of a disclosure that has no line in the registry, which is there.

    One whose title means another department is told by :func:`misplaced`.

    Raises:
        TermsError: if the registry is wrong.
    """
    if not (root / "datapackages" / FILE).exists():
        return []
    found = Directory(read_registry(root))
    lacking = {
        one.department_id: one
        for one in held(root).values()
        if one.department_id not in found.ids and not meant(found, one).department_id
    }
    return [_unregistered(one) for one in lacking.values()]


def _unregistered(one: Held) -> str:
    row = _row(one)
    line = f" `{registry_text([row]).splitlines()[1]}`" if row else ""
    return (
        f"{one.disclosure_id}: found no line of its department {one.department_id} in "
        f"datapackages/{FILE}; expected one. What to do: write it there, and complete it:"
        f"{line or f' {one.department_id} and its name'}"
    )


def registry_problems(root: Path) -> list[str]:
    """What is wrong with the registry of a collection, or with what stands under its departments.

    A line each, for whoever must correct it; it stops nothing.
    """
    try:
        return [*log_problems(root), *unregistered(root), *misplaced(root)]
    except TermsError as error:
        return str(error).splitlines()


def _misplaced(one: Held, known: dict[str, Held], found: Directory) -> Iterator[str]:
    right, own = meant(found, one).department_id, one.disclosure_id
    if right in ("", one.department_id):
        return
    other = f"{right}-{one.year}"
    if other in known:
        yield (
            f"{own}: one department's year is published twice: {one.title} is in "
            f"the collection as {other} too. What to do: keep one of the two (`juesuan replace "
            f"{other} FILE` where this is a newer version); where both are accounts of their own, "
            "give each its line in datapackages/departments.csv, with its scope behind the name"
        )
    else:
        yield (
            f"{own}: {one.title} is of the department {right}, and stands apart "
            f"from its other years. What to do: `juesuan rename {own} {other} --reason …`, or "
            "correct datapackages/departments.csv"
        )

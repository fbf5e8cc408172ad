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
from juesuan.collection.folders import ids
from juesuan.collection.registry import Department, read_registry
from juesuan.collection.whose import Directory, Meant
from juesuan.errors import PackageError, TermsError
from juesuan.rows import DisclosureRow


@dataclass(frozen=True)
class Held:
    """A disclosure that is in the collection.

    Attributes:
        about: its row of ``disclosure``.
        hashes: SHA-256 of its files as published.
    """

    about: DisclosureRow
    hashes: frozenset[str]

    @property
    def year(self) -> int:
        """Its fiscal year."""
        return int(self.about["fiscal_year"] or 0)


def held(root: Path) -> dict[str, Held]:
    """The disclosures of a collection whose package can be read, by id."""
    return {one: found for one in ids(root) if (found := held_one(root / "datapackages" / one))}


def held_one(folder: Path) -> Held | None:
    """What is known of a disclosure; None where its package cannot be read, which a build tells."""
    with suppress(PackageError):
        about, sources = package.head(folder)
        hashes = {about["source_sha256"], *(row["sha256"] for row in sources)}
        return Held(about, frozenset(hashes - {""}))
    return None


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
        if not meant(found, one).department_id and (row := _row(one.about)):
            found.add(row)
    return found


def meant(found: Directory, one: Held) -> Meant:
    """Which department the title of a disclosure means."""
    about = one.about
    return found.find(about["department"], about["scope"], about["region_code"], one.year)


def _row(about: DisclosureRow) -> Department | None:
    with suppress(ValidationError):
        return row_of(about["department_id"], about["department"], about["region_code"])
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


def registry_problems(root: Path) -> list[str]:
    """What is wrong with the registry of a collection, or with what stands under its departments.

    A line each, for whoever must correct it; it stops nothing.
    """
    try:
        return misplaced(root)
    except TermsError as error:
        return str(error).splitlines()


def _misplaced(one: Held, known: dict[str, Held], found: Directory) -> Iterator[str]:
    about, right = one.about, meant(found, one).department_id
    if right in ("", about["department_id"]):
        return
    other = f"{right}-{about['fiscal_year']}"
    title = f"{about['department']}（{about['scope']}） {about['fiscal_year']}"
    if other in known:
        yield (
            f"{about['disclosure_id']}: one department's year is published twice: {title} is in "
            f"the collection as {other} too. What to do: keep one of the two (`juesuan replace "
            f"{other} FILE` where this is a newer version); where both are accounts of their own, "
            "give each its line in datapackages/departments.csv, with its scope behind the name"
        )
    else:
        yield (
            f"{about['disclosure_id']}: {title} is of the department {right}, and stands apart "
            f"from its other years. What to do: `juesuan rename {about['disclosure_id']} {other}`, "
            "or correct datapackages/departments.csv"
        )

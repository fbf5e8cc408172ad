"""What a collection holds while disclosures enter it: what is known already, and which id is next.

Asked before anything is written. A title that the registry knows, under whatever name, gets the id
of its department; one that it does not know gets an id of its own, and a line for the registry.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from juesuan.collection.departments.held import Held, directory, held, row_of
from juesuan.collection.departments.registry import Department, read_registry
from juesuan.collection.departments.whose import WHOLE, Meant, of_scope, same_account
from juesuan.collection.disk.folders import ID, check_id
from juesuan.collection.disk.log import advice_of, gone, read_log, told_of
from juesuan.errors import ConflictingSourceError
from juesuan.parse import Identity


class Destination(NamedTuple):
    """Where a disclosure goes: its id, the registry's new line if any, and what is remarked."""

    disclosure_id: str
    row: Department | None = None
    remarks: tuple[str, ...] = ()


class Known:
    """The disclosures and departments of a collection.

    Args:
        root: the repository.

    Raises:
        TermsError: if the registry is wrong.
    """

    def __init__(self, root: Path) -> None:
        self._packages = root / "datapackages"
        self._gone = gone(read_log(root))
        self._registered = frozenset(read_registry(root))
        self._held = held(root)
        self.departments = directory(root, self._held.values())
        self._of_hash: dict[str, list[str]] = {}
        for one, known in self._held.items():
            self._know(one, known.hashes)

    def _know(self, disclosure_id: str, hashes: Iterable[str]) -> None:
        for one in hashes:
            self._of_hash.setdefault(one, []).append(disclosure_id)

    def of_hashes(self, hashes: Collection[str]) -> list[str]:
        """The disclosures that have a file with one of these SHA-256."""
        found = (name for one in sorted(hashes) for name in self._of_hash.get(one, ()))
        return list(dict.fromkeys(found))

    def keep(self, place: Destination, identity: Identity, hashes: Collection[str] = ()) -> None:
        """Know a disclosure that is put in.

        Args:
            place: where it is put.
            identity: what its title says.
            hashes: SHA-256 of its files as received.
        """
        if place.row:
            self.departments.add(place.row)
        one = place.disclosure_id
        self._held[one] = Held(one, *_told(identity), frozenset(hashes))
        self._know(one, hashes)

    @property
    def has_new_rows(self) -> bool:
        """Whether the registry does not have all of its rows yet."""
        return not self._registered.issuperset(self.rows())

    def rows(self) -> list[Department]:
        """The rows of the registry: those that it had, and those of departments that are there."""
        there = {one[:-5] for one in self._held if (self._packages / one).is_dir()}
        return [
            row
            for row in self.departments.rows
            if row in self._registered or row.department_id in there
        ]

    def id_of(self, identity: Identity) -> str:
        """The id of a year of a department, whether it is held or not; empty for an unknown one."""
        department = self.departments.find(*_told(identity)).department_id
        return f"{department}-{identity.year}" if department else ""

    def place(
        self, file: str, identity: Identity, wanted: str = "", department: str = ""
    ) -> Destination:
        """Where a new disclosure goes.

        Args:
            file: name of the file, which is its id where it is one of an unknown department.
            identity: what its title says.
            wanted: its id, as a maintainer gives it; empty where it is to be found.
            department: id of its department, as a maintainer gives it; empty likewise.

        Raises:
            ConflictingSourceError: if its department has published this year already, its id is
                taken, or the id that was given is of another department.
        """
        meant = self._meant(file, identity, wanted, department)
        found = self._free(file, identity, meant, wanted)
        return found._replace(remarks=tuple(filter(None, (meant.remark, *found.remarks))))

    def _meant(self, file: str, identity: Identity, wanted: str, department: str) -> Meant:
        """The department that is meant: by a maintainer, or by the title."""
        found = self.departments.find(*_told(identity))
        given = department or check_id(wanted)[:-5] if wanted or department else ""
        if given and found.department_id not in ("", given) and not department:
            raise ConflictingSourceError(
                file,
                f"the id {wanted} for {identity.department}",
                f"the id {found.department_id}-{identity.year}, as the registry knows it",
                "leave --id out; if it is another department, give its region with --region, or "
                "correct datapackages/departments.csv",
            )
        return Meant(given) if given else found

    def _free(self, file: str, identity: Identity, meant: Meant, wanted: str) -> Destination:
        if not meant.department_id:
            return self._new(file, identity)
        chosen = wanted or check_id(f"{meant.department_id}-{identity.year}")
        other = self._held.get(chosen)
        if other and not wanted and not same_account(identity.scope, other.scope):
            return self._beside(file, identity, meant.department_id)
        self._refuse_taken(file, chosen, identity)
        if self.departments.find(*_told(identity)).department_id:
            return Destination(chosen)
        remark = f"{identity.department} is a new name of the department {chosen[:-5]}"
        return self._with_line(file, chosen, identity, identity.department, remark)

    def _refuse_taken(self, file: str, chosen: str, identity: Identity) -> None:
        """Refuse an id that is taken: the department has published this year, or had."""
        if row := self._gone.get(chosen):
            raise ConflictingSourceError(
                file,
                f"the id {chosen}, which was {told_of(row)}",
                "an id that was never used",
                advice_of(row),
            )
        other = self._held.get(chosen)
        if other or (self._packages / chosen).exists():
            title = Held(chosen, *_told(identity)).title
            same = not other or other.department == identity.department
            raise ConflictingSourceError(
                file,
                f"{title}, which is in the collection as {chosen}"
                + ("" if same or not other else f" ({other.department})"),
                "a department and year that are not, and a free id",
                f"`juesuan replace {chosen} FILE` if this is a newer version; if it is another "
                "department, give a free id with --id",
            )

    def _new(self, file: str, identity: Identity) -> Destination:
        """The place of a department that the registry does not know."""
        stem = Path(file).stem
        named = ID.fullmatch(stem) and stem.endswith(f"-{identity.year}")
        own = (stem if named else identity.suggested_id())[:-5]
        number, free = 1, own
        while free in self.departments.ids:
            number += 1
            free = f"{own}-{number}"
        remark = f"the department {identity.department} is new: {free}"
        chosen = check_id(f"{free}-{identity.year}")
        self._refuse_taken(file, chosen, identity)
        return self._with_line(file, chosen, identity, identity.department, remark)

    def _beside(self, file: str, identity: Identity, department: str) -> Destination:
        """The place of a department's other account of a year that it has published."""
        from pypinyin import lazy_pinyin  # here, because it is slow to import and seldom needed

        own = f"{department}-{''.join(lazy_pinyin(identity.scope))}"
        name, above = of_scope(identity.department, identity.scope), department
        chosen = check_id(f"{own}-{identity.year}")
        self._refuse_taken(file, chosen, identity)
        remark = f"{department}-{identity.year} is the department's other account of the year"
        parent = "" if identity.scope in WHOLE else above
        return self._with_line(file, chosen, identity, name, remark, parent)

    def _with_line(
        self,
        file: str,
        chosen: str,
        identity: Identity,
        name: str,
        remark: str,
        parent: str = "",
    ) -> Destination:
        try:
            row = row_of(chosen[:-5], name, identity.region_code, parent)
        except ValidationError as error:
            raise ConflictingSourceError(
                file,
                f"the department's name {name[:60]!r}",
                "a name as departments have, which datapackages/departments.csv can hold",
                "give it with --department",
            ) from error
        told = f"{remark}; it gets its line in datapackages/departments.csv, complete that"
        return Destination(chosen, row, (told,))


def _told(identity: Identity) -> tuple[str, str, str, int]:
    """What a title says: department, scope, region and year."""
    return identity.department, identity.scope, identity.region_code, identity.year

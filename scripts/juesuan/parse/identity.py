"""What a disclosure is: department, year, scope, region, and the id under which it is published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from juesuan import terms
from juesuan.errors import ConflictingSourceError, NotADisclosureError
from juesuan.model import Document
from juesuan.parse.other import refuse_other
from juesuan.parse.several import refuse_several
from juesuan.parse.title import Title, beginning, title, words_of_accounts
from juesuan.terms import Words

Scope = Literal["汇总", "部门", "单位", "本级"]
"""Whose accounts: of a department with its agencies, of a department, of an agency, of its own."""

_SCOPES: tuple[Scope, ...] = get_args(Scope)


_WIDER: tuple[Scope, ...] = ("汇总", "本级")
"""Scopes that may stand behind 部门 in a title; 部门(单位) is the template's and tells none."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who disclosed what.

    Attributes:
        department: name as printed in the title, full-width brackets, without its scope.
        year: fiscal year.
        scope: 汇总, 部门, 单位 or 本级.
        region_code, region: GB/T 2260; empty where the name tells none.
    """

    department: str
    year: int
    scope: Scope
    region_code: str
    region: str

    def suggested_id(self) -> str:
        """An ASCII id from region, department and year, by pinyin.

        All regions that the department's name holds count, without the level in their names.
        """
        rest, regions = self.department, []
        for name in terms.above(self.region_code):
            if name in rest:
                rest = rest.replace(name, "", 1)
                regions.append(_slug(_words().pattern("region_level").sub("", name)))
        return "-".join(part for part in (*regions, _slug(rest), str(self.year)) if part)


class Given(NamedTuple):
    """What a maintainer says of a disclosure; empty where the document itself is to tell.

    Attributes:
        department: its name, without its scope.
        year: fiscal year; 0 where none is given.
        scope: 汇总, 部门, 单位 or 本级.
        region_code: GB/T 2260.
    """

    department: str = ""
    year: int = 0
    scope: Scope | Literal[""] = ""
    region_code: str = ""


NOTHING_GIVEN = Given()
"""A maintainer says nothing."""


def identify(document: Document, given: Given = NOTHING_GIVEN) -> Identity:
    """Find department, year, scope and region in a document.

    Args:
        document: the disclosure.
        given: what a maintainer says of it, which counts before what its title says. With
            department and year it needs no title.

    Raises:
        NotADisclosureError: if its head holds no title of a final-accounts disclosure.
        ConflictingSourceError: if the title's year is not the year of the text, or if it holds two
            disclosures.
    """
    refuse_several(document)
    found = _title(document, given)
    year = given.year or int(found.year)
    department, scope = _scope(found.department, found.kind, document)
    department = _wide(given.department) or department
    _agree(document, year)
    region_code, region = _region(department)
    if given.region_code:
        region_code, region = given.region_code, terms.regions()[given.region_code][0]
    return Identity(department, year, given.scope or scope, region_code, region)


def _title(document: Document, given: Given) -> Title:
    """The title; what a maintainer gives in its place, where there is none."""
    try:
        return title(document)
    except NotADisclosureError:
        if not (given.department and given.year and words_of_accounts(document.text)):
            raise
        refuse_other(document)
        return Title(given.department, str(given.year), "")


def _words() -> Words:
    return terms.words("identity")


def _scope(name: str, kind: str, document: Document) -> tuple[str, Scope]:
    """The name with full-width brackets and without its scope, and the scope.

    Args:
        name: of the department, as in the title.
        kind: of accounts, as in the title.
        document: for the title of its first part.
    """
    wider = next((one for one in _WIDER if f"({one})" in kind), None)
    for scope in _SCOPES:
        if name.endswith(f"({scope})"):
            return _wide(name[: -len(scope) - 2]), wider or scope
    return _wide(name), wider or ("单位" if _is_of_agency(kind, document) else "部门")


def _is_of_agency(kind: str, document: Document) -> bool:
    if _words().pattern("of_an_agency").search(kind):
        return True
    head = re.sub(r"\s", "", beginning(document))
    agency, department = (
        _words().pattern(f"{name}_overview").search(head) for name in ("agency", "department")
    )
    return bool(agency and not department)


def _wide(name: str) -> str:
    return name.replace("(", "（").replace(")", "）")


def _agree(document: Document, year: int) -> None:
    squeezed = re.sub(r"\s", "", document.clean)
    years = _words().pattern("year_of_totals").findall(squeezed)
    others = sorted({found for found in years if int(found) != year})
    if not others or str(year) in years:
        return
    at = document.clean.find(others[0])
    raise ConflictingSourceError(
        f"{document.name}:{document.line_of(max(at, 0))}",
        f"the totals of fiscal year {', '.join(others)}",
        f"fiscal year {year} as in the title",
        "check which year the file is of; correct nothing in it",
    )


_SHORTEST = 2
"""Characters of the shortest names of regions."""


def _region(department: str) -> tuple[str, str]:
    """Code and name of the region: the first in the name, or a smaller one inside it behind.

    A name that several regions have (新华区) tells none, unless the one above it stands before it.
    """
    found = _regions_in(department)
    if not found:
        return "", ""
    at, _, code, name = min(found)
    others = {sub for start, _, sub, label in found if (start, label) == (at, name)} - {code}
    if not all(_within(one, code) for one in others):
        return "", ""
    inside = [(sub, label) for _, _, sub, label in found if label != name and _within(sub, code)]
    return max(inside, default=(code, name), key=lambda pair: len(pair[0].rstrip("0")))


def _regions_in(department: str) -> list[tuple[int, int, str, str]]:
    """Place, length (negative), code and name of each region that a name holds."""
    every = (
        (department.find(name), -len(name), code, name)
        for code, (name, _) in terms.regions().items()
        if name in department
    )
    return [one for one in every if _begins_a_name(department[: one[0]], one[3])]


def _begins_a_name(before: str, name: str) -> bool:
    """Whether a region's name stands for itself behind what is before it.

    One of two characters (沁县) may as well be the end of a longer name that is not in the list.
    """
    return len(name) > _SHORTEST or bool(_words().pattern("before_a_region").search(before))


def _within(code: str, above: str) -> bool:
    parent = terms.regions()[code][1]
    return parent == above or (bool(parent) and _within(parent, above))


def _slug(chinese: str) -> str:
    from pypinyin import lazy_pinyin  # here, because it is slow to import and seldom needed

    letters = "".join(lazy_pinyin(re.sub(r"[^\w]", "", chinese)))
    return re.sub(r"[^a-z0-9]+", "", letters.lower())[:40]

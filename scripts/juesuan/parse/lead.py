"""Which file of a disclosure leads: the one with its title and its prose; the tables follow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from juesuan.errors import ConflictingSourceError, NotADisclosureError
from juesuan.model import Document
from juesuan.parse.identity import Identity, identify

_NUMBER = re.compile(r"(\d+)")


def lead_first(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The files of a disclosure in the order in which they are read.

    The one leads that has the title of a disclosure; of several such files, or where none has it,
    the one with most text outside of tables. The others follow in the order of their names, in
    which numbers count as numbers.

    Args:
        documents: the files, each by itself.

    Returns:
        The same, the leading one first; each other one with a title is remarked.

    Raises:
        ConflictingSourceError: if two have titles of different departments or years.
    """
    if len(documents) == 1:
        return tuple(documents)
    titled = [(one, identity) for one in documents if (identity := _identity(one))]
    _refuse_two(titled)
    lead = max([one for one, _ in titled] or documents, key=_prose)
    others = sorted((one for one in documents if one is not lead), key=lambda one: _order(one.name))
    also = {one.name for one, _ in titled}
    return (lead, *_told(others, lead, also))


def _identity(document: Document) -> Identity | None:
    try:
        return identify(document)
    except NotADisclosureError:
        return None


def _refuse_two(titled: Sequence[tuple[Document, Identity]]) -> None:
    for other, identity in titled[1:]:
        first = titled[0][1]
        names = sorted((identity.department, first.department), key=len)
        if identity.year != first.year or not names[1].endswith(names[0]):
            raise ConflictingSourceError(
                other.name,
                f"the title of {identity.department} {identity.year}, and in {titled[0][0].name} "
                f"that of {first.department} {first.year}",
                "files of one disclosure",
                "add each disclosure by itself",
            )


def _prose(document: Document) -> int:
    """Characters outside of tables."""
    inside = (document.clean[table.start : table.end] for table in document.tables)
    return _printed(document.clean) - sum(map(_printed, inside))


def _printed(text: str) -> int:
    return sum(map(len, text.split()))


def _order(name: str) -> list[tuple[int, str]]:
    parts = _NUMBER.split(name)
    return [(int(part), "") if part.isdecimal() else (0, part) for part in parts]


def _told(others: Iterable[Document], lead: Document, also: set[str]) -> Iterator[Document]:
    """The files behind the leading one, those with a title remarked."""
    for one in others:
        remark = (
            f"has the title of a disclosure as well; {lead.name} leads, which has more text: see "
            "whether both are one disclosure, and none of them an older version"
        )
        told = (*one.remarks, remark) if one.name in also else one.remarks
        yield replace(one, remarks=told)

"""Addresses of disclosures that were removed or renamed: none of them ever leads to nothing.

A removed one's page says what was here, and when and why it was taken away. Each address of a
renamed one leads on to the same place under its new id, without a script; with one, to the same
line. A host of static files knows no other way: a file's old address is a folder with such a page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from juesuan.collection import Logged, gone, now_called
from juesuan.pages import addresses
from juesuan.pages.addresses import BODY, Address
from juesuan.pages.markup import rendered
from juesuan.pages.telling.words import title_of

_USUAL = (
    "",
    addresses.CHECKS,
    addresses.TABLES,
    addresses.source(1),
    addresses.forms(1),
    addresses.archive("{id}", "zip"),
    addresses.archive("{id}", "xlsx"),
    addresses.DESCRIPTOR,
)
"""What is below a disclosure of which nothing is drawn any more."""


def pages(
    log: Sequence[Logged], drawn: Path, known: Collection[str], address: Address
) -> Iterator[tuple[str, str]]:
    """The pages at addresses of disclosures that are gone.

    Args:
        log: of the collection.
        drawn: the folder of what is generated, with all disclosures in it.
        known: ids of the disclosures that are drawn.
        address: of the site.

    Yields:
        File below the drawn folder, and content.
    """
    for old, row in gone(log).items():
        if old not in known:
            yield from _of_one(old, row, log, drawn, known, address)


def _of_one(
    old: str,
    row: Logged,
    log: Sequence[Logged],
    drawn: Path,
    known: Collection[str],
    address: Address,
) -> Iterator[tuple[str, str]]:
    goal = now_called(log, old)
    if goal in known:
        yield from _redirects(old, goal, _below(drawn, goal), address)
    elif goal in gone(log) and goal != old:
        yield from _redirects(old, goal, _USUAL, address, only_to_first=True)
    else:
        yield from _told(old, row, address)


def departments(
    log: Sequence[Logged], held: Collection[str], address: Address
) -> Iterator[tuple[str, str]]:
    """The pages of departments that are left by all of their disclosures.

    Args:
        log: of the collection.
        held: ids of the departments that have a page.
        address: of the site.
    """
    for old in {one[:-5]: one for one in gone(log)}.values():
        goal = now_called(log, old)
        there = addresses.department(goal[:-5])
        if old[:-5] not in held:
            goal = there if goal[:-5] in held else addresses.disclosure(goal)
            yield _redirect(addresses.department(old[:-5]), goal, address)


def _told(old: str, row: Logged, address: Address) -> Iterator[tuple[str, str]]:
    """The page of a disclosure that is not here any more, to which all its addresses lead."""
    home = addresses.disclosure(old)
    content = rendered("gone.html", here=home, row=row, title=title_of_row(row))
    yield addresses.body(home), content
    for below in _USUAL[1:]:
        yield _redirect(_named(home, below, old), home, address)


def _redirects(
    old: str, goal: str, places: Sequence[str], address: Address, only_to_first: bool = False
) -> Iterator[tuple[str, str]]:
    """A page at each address below the old id, which leads to that below the new one."""
    for below in places:
        there = "" if only_to_first else below
        here = _named(addresses.disclosure(old), below, old)
        yield _redirect(here, _named(addresses.disclosure(goal), there, goal), address)


def _named(home: str, below: str, disclosure_id: str) -> str:
    return home + below.format_map(_Id(id=disclosure_id))


class _Id(dict[str, str]):
    """What stands in braces; all but the id stays as it is."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def _below(drawn: Path, disclosure_id: str) -> list[str]:
    """The addresses below a disclosure that is drawn; its id in braces."""
    folder = drawn / addresses.disclosure(disclosure_id)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    names = [path.relative_to(folder).as_posix() for path in files]
    shown = [one for one in names if not one.rpartition("/")[2].startswith(".")]
    return [one.removesuffix(BODY).replace(disclosure_id, "{id}") for one in shown]


def _redirect(here: str, goal: str, address: Address) -> tuple[str, str]:
    """The page that leads from one address to another."""
    folder = here if here.endswith("/") or not here else f"{here}/"
    return f"{folder}index.html", rendered(
        "moved.html",
        here=folder,
        goal=addresses.way(folder, goal) or "./",
        canonical=address.of(goal) if address.site else addresses.way(folder, goal) or "./",
    )


def title_of_row(row: Logged) -> str:
    """The title of a disclosure that is gone; its id where its package could not be read."""
    about: Mapping[str, object] = row.model_dump()
    return title_of(about) if row.department else row.disclosure_id

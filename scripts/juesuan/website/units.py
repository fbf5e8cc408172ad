"""Units: the pages of one disclosure, or of one shared folder, filled once and kept.

A unit is filled again only where what was drawn of it, the frames or this program changed. Its
pages are kept outside the website, which is put together from them.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from juesuan.collection import ENDED, hash_of, spread
from juesuan.errors import JuesuanError, WebsiteError
from juesuan.pages.addresses import BODY, DRAWN
from juesuan.website import body
from juesuan.website.fill import filled
from juesuan.website.frame import Frame, Shape
from juesuan.website.laid import put
from juesuan.website.links import Linked, Targets, linked, lost
from juesuan.website.parts import continuation, continued
from juesuan.website.squeeze import spare

KEPT = Path(".cache") / "website" / "pages"
"""Where filled pages are kept, below the repository's root."""

PRINT = ".fingerprint"
"""A drawn disclosure's file that says what it was drawn from."""

LINKS = ".links.json"
"""Beside a kept page: what it was filled from, its ids and the targets of its links."""

_RECORD = ".filled.json"
_FEW = 400
"""Pages that are filled faster than other processes begin."""


class Done(NamedTuple):
    """What became of a unit.

    Attributes:
        faults: what is wrong with it, a line each.
        targets: of links that leave the unit.
        is_new: whether its pages were filled now.
    """

    faults: Sequence[str]
    targets: Mapping[str, Sequence[str]]
    is_new: bool = True


@dataclass(frozen=True)
class Unit:
    """A part of the site whose pages are filled together.

    Attributes:
        root: the repository.
        name: folder below the site's root.
        files: drawn files below the site's root.
        frames: of the pages, by shape.
        key: a hash over the frames and this program.
        is_deep: whether all that is in its folder belongs to it; only its files else.
    """

    root: Path
    name: str
    files: Sequence[str]
    frames: Mapping[Shape, Frame]
    key: str
    is_deep: bool = True

    @property
    def kept(self) -> Path:
        """The folder of its filled pages."""
        return self.root / KEPT / self.name

    @property
    def pages(self) -> int:
        """The number of its pages."""
        return sum(one.endswith(BODY) for one in self.files)

    def holds(self, file: str) -> bool:
        """Whether a file of the site belongs to it, its folder's whatever they are or its own."""
        if self.is_deep:
            return file.startswith(f"{self.name}/")
        return any(file == (page_of(one) if one.endswith(BODY) else one) for one in self.files)

    def print(self) -> str:
        """What its pages depend on: what they were drawn from, or what was drawn."""
        drawn = self.root / DRAWN / self.name
        told, more = drawn / PRINT, continuation(self.root / DRAWN, self.name)
        if told.is_file():
            return self.key + told.read_text(encoding="utf-8") + more
        return self.key + hash_of(drawn, [self.root / DRAWN / one for one in self.files])


def page_of(file: str) -> str:
    """The file of a page in the site, from that of its body.

    >>> page_of("d/made-up-2024/index.body")
    'd/made-up-2024/index.html'
    """
    return file.removesuffix(BODY) + "index.html"


def fill_all(units: Sequence[Unit], jobs: int = 0) -> Iterator[tuple[Unit, Done]]:
    """Fill what has changed.

    Args:
        units: all units.
        jobs: processes; 0 for one a core.

    Yields:
        Each unit and what became of it.
    """
    todo = []
    for unit in units:
        before = _before(unit)
        if before is None:
            todo.append(unit)
        else:
            yield unit, before
    few = sum(unit.pages for unit in todo) <= _FEW
    yield from spread(_fill, todo, 1 if few else jobs, _ended, "spawn")


def _ended(unit: Unit) -> Done:
    return Done([f"{unit.name}: {ENDED}"], {})


def _before(unit: Unit) -> Done | None:
    """What became of a unit that has not changed since."""
    try:
        told = json.loads((unit.kept / _RECORD).read_text(encoding="utf-8"))
        return Done([], told["targets"], False) if told["print"] == unit.print() else None
    except (OSError, ValueError, KeyError):
        return None


def _fill(unit: Unit) -> Done:
    """Fill the pages of a unit that have changed; what is left half filled has no record."""
    (unit.kept / _RECORD).unlink(missing_ok=True)
    pages = {}
    try:
        for file in unit.files:
            if file.endswith(BODY):
                pages[page_of(file)] = _page(unit, file)
            elif file.endswith(".html"):  # a whole page of its own
                text = (unit.root / DRAWN / file).read_text(encoding="utf-8")
                pages[file] = linked(text, file)
    except JuesuanError as error:
        return Done([str(error)], {})
    _remove_but(unit, pages)
    known = set(unit.files)
    own = {name: _split(page.targets, unit) for name, page in pages.items()}
    faults = [
        line
        for name, page in pages.items()
        for line in lost(Linked(name, page.ids, own[name][0]), known, pages)
    ]
    targets: Targets = {}
    for _, leaving in own.values():
        for file, ids in leaving.items():
            targets.setdefault(file, set()).update(ids)
    done = Done(faults, {file: sorted(ids) for file, ids in sorted(targets.items())})
    if not faults:
        told = {"print": unit.print(), "targets": done.targets}
        put(unit.kept / _RECORD, json.dumps(told, ensure_ascii=False).encode())
    return done


def _remove_but(unit: Unit, pages: Collection[str]) -> None:
    """Remove kept pages that a unit has no more."""
    if unit.is_deep and unit.kept.is_dir():
        begin = len(unit.name) + 1
        names = {page[begin:].partition("/")[0] for page in pages}
        for old in [one for one in unit.kept.iterdir() if one.is_dir() and one.name not in names]:
            shutil.rmtree(old)


def _split(targets: Targets, unit: Unit) -> tuple[Targets, Targets]:
    """Targets in a unit, and those that leave it."""
    own = {file: ids for file, ids in targets.items() if unit.holds(file)}
    return own, {file: ids for file, ids in targets.items() if file not in own}


def _page(unit: Unit, file: str) -> Linked:
    """What a page links to; it is filled and kept, unless that was done from the same."""
    path, name = unit.root / DRAWN / file, page_of(file)
    text = continued(path.read_text(encoding="utf-8"), unit.root / DRAWN, unit.name)
    told = hashlib.sha256((unit.key + text).encode()).hexdigest()
    target = unit.root / KEPT / name
    kept = _kept(target, name, told)
    return kept if kept is not None else _filled(unit, body.of(text, path), target, name, told)


def _filled(unit: Unit, drawn: body.Body, target: Path, name: str, told: str) -> Linked:
    shape = Shape(name.count("/"), drawn.hide, drawn.lang)
    if shape not in unit.frames:
        raise WebsiteError(
            f"{name}: found hide {list(drawn.hide)}, lang {drawn.lang!r}; expected some of "
            "navigation and toc, sorted, and a language only below a disclosure, with navigation "
            "alone."
        )
    html = filled(unit.frames[shape], drawn, name.removesuffix("index.html"))
    found = linked(html, name)
    target.with_name(LINKS).unlink(missing_ok=True)
    put(target, spare(html).encode())
    targets = {there: sorted(ids) for there, ids in found.targets.items()}
    kept = {"print": told, "ids": sorted(found.ids), "targets": targets}
    put(target.with_name(LINKS), json.dumps(kept, ensure_ascii=False).encode())
    return found


def _kept(target: Path, name: str, told: str) -> Linked | None:
    """What a kept page links to, if it was filled from the same."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(target.with_name(LINKS).read_text(encoding="utf-8"))
        if kept["print"] == told and target.is_file():
            targets = {there: set(ids) for there, ids in kept["targets"].items()}
            return Linked(name, frozenset(kept["ids"]), targets)
    return None


def ids_of(page: Path) -> frozenset[str]:
    """The ids in a page that is kept."""
    kept = json.loads(page.with_name(LINKS).read_text(encoding="utf-8"))
    return frozenset(kept["ids"])

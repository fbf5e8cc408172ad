"""Putting the website together: all is filled and held before a file of the old one changes."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import combinations, groupby
from pathlib import Path

from juesuan.errors import WebsiteError
from juesuan.pages import addresses
from juesuan.pages.addresses import BODY, DRAWN, Address
from juesuan.reach import version
from juesuan.website import sitemap
from juesuan.website.builder import BUILDERS, BuiltPages, built
from juesuan.website.frame import Shape
from juesuan.website.laid import lay
from juesuan.website.links import LOST, linked, lost_in
from juesuan.website.units import KEPT, LINKS, Unit, fill_all, ids_of, page_of
from juesuan.website.written import PLACE, Pages, written

SITE = Path("site")
"""The folder of the website, below the repository's root."""

_HELD = Path(".cache") / "website" / ".held"
"""It is there when all links of what is kept of the website lead somewhere."""

_ENGLISH = Shape(3, ("navigation",), "en")
"""The frame of the pages in English, one below each disclosure."""

_HIDDEN = ("navigation", "toc")
"""What of the theme a page may hide."""

_BY_HAND = "docs"
"""Where links of pages that are written by hand stand, for messages."""

_READ = 256
"""Pages whose ids are kept while links are held."""

_TOLD = 20
"""Broken links that a message names."""

NEARLY_FULL = 800_000_000
"""Bytes from which a website is told to be nearly as large as GitHub Pages takes (1 GB)."""


@dataclass
class Built:
    """What was built.

    Attributes:
        pages: their number.
        files: their number, pages among them.
        size: of all files, in bytes.
        kinds: bytes by the ending of files.
        lost: links of single disclosures that lead nowhere, a line each: one that is damaged never
            stops the others.
    """

    pages: int = 0
    files: int = 0
    size: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)

    @property
    def is_nearly_full(self) -> bool:
        """Whether it is nearly as large as GitHub Pages takes."""
        return self.size >= NEARLY_FULL

    def count(self, file: str, size: int) -> None:
        """Count a file."""
        name = file.rpartition("/")[2]
        self.files += 1
        self.pages += name == "index.html"
        self.size += size
        self.kinds[name.rpartition(".")[2] if "." in name else "none"] += size


def website(root: Path, address: str = "", program: str = BUILDERS[0], jobs: int = 0) -> Built:
    """Make the website of what was drawn and what is written by hand.

    The old one stays as it is until all of the new one is filled and its links lead somewhere;
    then what differs is exchanged, file by file.

    Args:
        root: the repository.
        address: where it will be published; empty if unknown.
        program: that builds the theme's pages, one of ``BUILDERS``.
        jobs: processes; 0 for one a core.

    Returns:
        How large it is.

    Raises:
        WebsiteError: if a page cannot be built, or a link leads nowhere.
    """
    drawn = list(_drawn_files(root / DRAWN))
    depths = {2, 3} | {one.count("/") for one in drawn if one.endswith(BODY)}
    hidden = [one for n in range(len(_HIDDEN) + 1) for one in combinations(_HIDDEN, n)]
    shapes = [Shape(depth, hide) for depth in sorted(depths) for hide in hidden] + [_ENGLISH]
    made = built(root, shapes, program)
    held = _before_changes(root)
    found = _filled(root, drawn, made, jobs)
    by_hand = written(root, made.folder, root / DRAWN)
    files = _placed(root, drawn, made, by_hand)
    faults = [*found.faults, *_lost(root, files, found, by_hand, held)]
    _refuse([line for line in faults if not _is_of_one(line)])
    if not faults:
        (root / _HELD).write_text("", encoding="utf-8")
    return _laid(root, files, frozenset(drawn), Address(address), faults)


def _drawn_files(drawn: Path) -> Iterator[str]:
    """What is published of what was drawn: files below the site's root, sorted."""
    for folder, names, files in os.walk(drawn):
        names.sort()
        below = Path(folder).relative_to(drawn).as_posix()
        begin = "" if below == "." else f"{below}/"
        if not begin.startswith(addresses.folder(addresses.PARTS)):
            yield from (begin + one for one in sorted(files) if not one.startswith("."))


@dataclass
class _Filled:
    """What became of all units.

    Attributes:
        faults: what is wrong with them, a line each.
        targets: of links that leave each unit, by its name.
        fresh: names of those that were filled now, or are not there any more.
    """

    faults: list[str] = field(default_factory=list)
    targets: dict[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)


def _before_changes(root: Path) -> bool:
    """Whether all links of what is kept are known to hold; unknown from now on, until they do."""
    known = (root / _HELD).is_file()
    (root / _HELD).unlink(missing_ok=True)
    return known


def _lost(
    root: Path, files: Mapping[str, Path], found: _Filled, by_hand: Pages, held: bool
) -> Iterator[str]:
    """Links between parts of the site that lead nowhere.

    Where all were held before, only those are looked at that leave or enter what was filled now.
    """
    ids = lru_cache(_READ)(partial(_ids, root / KEPT, files, by_hand))
    entered = {one for one in files if _unit_of(one) in found.fresh} | by_hand.fresh
    for source, there in sorted({**found.targets, _BY_HAND: by_hand.targets}.items()):
        fresh = by_hand.fresh if source == _BY_HAND else source in found.fresh
        if held and not fresh:
            there = {
                one: there[one] for one in there.keys() & entered | there.keys() - files.keys()
            }
        yield from lost_in(files, dict(sorted(there.items())), source, ids)


def _ids(kept: Path, files: Mapping[str, Path], by_hand: Pages, file: str) -> frozenset[str]:
    """The ids in a page of the site."""
    if file in by_hand.pages:
        return frozenset(by_hand.pages[file].ids)
    if (kept / file).with_name(LINKS).is_file():
        return ids_of(kept / file)
    return linked(files[file].read_text(encoding="utf-8", errors="replace"), file).ids


def _is_shared(file: str) -> bool:
    """Whether a file is over all disclosures.

    >>> _is_shared("d/rules/N03/index.body"), _is_shared("d/made-up-2024/index.body")
    (True, False)
    """
    parts = file.split("/")
    return f"{parts[0]}/" != addresses.GENERATED or parts[1] in addresses.SHARED


def _unit_of(file: str) -> str:
    """The folder whose pages are filled together: that of a disclosure, or of one page over all.

    >>> _unit_of("d/made-up-2024/checks/index.body"), _unit_of("d/rules/N03/index.body")
    ('d/made-up-2024', 'd/rules/N03')
    """
    return file.rpartition("/")[0] if _is_shared(file) else "/".join(file.split("/")[:2])


def _filled(root: Path, drawn: Sequence[str], made: BuiltPages, jobs: int) -> _Filled:
    """Fill all units."""
    key = made.key + version("website.units")
    own = sorted((one for one in drawn if not _is_shared(one) or _is_page(one)), key=_unit_of)
    units = [
        Unit(root, name, list(files), made.frames, key, not _is_shared(f"{name}/"))
        for name, files in groupby(own, _unit_of)
    ]
    units = [one for one in units if one.pages]
    found = _Filled()
    for unit, done in fill_all(units, jobs):
        found.faults += done.faults
        found.targets[unit.name] = done.targets
        if done.is_new:
            found.fresh.add(unit.name)
    _forget(root, {unit.name for unit in units})
    return found


def _is_page(file: str) -> bool:
    return file.endswith((BODY, ".html"))


def _forget(root: Path, names: set[str]) -> None:
    """Remove kept pages of units that are not there any more."""
    kept = root / KEPT
    above = {one[:end] for one in names for end in _ends(one)}
    for path in sorted([*kept.glob("*"), *kept.glob("d/*"), *kept.glob("d/*/*")]):
        name = path.relative_to(kept).as_posix()
        shared = name.count("/") < 2 or _is_shared(f"{name}/")
        if path.is_dir() and shared and name not in above:
            shutil.rmtree(path)


def _ends(name: str) -> list[int]:
    """Where the names of folders end in that of one of them, itself the last.

    >>> _ends("d/rules/N03")
    [1, 7, 11]
    """
    return [*(at for at, char in enumerate(name) if char == "/"), len(name)]


def _placed(root: Path, drawn: Sequence[str], made: BuiltPages, by_hand: Pages) -> dict[str, Path]:
    """All files of the site, and where each lies."""
    files = {page_of(file): root / KEPT / page_of(file) for file in drawn if file.endswith(BODY)}
    files |= {file: root / DRAWN / file for file in drawn if not file.endswith(BODY)}
    assets = (path for path in made.folder.rglob("*") if path.suffix != ".html")
    own = {path.relative_to(made.folder).as_posix(): path for path in assets if path.is_file()}
    own |= {file: root / PLACE / file for file in by_hand.pages}
    for file in sorted(files.keys() & own.keys()):
        raise WebsiteError(
            f"{SITE / file}: found a generated file in this place of the site; expected none. What "
            "to do: move the page away from docs/; the folders docs/d/ and docs/api/ belong to no "
            "one."
        )
    return files | own


def _is_of_one(line: str) -> bool:
    """Whether a fault is a link on a page of one disclosure: its original may be lost.

    >>> _is_of_one("d/a-2024/index.html: found a link to d/a-2024/files/a.txt, which is not there")
    True
    >>> _is_of_one("d/rules/N03/index.html: found a link to checks/x, which is not there")
    False
    """
    return not _is_shared(f"{line.partition(':')[0]}/") and LOST in line


def _refuse(faults: Sequence[str]) -> None:
    """Publish nothing that has a fault."""
    if faults:
        more = f"\nand {len(faults) - _TOLD} more" if len(faults) > _TOLD else ""
        raise WebsiteError(
            "\n".join(faults[:_TOLD]) + more + "\nThe old website stays. What to do: correct the "
            "page in docs/ or the template that writes the link."
        )


def _laid(
    root: Path,
    files: Mapping[str, Path],
    apart: Collection[str],
    address: Address,
    lost: Sequence[str],
) -> Built:
    """Lay all files out, with the list of pages but those that were drawn whole; count them."""
    pages = [one for one in files if f"/{one}".endswith("/index.html") and one not in apart]
    texts = dict(sitemap.files([one.removesuffix("index.html") for one in pages], address))
    texts["robots.txt"] = sitemap.robots(address)
    found = Built(lost=[*lost])
    for file, size in lay(root / SITE, files, texts).items():
        found.count(file, size)
    return found

"""Putting the website together beside the old one, and exchanging them when it is whole."""

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
from juesuan.website.links import LOST, linked, lost_in
from juesuan.website.parts import completed
from juesuan.website.units import IDS, KEPT, Unit, fill_all, page_of

SITE = Path("site")
"""The folder of the website, below the repository's root."""

_FRESH, _OLD = Path(".cache") / "site.new", Path(".cache") / "site.old"

_HIDDEN = ("navigation", "toc")
"""What of the theme a page may hide."""

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

    def count(self, path: Path) -> None:
        """Count a file."""
        size = path.stat().st_size
        self.files += 1
        self.pages += path.name == "index.html"
        self.size += size
        self.kinds[path.suffix.lstrip(".") or "none"] += size


def website(root: Path, address: str = "", program: str = BUILDERS[0], jobs: int = 0) -> Built:
    """Make the website of what was drawn and what is written by hand.

    The old one stays until the new one is whole.

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
    _recover(root)
    drawn = list(_drawn_files(root / DRAWN))
    depths = {2, 3} | {one.count("/") for one in drawn if one.endswith(BODY)}
    hidden = [one for n in range(len(_HIDDEN) + 1) for one in combinations(_HIDDEN, n)]
    shapes = [Shape(depth, hide) for depth in sorted(depths) for hide in hidden]
    made = built(root, shapes, program)
    fresh = root / _FRESH
    shutil.rmtree(fresh, ignore_errors=True)
    faults, targets = _units(root, drawn, made, jobs)
    _assemble(root, fresh, drawn, made)
    targets["docs"] = _written(root, fresh, made)
    ids = lru_cache(_READ)(partial(_ids, root / KEPT, fresh))
    for source, there in targets.items():
        faults += lost_in(fresh, there, source, ids)
    _refuse([line for line in faults if not _is_of_one(line)])
    found = _weighed(fresh, address, frozenset(drawn))
    found.lost = [line for line in faults if _is_of_one(line)]
    _exchange(root, fresh)
    return found


def _drawn_files(drawn: Path) -> Iterator[str]:
    """What is published of what was drawn: files below the site's root, sorted."""
    for folder, names, files in os.walk(drawn):
        names.sort()
        below = Path(folder).relative_to(drawn).as_posix()
        begin = "" if below == "." else f"{below}/"
        if not begin.startswith(addresses.folder(addresses.PARTS)):
            yield from (begin + one for one in sorted(files) if not one.startswith("."))


def _ids(kept: Path, fresh: Path, file: str) -> frozenset[str]:
    """The ids in a page of the site."""
    told = (kept / file).with_name(IDS)
    if (kept / file).is_file() and told.is_file():
        return frozenset(told.read_text(encoding="utf-8").split("\n"))
    return linked((fresh / file).read_text(encoding="utf-8"), file).ids


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


def _units(
    root: Path, drawn: Sequence[str], made: BuiltPages, jobs: int
) -> tuple[list[str], dict[str, Mapping[str, Sequence[str]]]]:
    """Fill all units: what is wrong, and by unit the targets of links that leave it."""
    key = made.key + version("website.units")
    own = sorted((one for one in drawn if not _is_shared(one) or _is_page(one)), key=_unit_of)
    units = [
        Unit(root, name, list(files), made.frames, key, not _is_shared(f"{name}/"))
        for name, files in groupby(own, _unit_of)
    ]
    units = [one for one in units if one.pages]
    faults: list[str] = []
    targets: dict[str, Mapping[str, Sequence[str]]] = {}
    for unit, done in fill_all(units, jobs):
        faults += done.faults
        targets[unit.name] = done.targets
    _forget(root, {unit.name for unit in units})
    return faults, dict(sorted(targets.items()))


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


def _assemble(root: Path, fresh: Path, drawn: Sequence[str], made: BuiltPages) -> None:
    """Lay out all files; what is a file already is linked and not copied."""
    for path in sorted(made.folder.rglob("*")):
        if path.is_file() and path.suffix != ".html":
            _place(path, fresh / path.relative_to(made.folder))
    for file in drawn:
        if file.endswith(BODY):
            page = page_of(file)
            _place(root / KEPT / page, fresh / page)
        else:
            _place(root / DRAWN / file, fresh / file)


def _place(path: Path, target: Path) -> None:
    """Put a file into the site. Nobody writes into a published file: new ones are renamed."""
    _want_free(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, target)
    except OSError:  # another disk, or one without links
        shutil.copyfile(path, target)


def _want_free(target: Path) -> None:
    """Refuse a second file in one place of the site."""
    if target.exists():
        raise WebsiteError(
            f"{target}: found a generated file in this place of the site; expected none. What to "
            "do: move the page away from docs/; the folders docs/d/ and docs/api/ belong to no one."
        )


def _written(root: Path, fresh: Path, made: BuiltPages) -> dict[str, list[str]]:
    """Write the pages that are written by hand, with their parts; the targets of their links."""
    targets: dict[str, set[str]] = {}
    for path in sorted(made.folder.rglob("*.html")):
        name = path.relative_to(made.folder).as_posix()
        html = completed(path.read_text(encoding="utf-8"), root / DRAWN, name)
        _want_free(fresh / name)
        (fresh / name).parent.mkdir(parents=True, exist_ok=True)
        (fresh / name).write_text(html, encoding="utf-8")
        if name != "404.html":  # it is shown at any address, so its links begin at the root
            for file, ids in linked(html, name).targets.items():
                targets.setdefault(file, set()).update(ids)
    return {file: sorted(ids) for file, ids in sorted(targets.items())}


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


def _weighed(fresh: Path, address: str, apart: Collection[str]) -> Built:
    """Count all files, and write the list of pages but those that were drawn whole."""
    found = Built()
    pages = []
    for folder, _, files in os.walk(fresh):
        for one in files:
            path = Path(folder) / one
            found.count(path)
            below = path.parent.relative_to(fresh).as_posix()
            if one == "index.html" and path.relative_to(fresh).as_posix() not in apart:
                pages.append("" if below == "." else f"{below}/")
    lists = sitemap.files(pages, Address(address))
    for name, text in (*lists, ("robots.txt", sitemap.robots(Address(address)))):
        (fresh / name).write_text(text, encoding="utf-8")
        found.count(fresh / name)
    return found


def _recover(root: Path) -> None:
    """Put back the website that an interrupted exchange left aside."""
    if (root / _OLD).is_dir() and not (root / SITE).exists():
        (root / _OLD).rename(root / SITE)


def _exchange(root: Path, fresh: Path) -> None:
    """Put the new website in the place of the old one."""
    site, old = root / SITE, root / _OLD
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)

"""Damaged sources of every format, from the file to the drawn pages: messages, never a fault.

``python -m tests.damage_pages 3000 9000`` damages so many, from a seed on: seven texts of ten, in
all ways of :mod:`tests.damage_texts`, some of them written as DOCX or HTML, and else the files of
:mod:`tests.damage_files`. Most sources are short, for what is long breaks at the same places; the
five are among them. What is printed: how many ended how, whatever broke, and the longest time.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from juesuan import collection
from tests.conftest import IDS
from tests.damage import outcome
from tests.damage_files import Files, as_docx, as_html, damaged_files, sets
from tests.damage_texts import DAMAGES, sources

_YEAR = re.compile(r"20\d\d(?=年)")
_WRITERS = {"made.docx": as_docx, "made.html": as_html}
"""How a damaged text is written into a file that is no text."""
_LONG = 0.04
"""The share of the long texts among all of them."""
_OLD = ("xls", "ods", "doc", "odt", "rtf", "wps")
"""What LibreOffice turns into another format, which takes seconds."""


@dataclass(frozen=True)
class Variant:
    """A damaged source: what was done, its files, its disclosure, whether it is added first."""

    kind: str
    files: Files
    disclosure_id: str = "made-up-2024"
    is_added: bool = False


def variant(seed: int) -> Variant:
    """The variant of a seed; the same one each time."""
    chance = random.Random(seed)
    match seed % 10:
        case 0 | 1 | 2:
            return _file(seed, chance)
        case 3 | 4:
            return _text(chance, chance.choice(list(_WRITERS)))
        case _:
            return _text(chance, "made.txt")


def _text(chance: random.Random, file: str) -> Variant:
    names = [one for one in _texts() if one not in IDS]
    name = chance.choice(list(IDS) if chance.random() < _LONG else names)
    kind = chance.choice(list(DAMAGES))
    text = DAMAGES[kind](_texts()[name], chance)
    year = _YEAR.search(_texts()[name])
    owner = f"made-up-{year[0] if year else '2024'}"
    written = _WRITERS[file](text) if file in _WRITERS else text.encode("utf-8", "surrogatepass")
    return Variant(f"{kind} {name} {file[5:]}", {file: written}, owner, chance.random() < 0.1)


def _file(seed: int, chance: random.Random) -> Variant:
    old = [one for one in sets() if one[-3:] in _OLD]
    new = [one for one in sets() if one[-3:] not in _OLD]
    name = chance.choice(old if old and chance.random() < 0.1 else new)
    is_added = name.endswith("zip") or chance.random() < 0.1
    return Variant(f"file {name}", damaged_files(sets()[name], seed, chance), is_added=is_added)


@cache
def _texts() -> dict[str, str]:
    return sources()


def became(one: Variant) -> str:
    """What becomes of a variant: see :func:`tests.damage.outcome`."""
    with tempfile.TemporaryDirectory() as place:
        given = Path(place) / "given"
        folder = Path(place) / "datapackages" / one.disclosure_id
        source = given if one.is_added else folder / "source"
        source.mkdir(parents=True)
        for name, data in one.files.items():
            (source / name).write_bytes(data)
        adding = sorted(given.iterdir()) if one.is_added else ()
        return outcome(folder, lambda: _converted(folder, adding))


def _converted(folder: Path, adding: tuple[Path, ...] | list[Path]) -> None:
    if adding:
        collection.add(folder.parent.parent, adding, folder.name)
    else:
        collection.convert(folder)


def main(number: int, first: int) -> None:
    """Try so many variants; print counts, whatever broke, and the longest time."""
    counts: Counter[str] = Counter()
    longest, slowest = 0.0, ""
    for seed in range(first, first + number):
        one = variant(seed)
        began = time.perf_counter()
        what = became(one)
        seconds = time.perf_counter() - began
        if seconds > longest:
            longest, slowest = seconds, f"{one.kind}, seed {seed}"
        if what.startswith("BROKE"):
            print(f"seed {seed}, {one.kind}: {what}", flush=True)
        sort = one.kind if one.kind.startswith("file") else f"text {one.kind.split()[-1]}"
        counts[f"{sort} {what.split(':')[0]}"] += 1
        if not (seed + 1 - first) % 100:
            print(f"{seed + 1 - first} done, longest {longest:.1f} s", flush=True)
    for what, times in sorted(counts.items()):
        print(f"{times:5} {what}")
    broken = sum(times for what, times in counts.items() if " BROKE" in what)
    print(f"{number} variants, {broken} broke; longest {longest:.1f} s ({slowest})")


if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:]]
    main(*(numbers + [500, 0][len(numbers) :])[:2])

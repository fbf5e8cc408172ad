"""Damaged sources of every format, from the file to the drawn pages: messages, never a fault.

``python -m tests.damage_pages 3000 9000`` damages so many, from a seed on: three texts of four, in
all ways of :mod:`tests.damage_texts`, and else the bytes of a file, or of a part of one, in those
of :mod:`tests.fuzz`. What is printed: how many ended how, whatever broke, and the longest time.
"""

from __future__ import annotations

import io
import random
import re
import sys
import tempfile
import time
import zipfile
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.damage import run_all
from tests.damage_texts import DAMAGES, sources
from tests.fuzz import FILES, damaged
from tests.made_docx import like_word
from tests.made_pages import portal
from tests.made_pdf import Made
from tests.made_workbook import write_workbook

_YEAR = re.compile(r"20\d\d(?=年)")
_FILES = 4
"""One of so many variants is a file, the others are texts."""


@dataclass(frozen=True)
class Variant:
    """A damaged source: what was done, its content, the name of its file, its disclosure."""

    kind: str
    source: str | bytes
    name: str
    disclosure_id: str = "made-up-2024"


def variant(seed: int) -> Variant:
    """The variant of a seed; the same one each time."""
    chance = random.Random(seed)
    return _file(seed, chance) if seed % _FILES == 0 else _text(chance)


def _text(chance: random.Random) -> Variant:
    name, kind = chance.choice(list(_texts())), chance.choice(list(DAMAGES))
    text = _texts()[name]
    year = _YEAR.search(text)
    owner = f"made-up-{year[0] if year else '2024'}"
    return Variant(f"{kind} {name}", DAMAGES[kind](text, chance), "made.txt", owner)


def _file(seed: int, chance: random.Random) -> Variant:
    name = chance.choice(list(_files()))
    data = _files()[name]
    is_packed = zipfile.is_zipfile(io.BytesIO(data)) and chance.random() < 0.8
    changed = _part_damaged(data, seed, chance) if is_packed else damaged(data, seed)
    return Variant(f"bytes {name}", changed, f"made.{name.rpartition('.')[2]}")


def _part_damaged(data: bytes, seed: int, chance: random.Random) -> bytes:
    """A packed file with a damage in one of its parts, so that its checksums are right."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(out, "w") as written:
        parts = [one for one in whole.namelist() if whole.read(one)]
        chosen = chance.choice(parts)
        for one in whole.namelist():
            part = whole.read(one)
            written.writestr(one, damaged(part, seed) if one == chosen else part)
    return out.getvalue()


@cache
def _texts() -> dict[str, str]:
    return sources()


@cache
def _files() -> dict[str, bytes]:
    """Files of each format, by their names."""
    made = Made(1)
    with tempfile.TemporaryDirectory() as place:
        write_workbook(made, Path(place) / "workbook.xlsx")
        workbook = (Path(place) / "workbook.xlsx").read_bytes()
    found = {one.name: one.read_bytes() for one in sorted(FILES.glob("*.pdf"))}
    return {
        **found,
        "word.docx": like_word(made),
        "workbook.xlsx": workbook,
        "portal.html": portal(made),
    }


def main(number: int, first: int) -> None:
    """Try so many variants; print counts, whatever broke, and the longest time."""
    counts: Counter[str] = Counter()
    longest, slowest = 0.0, ""
    for seed in range(first, first + number):
        one = variant(seed)
        began = time.perf_counter()
        what = run_all(one.source, one.name, one.disclosure_id)
        seconds = time.perf_counter() - began
        if seconds > longest:
            longest, slowest = seconds, f"{one.kind}, seed {seed}"
        if what.startswith("BROKE"):
            print(f"seed {seed}, {one.kind}: {what}", flush=True)
        counts[f"{'file' if one.kind.startswith('bytes') else 'text'} {what.split(':')[0]}"] += 1
    for what, times in sorted(counts.items()):
        print(f"{times:5} {what}")
    broken = sum(times for what, times in counts.items() if " BROKE" in what)
    print(f"{number} variants, {broken} broke; longest {longest:.1f} s ({slowest})")


if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:]]
    main(*(numbers + [500, 0][len(numbers) :])[:2])

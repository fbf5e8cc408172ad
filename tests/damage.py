"""Damaged collections through all stages up to the drawn pages: no stack trace, in bounded time.

For damaged texts, use the one door::

    from tests.damage import run_all
    outcome = run_all(text)             # or bytes with a name: run_all(data, "made.pdf")

It adds, builds, loads, checks and draws the pages of one disclosure in this process, and returns
``"drawn"`` or the class of the message; anything that is not a ``JuesuanError`` of a stage's own
is a fault of the program: its outcome begins with ``"BROKE"`` and names stage and cause.

``python -m tests.damage 500 --seed 0`` damages so many collections and prints counts, whatever
broke, and the longest time.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from juesuan import check, collection, package
from juesuan.errors import JuesuanError
from juesuan.model import Facts
from juesuan.pages import addresses, disclosure
from juesuan.pages.machines.citations import citations
from juesuan.pages.machines.described.schema_org import json_ld
from juesuan.pages.machines.downloads import file_list
from tests.made import disclosure as made

ID = "made-up-2024"


def run_all(source: str | bytes, name: str = "made.txt", disclosure_id: str = ID) -> str:
    """What becomes of a source from its folder to its drawn pages: see the module's text."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "datapackages" / disclosure_id
        (folder / "source").mkdir(parents=True)
        data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
        (folder / "source" / name).write_bytes(data)
        return outcome(folder)


def outcome(folder: Path, convert: Callable[[], object] | None = None) -> str:
    """What becomes of a disclosure's folder: ``drawn``, the class of a message, or ``BROKE …``.

    Args:
        folder: the disclosure's.
        convert: makes its package; as a build does where None.
    """
    try:
        (convert or (lambda: collection.convert(folder)))()
        return drawn(folder)
    except JuesuanError as error:
        if "the program broke" in str(error) or "the parser broke" in str(error):
            return f"BROKE {error.stage}: {error}"
        return type(error).__name__
    except Exception as error:
        return f"BROKE draw: {type(error).__name__}: {error}"


def drawn(folder: Path) -> str:
    """Load, check and draw the pages of a converted disclosure, as the site does."""
    facts = package.load(folder)
    check.run(facts)
    with collection.standing(folder, facts) as shown:
        return _pages(facts, shown)


def _pages(facts: Facts, folder: Path) -> str:
    has_text = package.extracted_text(folder) is not None or any((folder / "source").iterdir())
    known = collection.known_text(facts.rows("figures"))
    text, address = collection.text_of(folder) if has_text else known, addresses.Address("")
    offer = disclosure.Offer(
        file_list(facts.disclosure_id),
        citations(facts.disclosure, address),
        json_ld(facts, address),
    )
    written = [*disclosure.pages_of(facts, folder, text, offer)]
    return "drawn" if written else "nothing drawn"


Damage = Callable[[Path, random.Random], None]


def _bytes(path: Path, rng: random.Random) -> None:
    """Bytes of a file changed, cut out, doubled, or its end lost."""
    data = bytearray(path.read_bytes())
    at = rng.randrange(len(data) or 1)
    match rng.randrange(4):
        case 0:
            data[at : at + 1] = bytes([rng.randrange(256)])
        case 1:
            del data[at : at + rng.choice([1, 40, 4000])]
        case 2:
            data[at:at] = data[at : at + 200]
        case 3:
            del data[at:]
    path.write_bytes(bytes(data))


def _source(folder: Path, rng: random.Random) -> None:
    _bytes(next((folder / "source").iterdir()), rng)


def _source_gone(folder: Path, rng: random.Random) -> None:
    shutil.rmtree(folder / "source")


def _more_in_source(folder: Path, rng: random.Random) -> None:
    name = rng.choice([".DS_Store", "Thumbs.db", "desktop.ini", "zwei.txt", "a\nb.pdf", "ｆ.TXT"])
    (folder / "source" / name).write_bytes(rng.randbytes(20))


TOML = (
    "published = 2024-09-20T10:00:00\n",
    "[limits]\nunread = 0\n[limits.more]\na = 1\n",
    "[[pin]]\nrule = 'N01'\n",
    "url = 3\n",
    "a.b.c = 1\n",
    "[limits]\nunread = nan\n",
    "limits = [[[1]]]\n",
    "[[[x]]]\n",
    "x = " + "[" * 3000,
    "region_code = '９９'\n",
    "added = 99999-01-01\n",
    "\x00",
)


def _notes(folder: Path, rng: random.Random) -> None:
    (folder / package.NOTES).write_text(rng.choice(TOML), encoding="utf-8")


def _table(folder: Path, rng: random.Random) -> Path:
    return rng.choice(sorted((folder / "data").glob("*.csv")))


def _csv(folder: Path, rng: random.Random) -> None:
    _bytes(_table(folder, rng), rng)


NO_NUMBERS = [
    "NaN", "Infinity", "1e400", "1E5", "１２", "--", "-0", "9999999999999999999999", "true",
    "2024-13-01", "-",
]  # fmt: skip


def _cell(folder: Path, rng: random.Random) -> None:
    path = _table(folder, rng)
    lines = path.read_text(encoding="utf-8").split("\n")
    at = rng.randrange(len(lines))
    cells = lines[at].split(",")
    cells[rng.randrange(len(cells))] = rng.choice([*NO_NUMBERS, ""])
    lines[at] = ",".join(cells)
    path.write_text("\n".join(lines), encoding="utf-8")


def _row(folder: Path, rng: random.Random) -> None:
    path = _table(folder, rng)
    lines = path.read_text(encoding="utf-8").split("\n")
    at = rng.randrange(len(lines))
    lines[at : at + 1] = rng.choice([[], [lines[at]] * 2])
    path.write_text("\n".join(lines), encoding="utf-8")


def _column(folder: Path, rng: random.Random) -> None:
    path = _table(folder, rng)
    lines = [line.split(",") for line in path.read_text(encoding="utf-8").split("\n")]
    at = rng.randrange(len(lines[0]))
    text = "\n".join(",".join(line[:at] + line[at + 1 :]) for line in lines)
    path.write_text(text, encoding="utf-8")


def _table_gone(folder: Path, rng: random.Random) -> None:
    _table(folder, rng).unlink()


def _descriptor(folder: Path, rng: random.Random) -> None:
    path = folder / "datapackage.json"
    wrong = ("[]", "{}", '{"resources": 3}', '{"name": 1, "resources": [1]}', "null", "[" * 9000)
    if rng.random() < 0.5:
        path.write_text(rng.choice(wrong), encoding="utf-8")
    else:
        _bytes(path, rng)


def _cache(folder: Path, rng: random.Random) -> None:
    place = folder.parent.parent / ".cache"
    place.mkdir(exist_ok=True)
    wrong = ("[]", '{"a": []}', "nul", "\x00", '{"made-up-2024": 3}', "[" * 9000)
    (place / "build.json").write_text(rng.choice(wrong), encoding="utf-8")


def _name(folder: Path, rng: random.Random) -> None:
    name = rng.choice(["Made Up", "x", "made-up-24", "决算-2024", "a\nb-2024", "-2024"])
    shutil.copytree(folder, folder.with_name(name))


DAMAGES: tuple[Damage, ...] = (
    _source, _source_gone, _more_in_source, _notes, _csv, _cell, _row, _column, _table_gone,
    _descriptor, _cache, _name,
)  # fmt: skip


def damaged(whole: Path, seed: int) -> tuple[str, float]:
    """What became of a collection with one seeded damage in it, and the seconds it took.

    Both ways are gone: the build of the damaged folder, and drawing what is published in it.
    """
    rng, kind = random.Random(seed), DAMAGES[seed % len(DAMAGES)]
    with tempfile.TemporaryDirectory() as place:
        root = Path(place) / "repo"
        shutil.copytree(whole, root)
        folder = root / "datapackages" / ID
        kind(folder, rng)
        began = time.perf_counter()
        published = _published(folder)
        reports = list(collection.build(root, everything=bool(rng.randrange(2)), jobs=1))
        seconds = time.perf_counter() - began
    broken = [one.message for one in reports if " broke (" in one.message]
    if broken or published.startswith("BROKE"):
        return f"BROKE {kind.__name__} seed {seed}: {broken or published}", seconds
    states = "+".join(sorted({one.state for one in reports})) or "VANISHED"
    return f"{kind.__name__}: {published}, {states}", seconds


def _published(folder: Path) -> str:
    try:
        return drawn(folder)
    except JuesuanError as error:
        return type(error).__name__
    except Exception as error:
        return f"BROKE draw: {type(error).__name__}: {error}"


def whole_collection(root: Path) -> Path:
    """A built collection of one made disclosure below a folder."""
    folder = root / "datapackages" / ID
    (folder / "source").mkdir(parents=True)
    (folder / "source" / "made.txt").write_text(made(), encoding="utf-8")
    list(collection.build(root, jobs=1))
    return root


def main() -> None:
    """Try so many damages; print counts, what broke, and the longest time."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("number", type=int, nargs="?", default=500)
    words.add_argument("--seed", type=int, default=0)
    asked = words.parse_args()
    with tempfile.TemporaryDirectory() as place:
        whole = whole_collection(Path(place) / "whole")
        seeds = range(asked.seed, asked.seed + asked.number)
        found = [damaged(whole, seed) for seed in seeds]
    counts = Counter(what for what, _ in found)
    for what, times in sorted(counts.items()):
        print(f"{times:5} {what}")
    broken = sum(what.startswith("BROKE") for what, _ in found)
    print(f"{asked.number} damages, {broken} broke; longest {max(s for _, s in found):.1f} s")


if __name__ == "__main__":
    main()

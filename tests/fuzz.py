"""Damaged PDF files: each must be read or refused with a message, in bounded time.

``python -m tests.fuzz 500`` tries so many damages of the files in ``tests/pdfs`` and prints what became of them.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from juesuan import intake
from juesuan.errors import JuesuanError
from tests.made import understood

FILES = Path(__file__).parent / "pdfs"


def damaged(data: bytes, seed: int) -> bytes:
    """The file with a seeded damage: bytes changed, a piece cut out, moved or doubled, the end lost, an object number off."""
    chance = random.Random(seed)
    found = bytearray(data)
    at, size = chance.randrange(len(data)), chance.choice([1, 8, 64, 512, 4096])
    match seed % 6:
        case 0:
            for _ in range(chance.choice([1, 4, 40])):
                found[chance.randrange(len(found))] = chance.randrange(256)
        case 1:
            del found[at : at + size]
        case 2:
            del found[at:]
        case 3:
            found[at:at] = found[at : at + size]
        case 4:
            for old in (
                b"/Length",
                b"/Count",
                b"/Kids",
                b"/Filter",
                b"/Font",
                b"/Type",
                b"endobj",
                b"xref",
            ):
                if chance.random() < 0.4:
                    found = bytearray(
                        bytes(found).replace(old, old[:-1] + b"x", chance.choice([1, 3, 100]))
                    )
        case 5:
            numbers = [
                i for i in range(len(found)) if chr(found[i]).isdigit() and chance.random() < 0.002
            ]
            for i in numbers:
                found[i] = ord(str(chance.randrange(10)))
    return bytes(found)


def outcome(data: bytes, folder: Path, seed: int) -> str:
    """``read``, ``remarked`` (a page was not read), or the class of the message."""
    path = folder / f"damaged-{seed}.pdf"
    path.write_bytes(data)
    try:
        document = intake.read(path)
        facts = understood(document)
    except JuesuanError as error:
        assert str(error).strip()
        return type(error).__name__
    finally:
        path.unlink()
    assert all(0 <= figure.start < figure.end <= len(document.text) for figure in facts.figures)
    return "remarked" if document.remarks else "read"


def main(number: int) -> None:
    """Try so many damages and print the counts and the longest time."""
    files = sorted(FILES.glob("*.pdf"))
    longest = 0.0

    def one(seed: int) -> str:
        nonlocal longest
        started = time.perf_counter()
        found = outcome(damaged(files[seed % len(files)].read_bytes(), seed), Path(folder), seed)
        longest = max(longest, time.perf_counter() - started)
        return found

    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(3) as pool:
        counts = Counter(pool.map(one, range(number)))
    print(f"{number} damages: {dict(counts)}; longest {longest:.1f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)

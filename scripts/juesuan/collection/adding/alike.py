"""Which disclosures hold the same figures: a text in another encoding or format is told by them.

Of the amounts of a text those with the smallest hashes are its sample. Whatever a format does to
lines, tables and pages, the sample stays; two departments, or two years, share next to nothing.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
import zlib
from array import array
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from juesuan.beside import put
from juesuan.collection.departments.held import Held
from juesuan.collection.disk.texts import text_of
from juesuan.errors import JuesuanError
from juesuan.intake import clean

SIZE = 32
"""Amounts of a sample."""

_FEWEST = 12
_SHARE = 0.8
_AMOUNT = re.compile(r"(?<!\d)\d[\d,]{0,30}\.\d+")
_CACHE = "samples.json"

Sample = tuple[int, ...]


def sample(text: str) -> Sample:
    """The sample of a text; it does not depend on lines, spaces and the width of characters.

    >>> sample("收入1,234.50万元") == sample("收入 1234.50")
    True
    """
    found = {one.replace(",", "") for one in _AMOUNT.findall(clean(text))}
    return tuple(sorted(zlib.crc32(one.encode()) for one in found)[:SIZE])


@dataclass(frozen=True)
class Content:
    """What two texts are compared by, once their samples say that they are alike.

    Attributes:
        amounts: a hash of each amount with decimals, as often as it is printed.
        whole: a hash of the text without spaces.
    """

    amounts: array[int]
    whole: str


def content(text: str) -> Content:
    """What a text is compared by."""
    plain = clean(text)
    found = (zlib.crc32(one.replace(",", "").encode()) for one in _AMOUNT.findall(plain))
    whole = hashlib.sha256("".join(plain.split()).encode("utf-8", "replace")).hexdigest()
    return Content(array("I", found), whole)


def compared(own: Content, name: str, other: Content | None) -> str:
    """What a text and that of a disclosure have in common, in words.

    Args:
        own: of the text.
        name: the disclosure.
        other: of its text; None where that cannot be read.
    """
    if other is None:
        return f"most of a sample of its amounts are those of {name}, whose text cannot be read"
    if own.whole == other.whole:
        return f"it is the same text as {name}, in another encoding or format"
    same = sum((Counter(own.amounts) & Counter(other.amounts)).values())
    return (
        f"of its {len(own.amounts)} amounts with decimals {same} are the same in {name}, which "
        f"has {len(other.amounts)}; the texts differ"
    )


def content_of(folder: Path) -> Content | None:
    """What a disclosure is compared by; None where its text cannot be read."""
    with suppress(JuesuanError, OSError, ValueError):
        return content(text_of(folder))
    return None


class Samples:
    """The samples of a collection, to ask which disclosure a text is like.

    Those that are known are kept in ``.cache/``, so that what has not changed is read once.

    Args:
        root: the repository.
        held: its disclosures.
    """

    def __init__(self, root: Path, held: dict[str, Held]) -> None:
        self._file = root / ".cache" / _CACHE
        self._samples: dict[str, frozenset[int]] = {}
        self._holders: dict[int, list[str]] = {}
        before, self._now = _read(self._file), {}
        for name, one in held.items():
            key = f"{name} {' '.join(sorted(one.hashes))}"
            known = before.get(key)
            found = tuple(known) if known is not None else _of(root / "datapackages" / name)
            self._now[key] = list(found)
            self.add(name, found)

    def add(self, name: str, found: Sample) -> None:
        """Know the sample of one more disclosure."""
        self._samples[name] = frozenset(found)
        for one in found:
            self._holders.setdefault(one, []).append(name)

    def like(self, found: Sample) -> tuple[str, int]:
        """The disclosure with whose sample one has most in common, and how many amounts.

        Returns:
            An empty name where none has as much in common as only the same text has.
        """
        common = {name: len(self._samples[name].intersection(found)) for name in self._near(found)}
        alike = [name for name in common if common[name] >= self._wanted(found, name)]
        best = max(alike, key=lambda one: common[one], default="")
        return best, common.get(best, 0)

    def _wanted(self, found: Sample, name: str) -> float:
        """How many amounts two samples share that are of one text."""
        return max(_FEWEST, _SHARE * max(len(found), len(self._samples[name])))

    def _near(self, found: Sample) -> dict[str, None]:
        """The disclosures that may be like a sample, however many have its frequent amounts.

        Who shares so much of it shares one of its rarest amounts, of which it can lack but a few.
        """
        rarest = sorted(found, key=lambda one: len(self._holders.get(one, ())))
        most = len(found) - math.ceil(_SHARE * len(found)) + 1
        return {name: None for one in rarest[:most] for name in self._holders.get(one, ())}

    def write(self) -> None:
        """Keep what is known; what cannot be kept is read again."""
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            put(self._file, json.dumps(self._now).encode())


def _of(folder: Path) -> Sample:
    """The sample of a disclosure; an empty one where its text cannot be read."""
    with suppress(JuesuanError, OSError, ValueError):
        return sample(text_of(folder))
    return ()


def _read(file: Path) -> dict[str, list[int]]:
    """What was kept; nothing where the file is lost or damaged."""
    with suppress(OSError, ValueError, RecursionError):
        found = json.loads(file.read_text(encoding="utf-8"))
        if isinstance(found, dict):
            return {str(key): _numbers(value) for key, value in found.items()}
    return {}


def _numbers(value: object) -> list[int]:
    return [one for one in value if isinstance(one, int)] if isinstance(value, list) else []

"""Whatever is damaged in a ZIP archive is one of the errors that tell so."""

from __future__ import annotations

import io
import random
import zipfile
from contextlib import suppress

import pytest

from juesuan.intake.zipped import ZIP_DAMAGE

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)


def archive(method: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as written:
        for name in ("a.xml", "b/c.xml"):
            written.writestr(name, "<a>示例</a>" * 20)
    return made.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("method", METHODS)
def test_a_byte_changed_or_an_end_lost_raises_nothing_else(method: int) -> None:
    whole, chance = archive(method), random.Random(7)
    refused = 0
    for _ in range(3000):
        data = bytearray(whole)
        at = chance.randrange(len(data))
        data[at : at + chance.choice([0, 1, 1, 5])] = bytes([chance.randrange(256)])
        try:
            with suppress(OSError), zipfile.ZipFile(io.BytesIO(data)) as read:
                for name in read.namelist():
                    read.read(name)
        except ZIP_DAMAGE:
            refused += 1
    assert refused > 1000


def test_an_error_of_the_disk_is_no_damage() -> None:
    assert not issubclass(OSError, ZIP_DAMAGE)

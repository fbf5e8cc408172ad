"""An archive of which what has not changed is copied: the same bytes as one made anew."""

from __future__ import annotations

import json
import random
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from juesuan.pages.machines.files import blocks
from juesuan.pages.machines.files.blocks import Blocks

Pieces = Sequence[bytes]


def write(folder: Path, tables: dict[str, Pieces]) -> Path:
    """Write the archive of a folder again, as a build does."""
    old, fresh = folder / "a.zip", folder / "new.zip"
    made = Blocks(old, folder / "index.json")
    with zipfile.ZipFile(fresh, "w") as archive:
        archive.writestr(zipfile.ZipInfo("first"), "before")
        for name, pieces in tables.items():
            made.write(archive, name, sum(map(len, pieces)), pieces)
    made.keep(fresh)
    return fresh.replace(old)


def pieces_of(number: int) -> list[bytes]:
    dice = random.Random(7)
    return [
        "".join(f"{dice.randrange(10**6)},示例\n" for _ in range(dice.randrange(40))).encode()
        for _ in range(number)
    ]


def test_it_holds_what_was_put_in(tmp_path: Path) -> None:
    pieces = pieces_of(200)
    with zipfile.ZipFile(write(tmp_path, {"甲.csv": pieces, "b.csv": [], "c.csv": [b""]})) as made:
        assert made.testzip() is None
        assert made.namelist() == ["first", "甲.csv", "b.csv", "c.csv"]
        assert made.read("甲.csv") == b"".join(pieces)
        assert made.read("b.csv") == made.read("c.csv") == b""
        info = made.getinfo("甲.csv")
    assert info.compress_type == zipfile.ZIP_DEFLATED and info.compress_size < info.file_size / 2
    head = (tmp_path / "a.zip").read_bytes()[info.header_offset :][:30]
    sizes = [int.from_bytes(head[at : at + 4], "little") for at in (14, 18, 22)]
    assert sizes == [info.CRC, info.compress_size, info.file_size], "they stand before it as well"


def test_one_more_piece_deflates_one_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = pieces_of(200)
    write(tmp_path, {"a": pieces})
    pressed: list[int] = []
    real = zlib.compressobj

    def counted(*told: int):
        pressed.append(1)
        return real(*told)

    monkeypatch.setattr(blocks.zlib, "compressobj", counted)
    write(tmp_path, {"a": pieces})
    assert not pressed
    write(tmp_path, {"a": [*pieces[:90], b"1,2\n", *pieces[90:]]})
    assert 1 <= len(pressed) <= 2


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.binary(max_size=30), max_size=40), min_size=2, max_size=4))
def test_whatever_was_there_before_the_bytes_are_the_same(
    tmp_path_factory: pytest.TempPathFactory, versions: list[Pieces]
) -> None:
    one, other = (tmp_path_factory.mktemp("blocks") for _ in range(2))
    for pieces in versions:
        write(one, {"a": pieces})
    write(other, {"a": versions[-1]})
    assert (one / "a.zip").read_bytes() == (other / "a.zip").read_bytes()


@pytest.mark.parametrize("damage", ["", "[]", '{"made": 1}', '{"made": ["x"], "blocks": 3}'])
def test_an_index_that_tells_nothing_is_not_believed(tmp_path: Path, damage: str) -> None:
    pieces = pieces_of(30)
    before = write(tmp_path, {"a": pieces}).read_bytes()
    (tmp_path / "index.json").write_text(damage, encoding="utf-8")
    assert write(tmp_path, {"a": pieces}).read_bytes() == before


def test_nothing_is_copied_from_another_archive(tmp_path: Path) -> None:
    pieces = pieces_of(30)
    before = write(tmp_path, {"a": pieces}).read_bytes()
    (tmp_path / "a.zip").write_bytes(b"another one" * 2000)
    assert json.loads((tmp_path / "index.json").read_text(encoding="utf-8"))["blocks"]
    assert write(tmp_path, {"a": pieces}).read_bytes() == before

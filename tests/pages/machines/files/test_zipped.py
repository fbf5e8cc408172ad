"""Archives: the same bytes every time, easy to open in a browser, nothing deflated in vain."""

from __future__ import annotations

import hashlib
import io
import os
import struct
import tempfile
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given as given_of
from hypothesis import settings
from hypothesis import strategies as st

from juesuan.pages.machines.files.zipped import Entry, entry, package_zip, zip_file

PDF = Path(__file__).resolve().parents[3] / "pdfs" / "chromium.pdf"


def package_of(tmp_path: Path) -> Path:
    folder = tmp_path / "jia-ju-2024"
    for part in ("data/kept", "source"):
        (folder / part).mkdir(parents=True)
    (folder / "datapackage.json").write_text("{}", encoding="utf-8")
    (folder / "disclosure.toml").write_text("# not published", encoding="utf-8")
    (folder / "data" / "b.csv").write_text("甲,乙\n" * 500, encoding="utf-8")
    (folder / "data" / "a.csv").write_text("甲\n", encoding="utf-8")
    (folder / "source" / "决算.pdf").write_bytes(os.urandom(3000))
    return folder


def test_the_archive_holds_the_package_and_its_sums(tmp_path: Path) -> None:
    folder, path = package_of(tmp_path), tmp_path / "x.zip"
    package_zip(path, folder, "@misc{}\n")
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert names == [
            f"jia-ju-2024/{name}"
            for name in ("datapackage.json", "citation.bib", "data/a.csv", "data/b.csv",
                         "source/决算.pdf", "SHA256SUMS")
        ]  # fmt: skip
        sums = archive.read(names[-1]).decode()
        assert sums == "".join(
            f"{hashlib.sha256(archive.read(name)).hexdigest()}  {name.partition('/')[2]}\n"
            for name in sorted(names[:-1])
        )
    first = path.read_bytes()
    os.utime(folder / "data" / "a.csv", (0, 0))
    package_zip(path, folder, "@misc{}\n")
    assert path.read_bytes() == first


def test_what_is_packed_is_stored_and_the_rest_deflated(tmp_path: Path) -> None:
    package_zip(tmp_path / "x.zip", package_of(tmp_path), "")
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        kinds = {info.filename.rpartition("/")[2]: info.compress_type for info in archive.filelist}
    assert kinds["决算.pdf"] == zipfile.ZIP_STORED and kinds["b.csv"] == zipfile.ZIP_DEFLATED
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as inner:
        inner.writestr("a", os.urandom(2000) + b"a" * 99)
    assert entry("a.docx", packed.getvalue()).is_packed
    assert not entry("a.txt", b"a" * 99).is_packed


def inflated(content: bytes) -> dict[str, bytes]:
    """The entries as a script finds them: by the directory at the end, without a library."""
    end = content.rindex(b"PK\x05\x06")
    number, _, at = struct.unpack("<HLL", content[end + 10 : end + 20])
    found = {}
    for _ in range(number):
        flags, method = struct.unpack("<HH", content[at + 8 : at + 12])
        size, whole, name, extra, note = struct.unpack("<LLHHH", content[at + 20 : at + 34])
        (start,) = struct.unpack("<L", content[at + 42 : at + 46])
        assert not flags & 0x08, "a data descriptor: the size would stand behind the content"
        assert struct.unpack("<LL", content[start + 18 : start + 26]) == (size, whole)
        names, extras = struct.unpack("<HH", content[start + 26 : start + 30])
        begin = start + 30 + names + extras
        body = content[begin : begin + size]
        text = zlib.decompress(body, -15) if method else body
        assert len(text) == whole
        found[content[at + 46 : at + 46 + name].decode("utf-8")] = text
        at += 46 + name + extra + note
    return found


def test_a_script_can_inflate_single_entries(tmp_path: Path) -> None:
    folder = package_of(tmp_path)
    package_zip(tmp_path / "x.zip", folder, "@misc{}\n")
    found = inflated((tmp_path / "x.zip").read_bytes())
    for name in ("data/b.csv", "source/决算.pdf"):
        assert found[f"jia-ju-2024/{name}"] == (folder / name).read_bytes()


@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given_of(st.dictionaries(st.text("甲ab./ ", min_size=1, max_size=8), st.binary(max_size=400)))
def test_any_content_comes_back(contents: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "any.zip"
        zip_file(path, [entry(name, content) for name, content in contents.items()])
        assert inflated(path.read_bytes()) == contents


def test_an_archive_is_written_in_parts(tmp_path: Path) -> None:
    zip_file(tmp_path / "x.zip", [Entry("a", 6, iter([b"abc", b"def"]))])
    assert inflated((tmp_path / "x.zip").read_bytes()) == {"a": b"abcdef"}

"""From a path to a Document: exactly one reader recognises a file."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from juesuan import intake
from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits, readers
from juesuan.intake.file import File
from juesuan.intake.reader import Reader
from juesuan.model import Document

MODULE = importlib.import_module("juesuan.intake.read")
"""The module; the room calls its function by the same name."""

TEXT = "某某局2024年度部门决算公开说明\n第二行\n"
PDF = b"%PDF-1.7 ..."
RENAME = "What to do: give the file the name that says what it is, or get it again."


class MadeReader(Reader):
    """Reads a format that does not exist: MADE, then UTF-8."""

    called = "made"
    endings = (".made", ".txt")

    def recognises(self, file: File) -> bool:
        return file.suffix in self.endings and file.data.startswith(b"MADE")

    def read(self, file: File) -> Document:
        text = file.data[4:].decode()
        return Document(file.name, file.sha256, file.size, "made", text, text, is_extracted=True)


@pytest.fixture
def with_made(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A made format among the readers."""
    every = (*readers.readers(), MadeReader())
    monkeypatch.setattr(MODULE, "readers", lambda: every)
    yield


def placed(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def refused(path: Path) -> str:
    with pytest.raises(UnreadableSourceError) as caught:
        intake.read(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.txt", b"%PDF-1.7 ...", "PDF"),
        ("a.txt", b"PK\x03\x04...", "office"),
        ("a.txt", bytes(range(256)) * 20, "no text"),
        ("a.exe", b"x", ".exe"),
        ("a", b"x", "nothing"),
    ],
)
def test_bad_files_get_one_clear_message(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableSourceError, match=r"found .*expected .*What to do: ") as caught:
        intake.read(path)
    assert words in str(caught.value)


def test_a_file_above_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(limits.BYTES + 1)
    with pytest.raises(UnreadableSourceError, match="50,000,001 bytes"):
        intake.read(path)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSourceError, match="no such file"):
        intake.read(tmp_path / "none.txt")


@pytest.mark.usefixtures("with_made")
def test_a_new_format_is_read_by_its_reader(tmp_path: Path) -> None:
    document = intake.read(placed(tmp_path, "a.made", b"MADE" + TEXT.encode()))
    assert (document.text, document.is_extracted) == (TEXT, True)
    assert intake.pictures(tmp_path / "a.made", [1], 1.0) == {}
    assert intake.read(placed(tmp_path, "a.txt", TEXT.encode())).encoding == "utf-8-sig"


@pytest.mark.usefixtures("with_made")
def test_a_file_that_two_recognise_is_refused_and_both_are_named(tmp_path: Path) -> None:
    message = refused(placed(tmp_path, "a.txt", b"MADE" + TEXT.encode()))
    assert "found a file that is text and made at once" in message


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("a.RAR", "unpack it, and add the folder"),
        ("a.tar.gz", "unpack it, and add the folder"),
        ("a.ofd", "save or print it as PDF"),
        ("a.pptx", "save or print it as PDF"),
        ("a.xlsb", "save it as .xlsx"),
        ("a.csv", "save it as .xlsx"),
        ("a.heic", "save it as .png"),
        ("a.eml", "that are attached"),
        ("a.key", "save the disclosure as "),
    ],
)
def test_a_format_that_is_not_read_says_what_to_do(tmp_path: Path, name: str, advice: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04")
    with pytest.raises(UnreadableSourceError, match="What to do: ") as error:
        intake.read(tmp_path / name)
    assert advice in str(error.value).partition("What to do: ")[2]


@pytest.mark.usefixtures("with_made")
def test_a_new_format_is_told_where_a_name_is_unknown(tmp_path: Path) -> None:
    message = refused(placed(tmp_path, "a.key", TEXT.encode()))
    assert "found a file ending in .key; expected " in message
    assert " or .pdf or " in message and " or .made" in message.partition("What to do")[0]
    assert " or made" in message.partition("save the disclosure as")[2]
    assert "expected a made document" in refused(placed(tmp_path, "b.made", TEXT.encode()))


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", PDF, f"a.txt: found a PDF document; expected a name ending in .pdf. {RENAME}"),
        (
            "a.pdf",
            TEXT.encode(),
            f"a.pdf: found a file that is no PDF; expected a PDF document. {RENAME}",
        ),
        (
            "a.pdf",
            b"\x89PNG",
            f"a.pdf: found a PNG picture; expected a name ending in .png. {RENAME}",
        ),
        (
            "a.pdf",
            b" \n",
            "a.pdf: found an empty file; expected a disclosure. What to do: get the file again.",
        ),
    ],
)
def test_a_name_that_lies(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    assert refused(placed(tmp_path, name, data)) == message


def test_a_folder(tmp_path: Path) -> None:
    assert "found a folder; expected a " in refused(tmp_path)
    assert "PDF or PNG, JPEG or TIFF or text" in refused(tmp_path)


def test_a_file_that_bears_no_name_of_a_reader_is_refused_when_asked_for() -> None:
    with pytest.raises(UnreadableSourceError, match="found a file of no known format"):
        MODULE.reader_of(File(Path("a.exe"), b"MZ"))

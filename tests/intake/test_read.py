"""Files of all kinds, good and bad."""

from pathlib import Path

import pytest

from juesuan import intake
from juesuan.errors import UnreadableSourceError

TEXT = "某某局2024年度部门决算公开说明\n第二行\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8-sig"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("utf-16"), "utf-16"),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    document = intake.read(path)
    assert (document.text, document.encoding) == (TEXT, encoding)
    assert document.line_of(TEXT.index("第")) == 2


def test_crlf_is_kept_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert "\r\n" in intake.read(path).text


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
        file.truncate(intake.MAX_BYTES + 1)
    with pytest.raises(UnreadableSourceError, match="50,000,001 bytes"):
        intake.read(path)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSourceError, match="no such file"):
        intake.read(tmp_path / "none.txt")


def test_a_text_cut_inside_a_character(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("第一行\n部门决算公开说明".encode()[:-1])
    with pytest.raises(
        UnreadableSourceError,
        match=r"a\.txt:2: found a text in UTF-8 that is damaged at byte 31 of 33",
    ):
        intake.read(file)

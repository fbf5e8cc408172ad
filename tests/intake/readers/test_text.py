"""Text files in the encodings that departments use."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import intake
from juesuan.errors import UnreadableSourceError
from juesuan.intake.file import File
from juesuan.intake.readers.text import READER
from tests.intake.made import facts_in
from tests.made_pages import bare
from tests.made_pdf import STYLES, Made
from tests.made_texts import KINDS

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


def test_a_text_cut_inside_a_character(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("第一行\n部门决算公开说明".encode()[:-1])
    with pytest.raises(
        UnreadableSourceError,
        match=r"a\.txt:2: found a text in UTF-8 that is damaged at byte 31 of 33",
    ):
        intake.read(file)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", "决算".encode(), True),
        ("A.MD", "决算".encode(), True),
        ("a.csv", "决算".encode(), False),
        ("a.txt", b"PK\x03\x04", False),
        ("a.txt", b"\n\n%PDF-1.7", False),
    ],
)
def test_name_and_content_must_agree(name: str, data: bytes, expected: bool) -> None:
    assert READER.recognises(File(Path(name), data)) is expected


def test_a_text_is_its_own_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    document = intake.read(tmp_path / "a.txt")
    assert not document.is_extracted and not document.tells_furniture
    assert (document.pages, document.tables, document.boxes) == ((), (), None)
    assert intake.pictures(tmp_path / "a.txt", [1], 1.0) == {}


def test_what_is_no_text_is_refused_with_its_own_advice() -> None:
    refusal = READER.refusal(File(Path("a.txt"), b"PK\x03\x04"))
    assert str(refusal) == (
        "a.txt: found an office document or ZIP archive; expected plain text. "
        "What to do: extract its text first and add that file."
    )


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_statutory_tables_are_the_same_however_they_are_typed(style: str, tmp_path: Path) -> None:
    """As those of a web page, which are those of a PDF (``tests/intake/html``)."""
    made = Made(*STYLES[style])
    wanted = facts_in(tmp_path / "made.html", bare(made)).tables
    for kind, write in KINDS.items():
        found = facts_in(tmp_path / f"{kind}.txt", write(made)).tables
        # the list of agencies is no statutory table, and stays a text here
        assert {**found, "organisation": ()} == {**wanted, "organisation": ()}, kind

"""What every reader has without writing it."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.intake.file import File
from juesuan.intake.reader import Reader
from juesuan.model import Document


class Bare(Reader):
    called = "BARE"
    endings = (".bare",)

    def recognises(self, file: File) -> bool:
        return False

    def read(self, file: File) -> Document:
        raise NotImplementedError


def test_a_format_without_pages_has_no_pictures() -> None:
    assert Bare().pictures(File(Path("a.bare"), b""), [1, 2], 1.0) == {}


@pytest.mark.parametrize(
    ("data", "found"),
    [(b"x", "a file that is no BARE"), (b"\x1f\x8b", "a gzip archive that is no BARE")],
)
def test_a_refusal_says_what_was_found(data: bytes, found: str) -> None:
    message = str(Bare().refusal(File(Path("a.bare"), data)))
    assert message.startswith(f"a.bare: found {found}; expected a BARE document. What to do: give")


def test_a_reader_must_read() -> None:
    with pytest.raises(TypeError, match="abstract"):
        Reader()  # type: ignore[abstract]

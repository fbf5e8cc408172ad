"""Text files: UTF-8 with or without byte order mark, UTF-16 with one, GB18030; LF or CRLF."""

from __future__ import annotations

from juesuan.errors import UnreadableSourceError
from juesuan.intake.file import File
from juesuan.intake.reader import Reader
from juesuan.intake.text.characters import clean
from juesuan.intake.text.marks import unmark
from juesuan.intake.typed.typed_tables import with_typed_tables
from juesuan.model import Document

_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class TextReader(Reader):
    """Reads text: the document's text is the decoded file, line ends untouched."""

    called = "text"
    endings = (".txt", ".md")

    def recognises(self, file: File) -> bool:
        """Whether it is named as a text, and no signature says that it is something else."""
        return file.suffix in self.endings and file.signature is None

    def read(self, file: File) -> Document:
        """The decoded text, without byte order mark."""
        encoding, text = _decoded(file)
        clean_text = unmark(clean(text))
        document = Document(file.name, file.sha256, file.size, encoding, text, clean_text)
        return with_typed_tables(document)

    def refusal(self, file: File) -> UnreadableSourceError:
        """The message for what is no text: its text must be taken out first."""
        found = file.signature.what if file.signature else "a file"
        advice = "extract its text first and add that file"
        return UnreadableSourceError(file.name, found, "plain text", advice)


def _decoded(file: File) -> tuple[str, str]:
    """The encoding that gives Chinese text, and that text."""
    is_utf_16 = file.data.startswith(_UTF_16_MARKS)
    for encoding in ("utf-16",) if is_utf_16 else ("utf-8-sig", "gb18030"):
        text = _text(file.data, encoding)
        if text is not None:
            return encoding, text
    raise _undecodable(file)


def _text(data: bytes, encoding: str) -> str | None:
    """The bytes in an encoding; None where they are no text in it."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    control = sum(1 for char in text if ord(char) < 32 and char not in "\n\r\t\f\v")
    return text if control * 200 <= len(text) else None


def _undecodable(file: File) -> UnreadableSourceError:
    """The message for bytes in no known encoding; a text that was cut off is told from others."""
    damage = _damage(file.data)
    if damage * 2 <= file.size:
        found = "bytes that are no text in UTF-8 or GB18030"
        return UnreadableSourceError(file.name, found, "Chinese text", "save the file as UTF-8")
    line = file.data.count(b"\n", 0, damage) + 1
    return UnreadableSourceError(
        f"{file.name}:{line}",
        f"a text in UTF-8 that is damaged at byte {damage:,} of {file.size:,}",
        "whole characters to the end of the file",
        "get the file again; it may have been cut off there",
    )


def _damage(data: bytes) -> int:
    """The byte at which a text ceases to be UTF-8; 0 where it does not."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return error.start
    return 0


READER = TextReader()

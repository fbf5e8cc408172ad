"""The page in a web archive (MHTML), as browsers and word processors save it."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from juesuan.errors import UnreadableSourceError
from juesuan.intake.file import File

_MOST_PARTS = 5_000


def page_of(file: File) -> tuple[File, str]:
    """The largest page of an archive as a file, and the charset that is declared of it.

    Raises:
        UnreadableSourceError: if it holds no page, or more parts than any page has.
    """
    pages = [part for part in _parts(file) if part.get_content_type() == "text/html"]
    bodies = [(_payload(part), part.get_content_charset("")) for part in pages]
    data, charset = max(bodies, key=lambda one: len(one[0]), default=(b"", ""))
    if not data.strip():
        found = "a web archive without a page"
        advice = "open it and save it again as a complete page"
        raise UnreadableSourceError(file.name, found, "a saved page", advice)
    return replace(file, data=data), charset


def _parts(file: File) -> list[Message]:
    parts: list[Message] = []
    for part in message_from_bytes(file.data).walk():
        parts.append(part)
        if len(parts) > _MOST_PARTS:
            found, expected = f"a web archive of more than {_MOST_PARTS:,} parts", "one page"
            raise UnreadableSourceError(file.name, found, expected, "save the page alone")
    return parts


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""

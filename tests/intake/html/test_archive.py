"""Pages in web archives."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from juesuan.errors import UnreadableSourceError
from juesuan.intake.html.archive import page_of
from tests.intake.made import file


def archive(*parts: tuple[str, str, str]) -> bytes:
    message = EmailMessage()
    message["MIME-Version"] = "1.0"
    message.make_mixed()
    for text, kind, charset in parts:
        part = EmailMessage()
        part.set_content(text, subtype=kind, charset=charset, cte="quoted-printable")
        message.attach(part)
    return message.as_bytes()


def test_the_largest_page_is_taken_with_its_charset() -> None:
    made = archive(
        ("<p>菜单</p>", "html", "utf-8"),
        ("<p>示例局决算</p>" * 5, "html", "gb18030"),
        ("x" * 500, "css", "utf-8"),
    )
    page, charset = page_of(file("a.mht", made))
    assert charset == "gb18030" and page.name == "a.mht"
    assert page.data.decode("gb18030").count("示例局决算") == 5


def test_an_archive_without_a_page_is_refused() -> None:
    with pytest.raises(UnreadableSourceError, match="a web archive without a page"):
        page_of(file("a.mht", archive(("x", "css", "utf-8"))))
    parts = b"--b\nContent-Type: text/css\n\nx\n" * 6000
    data = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n" + parts
    with pytest.raises(UnreadableSourceError, match="more than 5,000 parts"):
        page_of(file("a.mht", data))

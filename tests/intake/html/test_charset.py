"""Which characters the bytes of a page are."""

from __future__ import annotations

import pytest

from juesuan.errors import UnreadableSourceError
from juesuan.intake.html.charset import decoded
from tests.intake.made import file

PAGE = "<html><head><meta charset={}></head><body>示例局决算１２．５０万元㎡</body></html>"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"), ("gb2312", "gb18030"), ("GBK", "gb18030"), ("utf-8", "gb18030"),
        ("gb2312", "utf-8"), ("nonsense", "gb18030"), ("big5", "utf-8"), ("unicode", "utf-16"),
        ("x", "utf-8-sig"), ("x", "utf-16-le"), ("x", "utf-16-be"),
    ],
)  # fmt: skip
def test_bytes_go_before_what_is_declared(declared: str, encoding: str) -> None:
    page = PAGE.format(declared)
    found = decoded(file("a.html", page.encode(encoding)))
    assert found.text == page and not found.damaged


def test_a_charset_that_stands_outside_of_the_page() -> None:
    assert decoded(file("a.html", "測試".encode("big5hkscs")), "big5").text == "測試"


def test_a_few_damaged_bytes_are_counted_and_many_refused() -> None:
    page = PAGE.format("utf-8") * 40
    found = decoded(file("a.html", page.encode().replace("示".encode(), b"\xe7\xa4", 1)))
    assert found.damaged == 1 and found.encoding == "utf-8" and found.text.count("示例局") == 39
    with pytest.raises(UnreadableSourceError, match="no text in UTF-8 or GB18030"):
        decoded(file("a.html", b"<p>\xff\xff\xff\xff</p>" * 50))

"""Pages of several kinds of portals and programs: the same facts as from the PDF, or a message."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import intake
from juesuan.errors import UnreadableSourceError
from juesuan.intake.html import read_html
from juesuan.model import Facts
from tests.intake.made import facts_in, file
from tests.made import understood
from tests.made_pages import KINDS, portal
from tests.made_pdf import STYLES, Made

PDFS = Path(__file__).resolve().parents[2] / "pdfs"


@pytest.fixture(scope="module")
def printed() -> dict[str, Facts]:
    return {name: understood(intake.read(PDFS / f"{name}.pdf")) for name in STYLES}


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("style", STYLES)
def test_the_same_facts_as_from_the_pdf(
    style: str, kind: str, printed: dict[str, Facts], tmp_path: Path
) -> None:
    facts = facts_in(tmp_path / kind, KINDS[kind](Made(*STYLES[style])))
    assert facts.tables == printed[style].tables


def test_what_stands_beside_the_article_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(portal(Made(1)))
    document = intake.read(path)
    assert document.encoding == "utf-8" and document.is_extracted and not document.pages
    assert all(
        one not in document.text for one in ("1234.56", "9.99", "1.23万元", "打印", "ICP", "会议")
    )
    left, attached, hidden, fields = document.remarks
    assert "fields of forms on the page hold 1 amounts" in fields
    assert left.startswith("22 lines and tables around the article are left out")
    assert "an attachment that is not part of this file: 2024年度部门决算表.xls" in attached
    assert "14 characters that the page hides are left out, 1 amounts among them" in hidden


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<html><frameset><frame src=a.html></frameset></html>", "a page of frames"),
        ("<html><body><iframe src=a.html></iframe></body></html>", "a page of frames"),
        (
            "<html><body><div id=app></div><script>run()</script></body></html>",
            "a web page without text",
        ),
        ("<p>\xff" + "<div>" * 25_000, "elements nested deeper than 2,000"),
    ],
)
def test_a_page_without_the_text_is_refused(page: str, found: str) -> None:
    with pytest.raises(UnreadableSourceError, match=found):
        read_html(file("a.html", page))


def test_damaged_characters_and_pictures_are_told() -> None:
    page = (
        "<p>决算说明</p>" * 300
    ).encode() + b"<p>\xe5\x86</p><img src=a.png><img width=20 height=20>"
    assert read_html(file("a.html", page)).remarks == (
        "1 characters are damaged in the file (utf-8) and stand as \ufffd: compare with the page",
        "1 pictures of the page are not read: a table may be among them",
    )

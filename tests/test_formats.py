"""One disclosure in every format in which departments publish gives the same tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from juesuan import intake, terms
from juesuan.collection.conversion.sources import read
from juesuan.model import Facts
from tests import made_docx, made_pages, made_texts, scans
from tests.conftest import THOROUGH
from tests.made import understood
from tests.made_pdf import STYLES, Made
from tests.made_workbook import write_prose, write_workbook

STYLE = "chromium"
"""How the tables are printed; the PDF of this name was printed by Chromium."""

STATUTORY = tuple(table.id for table in terms.statutory_tables())
FILES = ("sources", "places", "texts", "organisation")
"""Resources that say in which file a figure stands, and of which the prose alone holds less: lists in tables."""


def one(name: str, write: Callable[[Made], bytes]) -> Callable[[Path], list[Path]]:
    def files(folder: Path) -> list[Path]:
        (folder / name).write_bytes(write(Made(*STYLES[STYLE])))
        return [folder / name]

    return files


def page_and_workbook(folder: Path) -> list[Path]:
    """The prose as a text, the tables as attachment."""
    made = Made(*STYLES[STYLE])
    write_prose(made, folder / "正文.txt")
    write_workbook(made, folder / "附件.xlsx")
    return [folder / "正文.txt", folder / "附件.xlsx"]


FORMATS = {
    "text with tabs": one("a.txt", made_texts.tabs),
    "text with bars": one("a.md", made_texts.bars),
    "page of a portal": one("a.html", made_pages.portal),
    "Word": one("a.docx", made_docx.like_word),
    "WPS": one("b.docx", made_docx.like_wps),
    "text and Excel": page_and_workbook,
}


@pytest.fixture(scope="module")
def printed() -> Facts:
    return understood(intake.read(scans.PDF))


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMATS)
def test_the_same_tables(name: str, printed: Facts, tmp_path: Path) -> None:
    facts = understood(read(FORMATS[name](tmp_path)))
    assert set(STATUTORY) <= facts.tables.keys()
    also = FILES if name == "text and Excel" else ()
    for resource in (printed.tables.keys() | facts.tables.keys()) - set(also):
        assert facts.tables.get(resource) == printed.tables.get(resource), resource


@pytest.mark.slow
@pytest.mark.skipif(
    not THOROUGH, reason="takes minutes; CI reads single pages (tests/intake/scans)"
)
@pytest.mark.parametrize("name", ["200 dpi", "150 dpi, noise"])
def test_a_scan_gives_the_same_or_says_that_it_does_not(
    name: str, printed: Facts, tmp_path: Path
) -> None:
    from juesuan.intake.scans.supervise import recognise

    pages = range(1, len(intake.read(scans.PDF).pages) + 1)
    source = scans.scan(scans.PDF, tmp_path / "scan.pdf", pages, [scans.LOOKS[name]])
    recognise(source, tmp_path / "made.pdf", pages, lambda *_: None)
    facts = understood(intake.read(tmp_path / "made.pdf"))
    counts = compared(printed, facts)
    assert not counts["wrong"] and counts["doubtful"] * 50 < counts["right"], counts


def compared(printed: Facts, read_of_scan: Facts) -> Counter[str]:
    """How many cells of the statutory tables are right, marked, or wrong without a mark."""
    counts: Counter[str] = Counter()
    for resource in STATUTORY:
        rows = printed.table(resource)
        found = read_of_scan.table(resource)
        assert len(found) == len(rows), resource
        for row, other in zip(rows, found, strict=True):
            marked = other["unreadable"].split()
            for field in row.keys() - {"unreadable", "disclosure_id"}:
                kind = "right" if row[field] == other[field] else "wrong"
                counts["doubtful" if field in marked else kind] += bool(row[field] or other[field])
    return counts

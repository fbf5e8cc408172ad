"""Addresses of one disclosure: its pages, its files, and the places on them."""

from __future__ import annotations

from typing import Literal
from urllib.parse import quote

from juesuan.pages.addresses.over import GENERATED

LINES_A_PAGE = 800
"""Lines of the source on one page."""

FORMS_A_PAGE = 20
"""Performance forms on one page."""

SCALE = 1.3
"""Pixels a point in the pictures of pages, on which the evidence shows a figure."""


def disclosure(disclosure_id: str, below: str = "") -> str:
    """The first page of a disclosure, or what is below it.

    >>> disclosure("made-up-2024"), disclosure("made-up-2024", CHECKS)
    ('d/made-up-2024/', 'd/made-up-2024/checks/')
    """
    return f"{GENERATED}{disclosure_id}/{below}"


CHECKS = "checks/"
TABLES = "tables/"
SUMS = "SHA256SUMS"
DESCRIPTOR = "datapackage.json"
CITATION = "citation.bib"
SHARE = "share.png"

_SOURCE, SOURCE_MORE = "source/", "source-{number}/"
"""Pages of the source: the first one, and those that follow."""

_FORMS, _FORMS_MORE = "projects/", "projects-{number}/"


def _numbered(first: str, more: str, position: int, size: int) -> str:
    """The page on which the n-th of things stands, of which each page has so many."""
    number = (position - 1) // size + 1
    return first if number == 1 else more.format(number=number)


def source(line: int) -> str:
    """The page on which a line of the source stands, counted from 1; below the disclosure.

    >>> source(800), source(801)
    ('source/', 'source-2/')
    """
    return _numbered(_SOURCE, SOURCE_MORE, line, LINES_A_PAGE)


def source_line(line: int) -> str:
    """A line of the source; below the disclosure.

    >>> source_line(801)
    'source-2/#L801'
    """
    return f"{source(line)}#L{line}"


def source_figure(line: int, figure_id: str) -> str:
    """A figure where it is printed in the source; below the disclosure.

    >>> source_figure(801, "f00367")
    'source-2/#f00367'
    """
    return f"{source(line)}#{figure_id}"


def forms(position: int) -> str:
    """The page on which the n-th performance form stands; below the disclosure.

    >>> forms(20), forms(21)
    ('projects/', 'projects-2/')
    """
    return _numbered(_FORMS, _FORMS_MORE, position, FORMS_A_PAGE)


_PICTURE = "evidence/{page}.png"
_FILE = "files/{name}"


def picture(page: int, file: int = 1) -> str:
    """The picture of a page of the n-th file, a PDF; below the disclosure.

    >>> picture(3), picture(3, 2)
    ('evidence/3.png', 'evidence/2-3.png')
    """
    return _PICTURE.format(page=page if file == 1 else f"{file}-{page}")


def member(name: str) -> str:
    """The file as received, in the archive of its disclosure.

    >>> member("决算 2024.txt")
    'source/决算 2024.txt'
    """
    return f"source/{name}"


def file(name: str) -> str:
    """The file as received, where it is no text, as a folder names it; below the disclosure.

    >>> file("决算 2024.pdf")
    'files/决算 2024.pdf'
    """
    return _FILE.format(name=name)


def file_page(name: str, page: str) -> str:
    """A page of the PDF as received, as a link; below the disclosure.

    >>> file_page("决算.pdf", "3")
    'files/%E5%86%B3%E7%AE%97.pdf#page=3'
    """
    return f"{file(quote(name))}#page={page}"


def table(resource: str) -> str:
    """A table as CSV; below the disclosure.

    >>> table("measures")
    'data/measures.csv'
    """
    return f"data/{resource}.csv"


Archive = Literal["zip", "xlsx"]
ARCHIVES: tuple[Archive, ...] = ("zip", "xlsx")
"""Formats in which one file holds a disclosure: the package, and the workbook."""


def version(day: str, name: str) -> str:
    """A file of an earlier version of a disclosure; below the disclosure.

    >>> version("2026-11-29", "changes.csv")
    'versions/2026-11-29/changes.csv'
    """
    return f"versions/{day}/{name}"


def archive(disclosure_id: str, kind: Archive) -> str:
    """A disclosure in one file; below the disclosure.

    >>> archive("made-up-2024", "zip")
    'made-up-2024.zip'
    """
    return f"{disclosure_id}.{kind}"

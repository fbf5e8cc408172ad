"""Where everything of the site is, and how much one page or file holds.

An address is a text from the site's root: a page ends with a slash (``d/<id>/``), a file does not.
Published addresses stay (``tests/pages/addresses.txt``). Pages, files, templates and scripts take
them from here: Python calls the functions, templates know this module as ``at``, and scripts read
:func:`for_scripts`, which the head of every page carries.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import quote

DRAWN = Path(".cache") / "drawn"
"""The folder, below the repository's root, of all that is generated: bodies of pages, parts of
pages that are written by hand (``docs/``), and files that the site has as they are."""


@dataclass(frozen=True)
class Address:
    """Where the site is published; if that is unknown, links of catalogues start at its root."""

    site: str = ""

    def of(self, path: str) -> str:
        """The whole address of a page or file.

        >>> Address("https://a.example/b").of("d/made-up-2024/")
        'https://a.example/b/d/made-up-2024/'
        >>> Address().of("d/made-up-2024/")
        'd/made-up-2024/'
        """
        return (self.site.rstrip("/") + "/" if self.site else "") + quote(path, safe="/#")


def way(here: str, there: str) -> str:
    """The shortest way from one address to another, as a link on a page has it.

    >>> way("d/rules/N03/", "d/made-up-2024/checks/#P21")
    '../../made-up-2024/checks/#P21'
    >>> way("d/made-up-2024/source/", "d/made-up-2024/")
    '../'
    >>> way("d/made-up-2024/", "d/made-up-2024/"), way("", "d/made-up-2024/")
    ('', 'd/made-up-2024/')

    To the root, for what is shown on pages at several places and goes on from there:

    >>> way("d/regions/650100/", "")
    '../../../'
    """
    start, goal = here.split("/")[:-1], there.split("/")
    shared = 0
    while shared < min(len(start), len(goal) - 1) and start[shared] == goal[shared]:
        shared += 1
    return "../" * (len(start) - shared) + "/".join(goal[shared:])


# How much stands in one file and on one page.

LINES_A_PAGE = 800
"""Lines of the source on one page."""

FORMS_A_PAGE = 20
"""Performance forms on one page."""

SCALE = 1.3
"""Pixels a point in the pictures of pages, on which the evidence shows a figure."""

PART = 500
"""Entries of a list of the API in one file, at most; the next file is named in ``next``."""

LARGEST = 120_000
"""Bytes of these entries, at most."""


# Files from which pages are made, below the drawn folder.

BODY = "index.body"
"""The name of a page's body in its folder."""


def body(address: str) -> str:
    """The body of a page, which the website puts into its frame; ``markup.front`` begins it.

    >>> body("d/rules/N03/")
    'd/rules/N03/index.body'
    """
    return f"{address}{BODY}"


def part(name: str) -> str:
    """A generated part of a page that is written by hand; it is no page of its own.

    >>> part("home")
    'd/parts/home.html'
    """
    return f"{folder(PARTS)}{name}.html"


CONTINUED, CONTRADICTED = "<!-- between -->", "<!-- contradicted -->"
"""Where pages go on with what is found between disclosures: that of checks, the first one."""


def between(disclosure_id: str, end: str = "") -> str:
    """What is found between a disclosure and others, for its page of checks."""
    return part(f"between/{disclosure_id}{end}")


def contradicted(disclosure_id: str) -> str:
    """What of it contradicts others, for its first page."""
    return between(disclosure_id, "-first")


# Pages that are written by hand, as far as generated ones lead to them.

HOME = ""
DISCLOSURES = "disclosures/"
BOARD = "checks/"
BOARD_RULES = "checks/#rules"
BOARD_BETWEEN = "checks/#between"
DATA = "data/"
PROJECTS = "projects/"
FUNCTIONS = "functions/"
GLOSSARY = "glossary/"
COVERAGE = "coverage/"
CORRECTIONS = "corrections/"
ENGLISH = "en/"  # also below a disclosure
ERRORS = "about/#errors"

Topic = Literal["three-public", "procurement", "assets", "people"]


def topic(name: Topic) -> str:
    """The page of a topic."""
    return f"{name}/"


# What is generated over all disclosures.

GENERATED = "d/"
PARTS = "parts"
"""The folder of generated parts; nothing in it is published by itself."""

SHARED = (PARTS, "all", "departments", "findings", "regions", "rules", "search", "states")
"""Folders beside those of the disclosures."""


def folder(name: str) -> str:
    """One of the shared folders.

    >>> folder("rules")
    'd/rules/'
    """
    return f"{GENERATED}{name}/"


def rule(rule_id: str) -> str:
    """The page of a rule."""
    return f"{folder('rules')}{rule_id}/"


def finding(disclosure_id: str, anchor: str) -> str:
    """The page of a contradiction.

    >>> finding("made-up-2024", "X06-all")
    'd/findings/made-up-2024--X06-all/'
    """
    return f"{folder('findings')}{disclosure_id}--{anchor}/"


def state(name: str) -> str:
    """The list of all checks in a state.

    >>> state("not_applicable")
    'd/states/not-applicable/'
    """
    return f"{folder('states')}{name.replace('_', '-')}/"


def department(department_id: str) -> str:
    """The page of a department's years."""
    return f"{folder('departments')}{department_id}/"


def region(code: str) -> str:
    """The page of a region."""
    return f"{folder('regions')}{code}/"


def whole(name: str) -> str:
    """A file over all disclosures.

    >>> whole("measures.csv")
    'd/all/measures.csv'
    """
    return f"{folder('all')}{name}"


def asset(name: str) -> str:
    """A style sheet or script that is written by hand.

    >>> asset("juesuan.css")
    'assets/juesuan.css'
    """
    return f"assets/{name}"


EMBED = "embed/"
"""The page that shows a chart or table of a disclosure on other sites; its query names them."""

FEED = whole("feed.xml")
CATALOGUE = whole("catalog.jsonld")

_PIECE = f"{folder('search')}{{name}}.js"


def piece(name: str) -> str:
    """A piece of the index of search.

    >>> piece("first")
    'd/search/first.js'
    """
    return _PIECE.format(name=name)


# One disclosure.

_DISCLOSURE = f"{GENERATED}{{id}}/"


def disclosure(disclosure_id: str, below: str = "") -> str:
    """The first page of a disclosure, or what is below it.

    >>> disclosure("made-up-2024"), disclosure("made-up-2024", CHECKS)
    ('d/made-up-2024/', 'd/made-up-2024/checks/')
    """
    return _DISCLOSURE.format(id=disclosure_id) + below


CHECKS = "checks/"
TABLES = "tables/"
SUMS = "SHA256SUMS"
DESCRIPTOR = "datapackage.json"
CITATION = "citation.bib"

_SOURCE, _SOURCE_MORE = "source/", "source-{number}/"
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
    return _numbered(_SOURCE, _SOURCE_MORE, line, LINES_A_PAGE)


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
_TABLE = "data/{resource}.csv"


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
    return _TABLE.format(resource=resource)


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


API = "api/v1/"
OPENAPI = f"{API}openapi.json"
API_LISTS = ("disclosures", "departments", "measures", "rules", "findings", "between")


def api(name: str, number: int = 1) -> str:
    """A file of the API; of a list in several files the n-th.

    >>> api("rules"), api("disclosures", number=2)
    ('api/v1/rules.json', 'api/v1/disclosures-2.json')
    """
    return f"{API}{name}{'' if number == 1 else f'-{number}'}.json"


def for_scripts() -> dict[str, str | int | float]:
    """What scripts must know, by name; a script fills in what stands in braces.

    >>> for_scripts()["disclosure"], for_scripts()["archive"]
    ('d/{id}/', '{id}.zip')
    """
    return {
        "disclosure": _DISCLOSURE,
        "source": _SOURCE,
        "pages": _SOURCE_MORE,
        "lines": LINES_A_PAGE,
        "archive": archive("{id}", "zip"),
        "table": _TABLE,
        "scale": SCALE,
        "embed": EMBED,
        "errors": ERRORS,
        "rules": api("rules"),
        "search": _PIECE,
    }

"""Pages: published packages become bodies of pages, JSON and downloads, for the website.

Three wings stand on one ground floor and never import one another: ``disclosure`` (one of them,
with its ``charts``), ``across`` (all of them) and ``machines`` (packages, API, catalogue, exports,
search). :mod:`.draw` (one disclosure) and :mod:`.over` (all of them) bring them together,
:mod:`.draft` makes one file of a disclosure that is not published, :mod:`.told` tells maintainers
what is found between disclosures,
:mod:`.render` spreads the work and leaves alone what has not changed.
"""

from juesuan.pages.addresses import CITATION, DESCRIPTOR, SUMS
from juesuan.pages.draft import draft_page
from juesuan.pages.evidence.coverage import coverage
from juesuan.pages.machines.exports import FORMATS, export
from juesuan.pages.machines.files.edition import Edition, edition
from juesuan.pages.machines.files.whole import CSV, NAME, files
from juesuan.pages.machines.files.zipped import Entry, entry, zip_file
from juesuan.pages.machines.names import SITE
from juesuan.pages.markup import script
from juesuan.pages.render import render
from juesuan.pages.store.store import Store
from juesuan.pages.store.told import between_draft, between_lines

__all__ = [
    "CITATION",
    "CSV",
    "DESCRIPTOR",
    "FORMATS",
    "NAME",
    "SITE",
    "SUMS",
    "Edition",
    "Entry",
    "Store",
    "between_draft",
    "between_lines",
    "coverage",
    "draft_page",
    "edition",
    "entry",
    "export",
    "files",
    "render",
    "script",
    "zip_file",
]

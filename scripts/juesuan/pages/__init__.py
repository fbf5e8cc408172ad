"""Pages: published packages become bodies of pages, JSON and downloads, for the website.

Three wings stand on one ground floor and never import one another: ``disclosure`` (one of them,
with its ``charts``), ``across`` (all of them) and ``machines`` (packages, API, catalogue, exports,
search). :mod:`.draw` (one disclosure) and :mod:`.over` (all of them) bring them together,
:mod:`.draft` makes one file of a disclosure that is not published,
:mod:`.render` spreads the work and leaves alone what has not changed.
"""

from juesuan.pages.coverage import coverage
from juesuan.pages.draft import draft_page
from juesuan.pages.machines.exports import FORMATS, export
from juesuan.pages.markup import head
from juesuan.pages.render import render

__all__ = ["FORMATS", "coverage", "draft_page", "export", "head", "render"]

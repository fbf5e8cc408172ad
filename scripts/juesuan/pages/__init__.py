"""Pages: published packages become Markdown, HTML, JSON and downloads, for MkDocs to build.

Three wings stand on one ground floor and never import one another: ``disclosure`` (one of them,
with its ``charts``), ``across`` (all of them) and ``machines`` (API, catalogues, downloads,
search). :mod:`juesuan.pages.render` alone knows all.
"""

from juesuan.pages.machines.offline import offline
from juesuan.pages.render import render

__all__ = ["offline", "render"]

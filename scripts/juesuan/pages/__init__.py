"""Pages: published packages become Markdown, HTML, JSON and downloads, which MkDocs builds into the site."""

from juesuan.pages.machines.offline import offline
from juesuan.pages.render import render

__all__ = ["offline", "render"]

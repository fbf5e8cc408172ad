"""Pages: published packages become Markdown, HTML, JSON and downloads, which MkDocs builds into the site."""

from juesuan.pages.render import render

__all__ = ["render"]

"""The pages of one disclosure, their embeds, and pictures of the source's pages."""

from juesuan.pages.disclosure.embeds import embed_files
from juesuan.pages.disclosure.page import Offer, pages_of
from juesuan.pages.disclosure.source import picture_files

__all__ = ["Offer", "embed_files", "pages_of", "picture_files"]

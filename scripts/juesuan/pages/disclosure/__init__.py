"""The pages of one disclosure and pictures of the source's pages."""

from juesuan.pages.disclosure.page import Offer, pages_of
from juesuan.pages.disclosure.share import picture, seen
from juesuan.pages.disclosure.source import picture_files

__all__ = ["Offer", "pages_of", "picture", "picture_files", "seen"]

"""The pages of one disclosure, their embeds, and the evidence behind each figure."""

from juesuan.pages.disclosure.embeds import embed_files
from juesuan.pages.disclosure.page import Offer, pages_of
from juesuan.pages.disclosure.source import evidence_files, picture_files

__all__ = ["Offer", "embed_files", "evidence_files", "pages_of", "picture_files"]

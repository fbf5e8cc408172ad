"""Collection: the folders of all disclosures, and what is done to them: adding, converting, masking, reporting."""

from juesuan.collection.add import add
from juesuan.collection.build import build
from juesuan.collection.cache import code_version
from juesuan.collection.convert import Report, convert
from juesuan.collection.folders import check_id, folder_of, ids, source_of
from juesuan.collection.mask import mask
from juesuan.collection.report import doubt, markdown_report, place

__all__ = [
    "Report", "add", "build", "check_id", "code_version", "convert", "doubt", "folder_of", "ids", "markdown_report", "mask",
    "place", "source_of",
]  # fmt: skip

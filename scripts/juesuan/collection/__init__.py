"""Collection: the folders of all disclosures, and what is done to them.

``add`` puts a new one in, ``convert`` makes one package, ``build`` all that have changed (``cache``
knows which), ``mask`` takes a text out, ``privacy`` the numbers of persons (``exchange`` puts the
result in place). ``report`` says what became of a conversion, compared with
``before``; ``findings`` what the rules find. ``folders`` knows where everything lies.
"""

from juesuan.collection.add import add
from juesuan.collection.build import build
from juesuan.collection.cache import code_version
from juesuan.collection.convert import convert
from juesuan.collection.findings import checked, finding_lines
from juesuan.collection.folders import folder_of, ids, load_all, source_of, text_of
from juesuan.collection.mask import Masked, mask, preview
from juesuan.collection.report import Report, markdown_report, report_lines

__all__ = [
    "Masked",
    "Report",
    "add",
    "build",
    "checked",
    "code_version",
    "convert",
    "finding_lines",
    "folder_of",
    "ids",
    "load_all",
    "markdown_report",
    "mask",
    "preview",
    "report_lines",
    "source_of",
    "text_of",
]

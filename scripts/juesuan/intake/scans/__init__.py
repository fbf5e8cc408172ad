"""Scans: pictures of pages, as PDF or as pictures, whose text is recognised (extra ``ocr``).

``worker`` reads the pictures in a process of its own: ``photos`` makes a PDF of pictures, ``page``
reads one page (``level`` turns it, ``ruled`` finds its lines, ``words`` where words stand,
``signs`` what they say, ``doubts`` what of it is not sure), ``layer`` writes the PDF again with the
text under its pictures. ``supervise`` starts it, ``keep`` keeps what it gave while disclosures are
added, ``published`` says what is published. Everything behind reads an ordinary PDF.
"""

from juesuan.intake.pdf import INSTALL
from juesuan.intake.scans.keep import is_asked, keep, kept, recognised, unrecognised
from juesuan.intake.scans.published import published_recognised, read_recognised
from juesuan.intake.scans.supervise import Tell, is_installed

__all__ = [
    "INSTALL",
    "Tell",
    "is_asked",
    "is_installed",
    "keep",
    "kept",
    "published_recognised",
    "read_recognised",
    "recognised",
    "unrecognised",
]

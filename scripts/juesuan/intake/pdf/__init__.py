"""PDF intake: pages become lines and ruled tables, each character with its box.

``worker`` opens the file in a process of its own and prints one raw page a line; ``supervise``
starts it, bounds its time and memory and goes on behind a page that breaks it; ``lines`` and
``grids`` find lines of text and ruled tables, ``layout`` arranges them on a page; ``write`` makes
the text of all pages, ``furniture`` finds page numbers and repeated headers in it; ``read`` makes
the Document. ``publish`` gives what may be published of a file: ``cleaner`` writes it anew in a
process of its own, ``pictured`` makes pictures of its pages.
"""

from juesuan.intake.pdf.publish import published
from juesuan.intake.pdf.read import read_pdf
from juesuan.intake.pdf.supervise import pictures, raw_pages
from juesuan.intake.pdf.told import INSTALL, is_picture

__all__ = ["INSTALL", "is_picture", "pictures", "published", "raw_pages", "read_pdf"]

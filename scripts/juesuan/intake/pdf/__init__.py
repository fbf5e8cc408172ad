"""PDF intake: pages become lines and ruled tables, each character with its box.

``raw`` opens the file in a process of its own and prints one raw page a line; ``supervise`` starts
it, bounds its time and memory and goes on behind a page that breaks it. Characters become lines
in ``text``, ruled lines become ``tables``, both together the blocks of a ``page``; ``write`` makes
the text of all pages of them, ``read`` the Document, with what ``told`` says was not read.
``publishing`` gives what may be published of a file.
"""

from juesuan.intake.pdf.publishing.publish import published
from juesuan.intake.pdf.read import read_pdf
from juesuan.intake.pdf.supervise import pictures, raw_pages
from juesuan.intake.pdf.told import INSTALL, is_picture

__all__ = ["INSTALL", "is_picture", "pictures", "published", "raw_pages", "read_pdf"]

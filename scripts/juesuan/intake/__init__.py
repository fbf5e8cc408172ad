"""Intake: a file becomes a Document.

``read`` takes a file in (``join`` puts several into one document; ``archive`` takes them out of
folders and ZIP archives) and asks the ``readers``, one module a format, of which exactly one may
recognise it (``reader`` says what a reader is); ``copy`` gives what may be published of it.
``file`` is what they are given, ``signatures`` the first bytes by which formats are known.
``composer`` puts a document together of paragraphs and tables, ``rewritten`` writes one anew as a
web page that does nothing. ``characters`` and ``marks`` normalise a text without ever changing its
length; ``pdf``, ``html`` and ``docx`` are all that reading those takes, ``libreoffice`` turns old
formats into DOCX, ``scans`` recognises the text of pictures of pages.
"""

from juesuan.intake.archive import gathered, parted
from juesuan.intake.file import Pages
from juesuan.intake.join import joined
from juesuan.intake.read import copy, pictures, read, recognise
from juesuan.intake.reader import SIGN, Copy
from juesuan.intake.scans import Tell, kept
from juesuan.intake.text.characters import clean

__all__ = [
    "SIGN",
    "Copy",
    "Pages",
    "Tell",
    "clean",
    "copy",
    "gathered",
    "joined",
    "kept",
    "parted",
    "pictures",
    "read",
    "recognise",
]

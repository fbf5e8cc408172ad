"""Intake: a file becomes a Document.

``read`` takes a file in and asks the ``readers``, one module a format, of which exactly one may
recognise it (``reader`` says what a reader is). ``file`` is what they are given, ``signatures`` the
first bytes by which formats are known. ``characters`` and ``marks`` normalise a text without ever
changing its length; ``pdf`` is all that reading a PDF takes.
"""

from juesuan.intake.read import pictures, read

__all__ = ["pictures", "read"]

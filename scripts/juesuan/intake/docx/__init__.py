"""Documents of Word processors (Office Open XML): paragraphs, tables and notes in order.

``container`` opens the archive within bounds, ``styles`` and ``lists`` know what a paragraph
inherits and how it is numbered, ``runs`` gives the characters of a paragraph, ``tables`` its cells,
``walk`` goes over the body, ``read`` puts it together.
"""

from juesuan.intake.docx.read import read_docx

__all__ = ["read_docx"]

"""What a workbook holds and does not show, as a document: it is published with the file."""

from __future__ import annotations

from dataclasses import replace

from juesuan.intake.file import File
from juesuan.intake.sheets.read import unseen_texts
from juesuan.intake.text.characters import clean
from juesuan.model import Document


def hidden_document(file: File, document: Document) -> Document:
    """The texts of hidden sheets, rows and columns.

    Args:
        file: the workbook.
        document: what was read from it.
    """
    text = "\n".join(unseen_texts(file))
    return replace(
        document, text=text, clean=clean(text), pages=(), tables=(), furniture=(), addresses=()
    )

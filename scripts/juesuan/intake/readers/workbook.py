"""Workbooks of Office Open XML (``.xlsx``)."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from juesuan.errors import UnreadableSourceError
from juesuan.intake.file import File
from juesuan.intake.reader import Copy, Find, Reader
from juesuan.intake.sheets import read_workbook
from juesuan.intake.sheets.unseen import hidden_document
from juesuan.model import Document

_ZIP = b"PK\x03\x04"


class WorkbookReader(Reader):
    """Reads workbooks: each sheet is a page, its cells have addresses."""

    called: ClassVar[str] = "XLSX"
    endings: ClassVar[tuple[str, ...]] = (".xlsx", ".xlsm")

    def recognises(self, file: File) -> bool:
        """Whether it is a packed file that bears the name of a workbook."""
        return file.suffix in self.endings and file.data.startswith(_ZIP)

    def read(self, file: File) -> Document:
        """What is seen on its sheets."""
        return replace(read_workbook(self.workbook(file)), sha256=file.sha256, size=file.size)

    def workbook(self, file: File) -> File:
        """The workbook in Office Open XML that is read: the file itself."""
        return file

    def copy(self, file: File, document: Document, find: Find) -> Copy:
        """As received; a workbook with anything that must not be published is refused.

        Also where it stands on a sheet, in a row or in a column that is hidden.

        Raises:
            UnreadableSourceError: if it holds such a thing.
        """
        at = sorted(find(document))
        if at:
            page, cell = document.page_name_of(at[0]), document.address_of(at[0])
            raise _unpublishable(file, f"{page}!{cell}")
        if find(hidden_document(self.workbook(file), document)):
            raise _unpublishable(file, "hidden cells, comments or properties")
        return Copy(file.data, document)


def _unpublishable(file: File, where: str) -> UnreadableSourceError:
    return UnreadableSourceError(
        file.name,
        f"what must not be published, in {where}",
        "a workbook without numbers or names of private persons",
        "take it out of the workbook with a spreadsheet program, and add the file anew",
    )


READER = WorkbookReader()

"""Workbooks of older and other programs: XLS, ET and ODS."""

from __future__ import annotations

from juesuan.intake.file import File
from juesuan.intake.libreoffice import as_xlsx
from juesuan.intake.readers.workbook import WorkbookReader

_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"


class OlderWorkbookReader(WorkbookReader):
    """Reads workbooks in XLS, ET and ODS where LibreOffice is installed."""

    called = "XLS, ET or ODS"
    endings = (".xls", ".et", ".ods")

    def recognises(self, file: File) -> bool:
        """Whether its first bytes are of a format that its name may stand for."""
        if file.suffix == ".ods":
            return file.data.startswith(_ZIP) and _OPEN_DOCUMENT in file.data[:200]
        return file.suffix in self.endings and file.data.startswith(_OLE)

    def workbook(self, file: File) -> File:
        """The file as LibreOffice understands it."""
        return as_xlsx(file)


READER = OlderWorkbookReader()

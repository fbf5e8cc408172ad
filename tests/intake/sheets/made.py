"""Workbooks written part by part, as other producers and attackers write them."""

from __future__ import annotations

import zipfile
from pathlib import Path

from juesuan.intake.file import File

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
STRICT = 'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"'
WAYS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = (
    f"<styleSheet {MAIN}><numFmts><numFmt numFmtId='176' formatCode='0.00;[Red]0.00'/></numFmts>"
    "<fonts><font/><font><strike/></font></fonts>"
    "<cellXfs><xf numFmtId='0'/><xf numFmtId='4'/><xf numFmtId='176'/><xf numFmtId='12'/>"
    "<xf numFmtId='3'/><xf numFmtId='2' fontId='1'/></cellXfs>"
    "</styleSheet>"
)


def write(
    path: Path,
    sheets: dict[str, str],
    *,
    texts: str = "",
    book: str = "",
    state: str = "",
    namespace: str = MAIN,
    more: dict[str, str | bytes] | None = None,
) -> File:
    """Write a workbook.

    Args:
        path: the file to write.
        sheets: name to what stands inside of ``worksheet``.
        texts: the shared texts.
        book: what stands in ``workbook`` behind its sheets.
        state: of the last sheet.
        namespace: of all parts.
        more: other parts, or other content of these.
    """
    names = list(sheets)
    listed = "".join(
        f'<sheet name="{name}" sheetId="{i}" r:id="r{i}"'
        + (f' state="{state}"' if state and name == names[-1] else "")
        + "/>"
        for i, name in enumerate(names)
    )
    ways = "".join(
        f'<Relationship Id="r{i}" Type="{WAYS}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(len(names))
    )
    ways += f'<Relationship Id="t" Type="{WAYS}/sharedStrings" Target="sharedStrings.xml"/>'
    ways += f'<Relationship Id="s" Type="{WAYS}/styles" Target="/xl/styles.xml"/>'
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": f'<workbook {namespace} xmlns:r="{WAYS}"><sheets>{listed}</sheets>{book}</workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{ways}</Relationships>",
        "xl/sharedStrings.xml": f"<sst {namespace}>{texts}</sst>",
        "xl/styles.xml": STYLES.replace(MAIN, namespace),
    }
    for i, name in enumerate(names):
        parts[f"xl/worksheets/sheet{i}.xml"] = f"<worksheet {namespace}>{sheets[name]}</worksheet>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for part, content in {**parts, **(more or {})}.items():
            file.writestr(part, content)
    return File(path, path.read_bytes())


def rows(*cells: str) -> str:
    """``sheetData`` of rows, each a text of cells without references."""
    return f"<sheetData>{''.join(f'<row>{one}</row>' for one in cells)}</sheetData>"


def text(content: str) -> str:
    """A cell with a text of its own."""
    return f'<c t="inlineStr"><is><t>{content}</t></is></c>'

"""The made-up disclosure as documents of word processors, written by hand as Word and as WPS write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

from tests.made_pdf import Made, blocks, placed

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def package(
    body: str,
    related: dict[str, str] | None = None,
    more: dict[str, bytes] | None = None,
    outside: str = "",
) -> bytes:
    """A document with this body; ``related`` are parts by kind, ``more`` any other ones, ``outside`` relations as XML."""
    related = related or {}
    space = f'xmlns:w="{SPACE}" xmlns:r="{RELATIONS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    links = "".join(
        f'<Relationship Id="r{kind}" Type="{RELATIONS}/{kind}" Target="{kind}.xml"/>'
        for kind in related
    )
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document {space}><w:body>{body}<w:sectPr/></w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}{outside}</Relationships>',
        **{
            f"word/{kind}.xml": f"<w:{kind} {space}>{xml}</w:{kind}>"
            for kind, xml in related.items()
        },
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts, **(more or {})}.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def paragraph(text: str, about: str = "") -> str:
    """A paragraph of one run."""
    return f'<w:p><w:pPr>{about}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _in_runs(text: str) -> str:
    """A paragraph whose text stands in many runs, as it does where it was edited and spell-checked."""
    runs = "".join(
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{escape(text[i : i + 5])}</w:t></w:r><w:proofErr w:type="spellEnd"/>'
        for i in range(0, len(text), 5)
    )
    return f'<w:p w:rsidR="00A1"><w:bookmarkStart w:id="0" w:name="_Toc1"/>{runs}<w:bookmarkEnd w:id="0"/></w:p>'


def table(
    rows: list[list[tuple[str, int, int]]], write: Callable[[str], str], wrapped: bool = False
) -> str:
    """A table with ``gridSpan`` and ``vMerge``; WPS wraps rows into content controls where it made a form of them."""
    cells = list(placed(rows))
    width = max((column + across for _, column, _, across, _ in cells), default=0)
    at = {
        (row + i, column): (i, across, text)
        for row, column, down, across, text in cells
        for i in range(down)
    }
    xml = ""
    for row in range(len(rows)):
        line = ""
        for column in range(width):
            if (row, column) not in at:
                continue
            below, across, text = at[row, column]
            down = next((d for r, c, d, _, _ in cells if (r, c) == (row, column)), 1)
            merge = "<w:vMerge/>" if below else '<w:vMerge w:val="restart"/>' if down > 1 else ""
            span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
            line += f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{write('' if below else text)}</w:tc>"
        line = f"<w:tr><w:trPr/>{line}</w:tr>"
        xml += f"<w:sdt><w:sdtPr/><w:sdtContent>{line}</w:sdtContent></w:sdt>" if wrapped else line
    return f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * width}</w:tblGrid>{xml}</w:tbl>"


def like_word(made: Made) -> bytes:
    """As Word writes it."""
    body = ""
    for block in blocks(made.html()):
        body += _in_runs(block.text) if block.text else ""
        body += table(block.rows, _in_runs) if block.rows else ""
    return package(body, {"styles": "", "settings": ""})


def like_wps(made: Made) -> bytes:
    """As WPS writes it: whole runs, rows in content controls, empty paragraphs between."""
    body = ""
    for block in blocks(made.html()):
        body += (
            f"<w:sdt><w:sdtContent>{paragraph(block.text)}</w:sdtContent></w:sdt><w:p/>"
            if block.text
            else ""
        )
        body += table(block.rows, paragraph, wrapped=True) + "<w:p/>" if block.rows else ""
    return package(body)


KINDS: dict[str, Callable[[Made], bytes]] = {
    "word.docx": like_word,
    "wps.docx": like_wps,
    "named.doc": like_word,
    "named.wps": like_wps,
}
"""File names, and what is written into them."""

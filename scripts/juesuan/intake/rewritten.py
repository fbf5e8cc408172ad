"""A document written anew as a web page that does nothing: what is published of an active format.

A page as received may run in a reader's browser, load from elsewhere and hold what is not shown. So
what is published holds the text that was read, its paragraphs and its tables, and nothing else: no
script, style, link, picture or attribute but those of merged cells and of borders, and a policy
that forbids all of it. Tabs part the cells of a row for who reads it as text. Read again it must
give the same text, character by character.
"""

from __future__ import annotations

import html
from collections.abc import Iterator

from juesuan.errors import UnreadableSourceError
from juesuan.intake.file import File
from juesuan.intake.html.read import OWN, REMARK, is_own, read_html
from juesuan.intake.reader import Copy, Find, with_signs
from juesuan.model import Document, Table

_HEAD = (
    '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
    f'<meta name="generator" content="{OWN}">\n'
)
_BODY = "<title>部门决算公开原文</title>\n</head>\n<body>\n"
_FOOT = "</body>\n</html>\n"


def rewritten(file: File, document: Document, find: Find) -> Copy:
    """What may be published of a file that is no text, PDF or picture.

    Args:
        file: a file that was read.
        document: what was read from it.
        find: the offsets of the characters that must not be published.

    Raises:
        UnreadableSourceError: if what was written does not say what was read.
    """
    text = with_signs(document, find)
    data = page(document, text).encode()
    if data == file.data:
        return Copy(file.data, document)
    name = file.name if file.suffix == ".html" else f"{file.name}.html"
    again = read_html(File(file.path.with_name(name), data))
    if (again.text, again.tables) != (text, document.tables):
        found = "a text that changes when it is written anew"
        advice = "report it with the file; save it as a text until then"
        raise UnreadableSourceError(file.name, found, "the same text", advice)
    return Copy(data, again, "masked" if is_own(file.data) else "rewritten", name=name)


def page(document: Document, text: str) -> str:
    """A document as a page of its paragraphs and tables.

    Args:
        document: its tables and remarks.
        text: its text, or one with signs in place of some of its characters.
    """
    told = (f'<meta name="{REMARK}" content="{html.escape(one)}">\n' for one in document.remarks)
    parts, at = [_HEAD, *told, _BODY], 0
    for table in document.tables:
        parts += [*_paragraphs(text[at : table.start]), *_table(text, table)]
        at = table.end
    parts += [*_paragraphs(text[at:]), _FOOT]
    return "".join(parts)


def _paragraphs(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if line:
            yield f"<pre>\n{html.escape(line, quote=False)}</pre>\n"


def _table(text: str, table: Table) -> Iterator[str]:
    yield '<table border="1" cellpadding="3">\n'
    row = -1
    for cell in table.cells:
        is_first = row < cell.row
        while row < cell.row:
            yield "<tr>" if row < 0 else "</tr>\n<tr>"
            row += 1
        rows = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        columns = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        shown = html.escape(text[cell.start : cell.end], quote=False)
        yield "" if is_first else "\t"
        yield f"<td{rows}{columns}>{shown}</td>"
    yield "</tr>\n</table>\n"

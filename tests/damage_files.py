"""Small disclosures in every format in which departments publish, and damage of their files.

A file is damaged in its bytes, in those of a part of a packed one, or in the markup of a part: a
number in it becomes one that no program writes, an element is lost, doubled or moved.
"""

from __future__ import annotations

import io
import random
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path

from juesuan.intake.libreoffice import program
from tests import made_docx, made_pages, made_texts
from tests.fuzz import FILES, damaged
from tests.made import disclosure
from tests.made_pdf import Made
from tests.made_workbook import write_prose, write_workbook

Files = dict[str, bytes]
"""The files of one disclosure, by their names."""

_NUMBER = re.compile(rb'(?<==")\d+(?=")|(?<=>)\d+(?=<)|(?<=\':)\d+(?=;)')
_ELEMENT = re.compile(rb"<([A-Za-z:]+)\b[^<>]*(?:/>|>[^<>]*</\1>)")
_TAG = re.compile(rb"<[^<>!?]*>")
_NO_NUMBERS = (
    b"-1", b"0", b"", b"x", b"1e9", b"NaN", b"99999999999999999999", b"2147483648", b"1.5", b"&#0;",
    b"&e;", b"true", "１２".encode(),
)  # fmt: skip


def with_tabs_as_cells(text: str) -> list[str | list[list[tuple[str, int, int]]]]:
    """The paragraphs of a text, and its lines with tabs as rows of tables."""
    parts: list[str | list[list[tuple[str, int, int]]]] = []
    for line in text.split("\n"):
        if "\t" not in line:
            parts.append(line)
            continue
        if not parts or isinstance(parts[-1], str):
            parts.append([])
        rows = parts[-1]
        assert isinstance(rows, list)
        rows.append([(cell, 1, 1) for cell in line.split("\t")])
    return parts


def as_docx(text: str) -> bytes:
    """A text as a document of Word."""
    parts = (
        made_docx.paragraph(one)
        if isinstance(one, str)
        else made_docx.table(one, made_docx.paragraph)
        for one in with_tabs_as_cells(_printable(text))
    )
    return made_docx.package("".join(parts), {"styles": "", "settings": ""})


def as_html(text: str) -> bytes:
    """A text as a page."""
    made = ""
    for one in with_tabs_as_cells(text):
        if isinstance(one, str):
            made += f"<p>{escape(one)}</p>\n"
            continue
        rows = ("".join(f"<td>{escape(cell)}</td>" for cell, _, _ in row) for row in one)
        made += f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>\n"
    page = f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{made}</body></html>"
    return page.encode("utf-8", "replace")


def _printable(text: str) -> str:
    """A text without the characters that XML forbids."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", text)


@cache
def sets() -> dict[str, Files]:
    """Disclosures as files, by the name of what they are."""
    made = Made(1)
    short = as_docx(disclosure())
    found: dict[str, Files] = {
        one.name: {one.name: one.read_bytes()} for one in sorted(FILES.glob("*.pdf"))
    }
    found |= {name: {name: write(made)} for name, write in made_pages.KINDS.items()}
    found |= {name: {name: write(made)} for name, write in made_docx.KINDS.items()}
    found |= {
        "bars.md": {"bars.md": made_texts.bars(made)},
        "short.docx": {"short.docx": short},
        "short.html": {"short.html": as_html(disclosure())},
    }
    with tempfile.TemporaryDirectory() as place:
        book, prose = Path(place) / "附件.xlsx", Path(place) / "正文.txt"
        write_workbook(made, book)
        write_prose(made, prose)
        both = {one.name: one.read_bytes() for one in (prose, book)}
        found["text and workbook"] = both
        for ending in ("xls", "ods"):
            older = _by_libreoffice(book, ending)
            if older:
                found[f"text and {ending}"] = {
                    prose.name: both[prose.name],
                    f"附件.{ending}": older,
                }
        document = Path(place) / "short.docx"
        document.write_bytes(short)
        for ending in ("doc", "odt", "rtf"):
            older = _by_libreoffice(document, ending)
            found |= {f"short.{ending}": {f"short.{ending}": older}} if older else {}
    found["archive.zip"] = {"archive.zip": packed(both)}
    return found


def _by_libreoffice(source: Path, ending: str) -> bytes:
    """A file in another format; nothing where LibreOffice is not installed."""
    if not program():
        return b""
    profile = f"-env:UserInstallation=file://{source.parent}/profile"
    command = [program(), profile, "--headless", "--convert-to", ending]
    subprocess.run(
        [*command, "--outdir", str(source.parent / ending), str(source)],
        check=True,
        capture_output=True,
        timeout=600,
    )
    return (source.parent / ending / f"{source.stem}.{ending}").read_bytes()


def packed(files: Files) -> bytes:
    """Files in an archive, alike whenever it is made."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def damaged_files(files: Files, seed: int, chance: random.Random) -> Files:
    """The files with a damage in one of them."""
    name = chance.choice(sorted(files))
    return {**files, name: damaged_file(files[name], seed, chance)}


def damaged_file(data: bytes, seed: int, chance: random.Random) -> bytes:
    """A file with a damage: of its own bytes, of a part of a packed one, or of its markup."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        is_marked = data.lstrip()[:1] == b"<" and chance.random() < 0.6
        return marked(data, chance) if is_marked else damaged(data, seed)
    if chance.random() < 0.15:
        return damaged(data, seed)
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        parts = {one: whole.read(one) for one in whole.namelist()}
    chosen = chance.choice([one for one, part in parts.items() if part])
    if chance.random() < 0.1:
        return packed({one: part for one, part in parts.items() if one != chosen})
    how = damaged_file if chance.random() < 0.3 else _in_markup
    return packed({**parts, chosen: how(parts[chosen], seed, chance)})


def _in_markup(data: bytes, seed: int, chance: random.Random) -> bytes:
    return marked(data, chance) if data.lstrip()[:1] == b"<" else damaged(data, seed)


def marked(data: bytes, chance: random.Random) -> bytes:
    """Markup with something in it that no program writes, but that is well-formed mostly."""
    pattern, change = chance.choice(_MARKED)
    found = list(pattern.finditer(data))
    if not found:
        return data
    chosen = chance.sample(found, min(len(found), chance.choice([1, 1, 3, 30])))
    for one in sorted(chosen, key=lambda one: -one.start()):
        data = data[: one.start()] + change(one, chance) + data[one.end() :]
    return data


_Change = Callable[[re.Match[bytes], random.Random], bytes]
_MARKED: tuple[tuple[re.Pattern[bytes], _Change], ...] = (
    (_NUMBER, lambda one, chance: chance.choice(_NO_NUMBERS)),
    (_NUMBER, lambda one, chance: str(chance.randrange(2000)).encode()),
    (_ELEMENT, lambda one, chance: b""),
    (_ELEMENT, lambda one, chance: one[0] * chance.choice([2, 2, 40])),
    (_TAG, lambda one, chance: b""),
    (_TAG, lambda one, chance: one[0] * 2),
)

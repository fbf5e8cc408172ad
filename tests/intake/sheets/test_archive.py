"""Parts of a workbook's file, also of hostile ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits
from juesuan.intake.file import File
from juesuan.intake.sheets.archive import Archive, name_of
from tests.intake.sheets import made


def elements(file: File, part: str, *tags: str) -> list[tuple[str, str | None]]:
    with Archive(file) as archive:
        return [(name_of(one), one.text) for one in archive.elements(part, *tags)]


def test_elements_by_their_names(tmp_path: Path) -> None:
    file = made.write(tmp_path / "a.xlsx", {}, texts="<si><t>甲</t></si><si><t>乙</t></si>")
    assert elements(file, "xl/sharedStrings.xml", "t") == [("t", "甲"), ("t", "乙")]
    assert elements(file, "xl/no.xml", "t") == []


def test_no_archive_and_a_damaged_one(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSourceError, match=r"a\.xlsx: found a workbook that is damaged"):
        Archive(File(tmp_path / "a.xlsx", b"PK\x03\x04 and nothing"))
    file = made.write(tmp_path / "b.xlsx", {}, texts="<si><t>甲</si>")
    with pytest.raises(UnreadableSourceError, match="damaged"):
        elements(file, "xl/sharedStrings.xml", "t")


BOMB = (
    '<!DOCTYPE sst [<!ENTITY a "甲甲甲甲"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>'
)
OUTSIDE = '<!DOCTYPE sst [<!ENTITY x SYSTEM "{}">]><sst><si><t>&x;</t></si></sst>'


@pytest.mark.parametrize("content", [BOMB, OUTSIDE])
def test_document_types_are_refused(tmp_path: Path, content: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("geheim", encoding="utf-8")
    content = content.format(secret.as_uri()) if "{}" in content else content
    file = made.write(tmp_path / "a.xlsx", {}, more={"xl/sharedStrings.xml": content})
    with pytest.raises(UnreadableSourceError, match="a document type") as raised:
        elements(file, "xl/sharedStrings.xml", "si")
    assert "geheim" not in str(raised.value)


@pytest.mark.slow
def test_what_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNPACKED", 1_000_000)
    file = made.write(tmp_path / "a.xlsx", {}, texts="<si><t>0</t></si>" * 100_000)
    assert file.size < 20_000
    with pytest.raises(UnreadableSourceError, match="unpacks to more than 1,000,000"):
        elements(file, "xl/sharedStrings.xml", "si")

"""Archives of documents: within bounds, without entities."""

from __future__ import annotations

import io
import zipfile

import pytest

from juesuan.errors import UnreadableSourceError
from juesuan.intake.docx import read_docx
from juesuan.intake.docx.container import Container, is_package
from tests.intake.made import file
from tests.made_docx import package, paragraph


def archive(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as one:
        for name, data in parts.items():
            one.writestr(name, data)
    return made.getvalue()


def test_parts_and_relations() -> None:
    data = package(
        paragraph("甲"),
        {"styles": "", "numbering": ""},
        outside='<Relationship Id="r9" Type="http://x/attachedTemplate" Target="http://x/a.dotm" TargetMode="External"/>',
    )
    container = Container(file("a.docx", data), data)
    (main,) = container.relations("")
    assert (main.kind, main.target, main.is_outside) == (
        "officeDocument",
        "word/document.xml",
        False,
    )
    found = [*container.relations(main.target)]
    assert [(one.kind, one.target) for one in found] == [
        ("styles", "word/styles.xml"),
        ("numbering", "word/numbering.xml"),
        ("attachedTemplate", "http://x/a.dotm"),
    ]
    assert container.xml("word/none.xml") is None
    assert (
        is_package(data, "word") and not is_package(data, "xl") and not is_package(b"word/", "word")
    )


@pytest.mark.parametrize("cut", [10, 100, 500, -30])
def test_a_document_that_was_cut_off_is_refused(cut: int) -> None:
    with pytest.raises(UnreadableSourceError, match="a document that is damaged"):
        read_docx(file("a.docx", package(paragraph("甲" * 100))[:cut]))


def test_damage_inside_of_a_part_is_refused() -> None:
    data = bytearray(package(paragraph("收入支出决算情况说明" * 40)))
    at = data.index(b"word/document.xml") + 40
    data[at : at + 20] = bytes(20)
    with pytest.raises(UnreadableSourceError, match="a document that is damaged"):
        read_docx(file("a.docx", bytes(data)))


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY b "1"><!ENTITY c "&b;&b;">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(declared: str, encoding: str) -> None:
    data = package(
        paragraph("&b;"),
        more={
            "word/_rels/document.xml.rels": f"<?xml version='1.0'?>{declared}<a>&b;</a>".encode(
                encoding
            )
        },
    )
    with pytest.raises(UnreadableSourceError, match="declarations of entities in word/_rels"):
        read_docx(file("a.docx", data))


@pytest.mark.slow
def test_a_bomb_is_refused() -> None:
    data = archive(**{"_rels/.rels": b" " * 200_000_000})
    assert len(data) < 400_000
    with pytest.raises(UnreadableSourceError, match="a part of more than 60,000,000 bytes"):
        read_docx(file("a.docx", data))


def test_an_archive_of_too_many_parts_or_without_a_text_is_refused() -> None:
    with pytest.raises(UnreadableSourceError, match="an archive of 5,001 parts"):
        read_docx(file("a.docx", archive(**{f"a{i}": b"" for i in range(5001)})))
    with pytest.raises(UnreadableSourceError, match="an archive without a text"):
        read_docx(file("a.docx", archive(a=b"1")))

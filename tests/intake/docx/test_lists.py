"""Automatic numbers become text."""

from __future__ import annotations

from juesuan.intake.docx import read_docx
from tests.intake.made import file
from tests.made_docx import package, paragraph


def level(at: int, kind: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


HEADINGS = (
    '<w:abstractNum w:abstractNumId="7">'
    + level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "%1.%4", "<w:isLgl/>")
    + level(4, "bullet", "●")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="8">'
    + level(0, "decimal", "第%1条", '<w:pStyle w:val="article"/>')
    + level(1, "decimalEnclosedCircle", "%2", '<w:lvlRestart w:val="0"/>')
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="8"/></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="article"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="plain"><w:basedOn w:val="article"/></w:style>'
)


def numbered(*entries: tuple[str, int, int]) -> str:
    body = "".join(
        paragraph(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')
        for text, number, at in entries
    )
    return read_docx(file("a.docx", package(body, {"numbering": HEADINGS, "styles": STYLES}))).text


def test_levels_count_and_begin_anew() -> None:
    assert numbered(
        ("甲", 1, 0), ("乙", 1, 1), ("丙", 1, 1), ("丁", 1, 2), ("戊", 1, 0), ("己", 1, 1), ("庚", 1, 3), ("辛", 1, 4),
    ) == "一、甲\n（一）乙\n（二）丙\n1. 丁\n二、戊\n（一）己\n2.1 庚\n辛\n"  # fmt: skip


def test_instances_of_one_definition_count_on_unless_they_begin_anew() -> None:
    assert (
        numbered(("甲", 1, 0), ("乙", 2, 0), ("丙", 3, 0), ("丁", 3, 0))
        == "一、甲\n二、乙\n五、丙\n六、丁\n"
    )
    assert numbered(("甲", 9, 0), ("乙", 1, 8), ("丙", 0, 0)) == "甲\n乙\n丙\n"


def test_a_level_that_never_begins_anew() -> None:
    entries = [("甲", 4, 0), ("乙", 4, 1), ("丙", 4, 0), ("丁", 4, 1)]
    assert numbered(*entries) == "第1条甲\n①乙\n第2条丙\n②丁\n"


def test_a_style_numbers_its_paragraphs() -> None:
    body = (
        paragraph("甲", '<w:pStyle w:val="article"/>')
        + paragraph("", '<w:pStyle w:val="article"/>')
        + paragraph("乙", '<w:pStyle w:val="plain"/>')
        + paragraph("丙", '<w:pStyle w:val="article"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    document = read_docx(file("a.docx", package(body, {"numbering": HEADINGS, "styles": STYLES})))
    assert document.text == "第1条甲\n第3条乙\n丙\n"


def test_a_dash_of_a_list_before_an_amount_of_a_table_may_be_its_sign() -> None:
    lists = (
        f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "-")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    about = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    row = "".join(f"<w:tc>{paragraph(one, about)}</w:tc>" for one in ("甲", "6.37"))
    body = f"<w:tbl><w:tr>{row}</w:tr></w:tbl>{paragraph('乙7.10', about)}"
    document = read_docx(file("a.docx", package(body, {"numbering": lists})))
    assert document.text == "甲\t□\n乙7.10\n"

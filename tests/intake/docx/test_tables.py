"""Tables of word processors."""

from __future__ import annotations

import pytest

from juesuan.errors import UnreadableSourceError
from juesuan.intake.docx import read_docx
from juesuan.model import Document
from tests.intake.made import cells, file
from tests.made_docx import package, paragraph


def read(*rows: str, body: str = "{}") -> Document:
    table = f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"
    return read_docx(file("a.docx", package(body.format(table))))


def row(*found: str, about: str = "") -> str:
    return f"<w:tr><w:trPr>{about}</w:trPr>{''.join(found)}</w:tr>"


def cell(text: str, about: str = "") -> str:
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{paragraph(text)}</w:tc>"


START, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_merged_cells() -> None:
    document = read(
        row(cell("项目", START), cell("决算", '<w:gridSpan w:val="2"/>')),
        row(cell("", ON), cell("收入"), cell("支出")),
        row(cell("", '<w:vMerge w:val="continue"/>'), cell("1.00", START), cell("2.00")),
        row(cell("合计"), cell("", ON), cell("3.00")),
        row(cell("左"), cell("右", '<w:hMerge w:val="continue"/>'), cell("5.00")),
        row(cell("4.00"), about='<w:gridBefore w:val="2"/>'),
    )
    assert cells(document) == [
        [
            (0, 0, 3, 1, "项目"), (0, 1, 1, 2, "决算"), (1, 1, 1, 1, "收入"), (1, 2, 1, 1, "支出"),
            (2, 1, 2, 1, "1.00"), (2, 2, 1, 1, "2.00"), (3, 0, 1, 1, "合计"), (3, 2, 1, 1, "3.00"),
            (4, 0, 1, 2, "左"), (4, 2, 1, 1, "5.00"), (5, 2, 1, 1, "4.00"),
        ]
    ]  # fmt: skip
    assert document.tables[0].width == 3


def test_a_column_of_a_twentieth_of_a_point_is_none() -> None:
    """RTF of a word processor: the edges of the headings and of the figures are rounded otherwise."""
    two, grid = '<w:gridSpan w:val="2"/>', (1100, 1099, 1, 1098)
    columns = "".join(f'<w:gridCol w:w="{one}"/>' for one in grid)
    rows = [
        row(cell("项目", START), cell("基本支出", START), cell("项目支出", two + START)),
        row(cell("", ON), cell("", two + ON), cell("", ON)),
        row(cell("合计"), cell("3.00"), cell("1.00", two)),
        row(cell("甲"), cell("2.00", two), cell("1.00")),
        row(cell("乙"), cell("1.00"), cell(""), cell("0.50")),
    ]
    body = f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    document = read_docx(file("a.docx", package(body)))
    assert document.tables[0].width == 3
    assert cells(document) == [
        [
            (0, 0, 2, 1, "项目"), (0, 1, 2, 1, "基本支出"), (0, 2, 2, 1, "项目支出"),
            (2, 0, 1, 1, "合计"), (2, 1, 1, 1, "3.00"), (2, 2, 1, 1, "1.00"),
            (3, 0, 1, 1, "甲"), (3, 1, 1, 1, "2.00"), (3, 2, 1, 1, "1.00"),
            (4, 0, 1, 1, "乙"), (4, 1, 1, 1, "1.00"), (4, 2, 1, 1, "0.50"),
        ]
    ]  # fmt: skip


def test_wrapped_deleted_and_hidden_rows() -> None:
    wrap = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    document = read(
        wrap(row(cell("甲"), wrap(cell("1.00")))),
        row(cell("乙"), cell("2.00"), about="<w:del/>"),
        row(cell("丙"), cell("3.00"), about="<w:hidden/>"),
        row(cell("丁"), cell("4.00"), about="<w:ins/>"),
    )
    assert document.text == "甲\t1.00\n丁\t4.00\n"
    assert document.remarks == ("1 hidden rows of tables are left out",)


def test_a_frame_and_a_table_around_tables_are_no_tables() -> None:
    inner = f"<w:tbl>{row(cell('甲'), cell('1.00'))}{row(cell('乙'), cell('2.00'))}</w:tbl>"
    frame = read(row(f"<w:tc>{paragraph('题')}{inner}<w:p/></w:tc>"))
    assert frame.text == "题\n甲\t1.00\n乙\t2.00\n" and len(frame.tables) == 1
    around = read(row(f"<w:tc>{inner}</w:tc>", f"<w:tc>{inner}</w:tc>"))
    assert around.text == "甲\t1.00\n乙\t2.00\n" * 2 and len(around.tables) == 2
    data = read(
        *(row(cell(f"项目{i}"), cell(f"{i}.00")) for i in range(9)),
        row(cell("合计"), f"<w:tc>{inner}</w:tc>"),
    )
    assert cells(data)[0][-1] == (9, 1, 1, 1, "甲 1.00 乙 2.00")


@pytest.mark.parametrize("span", ["1000000", "-1", "x", "99999999999999"])
def test_spans_are_bounded(span: str) -> None:
    document = read(row(cell("甲", f'<w:gridSpan w:val="{span}"/>'), cell("1.00")))
    assert document.tables[0].width <= 501 and len(document.text) < 600


def test_tables_in_tables_without_end_are_refused() -> None:
    nested = "{}"
    for _ in range(60):
        nested = nested.format(f"<w:tbl>{row('<w:tc>{}</w:tc>')}</w:tbl>")
    document = read_docx(file("a.docx", package(nested.format(paragraph("甲")))))
    assert document.text == "甲\n"
    for _ in range(120):
        nested = nested.format(f"<w:tbl>{row('<w:tc>{}</w:tc>')}</w:tbl>")
    with pytest.raises(UnreadableSourceError, match="elements nested deeper than 150"):
        read_docx(file("a.docx", package(nested.format(paragraph("甲")))))


@pytest.mark.slow
def test_a_table_without_end_is_refused() -> None:
    with pytest.raises(UnreadableSourceError, match="more than 100,000 cells"):
        read(*[row("<w:tc/>", "<w:tc/>") * 1] * 60_000)

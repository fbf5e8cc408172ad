"""The body in order: paragraphs, notes, boxes."""

from __future__ import annotations

from juesuan.intake.docx import read_docx
from juesuan.model import Document
from tests.intake.made import file
from tests.made_docx import package, paragraph


def read(body: str, **related: str) -> Document:
    return read_docx(file("a.docx", package(body, related)))


def test_wrappers_are_seen_through_and_headers_left_aside() -> None:
    body = f"{paragraph('甲')}<w:sdt><w:sdtContent>{paragraph('乙')}</w:sdtContent></w:sdt><w:customXml>{paragraph('丙')}</w:customXml><w:p/>"
    document = read(body, header=paragraph("页眉12"), footer=paragraph("— 3 —"))
    assert document.text == "甲\n乙\n丙\n" and not document.remarks


def test_notes_stand_behind_the_paragraph_that_refers_to_them() -> None:
    note = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>含结转3.50万元。</w:t></w:r></w:p></w:footnote>'
    separator = (
        '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote>'
    )
    body = (
        '<w:p><w:r><w:t>收入12.50</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>万元</w:t></w:r></w:p>'
        + paragraph("完")
    )
    document = read(body, footnotes=separator + note)
    assert document.text == "收入12.50¹万元\n¹ 含结转3.50万元。\n完\n"


def test_a_paragraph_whose_end_was_deleted_goes_on() -> None:
    body = paragraph("收入12", "<w:rPr><w:del/></w:rPr>") + paragraph(".50万元") + paragraph("完")
    assert read(body).text == "收入12.50万元\n完\n"


def test_leading_tabs_are_no_columns_and_rows_of_tabs_are() -> None:
    body = "<w:p><w:r><w:tab/><w:t>收入</w:t></w:r></w:p><w:p><w:r><w:t>甲</w:t><w:tab/><w:t>1.00</w:t><w:tab/><w:t>2.00</w:t></w:r></w:p>"
    assert read(body).text == "收入\n甲\t1.00\t2.00\n"


def test_notes_of_a_table_stand_behind_it() -> None:
    note = f'<w:footnote w:id="2">{paragraph("含结转3.50万元。")}</w:footnote>'
    marked = '<w:p><w:r><w:t>12.50</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    row = f"<w:tr><w:tc>{paragraph('支出')}</w:tc><w:tc>{marked}</w:tc></w:tr>"
    document = read(f"<w:tbl>{row}{row}</w:tbl>{paragraph('完')}", footnotes=note)
    assert (
        document.text == "支出\t12.50¹\n支出\t12.50²\n¹ 含结转3.50万元。\n² 含结转3.50万元。\n完\n"
    )


def test_a_frame_of_one_cell_in_each_cell_is_no_layout() -> None:
    framed = "".join(
        f"<w:tc><w:tbl><w:tr><w:tc>{paragraph(one)}</w:tc></w:tr></w:tbl><w:p/></w:tc>"
        for one in ("支出", "12.50")
    )
    document = read(f"<w:tbl><w:tr>{framed}</w:tr><w:tr>{framed}</w:tr></w:tbl>")
    assert document.text == "支出\t12.50\n支出\t12.50\n" and len(document.tables) == 1


def test_tabs_at_the_begin_of_a_row_are_cells() -> None:
    row = "<w:p><w:r><w:tab/><w:tab/><w:t>九、卫生</w:t><w:tab/><w:t>5.50</w:t></w:r></w:p>"
    label = "<w:p><w:r><w:tab/><w:tab/><w:t>十、节能</w:t><w:tab/></w:r></w:p>"
    indented = "<w:p><w:r><w:tab/><w:t>甲</w:t></w:r></w:p>"
    count = "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:tab/><w:t>7</w:t></w:r></w:p>"
    document = read(row + label + indented + count)
    assert document.text == "\t\t九、卫生\t5.50\n\t\t十、节能\n甲\n甲\t乙\t丙\t7\n"


def test_a_note_that_refers_to_itself_is_read_once() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2"><w:p><w:r><w:t>含结转</w:t></w:r>{mark}</w:p></w:footnote>'
    body = f"<w:p><w:r><w:t>甲</w:t></w:r>{mark}</w:p>"
    assert read(body, footnotes=note).text == "甲¹\n¹ 含结转²\n"

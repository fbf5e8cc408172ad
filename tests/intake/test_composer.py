"""Documents put together of paragraphs and tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan import intake
from juesuan.errors import UnreadableSourceError
from juesuan.intake import limits
from juesuan.intake.composer import Composer, Placed
from juesuan.intake.file import File
from juesuan.model import Document
from tests.made import understood
from tests.made_pdf import STYLES, Made, blocks, placed

PDFS = Path(__file__).resolve().parents[1] / "pdfs"


def composer() -> Composer:
    return Composer(File(Path("made.html"), b"made"))


def cells_of(document: Document) -> list[tuple[int, int, int, int, str]]:
    return [
        (one.row, one.column, one.rows, one.columns, document.text[one.start : one.end])
        for table in document.tables
        for one in table.cells
    ]


def test_paragraphs_are_lines_and_rows_are_lines_with_tabs() -> None:
    made = composer()
    made.paragraph("　　一、收入１．２０万元\n\n \u2028二、支出 ")
    made.table([Placed(0, 0, "甲", 2, 1), Placed(0, 1, "乙", 1, 2), Placed(1, 2, "3.40")], 3)
    made.paragraph("完")
    document = made.document("html")
    assert document.text == "　　一、收入１．２０万元\n二、支出\n甲\t乙\t\n\t\t3.40\n完\n"
    assert document.clean == "  一、收入1.20万元\n二、支出\n甲\t乙\t\n\t\t3.40\n完\n"
    assert document.is_extracted and document.encoding == "html" and document.pages == ()
    (table,) = document.tables
    assert document.text[table.start : table.end] == "甲\t乙\t\n\t\t3.40\n"
    assert (table.page, table.width) == (1, 3)
    assert cells_of(document) == [(0, 0, 2, 1, "甲"), (0, 1, 1, 2, "乙"), (1, 2, 1, 1, "3.40")]


def test_a_line_break_in_a_cell_is_a_space() -> None:
    made = composer()
    made.table(
        [Placed(0, 0, " 政府性\r\n基金\t预算 "), Placed(0, 1, "\n"), Placed(0, 2, "1\n2")], 3
    )
    document = made.document("html")
    assert document.text == "政府性 基金 预算\t\t1 2\n"
    assert document.tables[0].cells[1].start == document.tables[0].cells[1].end


def test_sheets_are_pages_and_furniture_is_told() -> None:
    made = composer()
    made.page()
    made.furniture("第1页")
    made.paragraph("甲")
    made.page()
    made.table([Placed(0, 0, "乙")], 1)
    made.remarks.append("a sheet is hidden")
    document = made.document("xlsx", tells_furniture=True)
    assert [(one.number, document.text[one.start : one.end]) for one in document.pages] == [
        (1, "第1页\n甲\n"),
        (2, "乙\n"),
    ]
    assert document.furniture == ((0, 3),) and document.tells_furniture
    assert document.tables[0].page == 2 and document.remarks == ("a sheet is hidden",)


def test_an_empty_table_is_none() -> None:
    made = composer()
    made.table([], 3)
    assert made.document("html").tables == () and made.length == 0


@pytest.mark.parametrize("at", [(10**9, 0), (limits.CHARACTERS + 1, 0)])
def test_no_table_is_longer_than_a_text(at: tuple[int, int]) -> None:
    with pytest.raises(UnreadableSourceError, match=r"made\.html: found more than 3,000,000 char"):
        composer().table([Placed(*at, "甲")], 2)
    with pytest.raises(UnreadableSourceError, match="3,000,000 characters"):
        composer().paragraph("甲" * limits.CHARACTERS)


@pytest.mark.slow
@given(st.lists(st.text("甲乙1.\t\n ", max_size=4), min_size=1, max_size=24), st.integers(1, 5))
def test_every_cell_stands_where_it_says(texts: list[str], width: int) -> None:
    made = composer()
    made.paragraph("前")
    made.table([Placed(i // width, i % width, text) for i, text in enumerate(texts)], width)
    made.paragraph("后")
    document = made.document("html")
    lines = document.text.split("\n")[1:-2]
    assert document.text.endswith("后\n") and len(document.text) == len(document.clean)
    assert all(line.count("\t") == width - 1 for line in lines)
    assert len(lines) == (len(texts) - 1) // width + 1
    for row, column, _, _, text in cells_of(document):
        assert lines[row].split("\t")[column] == text
        assert "".join(text.split()) == "".join(texts[row * width + column].split())


@pytest.mark.slow
@pytest.mark.parametrize("name", STYLES)
def test_the_same_facts_are_read_as_from_the_pdf(name: str) -> None:
    """Tables that have no place on paper are read by parse as those of a PDF are."""
    made = composer()
    for block in blocks(Made(*STYLES[name]).html()):
        made.paragraph(block.text)
        cells = [
            Placed(row, column, text, down, across)
            for row, column, down, across, text in placed(block.rows)
        ]
        made.table(cells, max((one.column + one.columns for one in cells), default=0))
    composed, printed = made.document("html"), intake.read(PDFS / f"{name}.pdf")
    found = [understood(one) for one in (composed, printed)]
    assert found[0].tables == found[1].tables


def test_a_table_that_is_typed_into_paragraphs_is_one() -> None:
    made = composer()
    for line in ("支出决算表", "科目编码\t科目名称\t合计", "205\t教育支出\t12.50", "完"):
        made.paragraph(line)
    (table,) = made.document("html").tables
    assert (table.page, table.width, table.is_ruled, len(table.cells)) == (1, 3, True, 6)


def test_no_cell_covers_another_one() -> None:
    """As a converted document has it: two headings that cover what stands below them."""
    composer = Composer(File(Path("a.docx"), b"x"))
    cells = [
        Placed(0, 0, "甲"), Placed(0, 1, "乙", 2, 3), Placed(1, 0, "丙"), Placed(1, 2, "丁"),
        Placed(2, 0, "戊", 1, 3), Placed(2, 2, "己"), Placed(2, 3, ""),
    ]  # fmt: skip
    composer.table(cells, 4)
    document = composer.document("x")
    (table,) = document.tables
    shown = [(one.row, one.column, one.rows, one.columns) for one in table.cells]
    assert shown == [
        (0, 0, 1, 1), (0, 1, 1, 3), (1, 0, 1, 1), (1, 1, 1, 1), (1, 2, 1, 1), (1, 3, 1, 1),
        (2, 0, 1, 2), (2, 2, 1, 1), (2, 3, 1, 1),
    ]  # fmt: skip
    assert document.text == "甲\t乙\t\t\n丙\t\t丁\t\n戊\t\t己\t\n"

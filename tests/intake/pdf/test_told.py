"""What was not read is told once for all pages, and not without end."""

from __future__ import annotations

from juesuan.intake.pdf.supervise import RawPage
from juesuan.intake.pdf.told import MOST, Remarks, is_foreign, is_picture


def test_the_same_on_several_pages_is_told_once() -> None:
    remarks = Remarks()
    for number in (2, 3, 7):
        assert remarks.take(RawPage(number, text="x", watermark="内部", recognised=3, is_own=True))
    recognised, across = remarks.told()
    assert recognised.startswith("page 2 and 2 more: a picture")
    assert across == (
        "page 2 and 2 more: 2 characters that lie across the text (内部) are left out as a "
        "watermark: compare with the original"
    )


def test_what_another_program_recognised_is_a_scan_to_us() -> None:
    """Whatever it says: the picture is what was published."""
    foreign, own = (
        RawPage(2, text="x" * 99, recognised=99),
        RawPage(3, text="x", recognised=1, is_own=True),
    )
    assert is_foreign(foreign) and is_picture(foreign)
    assert not is_foreign(own) and not is_picture(own)
    remarks = Remarks()
    assert remarks.take(foreign) and remarks.take(own)
    ours, theirs = remarks.told()
    assert ours.startswith("page 3: a picture, under which a machine put")
    assert theirs.startswith("page 2: a picture, under which another program put")
    assert "make ocr" in theirs


def test_a_page_that_is_not_read_is_told_and_left_out() -> None:
    remarks = Remarks()
    assert not remarks.take(RawPage(4, pictures=1))
    assert remarks.told()[0].startswith("page 4: it holds pictures and no text (a scan")


def test_remarks_have_an_end() -> None:
    remarks = Remarks()
    for number in range(1, 60):
        remarks.take(RawPage(number, text="x", unseen={"covered": (number + 1, f"{number}.5")}))
    told = remarks.told()
    assert len(told) == MOST + 1
    assert told[-1].startswith("39 more remarks like this")


def test_files_and_fields_are_told() -> None:
    remarks = Remarks()
    remarks.take(RawPage(1, text="x", files=("甲.xls",), holds=("it is odd",), notes=("a note",)))
    first, second, third = remarks.told()
    assert "1 other file (甲.xls)" in first
    assert second.startswith("it is odd")
    assert third.startswith("page 1: a note is not printed")


def test_an_empty_row_that_a_page_break_left_is_no_page_unread() -> None:
    sides = [300, 200, 300, 260, 900, 200, 900, 260]
    row = [300, 200, 900, 200, 300, 260, 900, 260, *sides]
    remarks = Remarks()
    remarks.take(RawPage(14, rulings=row))
    assert remarks.told() == () and remarks.pages == []
    remarks.take(RawPage(15, rulings=[*row, 300, 320, 900, 320]))
    assert remarks.pages == [15]


def test_characters_without_a_meaning_are_told_where_the_rest_is_read() -> None:
    remarks = Remarks()
    assert remarks.take(RawPage(3, text="甲\ufffd乙丙", unknown=1))
    assert remarks.take(RawPage(5, text="甲\ufffd\ufffd丙", unknown=2))
    (told,) = remarks.told()
    assert told.startswith("page 3 and 1 more: 3 characters have no meaning in the file")

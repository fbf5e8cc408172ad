"""PDF intake: lines, tables and boxes of files by several producers; damaged and hostile files get a message in time."""

from __future__ import annotations

import io
import time
import zlib
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from juesuan import intake
from juesuan.errors import UnreadableSourceError
from juesuan.intake.pdf import supervise
from juesuan.intake.pdf.furniture import EdgeLine, furniture
from juesuan.intake.pdf.grids import grids
from juesuan.intake.pdf.lines import Glyph, lines
from juesuan.model import Document
from juesuan.parse import identify
from tests import fuzz
from tests.made_pdf import NAME, STYLES

PDFS = Path(__file__).resolve().parent.parent / "pdfs"
FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def drawn(path: Path, *pages: list[tuple[float, float, str]], **options: object) -> Path:
    """A PDF of pages, each a list of x, y (from the top) and text."""
    canvas = Canvas(str(path), pagesize=(600, 800), invariant=1, **options)
    for page in pages:
        canvas.setFont(FONT, 12)
        for x, y, text in page:
            canvas.drawString(x, 800 - y, text)
        canvas.showPage()
    canvas.save()
    return path


def raw(path: Path, *objects: bytes) -> Path:
    """A PDF of numbered objects, written as they are."""
    out, places = io.BytesIO(b"%PDF-1.7\n"), []
    out.seek(0, 2)
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    out.write(
        b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    )
    path.write_bytes(out.getvalue())
    return path


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


PAGES = (b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>")


# -- what is read ---------------------------------------------------------------------------------------------------


def test_lines_stand_in_reading_order_whatever_the_order_of_the_file(tmp_path: Path) -> None:
    path = drawn(
        tmp_path / "a.pdf", [(300, 100, "右"), (50, 140, "下一行2.50万元"), (50, 100, "左")]
    )
    assert intake.read(path).text == "左 右\n下一行2.50万元\n"


def test_a_number_is_not_torn_out_of_its_line_by_another_font(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    for x, font, size, text in (
        (50, FONT, 12, "收入"),
        (76, "Helvetica", 11, "2,995.39"),
        (119, FONT, 12, "万元"),
    ):
        canvas.setFont(font, size)
        canvas.drawString(x, 700, text)
    canvas.save()
    assert intake.read(tmp_path / "a.pdf").text == "收入2,995.39万元\n"


def test_text_printed_twice_to_look_bold_is_read_once(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", [(50, 100, "合计11.11"), (50.4, 100, "合计11.11")])
    assert intake.read(path).text == "合计11.11\n"


def test_text_beside_the_page_is_not_read(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", [(50, 100, "在页内"), (900, 100, "99.99"), (50, 900, "88.88")])
    assert intake.read(path).text == "在页内\n"


@pytest.mark.parametrize("turned", ["page", "text"])
def test_a_page_that_lies_on_its_side_is_read_upright(tmp_path: Path, turned: str) -> None:
    canvas = Canvas(
        str(tmp_path / "a.pdf"),
        pagesize=(800, 600) if turned == "page" else (600, 800),
        invariant=1,
    )
    if turned == "page":
        canvas.setPageRotation(90)  # ReportLab exchanges width and height
    canvas.setFont(FONT, 12)
    canvas.translate(580, 20)
    canvas.rotate(90)
    for i, text in enumerate(["第一行1.11万元的收入", "第二行2.22万元的支出", "第三行"]):
        canvas.drawString(40, 540 - 20 * i, text)
    canvas.save()
    document = intake.read(tmp_path / "a.pdf")
    assert document.text.splitlines() == ["第一行1.11万元的收入", "第二行2.22万元的支出", "第三行"]
    assert (document.pages[0].width, document.pages[0].height) == (800, 600)
    box = document.box_of(document.text.index("2.22"), document.text.index("2.22") + 4)
    assert box and box.right - box.left > box.bottom - box.top > 5


def test_every_character_has_its_page_and_box(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", [(50, 100, "甲1.11")], [(70, 200, "乙2.22万元")])
    document = intake.read(path)
    at = document.text.index("2.22")
    box = document.box_of(at, at + 4)
    assert document.page_of(at) == 2 and box and box.page == 2
    assert (
        81 < box.left < 84
        and 100 < box.right < 106
        and 188 < box.top < 196
        and 199 < box.bottom < 203
    )
    assert document.box_of(document.text.index("\n"), document.text.index("\n") + 1) is None


def test_furniture_is_found_and_stays_in_the_text(tmp_path: Path) -> None:
    pages = [
        [(250, 30, "某局部门决算"), (50, 300 + i, f"正文{i}.00万元"), (290, 780, f"- {i} -")]
        for i in range(1, 6)
    ]
    document = intake.read(drawn(tmp_path / "a.pdf", *pages))
    found = [document.text[a:b] for a, b in document.furniture]
    assert [one for one in found if "决算" in one] == ["某局部门决算"] * 5
    assert [one.strip("- ") for one in found if "决算" not in one] == list("12345")


def test_a_number_at_the_foot_that_does_not_count_is_no_page_number() -> None:
    lines_ = [
        EdgeLine(1, "bottom", "2019", (0, 4)),
        EdgeLine(2, "bottom", "35", (9, 11)),
        EdgeLine(3, "bottom", "3", (20, 21)),
    ]
    assert furniture(lines_, 3) == set()
    assert furniture([*lines_, EdgeLine(4, "bottom", "4", (30, 31))], 4) == {(20, 21), (30, 31)}


# -- tables -----------------------------------------------------------------------------------------------------------


def rulings(*boxes: tuple[float, float, float, float]) -> list[int]:
    return [round(value * 10) for box in boxes for value in box]


FRAME = [(0, 0, 90, 0), (0, 20, 90, 20), (0, 40, 90, 40), (30, 0, 30, 40), (60, 0, 60, 40)]
SIDES = [(0, 0, 0, 40), (90, 0, 90, 40)]


@pytest.mark.parametrize("framed", [True, False])
def test_a_table_needs_no_outer_frame(framed: bool) -> None:
    (grid,) = grids(rulings(*FRAME, *(SIDES if framed else [])))
    assert grid.width == 3 and [(one.row, one.column) for one in grid.fields] == [
        (r, c) for r in (0, 1) for c in (0, 1, 2)
    ]


def test_cells_without_a_line_between_them_are_one() -> None:
    boxes = [
        (0, 0, 90, 0),
        (30, 20, 90, 20),
        (0, 40, 90, 40),
        (30, 0, 30, 40),
        (60, 20, 60, 40),
        *SIDES,
    ]
    (grid,) = grids(rulings(*boxes))
    assert [(one.row, one.column, one.rows, one.columns) for one in grid.fields] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
    ]


def test_lines_drawn_in_pieces_and_as_thin_boxes_are_the_same_table() -> None:
    whole = grids(rulings(*FRAME, *SIDES))
    pieces = [(x, y, x + 30.3, y + 0.6) for y in (0, 20, 40) for x in (0, 30, 60)]
    pieces += [(x - 0.3, y, x + 0.4, y + 20) for x in (0, 30, 60, 90) for y in (0, 20)]
    (grid,) = grids(rulings(*pieces))
    assert [(one.row, one.column) for one in grid.fields] == [
        (one.row, one.column) for one in whole[0].fields
    ]


def test_an_underline_and_a_frame_are_no_tables() -> None:
    assert grids(rulings((0, 0, 90, 0))) == []
    assert grids(rulings((0, 0, 90, 0), (0, 50, 90, 50), (0, 0, 0, 50), (90, 0, 90, 50))) == []


def test_two_tables_that_do_not_touch_are_two() -> None:
    below = [(a, b + 100, c, d + 100) for a, b, c, d in [*FRAME, *SIDES]]
    assert len(grids(rulings(*FRAME, *SIDES, *below))) == 2


def test_a_number_too_wide_for_its_cell_stays_whole_and_two_that_touch_stay_two(
    tmp_path: Path,
) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    for y in (700, 720, 740):
        canvas.line(50, y, 250, y)
    for x in (50, 100, 150, 250):
        canvas.line(x, 700, x, 740)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(70, 726, "1,234,567.89")
    canvas.drawRightString(99.9, 706, "4,752.82")
    canvas.drawString(100.1, 706, "302")
    canvas.save()
    document = intake.read(tmp_path / "a.pdf")
    assert document.text == "1,234,567.89\t\t\n4,752.82\t302\t\n"


def test_a_number_drawn_character_by_character_stays_whole(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    ruled(canvas, [50, 100, 150, 250], [60, 80, 100])
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 726, "x")
    x = 70.0
    for char in "4,441.64":
        canvas.drawString(x, 706, char)
        x += canvas.stringWidth(char, "Helvetica", 10)
    for char in "4,440.35":
        canvas.drawString(x, 706, char)
        x += canvas.stringWidth(char, "Helvetica", 10)
    canvas.save()
    assert "4,441.64\t4,440.35\t" in intake.read(tmp_path / "a.pdf").text


def test_numbers_of_a_table_printed_twice_leave_no_copies_and_colliding_ones_are_unreadable(
    tmp_path: Path,
) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    ruled(canvas, [50, 100, 150, 250], [60, 80, 100])
    canvas.setFont("Helvetica", 10)
    for x in (60, 60.3):
        canvas.drawString(x, 726, "12.34")
    canvas.drawString(110, 726, "x")
    canvas.drawString(160, 706, "5")
    canvas.drawString(161, 706, "8")
    canvas.save()
    assert intake.read(tmp_path / "a.pdf").text == "12.34\tx\t\n\t\t\ufffd\n"


def test_the_mark_of_a_footnote_is_no_digit(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(50, 700, "2.76")
    canvas.setFont("Helvetica", 7)
    canvas.drawString(50 + canvas.stringWidth("2.76", "Helvetica", 12), 705, "12")
    canvas.save()
    assert intake.read(tmp_path / "a.pdf").text == "2.76¹²\n"


def test_a_watermark_is_left_out_and_told(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    for _ in range(2):
        canvas.setFont("Helvetica", 12)
        canvas.drawString(50, 700, "1,234.56")
        canvas.translate(80, 690)
        canvas.rotate(35)
        canvas.setFont("Helvetica", 60)
        canvas.drawString(0, 0, "20240801")
        canvas.showPage()
    canvas.save()
    document = intake.read(tmp_path / "a.pdf")
    assert document.text == "1,234.56\n" * 2
    assert document.remarks == (
        "page 1 and 1 more: 8 characters that stand askew (20240801) are left out as a watermark: compare with the original",
    )


def test_a_line_of_glyphs_knows_its_spaces() -> None:
    found = [
        Glyph(char, left, 0, left + 10, 10) for char, left in (("甲", 0), ("乙", 11), ("丙", 40))
    ]
    assert [line.text for line in lines(found)] == ["甲乙 丙"]


def ruled(canvas: Canvas, xs: list[float], ys: list[float]) -> None:
    for y in ys:
        canvas.line(xs[0], 800 - y, xs[-1], 800 - y)
    for x in xs:
        canvas.line(x, 800 - ys[0], x, 800 - ys[-1])


def test_a_table_behind_a_page_break_keeps_its_columns(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    for number, (xs, cells) in enumerate(
        [
            ([50, 100, 300, 400], [(60, 690, "code"), (110, 690, "name"), (310, 690, "1.00")]),
            ([50, 300, 400], [(60, 60, "rest"), (310, 60, "2.00")]),
        ]
    ):
        ruled(canvas, xs, [680, 700, 720] if number == 0 else [50, 70, 90])
        canvas.setFont("Helvetica", 9)
        for x, y, text in [*cells, (290, 785, f"- {number + 1} -")]:
            canvas.drawString(x, 800 - y - 6, text)
        canvas.showPage()
    canvas.save()
    document = intake.read(tmp_path / "a.pdf")
    assert [table.width for table in document.tables] == [3, 3]
    assert "code\tname\t1.00\n" in document.text and "rest\t\t2.00\n" in document.text
    assert [
        (page.number, document.text[page.start : page.end].count("\n")) for page in document.pages
    ] == [(1, 3), (2, 3)]


def test_a_hyphen_at_the_end_of_a_line_is_one(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", [(50, 100, "专项费-"), (50, 120, "政府采购-2.00")])
    assert intake.read(path).text == "专项费-\n政府采购-2.00\n"


@pytest.mark.parametrize("name", STYLES)
def test_files_of_several_producers(name: str) -> None:
    document = intake.read(PDFS / f"{name}.pdf")
    identity = identify(document)
    assert (identity.department, identity.year, identity.region_code) == (NAME, 2024, "310107")
    assert identity.suggested_id() == "shanghai-putuo-shiliguanliju-2024"
    assert len(document.tables) >= 10 and not document.remarks
    assert len(document.clean) == len(document.text) == len(document.boxes.numbers) // 4
    for table in document.tables:
        for cell in table.cells:
            box = document.box_of(cell.start, cell.end) if cell.end > cell.start else None
            if box and cell.box:
                assert cell.box.left - 12 < (box.left + box.right) / 2 < cell.box.right + 12
                assert cell.box.top - 4 < (box.top + box.bottom) / 2 < cell.box.bottom + 4


def test_two_readings_are_the_same() -> None:
    first, second = (intake.read(PDFS / "calc.pdf") for _ in range(2))
    assert first == second


def test_pictures_of_pages() -> None:
    found = intake.pictures(PDFS / "reportlab.pdf", [1, 5, 99], 1.0)
    assert sorted(found) == [1, 5] and all(data.startswith(b"\x89PNG") for data in found.values())
    assert found == intake.pictures(PDFS / "reportlab.pdf", [1, 5], 1.0)


# -- what is refused ------------------------------------------------------------------------------------------------


def refused(path: Path) -> str:
    with pytest.raises(UnreadableSourceError) as caught:
        intake.read(path)
    return str(caught.value)


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    path = drawn(
        tmp_path / "a.pdf", [(50, 100, "决算")], encrypt=StandardEncryption("secret", canPrint=0)
    )
    assert "encrypted" in refused(path) and "without a password" in refused(path)


def test_a_file_whose_name_lies_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("某某局2024年度部门决算", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes((PDFS / "reportlab.pdf").read_bytes())
    assert "no PDF" in refused(tmp_path / "a.pdf")
    assert "a PDF document" in refused(tmp_path / "b.txt")


def test_a_cut_file_is_refused_or_remarked(tmp_path: Path) -> None:
    data = (PDFS / "reportlab.pdf").read_bytes()
    (tmp_path / "a.pdf").write_bytes(data[:3000])
    assert "damaged" in refused(tmp_path / "a.pdf")


def test_a_scan_is_refused_and_a_scanned_page_is_named(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("L", (200, 200), 128).save(tmp_path / "scan.png")
    for name, first in (("scan.pdf", ""), ("half.pdf", "某局2024年度部门决算")):
        canvas = Canvas(str(tmp_path / name), pagesize=(600, 800), invariant=1)
        canvas.setFont(FONT, 12)
        canvas.drawString(50, 700, first)
        canvas.showPage() if first else None
        canvas.drawImage(str(tmp_path / "scan.png"), 0, 0, 600, 800)
        canvas.showPage()
        canvas.save()
    assert "a scan" in refused(tmp_path / "scan.pdf")
    document = intake.read(tmp_path / "half.pdf")
    assert document.text == "某局2024年度部门决算\n" and document.remarks[0].startswith(
        "page 2: it holds pictures and no text"
    )


def test_a_font_without_characters_is_named(tmp_path: Path) -> None:
    glyphs = b"BT /F 12 Tf 50 700 Td <" + b"0041" * 60 + b"> Tj ET"
    path = raw(
        tmp_path / "a.pdf", *PAGES,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        stream(glyphs),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R >>",
        b"<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
    )  # fmt: skip
    assert "have no meaning" in refused(path) or "without text" in refused(path)


def hostile(tmp_path: Path, kind: str) -> Path:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>"
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X 5 0 R >> >>"
    if kind == "a form inside itself":
        return raw(tmp_path / "a.pdf", *PAGES, page, stream(b"/X Do"), stream(b"/X Do /X Do", form))
    if kind == "deep brackets":
        return raw(
            tmp_path / "a.pdf", *PAGES, page, stream(b"[" * 200_000 + b"] TJ"), stream(b"", form)
        )
    if kind == "a bomb":
        bomb = zlib.compress(b"0 0 m 1 1 l S\n" * 8_000_000, 9)
        return raw(
            tmp_path / "a.pdf",
            *PAGES,
            page,
            stream(bomb, b"/Filter /FlateDecode"),
            stream(b"", form),
        )
    if kind == "many lines":
        return raw(
            tmp_path / "a.pdf",
            *PAGES,
            page,
            stream(b"0 0 m 500 0 l S\n" * 100_000),
            stream(b"", form),
        )
    if kind == "pages in a circle":
        return raw(tmp_path / "a.pdf", PAGES[0], b"<< /Type /Pages /Kids [2 0 R] /Count 1000000 >>")
    return raw(
        tmp_path / "a.pdf",
        *PAGES,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1e30 -5] /Contents 99 0 R >>",
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "kind",
    [
        "a form inside itself",
        "deep brackets",
        "a bomb",
        "many lines",
        "pages in a circle",
        "no page",
    ],
)
def test_hostile_files_get_a_message_in_time(tmp_path: Path, kind: str) -> None:
    started = time.monotonic()
    assert "What to do" in refused(hostile(tmp_path, kind))
    assert time.monotonic() - started < 3 * supervise.PAGE_SECONDS


def test_a_page_that_hangs_is_named_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = tmp_path / "worker.py"
    worker.write_text(
        "import json, sys, time\nfirst = int(sys.argv[2])\nprint(json.dumps({'pages': 4}), flush=True)\n"
        "for n in range(first, 5):\n    print(json.dumps({'begin': n}), flush=True)\n"
        "    if n == 2: time.sleep(60)\n    if n == 3: sys.exit(9)\n"
        "    print(json.dumps({'page': n, 'width': 9, 'height': 9, 'turn': 0, 'text': 'x', 'boxes': [0, 0, 9, 9], 'heights': [0, 9], 'pieces': [1],"
        " 'rulings': [], 'unknown': 0, 'tilted': '', 'pictures': 0}), flush=True)\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(supervise, "_WORKER", worker)
    monkeypatch.setattr(supervise, "PAGE_SECONDS", 1)
    pages = list(supervise.raw_pages(drawn(tmp_path / "a.pdf", [])))
    assert [(page.number, bool(page.why)) for page in pages] == [
        (1, False),
        (2, True),
        (3, True),
        (4, False),
    ]


def test_a_thousand_pages_are_read_page_by_page(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", *[[(50, 100, f"第{i}页正文{i}.00万元")] for i in range(1000)])
    document = intake.read(path)
    assert len(document.pages) == 1000 and document.page_of(document.text.index("999.00")) == 1000


def test_too_many_pages_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervise, "MOST_PAGES", 2)
    assert "3 pages" in refused(drawn(tmp_path / "a.pdf", [], [], []))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(48))
def test_damaged_files_are_read_or_refused(tmp_path: Path, seed: int) -> None:
    files = sorted(PDFS.glob("*.pdf"))
    data = fuzz.damaged(files[seed % len(files)].read_bytes(), seed)
    assert fuzz.outcome(data, tmp_path, seed) in (
        "read",
        "remarked",
        "UnreadableSourceError",
        "NotADisclosureError",
        "ConflictingSourceError",
    )


# -- the real ones ----------------------------------------------------------------------------------------------------

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not part of the repository")
@pytest.mark.parametrize(
    "name", ["shanghai-putuo-finance-2024.pdf", "shanghai-putuo-template-2024.pdf"]
)
def test_tables_of_the_samples_are_those_of_another_reader(name: str) -> None:
    pdfplumber = pytest.importorskip("pdfplumber")
    ours: dict[int, list[list[str]]] = {}
    document: Document = intake.read(SAMPLES / name)
    for table in document.tables:
        for row in document.text[table.start : table.end].splitlines():
            cells = ["".join(cell.split()) for cell in row.split("\t")]
            ours.setdefault(table.page, []).append([cell for cell in cells if cell])
    with pdfplumber.open(SAMPLES / name) as other:
        for page in other.pages:
            theirs = [
                ["".join((cell or "").split()) for cell in row if (cell or "").strip()]
                for one in page.extract_tables()
                for row in one
            ]
            if name.startswith("shanghai-putuo-finance") or page.page_number in (5, 8, 9, 11, 12):
                assert [row for row in ours.get(page.page_number, []) if row] == [
                    row for row in theirs if row
                ], page.page_number

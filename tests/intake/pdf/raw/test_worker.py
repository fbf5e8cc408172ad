"""What the process that opens a file prints of it; hostile files get a message in time."""

from __future__ import annotations

import time
import zlib
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from juesuan import intake
from juesuan.intake import limits
from tests.intake.pdf.drawn import FONT, PAGES, drawn, raw, refused, stream


@pytest.mark.slow
def test_text_beside_the_page_is_not_read(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", [(50, 100, "在页内"), (900, 100, "99.99"), (50, 900, "88.88")])
    assert intake.read(path).text == "在页内\n"


@pytest.mark.slow
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


@pytest.mark.slow
@pytest.mark.parametrize("quarter", [1, 2, 3])
def test_a_page_that_the_file_turns_the_wrong_way_is_read_upright(
    tmp_path: Path, quarter: int
) -> None:
    with pikepdf.open(
        drawn(tmp_path / "a.pdf", [(50, 100, "收入3.44万元"), (50, 120, "乙")])
    ) as pdf:
        pdf.pages[0].obj.Rotate = 90 * quarter
        pdf.save(tmp_path / "b.pdf")
    document = intake.read(tmp_path / "b.pdf")
    assert document.text == "收入3.44万元\n乙\n"
    assert (document.pages[0].width, document.pages[0].height) == (600, 800)


def test_a_hyphen_at_the_end_of_a_line_is_one(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", [(50, 100, "专项费-"), (50, 120, "政府采购-2.00")])
    assert intake.read(path).text == "专项费-\n政府采购-2.00\n"


@pytest.mark.slow
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
    assert time.monotonic() - started < 3 * limits.PAGE_SECONDS


def test_a_picture_whose_paper_is_grey_is_drawn_with_dark_letters() -> None:
    import numpy as np
    from PIL import Image

    from juesuan.intake.pdf.raw.worker import _in_greys

    noisy = np.clip(np.random.default_rng(3).normal(225, 12, (200, 300)), 0, 255).astype(np.uint8)
    noisy[90:96, 40:80] = 60
    drawn = np.asarray(_in_greys(Image.fromarray(noisy)).convert("L"))
    assert drawn[90:96, 40:80].max() <= 85 and (drawn[:80] > 200).mean() > 0.9
    printed = np.full((50, 50), 255, np.uint8)
    printed[10:20, 10:20] = 0
    assert (np.asarray(_in_greys(Image.fromarray(printed)).convert("L")) == printed).all()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("degrees", "is_read"), [(0.2, True), (-0.3, True), (0.7, False), (-2.0, False)]
)
def test_a_page_that_is_askew_is_told_and_not_read(
    tmp_path: Path, degrees: float, *, is_read: bool
) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800), invariant=1)
    for turn in (0, degrees):
        canvas.rotate(turn)
        canvas.setFont(FONT, 12)
        for i, text in enumerate(["第一行4.37万元", "第二行5.86万元", "第三行"]):
            canvas.drawString(40, 540 - 20 * i, text)
        canvas.showPage()
    canvas.save()
    document = intake.read(tmp_path / "a.pdf")
    assert document.text.count("4.37") == 1 + is_read
    assert document.unread_pages == (() if is_read else (2,))
    told = [
        one for one in document.remarks if f"page 2: it stands askew by {abs(degrees)} deg" in one
    ]
    assert len(told) == (not is_read)

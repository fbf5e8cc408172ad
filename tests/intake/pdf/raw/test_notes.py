"""Annotations and fields that are shown are read in their place; others are not."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from juesuan import intake
from juesuan.model import Document
from tests.intake.pdf.drawn import drawn


def read(path: Path, kind: str, flags: int = 4, *, looks: bool = True, **keys: object) -> Document:
    """A page with an amount, and an annotation behind it on the same line."""
    plain = drawn(path / "plain.pdf", [(50, 100, "公务接待费"), (50, 140, "合计")])
    with pikepdf.open(plain) as pdf:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        look = pdf.make_stream(
            b"BT /H 12 Tf 2 2 Td (613.52) Tj ET", Type=Name.XObject, Subtype=Name.Form,
            BBox=[0, 0, 60, 14], Resources=Dictionary(Font=Dictionary(H=font)),
        )  # fmt: skip
        shown = {"AP": Dictionary(N=look)} if looks else {}
        note = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), F=flags,
                          Rect=[200, 698, 260, 712], **shown, **keys)  # fmt: skip
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])
        if kind == "Widget":
            form = Dictionary(Fields=Array([pdf.pages[0].obj.Annots[0]]))
            pdf.Root.AcroForm = form
        pdf.save(path / "a.pdf")
    return intake.read(path / "a.pdf")


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["FreeText", "Stamp", "Widget"])
def test_what_an_annotation_shows_is_read_in_its_place(tmp_path: Path, kind: str) -> None:
    keys = {"FT": Name.Tx, "T": String("v"), "V": String("613.52")} if kind == "Widget" else {}
    document = read(tmp_path, kind, **keys)
    assert document.text == "公务接待费 613.52\n合计\n"
    assert document.remarks == ()
    box = document.box_of(document.text.index("613"), document.text.index("613") + 6)
    assert box
    assert 200 <= box.left <= 205


@pytest.mark.slow
@pytest.mark.parametrize("flags", [2, 32, 6])
@pytest.mark.parametrize("kind", ["FreeText", "Widget"])
def test_a_hidden_annotation_is_not_read(tmp_path: Path, kind: str, flags: int) -> None:
    document = read(tmp_path, kind, flags, Contents=String("613.52"))
    assert document.text == "公务接待费\n合计\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "key", "called"), [("FreeText", "Contents", "a note"), ("Widget", "V", "a form field")]
)
def test_what_has_no_appearance_is_told(tmp_path: Path, kind: str, key: str, called: str) -> None:
    document = read(
        tmp_path, kind, looks=False, FT=Name.Tx, T=String("v"), **{key: String("已核613.52")}
    )
    assert "613.52" not in document.text
    assert document.remarks == (
        f"page 1: {called} (已核613.52) is not printed on the page and was not read: compare with "
        "the original",
    )


@pytest.mark.slow
def test_a_ticked_box_is_read_as_it_looks(tmp_path: Path) -> None:
    plain = drawn(tmp_path / "plain.pdf", [(50, 100, "汇总")])
    with pikepdf.open(plain) as pdf:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        looks = {
            name: pdf.make_stream(
                text, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 14, 14],
                Resources=Dictionary(Font=Dictionary(H=font)),
            )
            for name, text in (("/Yes", b"BT /H 12 Tf 2 2 Td (X) Tj ET"), ("/Off", b""))
        }  # fmt: skip
        boxes = [
            pdf.make_indirect(Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, F=4, FT=Name.Btn, T=String(state), AS=Name(state),
                Rect=[x, 698, x + 14, 712], AP=Dictionary(N=Dictionary(looks)),
            ))
            for x, state in ((200, "/Yes"), (300, "/Off"))
        ]  # fmt: skip
        pdf.pages[0].obj.Annots = Array(boxes)
        pdf.Root.AcroForm = Dictionary(Fields=Array(boxes))
        pdf.save(tmp_path / "a.pdf")
    assert intake.read(tmp_path / "a.pdf").text == "汇总 X\n"

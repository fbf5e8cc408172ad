"""Layers that are switched off are not read, and files in a file are told."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name

from juesuan import intake
from tests.intake.pdf.drawn import drawn

USUAL = {
    "off": Dictionary(OFF=Array()),
    "by its base": Dictionary(BaseState=Name.OFF),
    "by its use": Dictionary(AS=Array()),
    "on": Dictionary(),
}


def layered(path: Path, state: str, where: str) -> Path:
    """A page with text in a layer: marked in its content, by a condition, or drawn by a form."""
    with pikepdf.open(drawn(path / "plain.pdf", [(50, 100, "45.10")])) as pdf:
        page = pdf.pages[0]
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="草稿"))
        usual = Dictionary(dict(USUAL[state].items()))
        if state == "off":
            usual.OFF = Array([layer])
        if state == "by its use":
            layer.Usage = Dictionary(View=Dictionary(ViewState=Name.OFF))
            usual.AS = Array([Dictionary(Event=Name.View, OCGs=Array([layer]))])
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=usual)
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.obj.Resources.Font.H = pdf.make_indirect(font)
        text = b"BT /H 12 Tf 50 500 Td (613.52) Tj ET"
        if where == "form":
            resources = Dictionary(Font=Dictionary(H=font))
            form = pdf.make_stream(text, Type=Name.XObject, Subtype=Name.Form,
                                   BBox=[0, 0, 600, 800], Resources=resources, OC=layer)  # fmt: skip
            page.obj.Resources.XObject = Dictionary(F=form)
            page.contents_add(b"/F Do")
        else:
            member = Dictionary(Type=Name.OCMD, OCGs=layer, P=Name.AllOn)
            one = pdf.make_indirect(member) if where == "condition" else layer
            page.obj.Resources.Properties = Dictionary(L=one)
            page.contents_add(b"/OC /L BDC " + text + b" EMC")
        pdf.save(path / "a.pdf")
    return path / "a.pdf"


@pytest.mark.parametrize("where", ["content", "condition", "form"])
@pytest.mark.parametrize("state", ["off", "by its base", "by its use"])
def test_a_layer_that_is_off_is_not_read(tmp_path: Path, state: str, where: str) -> None:
    document = intake.read(layered(tmp_path, state, where))
    assert document.text == "45.10\n"
    assert document.remarks == (
        "page 1: 6 characters that are in a layer that is switched off (613.52) are left out, as "
        "no reader sees them: compare with the original",
    )


@pytest.mark.slow
@pytest.mark.parametrize("where", ["content", "condition", "form"])
def test_a_layer_that_is_on_is_read(tmp_path: Path, where: str) -> None:
    document = intake.read(layered(tmp_path, "on", where))
    assert (document.text, document.remarks) == ("45.10\n613.52\n", ())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("condition", "is_read"),
    [
        (Dictionary(P=Name.AnyOff), False),
        (Dictionary(P=Name.AllOff), False),
        (Dictionary(P=Name.AnyOn), True),
        (Dictionary(VE=Array([Name.Not])), False),
        (Dictionary(VE=Array([Name.Or])), True),
    ],
)
@pytest.mark.parametrize("is_direct", [True, False])
def test_a_condition_may_hide_what_stands_in_a_layer_that_is_on(
    tmp_path: Path, condition: Dictionary, *, is_read: bool, is_direct: bool
) -> None:
    with pikepdf.open(layered(tmp_path, "on", "condition")) as pdf:
        (layer,) = pdf.Root.OCProperties.OCGs
        member = Dictionary(Type=Name.OCMD, OCGs=Array([layer]))
        for key, value in condition.items():
            member[key] = value
        if "/VE" in condition:
            member.VE = Array([*condition.VE, layer])
        named = pdf.pages[0].obj.Resources.Properties
        named.L = member if is_direct else pdf.make_indirect(member)
        pdf.save(tmp_path / "b.pdf")
    document = intake.read(tmp_path / "b.pdf")
    assert document.text == ("45.10\n613.52\n" if is_read else "45.10\n")
    assert bool(document.remarks) is not is_read


@pytest.mark.slow
@pytest.mark.parametrize("compressed", [True, False])
@pytest.mark.parametrize("how", ["tree", "annotation", "associated"])
def test_files_in_a_file_are_named(tmp_path: Path, how: str, *, compressed: bool) -> None:
    with pikepdf.open(drawn(tmp_path / "plain.pdf", [(50, 100, "45.10")])) as pdf:
        spec = AttachedFileSpec(pdf, b"1,2", filename="决算表.xlsx")
        if how == "tree":
            pdf.attachments["决算表.xlsx"] = spec
        elif how == "associated":
            pdf.Root.AF = Array([spec.obj])
        else:
            note = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, FS=spec.obj,
                              Rect=[50, 50, 70, 70])  # fmt: skip
            pdf.pages[0].obj.Annots = Array([note])
        generate = pikepdf.ObjectStreamMode.generate
        plain = pikepdf.ObjectStreamMode.disable
        pdf.save(tmp_path / "a.pdf", object_stream_mode=generate if compressed else plain)
    document = intake.read(tmp_path / "a.pdf")
    assert document.text == "45.10\n"
    assert document.remarks == (
        "the file holds 1 other file (决算表.xlsx), not read: save what belongs "
        "to the disclosure with a viewer of PDF, and give all of it to one `juesuan add`",
    )


@pytest.mark.slow
def test_a_portfolio_is_told(tmp_path: Path) -> None:
    with pikepdf.open(drawn(tmp_path / "plain.pdf", [(50, 100, "封面")])) as pdf:
        pdf.Root.Collection = Dictionary(Type=Name.Collection, View=Name.D)
        pdf.attachments["甲.pdf"] = AttachedFileSpec(pdf, b"%PDF-1.7", filename="甲.pdf")
        pdf.save(tmp_path / "a.pdf")
    first, second = intake.read(tmp_path / "a.pdf").remarks
    assert "甲.pdf" in first
    assert "portfolio" in second

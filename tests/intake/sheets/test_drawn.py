"""Text boxes and pictures upon a sheet."""

from __future__ import annotations

from pathlib import Path

from juesuan.intake.sheets.read import read_workbook
from juesuan.model import Document
from tests.intake.sheets import made

TABLE = made.rows(*[made.text("201") + made.text("支出") + '<c s="1"><v>7</v></c>'] * 2)


def box(*lines: str) -> str:
    said = "".join(f"<a:p><a:r><a:t>{one}</a:t></a:r></a:p>" for one in lines)
    return f"<xdr:sp><xdr:txBody>{said}</xdr:txBody></xdr:sp>"


def read(folder: Path, *drawn: str) -> Document:
    spaces = 'xmlns:xdr="x" xmlns:a="a"'
    ways = f'<Relationships><Relationship Id="d" Type="{made.WAYS}/drawing" Target="../drawings/d.xml"/></Relationships>'
    more: dict[str, str | bytes] = {
        "xl/worksheets/_rels/sheet0.xml.rels": ways,
        "xl/drawings/d.xml": f"<xdr:wsDr {spaces}>{''.join(drawn)}</xdr:wsDr>",
    }
    return read_workbook(made.write(folder / "a.xlsx", {"Sheet1": TABLE}, more=more))


def test_a_title_in_a_text_box_stands_above_the_table(tmp_path: Path) -> None:
    document = read(tmp_path, box("支出决算表", "单位：万元"))
    assert document.text.startswith("支出决算表\n单位：万元\n201\t支出\t7.00\n")
    assert not document.remarks


def test_other_text_boxes_and_pictures_are_told(tmp_path: Path) -> None:
    document = read(tmp_path, box("更正9.87万元的", "说明"), "<xdr:pic><a:blip/></xdr:pic>")
    assert "9.87" not in document.text
    first, second = document.remarks
    assert "sheet Sheet1: 1 text boxes are not read (“更正9.87万元的 说明”)" in first
    assert "1 pictures or diagrams are not read" in second

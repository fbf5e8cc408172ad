"""The characters of paragraphs."""

from __future__ import annotations

import pytest

from juesuan.errors import UnreadableSourceError
from juesuan.intake.docx import read_docx
from juesuan.model import Document
from tests.intake.made import file
from tests.made_docx import package


def read(inner: str, **related: str) -> Document:
    return read_docx(file("a.docx", package(f"<w:p>{inner}</w:p>", related)))


def run(text: str, about: str = "") -> str:
    return f'<w:r><w:rPr>{about}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (run("1,2") + run("34.") + run("50"), "1,234.50\n"),
        ('<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:br w:type="page"/></w:r>', "甲\t乙\n丙\n"),
        ("<w:r><w:t>一、总表</w:t><w:tab/><w:t>12</w:t></w:r>", "一、总表 12\n"),
        ("<w:r><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/><w:t>2</w:t></w:r>", "-12\n"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F0B3"/><w:t>95%</w:t></w:r>', "✓≥95%\n"),
        (run("10") + run("2", '<w:vertAlign w:val="superscript"/>') + run("米"), "10²米\n"),
        (run("3.50") + run("2", '<w:vertAlign w:val="subscript"/>') + run("万元"), "3.50²万元\n"),
        (run("3.50") + run("2", '<w:position w:val="-6"/>') + run("万元"), "3.50²万元\n"),
        (run("CO") + run("2", '<w:vertAlign w:val="subscript"/>'), "CO2\n"),
        (run("10.00") + run("①", '<w:position w:val="6"/>') + run("万元"), "10.00¹万元\n"),
        (run("10.00") + run("1", '<w:position w:val="-6"/>') + run("万元"), "10.00¹万元\n"),
        (run("7.50") + run("9", '<w:sz w:val="2"/>') + run("万元"), "7.50万元\n"),
        (run("7.50") + run("9", '<w:color w:val="FFFFFF"/><w:shd w:fill="FFFFFF"/>'), "7.50\n"),
        (run("7.50") + run("9", '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>'), "7.509\n"),
        (run("7.50", '<w:sz w:val="2"/>'), "7.50\n"),
        (f"<w:hyperlink>{run('甲')}</w:hyperlink><w:smartTag>{run('乙')}</w:smartTag><w:sdt><w:sdtContent>{run('丙')}</w:sdtContent></w:sdt>", "甲乙丙\n"),
        (f"<w:fldSimple w:instr='PAGEREF x'>{run('7')}</w:fldSimple>", "7\n"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>' + run("不是")
            + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("12.50") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("万元"),
            "12.50万元\n",
        ),
        ("<w:ruby><w:rt><w:r><w:t>jia</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r></w:rubyBase></w:ruby>", "甲\n"),
    ],
)  # fmt: skip
def test_characters(inner: str, text: str) -> None:
    assert read(inner).text == text


def test_amounts_in_red_are_told() -> None:
    document = read(run("6.37", '<w:color w:val="FF0000"/>') + run("万元"))
    assert document.text == "6.37万元\n"
    assert document.remarks[0].startswith("1 amounts are set in red, which may mean")
    assert not read(run("-6.37", '<w:color w:val="FF0000"/>')).remarks


RED = '<w:color w:val="EE0000"/>'
STYLES = (
    '<w:style w:type="character" w:styleId="r"><w:rPr><w:color w:val="FF0000"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="old"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="gone"><w:rPr><w:strike/></w:rPr></w:style>'
)


def cells(*inner: str) -> Document:
    """A row whose first cell is a label and whose last ones are amounts."""
    texts = [run("其他"), *inner, run("1.20"), run("-3.30")]
    row = "".join(f"<w:tc><w:p>{one}</w:p></w:tc>" for one in texts)
    body = f"<w:tbl><w:tr>{row}</w:tr></w:tbl>"
    return read_docx(file("a.docx", package(body, {"styles": STYLES})))


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (run("6.37", RED), "□"), (run("6.", RED) + run("37", RED), "□"),
        (run("6.37", '<w:rStyle w:val="r"/>'), "□"), (run("-6.37", RED), "-6.37"),
        ("<w:r><w:drawing><a:blip xmlns:a='x'/></w:drawing></w:r>" + run("6.37"), "□"),
        ('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>eq -</w:instrText><w:fldChar w:fldCharType="end"/></w:r>' + run("6.37"), "□"),
        (run("6.37") + run("1", '<w:sz w:val="12"/>'), "6.37¹"), (run("6.3") + run("7"), "6.37"),
        (run("6.37") + run("9", '<w:color w:val="D9D9D9"/><w:shd w:fill="D9D9D9"/>'), "6.37⁹"),
    ],
)  # fmt: skip
def test_amounts_of_a_cell_whose_sign_or_end_is_set_apart(inner: str, text: str) -> None:
    assert cells(inner).text == f"其他\t{text}\t1.20\t-3.30\n"


@pytest.mark.parametrize(("style", "text"), [("old", "甲\n"), ("gone", "��\n甲\n")])
def test_a_style_of_a_paragraph_hides_it_or_strikes_it_out(style: str, text: str) -> None:
    about = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    body = f"<w:p>{about}{run('9.9万元')}</w:p><w:p>{run('甲')}</w:p>"
    document = read_docx(file("a.docx", package(body, {"styles": STYLES})))
    assert document.text == text and len(document.remarks) == 1


def test_changes_are_read_as_accepted_and_told() -> None:
    document = read(
        run("收入")
        + f"<w:ins>{run('12.50')}</w:ins><w:del><w:r><w:delText>9.99</w:delText></w:r></w:del>"
        + f"<w:moveFrom>{run('甲')}</w:moveFrom><w:moveTo>{run('乙')}</w:moveTo>"
    )
    assert document.text == "收入12.50乙\n"
    assert document.remarks == (
        "the document keeps track of changes; it is read as if all were accepted: 2 insertions and 2 deletions",
    )


def test_hidden_text_is_left_out_and_told() -> None:
    styles = '<w:style w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    document = read(
        run("见")
        + run("隐9.87", "<w:vanish/>")
        + run("也", '<w:rStyle w:val="h"/>')
        + run("现", '<w:rStyle w:val="h"/><w:vanish w:val="0"/>'),
        styles=styles,
    )
    assert document.text == "见现\n"
    assert document.remarks == ("6 hidden characters are left out",)


def test_what_is_no_text_is_counted_and_told() -> None:
    document = read(
        run("见")
        + "<w:r><w:drawing><a:blip xmlns:a='a'/></w:drawing><w:pict><v:imagedata/></w:pict><w:object><o:OLEObject/></w:object>"
        '<w:sym w:font="Webdings" w:char="0001"/></w:r>'
    )
    assert document.text == "见\ufffd\n"
    assert document.remarks == (
        "2 pictures are not read: compare with the original", "1 embedded objects are not read: compare with the original",
        "1 symbols that are not known are not read: compare with the original",
    )  # fmt: skip


def test_text_boxes_are_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>框12.50</w:t></w:r></w:p></w:txbxContent>"
    document = read(
        run("前")
        + f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        + run("后")
    )
    assert document.text == "前后\n框12.50\n" and not document.remarks
    assert read(f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>").text == "框12.50\n"


@pytest.mark.slow
@pytest.mark.parametrize("depth", [400, 100_000])
@pytest.mark.parametrize("name", ["w:smartTag", "w:ins", "mc:AlternateContent"])
def test_elements_without_end_are_refused(depth: int, name: str) -> None:
    with pytest.raises(UnreadableSourceError, match="elements nested deeper than 150"):
        read(f"<{name}>" * depth + run("甲") + f"</{name}>" * depth)


@pytest.mark.parametrize("about", ["<w:strike/>", "<w:dstrike/>", '<w:rStyle w:val="old"/>'])
def test_what_is_struck_out_counts_no_longer_and_is_told(about: str) -> None:
    style = '<w:style w:styleId="old"><w:rPr><w:strike/></w:rPr></w:style>'
    document = read(run("9.99", about) + run("4.50"), styles=style)
    assert (
        document.text == "4.50\n" and "1 pieces of text that are struck out" in document.remarks[0]
    )
    assert read(run("9.99", about), styles=style).text == "\ufffd\ufffd\ufffd\n"
    assert read(run("9.99", '<w:strike w:val="0"/>')).text == "9.99\n"


def test_white_characters_beside_others_are_hidden() -> None:
    white = '<w:color w:val="FFFFFF"/>'
    document = read(run("4.50") + run("8", white))
    assert document.text == "4.50\n" and "1 hidden characters" in document.remarks[0]
    assert read(run("甲") + run("8", white + '<w:shd w:fill="000000"/>')).text == "甲8\n"
    assert read(run("8", white)).text == "8\n"

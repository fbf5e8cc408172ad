"""What paragraphs inherit."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

from juesuan.intake.docx.styles import Styles


def test_styles_are_based_upon_one_another() -> None:
    styles = Styles(
        fromstring(
            '<styles><style type="paragraph" default="1" styleId="N"/>'
            '<style styleId="a"><pPr><numPr><numId val="4"/></numPr></pPr><rPr><vanish/></rPr></style>'
            '<style styleId="b"><basedOn val="a"/><pPr><numPr><ilvl val="2"/></numPr></pPr></style>'
            '<style styleId="c"><basedOn val="b"/><rPr><vanish val="0"/></rPr></style>'
            '<style styleId="x"><basedOn val="y"/></style><style styleId="y"><basedOn val="x"/></style></styles>'
        )
    )
    assert styles.numbering("a") == ("4", "") and styles.numbering("c") == ("4", "2")
    assert styles.numbering("") == ("", "") == styles.numbering("none") == styles.numbering("x")
    assert styles.is_hidden("b") and not styles.is_hidden("c") and not styles.is_hidden("")
    assert Styles(None).numbering("a") == ("", "")


def test_a_style_raises_its_text() -> None:
    styles = Styles(
        fromstring(
            '<styles><style styleId="a"><rPr><vertAlign val="superscript"/></rPr></style>'
            '<style styleId="b"><basedOn val="a"/></style>'
            '<style styleId="c"><basedOn val="a"/><rPr><vertAlign val="baseline"/></rPr></style></styles>'
        )
    )
    assert styles.is_raised("a") and styles.is_raised("b")
    assert not styles.is_raised("c") and not styles.is_raised("none")

"""Names of elements and attributes."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

from juesuan.intake.docx.names import child, is_on, local, value, whole


def test_names_without_their_space() -> None:
    tree = fromstring(
        '<a:p xmlns:a="x" xmlns:b="y"><a:pPr><b:numId b:val="3"/><a:vanish/><a:b a:val="0"/></a:pPr></a:p>'
    )
    assert local(tree.tag) == "p" and local("r") == "r"
    assert value(child(tree, "pPr", "numId")) == "3" and child(tree, "pPr", "x", "y") is None
    assert value(child(tree, "rPr")) == "" and value(None, otherwise="1") == "1"
    assert (
        is_on(child(tree, "pPr", "vanish"))
        and not is_on(child(tree, "pPr", "b"))
        and not is_on(None)
    )
    assert [whole(one, 7) for one in ("12", "-3", "", "x", "1e9", "99999999999", "²")] == [
        12,
        -3,
        7,
        7,
        7,
        7,
        7,
    ]

"""The pages say in Chinese what was taken out, and which copy is published."""

from __future__ import annotations

import pytest

from juesuan.package import Notes
from juesuan.pages.disclosure.hidden import copied, kept, masked, received, scans


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("mobile", "手机号码"),
        ("card", "银行卡号"),
        ("text", "共 9 个字的文字"),
        ("name", "共 9 个字的姓名"),
    ],
)
def test_kinds(kind: str, said: str) -> None:
    assert masked({"kind": kind, "characters": "9"}) == said


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.docx.html", "Word 文档（DOCX）"),
        ("b.DOC.html", "Word 文档（DOC）"),
        ("c.wps.html", "WPS 文字文档（WPS）"),
        ("d.mht.html", "网页存档（MHT）"),
        ("e.html", "网页"),
        ("f.shtml.html", "网页"),
    ],
)
def test_what_was_received(name: str, kind: str) -> None:
    assert received(name, Notes(copies=({"how": "rewritten"},))) == kind
    assert received(name, Notes(copies=({"how": "cleaned"},))) == ""


def test_files_of_which_text_was_recognised() -> None:
    copies = (
        {"how": "recognised", "file": ""},
        {"how": "cleaned", "file": "b.pdf", "text": "recognised"},
        {"how": "rewritten", "file": "c.html", "text": ""},
    )
    assert scans(Notes(copies=copies)) == ["", "b.pdf"] and scans(Notes()) == []


def test_copies() -> None:
    assert "各页的图" in copied({"how": "pictures", "removed": ""})
    assert "清理过的副本" in copied(
        {"how": "cleaned", "removed": ""}
    ) and "文件属性里的姓名或号码" in copied(
        {"how": "cleaned", "removed": "names or numbers in its properties"}
    )
    assert "启动程序的动作" in copied({"how": "cleaned", "removed": "launching a program"})
    for row in (
        {"how": "received", "removed": "", "text": "recognised"},
        {"how": "cleaned", "removed": "", "text": "recognised"},
    ):
        assert "由程序从图上识别" in copied(row)
    assert "扫描件" in kept(Notes(copies=({"how": "received", "text": "recognised"},)))
    assert [kept(one) for one in (Notes(), Notes(masks=({},)), Notes(copies=({"how": "cleaned"},)))] == [
        "所收文件", "所收文件，个人信息已隐去", "所收文件清理过的副本",
    ]  # fmt: skip

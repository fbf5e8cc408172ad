"""The pages say in Chinese what was taken out, and which copy is published."""

from __future__ import annotations

import pytest

from juesuan.package import Notes
from juesuan.pages.disclosure.hidden import copied, kept, masked


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


def test_copies() -> None:
    assert "各页的图" in copied({"how": "pictures", "removed": ""})
    assert "清理过的副本" in copied(
        {"how": "cleaned", "removed": ""}
    ) and "启动程序的动作" in copied({"how": "cleaned", "removed": "launching a program"})
    for row in (
        {"how": "received", "removed": "", "text": "recognised"},
        {"how": "cleaned", "removed": "", "text": "recognised"},
    ):
        assert "由程序从图上识别" in copied(row)
    assert "扫描件" in kept(Notes(copies=({"how": "received", "text": "recognised"},)))
    assert [kept(one) for one in (Notes(), Notes(masks=({},)), Notes(copies=({"how": "cleaned"},)))] == [
        "所收文件", "所收文件，个人信息已隐去", "所收文件清理过的副本",
    ]  # fmt: skip

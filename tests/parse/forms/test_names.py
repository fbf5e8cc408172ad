"""Names that one name printed elsewhere restores."""

from __future__ import annotations

import pytest

from juesuan.model import Document
from juesuan.parse.forms.names import Elsewhere, covers
from juesuan.parse.view import Reader
from tests.made_cells import cells, draft

PROSE = "某某市示例服务管理局、某某市示例服务中心。原因是：示例中心运行经费支出增加，其他示例工作经费增加。"


def elsewhere(prose: str = PROSE) -> Elsewhere:
    text = prose.replace("：", ":").replace("，", ",")
    made = draft("某某市示例服务管理局")
    made.add("organisation", kind="unit", position="1", name="某某市示例服务中心")
    made.add("organisation", kind="office", position="1", name="某某办公室")
    reader = Reader(Document("", "", len(text), "utf-8", text, text))
    return Elsewhere(reader, made, len(text))


@pytest.mark.parametrize(
    ("pieces", "name"),
    [
        ("某某|市示例服务|务管理局", "某某市示例服务管理局"),
        ("某某市示例服务中心|心", "某某市示例服务中心"),
        ("某某市示例服|外务管理 局|=", "某某市示例服务管理局"),
        ("某某市示例服务", ""),  # of either
        ("示例服务管理局", ""),  # its begin is not there
        ("某某市示例|管理局", ""),  # two characters are not there
        ("某某市示例服务中心|分值执行率", ""),
        ("某某办公室", ""),
    ],
)
def test_a_body_whose_characters_are_all_there(pieces: str, name: str) -> None:
    found = elsewhere().body("implementer", cells(pieces))
    assert (found.value if found else "") == name
    assert found is None or (found.how == "document" and name in found.reason)


def test_a_body_that_the_prose_does_not_print() -> None:
    assert elsewhere("别的。").body("implementer", cells("某某市示例服务中心|心")) is None


@pytest.mark.parametrize(
    ("pieces", "name"),
    [
        ("示例中心|运行经费", "示例中心运行经费"),
        ("示例中心|运行", ""),
        ("示例工作|经费", ""),  # the prose prints more before it
        ("中心|经费", ""),
    ],
)
def test_a_project_that_the_prose_prints_whole(pieces: str, name: str) -> None:
    found = elsewhere().project(cells(pieces))
    assert (found.value if found else "") == name


def test_pieces_in_another_order_cover_nothing() -> None:
    assert not covers("某市服务管理局", ["务管理局", "某市服"])
    assert not covers("", [])

"""The reader of workbooks."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import intake
from juesuan.errors import UnreadableSourceError
from juesuan.personal import detect
from tests.intake.sheets import made

CELL = made.text("项目") * 3
MOBILE = made.text("联系电话：13812345678")


def masked(document) -> set[int]:
    return {at for one in detect(document.clean) if one.is_masked for at in one.offsets()}


def test_a_workbook_is_published_as_received(tmp_path: Path) -> None:
    file = made.write(tmp_path / "a.xlsx", {"表1": made.rows(CELL)})
    copy = intake.copy(file.path, masked)
    assert (copy.how, copy.data, copy.document.encoding) == ("received", file.data, "xlsx")


@pytest.mark.parametrize(
    ("hidden", "where"), [(False, "表1!A2"), (True, "hidden cells, comments or properties")]
)
def test_a_number_of_a_person_is_not_published(tmp_path: Path, hidden: bool, where: str) -> None:
    sheets = {"表1": made.rows(CELL, MOBILE)}
    if hidden:
        sheets = {"表1": made.rows(CELL), "底稿": made.rows(MOBILE)}
    made.write(tmp_path / "a.xlsx", sheets, state="hidden" if hidden else "")
    with pytest.raises(UnreadableSourceError, match=f"must not be published, in {where}"):
        intake.copy(tmp_path / "a.xlsx", masked)


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/comments1.xml", "<comments><text><t>问13812345678</t></text></comments>"),
        ("xl/threadedComments/threadedComment1.xml", "<x><text>问13812345678</text></x>"),
        ("xl/drawings/drawing1.xml", "<x><t>电话13812345678</t></x>"),
        ("docProps/core.xml", "<x><creator>张三13812345678</creator></x>"),
    ],
)
def test_a_number_beside_the_cells_is_not_published(
    tmp_path: Path, part: str, content: str
) -> None:
    file = made.write(tmp_path / "a.xlsx", {"表1": made.rows(CELL)}, more={part: content})
    with pytest.raises(UnreadableSourceError, match="in hidden cells, comments or properties"):
        intake.copy(file.path, masked)


def test_who_made_a_workbook_is_told(tmp_path: Path) -> None:
    core = "<x><creator>王建国</creator><lastModifiedBy>Administrator</lastModifiedBy></x>"
    file = made.write(
        tmp_path / "a.xlsx", {"表": made.rows(CELL)}, more={"docProps/core.xml": core}
    )
    assert "says who made it (1 names)" in intake.read(file.path).remarks[0]


def test_what_is_no_workbook(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"\xd0\xcf\x11\xe0 encrypted")
    with pytest.raises(UnreadableSourceError, match="an old office document"):
        intake.read(tmp_path / "a.xlsx")
    (tmp_path / "b.xlsx").write_text("甲", encoding="utf-8")
    with pytest.raises(UnreadableSourceError, match="no XLSX"):
        intake.read(tmp_path / "b.xlsx")

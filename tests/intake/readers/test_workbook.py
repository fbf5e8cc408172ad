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


@pytest.mark.parametrize(("hidden", "where"), [(False, "表1!A2"), (True, "hidden cells")])
def test_a_number_of_a_person_is_not_published(tmp_path: Path, hidden: bool, where: str) -> None:
    sheets = {"表1": made.rows(CELL, MOBILE)}
    if hidden:
        sheets = {"表1": made.rows(CELL), "底稿": made.rows(MOBILE)}
    made.write(tmp_path / "a.xlsx", sheets, state="hidden" if hidden else "")
    with pytest.raises(UnreadableSourceError, match=f"must not be published, in {where}"):
        intake.copy(tmp_path / "a.xlsx", masked)


def test_what_is_no_workbook(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"\xd0\xcf\x11\xe0 encrypted")
    with pytest.raises(UnreadableSourceError, match="an old office document"):
        intake.read(tmp_path / "a.xlsx")
    (tmp_path / "b.xlsx").write_text("甲", encoding="utf-8")
    with pytest.raises(UnreadableSourceError, match="no XLSX"):
        intake.read(tmp_path / "b.xlsx")

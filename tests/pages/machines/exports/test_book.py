"""All data as one workbook, and a message where they are too many."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from juesuan.errors import PackageError
from juesuan.model import Facts
from juesuan.pages.machines.exports import FORMATS, book, export


@pytest.mark.slow
def test_the_workbook_has_types_and_says_whose_each_row_is(
    collected: Path, five_facts: dict[str, Facts], tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    export("xlsx", path, collected, tmp_path)
    sheet = openpyxl.load_workbook(path, read_only=True)["支出功能分类"]
    rows = list(sheet.iter_rows(values_only=True))
    code, actual = rows[0].index("科目编码"), rows[0].index("决算数")
    assert isinstance(rows[1][code], str) and isinstance(rows[1][actual], (int, float))
    assert {row[0] for row in rows[1:]} <= set(five_facts)
    assert len(rows) - 1 == sum(len(facts.rows("functions")) for facts in five_facts.values())


@pytest.mark.slow
def test_no_row_is_left_out_without_a_word(
    collected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book, "MOST_ROWS", 20)
    with pytest.raises(PackageError, match=r"has [\d,]+ rows.*export sqlite"):
        export("xlsx", tmp_path / "a.xlsx", collected, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_form_that_is_not_there_is_told(collected: Path, tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="expected one of sqlite, json, xlsx, offline"):
        export("ods", tmp_path / "a.ods", collected, tmp_path)
    assert set(FORMATS) == {"sqlite", "json", "xlsx", "offline"}

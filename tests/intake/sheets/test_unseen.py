"""What a workbook holds and does not show."""

from __future__ import annotations

from pathlib import Path

from juesuan.intake.sheets.read import read_workbook
from juesuan.intake.sheets.unseen import hidden_document
from tests.intake.sheets import made


def test_hidden_texts_as_a_document(tmp_path: Path) -> None:
    file = made.write(
        tmp_path / "a.xlsx",
        {"表1": made.rows(made.text("甲") * 3), "底稿": made.rows(made.text("１２３"))},
        state="hidden",
    )
    found = hidden_document(file, read_workbook(file))
    assert (found.text, found.clean, found.pages) == ("１２３", "123", ())

"""The reader of XLS, ET and ODS."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest

from juesuan import intake
from juesuan.errors import UnreadableSourceError
from tests.made_pdf import Made
from tests.made_workbook import write_workbook


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_the_same_tables_as_in_xlsx(tmp_path: Path, ending: str) -> None:
    write_workbook(Made(), tmp_path / "made.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", ending, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "made.xlsx")], check=True, capture_output=True)
    first, other = intake.read(tmp_path / "made.xlsx"), intake.read(tmp_path / f"made.{ending}")
    assert other.text == first.text and other.tables == first.tables
    assert other.addresses == first.addresses
    content = (tmp_path / f"made.{ending}").read_bytes()
    assert (other.sha256, other.size) == (hashlib.sha256(content).hexdigest(), len(content))


def test_what_is_no_such_workbook(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_text("收入 1.00", encoding="utf-8")
    with pytest.raises(UnreadableSourceError, match=r"a\.xls: found a file that is no XLS"):
        intake.read(tmp_path / "a.xls")

"""What is removed is gone, known, and never comes back under its id; a killed command goes on."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from juesuan import collection
from juesuan.collection import read_log, registry_problems, remove
from juesuan.errors import ConflictingSourceError, JuesuanError, PackageError
from tests.collection.folder import bytes_of
from tests.made import disclosure, of_year

ONE = "made-up-2024"


def gone(root: Path) -> None:
    remove(root, ONE, "误收了草稿", "甲", "2026-11-30")


def test_what_it_was_stays_in_the_log(converted: Path) -> None:
    gone(converted)
    assert not (converted / "datapackages" / ONE).exists()
    (row,) = read_log(converted)
    assert (row.action, row.department, row.fiscal_year) == ("removed", "某某市示例局", "2024")
    assert (row.on, row.reason, row.by) == ("2026-11-30", "误收了草稿", "甲")
    assert not registry_problems(converted)
    assert not [one for one in (converted / "datapackages").iterdir() if one.name[0] == "."]


@pytest.mark.slow
def test_its_id_is_never_used_again(converted: Path, tmp_path: Path) -> None:
    gone(converted)
    file = tmp_path / "made-up-2024.txt"
    file.write_text(disclosure(), encoding="utf-8")
    before = bytes_of(converted / "datapackages")
    with pytest.raises(ConflictingSourceError, match=r"was removed on 2026-11-30 \(误收了草稿\)"):
        collection.add(converted, file)
    assert bytes_of(converted / "datapackages") == before
    file.write_text(of_year(2025), encoding="utf-8")
    assert collection.add(converted, file).state == "built"


def test_a_damaged_one_can_be_removed(converted: Path) -> None:
    shutil.rmtree(converted / "datapackages" / ONE / "data")
    gone(converted)
    assert read_log(converted)[0].department == ""
    assert not (converted / "datapackages" / ONE).exists()


def test_what_is_not_there_is_told(converted: Path) -> None:
    with pytest.raises(PackageError, match="no such disclosure"):
        remove(converted, "another-2024", "x", "y", "2026-11-30")
    gone(converted)
    with pytest.raises(PackageError, match="it was removed on 2026-11-30"):
        gone(converted)


def test_a_reason_that_no_log_can_hold_removes_nothing(converted: Path) -> None:
    before = bytes_of(converted / "datapackages")
    with pytest.raises(JuesuanError, match="expected a reason"):
        remove(converted, ONE, "=HYPERLINK()", "甲", "2026-11-30")
    assert bytes_of(converted / "datapackages") == before


def test_a_command_that_was_killed_is_run_again(
    converted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(folder: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(sys.modules["juesuan.collection.changing.remove"], "drop", killed)
        with pytest.raises(KeyboardInterrupt):
            gone(converted)
    assert (converted / "datapackages" / ONE / "data").is_dir()
    (line,) = registry_problems(converted)
    assert "run the same command again" in line
    remove(converted, ONE, "另一个说法", "乙", "2026-12-01")
    (row,) = read_log(converted)
    assert row.reason == "误收了草稿" and not registry_problems(converted)

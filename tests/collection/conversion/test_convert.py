"""From folder to package: what is refused, and what is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import collection
from juesuan.errors import IncompleteError, PackageError
from tests.collection.folder import bytes_of
from tests.conftest import IDS, ROOT
from tests.made import disclosure


@pytest.mark.slow
def test_a_vanished_resource_stops_publication(repository) -> None:
    root = repository(disclosure())
    folder = root / "datapackages" / "made-up-2024"
    collection.convert(folder)
    before = bytes_of(folder / "data")
    (folder / "source" / "made.txt").write_text(
        disclosure(overall="", project=""), encoding="utf-8"
    )
    with pytest.raises(PackageError, match="indicators, project_funds, projects was published"):
        collection.convert(folder)
    assert bytes_of(folder / "data") == before


@pytest.mark.slow
def test_a_new_contradiction_is_told_once(repository) -> None:
    root = repository(disclosure())
    folder = root / "datapackages" / "made-up-2024"
    assert collection.convert(folder).new_fails == ()
    text = disclosure().replace("收入总计110.00万元", "收入总计111.00万元", 1)
    (folder / "source" / "made.txt").write_text(text, encoding="utf-8")
    first, second = collection.convert(folder), collection.convert(folder)
    assert any(fail.startswith("N03 ") for fail in first.new_fails)
    assert second.new_fails == ()


@pytest.mark.slow
def test_a_form_that_was_cut_in_the_middle_is_refused(repository, tmp_path: Path) -> None:
    """The other forms print their total: this one was cut. A maintainer who compared it with the original may say so."""
    text = (ROOT / "datapackages" / IDS[1] / "source" / f"{IDS[1]}.txt").read_text(encoding="utf-8")
    lines = text.split("\n")
    names = [i for i, line in enumerate(lines) if line.startswith("项目名称")]
    cut = "\n".join([*lines[: names[2] + 9], *lines[names[3] - 4 :]])
    file = tmp_path / "cut-office-2024.txt"
    file.write_text(cut, encoding="utf-8")
    with pytest.raises(
        IncompleteError,
        match=r"cut-office-2024\.txt:\d+: found the end of form p03 .*expected all of the form",
    ):
        collection.add(tmp_path / "repo", file)
    assert not [path for path in (tmp_path / "repo").rglob("*") if path.is_file()]
    folder = tmp_path / "repo" / "datapackages" / "cut-office-2024"
    (folder / "source").mkdir(parents=True)
    (folder / "source" / file.name).write_text(cut, encoding="utf-8")
    (folder / "disclosure.toml").write_text("[limits]\ncut_forms = 1\n", encoding="utf-8")
    report = collection.convert(folder)
    assert any("form p03 ends without 总分" in remark for remark in report.remarks)

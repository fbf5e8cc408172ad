"""What is to download of one disclosure: three kinds of files, each with what it must hold."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from juesuan import collection, package
from juesuan.collection import replace_source
from juesuan.pages.addresses import Address, member
from juesuan.pages.disclosure import Offer, pages_of
from juesuan.pages.machines.citations import citations
from juesuan.pages.machines.downloads import file_list, of_disclosure
from juesuan.pages.writer import Writer
from tests.conftest import IDS, ROOT
from tests.made import disclosure
from tests.pages.conftest import SITE


@pytest.mark.parametrize("one", IDS)
def test_a_disclosure_is_a_package_with_its_source_and_a_workbook(given: Path, one: str) -> None:
    """A text is shown whole on its pages: as received it is in the package alone."""
    base, source = given / "d" / one, ROOT / "datapackages" / one / "source"
    there = {path.relative_to(base).as_posix() for path in base.rglob("*") if path.is_file()}
    assert there == {f"{one}.zip", f"{one}.xlsx"}
    assert {file.path for file in file_list(one)} == there
    with zipfile.ZipFile(base / f"{one}.zip") as archive:
        for path in source.iterdir():
            assert archive.read(f"{one}/{member(path.name)}") == path.read_bytes()


def test_an_original_that_is_no_text_is_published_as_received(
    converted: Path, tmp_path: Path
) -> None:
    folder = converted / "datapackages" / "made-up-2024"
    (folder / "data" / "text.txt").write_text("取出的文字", encoding="utf-8")
    about = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    about["resources"].append({"name": "text", "path": "data/text.txt"})
    (folder / "datapackage.json").write_text(json.dumps(about), encoding="utf-8")
    files = dict(of_disclosure(package.load(folder), folder, Address("")))
    assert files["files/made.txt"] == (folder / "source" / "made.txt").read_bytes()


@pytest.mark.slow
def test_the_package_from_its_archive_is_valid_and_says_how_to_cite(
    given: Path, tmp_path: Path
) -> None:
    one = "urumqi-human-resources-2023"
    with zipfile.ZipFile(given / "d" / one / f"{one}.zip") as archive:
        archive.extractall(tmp_path)
    assert package.validate(tmp_path / one) == []
    assert package.load(tmp_path / one) == package.load(ROOT / "datapackages" / one)
    assert f"{SITE}d/{one}/" in (tmp_path / one / "citation.bib").read_text(encoding="utf-8")


def test_what_a_citizen_takes_along_is_small(given: Path) -> None:
    """A package and its workbook stay far below what a disclosure's pages may weigh (450 KB)."""
    sizes = [
        sum((given / "d" / one / f"{one}.{kind}").stat().st_size for kind in ("zip", "xlsx"))
        for one in IDS
    ]
    assert sum(sizes) / len(sizes) < 180_000


@pytest.mark.slow
def test_an_earlier_version_and_what_changed_can_be_taken_along(
    converted: Path, tmp_path: Path
) -> None:
    newer = tmp_path / "newer.txt"
    newer.write_text(disclosure().replace("支出1.00万元", "支出1.20万元"), encoding="utf-8")
    done = replace_source(converted, "made-up-2024", [newer], "更正", "2026-11-29")
    folder = converted / "datapackages" / "made-up-2024"
    facts = package.load(folder)
    files = dict(of_disclosure(facts, folder, Address("")))
    changes = files["versions/2026-11-29/changes.csv"]
    assert changes == (done.version / "changes.csv").read_bytes() and b"1.00,1.20" in changes
    (tmp_path / "old").mkdir()
    Writer().write(tmp_path / "old.zip", files["versions/2026-11-29/made-up-2024.zip"])
    with zipfile.ZipFile(tmp_path / "old.zip") as archive:
        archive.extractall(tmp_path / "old")
    assert package.validate(tmp_path / "old" / "2026-11-29") == []
    offer = Offer(file_list(facts.disclosure_id), citations(facts.disclosure, Address("")), "")
    text = collection.text_of(folder)
    pages = [str(page) for _, page in pages_of(facts, folder, text, offer)]
    assert any('href="versions/2026-11-29/changes.csv"' in page for page in pages)

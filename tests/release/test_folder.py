"""A release as a folder: whole, the same each time, its delta leading from the one before."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import pytest
from tests.release.conftest import FIRST, SECOND, Two

from juesuan import package
from juesuan.errors import PackageError
from juesuan.pages.machines.exports import book
from juesuan.release import Made, Sources, apply, release, version_of
from juesuan.release.folder import PARQUET, SBOM

ALWAYS = {
    "CHANGELOG-data.md", "CHANGES.md", "CITATION.cff", "README.md", "croissant.json", "SHA256SUMS", "juesuan-csv.zip",
    PARQUET, "juesuan-site.zip", "juesuan.sqlite", "juesuan.xlsx",
}  # fmt: skip


def unpacked(path: Path, to: Path) -> Path:
    with zipfile.ZipFile(path) as archive:
        archive.extractall(to)
    (folder,) = to.iterdir()
    return folder


def test_it_holds_everything_and_its_sums_are_right(two: Two) -> None:
    assert {path.name for path in two.first.iterdir()} == ALWAYS
    assert {path.name for path in two.second.iterdir()} == ALWAYS | {SBOM, "juesuan-delta.zip"}
    assert {*two.made.files} == {path.name for path in two.second.iterdir()}
    lines = (two.second / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    told = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    assert told.keys() == {*two.made.files} - {"SHA256SUMS"}
    for name, digest in told.items():
        assert hashlib.sha256((two.second / name).read_bytes()).hexdigest() == digest
    assert not list(two.root.glob(".*.new"))


def test_every_descriptor_says_number_and_day(two: Two, tmp_path: Path) -> None:
    for name in ("juesuan-csv.zip", PARQUET, "juesuan-delta.zip"):
        folder = unpacked(two.second / name, tmp_path / name)
        assert package.validate(folder) == [], name
        about = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        assert (about["version"], about["created"]) == SECOND
    assert version_of(two.first) == version_of(two.first / "juesuan-csv.zip") == "2026.03"
    for path in (two.second / "README.md", two.second / "CITATION.cff", two.second / "CHANGES.md"):
        assert "2026.04" in path.read_text(encoding="utf-8")
    assert "https://a.example/" in (two.second / "CITATION.cff").read_text(encoding="utf-8")


def test_the_package_of_parquet_is_what_a_hub_wants(two: Two, tmp_path: Path) -> None:
    folder = unpacked(two.second / PARQUET, tmp_path)
    sums = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {line.partition("  ")[2] for line in sums} == files - {"SHA256SUMS"}
    head = (folder / "README.md").read_text(encoding="utf-8").split("---\n")[1]
    configs = json.loads(
        next(line for line in head.splitlines() if line.startswith("configs: "))[9:]
    )
    assert {one["data_files"] for one in configs} == {
        name for name in files if name.endswith(".parquet")
    }


def test_the_delta_leads_from_the_first_to_the_second(two: Two, tmp_path: Path) -> None:
    made = tmp_path / "made"
    apply(two.first / "juesuan-csv.zip", two.second / "juesuan-delta.zip", made)
    wanted = unpacked(two.second / "juesuan-csv.zip", tmp_path / "second")
    names = {path.relative_to(wanted) for path in wanted.rglob("*") if path.is_file()}
    assert {path.relative_to(made) for path in made.rglob("*") if path.is_file()} == names
    for name in names:
        assert (made / name).read_bytes() == (wanted / name).read_bytes(), name
    assert package.validate(made) == []


def test_what_changed_is_told(two: Two) -> None:
    text = (two.second / "CHANGES.md").read_text(encoding="utf-8")
    assert "新收录 1 份：\n\n- 某某市示例局2024年度（other-2024）" in text
    assert "- made-up-2024 指标 其他收入：决算数 10.00 → 9.50\n" in text
    counted = two.made.differences["measures"]
    assert counted["changed"] == 1 and counted["removed"] == 0 < counted["added"]
    log = (two.second / "CHANGELOG-data.md").read_text(encoding="utf-8")
    assert log.index("## 2026.04 — 2026-04-30") < log.index("## 2026.03 — 2026-03-31")
    assert "1 份决算公开" in log


@pytest.mark.slow
def test_the_same_data_give_the_same_bytes(two: Two, tmp_path: Path) -> None:
    sources = Sources(
        two.root, two.root / "site", two.first, two.root / "sbom.json", "https://a.example/"
    )
    release(tmp_path / "again", sources, SECOND)
    for path in two.second.iterdir():
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes(), path.name


def test_a_website_of_other_data_is_refused(two: Two, tmp_path: Path) -> None:
    sources = Sources(two.root, two.root / "site")
    shown = two.root / "site" / "d" / "all" / "measures.parquet"
    kept = shown.read_bytes()
    try:
        shown.write_bytes(kept + b" ")
        with pytest.raises(
            PackageError, match=r"measures.parquet: found another file.*juesuan site"
        ):
            release(tmp_path / "x", sources, FIRST)
    finally:
        shown.write_bytes(kept)
    with pytest.raises(PackageError, match="found no such file"):
        release(tmp_path / "x", sources._replace(site=tmp_path), FIRST)
    assert list(tmp_path.iterdir()) == [], "nothing half made stays"
    with pytest.raises(PackageError, match="expected nothing there"):
        release(two.first, sources, FIRST)


def test_what_a_workbook_cannot_hold_is_told(
    two: Two, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book, "MOST_ROWS", 2)
    made: Made = release(tmp_path / "x", Sources(two.root, two.root / "site"), FIRST)
    assert len(made.left_out) == 1 and made.left_out[0].startswith("juesuan.xlsx: ")
    assert "juesuan.xlsx" not in made.files and not (tmp_path / "x" / "juesuan.xlsx").exists()


def test_no_disclosure_is_no_release(tmp_path: Path) -> None:
    (tmp_path / "datapackages").mkdir()
    with pytest.raises(PackageError, match="found no disclosure"):
        release(tmp_path / "x", Sources(tmp_path, tmp_path / "site"), FIRST)

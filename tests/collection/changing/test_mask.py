"""A private person's name is gone from everything published, and that it was there is recorded."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from juesuan import collection, package
from juesuan.collection.changing.mask import MOST, mask, preview
from juesuan.errors import NoteError
from tests.conftest import ROOT, build_site
from tests.made import PROJECT, disclosure

TEXT = disclosure(
    project=PROJECT.replace("示例项目", "伤残补助（欧阳明德）").replace(
        "做好示例。", "为欧 阳明德发放补助。"
    )
)
LINES = [at for at, line in enumerate(TEXT.splitlines(), start=1) if "阳明德" in line]


def placed(root: Path, text: str = TEXT, encoding: str = "utf-8") -> Path:
    folder = root / "datapackages" / "made-up-2024"
    (folder / "source").mkdir(parents=True)
    (folder / "source" / "made.txt").write_bytes(text.encode(encoding))
    collection.convert(folder)
    return folder


@pytest.mark.slow
def test_a_name_is_gone_from_everything_published(tmp_path: Path) -> None:
    folder = placed(tmp_path)
    before = package.load(folder)
    assert before.rows("projects")[1]["name"] == "伤残补助（欧阳明德）"
    command = [
        sys.executable,
        "-m",
        "juesuan",
        "--root",
        str(tmp_path),
        "mask",
        "made-up-2024",
        "欧阳明德",
        "--reason",
        "普通个人的姓名",
    ]
    done = subprocess.run(command, cwd=ROOT / "scripts", capture_output=True, text=True, check=True)
    assert "masked in 2 places" in done.stdout
    after = package.load(folder)
    assert after.rows("projects")[1]["name"] == "伤残补助（□□□□）"
    for name in before.tables:
        assert len(after.rows(name)) == len(before.rows(name)), name
    assert [row["start"] for row in after.rows("figures")] == [
        row["start"] for row in before.rows("figures")
    ]
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    build_site(tmp_path, tmp_path / "site")
    parts = [
        name.encode(coding) for name in ("欧阳明德", "阳明德") for coding in ("utf-8", "gb18030")
    ]
    for path in [*(tmp_path / "site").rglob("*"), *folder.rglob("*")]:
        if path.is_file() and path.name != "juesuan-site.zip":
            assert not any(part in path.read_bytes() for part in parts), path
    page = (tmp_path / "site" / "d" / "made-up-2024" / "index.html").read_text(encoding="utf-8")
    assert "隐去了" in page and "2 处共 4 个字的姓名" in page and "普通个人的姓名" in page
    (entry,) = tomllib.loads((folder / package.NOTES).read_text(encoding="utf-8"))["mask"]
    assert (
        entry["places"] == 2
        and entry["characters"] == 4
        and entry["lines"] == LINES
        and "received_sha256" not in entry
    )


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_the_encoding_stays(tmp_path: Path, encoding: str) -> None:
    folder = placed(tmp_path, encoding=encoding)
    mask(folder, "欧阳明德", "普通个人的姓名", "x", "2026-11-21")
    data = (folder / "source" / "made.txt").read_bytes()
    assert data.decode(encoding).count("□□□□") == 1 and data.startswith(b"\xef\xbb\xbf") == (
        encoding == "utf-8-sig"
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", ["没有此人", "欧", "1<b>", ""])
def test_what_cannot_be_masked_changes_nothing(tmp_path: Path, name: str) -> None:
    folder = placed(tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(NoteError, match="What to do"):
        mask(folder, name, "r", "x", "2026-11-21")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.slow
def test_a_conversion_that_fails_brings_the_source_back(tmp_path: Path) -> None:
    folder = placed(tmp_path)
    (folder / package.NOTES).write_text('url = "wrong"\n', encoding="utf-8")
    before = (folder / "source" / "made.txt").read_bytes()
    with pytest.raises(NoteError):
        mask(folder, "欧阳明德", "r", "x", "2026-11-21")
    assert (folder / "source" / "made.txt").read_bytes() == before
    assert (folder / package.NOTES).read_text(encoding="utf-8") == 'url = "wrong"\n'


@pytest.mark.slow
def test_any_text_is_masked_whatever_its_width(tmp_path: Path) -> None:
    folder = placed(tmp_path, TEXT.replace("本年增加。", "信箱ｏｕ@qq.com。"))
    found = preview(folder, "ou@qq.com")
    assert (found.places, found.kind, found.cells) == (1, "email", {"measures.reason": 1})
    mask(folder, "ou@qq.com", "个人信箱", "x", "2026-11-21")
    text = (folder / "source" / "made.txt").read_text(encoding="utf-8")
    assert "信箱□□□□□□□□□。" in text and "qq.com" not in text


@pytest.mark.slow
def test_a_number_is_no_part_of_a_longer_one(tmp_path: Path) -> None:
    folder = placed(tmp_path)
    for text in ("0.00", "11.1", "024"):  # of 90.00, 11.11 and 2024
        with pytest.raises(NoteError, match="nowhere"):
            preview(folder, text.replace("0.00", "10.0"))


@pytest.mark.slow
def test_the_name_of_the_department_is_never_masked(tmp_path: Path) -> None:
    folder = placed(tmp_path)
    for text in ("示例局", "某某市示例局", "市示例局（部门）"):
        with pytest.raises(NoteError, match="name of the department"):
            mask(folder, text, "r", "x", "2026-11-21", everywhere=True)


@pytest.mark.slow
def test_more_than_ten_places_want_a_word(tmp_path: Path) -> None:
    folder = placed(tmp_path)
    before = (folder / "source" / "made.txt").read_bytes()
    assert preview(folder, "主要原因").places > MOST
    with pytest.raises(NoteError, match="--all"):
        mask(folder, "主要原因", "r", "x", "2026-11-21")
    assert (folder / "source" / "made.txt").read_bytes() == before


@pytest.mark.slow
def test_a_preview_says_what_is_hit_and_changes_nothing(tmp_path: Path) -> None:
    folder = placed(tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    found = preview(folder, "欧阳明德")
    assert (found.places, found.lines, found.kind) == (2, tuple(LINES), "name")
    assert found.cells == {"projects.name": 1}
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before

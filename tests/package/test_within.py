"""A package's files lie below its folder, whatever its descriptor says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan import collection, package
from juesuan.errors import PackageError
from juesuan.package.within import within, without_links

OUTSIDE = [
    "../x.csv",
    "data/../../x.csv",
    "data/..",
    "/etc/passwd",
    "//host/share",
    "C:\\x.csv",
    "C:/x.csv",
    "data\\x.csv",
    "~/x.csv",
    "https://example.org/x.csv",
    "file:///etc/passwd",
    "file:x",
    "data//x.csv",
    "data/./x.csv",
    "./data/x.csv",
    ".git/config",
    "data/x.csv\0",
    "data/x\n.csv",
    "",
    None,
    3,
    ["data/x.csv"],
    {"path": "data/x.csv"},
]


@pytest.fixture
def folder(converted: Path) -> Path:
    """A converted disclosure."""
    return converted / "datapackages" / "made-up-2024"


def redirected(folder: Path, path: object) -> None:
    """Let the descriptor name another place for its second table."""
    file = folder / "datapackage.json"
    about = json.loads(file.read_text(encoding="utf-8"))
    about["resources"][1]["path"] = path
    file.write_text(json.dumps(about), encoding="utf-8")


@pytest.mark.parametrize("path", OUTSIDE, ids=repr)
def test_a_path_that_leads_out_is_refused(tmp_path: Path, path: object) -> None:
    with pytest.raises(PackageError, match=r"expected one below the package's folder.*What to do"):
        within(tmp_path, path)


@pytest.mark.parametrize("path", ["data/x.csv", "source/附件（1） 决算.pdf", "a..b", "x"])
def test_a_path_below_is_given(tmp_path: Path, path: str) -> None:
    assert within(tmp_path, path) == tmp_path / path


@given(st.text(alphabet="ab./\\~: ", max_size=12))
def test_what_is_given_lies_below(path: str) -> None:
    base = Path("/nowhere/at/all")
    try:
        place = within(base, path)
    except PackageError:
        return
    assert place.resolve().is_relative_to(base)
    assert place.resolve() != base


@pytest.mark.slow
@pytest.mark.parametrize("path", OUTSIDE, ids=repr)
def test_loading_and_validating_never_leave_the_folder(folder: Path, path: object) -> None:
    (folder.parent / "x.csv").write_text("secret\n1\n", encoding="utf-8")
    redirected(folder, path)
    with pytest.raises(PackageError):
        package.load(folder)
    told = package.validate(folder)
    assert told
    assert "secret" not in "".join(told)


@pytest.mark.parametrize(
    "name", ["data/measures.csv", "datapackage.json", "data/more.csv", "data/text.txt", "source/b"]
)
def test_a_symbolic_link_is_refused(folder: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / "target"
    place = folder / name
    target.write_bytes(place.read_bytes() if place.exists() else b"x")
    place.unlink(missing_ok=True)
    place.symlink_to(target)
    with pytest.raises(PackageError, match=f"made-up-2024/{name}: found a symbolic link"):
        package.load(folder)
    assert "symbolic link" in package.validate(folder)[0]


def test_a_linked_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    (folder / "data").rename(tmp_path / "data")
    (folder / "data").symlink_to(tmp_path / "data")
    with pytest.raises(PackageError, match="made-up-2024/data: found a symbolic link"):
        package.load(folder)
    with pytest.raises(PackageError, match="symbolic link"):
        without_links(folder)


def test_a_linked_source_or_note_or_disclosure_is_refused(folder: Path, tmp_path: Path) -> None:
    source = folder / "source" / "made.txt"
    source.rename(tmp_path / "made.txt")
    source.symlink_to(tmp_path / "made.txt")
    with pytest.raises(PackageError, match=r"source/made.txt: found a symbolic link"):
        collection.sources_of(folder)
    (folder / "disclosure.toml").symlink_to(tmp_path / "made.txt")
    with pytest.raises(PackageError, match=r"disclosure.toml: found a symbolic link"):
        package.read_notes(folder)
    (folder.parent / "linked-2024").symlink_to(folder)
    with pytest.raises(PackageError, match="linked-2024: found a symbolic link"):
        collection.folder_of(folder.parent.parent, "linked-2024")


@pytest.mark.parametrize(
    "name", ["../../x", "/etc/passwd", "a/../../../b", "https://example.org/x"]
)
def test_the_name_of_the_source_is_a_name(folder: Path, name: str) -> None:
    table = folder / "data" / "disclosure.csv"
    table.write_text(table.read_text("utf-8").replace("made.txt", name), encoding="utf-8")
    with pytest.raises(PackageError, match="expected one below the package's folder"):
        package.load(folder)

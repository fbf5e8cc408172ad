"""Packages are proved to be what their sources give; an edited one is found, whatever a cache says."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from juesuan import collection
from juesuan.collection.work.cache import Cache
from juesuan.collection.work.proof import MOST, Proof, prove
from juesuan.errors import TermsError

NAME = "made-up-2024"


@pytest.fixture
def root(converted: Path) -> Path:
    """A repository of one converted disclosure, which no cache knows."""
    return converted


def proof(root: Path, new: bool = False) -> Proof:
    (one,) = prove(root, new=new)
    return one


def edit(root: Path) -> None:
    """Change a figure by hand, and the descriptor so that it agrees."""
    folder = root / "datapackages" / NAME
    table, file = folder / "data" / "measures.csv", folder / "datapackage.json"
    content = table.read_text(encoding="utf-8").replace("110.00", "120.00").encode()
    table.write_bytes(content)
    about = json.loads(file.read_text(encoding="utf-8"))
    entry = next(one for one in about["resources"] if one["name"] == "measures")
    entry["bytes"] = len(content)
    entry["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
    file.write_text(json.dumps(about, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


@pytest.mark.slow
def test_what_the_source_gives_is_proved_and_known(root: Path) -> None:
    assert proof(root) == Proof(NAME)
    assert Cache(root).is_current(root / "datapackages" / NAME)


@pytest.mark.slow
def test_an_edited_table_is_found_though_its_descriptor_agrees(root: Path) -> None:
    edit(root)
    told = proof(root).problems
    assert any(
        "data/measures.csv:" in line and "found '120.00'; the source gives '110.00'" in line
        for line in told
    )
    assert all("What to do: " in line for line in told)
    assert not Cache(root).is_current(root / "datapackages" / NAME)


@pytest.mark.slow
@pytest.mark.parametrize("new", [False, True])
def test_an_edit_behind_a_proof_is_found(root: Path, new: bool) -> None:
    proof(root)
    edit(root)
    assert proof(root, new).problems


@pytest.mark.slow
def test_a_made_up_cache_of_the_old_form_proves_nothing(root: Path) -> None:
    edit(root)
    (root / ".cache").mkdir()
    (root / ".cache" / "build.json").write_text(json.dumps({NAME: "0" * 64}), encoding="utf-8")
    assert proof(root, new=True).problems


@pytest.mark.slow
def test_what_is_new_alone_is_compared(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    proof(root)

    def never(folder: Path) -> Proof:
        raise AssertionError(folder)

    monkeypatch.setattr(collection.work.proof, "_proof", never)
    assert proof(root, new=True) == Proof(NAME)
    with pytest.raises(AssertionError):
        proof(root)


@pytest.mark.slow
def test_a_source_that_cannot_be_converted_any_more(root: Path) -> None:
    source = root / "datapackages" / NAME / "source" / "made.txt"
    proof(root)
    source.write_text("no disclosure at all", encoding="utf-8")
    found = proof(root, new=True)
    assert found.problems == ()
    assert f"{NAME}: cannot be compared with its source: " in found.refusal
    assert found.refusal in proof(root).problems
    assert proof(root, new=True).problems == (), "a refusal takes no proof away"


@pytest.mark.slow
def test_a_broken_source_does_not_hide_an_edit(root: Path) -> None:
    proof(root)
    (root / "datapackages" / NAME / "source" / "made.txt").write_text("broken", encoding="utf-8")
    edit(root)
    assert proof(root, new=True).problems


@pytest.mark.slow
def test_a_broken_source_that_was_never_proved(root: Path) -> None:
    (root / "datapackages" / NAME / "source" / "made.txt").write_text("broken", encoding="utf-8")
    assert proof(root, new=True).problems


@pytest.mark.slow
def test_a_long_list_is_cut(root: Path) -> None:
    table = root / "datapackages" / NAME / "data" / "figures.csv"
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    assert len(lines) > MOST + 2
    table.write_text(lines[0], encoding="utf-8")
    told = proof(root).problems
    assert told[-1] == f"{NAME}: and {len(lines) - 1 - MOST} more differences"


@pytest.mark.slow
def test_one_that_is_wrong_stops_no_other(root: Path) -> None:
    other = root / "datapackages" / "other-2024"
    (other / "source").mkdir(parents=True)
    link = root / "datapackages" / "linked-2024"
    link.symlink_to(root / "datapackages" / NAME)
    found = {one.disclosure_id: one.problems for one in prove(root, jobs=1)}
    assert found[NAME] == ()
    assert "found 0 files; expected one" in found["other-2024"][0]
    assert "found a symbolic link" in found["linked-2024"][0]


@pytest.mark.slow
def test_nothing_but_the_cache_is_written(root: Path) -> None:
    def files() -> dict[Path, bytes]:
        found = (path for path in root.rglob("*") if path.is_file())
        return {path: path.read_bytes() for path in found if ".cache" not in path.parts}

    edit(root)
    before = files()
    proof(root)
    assert files() == before


@pytest.mark.slow
def test_a_wrong_definition_concerns_all(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(folder: Path) -> None:
        raise TermsError("x")

    monkeypatch.setattr(collection.work.proof, "convert", broken)
    with pytest.raises(TermsError):
        proof(root)

"""Writing a package: all or nothing, and the text beside a source that is none."""

from __future__ import annotations

import hashlib
import importlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from juesuan import package
from juesuan.errors import PackageError
from juesuan.model import Document, Facts, Figure, Page

write = importlib.import_module("juesuan.package.write")

ABOUT = {
    "disclosure_id": "x-2024",
    "department_id": "x",
    "department": "某局",
    "scope": "部门",
    "region_code": "",
    "region": "",
    "fiscal_year": "2024",
    "headcount_total": "",
    "headcount_serving": "",
    "headcount_retired_cadre": "",
    "headcount_retired": "",
    "source_file": "a.txt",
    "source_sha256": "0" * 64,
    "source_url": "",
    "published": "",
    "kind": "final_accounts",
}
OFFICE = {"disclosure_id": "x-2024", "kind": "office", "position": "1", "name": "办公室"}
TEXT = "甲\r\n乙1.00"
FIGURE = Figure(4, 8, "1.00", "1.00", "", "unread")


def facts(**tables: tuple[dict[str, str], ...]) -> Facts:
    return Facts("x-2024", {"disclosure": (ABOUT,), **tables}, (FIGURE,))


def document(**known: object) -> Document:
    return Document("a.txt", "0" * 64, 9, "utf-8", TEXT, TEXT, **known)


def written(folder: Path, given: Facts, **known: object) -> None:
    package.write(package.contents(given, document(**known)), folder)


def test_a_text_is_not_published_twice(tmp_path: Path) -> None:
    written(tmp_path, facts(organisation=(OFFICE,)))
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == [
        "disclosure.csv",
        "figures.csv",
        "organisation.csv",
    ]
    (row,) = package.load(tmp_path).rows("figures")
    assert (row["line"], row["page"], row["box"]) == ("2", "", "")
    assert package.extracted_text(tmp_path) is None and package.page_lines(tmp_path) == []


def test_what_was_extracted_is_published_beside_its_source(tmp_path: Path) -> None:
    pages = (Page(1, 0, 3), Page(2, 3, 8))
    written(tmp_path, facts(), pages=pages, is_extracted=True)
    assert package.extracted_text(tmp_path) == TEXT
    assert package.page_lines(tmp_path) == [(1, ""), (2, "")]
    (row,) = package.load(tmp_path).rows("figures")
    assert (row["line"], row["page"]) == ("2", "2")
    about = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    told = about["resources"][-1]
    assert (told["name"], told["bytes"]) == ("text", len(TEXT.encode()))
    assert told["hash"] == f"sha256:{hashlib.sha256(TEXT.encode()).hexdigest()}"


def test_two_rows_with_one_key_stop_all_and_the_old_package_stays(tmp_path: Path) -> None:
    written(tmp_path, facts())
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(PackageError, match=r"organisation would hold two rows with the key 'off"):
        written(tmp_path, facts(organisation=(OFFICE, OFFICE)))
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_what_a_stopped_run_left_is_swept_away(tmp_path: Path) -> None:
    for name in (".data.new", ".data.old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "rest.csv").write_text("x", encoding="utf-8")
    written(tmp_path, facts())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "datapackage.json"]


CHECK = dict.fromkeys(("disclosure_id", "rule", "subject", "state", "statement", "brief", "left", "right",
                       "difference", "tolerance", "figures", "pinned"), "")  # fmt: skip


def test_checks_come_into_a_package_before_it_is_written_once(tmp_path: Path) -> None:
    """Rules ask what users will get, read back from the text; then their rows are added to it."""
    made = package.contents(facts(), document())
    assert package.read_back(made).rows("figures")[0]["value"] == "1.00"
    row = {**CHECK, "disclosure_id": "x-2024", "rule": "N03", "subject": "all", "state": "pass"}
    both = made.with_checks([row])
    assert "checks" not in made.tables and list(both.tables) == ["disclosure", "figures", "checks"]
    package.write(both, tmp_path)
    assert package.load(tmp_path) == package.read_back(both)
    with pytest.raises(PackageError, match=r"two rows with the key 'N03/all'"):
        made.with_checks([row, row])
    with pytest.raises(PackageError, match=r"found '一' in left"):
        made.with_checks([{**row, "left": "一"}])


class Killed(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize("at", range(3))
@pytest.mark.parametrize("is_killed", [False, True])
def test_an_exchange_that_stops_leaves_the_old_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int, is_killed: bool
) -> None:
    """At each of its renames the disk fails, or the process ends, which leaves all as it is then."""
    written(tmp_path, facts())
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    steps = iter(range(3))

    def stopped(name: str) -> Callable[[Path, Path], Path]:
        done: Callable[[Path, Path], Path] = getattr(Path, name)

        def step(path: Path, target: Path) -> Path:
            if path.is_relative_to(tmp_path) and next(steps, -1) == at:
                raise Killed if is_killed else OSError("the disk is full")
            return done(path, target)

        return step

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", stopped("rename"))
        patch.setattr(Path, "replace", stopped("replace"))
        if is_killed:
            patch.setattr(write, "settle", lambda folder: None)
        with pytest.raises(Killed if is_killed else OSError):
            written(tmp_path, facts(organisation=(OFFICE,)))
    if is_killed:
        package.settle(tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    written(tmp_path, facts(organisation=(OFFICE,)))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "datapackage.json"]
    assert package.load(tmp_path).rows("organisation")


def test_the_first_exchange_of_a_folder_leaves_nothing_where_it_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        with pytest.raises(OSError, match="full"):
            written(tmp_path, facts())
    assert list(tmp_path.iterdir()) == []

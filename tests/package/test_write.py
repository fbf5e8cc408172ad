"""Writing a package: all or nothing, and the text beside a source that is none."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from juesuan import package
from juesuan.errors import PackageError
from juesuan.model import Document, Facts, Figure, Page

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
}
OFFICE = {"disclosure_id": "x-2024", "kind": "office", "position": "1", "name": "办公室"}
TEXT = "甲\r\n乙1.00"
FIGURE = Figure(4, 8, "1.00", "1.00", "", "unread")


def facts(**tables: tuple[dict[str, str], ...]) -> Facts:
    return Facts("x-2024", {"disclosure": (ABOUT,), **tables}, (FIGURE,))


def document(**known: object) -> Document:
    return Document("a.txt", "0" * 64, 9, "utf-8", TEXT, TEXT, **known)


def test_a_text_is_not_published_twice(tmp_path: Path) -> None:
    package.write(facts(organisation=(OFFICE,)), document(), (), tmp_path)
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
    package.write(facts(), document(pages=pages, is_extracted=True), (), tmp_path)
    assert package.extracted_text(tmp_path) == TEXT
    assert package.page_lines(tmp_path) == [(1, ""), (2, "")]
    (row,) = package.load(tmp_path).rows("figures")
    assert (row["line"], row["page"]) == ("2", "2")
    about = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    told = about["resources"][-1]
    assert (told["name"], told["bytes"]) == ("text", len(TEXT.encode()))
    assert told["hash"] == f"sha256:{hashlib.sha256(TEXT.encode()).hexdigest()}"


def test_two_rows_with_one_key_stop_all_and_the_old_package_stays(tmp_path: Path) -> None:
    package.write(facts(), document(), (), tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(PackageError, match=r"organisation would hold two rows with the key 'off"):
        package.write(facts(organisation=(OFFICE, OFFICE)), document(), (), tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_what_a_stopped_run_left_is_swept_away(tmp_path: Path) -> None:
    for name in (".data.new", ".data.old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "rest.csv").write_text("x", encoding="utf-8")
    package.write(facts(), document(), (), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "datapackage.json"]

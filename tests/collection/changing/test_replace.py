"""A newer file takes the place of one, and nothing of the earlier version is lost."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from juesuan import collection, package
from juesuan.collection.adding.by_hand import ByHand
from juesuan.collection.changing.replace import replace_source
from juesuan.errors import JuesuanError
from tests.collection.folder import bytes_of
from tests.made import disclosure, of_year

NEW = disclosure().replace("公务接待费支出1.00万元", "公务接待费支出1.20万元")


def newer(tmp_path: Path, text: str) -> list[Path]:
    path = tmp_path / "新的 文件.txt"
    path.write_text(text, encoding="utf-8")
    return [path]


@pytest.mark.slow
def test_a_newer_file_replaces_and_the_earlier_version_stays(converted: Path) -> None:
    folder = converted / "datapackages/made-up-2024"
    before = bytes_of(folder)
    done = replace_source(
        converted, "made-up-2024", newer(converted, NEW), "更正接待费", "2026-11-29"
    )
    assert done.version == folder / "versions/2026-11-29"
    kept = {name: one for name, one in bytes_of(done.version).items() if name != "changes.csv"}
    assert kept == before
    with (done.version / "changes.csv").open(encoding="utf-8", newline="") as file:
        first = next(csv.DictReader(file))
    assert first["row"] == "three_public/three_public.reception"
    assert (first["old"], first["new"]) == ("1.00", "1.20")
    assert first["old_place"].startswith("line ") and first["new_place"].startswith("line ")
    (correction,) = package.read_notes(folder).corrections
    assert correction["on"] == "2026-11-29" and "更正接待费" in correction["what"]
    assert f"共有 {len(done.changes)} 处" in correction["what"]
    assert [one.name for one in collection.sources_of(folder)] == ["新的-文件.txt"]
    assert not [one.problems for one in collection.prove(converted, jobs=1) if one.problems]


@pytest.mark.slow
def test_two_versions_of_one_day_are_kept_both(converted: Path) -> None:
    for text in (NEW, disclosure() + "\n"):
        replace_source(converted, "made-up-2024", newer(converted, text), "更正", "2026-11-29")
    folder = converted / "datapackages/made-up-2024/versions"
    assert sorted(one.name for one in folder.iterdir()) == ["2026-11-29", "2026-11-29-2"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (disclosure(), "found the file that is there"),
        (of_year(2025), "fiscal year 2025"),
        (disclosure().replace("示例局", "别的局"), "found the department 某某市别的局"),
        ("会议通知", "found"),
    ],
)
def test_what_is_no_newer_version_changes_nothing(converted: Path, text: str, told: str) -> None:
    before = bytes_of(converted / "datapackages")
    with pytest.raises(JuesuanError, match=told):
        replace_source(converted, "made-up-2024", newer(converted, text), "更正", "2026-11-29")
    assert bytes_of(converted / "datapackages") == before


@pytest.mark.slow
def test_a_name_cannot_be_masked_while_an_earlier_version_holds_it(converted: Path) -> None:
    replace_source(converted, "made-up-2024", newer(converted, NEW), "更正", "2026-11-29")
    folder = converted / "datapackages/made-up-2024"
    with pytest.raises(JuesuanError, match="found earlier versions"):
        collection.mask(folder, "业务科", "试", "x", "2026-11-29")


@pytest.mark.slow
def test_what_was_masked_in_the_earlier_file_is_not_said_of_the_newer_one(converted: Path) -> None:
    folder = converted / "datapackages/made-up-2024"
    text = disclosure().replace("业务科", "业务科13812345678")
    (folder / "source/made.txt").write_text(text, encoding="utf-8")
    collection.convert(folder, on="2026-11-20")
    assert package.read_notes(folder).masks
    replace_source(converted, "made-up-2024", newer(converted, NEW), "更正", "2026-11-29")
    assert not package.read_notes(folder).masks
    version = folder / "versions/2026-11-29"
    assert "13812345678" not in (version / "source/made.txt").read_text(encoding="utf-8")


@pytest.mark.slow
def test_where_the_earlier_file_came_from_is_not_said_of_the_newer_one(converted: Path) -> None:
    folder = converted / "datapackages/made-up-2024"
    told = (
        'url = "https://www.example.org/old"\npublished = 2025-09-01\nobtained = 2025-09-02\n'
        'added = 2025-09-03\nnote = "n"\n\n[limits]\nunread = 0\n'
    )
    (folder / "disclosure.toml").write_text(told, encoding="utf-8")
    collection.convert(folder)
    assert package.load(folder).disclosure["source_url"] == "https://www.example.org/old"
    told += '\n[[source]]\nfile = "made.txt"\nurl = "https://www.example.org/file"\n'
    (folder / "disclosure.toml").write_text(told, encoding="utf-8")
    said = ByHand(published="2026-11-01")
    new = newer(converted, NEW)
    done = replace_source(converted, "made-up-2024", new, "更正", "2026-11-29", said=said)
    notes = package.read_notes(folder)
    assert (notes.url, notes.published, notes.obtained) == ("", "2026-11-01", "")
    assert (notes.added, notes.unread_limit, notes.sources) == ("2025-09-03", 0, ())
    row = package.load(folder).disclosure
    assert (row["source_url"], row["published"]) == ("", "2026-11-01")
    assert [one.partition(" ")[0] for one in done.report.lacking] == ["url", "obtained"]
    assert package.read_notes(done.version).url == "https://www.example.org/old"


@pytest.mark.slow
def test_a_day_that_is_none_is_refused(converted: Path) -> None:
    before = bytes_of(converted)
    with pytest.raises(JuesuanError, match="published = 'gestern'"):
        replace_source(
            *(converted, "made-up-2024", [converted], "更正", "2026-11-29"),
            said=ByHand(published="gestern"),
        )
    assert bytes_of(converted) == before

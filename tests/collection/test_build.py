"""From folder to package: bad input, nothing published is touched, the same bytes everywhere."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from juesuan import collection, package
from juesuan.errors import (
    ConflictingSourceError,
    IncompleteError,
    NotADisclosureError,
    NoteError,
    PackageError,
    SourceError,
)
from tests.conftest import IDS, ROOT
from tests.made import ACCOUNTS, PROJECT, TAIL, disclosure


def bytes_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def added(tmp_path: Path, text: str, name: str = "made-up-2024.txt") -> str:
    file = tmp_path / "in" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return collection.add(tmp_path / "repo", file).disclosure_id


def test_a_new_disclosure_is_one_command(tmp_path: Path) -> None:
    chosen = added(tmp_path, disclosure(), "收到的文件.txt")
    assert chosen == "moumoushishiliju-2024"
    folder = tmp_path / "repo" / "datapackages" / chosen
    about = package.load(folder).disclosure
    assert (about["department"], about["scope"], about["fiscal_year"]) == (
        "某某市示例局",
        "部门",
        "2024",
    )
    assert (folder / "source" / "收到的文件.txt").read_text(encoding="utf-8") == disclosure()
    assert package.validate(folder) == []


def test_the_same_content_is_refused_under_any_name(tmp_path: Path) -> None:
    added(tmp_path, disclosure())
    before = bytes_of(tmp_path / "repo")
    with pytest.raises(ConflictingSourceError, match="same content as made-up-2024"):
        added(tmp_path, disclosure(), "other-2024.txt")
    assert bytes_of(tmp_path / "repo") == before


def test_a_taken_id_is_refused(tmp_path: Path) -> None:
    added(tmp_path, disclosure())
    with pytest.raises(ConflictingSourceError, match="which is taken"):
        added(tmp_path, disclosure() + "\n")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("某某局2024年度部门决算公开说明\n只有封面。\n", NotADisclosureError),
        (disclosure(tail=""), IncompleteError),
        (disclosure()[: disclosure().index("三、支出决算情况说明\n本年")], IncompleteError),
        (disclosure(project=PROJECT[: len(PROJECT) // 2], tail=""), IncompleteError),
        (
            disclosure(
                accounts=ACCOUNTS[: ACCOUNTS.index("五、一般公共预算财政拨款支出决算情况说明")]
            ),
            IncompleteError,
        ),
        (
            disclosure().replace("2024年度部门决算公开说明", "2022年度部门决算公开说明", 1),
            ConflictingSourceError,
        ),
    ],
    ids=[
        "cover only",
        "cut before the end",
        "cut in the middle",
        "cut in a form",
        "sections missing",
        "two years",
    ],
)
def test_a_damaged_text_is_refused_and_nothing_is_written(
    tmp_path: Path, text: str, error: type[SourceError]
) -> None:
    with pytest.raises(error, match=r"made-up-2024\.txt:\d+: found .*expected .*What to do: "):
        added(tmp_path, text)
    assert not [path for path in (tmp_path / "repo").rglob("*") if path.is_file()]


def test_ids_that_lead_elsewhere_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="not a disclosure id"):
        collection.folder_of(tmp_path, "../../etc-2024")
    file = tmp_path / "a.txt"
    file.write_text(disclosure(), encoding="utf-8")
    with pytest.raises(PackageError, match="not a disclosure id"):
        collection.add(tmp_path, file, "../evil-2024")


def test_a_failed_conversion_leaves_what_was_published(repository) -> None:
    root = repository(disclosure())
    folder = root / "datapackages" / "made-up-2024"
    collection.convert(folder)
    before = bytes_of(folder / "data")
    (folder / "source" / "made.txt").write_text(disclosure(tail=""), encoding="utf-8")
    reports = list(collection.build(root))
    assert [report.state for report in reports] == ["failed"]
    assert bytes_of(folder / "data") == before


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


def test_unchanged_disclosures_are_left_alone(repository) -> None:
    root = repository(disclosure())
    assert [report.state for report in collection.build(root)] == ["built"]
    assert [report.state for report in collection.build(root)] == ["unchanged"]
    assert [report.state for report in collection.build(root, everything=True)] == ["built"]
    (root / "datapackages" / "made-up-2024" / "data" / "measures.csv").write_text(
        "x", encoding="utf-8"
    )
    assert [report.state for report in collection.build(root)] == ["built"]


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
@pytest.mark.parametrize("zone", ["UTC", "Asia/Urumqi"])
def test_the_committed_packages_are_what_the_sources_give(tmp_path: Path, zone: str) -> None:
    """Another time zone, locale and folder: the same bytes."""
    for one in IDS:
        folder = tmp_path / "else where" / "datapackages" / one
        (folder / "source").mkdir(parents=True)
        for path in [next((ROOT / "datapackages" / one / "source").iterdir())]:
            (folder / "source" / path.name).write_bytes(path.read_bytes())
        (folder / "disclosure.toml").write_bytes(
            (ROOT / "datapackages" / one / "disclosure.toml").read_bytes()
        )
    environment = {
        **os.environ,
        "TZ": zone,
        "LC_ALL": "C",
        "PYTHONPATH": str(ROOT / "scripts"),
        "PYTHONHASHSEED": (zone[:1] == "U" and "1") or "2",
    }
    command = [
        sys.executable,
        "-m",
        "juesuan",
        "--root",
        str(tmp_path / "else where"),
        "-q",
        "build",
        "--only",
        "packages",
    ]
    subprocess.run(command, check=True, cwd=tmp_path, env=environment)
    for one in IDS:
        assert bytes_of(tmp_path / "else where" / "datapackages" / one) == bytes_of(
            ROOT / "datapackages" / one
        )


def test_a_tail_of_another_region_still_ends_a_disclosure(tmp_path: Path) -> None:
    assert added(tmp_path, disclosure(tail=TAIL.replace("专业名词解释", "名词解释")))


@pytest.mark.parametrize(
    "damage", ["data", "datapackage.json", "data/measures.csv", "data/figures.csv"]
)
def test_a_damaged_package_is_written_anew(repository, damage: str) -> None:
    """Also what a conversion leaves that was killed between its two renames."""
    root = repository(disclosure())
    folder = root / "datapackages" / "made-up-2024"
    collection.convert(folder)
    before = bytes_of(folder)
    target = folder / damage
    target.rename(folder / ".data.old") if target.is_dir() else target.write_bytes(
        target.read_bytes()[:-30]
    )
    (report,) = collection.build(root)
    assert report.state == "built"
    assert bytes_of(folder) == before


def test_another_version_of_a_disclosure_is_remarked(tmp_path: Path) -> None:
    added(tmp_path, disclosure())
    file = tmp_path / "again.txt"
    file.write_text(disclosure() + "\n", encoding="utf-8")
    report = collection.add(tmp_path / "repo", file, "second-2024")
    assert report.remarks[0].startswith("made-up-2024 is of the same department and year")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("limits = 3", "limits = 3; expected a table"),
        ("[limits]\nunraed = 0", "the key 'limits.unraed'"),
        ("[limits]\nunread = true", "unread = True; expected a whole number"),
        ("[limits]\nunread = -1", "limits.unread = -1"),
        ("url = 3", "url = 3; expected an address"),
        ('url = "javascript:alert(1)"', "expected an address that begins with https"),
        (
            'url = "https://example.org/\\" onclick=\\"x"',
            "expected an address that begins with https",
        ),
        ('obtained = "yesterday"', "obtained = 'yesterday'; expected a date"),
        ('published = "2024-09-20"', "expected a date"),
        ('region_code = "999999"', "expected a code of"),
        ("[pin]\nrule = 1", r"expected \[\[pin\]\]"),
        ("[[pin]]\nrule = 1", "pin 1 has the keys rule"),
        ("urls = 1", "the key 'urls'"),
        ("url = ", "Expected a TOML file"),
    ],
)
def test_notes_that_are_wrong_are_refused(tmp_path: Path, text: str, found: str) -> None:
    (tmp_path / "disclosure.toml").write_text(text, encoding="utf-8")
    with pytest.raises(NoteError, match=found):
        package.read_notes(tmp_path)


def test_a_fault_of_the_parser_concerns_one_disclosure(
    repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(disclosure())

    def broken(*_: object) -> None:
        raise ValueError("not a numeral: '1,03'")

    monkeypatch.setattr(sys.modules["juesuan.collection.convert"], "parse", broken)
    (report,) = collection.build(root, jobs=1)
    assert report.state == "failed"
    assert (
        "made-up-2024: the parser broke on made.txt (ValueError: not a numeral: '1,03')"
        in report.message
    )


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

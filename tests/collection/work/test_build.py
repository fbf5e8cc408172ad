"""Converting all: nothing published is lost, the same bytes everywhere."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from juesuan import collection
from juesuan.collection.reports.report import Report
from tests.collection.folder import bytes_of
from tests.conftest import IDS, ROOT
from tests.made import disclosure


@pytest.mark.slow
def test_a_failed_conversion_leaves_what_was_published(repository) -> None:
    root = repository(disclosure())
    folder = root / "datapackages" / "made-up-2024"
    collection.convert(folder)
    before = bytes_of(folder / "data")
    (folder / "source" / "made.txt").write_text(disclosure(tail=""), encoding="utf-8")
    reports = list(collection.build(root))
    assert [report.state for report in reports] == ["failed"]
    assert bytes_of(folder / "data") == before


@pytest.mark.slow
def test_unchanged_disclosures_are_left_alone(repository) -> None:
    root = repository(disclosure())
    assert [report.state for report in collection.build(root)] == ["built"]
    assert [report.state for report in collection.build(root)] == ["unchanged"]
    assert [report.state for report in collection.build(root, everything=True)] == ["built"]
    (root / "datapackages" / "made-up-2024" / "data" / "measures.csv").write_text(
        "x", encoding="utf-8"
    )
    assert [report.state for report in collection.build(root)] == ["built"]


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


@pytest.mark.slow
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


@pytest.mark.slow
def test_a_fault_of_the_parser_concerns_one_disclosure(
    repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(disclosure())

    def broken(*_: object) -> None:
        raise ValueError("not a numeral: '1,03'")

    module = importlib.import_module("juesuan.collection.conversion.convert")
    monkeypatch.setattr(module, "parse", broken)
    (report,) = collection.build(root, jobs=1)
    assert report.state == "failed"
    assert (
        "made-up-2024: parse: the parser broke on made.txt (ValueError: not a numeral: '1,03')"
        in report.message
    )


@pytest.mark.slow
@pytest.mark.parametrize(("count", "times"), [(2, 0), (3, 1)])
def test_many_conversions_are_prepared_and_few_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, times: int
) -> None:
    calls: list[str] = []
    module = sys.modules[collection.build.__module__]
    monkeypatch.setattr(module, "prepare", lambda: calls.append("prepare"))

    def converted(folder: Path, _: Path | None) -> Report:
        calls.append("convert")
        return Report(folder.name, "built")

    monkeypatch.setattr(module, "convert", converted)
    for letter in "abc"[:count]:
        (tmp_path / "datapackages" / f"{letter}-office-2024" / "source").mkdir(parents=True)
    assert [one.state for one in collection.build(tmp_path, jobs=1)] == ["built"] * count
    assert calls == ["prepare"] * times + ["convert"] * count

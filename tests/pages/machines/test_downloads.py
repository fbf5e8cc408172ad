"""Downloads: which files there are, of one disclosure and over all, and that their sums are theirs."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from juesuan import terms
from juesuan.model import Facts
from juesuan.package.tables import csv_text
from juesuan.pages.machines import downloads
from juesuan.pages.store import Store
from juesuan.pages.writer import Content, Writer
from tests.pages.made_facts import measure
from tests.pages.made_store import disclosure_of, store_of

SOURCE = "决算.txt"


def written(files: Iterable[tuple[str, Content]], folder: Path) -> list[str]:
    """Write the files, in their order."""
    writer, names = Writer(), []
    for name, content in files:
        writer.write(folder / name, content)
        names.append(name)
    return names


def package_of(facts: Facts, root: Path) -> Path:
    """The folder of a package with one table more that no file of the data is."""
    folder = root / "datapackages" / facts.disclosure_id
    (folder / "source").mkdir(parents=True)
    (folder / "source" / SOURCE).write_text("收入1.00万元。", encoding="utf-8")
    (folder / "data" / "kept").mkdir(parents=True)
    for name, rows in facts.tables.items():
        (folder / "data" / f"{name}.csv").write_text(csv_text(name, rows), encoding="utf-8")
    (folder / "datapackage.json").write_text("{}", encoding="utf-8")
    return folder


@pytest.fixture
def facts() -> Facts:
    return disclosure_of("jia-ju-2024", measures=[measure("overall", "1.00")])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Two disclosures, of which only the second has functions."""
    item = {"fund": "general_public_budget", "level": "item", "position": "1", "actual": "1.00"}
    return store_of(
        tmp_path_factory.mktemp("store"),
        disclosure_of("jia-ju-2024", measures=[measure("overall", "1.00")]),
        disclosure_of("yi-ju-2024", measures=[measure("overall", "2.00")], functions=[item]),
    )


def test_all_of_a_disclosure_can_be_taken_along(facts: Facts, tmp_path: Path) -> None:
    names = written(downloads.of_disclosure(facts, package_of(facts, tmp_path)), tmp_path / "site")
    tables = ("disclosure", "measures", "figures")
    assert sorted(names) == sorted([
        *(f"data/{name}.csv" for name in tables),
        *(f"parquet/{name}.parquet" for name in tables),
        *(f"jia-ju-2024.{kind}" for kind in ("zip", "xlsx", "json", "sqlite")),
        f"files/{SOURCE}", "datapackage.json", "SHA256SUMS",
    ])  # fmt: skip


def test_files_as_received_keep_their_bytes(facts: Facts, tmp_path: Path) -> None:
    folder, site = package_of(facts, tmp_path), tmp_path / "site"
    written(downloads.of_disclosure(facts, folder), site)
    assert (site / "files" / SOURCE).read_bytes() == (folder / "source" / SOURCE).read_bytes()
    table = folder / "data" / "measures.csv"
    assert (site / "data" / "measures.csv").read_bytes() == table.read_bytes()
    with zipfile.ZipFile(site / "jia-ju-2024.zip") as archive:
        assert archive.read(f"jia-ju-2024/source/{SOURCE}").decode() == "收入1.00万元。"


def test_the_sums_come_last_and_are_those_of_every_file(facts: Facts, tmp_path: Path) -> None:
    site = tmp_path / "site"
    names = written(downloads.of_disclosure(facts, package_of(facts, tmp_path)), site)
    assert names[-1] == "SHA256SUMS"
    sums = dict(
        reversed(line.split("  ", 1))
        for line in (site / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    )
    assert sums == {
        name: hashlib.sha256((site / name).read_bytes()).hexdigest() for name in names[:-1]
    }


@pytest.fixture(scope="module")
def whole(store: Store, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """Everything over all of the two, and the files in their order."""
    site = tmp_path_factory.mktemp("site")
    return site, written(downloads.over_all(store), site)


def test_over_all_each_table_is_one_file(whole: tuple[Path, list[str]]) -> None:
    site, names = whole
    for name in terms.resource_schemas():
        assert {f"d/all/{name}.csv", f"d/all/{name}.parquet"} <= set(names)
    lines = (site / "d/all/measures.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[0] for line in lines] == ["disclosure_id", "jia-ju-2024", "yi-ju-2024"]
    empty = (site / "d/all/glossary.csv").read_text(encoding="utf-8")
    assert len(empty.splitlines()) == 1, "a table that nobody has is its head"


def test_archives_over_all_hold_the_tables_that_there_are(
    store: Store, whole: tuple[Path, list[str]]
) -> None:
    site, names = whole
    assert {f"d/all/{name}" for name in downloads.archives_over_all(store)} <= set(names)
    with zipfile.ZipFile(site / "d/all/juesuan.zip") as archive:
        assert sorted(archive.namelist()) == [
            f"juesuan/{name}.csv" for name in ("disclosure", "figures", "functions", "measures")
        ]
        joined = (site / "d/all/measures.csv").read_bytes()
        assert archive.read("juesuan/measures.csv") == joined


def test_sums_over_all_are_those_of_every_file(whole: tuple[Path, list[str]]) -> None:
    site, names = whole
    told = (site / "d/all/SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert sorted(f"d/all/{line.split('  ', 1)[1]}" for line in told) == sorted(names[:-1])
    assert names[-1] == "d/all/SHA256SUMS"
    for line in told:
        digest, name = line.split("  ", 1)
        assert hashlib.sha256((site / "d/all" / name).read_bytes()).hexdigest() == digest


def test_results_of_all_checks_are_one_file(tmp_path: Path) -> None:
    check = {"rule": "N03", "subject": "all", "state": "pass", "statement": "相符"}
    store = store_of(tmp_path, disclosure_of("jia-ju-2024", checks=[check]))
    written(downloads.over_all(store), tmp_path / "site")
    told = json.loads((tmp_path / "site/d/all/checks.json").read_text(encoding="utf-8"))
    assert list(told) == ["checks"]
    assert [(row["disclosure_id"], row["state"]) for row in told["checks"]] == [
        ("jia-ju-2024", "pass")
    ]


@pytest.mark.parametrize(("most", "is_there"), [(5, True), (4, False)])
def test_a_workbook_is_there_while_it_is_a_tool(
    store: Store, monkeypatch: pytest.MonkeyPatch, most: int, is_there: bool
) -> None:
    """Two rows of disclosure, two measures, one function; the ledger does not count."""
    monkeypatch.setattr(downloads, "_WORKBOOK", most)
    assert ("juesuan.xlsx" in downloads.archives_over_all(store)) is is_there
    assert ("d/all/juesuan.xlsx" in dict(downloads.over_all(store))) is is_there

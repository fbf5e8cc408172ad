"""A disclosure of several files: added, published, shown, masked, built again."""

from __future__ import annotations

import csv
import json
import zipfile
from pathlib import Path

import pytest

from juesuan import collection, package
from juesuan.collection.conversion.sources import copied, read
from juesuan.collection.work.cache import Cache
from juesuan.errors import ConflictingSourceError, SourceError
from juesuan.parse import identify, parse
from tests.made_pdf import STYLES, Made
from tests.made_workbook import write_prose, write_workbook

PDFS = Path(__file__).parents[2] / "pdfs"


def given(folder: Path, made: Made | None = None) -> Path:
    """A folder with the prose and the workbook of a disclosure."""
    folder.mkdir(parents=True)
    made = made or Made()
    write_workbook(made, folder / "附件.xlsx")
    write_prose(made, folder / "说明.txt")
    return folder


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an added disclosure."""
    root = tmp_path_factory.mktemp("several")
    report = collection.add(root / "repo", [given(root / "in")], "made-up-2024", "2026-11-20")
    assert not report.unread
    return root / "repo" / "datapackages" / "made-up-2024"


def tables(path: Path) -> dict[str, list[dict[str, str]]]:
    document = read(sorted(path.iterdir()) if path.is_dir() else [path])
    head = {"fiscal_year": str(identify(document).year), "department": "示例局"}
    found = parse(document, "made-up-2024", head).tables
    return {name: list(map(dict, one)) for name, one in found.items() if name.startswith("table")}


@pytest.mark.slow
@pytest.mark.parametrize(("one_sheet", "named"), [(False, False), (True, False), (False, True)])
@pytest.mark.parametrize("style", ["chromium", "chromium-codes", "reportlab"])
def test_a_workbook_has_the_tables_of_the_pdf(
    tmp_path: Path, style: str, one_sheet: bool, named: bool
) -> None:
    made = Made(*STYLES[style])
    write_workbook(made, tmp_path / "t.xlsx", one_sheet, named)
    write_prose(made, tmp_path / "a.txt")
    found = tables(tmp_path)
    assert found == tables(PDFS / f"{style}.pdf") and len(found) == 9


@pytest.mark.slow
def test_files_and_places_are_published(added: Path) -> None:
    sources = rows(added, "sources")
    assert [one["file"] for one in sources] == ["说明.txt", "附件.xlsx"]
    assert rows(added, "disclosure")[0]["source_file"] == "说明.txt"
    about = json.loads((added / "datapackage.json").read_text(encoding="utf-8"))
    assert [one["version"] for one in about["sources"]] == [
        f"sha256:{one['sha256']}" for one in sources
    ]
    text = (added / "data" / "text.txt").read_text(encoding="utf-8").split("\n")
    assert text[int(sources[1]["first_line"]) - 1] == "收入支出决算总表"
    assert package.validate(added) == []


def test_each_figure_names_its_file_and_its_cell(added: Path) -> None:
    places = {one["figure_id"]: one for one in rows(added, "places")}
    figures = rows(added, "figures")
    assert places.keys() == {one["figure_id"] for one in figures}
    bound = next(one for one in figures if one["resource"] == "table1")
    place = places[bound["figure_id"]]
    assert (place["file"], place["sheet"], place["cell"]) == (
        "附件.xlsx", "收入支出决算总表", "B5",
    )  # fmt: skip
    assert bound["page"] == "1" and bound["box"] == ""
    prose = next(one for one in figures if one["resource"] == "measures")
    assert places[prose["figure_id"]]["file"] == "说明.txt" and prose["page"] == ""


@pytest.mark.slow
def test_what_was_added_is_proved_and_left_alone(added: Path) -> None:
    root = added.parent.parent
    assert [one.problems for one in collection.prove(root, jobs=1)] == [()]
    assert [one.state for one in collection.build(root, jobs=1)] == ["unchanged"]
    facts = package.load(added)
    assert not collection.is_outdated(added, facts)
    workbook = added / "source" / "附件.xlsx"
    before = workbook.read_bytes()
    workbook.write_bytes(before + b"x")
    try:
        assert collection.is_outdated(added, facts) and not Cache(root).is_current(added)
    finally:
        workbook.write_bytes(before)


def test_a_figure_of_the_workbook_is_told_with_its_file(added: Path) -> None:
    (checked,) = collection.checked(added.parent.parent)
    lines = list(collection.finding_lines(checked))
    assert lines[-1].startswith("made-up-2024: ")


@pytest.mark.slow
def test_an_archive_gives_the_same_and_the_same_is_refused(added: Path, tmp_path: Path) -> None:
    path = tmp_path / "决算.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted((added / "source").iterdir()):
            archive.write(file, f"2024/{file.name}")
    report = collection.add(tmp_path / "repo", path, "made-up-2024")
    other = tmp_path / "repo" / "datapackages" / "made-up-2024"
    assert (other / "data" / "table3.csv").read_bytes() == (
        added / "data" / "table3.csv"
    ).read_bytes()
    assert {one.name for one in other.iterdir()} == {"data", "datapackage.json", "source"}
    assert report.state == "built"
    with pytest.raises(ConflictingSourceError, match="the same content as made-up-2024"):
        collection.add(added.parent.parent, [added / "source" / "附件.xlsx", added / "source" / "说明.txt"])  # fmt: skip


@pytest.mark.slow
def test_nothing_is_written_of_what_is_refused(tmp_path: Path) -> None:
    folder = given(tmp_path / "in")
    (folder / "other.xlsx").write_bytes(b"PK\x03\x04 damaged")
    with pytest.raises(SourceError, match=r"other\.xlsx"):
        collection.add(tmp_path / "repo", [folder])
    assert not (tmp_path / "repo").exists()


@pytest.mark.slow
def test_masking_changes_only_the_file_that_holds_the_text(tmp_path: Path) -> None:
    folder = given(tmp_path / "in")
    with (folder / "说明.txt").open("a", encoding="utf-8") as file:
        file.write("\n三、联系人：欧阳小红，13812345678。")
    report = collection.add(tmp_path / "repo", [folder], "made-up-2024", "2026-11-20")
    place = tmp_path / "repo" / "datapackages" / "made-up-2024"
    workbook = (place / "source" / "附件.xlsx").read_bytes()
    assert "说明.txt:" in report.personal[0] and "13812345678" not in "".join(report.personal)
    done = collection.mask(place, "欧阳小红", "普通个人的姓名", "made", "2026-11-21")
    assert done.places == 1
    text = (place / "source" / "说明.txt").read_text(encoding="utf-8")
    assert "欧阳" not in text and "13812345678" not in text and "□□□□，□□□□□□□□□□□" in text
    assert (place / "source" / "附件.xlsx").read_bytes() == workbook
    assert "欧阳" not in (place / "data" / "text.txt").read_text(encoding="utf-8")


@pytest.mark.slow
def test_what_may_be_published_of_each_file(tmp_path: Path) -> None:
    folder = given(tmp_path / "in")
    copies = copied(sorted(folder.iterdir()), lambda document: [0] if document.encoding != "xlsx" else [])  # fmt: skip
    assert [path.name for path in copies.changed] == ["说明.txt"]
    assert copies.document.files[0].name == "说明.txt" and copies.document.text[0] == "□"

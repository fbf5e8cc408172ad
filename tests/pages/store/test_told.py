"""What is found between disclosures is told to whoever changes or adds to a collection."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from juesuan import collection
from juesuan.collection import ByHand, draft
from juesuan.pages import draft_page
from juesuan.pages.store import told
from juesuan.pages.store.told import between_draft, between_lines
from tests.check.between.conftest import text_before
from tests.collection.folder import bytes_of
from tests.made import disclosure

SAME_AGAIN = disclosure().replace("2023", "2022").replace("2024", "2023")
"""A year before that printed what this year prints, which its changes contradict."""


@pytest.fixture(scope="module")
def two_years(once_converted: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection of two years that contradict each other."""
    root = tmp_path_factory.mktemp("two years")
    shutil.copytree(once_converted, root / "datapackages")
    source = root / "datapackages" / "made-up-2023" / "source"
    source.mkdir(parents=True)
    (source / "made.txt").write_text(SAME_AGAIN, encoding="utf-8")
    collection.convert(source.parent)
    return root


@pytest.fixture
def root(two_years: Path, tmp_path: Path) -> Path:
    shutil.copytree(two_years / "datapackages", tmp_path / "root" / "datapackages")
    return tmp_path / "root"


def pin(root: Path, line: str, right: str) -> None:
    """Write that a person compared what a line tells, with this right side."""
    rule, subject = "B03", "organisation/headcount.serving"
    notes = root / "datapackages" / "made-up-2024" / "disclosure.toml"
    assert rule in line
    notes.write_text(
        f'[[pin]]\nrule = "{rule}"\nsubject = "{subject}"\nleft = "9"\nright = "{right}"\n'
        'note = "两份都是这样印的"\nby = "甲"\non = 2031-05-06\n',
        encoding="utf-8",
    )


def of_other(lines: list[str]) -> list[str]:
    return [one for one in lines if "B03 " in one and "在职人员" in one and "pin" not in one]


@pytest.mark.slow
def test_contradictions_are_told_with_both_ids(root: Path) -> None:
    lines = between_lines(root)
    assert lines and all(one.startswith("made-up-2024 and made-up-2023: B") for one in lines)
    assert len(of_other(lines)) == 1 and "≠ 2023年度公开的在职人员 10 人" in of_other(lines)[0]


@pytest.mark.slow
def test_what_another_checkout_has_as_well_is_nothing_new(
    root: Path, two_years: Path, once_converted: Path, tmp_path: Path
) -> None:
    assert between_lines(root, compare=two_years) == []
    shutil.copytree(once_converted, tmp_path / "base" / "datapackages")
    assert between_lines(root, compare=tmp_path / "base") == between_lines(root)


@pytest.mark.slow
def test_a_pin_says_that_a_person_looked_and_a_wrong_one_is_told(root: Path) -> None:
    (line,) = of_other(between_lines(root))
    pin(root, line, "10")
    assert of_other(between_lines(root)) == []
    pin(root, line, "11")
    lines = between_lines(root)
    assert lines[0].startswith(
        "made-up-2024: pin B03 organisation/headcount.serving: found no such"
    )
    assert len(of_other(lines)) == 1
    collection.convert(root / "datapackages" / "made-up-2024")  # it is no pin of the package's own


@pytest.mark.slow
def test_nothing_is_alleged_where_two_years_agree(converted: Path) -> None:
    source = converted / "datapackages" / "made-up-2023" / "source"
    source.mkdir(parents=True)
    (source / "made.txt").write_text(text_before(), encoding="utf-8")
    collection.convert(source.parent)
    assert between_lines(converted) == []


def drafted(root: Path, tmp_path: Path, text: str) -> collection.Draft:
    (tmp_path / "out").mkdir()
    path = tmp_path / "draft.txt"
    path.write_text(text, encoding="utf-8")
    return draft(root, [path], ByHand(), tmp_path / "out")


@pytest.mark.slow
def test_a_draft_is_compared_with_what_is_held_and_nothing_is_stored(
    converted: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    own = tmp_path_factory.mktemp("draft")
    before = bytes_of(converted)
    found = drafted(converted, own, SAME_AGAIN)
    rows = between_draft(converted, found)
    fails = {(row["disclosure_id"], row["rule"]) for row in rows if row["state"] == "fail"}
    assert ("made-up-2024", "B03") in fails, "the later one is held, and contradicts the draft"
    assert bytes_of(converted) == before
    page = draft_page(found, rows)
    part = page.partition('id="between"')[2].partition("<h2")[0]
    assert "B03" in part and "made-up-2024" in part and "没有可以比较的" not in part
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert {*re.findall(r'href="#([^"]+)"', page)} <= {*ids} and len(ids) == len({*ids})


@pytest.mark.slow
def test_a_newer_version_of_what_is_held_is_compared_with_the_year_before(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    own = tmp_path_factory.mktemp("draft")
    newer = disclosure().replace("公务接待费支出1.00万元", "公务接待费支出1.20万元")
    found = drafted(root, own, newer)
    assert found.state == "refused"
    rows = between_draft(root, found)
    assert {row["disclosure_id"] for row in rows} == {"made-up-2024"}
    assert any(row["state"] == "fail" and row["other_id"] == "made-up-2023" for row in rows)


@pytest.mark.slow
def test_of_a_large_collection_only_what_is_near_is_opened(
    converted: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the department the years around, of others those that may be a part of it, that year."""
    packages, own = converted / "datapackages", tmp_path_factory.mktemp("draft")
    found = drafted(converted, own, SAME_AGAIN)
    for year in (2019, 2022, 2023):
        shutil.copytree(packages / "made-up-2024", packages / f"made-up-{year}")
    for name in ("other-2023", "part-2023", "part-2022"):
        shutil.copytree(packages / "made-up-2024", packages / name)
    for folder in packages.glob("*-20*"):
        path = folder / "data" / "disclosure.csv"
        head, row = path.read_text(encoding="utf-8").splitlines()
        cells = dict(zip(head.split(","), row.split(","), strict=True))
        cells |= {"disclosure_id": folder.name, "fiscal_year": folder.name[-4:]}
        cells |= {"scope": "单位"} if folder.name.startswith("part") else {}
        path.write_text(f"{head}\n{','.join(cells.values())}\n", encoding="utf-8")
    opened: list[str] = []

    class Watched(told.Store):
        def __init__(self, root, names, elsewhere=None, kept=None) -> None:
            opened.extend(names)
            super().__init__(root, [found.facts.disclosure_id], elsewhere, kept)

    monkeypatch.setattr(told, "Store", Watched)
    assert found.facts.disclosure["scope"] == "部门"
    between_draft(converted, found)
    assert {*opened} == {
        "made-up-2022",
        "made-up-2023",
        "made-up-2024",
        "part-2023",
    }


@pytest.mark.slow
def test_a_draft_without_kin_is_compared_with_nothing(
    converted: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    own = tmp_path_factory.mktemp("draft")
    text = disclosure().replace("2024", "2031").replace("2023", "2030")
    found = drafted(converted, own, text)
    assert between_draft(converted, found) == ()
    assert "没有可以比较的" in draft_page(found, ())

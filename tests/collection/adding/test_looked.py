"""Looking at what is given, without writing anything."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from juesuan.collection.adding.by_hand import ByHand
from juesuan.collection.adding.looked import Entry, is_masked_copy, look, masked_length, received
from juesuan.errors import ConflictingSourceError, NotADisclosureError
from tests.made import disclosure


def file_of(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "in.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_it_is(tmp_path: Path) -> None:
    path = file_of(tmp_path, disclosure())
    found = look(Entry((path,)))
    assert (found.identity.department, found.identity.year) == ("某某市示例局", 2024)
    assert found.hashes == (hashlib.sha256(path.read_bytes()).hexdigest(),)
    assert found.length == len(disclosure()) and found.sample


@pytest.mark.slow
def test_a_maintainer_counts_before_the_title(tmp_path: Path) -> None:
    said = ByHand(department="另一个局", scope="本级", region_code="650100")
    found = look(Entry((file_of(tmp_path, disclosure()),), said)).identity
    assert (found.department, found.scope, found.region) == ("另一个局", "本级", "乌鲁木齐市")


@pytest.mark.slow
def test_a_text_without_a_title_needs_department_and_year(tmp_path: Path) -> None:
    path = file_of(
        tmp_path,
        disclosure().replace("某某市示例局（部门）2024年度", "", 1).replace("某某市示例局", "我们"),
    )
    with pytest.raises(NotADisclosureError):
        look(Entry((path,)))
    with pytest.raises(NotADisclosureError):
        look(Entry((path,), ByHand(department="某某市无名局")))
    found = look(Entry((path,), ByHand(department="某某市无名局", year="2024"))).identity
    assert (found.department, found.year) == ("某某市无名局", 2024)
    with pytest.raises(ConflictingSourceError, match="totals of fiscal year 2024"):
        look(Entry((path,), ByHand(department="某某市无名局", year="2019")))


def test_what_is_no_disclosure_is_none_by_hand_either(tmp_path: Path) -> None:
    path = file_of(tmp_path, "会议通知\n" * 50)
    with pytest.raises(NotADisclosureError):
        look(Entry((path,), ByHand(department="某某市无名局", year="2024")))


def as_page(path: Path) -> None:
    rows = "<tr><td>一、一般公共预算拨款收入</td><td>90.00</td></tr>"
    path.write_text(
        f"<html><head><meta charset='utf-8'><title>县政府</title></head><body><h1>{BUDGET}</h1>"
        f"<p>第一部分 部门概况</p><table>{rows}</table></body></html>",
        encoding="utf-8",
    )


def as_workbook(path: Path) -> None:
    book = openpyxl.Workbook()
    for name in ("部门收支总表", "一般公共预算支出表", "政府性基金预算支出表"):
        sheet = book.create_sheet(name)
        sheet.append([name])
        sheet.append(["单位：松岭县水务局", "2025年预算数"])
        sheet.append(["一、一般公共预算拨款收入", 90])
    book.save(path)


def as_text(path: Path) -> None:
    path.write_text(f"{BUDGET}\n目录\n第一部分 部门概况\n收入预算90.00万元。\n", encoding="utf-8")


BUDGET = "松岭县水务局2025年部门预算公开说明"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "write"), [("a.html", as_page), ("a.xlsx", as_workbook), ("a.txt", as_text)]
)
def test_a_budget_is_called_one_in_any_format(
    tmp_path: Path, name: str, write: Callable[[Path], None]
) -> None:
    write(tmp_path / name)
    with pytest.raises(NotADisclosureError, match=r"a department's budget .* for 2025"):
        look(Entry((tmp_path / name,)))


@pytest.mark.slow
def test_a_masked_copy_is_known_by_its_text(converted: Path, tmp_path: Path) -> None:
    folder = converted / "datapackages/made-up-2024"
    entry = Entry((file_of(tmp_path, disclosure()),))
    assert masked_length(folder) == -1
    source = folder / "source/made.txt"
    source.write_text(disclosure().replace("业务科", "□□□"), encoding="utf-8")
    notes = '[[mask]]\nkind = "name"\ncharacters = 3\nplaces = 1\nreason = "试"\nby = "x"\n'
    (folder / "disclosure.toml").write_text(notes, encoding="utf-8")
    assert masked_length(folder) == len(disclosure())
    assert is_masked_copy(entry, folder)
    source.write_text(disclosure().replace("业务科", "别的科"), encoding="utf-8")
    assert not is_masked_copy(entry, folder)


def test_files_whose_names_become_the_same_are_all_kept(tmp_path: Path) -> None:
    """Also where another file has the name that one of them would get."""
    (given := tmp_path / "given").mkdir()
    (into := tmp_path / "into").mkdir()
    names = ("2-a-b.txt", "A-B.txt", "a b.txt", "a+b.txt", "a=b.txt", "3-a-b.txt")
    for name in names:
        (given / name).write_text(f"text of {name}", encoding="utf-8")
    found = received([given / name for name in names], into)
    assert len({one.name.lower() for one in found}) == len(names)
    assert [one.read_text(encoding="utf-8") for one in found] == [f"text of {n}" for n in names]

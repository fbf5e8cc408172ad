"""Numbers of persons are masked before anything is made of a source, told, and recorded without themselves."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pikepdf
import pytest

from juesuan import package
from juesuan.collection import add, build, convert, markdown_report, report_lines
from juesuan.collection.conversion.privacy import protect, without_persons
from juesuan.errors import ConflictingSourceError, NoteError
from tests.collection.changing.test_mask import placed
from tests.conftest import ROOT
from tests.made import PROJECT, disclosure

NUMBERS = ("650102196807210331", "13812345678", "6228480012345678901")
TEXT = disclosure(
    project=PROJECT.replace("示例项目", "王建国抚恤金")
).replace(
    "本年增加。",
    "干部王建国（身份证号650102196807210331，手机138-1234-5678，农行卡6228 4800 1234 5678 901，"
    "信箱a@qq.com，单位电话0991-4646139）补发。",
)  # fmt: skip


def everything(folder: Path) -> str:
    files = [path for path in folder.rglob("*") if path.is_file()]
    text = "".join(path.read_text(encoding="utf-8") for path in files)
    return "".join(text.replace("-", "").split())


def given(tmp_path: Path, name: str = "made.txt", text: str = TEXT) -> Path:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.slow
def test_add_masks_records_and_tells(tmp_path: Path) -> None:
    report = add(tmp_path, given(tmp_path), "made-up-2024", "2026-11-21")
    folder = tmp_path / "datapackages" / "made-up-2024"
    held = everything(folder)
    assert not any(number in held for number in NUMBERS)
    assert "a@qq.com" in held and "09914646139" in held
    source = (folder / "source" / "made.txt").read_text(encoding="utf-8")
    assert len(source) == len(TEXT) and "手机□□□-□□□□-□□□□" in source
    masks = tomllib.loads((folder / package.NOTES).read_text(encoding="utf-8"))["mask"]
    assert {(one["kind"], one["places"], one["characters"]) for one in masks} == {
        ("id", 1, 18), ("mobile", 1, 11), ("card", 1, 19),
    }  # fmt: skip
    assert all(
        one["lines"] == [masks[0]["lines"][0]] and str(one["on"]) == "2026-11-21" for one in masks
    )
    told = "\n".join([*report_lines(report), markdown_report([report])])
    for what in (
        "a resident ID number, masked",
        "a mobile number, masked",
        "an e-mail address",
        "title of project p01",
    ):
        assert told.count(what) == 2, what
    assert (
        not any(number in told for number in NUMBERS)
        and "a@qq.com" not in told
        and "王建国" not in told.split("#")[1]
    )


@pytest.mark.slow
def test_the_ledger_keeps_a_row_without_a_value(tmp_path: Path) -> None:
    add(tmp_path, given(tmp_path), "made-up-2024")
    rows = package.load(tmp_path / "datapackages" / "made-up-2024").rows("figures")
    masked = [row for row in rows if "□" in row["text"]]
    assert [len(row["text"].replace(" ", "").replace("-", "")) for row in masked] == [18, 11, 19]
    assert {(row["value"], row["status"]) for row in masked} == {("", "prose")}
    assert [int(row["start"]) for row in rows] == sorted(int(row["start"]) for row in rows)


@pytest.mark.slow
def test_the_same_file_is_known_again(tmp_path: Path) -> None:
    add(tmp_path, given(tmp_path), "made-up-2024")
    with pytest.raises(ConflictingSourceError, match="the same content as made-up-2024"):
        add(tmp_path, given(tmp_path, "other.txt"), "made-other-2024")


@pytest.mark.slow
def test_build_masks_what_was_put_there_by_hand_and_goes_on_telling(tmp_path: Path) -> None:
    folder = placed(tmp_path)
    (folder / "source" / "made.txt").write_text(TEXT, encoding="utf-8")
    (first,) = build(tmp_path)
    assert first.state == "built" and not any(number in everything(folder) for number in NUMBERS)
    assert any("masked in everything published" in line for line in first.personal)
    (second,) = build(tmp_path, everything=True)
    assert [line for line in second.personal if "places are masked" in line] == [
        line for line in second.personal if line.startswith("1 places")
    ]
    assert sum("places are masked" in line for line in second.personal) == 3
    assert package.read_notes(folder).masks[0]["on"] == ""


@pytest.mark.slow
def test_a_source_without_any_stays_as_it_is(tmp_path: Path) -> None:
    folder = placed(tmp_path, disclosure())
    before = (folder / "source" / "made.txt").read_bytes()
    assert convert(folder).personal == () and not (folder / package.NOTES).exists()
    assert (folder / "source" / "made.txt").read_bytes() == before


@pytest.mark.slow
def test_the_name_of_a_file_holds_none(tmp_path: Path) -> None:
    with pytest.raises(NoteError, match="rename"):
        add(tmp_path, given(tmp_path, "王建国13812345678.txt"), "made-up-2024")


def test_a_remark_that_quotes_a_name_of_an_attachment_holds_none(tmp_path: Path) -> None:
    told = "an attachment that is not part of this file: 补助名单13812345678、a@qq.com.xls"
    masked = without_persons(told)
    assert masked.startswith("an attachment that is not part of this file: 补助名单□□□□□□□□□□□")
    assert len(masked) == len(told) and "@" not in masked
    plain = "line 12: 2,135.25 is read twice, 2010601 is no code, 0991-4646139"
    assert without_persons(plain) == plain
    folder = tmp_path / "made-up-2024"
    (folder / "source").mkdir(parents=True)
    paragraphs = "".join(f"<p>{line}</p>" for line in disclosure().splitlines()[:40])
    page = f"<html><body><div>{paragraphs}</div><p>附件：<a href='/a.xls'>名单13812345678.xls</a></p></body></html>"
    (folder / "source" / "made.html").write_text(page, encoding="utf-8")
    remarks = " ".join(protect(folder).document.remarks)
    assert "名单□" in remarks and "13812345678" not in remarks


@pytest.mark.slow
def test_files_in_a_pdf_are_told_though_its_copy_does_not_hold_them(tmp_path: Path) -> None:
    folder = tmp_path / "made-up-2024"
    (folder / "source").mkdir(parents=True)
    with pikepdf.open(ROOT / "tests" / "pdfs" / "reportlab.pdf") as pdf:
        pdf.attachments["决算表.xls"] = b"figures"
        pdf.save(folder / "source" / "made.pdf")
    remarks = protect(folder).document.remarks
    assert [one for one in remarks if "1 other file (决算表.xls), not read" in one]
    with pikepdf.open(folder / "source" / "made.pdf") as pdf:
        assert not pdf.attachments

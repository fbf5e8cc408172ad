"""The source as pages, and the files of evidence."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan import intake
from juesuan.model import Facts
from juesuan.package import Notes
from juesuan.pages.addresses import LINES_A_PAGE, SHARD
from juesuan.pages.disclosure.source import (
    begins,
    evidence_files,
    originals,
    picture_files,
    source_pages,
)
from juesuan.pages.markup import rendered


def test_every_line_is_on_its_page() -> None:
    text = "\r\n".join(str(number) for number in range(1, LINES_A_PAGE + 3))
    first, second = source_pages(text)
    assert (first.address, second.address) == ("source/", "source-2/")
    assert len(first.lines) == LINES_A_PAGE
    assert second.lines == [(501, "501"), (502, "502")]


@given(st.lists(st.text(st.characters(exclude_characters="\r\n"), max_size=3), max_size=1100))
def test_no_line_is_lost(lines: list[str]) -> None:
    shown = [line for page in source_pages("\n".join(lines)) for line in page.lines]
    assert shown == list(enumerate(lines or [""], start=1))


def figure(number: int, **cells: str) -> dict[str, str]:
    return {
        "figure_id": f"f{number:05}", "line": "1", "page": "", "box": "", "start": "2", "end": "6",
        "resource": "measures", "row": "overview/overall", "field": "actual", "value": "1.00",
        "unit": "万元", "text": "1.00", **cells,
    }  # fmt: skip


def test_evidence_comes_in_parts_that_name_their_source() -> None:
    about = {"source_file": "made.txt", "source_sha256": "0" * 64}
    rows = tuple(figure(number) for number in range(1, SHARD + 2))
    facts = Facts("made-up-2024", {"disclosure": (about,), "figures": rows})
    files = dict(evidence_files(facts, "收入1.00万元"))
    assert list(files) == ["evidence/0.json", "evidence/1.json"]
    part = json.loads(files["evidence/1.json"])
    assert part["source"] == ["made.txt", "0" * 64]
    assert part["f00401"] == [
        1, "收入", "1.00", "万元", "measures", "overview/overall", "actual", "1.00", "万元", "",
    ]  # fmt: skip


def test_a_figure_of_a_pdf_has_its_page_and_box() -> None:
    about = {"source_file": "made.pdf", "source_sha256": "0" * 64}
    row = figure(1, page="3", box="1.0 2.0 3.5 4.0")
    facts = Facts("made-up-2024", {"disclosure": (about,), "figures": (row,)})
    (part,) = (json.loads(content) for _, content in evidence_files(facts, "收入1.00万元"))
    assert part["f00001"][10:] == [3, [1.0, 2.0, 3.5, 4.0]]


def source_page(source_file: str, extracted: bool, wanted: Sequence[int] = ()) -> str:
    """A page of the source with two lines."""
    about = {"source_file": source_file, "source_sha256": "0" * 64}
    facts = Facts("made-up-2024", {"disclosure": (about,)})
    marks = begins(facts, [(line, "") for line in wanted])
    return rendered(
        "source.md",
        title="示例局", about=about, up="../", address="source/", pages=[("source/", 1, 2)],
        lines=[(1, "<b>一</b>"), (2, "二")], extracted=extracted, begins=marks,
        notes=Notes(), originals=originals(facts),
    )  # fmt: skip


def test_a_text_that_is_not_the_source_names_the_format_it_was_taken_from() -> None:
    page = source_page("决算.Docx", True, [2])
    assert "从 DOCX 文件" in page and "版面以 DOCX 为准" in page and "逐行照录" not in page
    assert page.index(">打开 DOCX<") > page.index('id="L1"'), "the page begins at line 2"
    assert page.count("打开") == 1 and "第 1 页" in page


def test_a_text_that_is_the_source_says_so_whatever_it_is_called() -> None:
    page = source_page("made.pdf", False)
    assert "所收文件 made.pdf 逐行照录" in page and "取出" not in page and "打开" not in page


def test_lines_of_the_source_are_text() -> None:
    assert "<span>&lt;b&gt;一&lt;/b&gt;</span>" in source_page("made.txt", False)


ABOUT = {"source_file": "made.pdf", "source_sha256": "0" * 64}
SEVERAL = tuple(
    {"file": name, "sha256": number * 64, "first_line": line}
    for name, number, line in (("a.pdf", "0", "1"), ("b.xlsx", "1", "5"), ("c.pdf", "2", "9"))
)


def place(number: int, file: str, sheet: str = "", cell: str = "") -> dict[str, str]:
    return {"figure_id": f"f{number:05d}", "file": file, "sheet": sheet, "cell": cell}


def test_pages_and_sheets_begin_in_their_files() -> None:
    facts = Facts("made-up-2024", {"disclosure": (ABOUT,), "sources": SEVERAL})
    found = begins(facts, [(1, ""), (3, ""), (5, "表1"), (9, "")])
    assert [(line, [one.text for one in marks]) for line, marks in found.items()] == [
        (1, ["文件 a.pdf", "第 1 页"]),
        (5, ["文件 b.xlsx", "工作表 表1"]),
        (9, ["文件 c.pdf", "第 1 页"]),
        (3, ["第 2 页"]),
    ]
    assert found[9][1].link == "files/c.pdf#page=1" and found[5][1].link == "files/b.xlsx"


def test_evidence_names_file_sheet_and_cell() -> None:
    rows = (figure(1, page="2", box="1.0 2.0 3.0 4.0"), figure(2, page="1"))
    places = (place(1, "c.pdf"), place(2, "b.xlsx", "表1", "D14"))
    facts = Facts(
        "made-up-2024",
        {"disclosure": (ABOUT,), "sources": SEVERAL, "figures": rows, "places": places},
    )
    (part,) = (json.loads(content) for _, content in evidence_files(facts, "收入1.00万元"))
    assert [name for name, _ in part["files"]] == ["a.pdf", "b.xlsx", "c.pdf"]
    assert part["f00001"][10:] == [2, [1.0, 2.0, 3.0, 4.0], 2, "", ""]
    assert part["f00002"][10:] == [0, [], 1, "表1", "D14"]


def test_pictures_are_of_each_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "pictures", lambda path, pages, _: dict.fromkeys(pages, path.name))
    rows = tuple(figure(i, page="3", status="bound") for i in (1, 2, 3))
    places = (place(1, "a.pdf"), place(2, "b.xlsx", "表1", "D14"), place(3, "c.pdf"))
    facts = Facts(
        "made-up-2024",
        {"disclosure": (ABOUT,), "sources": SEVERAL, "figures": rows, "places": places},
    )
    paths = [Path(name) for name in ("a.pdf", "b.xlsx", "c.pdf")]
    assert dict(picture_files(facts, paths)) == {
        "evidence/3.png": "a.pdf",
        "evidence/3-3.png": "c.pdf",
    }


def test_pictures_are_of_pages_on_which_figures_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    def drawn(path: Path, pages: list[int], scale: float) -> dict[int, bytes]:
        return {page: f"{path} {page}".encode() for page in pages}

    monkeypatch.setattr(intake, "pictures", drawn)
    pages = [("10", "bound"), ("3", "bound"), ("3", "bound"), ("4", "prose"), ("", "bound")]
    rows = tuple(figure(i, page=page, status=status) for i, (page, status) in enumerate(pages, 1))
    facts = Facts("made-up-2024", {"disclosure": (ABOUT,), "figures": rows})
    assert dict(picture_files(facts, [Path("made.pdf")])) == {
        "evidence/3.png": b"made.pdf 3",
        "evidence/10.png": b"made.pdf 10",
    }


def test_a_source_without_pages_has_no_pictures(tmp_path: Path) -> None:
    (tmp_path / "made.txt").write_text("收入1.00万元", encoding="utf-8")
    facts = Facts("made-up-2024", {"disclosure": (ABOUT,), "figures": (figure(1, status="bound"),)})
    assert list(picture_files(facts, [tmp_path / "made.txt"])) == []

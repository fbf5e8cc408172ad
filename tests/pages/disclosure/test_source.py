"""The source as pages, with an anchor for each line and figure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan import intake
from juesuan.model import Facts
from juesuan.package import Notes
from juesuan.pages.addresses import LINES_A_PAGE
from juesuan.pages.disclosure.hidden import received
from juesuan.pages.disclosure.source import (
    Line,
    begins,
    contents,
    originals,
    picture_files,
    source_pages,
)
from juesuan.pages.markup import rendered, signs

ABOUT = {"source_file": "made.pdf", "source_sha256": "0" * 64}


def figure(number: int, **cells: str) -> dict[str, str]:
    return {
        "figure_id": f"f{number:05}", "line": "1", "page": "", "box": "", "start": "2", "end": "6",
        "resource": "measures", "row": "overview/overall", "field": "actual", "value": "1.00",
        "unit": "万元", "text": "1.00", "status": "bound", **cells,
    }  # fmt: skip


def made(*figures: dict[str, str], **tables: tuple[dict[str, str], ...]) -> Facts:
    return Facts("made-up-2024", {"disclosure": (ABOUT,), "figures": figures, **tables})


def lines_of(facts: Facts, text: str, pages: Sequence[tuple[int, str]] = ()) -> list[Line]:
    found = source_pages(facts, text, pages)
    return [line for page in found for part in page.stretches for line in part.lines]


def test_every_line_is_on_its_page() -> None:
    text = "\r\n".join(str(number) for number in range(1, LINES_A_PAGE + 3))
    first, second = source_pages(made(), text)
    assert (first.address, first.first, first.last) == ("source/", 1, LINES_A_PAGE)
    assert (second.address, second.first, second.last) == ("source-2/", 801, 802)
    assert [line.content for line in second.stretches[0].lines] == ["801", "802"]


@pytest.mark.slow
@given(
    st.lists(
        st.text(st.characters(codec="ascii", exclude_characters="\r\n"), max_size=3), max_size=900
    )
)
def test_no_line_is_lost(lines: list[str]) -> None:
    shown = lines_of(made(), "\n".join(lines))
    assert [line.number for line in shown] == list(range(1, (len(lines) or 1) + 1))
    assert [line.content.striptags() for line in shown if "&" not in line.content] == [
        signs(line).striptags() for line in lines or [""] if "&" not in signs(line)
    ]


def test_each_figure_has_its_anchor_where_it_is_printed() -> None:
    text = "收入1.00万元\n<支出>2.50，其中3.00"
    rows = (
        figure(1),
        figure(2, start="13", end="17", status="prose"),
        figure(3, start="20", end="24", status="unread"),
    )
    first, second = lines_of(made(*rows), text)
    assert first.content == '收入<b id="f00001">1.00</b>万元'
    assert second.content == ('&lt;支出&gt;<b id="f00002">2.50</b>，其中<b id="f00003">3.00</b>')


def test_a_numeral_that_only_refers_has_none() -> None:
    (line,) = lines_of(made(figure(1, status="reference")), "收入1.00万元")
    assert line.content == "收入1.00万元"


def test_a_numeral_that_only_refers_has_one_where_a_check_cites_it() -> None:
    facts = made(figure(1, status="reference", resource=""), checks=({"figures": "f00009 f00001"},))
    (line,) = lines_of(facts, "年度2023内")
    assert line.content == '年度<b id="f00001">2023</b>内'


def test_a_figure_that_goes_on_in_the_next_line_begins_in_its_own() -> None:
    first, second = lines_of(made(figure(1, start="2", end="8")), "收入1,2\n34万元")
    assert first.content == '收入<b id="f00001">1,2</b>' and second.content == "34万元"


def test_a_figure_of_a_pdf_has_its_box_and_one_of_a_sheet_its_cell() -> None:
    rows = (figure(1, page="3", box="1.0 2.0 3.5 4.0"), figure(2, start="8", end="9"))
    (line,) = lines_of(made(*rows, places=(place(2, "b.xlsx", "表1", "D14"),)), "收入1.00万元5")
    assert '<b id="f00001" data-b="1.0 2.0 3.5 4.0">1.00</b>' in line.content
    assert '<b id="f00002" data-c="D14">5</b>' in line.content


def test_what_is_not_seen_is_shown_by_its_code_inside_a_figure_too() -> None:
    (line,) = lines_of(made(figure(1, end="7")), "收入1.\u202e00万元")
    assert '<b id="f00001">1.<code class="sign">U+202E</code>00</b>' in line.content


def test_a_figure_stands_under_the_heading_above_it_or_under_its_table() -> None:
    text = "一、收入支出决算总体情况说明\n收入1.00万元\n合计\t2.00"
    rows = (
        figure(1, line="2", start="17", end="21"),
        figure(2, line="3", start="27", end="31", resource="table2"),
    )
    head, first, second = lines_of(made(*rows), text)
    assert head.is_heading and not head.heading
    assert not first.is_heading and first.heading == ""
    assert second.heading == "表2 收入决算表"


def source_page(
    about: dict[str, str], extracted: bool, wanted: Sequence[int] = (), scans: Sequence[str] = ()
) -> str:
    """A page of the source with two lines."""
    facts = Facts("made-up-2024", {"disclosure": (about,), "figures": ()})
    pages = list(source_pages(facts, "<b>一</b>\n二", [(line, "") for line in wanted]))
    return rendered(
        "source.html",
        title="示例局", about=about, up="../", address="source/", pages=pages, page=pages[0],
        extracted=extracted, notes=Notes(), originals=originals(facts), copied=str, received=received,
        contents=contents(pages), unread=[], lost=0, scans=scans,
    )  # fmt: skip


def test_contents_name_each_heading_once_where_its_section_stands() -> None:
    text = "目录\n第一部分 概况\n一、职能\n\n第一部分 概况\n文。\n# **二、支出情况** #\n"
    facts = Facts("made-up-2024", {"disclosure": (ABOUT,), "figures": ()})
    found = contents(list(source_pages(facts, text)))
    assert [tuple(one) for one in found] == [
        ("一、职能", "source/#L3"),
        ("第一部分 概况", "source/#L5"),
        ("二、支出情况", "source/#L7"),
    ]


def test_a_text_that_is_not_the_source_names_the_format_it_was_taken_from() -> None:
    page = source_page({**ABOUT, "source_file": "决算.Docx"}, True, [2])
    assert "从 DOCX 文件" in page and "版面以 DOCX 为准" in page and "逐行照录" not in page
    assert page.index(">打开 DOCX<") > page.index('id="L1"'), "the page begins at line 2"
    assert page.count("打开") == 1 and "第 1 页" in page and '<ol start="2">' in page


def test_numbers_of_a_scan_know_that_they_were_recognised() -> None:
    assert "data-scan" not in source_page(ABOUT, True, [2])
    assert source_page(ABOUT, True, [2], scans=[""]).count(" data-scan") == 2
    assert "data-scan" not in source_page(ABOUT, True, [2], scans=["b.pdf"])


def test_a_text_that_is_the_source_says_so_whatever_it_is_called() -> None:
    page = source_page(ABOUT, False)
    assert "所收文件 made.pdf 逐行照录" in page and "取出" not in page and "打开" not in page


def test_lines_of_the_source_are_text() -> None:
    assert '<li id="L1">&lt;b&gt;一&lt;/b&gt;</li>' in source_page(ABOUT, False)


def test_a_page_that_goes_on_is_named_again() -> None:
    text = "\n".join("一" for _ in range(LINES_A_PAGE + 2))
    marks = [(1, ""), (LINES_A_PAGE - 1, "")]
    first, second = source_pages(made(figure(1, page="2", start="0", end="1")), text, marks)
    assert [one.text for part in first.stretches for one in part.under] == ["第 1 页", "第 2 页"]
    (part,) = second.stretches
    assert part.goes_on and [one.text for one in part.under] == ["第 2 页"]
    assert part.picture == "evidence/2.png" and first.stretches[0].picture == ""


SEVERAL = tuple(
    {"file": name, "sha256": number * 64, "first_line": line}
    for name, number, line in (("a.pdf", "0", "1"), ("b.xlsx", "1", "5"), ("c.pdf", "2", "9"))
)


def place(number: int, file: str, sheet: str = "", cell: str = "") -> dict[str, str]:
    return {"figure_id": f"f{number:05d}", "file": file, "sheet": sheet, "cell": cell}


def test_pages_and_sheets_begin_in_their_files() -> None:
    facts = Facts("made-up-2024", {"disclosure": (ABOUT,), "sources": SEVERAL, "figures": ()})
    found = begins(facts, [(1, ""), (3, ""), (5, "表1"), (9, "")])
    assert [(line, [one.text for one in marks]) for line, marks in found.items()] == [
        (1, ["文件 a.pdf", "第 1 页"]),
        (5, ["文件 b.xlsx", "工作表 表1"]),
        (9, ["文件 c.pdf", "第 1 页"]),
        (3, ["第 2 页"]),
    ]
    assert found[9][1].link == "files/c.pdf#page=1" and found[5][1].link == "files/b.xlsx"


def test_what_begins_in_a_file_stands_under_it() -> None:
    facts = made(sources=SEVERAL)
    (page,) = source_pages(facts, "\n".join("一" * 10), [(1, ""), (3, ""), (5, "表1"), (9, "")])
    assert [[one.text for one in part.under] for part in page.stretches] == [
        ["文件 a.pdf", "第 1 页"],
        ["文件 a.pdf", "第 2 页"],
        ["文件 b.xlsx", "工作表 表1"],
        ["文件 c.pdf", "第 1 页"],
    ]


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [("<p>收入 1.00 万元</p>", True), ("<br />收入", True), ("收入<支出", False), ("A<b款", False)],
)
def test_marks_of_a_web_page_are_told(text: str, expected: bool) -> None:
    (page,) = source_pages(made(), text)
    assert page.has_marks is expected

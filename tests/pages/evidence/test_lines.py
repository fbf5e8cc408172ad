"""Printed lines of a check: which are shown at once."""

from __future__ import annotations

from juesuan.pages.evidence.figures import Evidence
from juesuan.pages.evidence.lines import lines


def quote(line: str, text: str = "1.00", figure: str = "f1") -> dict[str, str]:
    return {
        "figure_id": figure, "line": line, "page": "", "heading": "", "before": "", "text": text,
        "after": "",
    }  # fmt: skip


EVIDENCE = Evidence({"disclosure_id": "made-up-2024", "source_file": "made.txt"}, [])


def shown(quotes: list[dict[str, str]]) -> tuple[list[str], list[str]]:
    found = lines(quotes, EVIDENCE)
    return [one.printed["line"] for one in found.shown], [one.printed["line"] for one in found.more]


def test_a_printed_line_is_shown_once_with_all_its_figures() -> None:
    found = lines([quote("1"), quote("2"), quote("1", "2.00", "f2")], EVIDENCE)
    assert [one.printed["line"] for one in found.shown] == ["1", "2"] and found.more == []
    assert [one["text"] for one in found.shown[0].beside] == ["2.00"]
    assert found.shown[0].links_beside == ["2.00"]


def test_zeros_among_addends_unfold_but_the_last_line_stays() -> None:
    quotes = [quote("1"), quote("2", "0.00"), quote("3", "2.00"), quote("4", "0.00")]
    assert shown(quotes) == (["1", "3", "4"], ["2"])
    zeros = [quote(str(number), "0.00") for number in range(1, 6)]
    assert shown(zeros) == (["1", "5"], ["2", "3", "4"])


def test_of_many_lines_the_first_and_the_last_ones() -> None:
    quotes = [quote(str(number)) for number in range(1, 21)]
    assert shown(quotes) == (["1", "2", "3", "4", "17", "18", "19", "20"], [
        str(number) for number in range(5, 17)
    ])  # fmt: skip


def test_words_lead_to_their_line() -> None:
    (one,) = lines([quote("7", "甲", "")], EVIDENCE).seen_from("../../x/").shown
    assert one.link == '<a href="../../x/source/#L7">甲</a>'


def test_a_quoted_row_of_a_table_is_cells() -> None:
    row = quote("3", "12.50") | {"before": "#### 其他资金 ｜ — ｜ ", "after": " ｜ **100**%"}
    (one,) = lines([row], EVIDENCE).shown
    assert one.cells == ["其他资金", "—", "<mark>12.50</mark>", "100%"]


def test_a_quoted_sentence_has_no_marks_and_no_cells() -> None:
    said = quote("3", "12.50") | {
        "before": "**2031 年度**<i>共 ",
        "after": " 万元",
        "heading": "## 二",
    }
    (one,) = lines([said], EVIDENCE).shown
    assert (one.cells, one.before, one.after, one.heading) == ([], "2031 年度<i>共 ", " 万元", "二")


def test_cells_are_text() -> None:
    row = quote("3", "1") | {"before": "<b>x</b> ｜ ", "after": ""}
    (one,) = lines([row], EVIDENCE).shown
    assert one.cells[0] == "&lt;b&gt;x&lt;/b&gt;"

"""The source as pages, and the files of evidence."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from juesuan.model import Facts
from juesuan.pages.addresses import LINES_A_PAGE, SHARD
from juesuan.pages.disclosure.source import evidence_files, source_pages


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

"""Lines that belong to the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import intake
from juesuan.intake.pdf.text.furniture import EdgeLine, furniture
from tests.intake.pdf.drawn import drawn


@pytest.mark.slow
def test_furniture_is_found_and_stays_in_the_text(tmp_path: Path) -> None:
    pages = [
        [(250, 30, "某局部门决算"), (50, 300 + i, f"正文{i}.00万元"), (290, 780, f"- {i} -")]
        for i in range(1, 6)
    ]
    document = intake.read(drawn(tmp_path / "a.pdf", *pages))
    found = [document.text[a:b] for a, b in document.furniture]
    assert [one for one in found if "决算" in one] == ["某局部门决算"] * 5
    assert [one.strip("- ") for one in found if "决算" not in one] == list("12345")


def test_a_number_at_the_foot_that_does_not_count_is_no_page_number() -> None:
    lines_ = [
        EdgeLine(1, "bottom", "2019", (0, 4)),
        EdgeLine(2, "bottom", "35", (9, 11)),
        EdgeLine(3, "bottom", "3", (20, 21)),
    ]
    assert furniture(lines_, 3) == set()
    assert furniture([*lines_, EdgeLine(4, "bottom", "4", (30, 31))], 4) == {(20, 21), (30, 31)}


def test_of_a_scan_a_header_is_known_however_it_was_read() -> None:
    texts = ["某某区示例局部门决算"] * 3 + [
        "某某区示例局部内决算",
        "某某区示例局部\ufffd决算",
        "收入决算表",
    ]
    found = [EdgeLine(page, "top", text, (page, 0)) for page, text in enumerate(texts, start=1)]
    found += [
        EdgeLine(page, "bottom", text, (page, 1))
        for page, text in ((2, "\ufffd—2-"), (5, "- 5\ufffd"))
    ]
    assert furniture(found, 6) == {(1, 0), (2, 0), (3, 0)}
    assert furniture(found, 6, is_scan=True) == {
        (1, 0),
        (2, 0),
        (3, 0),
        (4, 0),
        (5, 0),
        (2, 1),
        (5, 1),
    }

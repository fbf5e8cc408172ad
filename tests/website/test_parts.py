"""Generated parts of pages that are written by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.errors import WebsiteError
from juesuan.website.parts import continuation, continued, with_parts


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    (tmp_path / "d" / "parts").mkdir(parents=True)
    (tmp_path / "d" / "parts" / "a-1.html").write_text("<p>甲</p>\n<p>\\1</p>\n", encoding="utf-8")
    (tmp_path / "d" / "parts" / "b.html").write_text("<!-- part: a-1 -->乙", encoding="utf-8")
    return tmp_path


def test_a_part_stands_where_it_is_marked(drawn: Path) -> None:
    page = "<h2>题</h2>\n<!-- part: a-1 -->\n<p>丙</p>\n"
    assert with_parts(page, drawn, "x.html") == "<h2>题</h2>\n<p>甲</p>\n<p>\\1</p>\n<p>丙</p>\n"


def test_a_part_asks_for_no_other(drawn: Path) -> None:
    found = with_parts("<p>丁</p><!-- part: b -->", drawn, "x.html")
    assert found == "<p>丁</p><!-- part: a-1 -->乙"


def test_a_part_that_is_not_there_is_told(drawn: Path) -> None:
    with pytest.raises(
        WebsiteError, match=r"x/index.html: found .*part: c .*: a-1, b\. What to do"
    ):
        with_parts("<!-- part: c -->", drawn, "x/index.html")


def test_a_page_of_checks_goes_on_with_what_is_found_between(drawn: Path) -> None:
    page, name = "<h2>题</h2>\n<!-- between -->\n", "d/made-up-2024"
    assert continued(page, drawn, name) == "<h2>题</h2>\n\n"
    (drawn / "d" / "parts" / "between").mkdir()
    (drawn / "d" / "parts" / "between" / "made-up-2024.html").write_text("<p>乙</p>\n", "utf-8")
    assert continued(page, drawn, name) == "<h2>题</h2>\n<p>乙</p>\n"
    assert continued(page, drawn, "d/made-up-2023") == "<h2>题</h2>\n\n"
    assert continued("<p>甲</p>", drawn, name) == "<p>甲</p>"
    assert continuation(drawn, name) == "<p>乙</p>\n"


def test_a_first_page_names_what_contradicts_others(drawn: Path) -> None:
    page, name = "<h2>题</h2><!-- contradicted --><p>甲</p>", "d/made-up-2024"
    assert continued(page, drawn, name) == "<h2>题</h2><p>甲</p>"
    (drawn / "d" / "parts" / "between").mkdir()
    part = drawn / "d" / "parts" / "between" / "made-up-2024-first.html"
    part.write_text("<p>丙</p>\n", "utf-8")
    assert continued(page, drawn, name) == "<h2>题</h2><p>丙</p><p>甲</p>"
    assert continuation(drawn, name) == "<p>丙</p>\n", "a page is filled again where it changes"

"""What is said by hand becomes notes, or is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.collection.adding.by_hand import ByHand, begun, of_newer_files
from juesuan.errors import NoteError
from juesuan.package import notes_of_text
from juesuan.parse import Given

SAID = ByHand(
    "x-2024",
    "某某“甲”局",
    "https://www.example.org/a.html",
    "2024-09-20",
    "2026-11-20",
    "本级",
    "2024",
    "650100",
    "15",
    '第一行\n"第二行" \\ 完',
)


def test_what_is_said_stands_in_the_notes(tmp_path: Path) -> None:
    notes = notes_of_text(begun(tmp_path, "2026-11-29", SAID), "x")
    assert (notes.url, notes.published, notes.obtained) == (SAID.url, SAID.published, SAID.obtained)
    assert (notes.department, notes.scope, notes.year) == (SAID.department, "本级", 2024)
    assert notes.pages == (15, 15) and SAID.own_pages() == (15, 15)
    assert notes.added == "2026-11-29" and notes.region_code == "650100"
    assert SAID.given() == Given(SAID.department, 2024, "本级", "650100")


def test_what_is_not_said_is_shown_as_a_comment(tmp_path: Path) -> None:
    assert ByHand().own_pages() is None
    text = begun(tmp_path, "2026-11-29", ByHand(url="https://www.example.org/"))
    assert "\n# published = 2026-11-29\n" in text and "# url" not in text
    assert "added" not in begun(tmp_path, "", ByHand(url="https://www.example.org/"))


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("published", "gestern", "published = 'gestern'; expected a date"),
        ("published", "2024-02-31", "published = '2024-02-31'; expected a date"),
        ("obtained", "2024-01-01\nadded = 2000-01-01", "obtained = .*expected a date"),
        ("year", "24", "year = '24'; expected a fiscal year"),
        ("scope", "全部", "scope = '全部'; expected one of"),
        ("region_code", "999999", "region_code = '999999'"),
        ("url", "javascript:alert(1)", "expected an address that begins with"),
        ("department", "甲\u202e局", "expected no characters that are not seen"),
        ("note", 'x"\nunread = 1', ""),
    ],
)
def test_what_no_note_may_say_is_refused(key: str, value: str, message: str) -> None:
    said = ByHand(**{key: value})
    if message:
        with pytest.raises(NoteError, match=message):
            said.notes()
    else:
        assert said.notes().unread_limit is None


def test_newer_files_are_asked_anew_where_they_come_from(tmp_path: Path) -> None:
    text = begun(tmp_path, "2026-11-20", SAID) + "\n[limits]\nunread = 0\n"
    fresh = of_newer_files(text, "2026-11-29", ByHand(obtained="2026-11-28"))
    assert '\n# url = "https://"\n# published = 2026-11-29\nobtained = 2026-11-28\n' in fresh
    notes, kept = notes_of_text(fresh, "x"), notes_of_text(text, "x")
    assert (notes.url, notes.published, notes.obtained) == ("", "", "2026-11-28")
    assert (notes.department, notes.added, notes.pages) == (SAID.department, kept.added, (15, 15))
    assert notes.unread_limit == 0
    again = of_newer_files(fresh, "2026-11-30", ByHand(url=SAID.url))
    assert again.count("url") == 1 and again.count("published") == 1
    assert of_newer_files("", "", ByHand()) == ""


def test_an_origin_in_another_form_is_not_kept_in_silence() -> None:
    with pytest.raises(NoteError, match="take url out by hand"):
        of_newer_files('"u\\u0072l" = "https://www.example.org/"\n', "", ByHand())

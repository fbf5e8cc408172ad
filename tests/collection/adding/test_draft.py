"""A draft is read and checked as if it were added, and nothing of a collection changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.collection import ByHand, draft, remove
from juesuan.errors import NotADisclosureError
from tests.collection.folder import bytes_of
from tests.made import disclosure, of_year

WRONG = disclosure().replace("公务接待费支出1.00万元", "公务接待费支出1.20万元")


@pytest.fixture
def given(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "draft.txt"


def drafted(root: Path, given: Path, text: str, **said: str):
    given.write_text(text, encoding="utf-8")
    return draft(root, [given], ByHand(**said), given.parent / "out")


@pytest.mark.slow
def test_what_contradicts_itself_is_found_and_nothing_is_stored(
    converted: Path, given: Path
) -> None:
    before = bytes_of(converted)
    found = drafted(converted, given, WRONG.replace("2024", "2025").replace("2023", "2024"))
    assert (found.state, found.facts.disclosure_id) == ("new", "made-up-2025")
    fails = {row["rule"] for row in found.checked.checks if row["state"] == "fail"}
    assert {"N37", "N38"} <= fails and not found.is_clean
    given.unlink()
    out = {f"out/{one}" for one in bytes_of(converted / "out")}
    assert {one: told for one, told in bytes_of(converted).items() if one not in out} == before


@pytest.mark.slow
def test_what_adds_up_is_clean(converted: Path, given: Path) -> None:
    found = drafted(converted, given, of_year(2025))
    assert found.is_clean and not found.report.figures.get("unread")


@pytest.mark.slow
def test_what_add_would_say_is_said(converted: Path, given: Path) -> None:
    held = drafted(converted, given, disclosure())
    assert (held.state, held.said) == ("held", ("made-up-2024",))


@pytest.mark.slow
def test_a_year_that_is_there_is_refused_with_what_to_do(converted: Path, given: Path) -> None:
    found = drafted(converted, given, WRONG)
    assert found.state == "refused" and "`juesuan replace made-up-2024 FILE`" in found.said[0]
    assert found.checked.checks and found.facts.disclosure_id == "made-up-2024"


@pytest.mark.slow
def test_an_id_that_is_gone_is_told(converted: Path, given: Path) -> None:
    remove(converted, "made-up-2024", "误收", "甲", "2026-11-30")
    given = given.with_name("made-up-2024.txt")
    assert "was removed on 2026-11-30" in drafted(converted, given, WRONG).said[0]


@pytest.mark.slow
def test_it_works_without_a_collection_and_with_what_is_said_by_hand(
    tmp_path: Path, given: Path
) -> None:
    found = drafted(tmp_path, given, disclosure(), department="某某市另一局")
    assert (found.state, found.facts.disclosure["department"]) == ("alone", "某某市另一局")


@pytest.mark.slow
def test_numbers_of_persons_are_masked_in_all_of_it(tmp_path: Path, given: Path) -> None:
    found = drafted(tmp_path, given, disclosure().replace("业务科", "业务科13812345678"))
    assert "13812345678" not in found.text and "□" in found.text
    assert "13812345678" in given.read_text(encoding="utf-8")
    assert not any("13812345678" in one.read_text("utf-8") for one in found.folder.glob("*/*"))


@pytest.mark.slow
def test_what_is_no_disclosure_is_refused(tmp_path: Path, given: Path) -> None:
    with pytest.raises(NotADisclosureError):
        drafted(tmp_path, given, "会议通知\n" * 50)

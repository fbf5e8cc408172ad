"""Files over all disclosures are drawn again when something of what they show has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.pages.shared import keep, remove_but, shared_files, stand

FILES = ("d/all/a.csv", "d/parts/b.html", "d/rules/N01/index.body", "api/v1/index.json")


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    for name in (*FILES, "d/made-up-2024/index.body"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


def test_what_belongs_to_a_disclosure_is_none_of_them(drawn: Path) -> None:
    assert {name for name, _ in shared_files(drawn)} == set(FILES)


def test_what_is_not_drawn_any_more_goes_with_its_folder(drawn: Path) -> None:
    remove_but(drawn, [drawn / one for one in FILES[:2]])
    assert {name for name, _ in shared_files(drawn)} == set(FILES[:2])
    assert not (drawn / "d" / "rules" / "N01").exists()
    assert (drawn / "d" / "made-up-2024" / "index.body").is_file()


def test_files_stand_until_one_is_changed_added_or_lost(drawn: Path) -> None:
    assert not stand(drawn, "told")
    keep(drawn, "told")
    assert stand(drawn, "told") and not stand(drawn, "other") and not stand(drawn, "")
    (drawn / "d" / "all" / "new.csv").write_text("x", encoding="utf-8")
    assert not stand(drawn, "told")
    (drawn / "d" / "all" / "new.csv").unlink()
    assert stand(drawn, "told")
    (drawn / FILES[0]).write_text("longer than it was", encoding="utf-8")
    assert not stand(drawn, "told")
    keep(drawn, "")
    assert not stand(drawn, "")

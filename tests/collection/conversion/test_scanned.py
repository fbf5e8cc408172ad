"""A scan that has to be recognised first is, once, outside of the time of its disclosure."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from juesuan import collection, intake, package
from juesuan.collection.conversion import bounded
from juesuan.collection.conversion.scanned import recognising, scans
from juesuan.errors import UnrecognisedError
from juesuan.intake.scans import is_installed
from tests import scans as made_scans
from tests.made import understood
from tests.made_pdf import STYLES, Made
from tests.made_workbook import write_prose
from tests.scans import Look

NEEDED = UnrecognisedError("scan.pdf", "1 scanned pages", "their text", "have it recognised")


def test_work_is_done_again_after_each_scan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "scan.pdf").touch()
    told: list[tuple[str, int, int]] = []
    seen: list[Path] = []

    def recognise(path: Path, tell: intake.Tell) -> None:
        seen.append(path)
        tell(path.name, 1, 1)

    def work() -> str:
        if not seen:
            raise NEEDED
        return "read"

    monkeypatch.setattr(intake, "recognise", recognise)
    with scans(lambda *one: told.append(one)):
        assert recognising(tmp_path, work) == "read"
    assert seen == [tmp_path / "a" / "scan.pdf"] and told == [("scan.pdf", 1, 1)]


def test_what_stays_unrecognised_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def work() -> None:
        raise NEEDED

    monkeypatch.setattr(intake, "recognise", lambda path, tell: None)
    (tmp_path / "scan.pdf").touch()
    with pytest.raises(UnrecognisedError):
        recognising(tmp_path, work)


@pytest.mark.slow
def test_it_takes_nothing_of_the_time_of_a_disclosure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded.limits, "seconds", lambda: 1)
    with bounded.one_budget():
        with bounded.outside():
            time.sleep(1.8)
        assert bounded.bounded("a", lambda: 3) == 3


@pytest.mark.slow
@pytest.mark.skipif(not is_installed() and not os.environ.get("CI"), reason="needs `make ocr`")
def test_a_picture_among_files_is_recognised_once(tmp_path: Path) -> None:
    made = Made(*STYLES["chromium"])
    write_prose(made, tmp_path / "正文.txt")
    (tmp_path / "表7.jpg").write_bytes(next(made_scans.pictures(made_scans.PDF, [13], Look())))
    with scans():
        report = collection.add(
            tmp_path, [tmp_path / "正文.txt", tmp_path / "表7.jpg"], on="2026-01-02"
        )
    folder = tmp_path / "datapackages" / report.disclosure_id
    assert sorted(path.name for path in (folder / "source").iterdir())[-1] == "表7.jpg.pdf"
    notes = package.read_notes(folder)
    assert [(row["how"], row["file"]) for row in notes.copies] == [("recognised", "表7.jpg.pdf")]
    facts = package.load(folder)
    printed = understood(intake.read(made_scans.PDF)).table("table7")
    found = facts.table("table7")
    assert [row["actual"] for row in found] == [row["actual"] for row in printed]
    assert all(row["file"] for row in facts.rows("places"))
    before = {path.name: path.read_bytes() for path in (folder / "data").iterdir()}
    collection.convert(folder)
    assert before == {path.name: path.read_bytes() for path in (folder / "data").iterdir()}

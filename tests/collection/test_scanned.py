"""A scan that has to be recognised first is, once, outside of the time of its disclosure."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from juesuan import intake
from juesuan.collection import bounded
from juesuan.collection.scanned import recognising, scans
from juesuan.errors import UnrecognisedError

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


def test_it_takes_nothing_of_the_time_of_a_disclosure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded.limits, "seconds", lambda: 1)
    with bounded.one_budget():
        with bounded.outside():
            time.sleep(1.8)
        assert bounded.bounded("a", lambda: 3) == 3

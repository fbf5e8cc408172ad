"""Drawing one disclosure: whole or not at all, and known by what it was drawn from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from juesuan.collection.work.carried import places, taken
from juesuan.collection.work.worker import Done, Order, done
from juesuan.intake import limits
from juesuan.pages.addresses import Address
from juesuan.pages.draw import PRINT, REMADE, Job, draw, drawn_from, is_drawn, lost

NAME = "made-up-2024"


@pytest.fixture
def job(converted: Path) -> Job:
    return Job(converted, NAME, "this code", Address(""))


@pytest.mark.slow
def test_what_was_drawn_stands_until_what_it_was_drawn_from_changes(job: Job) -> None:
    assert not is_drawn(job)
    one = draw(job)
    assert (one.fault, one.notice) == ("", "")
    names = {path.relative_to(job.place).as_posix() for path in job.place.rglob("*.*")}
    assert {"index.body", "checks/index.body", f"{NAME}.zip", f"{NAME}.xlsx", PRINT} <= names
    assert one.files == len(names) + 2, "and its digest and its amounts"
    assert is_drawn(job) and job.digest.exists()
    assert not is_drawn(replace(job, code="other code"))
    assert not is_drawn(replace(job, failed=True))
    (job.package / "disclosure.toml").write_text("[limits]\nunread = 9\n", encoding="utf-8")
    assert not is_drawn(job)


@pytest.mark.slow
def test_without_its_digest_it_is_drawn_again(job: Job) -> None:
    draw(job)
    job.digest.unlink()
    assert not is_drawn(job)


@pytest.mark.slow
def test_what_cannot_be_drawn_leaves_nothing_and_is_told(job: Job) -> None:
    draw(job)
    (job.package / "data" / "measures.csv").write_text("damaged", encoding="utf-8")
    one = draw(job)
    assert one.fault.startswith(f"{NAME}: draw: ") and one.files == 0
    assert not job.place.exists() and not job.digest.exists()


@pytest.mark.slow
def test_what_is_drawn_from_a_package_made_anew_says_so_and_is_not_kept(job: Job) -> None:
    draw(replace(job, remade=job.package))
    assert REMADE in (job.place / "index.body").read_text(encoding="utf-8")
    assert not is_drawn(job)


@pytest.mark.slow
def test_a_process_that_was_ended_leaves_nothing(job: Job) -> None:
    draw(job)
    assert "ended from outside" in lost(job).fault
    assert not job.place.exists()


@pytest.mark.slow
def test_pages_over_all_use_the_package_and_its_digest_and_no_page(job: Job) -> None:
    with pytest.raises(OSError):
        drawn_from(job.root, NAME)
    draw(job)
    told = drawn_from(job.root, NAME)
    draw(replace(job, code="other code", failed=True))
    assert drawn_from(job.root, NAME) == told
    (job.package / "disclosure.toml").write_text("[limits]\nunread = 9\n", encoding="utf-8")
    draw(job)
    assert drawn_from(job.root, NAME)[0] != told[0]
    job.digest.write_text("{}", encoding="utf-8")
    assert drawn_from(job.root, NAME)[1] == b"{}"


@pytest.mark.slow
def test_it_is_drawn_alike_where_nothing_else_is(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the bytes of its folder alone, as on a worker of a cluster."""
    monkeypatch.setenv(limits.VARIABLE, "25")
    answer = done(Order(draw, job, taken(job), 25))
    assert isinstance(answer, Done) and not answer.made.same
    assert answer.result == draw(job)
    assert answer.made.changed == {
        place: (job.root / place).read_bytes() for place in places(job, job.root)
    }
    assert {f".cache/drawn/d/{NAME}/{PRINT}", f".cache/digests/{NAME}.json"} <= {
        *answer.made.changed
    }

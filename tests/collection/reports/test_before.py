"""What was published before, and what has changed since."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import collection
from juesuan.collection.reports.before import Before, changed_fails, refuse_vanished
from juesuan.errors import PackageError
from juesuan.model import Facts
from tests.made import disclosure

ROW = {"disclosure_id": "x-2024"}


def check(rule: str, state: str, pinned: str = "") -> dict[str, str]:
    return {
        "rule": rule,
        "subject": "all",
        "state": state,
        "statement": f"{rule} says",
        "pinned": pinned,
    }


def before(*checks: dict[str, str]) -> Before:
    return Before(Facts("x-2024", {"disclosure": (ROW,), "checks": checks}))


def test_nothing_before(tmp_path: Path) -> None:
    assert Before.of(tmp_path) == Before(None, ())


@pytest.mark.slow
def test_the_package_on_disk(repository) -> None:
    folder = repository(disclosure()) / "datapackages" / "made-up-2024"
    collection.convert(folder)
    found = Before.of(folder)
    assert found.remarks == () and found.facts is not None
    assert found.facts.disclosure["department"] == "某某市示例局"


def test_a_damaged_package_counts_as_none_and_is_remarked(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text("{", encoding="utf-8")
    found = Before.of(tmp_path)
    assert found.facts is None
    assert found.remarks[0].startswith("the package on disk was damaged and is written anew")


def test_a_resource_that_vanished_is_refused() -> None:
    now = Facts("x-2024", {"disclosure": (ROW,)})
    was = Before(Facts("x-2024", {"disclosure": (ROW,), "texts": (ROW,), "checks": (ROW,)}))
    with pytest.raises(PackageError, match=r"x-2024: texts was published"):
        refuse_vanished("x-2024", was, now)
    refuse_vanished("x-2024", Before(), now)
    refuse_vanished("x-2024", Before(now), was.facts)


def test_fails_that_are_new_and_that_are_gone() -> None:
    was = before(check("N01", "fail"), check("N02", "fail"), check("N03", "pass"))
    now = (check("N02", "fail"), check("N03", "fail"), check("N04", "fail", pinned="seen"))
    assert changed_fails(was, now) == (("N03 N03 says",), ("N01 N01 says",))
    assert changed_fails(Before(), now[:1]) == (("N02 N02 says",), ())

"""Pages are filled once; what changed is filled again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from juesuan.website.frame import Shape
from juesuan.website.units import KEPT, Unit, fill_all, page_of
from tests.website.made_frame import made_frame
from tests.website.made_site import ONE, disclosure, drawn_page, put

FRAMES = {Shape(n, hide): made_frame() for n in (2, 3) for hide in ((), ("navigation",))}


def unit(root: Path, key: str = "k") -> Unit:
    names = ("checks/index.body", "index.body", "x.csv")
    return Unit(root, f"d/{ONE}", [f"d/{ONE}/{one}" for one in names], FRAMES, key)


def filled_pages(root: Path, key: str = "k") -> list[int]:
    """Fill; when each kept page was written."""
    ((_, done),) = fill_all([unit(root, key)])
    assert done.faults == []
    return [path.stat().st_mtime_ns for path in sorted((root / KEPT).rglob("index.html"))]


def test_a_disclosure_is_filled_once(tmp_path: Path) -> None:
    disclosure(tmp_path, ONE)
    first = filled_pages(tmp_path)
    assert len(first) == 2 and filled_pages(tmp_path) == first
    page = (tmp_path / KEPT / "d" / ONE / "checks" / "index.html").read_text(encoding="utf-8")
    assert "<title>核对 - 站</title>" in page and "<a href=../#p>上</a>" in page


@pytest.mark.parametrize("what", ["drawn", "frames", "links"])
def test_what_changed_is_filled_again(tmp_path: Path, what: str) -> None:
    disclosure(tmp_path, ONE)
    before = filled_pages(tmp_path)
    if what == "drawn":
        disclosure(tmp_path, ONE, "别的")
    if what == "links":
        (tmp_path / KEPT / "d" / ONE / ".links.json").write_text("{", encoding="utf-8")
        (tmp_path / KEPT / "d" / ONE / ".filled.json").unlink()
    assert filled_pages(tmp_path, "other" if what == "frames" else "k") != before
    page = (tmp_path / KEPT / "d" / ONE / "index.html").read_text(encoding="utf-8")
    assert ("别的" in page) == (what == "drawn")


def test_only_the_page_that_changed_is_filled_again(tmp_path: Path) -> None:
    disclosure(tmp_path, ONE)
    checks, first = filled_pages(tmp_path)
    disclosure(tmp_path, ONE, "别的")
    again = filled_pages(tmp_path)
    assert again[0] == checks and again[1] != first


@pytest.mark.parametrize("record", ["", "{"])
def test_without_a_record_pages_stand_and_are_held_again(tmp_path: Path, record: str) -> None:
    disclosure(tmp_path, ONE)
    before, path = filled_pages(tmp_path), tmp_path / KEPT / "d" / ONE / ".filled.json"
    told = path.read_text("utf-8")
    path.write_text(record, encoding="utf-8")
    assert filled_pages(tmp_path) == before and path.read_text("utf-8") == told


def test_a_page_that_is_no_more_is_not_kept(tmp_path: Path) -> None:
    disclosure(tmp_path, ONE)
    filled_pages(tmp_path)
    put(tmp_path, f"d/{ONE}/index.body", drawn_page("题", ""))
    own = Unit(tmp_path, f"d/{ONE}", [f"d/{ONE}/index.body"], FRAMES, "k2")
    ((_, done),) = fill_all([own])
    assert done.faults == [] and not (tmp_path / KEPT / "d" / ONE / "checks").exists()


def test_a_published_page_is_not_written_into(tmp_path: Path) -> None:
    disclosure(tmp_path, ONE)
    filled_pages(tmp_path)
    page, published = tmp_path / KEPT / "d" / ONE / "index.html", tmp_path / "published.html"
    published.hardlink_to(page)
    before = published.read_bytes()
    disclosure(tmp_path, ONE, "别的")
    filled_pages(tmp_path)
    assert published.read_bytes() == before != page.read_bytes()


def test_without_a_fingerprint_the_drawn_bytes_count(tmp_path: Path) -> None:
    disclosure(tmp_path, ONE)
    (tmp_path / unit(tmp_path).root / ".cache" / "drawn" / "d" / ONE / ".fingerprint").unlink()
    first = filled_pages(tmp_path)
    assert filled_pages(tmp_path) == first
    disclosure(tmp_path, ONE, "别的")
    (tmp_path / unit(tmp_path).root / ".cache" / "drawn" / "d" / ONE / ".fingerprint").unlink()
    assert filled_pages(tmp_path) != first


def test_links_that_leave_are_told_and_those_that_lead_nowhere_are_faults(tmp_path: Path) -> None:
    disclosure(tmp_path, ONE)
    ((_, done),) = fill_all([unit(tmp_path)])
    assert dict(done.targets) == {"about/index.html": [""]}
    ((_, again),) = fill_all([unit(tmp_path)])
    assert (again.faults, dict(again.targets)) == (done.faults, dict(done.targets))
    put(tmp_path, f"d/{ONE}/checks/index.body", drawn_page("核对", '<a href="../#q">上</a>'))
    (told,) = [done for _, done in fill_all([unit(tmp_path, "new")])]
    assert told.faults == [
        f"d/{ONE}/index.html: found a link to d/{ONE}/checks/index.html#c, which is not there",
        f"d/{ONE}/checks/index.html: found a link to d/{ONE}/index.html#q, which is not there",
    ] or told.faults == sorted(told.faults)
    assert len(told.faults) == 2 and not (tmp_path / KEPT / "d" / ONE / ".filled.json").exists()


def test_a_page_that_hides_what_is_unknown_is_a_fault(tmp_path: Path) -> None:
    disclosure(tmp_path, ONE)
    put(tmp_path, f"d/{ONE}/index.body", drawn_page("题", "", "footer"))
    ((_, done),) = fill_all([unit(tmp_path)])
    assert len(done.faults) == 1 and "found hide ['footer']" in done.faults[0]


@pytest.mark.slow
def test_many_are_filled_by_several_processes_and_are_the_same(tmp_path: Path) -> None:
    names = [f"made-up-{2000 + n}" for n in range(14)]
    units = []
    for name in names:
        disclosure(tmp_path, name)
        units.append(Unit(tmp_path, f"d/{name}", [f"d/{name}/{one}" for one in ("checks/index.body", "index.body", "x.csv")], FRAMES, "k"))  # fmt: skip
    told = {unit.name: done for unit, done in fill_all(units, jobs=2)}
    assert len(told) == 14 and not any(done.faults for done in told.values())
    pages = [path.read_text("utf-8") for path in (tmp_path / KEPT).rglob("checks/index.html")]
    assert len(pages) == 14 and len(set(pages)) == 1
    record = json.loads((tmp_path / KEPT / "d" / names[0] / ".filled.json").read_text("utf-8"))
    assert record["targets"] == {"about/index.html": [""]}


def test_the_page_of_a_body() -> None:
    assert page_of("d/x/index.body") == "d/x/index.html"

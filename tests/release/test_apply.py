"""The delta applied to the earlier release gives the later one, whatever changed."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.release.made_release import HEAD, Table, issue, items, terms

from juesuan.errors import PackageError
from juesuan.pages import Edition
from juesuan.release import packed
from juesuan.release.apply import apply
from juesuan.release.delta import Delta

EDITION = Edition("2026.04", "2026-04-01T00:00:00Z")
IDS = ("a-2023", "a-2024", "b-2024")
TEXT = st.text(alphabet='甲乙1.,"\n ', max_size=3)


def applied(place: Path, old: dict[str, Table], new: dict[str, Table]) -> dict[str, bytes]:
    """What the delta makes of the earlier release: the files that it gives."""
    before = issue(place / "a.zip", "2026.03", old)
    now = issue(place / "b.zip", "2026.04", new)
    packed.write(place / "delta.zip", Delta(before, now), EDITION)
    assert apply(place / "a.zip", place / "delta.zip", place / "made") == "2026.04"
    return {path.name: path.read_bytes() for path in (place / "made").iterdir()}


def wanted(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name.removeprefix("juesuan/"): archive.read(name) for name in archive.namelist()}


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Table]:
    """Lines of spending, numbered in their order, and terms; the disclosures in any order."""
    ids = draw(st.permutations(IDS))[: draw(st.integers(0, 3))]
    lines: list[Sequence[str]] = []
    defined: list[Sequence[str]] = []
    for one in ids:
        own = draw(
            st.lists(st.tuples(st.sampled_from("甲乙丙"), st.sampled_from("123")), max_size=5)
        )
        lines += [(one, str(at), item, amount) for at, (item, amount) in enumerate(own, 1)]
        names = draw(st.lists(st.sampled_from("天地人和"), unique=True, max_size=4))
        defined += [(one, name, draw(TEXT)) for name in names]
    found = {"functions": items(*lines), "glossary": terms(*defined)}
    if draw(st.booleans()):
        wide = [(*row, draw(st.sampled_from(["", "x", "y"]))) for row in found["functions"].rows]
        columns = (*HEAD[:4], *HEAD[4:], "usage") if draw(st.booleans()) else (*HEAD, "reason")
        found["functions"] = Table(columns, found["functions"].key, wide)
    if draw(st.integers(0, 4)) == 0:
        del found["glossary"]
    return found


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(tables(), tables())
def test_it_gives_the_later_release_byte_for_byte(
    old: dict[str, Table], new: dict[str, Table]
) -> None:
    with tempfile.TemporaryDirectory() as place:
        assert applied(Path(place), old, new) == wanted(Path(place) / "b.zip")


def test_another_release_is_refused(tmp_path: Path) -> None:
    row = ("a-2024", "甲", "一")
    applied(tmp_path, {"glossary": terms(row)}, {"glossary": terms()})
    issue(tmp_path / "c.zip", "2026.02", {"glossary": terms(row)})
    with pytest.raises(PackageError, match=r"found the release 2026.02; expected 2026.03"):
        apply(tmp_path / "c.zip", tmp_path / "delta.zip", tmp_path / "other")
    with pytest.raises(PackageError, match="expected nothing there"):
        apply(tmp_path / "a.zip", tmp_path / "delta.zip", tmp_path / "made")
    with pytest.raises(PackageError, match=r"no after.json|found the release"):
        apply(tmp_path / "a.zip", tmp_path / "a.zip", tmp_path / "other")


def test_a_delta_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    applied(tmp_path, {"glossary": terms()}, {"glossary": terms(("a-2024", "甲", "一"))})
    with (
        zipfile.ZipFile(tmp_path / "delta.zip") as archive,
        zipfile.ZipFile(tmp_path / "bad.zip", "w") as bad,
    ):
        for name in archive.namelist():
            text = archive.read(name).decode()
            bad.writestr(
                name,
                text.replace('"glossary.csv"', '"../glossary.csv"') if "after" in name else text,
            )
    with pytest.raises(PackageError):
        apply(tmp_path / "a.zip", tmp_path / "bad.zip", tmp_path / "other")
    assert not (tmp_path / "glossary.csv").exists()

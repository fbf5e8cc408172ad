"""The pictures of the architecture are those of the code."""

from __future__ import annotations

import re

from tools.imports import ROOT, count, rooms

from tools import architecture

PLACES = ("", *(path.name for path in sorted(ROOT.iterdir()) if (path / "__init__.py").exists()))


def test_the_pictures_are_up_to_date() -> None:
    """`make pictures` writes them anew."""
    assert architecture.PAGE.read_text(encoding="utf-8") == architecture.page()


def test_a_picture_has_each_room_once_and_no_unknown_one() -> None:
    text = architecture.picture("")
    drawn = re.findall(r'^  (r_\w+)\["', text, re.MULTILINE)
    told = re.findall(r"`(\w+)`", text.partition("not drawn: ")[2])
    assert sorted([*drawn, *(f"r_{name}" for name in told)]) == sorted(
        f"r_{name.strip('_')}" for name in rooms("")
    )
    ends = re.findall(r"(r_\w+) --> (r_\w+)", text)
    assert {one for pair in ends for one in pair} <= set(drawn)
    assert len(ends) < count(rooms(""))

"""Draws the pictures of ``docs/architecture.md`` from imports: ``python -m tools.architecture``.

Between two marks of the page stands a picture of one place; the page is written anew where the
imports have changed, and a test holds that it is up to date.
"""

from __future__ import annotations

import re
from pathlib import Path

from tools.imports import ROOT, Arrows, count, essential, rooms

PAGE = Path(__file__).resolve().parent.parent / "docs" / "architecture.md"

_MARK = re.compile(r"<!-- picture: (?P<place>[\w.]*) -->\n.*?<!-- end -->", re.DOTALL)
_GROUND = 0.5
"""A room that more than this share of the others imports is ground: its arrows are not drawn."""


def picture(place: str) -> str:
    """The picture of a place as Mermaid's flowchart, with what it leaves out in a sentence."""
    arrows = rooms(place)
    ground = _ground(arrows)
    drawn = {
        name: others - ground
        for name, others in essential(_without(arrows, ground)).items()
        if name not in ground
    }
    lines = ["```mermaid", "flowchart TD"]
    lines += [f'  {_id(name)}["{name}{_end(place, name)}"]' for name in drawn]
    lines += [
        f"  {_id(name)} --> {_id(one)}" for name, others in drawn.items() for one in sorted(others)
    ]
    lines += ["```", ""]
    told = f"{len(arrows)} rooms, {count(arrows)} imports among them."
    if ground:
        names = ", ".join(f"`{name}`" for name in sorted(ground))
        told += f" The ground, which most rooms use, is not drawn: {names}."
    return "\n".join([*lines, told + " What a longer way implies is not drawn either."])


def _ground(arrows: Arrows) -> set[str]:
    """Rooms that most others use and that stand on nothing but such rooms."""
    used = {name: sum(name in others for others in arrows.values()) for name in arrows}
    many = {name for name, number in used.items() if number > _GROUND * (len(arrows) - 1)}
    ground: set[str] = set()
    while more := {name for name in many - ground if arrows[name] <= ground}:
        ground |= more
    return ground


def _without(arrows: Arrows, left_out: set[str]) -> Arrows:
    return {name: others - left_out for name, others in arrows.items() if name not in left_out}


def _id(name: str) -> str:
    return f"r_{name.strip('_')}"


def _end(place: str, name: str) -> str:
    folder = ROOT.joinpath(*place.split("."), name) if place else ROOT / name
    return "/" if folder.is_dir() else ".py"


def page() -> str:
    """The page with its pictures drawn anew."""

    def drawn(match: re.Match[str]) -> str:
        place = match["place"]
        return f"<!-- picture: {place} -->\n\n{picture(place)}\n\n<!-- end -->"

    return _MARK.sub(drawn, PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

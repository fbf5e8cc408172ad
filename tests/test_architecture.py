"""Who may know whom: stages meet in the model, wings of the pages on their ground floor.

The imports are read from the code by ``tools/imports.py``, which also draws the pictures of
``docs/architecture.md``.
"""

from __future__ import annotations

import ast

import pytest
from tools.house import GENERATED
from tools.imports import ROOT, circles, rooms

BASE = {"errors", "amount", "rows", "model", "terms"}
MAY = {
    "errors": set(),
    "version": set(),
    "reach": set(),
    "hashes": set(),
    "beside": set(),
    "amount": set(),
    "rows": set(),
    "model": {"rows"},
    "terms": {"errors", "amount"},
    "intake": BASE,
    "parse": BASE,
    "package": BASE,
    "check": BASE,
    "personal": BASE,
    "collection": BASE
    | {"reach", "hashes", "beside", "intake", "parse", "package", "check", "personal"},
    "pages": BASE | {"reach", "hashes", "beside", "intake", "package", "check", "collection"},
    "website": {"errors", "reach", "beside", "collection", "pages"},
    "release": BASE | {"hashes", "package", "collection", "pages"},
    "cli": BASE | {"package", "check", "collection", "pages", "website", "release"},
    "frames": {"errors", "beside", "terms"},
    "__main__": {"cli", "errors"},
}
"""Each room and the rooms that it may import."""

GROUND = {
    "addresses": set(),
    "limits": set(),
    "tags": set(),
    "writer": set(),
    "shared": {"addresses"},
    "evidence": {"addresses"},
    "telling": {"evidence"},
    "markup": {"addresses", "telling"},
    "digest": {"addresses", "evidence"},
    "store": {"addresses", "digest", "evidence"},
}
"""The ground floor of the pages, which all wings share, and what of it each part may import."""

WINGS = {"charts": set(), "disclosure": {"charts"}, "across": set(), "machines": set()}
"""The wings of the pages, and which others each may import beside the ground floor."""


FLOORS = {
    "collection": {
        "disk": set(),
        "departments": {"disk"},
        "reports": set(),
        "conversion": {"disk", "reports"},
        "work": {"disk", "reports", "conversion"},
        "adding": {"disk", "departments", "reports", "conversion", "work"},
        "changing": {"disk", "departments", "reports", "conversion", "work", "adding"},
    },
    "intake.pdf": {
        "raw": set(),
        "supervise": {"raw"},
        "text": set(),
        "tables": {"text"},
        "page": {"supervise", "text", "tables"},
        "told": {"supervise", "text", "tables"},
        "write": {"supervise", "text", "tables", "page", "told"},
        "read": {"supervise", "text", "tables", "page", "told", "write"},
        "publishing": {"raw", "supervise", "read"},
    },
    "pages.across": {
        "data": set(),
        "gone": set(),
        "news": set(),
        "examples": set(),
        "plain": {"examples"},
        "table": set(),
        "board": set(),
        "dictionary": {"plain"},
        "english": {"table"},
        "lists": {"table"},
        "matrix": {"table"},
        "projects": {"table"},
        "topics": {"table"},
        "departments": {"board", "projects", "table", "topics"},
    },
    "pages.machines": {
        "names": set(),
        "embed": set(),
        "search": set(),
        "files": set(),
        "exports": {"files"},
        "interface": {"names"},
        "citations": {"names"},
        "downloads": {"citations", "files"},
        "described": {"downloads", "names"},
    },
    "parse.prose": {
        "texts": set(),
        "units": set(),
        "lexer": set(),
        "sections": {"texts"},
        "stops": {"lexer", "sections"},
        "blanks": {"lexer", "sections", "stops"},
        "walk": {"lexer"},
        "recording": {"lexer", "sections", "stops", "texts"},
        "lists": {"sections", "stops", "texts", "units"},
        "evaluations": {"sections"},
        "narrative": {"lexer", "sections", "stops", "blanks", "texts", "walk", "recording"},
    },
    "parse.statutory": {
        "again": set(),
        "grid": set(),
        "proof": {"grid"},
        "finding": {"grid"},
        "units": {"grid", "finding"},
        "shapes": {"grid", "finding"},
        "doubts": {"grid", "finding", "shapes"},
        "prints": {"again", "grid", "proof", "finding", "units", "shapes", "doubts"},
        "read": {"finding", "units", "doubts", "prints"},
    },
}
"""Rooms inside of rooms, from the ground up, and what each of them may import."""


@pytest.mark.slow
def test_data_flows_one_way() -> None:
    found = rooms()
    assert found.keys() == MAY.keys()
    assert {name: others - MAY[name] for name, others in found.items() if others - MAY[name]} == {}


@pytest.mark.parametrize("place", FLOORS)
def test_rooms_inside_stand_on_those_below(place: str) -> None:
    may, found = FLOORS[place], rooms(place)
    assert found.keys() == may.keys()
    assert {name: others - may[name] for name, others in found.items() if others - may[name]} == {}


TOGETHER = {
    "draw": {"disclosure", "machines"},
    "draft": {"disclosure"},
    "over": {"across", "machines"},
    "render": {"draw", "over"},
}
"""What brings wings together: one disclosure, all of them, and what spreads the work."""


def test_wings_meet_where_they_are_brought_together() -> None:
    may = GROUND | {one: others | GROUND.keys() for one, others in (WINGS | TOGETHER).items()}
    found = rooms("pages")
    assert found.keys() - {"templates"} == may.keys()
    for name, allowed in may.items():
        assert found[name] <= allowed, name
    assert all(found[one] >= others for one, others in TOGETHER.items())


def test_no_way_leads_round() -> None:
    places = ["", *(path.parent for path in ROOT.rglob("__init__.py") if path.parent != ROOT)]
    names = [".".join(one.relative_to(ROOT).parts) if one else "" for one in places]
    assert {name: circles(rooms(name)) for name in names if circles(rooms(name))} == {}


def test_only_the_command_line_prints_or_exits() -> None:
    for path in ROOT.rglob("*.py"):
        called = {
            node.func.id
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        is_cli = path.relative_to(ROOT).parts[0] == "cli"
        assert is_cli or not called & {"print", "exit", "input"}, path


def test_modules_stay_small() -> None:
    for path in ROOT.rglob("*.py"):
        lines = path.read_text(encoding="utf-8").count("\n")
        assert path.relative_to(ROOT).as_posix() in GENERATED or lines <= 400, path

"""What the pages for maintainers name is there: files, definitions in them, commands, make targets."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from juesuan.cli import app

ROOT = Path(__file__).resolve().parent.parent
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted(ROOT.glob("docs/*.md")),
]
PLACES = (
    ROOT,
    ROOT / "scripts" / "juesuan",
    ROOT / "scripts" / "juesuan" / "terms" / "data",
    ROOT / "tests",
)
GENERATED = {
    "docs/d/",
    "docs/api/",
    "site/",
    "datapackages/ID/disclosure.toml",
    "tests/readings/ID.json",
}

_CODE = re.compile(r"`([^`\n]+)`")
_FILE = re.compile(r"[\w./-]+(?:\.(?:py|toml|csv|md|j2|yml|txt|json)|/)")
_DEFINED = re.compile(r"`(?P<file>[\w./]+\.py)`:? `(?P<name>\w+(?:\.\w+)?)`")


def named(path: Path) -> list[str]:
    return _CODE.findall(
        re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    )


def exists(name: str) -> bool:
    return any((place / name).exists() for place in PLACES)


def definitions(path: Path) -> set[str]:
    """Names that a module defines, members of classes as ``Class.member``."""
    found: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            inside = (one for one in node.body if isinstance(one, ast.FunctionDef))
            found |= {f"{node.name}.{one.name}" for one in inside}
        if isinstance(node, ast.Assign):
            found |= {one.id for one in node.targets if isinstance(one, ast.Name)}
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_files_that_a_page_names_are_there(page: Path) -> None:
    files = {one for one in named(page) if _FILE.fullmatch(one) and "/" in one}
    wanted = {
        one
        for one in files
        if not one.startswith((".cache/", "api/", "d/", "data/", "source/", "/"))
    }
    made = {one for one in wanted if one in GENERATED or one.startswith(("docs/d/", "docs/api/"))}
    assert sorted(one for one in wanted - made if not exists(one)) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_definitions_that_a_page_names_are_there(page: Path) -> None:
    for match in _DEFINED.finditer(page.read_text(encoding="utf-8")):
        (path,) = [place / match["file"] for place in PLACES if (place / match["file"]).exists()]
        assert match["name"] in definitions(path), match[0]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_commands_that_a_page_names_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    commands = {command.name or command.callback.__name__ for command in app.registered_commands}
    told = set(re.findall(r"(?:`|bin/|^)juesuan ([a-z]+)", text, re.MULTILINE))
    assert told <= commands
    targets = set(
        re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert set(re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE)) <= targets

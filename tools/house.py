"""What is measured of the code: ``python -m tools.house`` prints it, a test holds the bounds.

A branch is a decision of a reader: ``if``, ``elif``, a loop, a conditional expression, each ``and``
or ``or``, a clause of a comprehension, ``except``, ``case``. (McCabe's number as ruff counts it
leaves the operators out.)
"""

from __future__ import annotations

import ast
import re
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "scripts" / "juesuan"
GENERATED = ("rows/types.py", "parse/typed.py")
"""Modules that no one writes: they have no bound."""

_BRANCHES = (
    ast.If,
    ast.For,
    ast.While,
    ast.IfExp,
    ast.ExceptHandler,
    ast.match_case,
    ast.comprehension,
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_PRAGMA = re.compile(r"\s+# (?:noqa|type: ignore)\b.*")
"""What a line may say to a tool behind its end."""
_COMPILERS = {"compile", "search", "match", "fullmatch", "sub", "split", "findall", "finditer"}


@dataclass(frozen=True)
class Function:
    """A function: where it is, its lines, the branches in it (those of functions inside count)."""

    where: str
    name: str
    lines: int
    branches: int
    documented: bool


@dataclass(frozen=True)
class Module:
    """A module: its path below the package, its lines, its functions, and its uses of patterns."""

    path: str
    lines: int
    longest: int
    functions: tuple[Function, ...]
    patterns: int
    chinese: int
    subscripts: int


def modules(root: Path = ROOT) -> Iterator[Module]:
    """All written modules below a folder."""
    for path in sorted(root.rglob("*.py")):
        name = path.relative_to(root).as_posix()
        if name not in GENERATED:
            yield _module(path, name)


def _module(path: Path, name: str) -> Module:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    lines = text.splitlines()
    patterns = list(_patterns(tree))
    return Module(
        name,
        len(lines),
        max((len(_PRAGMA.sub("", line)) for line in lines), default=0),
        tuple(
            _function(node, name) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)
        ),
        len(patterns),
        sum(bool(_CHINESE.search(one)) for one in patterns),
        sum(_is_column(node) for node in ast.walk(tree)),
    )


def _function(node: ast.FunctionDef, name: str) -> Function:
    branches = sum(isinstance(one, _BRANCHES) for one in ast.walk(node))
    branches += sum(len(one.values) - 1 for one in ast.walk(node) if isinstance(one, ast.BoolOp))
    branches += sum(len(one.ifs) for one in ast.walk(node) if isinstance(one, ast.comprehension))
    lines = (node.end_lineno or node.lineno) - node.lineno
    return Function(
        f"{name}:{node.lineno}", node.name, lines, branches, bool(ast.get_docstring(node))
    )


def _patterns(tree: ast.AST) -> Iterator[str]:
    """The texts of regular expressions that are given to ``re`` in the code."""
    for node in ast.walk(tree):
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if called and node.args and node.func.attr in _COMPILERS:  # type: ignore[attr-defined]
            owner = node.func.value  # type: ignore[attr-defined]
            if isinstance(owner, ast.Name) and owner.id == "re":
                yield ast.unparse(node.args[0])  # type: ignore[attr-defined]


def _is_column(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Subscript)
        and isinstance(node.slice, ast.Constant)
        and isinstance(node.slice.value, str)
    )


def figures(root: Path = ROOT) -> dict[str, float]:
    """What is measured, by name."""
    found = list(modules(root))
    functions = [one for module in found for one in module.functions]
    lines = sorted(one.lines for one in functions)
    public = [one for one in functions if not one.name.startswith("_")]
    return {
        "modules": len(found),
        "lines": sum(module.lines for module in found),
        "longest line": max(module.longest for module in found),
        "longest module": max(module.lines for module in found),
        "functions": len(functions),
        "median of lines": statistics.median(lines),
        "ninth decile of lines": lines[len(lines) * 9 // 10],
        "longest function": lines[-1],
        "percent above ten branches": 100
        * sum(one.branches > 10 for one in functions)
        / len(functions),
        "most branches": max(one.branches for one in functions),
        "percent of public ones documented": 100
        * sum(one.documented for one in public)
        / len(public),
        "patterns": sum(module.patterns for module in found),
        "patterns with Chinese": sum(module.chinese for module in found),
        "string subscripts": sum(module.subscripts for module in found),
    }


if __name__ == "__main__":
    import sys

    place = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    for name, value in figures(place).items():
        print(f"{name:36} {value:,.1f}".removesuffix(".0"))
    worst = sorted(
        (one for m in modules(place) for one in m.functions), key=lambda one: -one.branches
    )
    for one in worst[:15]:
        print(f"  {one.branches:3} branches  {one.where} {one.name}")

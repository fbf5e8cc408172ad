"""Each module has its test: ``juesuan/a/b.py`` is tested by ``tests/a/test_b.py``."""

from __future__ import annotations

from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
SCRIPTS = TESTS.parent / "scripts" / "juesuan"
GENERATED = {"rows/types.py", "parse/typed.py"}


def modules() -> set[str]:
    """Modules that owe a test."""
    every = {path.relative_to(SCRIPTS).as_posix() for path in SCRIPTS.rglob("*.py")}
    return {one for one in every if not Path(one).name.startswith("__")} - GENERATED


def without(every: set[str]) -> set[str]:
    """Those that have none."""
    return {one for one in every if not (TESTS / one).with_name(f"test_{Path(one).name}").exists()}


def test_each_module_has_its_test() -> None:
    wanted = [f"tests/{Path(one).parent / f'test_{Path(one).name}'}" for one in without(modules())]
    if wanted:
        pytest.fail(f"Tests are wanted: {', '.join(sorted(wanted))}", pytrace=False)


def test_a_module_without_a_test_is_told() -> None:
    assert without({"pages/telling/words.py", "pages/no_such_module.py"}) == {
        "pages/no_such_module.py"
    }

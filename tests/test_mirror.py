"""Each module has its test: ``juesuan/a/b.py`` is tested by ``tests/a/test_b.py``."""

from __future__ import annotations

from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
SCRIPTS = TESTS.parent / "scripts" / "juesuan"
GENERATED = {"rows/types.py", "parse/typed.py"}
STILL_WITHOUT = set((TESTS / "still_without.txt").read_text(encoding="utf-8").split())
"""A debt: modules that only tests of other names test. It may shrink, never grow."""


def modules() -> set[str]:
    """Modules that owe a test."""
    every = {path.relative_to(SCRIPTS).as_posix() for path in SCRIPTS.rglob("*.py")}
    return {one for one in every if not Path(one).name.startswith("__")} - GENERATED


def without(every: set[str]) -> set[str]:
    """Those that have none."""
    return {one for one in every if not (TESTS / one).with_name(f"test_{Path(one).name}").exists()}


def test_each_module_has_its_test() -> None:
    new = sorted(without(modules()) - STILL_WITHOUT)
    if new:
        wanted = [f"tests/{Path(one).parent / f'test_{Path(one).name}'}" for one in new]
        pytest.fail(f"Tests are wanted: {', '.join(wanted)}", pytrace=False)


def test_the_debt_only_shrinks() -> None:
    paid = sorted(STILL_WITHOUT - without(modules()))
    if paid:
        pytest.fail(
            f"Take out of tests/still_without.txt, tested or gone: {' '.join(paid)}", pytrace=False
        )

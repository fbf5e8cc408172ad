"""All rules: each is found because it is there, in any module of ``check/rules``."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from juesuan.check import rules
from juesuan.check.rule import Rule, declared


def modules() -> Iterator[str]:
    """The names of the modules that may declare rules: all that stand in ``check/rules``."""
    found = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
    return (f"{rules.__name__}.{name}" for name in found)


def all_rules() -> tuple[Rule, ...]:
    """All rules, in the order of their ids.

    Raises:
        TermsError: if two functions declare one id.
    """
    _import_all(tuple(rules.__path__))
    return declared()


@cache
def _import_all(_places: tuple[str, ...]) -> None:
    """Import the modules of these folders; they are looked through once."""
    for name in modules():
        import_module(name)

"""All rules: each is found because it is there, in any module below ``check/rules``."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from juesuan.check import rules
from juesuan.check.comparing.compare import BY_CUSTOM
from juesuan.check.rule import Rule, declared


def modules() -> Iterator[str]:
    """The names of the modules that may declare rules: all that stand below ``check/rules``."""
    within = f"{rules.__name__}."
    found = pkgutil.walk_packages(rules.__path__, within)
    return iter(sorted(module.name for module in found if not module.ispkg))


def all_rules() -> tuple[Rule, ...]:
    """All rules, in the order of their ids.

    Raises:
        TermsError: if two functions declare one id.
    """
    _import_all(tuple(rules.__path__))
    return declared()


def is_usual(rule_id: str, statement: str) -> bool:
    """Whether what a check alleges should agree by custom only, and need not by logic.

    Args:
        rule_id: of its rule.
        statement: what it alleges: a rule may allege by logic in one case, by custom in another.
    """
    return BY_CUSTOM in statement and any(one.usual for one in all_rules() if one.id == rule_id)


@cache
def _import_all(_places: tuple[str, ...]) -> None:
    """Import the modules of these folders; they are looked through once."""
    for name in modules():
        import_module(name)

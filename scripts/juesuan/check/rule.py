"""Rules: small functions, each declared with its id beside what it asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from juesuan.check.book import Book, Subject
from juesuan.check.compare import Outcome
from juesuan.errors import TermsError

_MODULES = (
    "totals", "functions", "spending", "wording", "reasons", "forms", "scoring", "goals", "told", "across", "template",
    "tables_inside", "tables_between", "tables_prose",
)  # fmt: skip
_RULES: dict[str, Rule] = {}


@dataclass(frozen=True, slots=True)
class Rule:
    """A declared rule.

    Attributes:
        id: as in the catalogue; never changed, never reused.
        title: the public sentence, the first line of the function's docstring.
        explanation: the rest of the docstring, in words for a layman.
        over: what it is applied to; None for the whole disclosure.
        function: asks a book (and a subject) and returns an outcome.
        gathers: it adds up whatever parts were read, so a numeral beside them that was not understood may be one more part:
            then it does not conclude a contradiction.
    """

    id: str
    title: str
    explanation: str
    over: Callable[[Book], Iterable[Subject]] | None
    function: Callable[..., Outcome]
    gathers: bool = False


def rule(
    rule_id: str, over: Any = None, gathers: bool = False
) -> Callable[[Callable[..., Outcome]], Callable[..., Outcome]]:
    """Declare a function as a rule."""

    def declare(function: Callable[..., Outcome]) -> Callable[..., Outcome]:
        if rule_id in _RULES:
            raise TermsError(f"rule {rule_id} is declared twice")
        title, _, rest = (function.__doc__ or "").strip().partition("\n")
        _RULES[rule_id] = Rule(
            rule_id, title.strip(), " ".join(rest.split()), over, function, gathers
        )
        return function

    return declare


def all_rules() -> tuple[Rule, ...]:
    """All rules, in the order of their ids."""
    for module in _MODULES:
        import_module(f"juesuan.check.rules.{module}")
    return tuple(_RULES[rule_id] for rule_id in sorted(_RULES))

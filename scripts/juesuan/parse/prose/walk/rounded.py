"""An amount and, beside it in brackets, the same one rounded: "6.83亿元(68,303.01万元)".

The exact one is the figure, wherever it stands; what introduces it stands before the first. The
rounded one says nothing else.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from juesuan import terms
from juesuan.amount import NUMERAL, Amount, round_half_up
from juesuan.parse.passage import published
from juesuan.parse.prose.lexer.events import Numeral

_REACH = 40
"""Characters of the first amount and of what leads to the second one."""


def is_rounded(text: str, numeral: Numeral) -> bool:
    """Whether an amount is only the rounded one of two.

    Args:
        text: of the section.
        numeral: a mark of it.
    """
    if not numeral.value or terms.unit_kind(numeral.unit) != "money":
        return False
    if behind := _exact().match(text, numeral.end):
        return _is_of(numeral.value, numeral.unit, behind["value"], behind["unit"])
    before = _before(text, numeral)
    if before is None:
        return False
    return _is_of(numeral.value, numeral.unit, before["value"], before["unit"])


def begin_of_both(text: str, numeral: Numeral) -> int | None:
    """Where the rounded amount begins in whose bracket the exact one stands.

    Args:
        text: of the section.
        numeral: the exact one, a mark of the text.
    """
    before = _before(text, numeral)
    if before is None or not numeral.value or terms.unit_kind(numeral.unit) != "money":
        return None
    is_of = _is_of(before["value"], before["unit"], numeral.value, numeral.unit)
    return before.start("value") if is_of else None


def _before(text: str, numeral: Numeral) -> re.Match[str] | None:
    """The amount in whose bracket another one stands."""
    near = max(0, numeral.start - _REACH)
    return _first().search(text, near, numeral.start) if ")" in text[numeral.end :][:1] else None


def _is_of(rounded: str, unit: str, exact: str, of: str) -> bool:
    """Whether an amount is another one, in a smaller unit, rounded to its own last digit."""
    if _in_one_unit("1", unit) <= _in_one_unit("1", of):
        return False
    whole = _in_one_unit(exact, of) / _in_one_unit("1", unit)
    printed = Amount.of(rounded)
    return round_half_up(whole, printed.places) == printed.value


def _in_one_unit(value: str, unit: str) -> Decimal:
    """An amount in the unit in which all are published."""
    return Decimal(published(value, unit))


@cache
def _exact() -> re.Pattern[str]:
    money = terms.unit_pattern("money")
    return re.compile(rf"\((?:即|合|约)?(?P<value>{NUMERAL})(?P<unit>{money})\)")


@cache
def _first() -> re.Pattern[str]:
    money = terms.unit_pattern("money")
    return re.compile(rf"(?<![\d.,])(?P<value>{NUMERAL})(?P<unit>{money})\((?:即|合|约)?$")

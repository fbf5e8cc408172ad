"""Units of money as tables state them: "单位：万元", "（千元）", "决算数（元）"."""

from __future__ import annotations

from functools import cache

from juesuan.terms.patterns import Words, words
from juesuan.terms.taxonomy import money_factors, unit_pattern, units

_BEHIND = 8
"""Characters behind a unit in which its currency may be named."""


@cache
def unit_words() -> Words:
    """The entries of ``words/units.toml``."""
    return words("units", unit=unit_pattern("money", "foreign"))


def stated_unit(text: str) -> str:
    """The unit of money that a line or a cell states, yuan or a foreign currency.

    Args:
        text: without spaces, with half-width punctuation.

    Returns:
        The unit; empty where none is stated. One whose currency stands apart has it in brackets.

    >>> stated_unit("编制单位:某局金额单位:千元"), stated_unit("(万元)"), stated_unit("本表万元")
    ('千元', '万元', '')
    >>> stated_unit("金额单位:万元币种:美元")
    '万元(美元)'
    """
    tried = (unit_words().find(text, name) for name in ("stated", "alone", "behind"))
    found = next((one for one in tried if one), None)
    if found is None:
        return ""
    around = (text[: found.start()], text[found.end() : found.end() + _BEHIND])
    foreign = (one for one in _currencies() if any(one in part for part in around))
    return next((f"{found['unit']}({one})" for one in foreign), found["unit"])


def stated_units(text: str) -> list[str]:
    """All units that a line states by whole names, each once: several contradict one another.

    >>> stated_units("单位:万元金额单位:元"), stated_units("单位:万元"), stated_units("某局")
    (['万元', '元'], ['万元'], [])
    """
    found = [stated_unit(text)] if stated_unit(text) else []
    found += [one["unit"] for one in unit_words().pattern("stated").finditer(text)][1:]
    return [*dict.fromkeys(map(whole_unit, found))]


def whole_unit(unit: str) -> str:
    """A unit of money by its whole name; one that is no yuan as it is.

    >>> whole_unit("万"), whole_unit("千元"), whole_unit("万美元")
    ('万元', '千元', '万美元')
    """
    factor = money_factors().get(unit)
    same = (one for one, other in money_factors().items() if other == factor and one[-1] == "元")
    return next(same, unit)


@cache
def _currencies() -> tuple[str, ...]:
    return tuple(one.name for one in units() if one.kind == "foreign")

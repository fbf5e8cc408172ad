"""A contradiction of two amounts as a plain sentence, from the accountant's sentence about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.rows import ChecksRow

_SIGNS = {"≠": "，", "＞": "，多于", "＜": "，少于"}
"""What stands between the two sides of a statement, and between those of a plain sentence."""

_ENDS = ("，相差", "，两处", "，说法", "，按通常", "：已达到")
"""Begins of what a statement says of its sides: a heading leaves it out."""

_PLAIN = {
    "整体自评表全年执行数": "自评表说全年花了",
    "整体自评表全年预算数": "自评表说全年预算有",
    "整体自评表年初预算数": "自评表说年初预算有",
    "整体自评表其他资金全年执行数": "自评表说其他资金花了",
    "整体自评表其他资金全年预算数": "自评表说其他资金的预算有",
    "本年支出合计": "正文说全年支出",
    "收入总计": "正文说收入总计",
}
"""Sides that a citizen understands better in other words."""

_LONGEST = 90
"""Characters of a sentence that a heading has room for."""

_AMOUNT = re.compile(r"(?:^|\s)-?[\d.,]*\d.*")
_BARE = re.compile(r"[\d.,]+(?: \S+)?")
"""An amount without a name."""

_BEHIND = re.compile(r"\s[-（]?\d.*|：\d.*|[（(].*")
"""What stands behind the name of a part of a sum: its amount, or how that is made."""


def plain_sentence(row: ChecksRow) -> str:
    """What contradicts what, in one sentence without sums.

    Args:
        row: its row of ``checks``.

    Returns:
        The sentence without its full stop; empty where it would be long.

    >>> plain_sentence({"statement": "收入总计 3.00 万元 ≠ 甲 2.00 − 乙 0.50 ＝ 1.50 万元，相差"})
    '正文说收入总计 3.00 万元，甲减乙是 1.50 万元'
    >>> plain_sentence({"statement": "4 张表之和 2 + 3 ＝ 5 万元 ＞ 乙 4 万元，相差 1 万元"})
    '4 张表之和 5 万元，多于乙 4 万元'
    >>> plain_sentence({"statement": "原因称“52人”，完成值 53人，两处数字不能同时成立"})
    '原因称“52人”，完成值 53人'
    """
    said = row["statement"]
    for end in _ENDS:
        said = said.partition(end)[0]
    sign = next((one for one in _SIGNS if f" {one} " in said), "")
    found = _two_sides(said, sign) if sign else said
    return found if len(found) <= _LONGEST else ""


def _two_sides(said: str, sign: str) -> str:
    sides = [_side(one) for one in said.split(f" {sign} ", 1)]
    if not all(name and amount for name, amount in sides):
        return ""
    told = [f"{name} {amount}" for name, amount in sides]
    if sign == "≠":
        told = [f"{_PLAIN.get(name) or name + '是'} {amount}" for name, amount in sides]
    return _SIGNS[sign].join(told)


def _side(text: str) -> tuple[str, str]:
    """What one side is, and its amount: behind the last sign of equality, if it is made up."""
    made, equal, last = text.rpartition("＝")
    names, found = [*_names(made or text)], _AMOUNT.search(last)
    return "减".join(names), found[0].strip() if found and (equal or len(names) == 1) else ""


def _names(text: str) -> Iterator[str]:
    """The names of what is added up or taken away; a part may be an amount alone."""
    for at, part in enumerate(text.split(" −")):
        if not at or not re.match(r"[\s（]*\d", part):
            yield "" if _BARE.fullmatch(part.strip()) else _BEHIND.sub("", part).strip("： ")

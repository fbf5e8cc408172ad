"""The topics, each with one number of what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from juesuan.pages import addresses
from juesuan.pages.markup import rendered
from juesuan.pages.store.store import Store

_PRINT = (
    "SELECT count(DISTINCT disclosure_id) FROM measures WHERE measure = ? AND actual IS NOT NULL"
)
_RANGE = (
    "SELECT min(CAST(actual AS DECIMAL(18, 4))) AS low, "
    "max(CAST(actual AS DECIMAL(18, 4))) AS high, any_value(unit) AS unit "
    "FROM measures WHERE measure = ? AND actual IS NOT NULL"
)
_CLASSES = (
    "SELECT count(DISTINCT code[1:3]) FROM functions WHERE actual IS NOT NULL AND code IS NOT NULL"
)
_FORMS = "SELECT count(*) FROM projects WHERE kind = 'project'"
_ALL = "SELECT count(*) FROM disclosure"


class _Card(NamedTuple):
    """A topic: its page's title, what is there, and what is counted how."""

    address: str
    title: str
    about: str
    question: str
    asked: tuple[str, ...]
    counted: str
    other: tuple[str, str] = ("", "")
    """Another measure that is easily taken for it, and its name."""


_CARDS = (
    _Card(
        addresses.topic("three-public"),
        "三公经费",
        "出国、公车、接待：决算、预算、比上年增减和原因",
        _PRINT,
        ("three_public.total",),
        "份公开列示了合计",
    ),
    _Card(
        addresses.FUNCTIONS,
        "钱用在哪些方面",
        "按支出功能分类：类、款、项",
        _CLASSES,
        (),
        "类支出，可以逐级点开",
    ),
    _Card(
        addresses.PROJECTS,
        "项目绩效",
        "每个项目的预算、执行率和自评总分",
        _FORMS,
        (),
        "个项目的自评表",
    ),
    _Card(
        addresses.topic("procurement"),
        "政府采购",
        "货物、工程、服务，中小企业所占份额",
        _PRINT,
        ("procurement.total",),
        "份公开列示了合计",
    ),
    _Card(
        addresses.topic("assets"),
        "车辆、房屋和设备",
        "年末占用的国有资产",
        _PRINT,
        ("assets.vehicles",),
        "份公开列示了账面车辆",
        ("公务用车保有量", "three_public.vehicles_kept"),
    ),
    _Card(
        addresses.topic("people"),
        "人员和人均支出",
        "在职、离休、退休，人均经费",
        _PRINT,
        ("headcount.total",),
        "份公开列示了实有人数",
    ),
    _Card(
        addresses.COVERAGE,
        "收录情况",
        "哪个部门哪一年公开了哪些部分",
        _ALL,
        (),
        "份公开已收录",
    ),
)


def _ranges(store: Store, card: _Card) -> str:
    """From what to what the measures of a topic go."""
    if card.question != _PRINT:
        return ""
    name, other = card.other
    own, beside = _range(store, *card.asked), _range(store, other)
    return (f"，{own}" if own else "") + (f"；{name}{beside}" if beside else "")


def _range(store: Store, measure: str) -> str:
    """From what to what a measure goes; nothing where it is printed once or never."""
    for found in store.ask(_RANGE, measure):
        low, high = found["low"], found["high"]
        if low and high and low != high:
            return f"从 {_plain(low)} 到 {_plain(high)} {found['unit']}"
    return ""


def _plain(number: str) -> str:
    """A number for reading: without zeros that say nothing.

    >>> _plain("1454.1200"), _plain("3.0000")
    ('1,454.12', '3')
    """
    return f"{Decimal(number):,.4f}".rstrip("0").rstrip(".")


def pages(store: Store) -> Iterator[tuple[str, str]]:
    """The part of the page of topics."""
    cards = [(card, store.one(card.question, *card.asked), _ranges(store, card)) for card in _CARDS]
    yield addresses.part("topics"), rendered("cards.html", here=addresses.TOPICS, cards=cards)

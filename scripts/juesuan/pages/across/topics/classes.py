"""Spending by function as a tree: class (类), subclass (款), item (项), and who spent how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, field
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from juesuan import terms
from juesuan.pages.across.table import department
from juesuan.pages.across.topics.spent import UNTOLD, Spent, spent
from juesuan.pages.across.topics.strips import Segment, segments
from juesuan.pages.evidence.figures import grouped
from juesuan.pages.limits import TOPIC_ROWS
from juesuan.pages.store.store import Store
from juesuan.pages.telling.words import FUNDS
from juesuan.rows import DisclosureRow

_USUAL = "general_public_budget"
"""The budget that is not named beside each amount."""

_FEW = 5
"""Amounts in the line of a subclass."""

_NAMED = 3
"""Parts of a bar whose shares are told beside it."""

_UNCODED = "没有编码的科目"


class Held(NamedTuple):
    """An amount in the tree: whose, of which year, scope and budget; its name where it is another.

    ``about`` is the row of ``disclosure``, ``fund`` empty for the usual budget.
    """

    about: DisclosureRow
    department: Markup
    fund: str
    spent: Spent
    printed: str

    @property
    def number(self) -> Markup:
        """The amount with its evidence."""
        return Markup(self.spent.shown)  # nosec B704

    @property
    def share(self) -> Markup:
        """The printed share of the amount; empty where none is printed."""
        return Markup(self.spent.share)  # nosec B704

    @property
    def why(self) -> Markup:
        """The printed change and its reason; empty where none is printed."""
        return Markup(self.spent.why)  # nosec B704


class Line(NamedTuple):
    """Whose amount, how much, and whether it is summed."""

    name: str
    amount: str
    is_summed: bool


def _line(one: Held) -> Line:
    amount = one.spent.amount
    return Line(
        one.about["department"], grouped(amount) if amount else UNTOLD, bool(one.spent.summed)
    )


@dataclass
class Node:
    """A class, subclass or item.

    Attributes:
        code, name: as in the classification; the code is empty for items without one.
        derived: whether no disclosure prints the code.
        held: the amounts, by disclosure.
        parts: what is below it, by code or name.
        more: amounts of a class, and of all below it, that are not shown.
    """

    code: str
    name: str
    derived: bool = True
    held: list[Held] = field(default_factory=list)
    parts: dict[str, Node] = field(default_factory=dict)
    more: int = 0

    @property
    def items(self) -> int:
        """How many items stand below it."""
        return sum(one.items for one in self.parts.values()) if self.parts else 1

    @property
    def amounts(self) -> list[Line]:
        """What is held of it, for its line before it opens: the largest, whose and how much."""
        largest = sorted(self.held, key=lambda one: -Decimal(one.spent.amount or 0))
        return [_line(one) for one in largest[:_FEW]]

    @property
    def who(self) -> int:
        """How many disclosures have an amount below it."""
        return len({*self._whose()})

    def _whose(self) -> Iterator[str]:
        yield from (one.about["disclosure_id"] for one in self.held)
        for part in self.parts.values():
            yield from part._whose()


def classes(store: Store, here: str) -> dict[str, Node]:
    """What all disclosures spent: the classes by their codes; those without a code come last.

    Args:
        store: the packages.
        here: the page on which the tree stands.
    """
    found: dict[str, Node] = {}
    names = _names(store)
    shown: Counter[tuple[str, bool]] = Counter()
    for about, one in _ordered(store, here):
        place = (one.code or one.under)[:3]
        top = found.setdefault(place, Node(place, names.get(place, _UNCODED)))
        kind = (top.code, bool(one.amount))  # those without an amount take no place of one
        shown[kind] += 1
        is_shown = shown[kind] <= TOPIC_ROWS
        top.more += bool(one.amount) and not is_shown
        if not (is_shown or one.code):
            continue
        node = _place(top, one, names)  # each code has its place: disclosures lead to it
        node.derived = node.derived and bool(one.derived)
        if is_shown:
            node.held.append(_held(about, one, node, here))
    return found


def _ordered(store: Store, here: str) -> Iterator[tuple[DisclosureRow, Spent]]:
    """The amounts by code, then by disclosure; those without a code come last, by name."""
    every = [
        (about, Spent(*cells))
        for about in store.disclosures()
        for cells in store.made_of(about, f"{here}#", partial(_told, store, about, here))
    ]
    yield from sorted(every, key=lambda one: _in_order(one[1]))


def _in_order(one: Spent) -> tuple[bool, str, str]:
    """By code; an item without one behind those of its subclass, or last of all."""
    place = one.code or (one.under and f"{one.under}~")
    return not place, place, "" if one.code else one.name


def _told(store: Store, about: DisclosureRow, here: str) -> list[list[str]]:
    """The amounts of one disclosure, to be kept."""
    return [[*astuple(one)] for one in spent(store, about, here)]


def _names(store: Store) -> Mapping[str, str]:
    """Names of the codes in force in the years of the disclosures; the newest name of each."""
    years = sorted({int(about["fiscal_year"]) for about in store.disclosures()})
    return {
        code: name
        for year in years
        for code, name in terms.classification("functional", year).items()
    }


def _place(top: Node, one: Spent, names: Mapping[str, str]) -> Node:
    """Where an amount belongs below its class; what stands above it is made."""
    node, place = top, one.code or one.under
    for code in (place[:end] for end in (5, 7) if len(place) >= end):
        node = node.parts.setdefault(code, Node(code, names.get(code, "")))
    if not one.code:
        name = _last(one.name) if one.under else one.name
        return node.parts.setdefault(name, Node("", name))
    if len(one.code) > len(node.code):  # longer than any of the classification
        node = node.parts.setdefault(one.code, Node(one.code, ""))
    node.name = node.name or _last(one.name)
    return node


def _held(about: DisclosureRow, one: Spent, node: Node, here: str) -> Held:
    """An amount with whose it is, and the printed name of an item that is called otherwise."""
    printed = _last(one.name) if one.name and one.code and _last(one.name) != node.name else ""
    fund = "" if one.fund == _USUAL else FUNDS[one.fund]
    return Held(about, department(about, here), fund, one, printed)


def _last(name: str) -> str:
    return name.rpartition(" · ")[2]


class Bar(NamedTuple):
    """The classes of one disclosure, as parts of what it spent from the usual budget."""

    held: Held
    segments: list[Segment]

    @property
    def largest(self) -> list[str]:
        """The names and shares of its largest parts, the largest first."""
        return [
            one.name for one in sorted(self.segments, key=lambda one: -float(one.width))[:_NAMED]
        ]


_COLOURS = 8
"""Classes with a colour of their own; the others share one."""


class Picture(NamedTuple):
    """What the picture shows.

    Attributes:
        bars: one a disclosure.
        key: the classes with their colours, 0 for the rest.
        more: how many bars are not shown.
        others: classes of which no bar has a part.
    """

    bars: list[Bar]
    key: dict[str, int]
    more: int
    others: list[str]


def picture(found: Mapping[str, Node], most: int) -> Picture:
    """Of what classes the spending of each disclosure is made up; none where one has no amount.

    Args:
        found: the classes.
        most: bars that are shown.
    """
    own = _by_disclosure(found)
    largest: dict[str, Decimal] = {}
    for parts in own.values():
        whole = sum((Decimal(one.spent.amount) for one in parts.values()), Decimal())
        for code, one in parts.items():
            largest[code] = max(largest.get(code, Decimal()), Decimal(one.spent.amount) / whole)
    chosen = sorted(sorted(largest, key=lambda code: -largest[code])[:_COLOURS])
    key = {code: number for number, code in enumerate(chosen, start=1)}
    bars = [_bar(parts, key, found) for parts in [*own.values()][:most]]
    colours = {code: key.get(code, 0) for code in sorted(largest)}
    others = [code for code in found if code not in colours]
    return Picture(bars, colours, max(0, len(own) - most), others)


def _by_disclosure(found: Mapping[str, Node]) -> dict[str, dict[str, Held]]:
    """What each disclosure spent from the usual budget, by class; none where one is not told."""
    held = [
        (code, one) for code, node in found.items() for one in node.held if code and not one.fund
    ]
    untold = {one.about["disclosure_id"] for _, one in held if not one.spent.amount}
    own: dict[str, dict[str, Held]] = {}
    for code, one in held:
        if one.about["disclosure_id"] not in untold and Decimal(one.spent.amount) > 0:
            own.setdefault(one.about["disclosure_id"], {})[code] = one
    return own


def _bar(parts: Mapping[str, Held], key: Mapping[str, int], found: Mapping[str, Node]) -> Bar:
    amounts = {code: Decimal(one.spent.amount) for code, one in parts.items()}
    whole = sum(amounts.values(), Decimal())
    own = (
        (amount, key.get(code, 0), f"{found[code].name} {amount * 100 / whole:.1f}%")
        for code, amount in amounts.items()
    )
    return Bar(next(iter(parts.values())), [*segments(own, whole)])

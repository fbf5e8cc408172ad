"""What one disclosure spent at each code of the functional classification, printed or summed."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup

from juesuan import terms
from juesuan.amount import Rounded, adds_up
from juesuan.pages import addresses
from juesuan.pages.evidence.figures import Evidence, exact, grouped
from juesuan.pages.store import spending
from juesuan.pages.store.spending import Item
from juesuan.pages.store.store import Store
from juesuan.pages.telling.reasons import SEAM, is_seam, why
from juesuan.rows import DisclosureRow, cell

_LOST = "level = 'item' AND actual IS NULL AND unreadable IS NOT NULL"
"""Items of the prose whose amount may be printed and cannot be read."""

_SUBCLASS = 5
"""Digits of the code of a subclass."""

UNTOLD = "未列"
"""What stands where a disclosure has items of a class or subclass, and no amount of it."""

_UNTOLD = Markup('<span class="hint" title="{}">{}</span>').format(
    "原文没有印这个合计，它的各项也没有全部读到或加起来与原文的类不符，所以不求和", UNTOLD
)


@dataclass(frozen=True, slots=True)
class Spent:
    """An amount of one disclosure.

    Attributes:
        code: of a class, a subclass or an item; empty if it is not known.
        fund: of which budget.
        name: as printed: of an item its subclass and itself.
        amount: in 万元, as a plain number; empty where it is neither printed nor summed.
        shown: the amount with its evidence, or how it is summed up.
        derived: ``true`` where the code follows from the name.
        change: how it changed on last year, in words; empty where no change is printed.
        why: the printed change as a link, and its printed reason.
        under: of an item without a code that of its subclass, where the printed names tell it.
        share: the printed share of its budget with its evidence; empty where none is printed.
        summed: of how many items the amount is the sum; empty where it is printed.
        apart: of a printed class or subclass what its items make up, where rounding parts the two.
    """

    code: str
    fund: str
    name: str
    amount: str
    shown: str
    derived: str = ""
    change: str = ""
    why: str = ""
    under: str = ""
    share: str = ""
    summed: str = ""
    apart: str = ""


class _Printed(NamedTuple):
    """An amount that is printed, and how exactly."""

    spent: Spent
    exact: Rounded


def spent(store: Store, about: DisclosureRow, here: str) -> list[Spent]:
    """What a disclosure spent: by classes, by subclasses, by items.

    A class or subclass that is not printed is the sum of its items, where all items of the budget
    are known; else it stands there without an amount, so that no one is left out in silence.

    Args:
        store: the packages.
        about: the row of ``disclosure``.
        here: the page on which the amounts stand.
    """
    one = about["disclosure_id"]
    up = addresses.way(here, addresses.disclosure(one))
    evidence = store.evidence(about, up, *spending.RESOURCES)
    items = [(item, _printed(item, evidence)) for item in spending.items(store, one)]
    printed = [_printed(item, evidence) for item in spending.sums(store, one)]
    unread = [(row["fund"], row["code"]) for row in store.of(one, _LOST).rows("functions")]
    names = terms.classification("functional", int(about["fiscal_year"]))
    placed = [_placed(item, own, names) for item, own in items]
    lost = {fund for fund, _ in unread}
    lost |= {one.spent.fund for one in placed if not one.spent.code}
    summed = _summed(placed, printed, lost, _above(unread))
    told = (_told(own, one) for one, (_, own) in zip(placed, items, strict=True))
    above = (_beside(one, placed, lost) for one in printed)
    return [*above, *summed, *told]


def _beside(one: _Printed, items: Iterable[_Printed], lost: Container[str]) -> Spent:
    """What is printed of a class or subclass, and the sum of its items if rounding parts them."""
    fund, code = one.spent.fund, one.spent.code
    below = [own for own in items if own.spent.fund == fund and own.spent.code.startswith(code)]
    total = sum((own.exact.value for own in below), Decimal())
    if (
        fund in lost
        or not below
        or total == one.exact.value
        or not adds_up(one.exact, _exact(below))
    ):
        return one.spent
    return replace(one.spent, apart=grouped(str(total)))


def _exact(every: Iterable[_Printed]) -> list[Rounded]:
    return [one.exact for one in every]


def _told(own: _Printed, placed: _Printed) -> Spent:
    """An item as it is told: one that is known only by its subclass stands below that."""
    return own.spent if own.spent.code else replace(own.spent, under=placed.spent.code)


def _above(unread: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Budget and code of the classes and subclasses of items, given by budget and code."""
    return ((fund, code[:end]) for fund, code in unread for end in (3, _SUBCLASS) if code[end:])


def _printed(item: Item, evidence: Evidence) -> _Printed:
    amount = cell(item.row, item.column)
    shown = str(evidence.number(item.resource, item.row, item.column))
    derived = "true" if item.derived else ""
    figure = evidence.figure(item.resource, item.row, item.column)
    change, why = _changed(item, evidence)
    said = Spent(
        item.code, item.fund, item.name, amount, shown, derived, change, why,
        share=_share(item, evidence),
    )  # fmt: skip
    return _Printed(said, exact(figure, amount))


def _share(item: Item, evidence: Evidence) -> str:
    """The printed share of an amount of the prose; empty where none is printed."""
    if item.resource != "functions" or not cell(item.row, "share_pct"):
        return ""
    return str(evidence.number(item.resource, item.row, "share_pct", "%"))


def _placed(item: Item, own: _Printed, names: Mapping[str, str]) -> _Printed:
    """An item without a code at that of its subclass, where the printed names tell which it is."""
    if own.spent.code or item.resource != "functions":
        return own
    above = (cell(item.row, "class"), cell(item.row, "subclass"))
    found = [
        code
        for code, name in names.items()
        if len(code) == _SUBCLASS and (names.get(code[:3], ""), name) == above
    ]
    code = found[0] if len(found) == 1 else ""
    return own._replace(spent=replace(own.spent, code=code, derived="true"))


def _changed(item: Item, evidence: Evidence) -> tuple[str, str]:
    """How an item of the prose changed on last year, and the reason that is printed for it."""
    change = cell(item.row, "change") if item.resource == "functions" else ""
    if not change or not Decimal(change):
        return "", ""
    word = "增加" if Decimal(change) > 0 else "减少"
    size = grouped(change.removeprefix("-"))
    number = evidence.link(evidence.figure("functions", item.row, "change"), size)
    reason = cell(item.row, "reason")
    seam = f"（{SEAM}）" if is_seam(reason) else ""
    told = Markup("{} {} 万元。{}").format(word, number, why(reason))
    return f"比上年{word} {size}{seam}", str(told)


def _summed(
    items: Sequence[_Printed],
    printed: Sequence[_Printed],
    lost: Container[str],
    below: Iterable[tuple[str, str]],
) -> Iterator[Spent]:
    """The classes and subclasses that are not printed, of the items that make them up.

    Args:
        items: those without a code belong to none.
        printed: the classes and subclasses that are.
        lost: budgets of which not all items are known.
        below: budget and code of what has items whose amount is not read.
    """
    known = {(one.spent.fund, one.spent.code) for one in printed}
    groups: dict[tuple[str, str], list[Spent]] = {key: [] for key in below}
    for item in (one.spent for one in items if one.spent.code):
        for code in (item.code[:3], item.code[:_SUBCLASS]):
            groups.setdefault((item.fund, code), []).append(item)
    for (fund, code), own in groups.items():
        if (fund, code) in known:
            continue
        if fund not in lost and _is_whole(items, printed, fund, code[:3]):
            yield _sum(fund, code, own)
        else:
            yield Spent(code, fund, "", "", str(_UNTOLD))


def _is_whole(items: Iterable[_Printed], printed: Iterable[_Printed], fund: str, code: str) -> bool:
    """Whether the items of a class make up what is printed of it, up to rounding."""
    total = [one for one, what in _keyed(printed) if what == (fund, code)]
    own = [one for one, (of, item) in _keyed(items) if (of, item[:3]) == (fund, code)]
    return not total or adds_up(total[0], own)


def _keyed(every: Iterable[_Printed]) -> Iterator[tuple[Rounded, tuple[str, str]]]:
    """Numbers, each with its budget and its code."""
    return ((one.exact, (one.spent.fund, one.spent.code)) for one in every)


def _sum(fund: str, code: str, own: Sequence[Spent]) -> Spent:
    """The sum of some items; of one alone its printed amount."""
    if len(own) == 1:
        return Spent(code, fund, "", own[0].amount, own[0].shown, own[0].derived)
    amount = str(sum(Decimal(one.amount) for one in own))
    how = f"推算：{len(own)} 个项级科目之和"
    shown = Markup('<span class="derived" title="{}">{}</span>').format(how, grouped(amount))
    return Spent(code, fund, "", amount, str(shown), summed=str(len(own)))

"""What was spent on what, over all departments: a code, or a name of it, leads to who spent most.

Amounts of departments are never added up. What people call a class of spending in everyday words
(社保 for 社会保障和就业支出) leads to its code, and so do the names of items.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from juesuan import terms
from juesuan.collection import Department
from juesuan.pages.machines.search import before
from juesuan.pages.machines.search.cutting import plain
from juesuan.pages.machines.search.named import short_name
from juesuan.pages.machines.search.pieces import SMALL, Shards, compact
from juesuan.pages.store import spending
from juesuan.pages.store.store import Store
from juesuan.pages.telling.words import FUNDS
from juesuan.rows import DisclosureRow

SHOWN = 8
"""Departments that are told of a code: those that spent most."""

_CLASS, _SUBCLASS = 3, 5

_ENDS = ("支出", "事务", "事务支出")
"""Ends of names that people leave out."""

_Line = tuple[Decimal, str, list[object]]
"""Of a department: what it spent, its disclosure, what is told."""


def shards(store: Store) -> Shards:
    """By code what departments spent on it; by name the codes that are meant."""
    printed: dict[str, list[_Line]] = {}
    below: dict[str, list[_Line]] = {}
    above: dict[str, str] = {}
    registry = store.registry()
    for one, rows in store.departments().items():
        for code, name, line in _of_one(store, rows[-1], registry.get(one, ())):
            printed.setdefault(code, []).append(line)
            above.setdefault(code, name)
            for size in (_CLASS, _SUBCLASS) if len(code) > _SUBCLASS else ():
                below.setdefault(code[:size], []).append(line)
    names = _names([*printed, *below], printed)
    texts = {code: compact([name, "", 0, 0, []]) for code, name in names.items()}
    texts |= {code: _told(names[code], "", 1, own) for code, own in below.items()}
    texts |= {
        code: _told(names[code], above[code], 0, own, _others(own, below.get(code, ())))
        for code, own in printed.items()
    }
    for said, codes in _said(names).items():
        texts[f"={said}"] = compact(codes)
    return Shards("f", texts, SMALL)


def _of_one(
    store: Store, about: DisclosureRow, registered: Iterable[Department]
) -> Iterator[tuple[str, str, _Line]]:
    """Codes with the name of what they belong to, and what one disclosure tells of each."""
    one = about["disclosure_id"]
    called = short_name(about, [*registered])
    evidence = store.evidence(about, "", *spending.RESOURCES)
    kind = before.OTHER_SCOPE if before.other_scope(store, about) else 0
    for item in (*spending.sums(store, one), *spending.items(store, one)):
        figure = evidence.figure(item.resource, item.row, item.column)
        value = str(item.row.get(item.column) or "")
        if not (item.code and figure and value):
            continue
        change = str(item.row.get("change") or "") if item.resource == "functions" else ""
        above, _, name = item.name.rpartition(" · ")
        told: list[object] = [
            called,
            about["fiscal_year"],
            one,
            about["scope"],
            FUNDS[item.fund],
            name,
        ]
        told += [value, evidence.address(figure), change, kind if change else 0]
        yield item.code, above, (-Decimal(value), one, told)


def _others(printed: Iterable[_Line], below: Iterable[_Line]) -> list[_Line]:
    """The items of those who do not print what is above them."""
    known = {disclosure for _, disclosure, _ in printed}
    return [line for line in below if line[1] not in known]


def _told(
    name: str, above: str, below: int, lines: list[_Line], others: Sequence[_Line] = ()
) -> str:
    """Its name, what it belongs to, of how many departments, whether of items below it, lines; of
    how many others only items below it are printed, and those.
    """
    told = [name, above, _number(lines), below, _shown(lines)]
    return compact(told + ([_number(others), _shown(others)] if others else []))


def _number(lines: Sequence[_Line]) -> int:
    return len({disclosure for _, disclosure, _ in lines})


def _shown(lines: Sequence[_Line]) -> list[object]:
    return [told for _, _, told in sorted(lines)[:SHOWN]]


def _names(codes: Iterable[str], printed: dict[str, list[_Line]]) -> dict[str, str]:
    """Codes that are told, and all classes, to their names."""
    known = terms.classification("functional")
    every = {code: name for code, name in known.items() if len(code) == _CLASS}
    for code in codes:
        own = str(printed[code][0][2][5]) if code in printed else ""
        every[code] = own or known.get(code, "") or code
    return every


def _said(names: dict[str, str]) -> dict[str, list[str]]:
    """Names and everyday words to the codes that are meant; a name of several to all of them."""
    found: dict[str, list[str]] = {}
    for code, name in sorted(names.items(), key=lambda one: (len(one[0]), one[0])):
        said = plain(name).replace(" ", "")
        for way in {said, *(said.removesuffix(end) for end in _ENDS)}:
            if len(way) > 1:
                found.setdefault(way, []).append(code)
    for called in terms.functions():
        for word in (*called.words, *called.english):
            said = plain(word).replace(" ", "")
            found[said] = [called.code, *(one for one in found.get(said, ()) if one != called.code)]
    return {said: codes[:SHOWN] for said, codes in found.items()}

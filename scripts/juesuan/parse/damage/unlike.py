"""What a single figure or line prints otherwise than all others of its document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from juesuan.model import Document, Facts, Figure

_PROSE: Final = frozenset({"measures", "functions", "economic"})

_AMOUNTS: Final = ("万元", "元")

_RATE: Final = "%"

_MANY: Final = 20
"""Figures that show how a document prints its figures."""

_PAIRS: Final = 5
"""Rates beside their amounts that show that a document prints both."""

_LINES: Final = 4
"""Lines of spending that show what a document tells of each."""

_FRACTION: Final = re.compile(r"\.(\d+)")

_ROUND: Final = frozenset({Decimal(0), Decimal(100)})
"""Values that are printed with a fraction here and without one there."""


def unlike(document: Document, facts: Facts) -> Iterator[str]:
    """A remark for each figure and line that is unlike all others, which are many."""
    figures = [one for one in facts.figures if one.status == "bound" and one.resource in _PROSE]
    yield from _decimals(document, figures)
    yield from _units(document, figures)
    yield from _lone_rates(document, facts, figures)
    yield from _lone_gaps(facts)
    yield from _lone_total(facts)


def _decimals(document: Document, figures: Sequence[Figure]) -> Iterator[str]:
    """Digits behind the point: of amounts and of rates, each for itself."""
    printed: defaultdict[str, list[Figure]] = defaultdict(list)
    for one in figures:
        if one.unit in (*_AMOUNTS, _RATE) and one.value:
            printed[one.unit].append(one)
    for unit, of_unit in printed.items():
        for usual, one in _odd_ones(of_unit, is_rate=unit == _RATE):
            yield (
                f"{document.where(one.start)}: {one.text}{unit} has another number of decimals "
                f"than all other figures in {unit}; where the original has {usual}, a digit or "
                "the point was lost or doubled"
            )


def _odd_ones(printed: Sequence[Figure], *, is_rate: bool) -> Iterator[tuple[int, Figure]]:
    """Of figures with their decimals those that differ from all others, with what is usual.

    Where others differ too, as zeros at the end are left out, the one with the most.
    """
    counted = Counter(map(_places, (one for one in printed if not _is_round(one) or _places(one))))
    if len(printed) < _MANY or not counted:
        return
    usual = counted.most_common(1)[0][0]
    odd = [
        one
        for one in printed
        if counted[_places(one)] == 1 and _is_odd(usual, one, is_rate=is_rate)
    ]
    if len(odd) != sum(counted.values()) - counted[usual]:
        odd = [one for one in odd if _places(one) == max(counted)]
    yield from ((usual, one) for one in odd)


def _places(figure: Figure) -> int:
    """Its digits behind the point."""
    fraction = _FRACTION.search(figure.text)
    return len(fraction[1]) if fraction else 0


def _is_round(figure: Figure) -> bool:
    return Decimal(figure.value) in _ROUND


def _is_odd(usual: int, figure: Figure, *, is_rate: bool) -> bool:
    """Whether its decimals are odd: small rates are printed with more, others with none."""
    places = _places(figure)
    if places > usual:
        return not (is_rate and abs(Decimal(figure.value)) < 1)
    return places < usual and not (places == 0 and (is_rate or _is_round(figure)))


def _units(document: Document, figures: Iterable[Figure]) -> Iterator[str]:
    """One amount in 元 among those in 万元: the first character of its unit may be lost."""
    printed: defaultdict[str, list[Figure]] = defaultdict(list)
    for one in figures:
        printed[one.unit].append(one)
    first, last = (printed[unit] for unit in _AMOUNTS)
    if len(first) >= _MANY and len(last) == 1:
        yield (
            f"{document.where(last[0].start)}: {last[0].text}{last[0].unit} is the only amount in "
            "元 of a text in 万元; where the original has 万, it was lost"
        )


def _lone_rates(document: Document, facts: Facts, figures: Iterable[Figure]) -> Iterator[str]:
    """A change in percent without the change, where all others have both."""
    for resource in ("measures", "functions"):
        rows = [one for one in facts.tables.get(resource, ()) if one["change_pct"]]
        lone = [one for one in rows if not one["change"] and _is_whole(one, "change")]
        if len(lone) == 1 and len(rows) > _PAIRS:
            value = lone[0]["change_pct"]
            found = [one for one in figures if (one.field, one.value) == ("change_pct", value)]
            at = document.where(found[0].start) if found else document.name
            yield (
                f"{at}: a change of {value}% without its amount, which all others have; where the "
                "original has it, words were lost"
            )


def _is_whole(row: Mapping[str, str], column: str) -> bool:
    return column not in row.get("unreadable", "").split()


_TOLD_OF_EACH: Final = ("actual", "share_pct", "initial_budget", "completion_pct")


def _lone_gaps(facts: Facts) -> Iterator[str]:
    """A line of spending without what all others of its level have."""
    levels: defaultdict[tuple[str, str], list[Mapping[str, str]]] = defaultdict(list)
    for row in facts.tables.get("functions", ()):
        levels[row["fund"], row["level"]].append(row)
    for rows in levels.values():
        for column in _TOLD_OF_EACH:
            lacking = [row for row in rows if not row[column] and _is_owed(row, column)]
            if len(lacking) == 1 and len(rows) >= _LINES and _others_have(rows, column, lacking[0]):
                name = lacking[0]["item"] or lacking[0]["subclass"] or lacking[0]["class"]
                yield (
                    f"{name}: no {column}, which all other lines of its level have; where the "
                    "original has it, words were lost"
                )


def _others_have(
    rows: Iterable[Mapping[str, str]], column: str, lacking: Mapping[str, str]
) -> bool:
    return all(row[column] or not _is_owed(row, column) for row in rows if row is not lacking)


def _is_owed(row: Mapping[str, str], column: str) -> bool:
    """Whether a line should have a column: a budget of 0, or one that was met, has no rate."""
    if column in row["unreadable"].split():
        return False
    if column != "completion_pct":
        return True
    budget = row["initial_budget"]
    return bool(budget) and Decimal(budget) != 0 and budget != row["actual"]


_TOTALS: Final = {"revenue.total": "收入总计", "expenditure.total": "支出总计"}


def _lone_total(facts: Facts) -> Iterator[str]:
    """One of the two totals without the other, where neither is told for both."""
    told = {row["measure"] for row in facts.tables.get("measures", ()) if _tells(row)}
    lacking = [one for one in _TOTALS if one not in told]
    if len(lacking) == 1 and "overall" not in told:
        yield (
            f"no {_TOTALS[lacking[0]]}, though the other total is told; where the original has "
            "it, a line was lost or its name is not known"
        )


def _tells(row: Mapping[str, str]) -> bool:
    """Whether a row of the first section tells an amount, legible or not."""
    return row["section"] == "overview" and bool(row["actual"] or not _is_whole(row, "actual"))

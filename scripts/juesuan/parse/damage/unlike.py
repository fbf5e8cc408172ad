"""What a single figure or line prints otherwise than all others of its document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from juesuan.model import Document, Facts, Figure

_PROSE: Final = frozenset({"measures", "functions", "economic"})

_FORM_COLUMNS: Final[Mapping[str, frozenset[str]]] = {
    "projects": frozenset({"total_score"}),
    "project_funds": frozenset(
        {"initial_budget", "annual_budget", "executed", "execution_rate_pct", "score"}
    ),
    "indicators": frozenset({"score"}),
}
"""Columns of forms that a document prints alike in each of them; targets and results vary."""

_AMOUNTS: Final = ("万元", "元")

_RATE: Final = "%"

_MANY: Final = 20
"""Figures that show how a document prints its figures."""

_SOME: Final = 8
"""Figures with as many decimals that show it where they leave no room for chance."""

_KEPT: Final = 3
"""Figures that end in 0 which show that a document keeps such zeros."""

_PAIRS: Final = 5
"""Rates beside their amounts that show that a document prints both."""

_LINES: Final = 4
"""Lines of spending that show what a document tells of each."""

_FRACTION: Final = re.compile(r"\.(\d+)")

_ROUND: Final = frozenset({Decimal(0), Decimal(100)})
"""Values that are printed with a fraction here and without one there."""


def unlike(document: Document, facts: Facts) -> Iterator[str]:
    """A remark for each figure and line that is unlike all others, which are many."""
    bound = [one for one in facts.figures if one.status == "bound"]
    figures = [one for one in bound if one.resource in _PROSE]
    yield from _decimals(document, bound)
    yield from _units(document, figures)
    yield from _lone_rates(document, facts, figures)
    yield from _rateless(document, facts, figures)
    yield from _lone_gaps(facts)
    yield from _lone_total(facts)


def _decimals(document: Document, figures: Sequence[Figure]) -> Iterator[str]:
    """Digits behind the point: of the amounts and of the rates in prose, of a column in forms."""
    printed: defaultdict[tuple[str, bool], list[Figure]] = defaultdict(list)
    for one in figures:
        kind = _alike(one)
        if kind and one.value:
            printed[kind, one.unit == _RATE].append(one)
    for (kind, is_rate), alike in printed.items():
        for usual, one in _odd_ones(alike, is_rate=is_rate):
            if usual == 0 and one.resource in _FORM_COLUMNS:
                continue  # whole scores, and one that was lowered
            yield (
                f"{document.where(one.start)}: {one.text}{one.unit} has another number of "
                f"decimals than all other figures {kind}; where the original has {usual}, a "
                "digit or the point was lost or doubled"
            )


def _alike(figure: Figure) -> str:
    """The figures that are printed with as many decimals as one; empty where there are none."""
    if figure.resource in _PROSE:
        return f"in {figure.unit}" if figure.unit in (*_AMOUNTS, _RATE) else ""
    if figure.field in _FORM_COLUMNS.get(figure.resource, ()):
        return f"of {figure.resource}.{figure.field}"
    return ""


def _odd_ones(printed: Sequence[Figure], *, is_rate: bool) -> Iterator[tuple[int, Figure]]:
    """Of figures with their decimals those that differ from all others, with what is usual."""
    counted = Counter(map(_places, (one for one in printed if not _is_round(one) or _places(one))))
    if not counted:
        return
    usual = counted.most_common(1)[0][0]
    shown = _shown(printed, counted, usual)
    for one in printed:
        places = _places(one)
        if places in shown and counted[places] == 1 and _is_odd(usual, one, is_rate=is_rate):
            yield usual, one


def _shown(printed: Sequence[Figure], counted: Counter[int], usual: int) -> set[int]:
    """The numbers of decimals of which a single figure is odd, as so many others show."""
    shown = {max(counted)} if counted[usual] >= _SOME else set()
    if counted.total() - counted[usual] == 1 and len(printed) >= _MANY:
        shown |= counted.keys()
    if _keeps_zeros(printed, counted, usual):
        shown |= counted.keys() - {0}
    return shown


def _keeps_zeros(printed: Iterable[Figure], counted: Counter[int], usual: int) -> bool:
    """Whether figures keep the zeros at their end, by some that do, and few with less decimals."""
    kept = sum(_places(one) == usual and one.text[-1] == "0" for one in printed)
    others = counted.total() - counted[usual]
    return kept >= _KEPT and others * _SOME <= counted[usual]


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
            at = _where(document, figures, "change_pct", value)
            yield (
                f"{at}: a change of {value}% without its amount, which all others have; where the "
                "original has it, words were lost"
            )


def _rateless(document: Document, facts: Facts, figures: Sequence[Figure]) -> Iterator[str]:
    """An amount beside a base without its rate, where all other such amounts have theirs."""
    for resource in ("measures", "functions"):
        for rate, column in _RATED.items():
            rows = [
                row
                for row in facts.tables.get(resource, ())
                if row[column] and _has_base(row, column)
            ]
            lone = [row for row in rows if not row[rate] and _is_whole(row, rate)]
            if len(lone) == 1 and len(rows) > _PAIRS:
                value = lone[0][column]
                yield (
                    f"{_where(document, figures, column, value)}: {column} {value} without its "
                    f"{rate}, which all others have; where the original has it, words were lost"
                )


_RATED: Final = {"variance_pct": "variance", "completion_pct": "initial_budget"}
"""Rates of a budget, and the amounts beside which they are printed."""


def _has_base(row: Mapping[str, str], column: str) -> bool:
    """Whether an amount has a rate: neither is it 0, nor was the budget met exactly."""
    return bool(row["actual"]) and Decimal(row[column]) not in (0, Decimal(row["actual"]))


def _where(document: Document, figures: Iterable[Figure], column: str, value: str) -> str:
    """The line of the first figure of a column with a value."""
    found = next((one for one in figures if (one.field, one.value) == (column, value)), None)
    return document.where(found.start) if found else document.name


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

"""Every amount of the ledgers, found by its value, however it is written; and what is counted.

An exact value leads to its places; a value of two to five digits to the exact values that are
rounded so: who looks for 3.63亿 finds 36,327.53 万元.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import cache, partial

from juesuan import terms
from juesuan.pages import addresses
from juesuan.pages.machines.search.cutting import shortened
from juesuan.pages.machines.search.pieces import Shards, compact
from juesuan.pages.store.store import Store
from juesuan.rows import DisclosureRow, FiguresRow

PLACES = 24
"""Places that one value leads to: what is bound first."""

VALUES = 16
"""Exact values that a rounded one leads to."""

_ROUNDED = (2, 3, 4, 5)
"""Digits of rounded values."""

_LEAST = 100
"""Amounts below so many 万元 are not looked for by a rounded value."""

_LABEL = 40
"""Characters of what an amount is."""

_MONEY = (
    "unit IN ({units}) OR (status = 'bound' AND (unit = '%' OR (resource = 'project_funds' "
    "AND field IN ('initial_budget', 'annual_budget', 'executed', 'execution_rate_pct')) "
    "OR resource LIKE 'table_')) OR (status = 'bound' AND resource IN ('measures', 'indicators') "
    "AND unit IN ({counts}))"
)

_COUNTED = {"人次": "人次", "名": "人", "台(套)": "台", "个批次": "批次", "批": "批次"}
"""Units of counts that are said in several ways, each with the one that is looked up."""

SOURCE = "source"
"""How the address of every figure begins, below its disclosure: the script knows it."""

_Place = tuple[int, int, int, str]
"""Its rank among the places of a value, the number of its disclosure, its line; what the script
reads of it: as printed, what it is, both numbers, its address below the disclosure."""

_Values = dict[tuple[Decimal, str], list[_Place]]
"""Values, each with its mark if it is no amount of money, to their places, the best first."""


def shards(store: Store) -> Shards:
    """The amounts of all disclosures, in pieces."""
    places: _Values = {}
    read = cache(_read)  # many print the same
    owners: list[list[str]] = []
    for number, about in enumerate(store.disclosures()):
        owners.append([about["disclosure_id"], f"{about['department']} {about['fiscal_year']}"])
        for value, rank, *told in store.made_of(about, "amounts", partial(_of_one, store, about)):
            before, line, behind = told
            text = f"[{before},{number},{line},{behind}]"
            _put(places.setdefault(read(value), []), (int(rank), number, int(line), text))
    held = {f"={written(value)}{mark}": found for (value, mark), found in places.items()}
    money = {value: found for (value, mark), found in places.items() if not mark}
    return _Amounts(owners, held, _rounded(money))


def _put(best: list[_Place], one: _Place) -> None:
    """Put a place among the best of a value, as far as there is room."""
    if len(best) < PLACES or one < best[-1]:
        insort(best, one, key=_order)
        del best[PLACES:]


def _order(place: _Place) -> tuple[int, int, int]:
    return place[:3]


def _read(value: str) -> tuple[Decimal, str]:
    """A value as :func:`_of_one` gives it: its amount, and its mark if it is not money."""
    digits, _, mark = value.partition(" ")
    return Decimal(digits), mark


class _Amounts(Shards):
    """Amounts in pieces; each tells the disclosures that it names: number to id and title."""

    def __init__(
        self,
        owners: Sequence[list[str]],
        held: Mapping[str, list[_Place]],
        rounded_to: Mapping[str, object],
    ) -> None:
        texts = {token: f"[{','.join(one[3] for one in own)}]" for token, own in held.items()}
        texts |= {token: compact(own) for token, own in rounded_to.items()}
        super().__init__("n", texts)
        self._owners, self._places = owners, held

    def beside(self, tokens: Sequence[str]) -> dict[str, object]:
        """The disclosures that a piece names."""
        numbers = {one[1] for token in tokens for one in self._places.get(token, ())}
        return {str(i): self._owners[i] for i in sorted(numbers)}


def written(value: Decimal) -> str:
    """A value as it is looked up: plain, without zeros that say nothing.

    >>> written(Decimal("3653.30")), written(Decimal("1E+3"))
    ('3653.3', '1000')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def rounded(value: Decimal, digits: int) -> set[str]:
    """A value rounded half up to so many digits, and cut off there, with their number.

    >>> rounded(Decimal("36327.53"), 3), sorted(rounded(Decimal("36327.53"), 5))
    ({'3~36300'}, ['5~36327', '5~36328'])
    """
    step = Decimal(1).scaleb(value.adjusted() - digits + 1)
    every = (value.quantize(step, way) for way in (ROUND_HALF_UP, ROUND_DOWN))
    return {f"{digits}~{written(one)}" for one in every}


def _rounded(places: dict[Decimal, list[_Place]]) -> dict[str, object]:
    """Rounded values to the exact ones, those of the most important places first."""
    found: dict[str, list[tuple[int, Decimal]]] = {}
    for value, own in places.items():
        keys = {key for size in _ROUNDED if value >= _LEAST for key in rounded(value, size)}
        for key in sorted(keys):
            if key.partition("~")[2] != written(value):
                found.setdefault(key, []).append((own[0][0], value))
    return {
        key: [written(value) for _, value in sorted(own)[:VALUES]] for key, own in found.items()
    }


def _of_one(store: Store, about: DisclosureRow) -> list[list[str]]:
    """The amounts of one disclosure in 万元.

    Returns:
        Of each its value without sign (of percentages and counts with their mark), the rank of its
        place; as JSON how it is printed (a fall with its sign) and what it is, its line, and how
        its address below the disclosure goes on from :data:`SOURCE`.
    """
    units = terms.money_factors()
    counts = [unit.name for unit in terms.units() if unit.kind == "count"]
    asked = _MONEY.format(
        units=", ".join("?" for _ in units), counts=", ".join("?" for _ in counts)
    )
    one = about["disclosure_id"]
    own = store.of(one, asked, *units, *counts, order="figure_id").rows("figures")
    names, found = _names(store, about), []
    for row in own:
        if not row["value"]:
            continue
        url = addresses.source_figure(int(row["line"]), row["figure_id"])
        before = f"{compact(_shown(row))},{compact(_label(row, names))}"
        told = [str(_rank(row)), before, str(int(row["line"])), compact(url.removeprefix(SOURCE))]
        found.append([_size(row, units), *told])
    return found


def _size(row: FiguresRow, units: Mapping[str, Decimal]) -> str:
    """The size of a figure in 万元, or in percent or a unit of counts with its mark."""
    money = row["unit"] in units or not row["unit"]
    mark = "%" if _is_percent(row) else "" if money else _COUNTED.get(row["unit"], row["unit"])
    is_converted = terms.is_converted(row["status"], row["resource"])
    factor = Decimal(1) if is_converted else units.get(row["unit"], Decimal(1))
    return f"{abs(Decimal(row['value'])) * factor} {mark}".strip()


def _is_percent(row: FiguresRow) -> bool:
    return row["unit"] == "%" or row["field"].endswith("_pct")


def _shown(row: FiguresRow) -> str:
    """A figure as it is printed; with its sign where a word says it (减少, 下降)."""
    text = " ".join(row["text"].split())
    falls = Decimal(row["value"]) < 0 and not text.startswith(("-", "−", "－"))
    unit = row["unit"] or ("%" if _is_percent(row) else "")
    return ("-" if falls else "") + (text if text.endswith(unit) else text + unit)


_RANKS = {"measures": 0, "projects": 1, "project_funds": 1, "functions": 2}


def _rank(row: FiguresRow) -> int:
    """The order of places: measures first, what only stands in a text last."""
    if row["status"] != "bound":
        return 9
    return _RANKS.get(row["resource"], 3) + (0 if row["field"] in ("actual", "executed") else 4)


def _names(store: Store, about: DisclosureRow) -> dict[tuple[str, str], str]:
    """Resource and row to what stands in the row, where it has a name."""
    own = store.of(about["disclosure_id"])
    schemas = terms.resource_schemas()
    found: dict[tuple[str, str], str] = {}
    for one in own.rows("measures"):
        found["measures", schemas["measures"].row_key(one)] = terms.measures()[one["measure"]].label
    for line in own.rows("functions"):
        name = line["item"] or line["subclass"] or line["class"]
        found["functions", schemas["functions"].row_key(line)] = name
    for form in own.rows("projects"):
        found["projects", form["project_id"]] = form["name"]
    return found


def _label(row: FiguresRow, names: dict[tuple[str, str], str]) -> str:
    """What an amount is: the name of its row, the title of its column."""
    resource = terms.resource_schemas().get(row["resource"])
    if resource is None:
        return "文中"
    column = next((one.title for one in resource.fields if one.name == row["field"]), "")
    key, form = (row["resource"], row["row"]), ("projects", row["row"].partition("/")[0])
    name = names.get(key) or names.get(form) or resource.title
    named = shortened(name, _LABEL)
    return f"{named} · {column}" if column else named

"""Codes of the classifications, by name: from the statutory tables that print them, else from the
classifications in force.

A line is found by its names at all levels, never by the last one alone: 行政运行 stands in fifty
subclasses. A name that neither has is remarked, and so are a name that only the list of another
year has and a printed code that the classification does not know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product
from typing import Literal, TypeVar

from juesuan import terms
from juesuan.parse.claims import Draft
from juesuan.parse.prose.lexer.classification import present_classes
from juesuan.rows import FunctionsRow

Names = tuple[str, ...]
"""Names of class, subclass and item; empty for a level that a line does not reach."""

Coded = Literal["table2", "table3", "table5", "table6", "table8", "table9"]
"""Statutory tables that print codes."""

_FUNDS: Mapping[Literal["table5", "table8", "table9"], str] = {
    "table5": "general_public_budget",
    "table8": "government_fund",
    "table9": "state_capital",
}
"""Tables of one budget each: their codes are those of its lines."""

_FUNCTIONAL: tuple[Coded, ...] = ("table2", "table3", "table5", "table8", "table9")
_ECONOMIC: tuple[Coded, ...] = ("table6",)
_LENGTHS = (3, 5)
"""Digits of the code of a class and of a subclass."""

_ITEM = 7
"""Digits of the code of an item."""

_CONSTRUCTION = ("309", "311")
"""Classes of the economic classification for capital construction (基本建设), which is never basic
expenditure; their categories are called as those of other classes."""

_AS_PRINTED = str.maketrans({"（": "(", "）": ")", **dict.fromkeys("“”‘’「」\"'")})
"""What documents print in several ways: brackets, and quotation marks, which they leave out too."""

_Name = TypeVar("_Name")


def codes(draft: Draft, year: int) -> None:
    """Fill codes.

    Args:
        draft: that has all rows of the prose and of the statutory tables.
        year: the fiscal year, whose classifications are in force.
    """
    _stand_in(draft, year)
    _lines(draft, year)
    _classes_of_tables(draft, year)
    _unknown(draft, "functional", _FUNCTIONAL, year)
    _unknown(draft, "economic", _ECONOMIC, year)
    _categories(draft, year)


def _stand_in(draft: Draft, year: int) -> None:
    """Remark that the list of another year stands for the one of this year."""
    listed = terms.edition("functional", year)
    if listed != year:
        draft.remarks.append(
            f"classifications {year}: there is no list of that year; the one of {listed} "
            "stands for it, so names and codes may differ"
        )


def _lines(draft: Draft, year: int) -> None:
    """Codes of the lines of spending by function."""
    known, printed = _by_names(year), _printed(draft)
    for row in draft.rows("functions"):
        names = _names(row)
        present = (_present(names[0], row["class"]), *names[1:])
        own = printed.get((row["fund"], names), "")
        elsewhere = printed.get((row["fund"], present), "")
        listed = known.get(names, "") or known.get(present, "")
        code = own or elsewhere or listed or _of_another_time(draft, present, year)
        row["code"], row["code_derived"] = code, "true" if code and not own else ""


def _names(row: FunctionsRow) -> Names:
    return tuple(_plain(name) for name in (row["class"], row["subclass"], row["item"]))


def _present(name: str, printed: str) -> str:
    """The present name of a class that is printed under a former name, or the name itself."""
    return _plain(present_classes().get(terms.class_code(printed), name))


def _by_names(year: int) -> dict[Names, str]:
    """Names to code in a year; departments go on printing what was in force the year before."""
    return {**_listed(year - 1), **_listed(year)}


@cache
def _listed(year: int) -> Mapping[Names, str]:
    """Names to code in the list of a year."""
    names = terms.classification("functional", year)
    return _unambiguous((_path(code, names), code) for code in names)


def _unambiguous(named: Iterable[tuple[_Name, str]]) -> dict[_Name, str]:
    """Name to code; an empty one where two codes have the name."""
    found: dict[_Name, str] = {}
    for name, code in named:
        found[name] = "" if name in found else code
    return found


def _of_another_time(draft: Draft, names: Names, year: int) -> str:
    """The code by the nearest list with these names, else by former names; remarked, as is none."""
    nearest = sorted(terms.editions("functional"), key=lambda one: abs(one - year))
    listed = ((f"by the list of {one}", _listed(one).get(names, "")) for one in nearest)
    former = ("by former names", _former().get(names, ""))
    how, code = next((found for found in (*listed, former) if found[1]), ("", ""))
    told = f"{code} {how}" if code else "no code"
    path = " / ".join(name for name in names if name)
    draft.remarks.append(f"functional classification {year}: {told} for {path}")
    return code


@cache
def _former() -> Mapping[Names, str]:
    """Names to code where a subclass or an item has a name from before the first list."""
    names = terms.classification("functional")
    paths = ((path, code) for code in names for path in product(*_called(code, names)))
    return _unambiguous((path, code) for path, code in paths if path != _path(code, names))


def _called(code: str, names: Mapping[str, str]) -> list[list[str]]:
    """What class, subclass and item of a code are called today, and were called formerly."""
    former = terms.former_names()
    levels = [code[:length] if length <= len(code) else "" for length in (*_LENGTHS, _ITEM)]
    return [
        [_plain(name) for name in (names.get(level, ""), *former.get(level, ()))]
        for level in levels
    ]


def _printed(draft: Draft) -> dict[tuple[str, Names], str]:
    """Fund and names to the code that a statutory table prints; none where it prints two.

    Names without those above them, as where a table lists items alone, may be of several.
    """
    return _unambiguous(
        ((fund, _path(code, names)), code)
        for table, fund in _FUNDS.items()
        for names in [{row["code"]: row["name"] for row in draft.rows(table) if row["code"]}]
        for code in names
    )


def _path(code: str, names: Mapping[str, str]) -> Names:
    """The names of class, subclass and item of a code."""
    above = [names.get(code[:length], "") for length in _LENGTHS if length < len(code)]
    return tuple(_plain(name) for name in (*above, names[code], "", "")[:3])


def _classes_of_tables(draft: Draft, year: int) -> None:
    """Codes of the classes that the tables of all revenue and expenditure name."""
    known = _by_names(year)
    ordinal = terms.words("statutory").pattern("ordinal")
    for row in (*draft.rows("table1"), *draft.rows("table4")):
        if row["side"] == "expenditure" and row["kind"] == "line":
            row["code"] = known.get((ordinal.sub("", _plain(row["label"])), "", ""), "")
            row["code_derived"] = "true" if row["code"] else ""


def _unknown(
    draft: Draft, kind: Literal["functional", "economic"], tables: tuple[Coded, ...], year: int
) -> None:
    """Remark printed codes that the classification lacks in every year: it grows by them."""
    known = {code for one in terms.editions(kind) for code in terms.classification(kind, one)}
    printed = {
        row["code"]: row["name"] for table in tables for row in draft.rows(table) if row["code"]
    }
    lacking = [f"{code} {name}" for code, name in sorted(printed.items()) if code not in known]
    if lacking:
        draft.remarks.append(
            f"{kind} classification {year}: {len(lacking)} printed codes are not in "
            f"scripts/juesuan/terms/data/{kind}.csv ({', '.join(lacking)}); add those that the "
            "Ministry's classification has"
        )


def _categories(draft: Draft, year: int) -> None:
    """Codes of the categories of basic expenditure."""
    known = _unambiguous(
        (_plain(name), code)
        for code, name in terms.classification("economic", year).items()
        if len(code) == 5 and not code.startswith(_CONSTRUCTION)
    )
    for row in draft.rows("economic"):
        row["code"] = known.get(_plain(row["name"]), "")
        if not row["code"]:
            draft.remarks.append(f"economic classification {year}: no code for {row['name']}")


def _plain(name: str) -> str:
    return name.translate(_AS_PRINTED)

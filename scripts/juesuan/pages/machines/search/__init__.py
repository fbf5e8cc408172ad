"""What search loads: records and their index, words of questions, answers, amounts."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import metadata

from juesuan import terms
from juesuan.pages.machines.search import (
    amounts,
    answers,
    contradictions,
    cutting,
    english,
    functions,
    index,
    inside,
    named,
    vocabulary,
)
from juesuan.pages.machines.search.records import records
from juesuan.pages.store.store import Store


def files(store: Store) -> Iterator[tuple[str, str]]:
    """All pieces: address and content."""
    edition = metadata.version("pypinyin")
    known = store.kept("sounds", edition)
    cutting.hear(known)
    taken = index.Postings()
    for record, weights in records(store):
        taken.add(record, weights)
    numerals = amounts.shards(store)
    yield from numerals.files()
    spent = functions.shards(store)
    yield from spent.files()
    number, within = inside.files(store)
    yield from within
    first = {
        "total": len(taken.records),
        "amounts": numerals.number,
        "functions": spent.number,
        "inside": number,
        "aliases": terms.aliases(),
    }
    del numerals
    yield from index.files(taken, first)
    yield from answers.files(store)
    yield from named.files(store)
    yield from contradictions.files(store)
    yield from vocabulary.files(store, taken.records)
    yield from english.files(store)
    if len(cutting.heard()) > len(known):
        store.keep("sounds", edition, cutting.heard())


__all__ = ["files"]

"""Damage of texts: what extraction, a scan, or a careless hand does to a disclosure.

``python -m tests.damage_texts 3000 5000`` reads so many damaged texts, from a seed on, and prints how
many of them broke the parser, how long the slowest took, and in how many a figure was lost, moved or
published damaged and nothing was told, or nothing but by a check that fails now.
"""

from __future__ import annotations

import difflib
import itertools
import random
import re
import sys
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from juesuan import check, intake, terms
from juesuan.errors import JuesuanError
from juesuan.intake.text.hidden import without_secrets
from juesuan.intake.typed.typed_tables import with_typed_tables
from juesuan.model import Facts
from juesuan.package.tables import figure_rows
from juesuan.parse import complete
from tests.conftest import IDS, ROOT, document_of
from tests.damage_kinds import DAMAGES
from tests.made import FRAGMENTS, disclosure, understood

PROVINCES = Path(__file__).parent / "parse" / "provinces"


def sources() -> dict[str, str]:
    """The texts that are damaged: the five, two made ones, and those of the provinces."""
    found = {"made": disclosure(), "fragments": disclosure(overall="", project=FRAGMENTS)}
    found |= {one.stem: one.read_text(encoding="utf-8") for one in sorted(PROVINCES.glob("*.txt"))}
    for one in IDS:
        found[one] = intake.read(next((ROOT / "datapackages" / one / "source").iterdir())).text
    return found


Cells = dict[tuple[str, str, str], str]


@dataclass(frozen=True)
class Read:
    """What becomes of a text, as the program converts it: facts with all that is remarked."""

    facts: Facts

    @cached_property
    def contradictions(self) -> frozenset[tuple[str, ...]]:
        """The checks that fail or cannot be read: each is published and named in the report."""
        return frozenset(
            (one["state"], one["rule"], one["subject"])
            for one in check.run(self.facts)
            if one["state"] in ("fail", "unreadable")
        )


def read(text: str) -> Read:
    """What is understood of a text, with the remarks of every stage."""
    document = without_secrets(with_typed_tables(document_of(text)))
    facts = understood(document)
    tables = {**facts.tables, "figures": tuple(figure_rows(facts, document))}
    remarks = (*facts.remarks, *complete(document, facts))
    return Read(Facts(facts.disclosure_id, tables, facts.figures, remarks, printed=text))


_LABELS = {
    "project_funds": ("project_id", "label"),
    "indicators": ("project_id", "level3"),
    "functions": ("fund", "class", "subclass", "item"),
}
"""Rows that are known by what is printed in them, and not by their position."""


def bound(facts: Facts) -> Cells:
    """Every figure that was published, by its cell.

    A row of a form and a line of spending are known by their labels, so that one printed before
    them moves no figure.
    """
    names = {
        (resource, terms.resource_schemas()[resource].row_key(row)): " ".join(
            row[one] for one in labels
        )
        for resource, labels in _LABELS.items()
        for row in facts.tables.get(resource, ())
    }
    cells: Cells = {}
    for one in facts.figures:
        if one.status == "bound":
            row = names.get((one.resource, one.row), one.row)
            cells.setdefault((one.resource, row, one.field), one.value)
    return cells


def told(facts: Facts) -> Counter[str]:
    """What a maintainer or a reader is told: remarks, marks, figures that are not read."""
    marks = (
        mark
        for rows in facts.tables.values()
        for row in rows
        for mark in row.get("unreadable", "").split()
    )
    unread = ("unread" for one in facts.figures if one.status == "unread")
    return Counter([*(re.sub(r"\d+", "", one) for one in facts.remarks), *marks, *unread])


def is_silent(before: Read, after: Read) -> bool:
    """Whether figures went out of their cells or changed there, and nothing more is told."""
    return bool(harmed(before, after)) and not told(after.facts) - told(before.facts)


def harmed(before: Read, after: Read) -> Iterable[tuple[tuple[str, str, str], str, str | None]]:
    """The cells whose figure went away or changed, with what was and is in them.

    A row whose printed name lost, doubled or misread a character is the same row.
    """
    was, now = bound(before.facts), bound(after.facts)
    renamed = _renamed(was, now)
    return [
        (cell, value, found)
        for cell, value in was.items()
        if (found := now.get((cell[0], renamed.get(cell[:2], cell[1]), cell[2]))) != value
    ]


def _renamed(was: Cells, now: Cells) -> dict[tuple[str, str], str]:
    """The rows of forms and of spending whose name is gone, with the new one that is nearly it."""
    rows, new = {cell[:2] for cell in was}, {cell[:2] for cell in now}
    names: dict[tuple[str, str], str] = {}
    for resource, name in sorted(rows - new):
        near = sorted(other for kind, other in new - rows if kind == resource)
        if resource in _LABELS and (found := difflib.get_close_matches(name, near, 1, 0.75)):
            names[resource, name] = found[0]
    return names


def variants(
    number: int, texts: dict[str, str], first: int = 0, kinds: Sequence[str] = ()
) -> Iterator[tuple[str, str, str]]:
    """So many damaged texts: the kind, the source, the text; the same ones each time.

    Args:
        number: of them.
        texts: that are damaged, by their names.
        first: seed of the first one.
        kinds: of damage, by name; all where empty.
    """
    names, kinds = list(texts), kinds or list(DAMAGES)
    for seed in range(first, first + number):
        rng = random.Random(seed)
        kind = kinds[seed % len(kinds)]
        name = rng.choice(names)
        yield kind, name, DAMAGES[kind](texts[name], rng)


def outcome(before: Read, text: str) -> str:
    """What became of a damaged text.

    ``refused``; ``silent``; ``contradicted`` where nothing of it is told but by a check that fails
    now; or ``well``.
    """
    try:
        after = read(text)
    except JuesuanError:
        return "refused"
    if not is_silent(before, after):
        return "well"
    return "contradicted" if after.contradictions - before.contradictions else "silent"


def main(number: int, first: int, kinds: Sequence[str] = ()) -> None:
    texts = sources()
    before = {name: read(text) for name, text in texts.items()}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    longest = 0.0
    for kind, name, text in variants(number, texts, first, kinds):
        began = time.perf_counter()
        try:
            found = outcome(before[name], text)
        except Exception:
            found = "broke"
            print(kind, name, traceback.format_exc(limit=-2))
        longest = max(longest, time.perf_counter() - began)
        counts[kind][found] += 1
        if found == "silent" and "-v" in sys.argv:
            _show(kind, name, texts[name], text, before[name])
    for kind, one in sorted(counts.items(), key=lambda item: -item[1]["silent"]):
        if one["silent"] or one["broke"] or one["contradicted"]:
            print(f"{kind}: {dict(one)}")
    total = sum(counts.values(), Counter[str]())
    shares = [f"{total[one]} {one} ({100 * total[one] / number:.2f} %)" for one in _TOLD]
    print(f"{number} variants of {len(counts)} kinds: {', '.join(shares)}, longest {longest:.2f} s")


def _show(kind: str, name: str, was: str, text: str, before: Read) -> None:
    """Print what a damage changed, and which cells it harmed."""
    print(f"--- {kind} {name}")
    lines = difflib.unified_diff(was.split("\n"), text.split("\n"), lineterm="", n=1)
    print("\n".join(line[:400] for line in itertools.islice(lines, 3, 12)))
    for cell, value, now in harmed(before, read(text)):
        print("   ", *cell, value, "->", now)


_TOLD = ("broke", "silent", "contradicted", "refused")

if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:] if one.isdecimal()]
    main(*(numbers + [500, 0][len(numbers) :])[:2], [one for one in sys.argv if one in DAMAGES])

"""Which figures do the rules guard? One digit of one bound figure is changed at a time, the text is read and checked again.

Run as a program it prints, for each section and kind of figure, the share of changes that turn at least one check to
``fail``, and the figures that no rule guards. ``--sample N`` takes every N-th figure.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from juesuan import check, intake
from juesuan.intake.characters import clean
from juesuan.intake.marks import unmark
from juesuan.model import Document, Facts, Figure
from juesuan.package.tables import figure_rows
from juesuan.parse import parse

ROOT = Path(__file__).resolve().parent.parent


def read(text: str, disclosure_id: str) -> Facts:
    """What is understood of a text, with its ledger as rows, as a loaded package has it."""
    document = Document("x.txt", "0" * 64, len(text), "utf-8", text, unmark(clean(text)))
    identity = intake.identify(document)
    head = {"fiscal_year": str(identity.year), "department": identity.department, "region_code": identity.region_code}
    facts = parse(document, disclosure_id, head)
    lines = {figure.start: document.line_of(figure.start) for figure in facts.figures}
    tables = {**facts.tables, "figures": tuple(figure_rows(facts, lines, {}, {}))}
    return Facts(disclosure_id, tables, facts.figures)


def fails(facts: Facts) -> set[tuple[str, str, str]]:
    """The failed checks: rule, subject and values."""
    return {(r["rule"], r["subject"], r["difference"]) for r in check.run(facts) if r["state"] == "fail"}


def changed(text: str, figure: Figure, rng: random.Random) -> str:
    """The text with one digit of a figure changed."""
    places = [i for i in range(figure.start, figure.end) if text[i].isascii() and text[i].isdigit()]
    at = rng.choice(places)
    digit = rng.choice([d for d in "0123456789" if d != text[at]])
    return text[:at] + digit + text[at + 1 :]


def kind(figure: Figure) -> str:
    """The group in which a figure is counted."""
    if figure.resource == "measures":
        return f"measures {figure.row.partition('/')[0]}"
    return f"{figure.resource} {figure.field}"


def one(disclosure_id: str, number: int) -> tuple[str, bool, str]:
    """Change the n-th bound figure of a disclosure: its group, whether a check notices, where it stands."""
    text, base, figures = _loaded(disclosure_id)
    figure = figures[number]
    after = fails(read(changed(text, figure, random.Random(f"{disclosure_id} {number}")), disclosure_id))
    return kind(figure), bool(after - base), f"{figure.row} {figure.field} {figure.text}"


_CACHE: dict[str, tuple[str, set, list[Figure]]] = {}


def _loaded(disclosure_id: str) -> tuple[str, set, list[Figure]]:
    if disclosure_id not in _CACHE:
        path = next((ROOT / "datapackages" / disclosure_id / "source").iterdir())
        text = path.read_text(encoding="utf-8")
        facts = read(text, disclosure_id)
        bound = [f for f in facts.figures if f.status == "bound" and any(c.isascii() and c.isdigit() for c in f.text)]
        _CACHE[disclosure_id] = (text, fails(facts), bound)
    return _CACHE[disclosure_id]


def run(ids: list[str], sample: int, narrative: bool) -> tuple[Counter, Counter, list[str]]:
    """Changes and notices by group, and what no rule guards."""
    tasks = []
    for disclosure_id in ids:
        figures = _loaded(disclosure_id)[2]
        wanted = [i for i, f in enumerate(figures) if not narrative or f.resource in ("measures", "functions")]
        tasks += [(disclosure_id, i) for i in wanted[::sample]]
    total: Counter = Counter()
    noticed: Counter = Counter()
    unguarded = []
    with ProcessPoolExecutor() as pool:
        for task, (group, seen, where) in zip(tasks, pool.map(one, *zip(*tasks, strict=True), chunksize=20), strict=True):
            total[group] += 1
            noticed[group] += seen
            if not seen:
                unguarded.append(f"{task[0]} {where}")
    return total, noticed, unguarded


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=1)
    parser.add_argument("--narrative", action="store_true", help="only figures of the prose")
    parser.add_argument("--list", action="store_true", help="list the figures that no rule guards")
    options = parser.parse_args()
    ids = sorted(path.name for path in (ROOT / "datapackages").iterdir())
    total, noticed, unguarded = run(ids, options.sample, options.narrative)
    for group in sorted(total):
        print(f"{group:40} {noticed[group]:5} of {total[group]:5}  {100 * noticed[group] / total[group]:5.1f} %")
    print(
        f"{'all':40} {sum(noticed.values()):5} of {sum(total.values()):5}  {100 * sum(noticed.values()) / sum(total.values()):5.1f} %"
    )
    if options.list:
        print("\n".join(unguarded))


if __name__ == "__main__":
    sys.exit(main())

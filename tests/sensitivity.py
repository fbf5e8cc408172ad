"""Which figures do the rules guard? One digit of one bound figure is changed at a time, the text is read and checked again.

Run as a program it prints, for each section (amounts of the prose, percentages of the prose, scores, weights and money of the
forms, tables) and for each part of it, the share of changes that turn at least one check to ``fail``, and with ``--list`` the figures
that no rule guards. ``--sample N`` takes every N-th figure; the same N changes the same digits. Two processes.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from juesuan import check, terms
from juesuan.intake.text.characters import clean
from juesuan.intake.text.marks import unmark
from juesuan.model import Document, Facts, Figure
from juesuan.package.tables import figure_rows
from tests.made import understood

ROOT = Path(__file__).resolve().parent.parent
PROCESSES = 2
STATES = ("fail", "rounding", "unreadable")


def read(text: str, disclosure_id: str) -> Facts:
    """What is understood of a text, with its ledger as rows, as a loaded package has it."""
    document = Document("x.txt", "0" * 64, len(text), "utf-8", text, unmark(clean(text)))
    facts = understood(document, disclosure_id)
    tables = {**facts.tables, "figures": tuple(figure_rows(facts, document))}
    return Facts(disclosure_id, tables, facts.figures, printed=text)


def findings(facts: Facts) -> set[tuple[str, str, str, str]]:
    """The checks that failed, needed rounding or could not be read: state, rule, subject and difference."""
    return {
        (r["state"], r["rule"], r["subject"], r["difference"])
        for r in check.run(facts)
        if r["state"] in STATES
    }


def changed(text: str, figure: Figure, rng: random.Random) -> str:
    """The text with one digit of a figure changed."""
    places = [i for i in range(figure.start, figure.end) if text[i].isascii() and text[i].isdigit()]
    at = rng.choice(places)
    digit = rng.choice([d for d in "0123456789" if d != text[at]])
    return text[:at] + digit + text[at + 1 :]


_FORMS = {
    **dict.fromkeys(("score", "total_score"), "form scores"),
    "weight": "form weights",
    **dict.fromkeys(("initial_budget", "annual_budget", "executed"), "form money"),
    "execution_rate_pct": "form rates",
}
AIMS = {
    "narrative amounts": 95, "narrative percentages": 95, "form scores": 98, "form weights": 98,
}  # fmt: skip
"""What the project wants to reach, percent."""


def kind(figure: Figure) -> tuple[str, str]:
    """The section in which a figure is counted, and the part of it."""
    part = f"{figure.resource} {figure.field}"
    if figure.resource in ("measures", "functions", "economic"):
        section, _, measure = figure.row.partition("/")
        part = section if figure.resource == "measures" else f"{figure.resource} {section}"
        if figure.field.endswith("_pct"):
            return "narrative percentages", part
        unit = terms.measures()[measure].unit if figure.resource == "measures" else "万元"
        return (
            "narrative amounts" if terms.unit_kind(unit) == "money" else "narrative counts"
        ), part
    if figure.resource in ("projects", "project_funds", "indicators"):
        return _FORMS.get(figure.field, "form targets and results"), part
    return ("tables" if figure.resource.startswith("table") else "other"), part


def one(disclosure_id: str, number: int) -> tuple[tuple[str, str], str, str]:
    """Change the n-th bound figure of a disclosure: its section, what checks make of it, where it stands and what became of it.

    A change that is no contradiction but needs the rounding envelope is ``rounding``: the digit is too small to be told from it.
    One after which a form is suspected of being misread is ``unreadable``.
    """
    text, base, figures = _loaded(disclosure_id)
    figure = figures[number]
    mutated = changed(text, figure, random.Random(f"{disclosure_id} {number}"))
    new = findings(read(mutated, disclosure_id)) - base
    seen = next((state for state in STATES if any(one[0] == state for one in new)), "")
    where = f"{figure.row} {figure.field} {figure.text} -> {mutated[figure.start : figure.end]}"
    return kind(figure), seen, where


_CACHE: dict[str, tuple[str, set, list[Figure]]] = {}


def _loaded(disclosure_id: str) -> tuple[str, set, list[Figure]]:
    if disclosure_id not in _CACHE:
        path = next((ROOT / "datapackages" / disclosure_id / "source").iterdir())
        text = path.read_text(encoding="utf-8")
        facts = read(text, disclosure_id)
        bound = [
            f
            for f in facts.figures
            if f.status == "bound" and any(c.isascii() and c.isdigit() for c in f.text)
        ]
        _CACHE[disclosure_id] = (text, findings(facts), bound)
    return _CACHE[disclosure_id]


@dataclass
class Tally:
    """Changes by section and part: all; those that fail a check; those that only need rounding; those after which a figure is
    suspected of being misread; the rest.
    """

    total: Counter = field(default_factory=Counter)
    fail: Counter = field(default_factory=Counter)
    rounding: Counter = field(default_factory=Counter)
    unreadable: Counter = field(default_factory=Counter)
    unguarded: list[str] = field(default_factory=list)

    def line(self, name: str, groups: list[tuple[str, str]]) -> str:
        """A row of the table."""
        counters = (self.total, self.fail, self.rounding, self.unreadable)
        total, fail, near, lost = (sum(counter[one] for one in groups) for counter in counters)
        told = 100 * (fail + near + lost) / total
        return f"{name:42} {total:7} {fail:6} {100 * fail / total:6.1f} % {near:8} {lost:10} {told:6.1f} %"


def run(ids: list[str], sample: int, narrative: bool) -> Tally:
    """Change every ``sample``-th bound figure of disclosures, one at a time."""
    tasks = []
    for disclosure_id in ids:
        figures = _loaded(disclosure_id)[2]
        wanted = [
            i
            for i, f in enumerate(figures)
            if not narrative or f.resource in ("measures", "functions")
        ]
        tasks += [(disclosure_id, i) for i in wanted[::sample]]
    tally = Tally()
    with ProcessPoolExecutor(PROCESSES) as pool:
        for task, (group, seen, where) in zip(
            tasks, pool.map(one, *zip(*tasks, strict=True), chunksize=20), strict=True
        ):
            tally.total[group] += 1
            tally.fail[group] += seen == "fail"
            tally.rounding[group] += seen == "rounding"
            tally.unreadable[group] += seen == "unreadable"
            if seen != "fail":
                tally.unguarded.append(
                    f"{group[0]}: {task[0]} {where}{f' ({seen})' if seen else ''}"
                )
    return tally


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=1)
    parser.add_argument("--narrative", action="store_true", help="only figures of the prose")
    parser.add_argument("--list", action="store_true", help="list the figures that no rule guards")
    options = parser.parse_args()
    ids = sorted(path.parent.name for path in (ROOT / "datapackages").glob("*/source"))
    tally = run(ids, options.sample, options.narrative)
    print(
        f"{'':42} {'changed':>7} {'fail':>6} {'':8} {'rounding':>8} {'unreadable':>10} {'told':>8}"
    )
    for section in sorted({section for section, _ in tally.total}):
        groups = sorted(one for one in tally.total if one[0] == section)
        print(
            tally.line(section, groups) + (f"   aim {AIMS[section]} %" if section in AIMS else "")
        )
        for group in groups:
            print(tally.line(f"    {group[1]}", [group]))
    print(tally.line("all", list(tally.total)))
    if options.list:
        print("\n".join(sorted(tally.unguarded)))


if __name__ == "__main__":
    sys.exit(main())

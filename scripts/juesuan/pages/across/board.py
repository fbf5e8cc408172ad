"""The board of checks: contradictions with both printed sentences side by side, by what may be one cause; a page a rule."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from markupsafe import Markup

from juesuan.check import all_rules
from juesuan.pages.figures import Evidence
from juesuan.pages.markup import environment
from juesuan.pages.store import Store
from juesuan.pages.words import ORDER
from juesuan.rows import Row

MOST = 200
"""Groups of contradictions on the board, and contradictions on a rule's page; the files for download hold all."""

FEW = 8
"""So many printed lines of a check are shown at once; of more the first and the last ones. Zeros among many addends unfold."""


@dataclass
class Quote:
    """A printed line with a figure marked in it, and further figures of the check that stand in the same line."""

    printed: dict[str, Any]
    link: Markup
    beside: list[Markup] = field(default_factory=list)


@dataclass
class Group:
    """Contradictions of one disclosure that share a figure, and so may have one cause.

    Attributes:
        about: the row of ``disclosure``.
        checks: the failed checks.
        quotes: for each check what is printed around its figures: at once, and unfolded; a printed line once.
    """

    about: Row
    checks: list[Row]
    quotes: list[tuple[list[Quote], list[Quote]]] = field(default_factory=list)

    @property
    def in_figures(self) -> bool:
        """Whether it is about figures and not about words alone."""
        return any(row["figures"] for row in self.checks)

    @property
    def rules(self) -> str:
        """Ids of its rules, for the filter."""
        return " ".join(dict.fromkeys(row["rule"] for row in self.checks))


def pages(store: Store, api: Path) -> Iterator[tuple[str, str]]:
    """The board, the list of rules, and a page a rule.

    Args:
        store: the packages.
        api: the folder of the static API, whose files hold what is printed around the figures of contradictions.
    """
    env = environment()
    totals = {
        state: store.one("SELECT count(*) FROM checks WHERE state = ?", state) for state in ORDER
    }
    number = store.one("SELECT count(DISTINCT disclosure_id) FROM checks WHERE state = 'fail'")
    found = (
        [group for about in store.disclosures() for group in _groups(store, about, api)]
        if totals["fail"]
        else []
    )
    found.sort(key=lambda group: not group.in_figures)  # figures before mere words
    rules = all_rules()
    named = {rule.id: rule for rule in rules}
    context = {
        "groups": found[:MOST],
        "more": max(0, len(found) - MOST),
        "totals": totals,
        "rules": named,
        "departments": sorted({group.about["department"] for group in found}),
        "with_fails": number,
        "without": store.one("SELECT count(*) FROM disclosure") - number,
        "unreadable": store.one(
            "SELECT count(*) FROM checks WHERE state = 'unreadable' AND disclosure_id NOT IN "
            "(SELECT disclosure_id FROM checks WHERE state = 'fail')"
        ),
        "all": store.one("SELECT count(*) FROM disclosure"),
        "years": sorted({group.about["fiscal_year"] for group in found}),
        "failed": sorted({row["rule"] for group in found for row in group.checks}),
    }
    yield "d/parts/board.html", env.get_template("board.html.j2").render(**context)
    counts: dict[str, dict[str, int]] = {}
    for row in store.ask("SELECT rule, state, count(*) AS n FROM checks GROUP BY ALL"):
        counts.setdefault(row["rule"], {})[row["state"]] = int(row["n"])
    yield "d/parts/rules.html", env.get_template("rules.html.j2").render(rules=rules, counts=counts)
    page = env.get_template("rule.md.j2")
    for rule in rules:
        own = [
            (group.about, row, shown)
            for group in found
            for row, shown in zip(group.checks, group.quotes, strict=True)
            if row["rule"] == rule.id
        ]
        where = store.ask(
            "SELECT d.disclosure_id, d.department, d.fiscal_year, c.state, count(*) AS n, any_value(c.statement) AS example "
            "FROM checks c JOIN disclosure d USING (disclosure_id) WHERE rule = ? GROUP BY ALL "
            "ORDER BY d.disclosure_id, c.state LIMIT 300",
            rule.id,
        )
        by_one = [
            (key, list(rows))
            for key, rows in groupby(
                where, key=lambda row: (row["disclosure_id"], row["department"], row["fiscal_year"])
            )
        ]
        yield (
            f"d/rules/{rule.id}.md",
            page.render(
                rule=rule, counts=counts.get(rule.id, {}), fails=own[:MOST], results=by_one
            ),
        )


def _groups(store: Store, about: Row, api: Path) -> list[Group]:
    name = about["disclosure_id"]
    rows = list(
        store.ask(
            "SELECT * FROM checks WHERE disclosure_id = ? AND state = 'fail' ORDER BY rule, subject",
            name,
        )
    )
    if not rows:
        return []
    printed = json.loads(
        (api / "disclosures" / name / "contradictions.json").read_text(encoding="utf-8")
    )["contradictions"]
    quotes = {(one["rule"], one["subject"]): one["quotes"] for one in printed}
    ids = {quote["figure_id"] for every in quotes.values() for quote in every} - {""}
    evidence = store.cited(about, f"../d/{name}/", sorted(ids))
    return [
        Group(
            about,
            checks,
            [_sides(quotes.get((row["rule"], row["subject"]), []), evidence) for row in checks],
        )
        for checks in by_cause(rows)
    ]


def _sides(quotes: Sequence[dict[str, Any]], evidence: Evidence) -> tuple[list[Quote], list[Quote]]:
    """What of a check is shown at once, and what unfolds: every printed line once, with all its figures.

    The figures of a check are those of its left side, then those of its right side; so its first and last lines stand for the
    two sides, and are shown even where they print 0.
    """
    lines: dict[str, Quote] = {}
    for quote in quotes:
        if quote["line"] in lines:
            lines[quote["line"]].beside.append(_linked(evidence, quote))
        else:
            lines[quote["line"]] = Quote(quote, _linked(evidence, quote))
    every = list(lines.values())
    if len(every) <= 3:
        return every, []
    shown = [one for one in every[:-1] if one.beside or one.printed["text"].strip("0.,")] or every[
        :1
    ]
    shown = [*shown[: FEW // 2], *shown[FEW // 2 :][1 - FEW // 2 :]] if len(shown) >= FEW else shown
    shown.append(every[-1])
    return shown, [one for one in every if all(one is not other for other in shown)]


def _linked(evidence: Evidence, quote: dict[str, Any]) -> Markup:
    """A figure as a link to its evidence, words as a link to their line."""
    if not quote["figure_id"]:
        return evidence.to_line(quote["line"], quote["text"])
    return evidence.link(evidence.by_id.get(quote["figure_id"]), quote["text"])


def by_cause(rows: Sequence[Row]) -> list[list[Row]]:
    """Failed checks of one disclosure that share a figure stand together: one figure may be behind them all.

    >>> a, b, c = ({"rule": r, "figures": f} for r, f in (("N1", "f1 f2"), ("N2", "f3"), ("N3", "f2 f4")))
    >>> [[row["rule"] for row in group] for group in by_cause([a, b, c])]
    [['N1', 'N3'], ['N2']]
    """
    groups: list[tuple[set[str], list[Row]]] = []
    for row in rows:
        figures = set(row["figures"].split())
        same = [group for group in groups if figures & group[0]]
        merged = (
            figures.union(*(group[0] for group in same)),
            [*(one for group in same for one in group[1]), row],
        )
        at = groups.index(same[0]) if same else len(groups)
        groups = [group for group in groups if not any(group is other for other in same)]
        groups.insert(at, merged)
    return [group[1] for group in groups]

"""The board of checks: contradictions by what may be one cause, with what is printed; rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import NamedTuple

from markupsafe import Markup

from juesuan.check import all_rules
from juesuan.pages import addresses
from juesuan.pages.addresses import BOARD
from juesuan.pages.digest import Digests
from juesuan.pages.figures import Evidence
from juesuan.pages.limits import CONTRADICTIONS, RESULTS
from juesuan.pages.markup import rendered
from juesuan.pages.printed import Quote
from juesuan.pages.store import Store
from juesuan.pages.words import ORDER
from juesuan.rows import ChecksRow, DisclosureRow, Row

FEW = 8
"""So many printed lines of a check are shown at once; of more the first and the last ones."""

_ALWAYS = 3
"""So many lines are shown whatever they print."""

_NOT_CHECKED = (
    "SELECT count(*) FROM checks WHERE state = 'unreadable' AND disclosure_id NOT IN "
    "(SELECT disclosure_id FROM checks WHERE state = 'fail')"
)
_RESULTS = (
    "SELECT d.disclosure_id, d.department, d.fiscal_year, c.state, count(*) AS n, "
    "arg_min(c.statement, c._row) AS example FROM checks c JOIN disclosure d USING (disclosure_id) "
    "WHERE rule = ? GROUP BY ALL ORDER BY d.disclosure_id, c.state"
)


@dataclass
class PrintedLine:
    """A printed line with a figure marked in it.

    Attributes:
        printed: the figure or words with what stands around them.
        evidence: links to the figures of the disclosure.
        beside: further figures of the check that stand in the same line.
    """

    printed: Quote
    evidence: Evidence
    beside: list[Quote] = field(default_factory=list)

    @property
    def link(self) -> Markup:
        """What is marked, as a link."""
        return _linked(self.evidence, self.printed)

    @property
    def links_beside(self) -> list[Markup]:
        """The figures in the same line, as links."""
        return [_linked(self.evidence, one) for one in self.beside]

    def seen_from(self, evidence: Evidence) -> PrintedLine:
        """The same line with the links of another page."""
        return PrintedLine(self.printed, evidence, self.beside)


@dataclass(frozen=True)
class Lines:
    """The printed lines of a check: those that are shown at once, and those that unfold."""

    shown: list[PrintedLine]
    more: list[PrintedLine]

    def seen_from(self, up: str) -> Lines:
        """The same lines with the links of another page, which is ``up`` from the disclosure."""
        every = self.shown + self.more
        if not every:
            return self
        evidence = every[0].evidence.seen_from(up)
        moved = [one.seen_from(evidence) for one in every]
        return Lines(moved[: len(self.shown)], moved[len(self.shown) :])


@dataclass(frozen=True)
class Group:
    """Contradictions of one disclosure that share a figure, and so may have one cause.

    Attributes:
        about: the row of ``disclosure``.
        checks: the failed checks, each with what is printed around its figures.
    """

    about: DisclosureRow
    checks: list[tuple[ChecksRow, Lines]]

    @property
    def in_figures(self) -> bool:
        """Whether it is about figures and not about words alone."""
        return any(row["figures"] for row, _ in self.checks)

    @property
    def rules(self) -> str:
        """Ids of its rules, for the filter."""
        return " ".join(dict.fromkeys(row["rule"] for row, _ in self.checks))


def pages(store: Store) -> Iterator[tuple[str, str]]:
    """The board, the list of rules, and a page a rule."""
    digests = Digests(store.root)
    found = [group for about in store.disclosures() for group in _groups(store, about, digests)]
    found.sort(key=lambda group: not group.in_figures)  # figures before mere words
    yield addresses.part("board"), _board(store, found)
    rules, counts = all_rules(), store.results()
    yield addresses.part("rules"), rendered("rules.html", here=BOARD, rules=rules, counts=counts)
    for rule in rules:
        here = addresses.rule(rule.id)
        content = rendered(
            "rule.html",
            here=here,
            rule=rule,
            counts=counts.get(rule.id, {}),
            fails=_fails(found, rule.id, here),
            results=_by_disclosure(islice(store.ask(_RESULTS, rule.id), RESULTS)),
        )
        yield addresses.body(here), content


def _board(store: Store, found: Sequence[Group]) -> str:
    """The part of the page of checks that shows the contradictions."""
    everything = store.one("SELECT count(*) FROM disclosure")
    number = store.one("SELECT count(DISTINCT disclosure_id) FROM checks WHERE state = 'fail'")
    totals = {
        state: store.one("SELECT count(*) FROM checks WHERE state = ?", state) for state in ORDER
    }
    return rendered(
        "board.html",
        here=BOARD,
        groups=found[:CONTRADICTIONS],
        more=max(0, len(found) - CONTRADICTIONS),
        totals=totals,
        rules={rule.id: rule for rule in all_rules()},
        departments=sorted({group.about["department"] for group in found}),
        with_fails=number,
        without=everything - number,
        unreadable=store.one(_NOT_CHECKED),
        all=everything,
        years=sorted({group.about["fiscal_year"] for group in found}),
        failed=sorted({row["rule"] for group in found for row, _ in group.checks}),
    )


def _fails(
    found: Sequence[Group], rule_id: str, here: str
) -> list[tuple[DisclosureRow, ChecksRow, Lines]]:
    """The contradictions of a rule, with links for its page."""
    own = [
        (group.about, row, lines)
        for group in found
        for row, lines in group.checks
        if row["rule"] == rule_id
    ]
    return [
        (about, row, lines.seen_from(_way(here, about)))
        for about, row, lines in own[:CONTRADICTIONS]
    ]


def _way(here: str, about: DisclosureRow) -> str:
    return addresses.way(here, addresses.disclosure(about["disclosure_id"]))


def _by_disclosure(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """The results of a rule: id of a disclosure, and a row a state."""
    return [(key, list(own)) for key, own in groupby(rows, key=lambda row: row["disclosure_id"])]


def _groups(store: Store, about: DisclosureRow, digests: Digests) -> list[Group]:
    """The contradictions of one disclosure, by what may be one cause."""
    name = about["disclosure_id"]
    rows = store.of(name, "state = 'fail'", order="rule, subject").rows("checks")
    if not rows:
        return []
    quotes = digests.of(name).quotes
    ids = {quote["figure_id"] for every in quotes.values() for quote in every} - {""}
    evidence = store.cited(about, _way(BOARD, about), sorted(ids))
    return [
        Group(
            about,
            [(row, lines(quotes.get((row["rule"], row["subject"]), []), evidence)) for row in own],
        )
        for own in by_cause(rows)
    ]


def lines(quotes: Sequence[Quote], evidence: Evidence) -> Lines:
    """What of a check is shown at once, and what unfolds.

    The figures of a check are those of its left side, then those of its right side; so its first
    and last lines stand for the two sides, and are shown even where they print 0. Zeros among many
    addends unfold.
    """
    every = _by_line(quotes, evidence)
    if len(every) <= _ALWAYS:
        return Lines(every, [])
    shown = [one for one in every[:-1] if one.beside or not _is_zero(one.printed)] or every[:1]
    if len(shown) >= FEW:
        shown = [*shown[: FEW // 2], *shown[FEW // 2 :][1 - FEW // 2 :]]
    shown.append(every[-1])
    kept = {one.printed["line"] for one in shown}
    return Lines(shown, [one for one in every if one.printed["line"] not in kept])


def _by_line(quotes: Sequence[Quote], evidence: Evidence) -> list[PrintedLine]:
    """Every printed line once, with all its figures."""
    found: dict[str, PrintedLine] = {}
    for quote in quotes:
        if quote["line"] in found:
            found[quote["line"]].beside.append(quote)
        else:
            found[quote["line"]] = PrintedLine(quote, evidence)
    return list(found.values())


def _is_zero(quote: Quote) -> bool:
    return not quote["text"].strip("0.,")


def _linked(evidence: Evidence, quote: Quote) -> Markup:
    """A figure as a link to its evidence, words as a link to their line."""
    if not quote["figure_id"]:
        return evidence.to_line(quote["line"], quote["text"])
    return evidence.link(evidence.by_id.get(quote["figure_id"]), quote["text"])


def by_cause(rows: Sequence[ChecksRow]) -> list[list[ChecksRow]]:
    """Failed checks of one disclosure that share a figure: one figure may be behind them all.

    >>> rows = [{"rule": "N1", "figures": "f1 f2"}, {"rule": "N2", "figures": "f3"}]
    >>> rows.append({"rule": "N3", "figures": "f2 f4"})
    >>> [[row["rule"] for row in group] for group in by_cause(rows)]
    [['N1', 'N3'], ['N2']]
    """
    groups: list[_Cause] = []
    for row in rows:
        groups = _joined(groups, row)
    return [group.rows for group in groups]


class _Cause(NamedTuple):
    """Failed checks with the figures that they share."""

    figures: set[str]
    rows: list[ChecksRow]


def _joined(groups: list[_Cause], row: ChecksRow) -> list[_Cause]:
    """The groups with one more check: those that share a figure with it become one."""
    figures = set(row["figures"].split())
    same = [i for i, group in enumerate(groups) if figures & group.figures]
    if not same:
        return [*groups, _Cause(figures, [row])]
    merged = _Cause(
        figures.union(*(groups[i].figures for i in same)),
        [*(one for i in same for one in groups[i].rows), row],
    )
    return [
        merged if i == same[0] else group for i, group in enumerate(groups) if i not in same[1:]
    ]

"""The board of checks: contradictions by what may be one cause, with what is printed; rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache, partial
from itertools import islice
from typing import TypedDict

from markupsafe import Markup

from juesuan.check import Rule, all_rules
from juesuan.check.between import between_rules
from juesuan.check.rule import Declared
from juesuan.pages import addresses
from juesuan.pages.across.board import families, findings
from juesuan.pages.across.board.findings import Finding, Told, project_names
from juesuan.pages.across.board.results import result_rows
from juesuan.pages.across.board.results import results as results_of
from juesuan.pages.across.board.sides import examples
from juesuan.pages.addresses import BOARD
from juesuan.pages.digest import Digests
from juesuan.pages.evidence.figures import Evidence
from juesuan.pages.evidence.lines import lines
from juesuan.pages.evidence.printed import Quote
from juesuan.pages.limits import CONTRADICTIONS, RESULTS
from juesuan.pages.markup import rendered
from juesuan.pages.store.store import Store, english_names
from juesuan.pages.telling.doubt import Weight, doubt_of
from juesuan.pages.telling.in_english import apart, contradiction
from juesuan.pages.telling.said import name_of
from juesuan.pages.telling.words import ORDER
from juesuan.pages.writer import Shown
from juesuan.rows import ChecksRow, DisclosureRow, MeasuresRow, Row

_NOT_CHECKED = (
    "SELECT count(*) FROM checks WHERE state = 'unreadable' AND disclosure_id NOT IN "
    "(SELECT disclosure_id FROM checks WHERE state = 'fail')"
)
_TELLING = 4
"""Digits of an amount that two checks of a disclosure hardly share by chance."""

_WORTH = 3
"""Contradictions on the home page."""

_OF_STATE = (
    "SELECT d.disclosure_id, d.department, d.fiscal_year, c.rule, c.statement FROM checks c "
    "JOIN disclosure d USING (disclosure_id) WHERE c.state = ? "
    "ORDER BY d.disclosure_id, c.rule, c.subject"
)
_LISTED = {
    "unreadable": "要核对的数字在原文或提取文本中无法辨认，所以没有结论。",
    "information": "不是差错，读者也许想知道，例如上年数为 0 时的百分比。",
    "rounding": "差额在印出的位数所允许的范围之内。",
    "not_applicable": "缺少要核对的数字，说明里写着缺哪一个。",
}
"""States that have a list over all, and what they mean."""


@dataclass(frozen=True)
class Group:
    """Contradictions of one disclosure that may have one cause.

    Attributes:
        about: the row of ``disclosure``.
        checks: the failed checks, the weightiest first.
    """

    about: DisclosureRow
    checks: list[Finding]

    @property
    def in_figures(self) -> bool:
        """Whether it is about figures and not about words alone."""
        return any(one.row["figures"] for one in self.checks)

    @property
    def slight(self) -> bool:
        """Whether the two sides of each are hardly apart."""
        return all(one.doubt.slight for one in self.checks)

    @property
    def weight(self) -> Weight:
        """What groups are ordered by: the money in doubt, then its share."""
        return min(one.doubt.weight for one in self.checks)

    @property
    def rules(self) -> str:
        """Ids of its rules, for the filter."""
        return " ".join(dict.fromkeys(one.row["rule"] for one in self.checks))


@dataclass(frozen=True)
class Cause:
    """A group as pages over all show it: what is kept of it from build to build.

    Attributes:
        about: the row of ``disclosure``.
        article: what the board shows of it.
        weight: what groups are ordered by.
        in_figures: whether it is about figures and not about words alone.
        checks: its contradictions, the weightiest first.
    """

    about: DisclosureRow
    article: Markup
    weight: Weight
    in_figures: bool
    checks: list[Told]


class _Kept(TypedDict):
    """A group as it is kept: its article, its weight, whether it has figures, its checks.

    Of a check its rule, the address of its page, what the page of its rule shows of it, its heading
    how much it puts in doubt, and its weight.
    """

    article: str
    weight: list[str]
    figures: int
    checks: list[list[str]]


def pages(store: Store) -> Iterator[tuple[str, str | Shown]]:
    """The board, the list of rules, and a page a rule."""
    groups = lru_cache(1)(partial(_groups, store, Digests(store.root)))  # of one after the other
    found: list[Cause] = []
    for about in store.disclosures():
        causes = list(_causes(store, about, groups))
        yield from findings.pages(store, (one for cause in causes for one in cause.checks))
        found += causes
    found.sort(key=lambda one: (one.weight, not one.in_figures))  # mere words come last
    yield addresses.part("board"), _board(store, found)
    yield from families.pages(store, _by_doubt(found))
    rules, counts = all_rules(), store.results()
    worth = _worth(found)
    yield (
        addresses.part("worth"),
        rendered(
            "worth.html", here=addresses.HOME, found=worth, rules={one.id: one for one in rules}
        ),
    )
    yield addresses.part("worth-english"), _worth_in_english(store, worth)
    yield from _states(store)
    every = (*rules, *between_rules())
    yield addresses.part("rules"), _rules(every, counts)
    results, held = results_of(store, "checks"), examples(store)
    for rule in rules:
        own = results.get(rule.id, [])
        yield (
            addresses.body(addresses.rule(rule.id)),
            _rule(store, rule, counts, found, own, held.get(rule.id, {})),
        )


def told_of(store: Store, about: DisclosureRow) -> list[Told]:
    """The contradictions of one disclosure, the weightiest first.

    Args:
        store: the packages.
        about: the row of ``disclosure``.
    """
    groups = lru_cache(1)(partial(_groups, store, Digests(store.root)))
    causes = sorted(_causes(store, about, groups), key=lambda one: not one.in_figures)
    return sorted((one for cause in causes for one in cause.checks), key=lambda one: one.weight)


_Groups = Callable[[str], list[Group]]
"""Gives the contradictions of a disclosure, by what may be one cause."""


def _causes(store: Store, about: DisclosureRow, groups: _Groups) -> Iterator[Cause]:
    """What pages over all show of the contradictions of one disclosure."""
    name = about["disclosure_id"]
    make = partial(_kept, groups, name)
    for kept in store.made_of(about, "contradictions", make):
        checks = []
        for rule, page, html, heading, words, *weight in kept["checks"]:
            listed, whole = Markup(html), partial(_whole, groups, name, page)  # nosec B704
            checks.append(Told(about, rule, page, listed, heading, words, _weight(weight), whole))
        article = Markup(kept["article"])  # nosec B704
        yield Cause(about, article, _weight(kept["weight"]), bool(kept["figures"]), checks)


def _weight(kept: Sequence[str]) -> Weight:
    """A weight as it was before it was kept."""
    kind, money, share = map(Decimal, kept)
    return kind, money, share


def _kept(groups: _Groups, name: str) -> list[_Kept]:
    rules = {rule.id: rule for rule in all_rules()}
    return [
        {
            "article": rendered("contradiction.html", here=BOARD, group=group, rules=rules),
            "weight": [*map(str, group.weight)],
            "figures": int(group.in_figures),
            "checks": [
                [
                    *(one.row["rule"], one.page, _listed(one), one.heading, one.doubt.words),
                    *map(str, one.doubt.weight),
                ]
                for one in group.checks
            ],
        }
        for group in groups(name)
    ]


def _listed(one: Finding) -> str:
    """What the page of a contradiction's rule shows of it."""
    here = addresses.rule(one.row["rule"])
    lines = one.lines.seen_from(_way(here, one.about))
    return rendered("listed.html", here=here, one=one, lines=lines)


def _whole(groups: _Groups, name: str, page: str) -> Finding:
    """A contradiction with all that its own page shows."""
    return next(one for group in groups(name) for one in group.checks if one.page == page)


def _rules(rules: Sequence[Declared], counts: Mapping[str, dict[str, int]]) -> str:
    """The list of the rules, those by which something does not agree first."""
    failing = [one for one in rules if counts.get(one.id, {}).get("fail")]
    failing.sort(key=lambda one: -counts[one.id]["fail"])
    others = [one for one in rules if one not in failing]
    return rendered("rules.html", here=BOARD, failing=failing, others=others, counts=counts)


def _rule(
    store: Store,
    rule: Rule,
    counts: Mapping[str, dict[str, int]],
    found: Sequence[Cause],
    results: Sequence[Row],
    examples: Mapping[str, Markup],
) -> Shown:
    """The page of a rule: its contradictions, and its results by disclosure."""
    own = [one for cause in found for one in cause.checks if one.rule == rule.id]
    own, shown = own[:CONTRADICTIONS], counts.get(rule.id, {})
    failing = store.told_of(*(one.about["disclosure_id"] for one in own))

    def draw() -> str:
        here = addresses.rule(rule.id)
        return rendered(
            "rule.html",
            here=here,
            rule=rule,
            counts=shown,
            fails=own,
            results=result_rows(examples, results, here),
        )

    return Shown(f"{shown} {results} {examples} {failing}", draw)


def _worth(found: Sequence[Cause]) -> list[Finding]:
    """The weightiest contradiction of a few disclosures."""
    first: dict[str, Told] = {}
    for one in _by_doubt(found):
        first.setdefault(one.about["disclosure_id"], one)
    return [one.whole() for one in islice(first.values(), _WORTH)]


def _by_doubt(found: Sequence[Cause]) -> list[Told]:
    """All contradictions, what is most worth reading first."""
    return sorted((one for cause in found for one in cause.checks), key=lambda one: one.weight)


def _worth_in_english(store: Store, worth: Sequence[Finding]) -> str:
    """The part of the first page in English that shows them."""
    here = addresses.ENGLISH
    names = english_names(store.root, [one.about["disclosure_id"] for one in worth])
    rows = []
    for one in worth:
        evidence = store.cited(one.about, _way(here, one.about), one.row["figures"].split())
        said = contradiction(one.row, one.doubt, evidence)
        rows.append((one, names.get(one.about["disclosure_id"], ""), said, apart(one.doubt)))
    return rendered("worth_english.html", here=here, rows=rows)


def _states(store: Store) -> Iterator[tuple[str, str]]:
    """A list of the checks of each state that a reader may want to look through."""
    for state, told in _LISTED.items():
        here = addresses.state(state)
        content = rendered(
            "states.html",
            here=here,
            state=state,
            told=told,
            number=store.one("SELECT count(*) FROM checks WHERE state = ?", state),
            rows=list(islice(store.ask(_OF_STATE, state), RESULTS)),
        )
        yield addresses.body(here), content


def _board(store: Store, found: Sequence[Cause]) -> str:
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
        failed=sorted({one.rule for group in found for one in group.checks}),
    )


def _way(here: str, about: DisclosureRow) -> str:
    return addresses.way(here, addresses.disclosure(about["disclosure_id"]))


def _groups(store: Store, digests: Digests, name: str) -> list[Group]:
    """The contradictions of one disclosure, by what may be one cause."""
    rows = store.of(name, "state = 'fail'", order="rule, subject").rows("checks")
    if not rows:
        return []
    about, kept = store.of(name).rows("disclosure")[0], digests.of(name)
    quotes = kept.quotes
    ids = {quote["figure_id"] for every in quotes.values() for quote in every} - {""}
    cited = {figure for row in rows for figure in row["figures"].split()}
    evidence = store.cited(about, _way(BOARD, about), sorted(ids | cited))
    names, measures = project_names(store, name), store.of(name).rows("measures")
    groups = []
    for own in by_cause(rows):
        checks = [
            replace(_finding(about, row, quotes, evidence, names, measures), printed=kept.work)
            for row in own
        ]
        groups.append(Group(about, sorted(checks, key=lambda one: one.doubt.weight)))
    return groups


def _finding(
    about: DisclosureRow,
    row: ChecksRow,
    quotes: Mapping[tuple[str, str], list[Quote]],
    evidence: Evidence,
    names: Mapping[str, str],
    measures: Sequence[MeasuresRow],
) -> Finding:
    """A contradiction with what is printed around its figures."""
    printed = quotes.get((row["rule"], row["subject"]), [])
    figures = [evidence.by_id[one] for one in row["figures"].split() if one in evidence.by_id]
    doubt = doubt_of(row, figures, measures)
    return Finding(about, row, printed, lines(printed, evidence), doubt, name_of(row, names))


def by_cause(rows: Sequence[ChecksRow]) -> list[list[ChecksRow]]:
    """Failed checks of one disclosure that may have one cause.

    An amount that they compare, or by which they are apart, is the same: one that is merely an
    addend of many sums joins nothing. A short number may be the same by chance; it joins only where
    they also cite a figure in common.

    >>> told = (("N1", "f1 f2", "5", "8"), ("N2", "f1 f3", "7", "9"), ("N3", "f2 f4", "8.0", "1"))
    >>> names = ("rule", "figures", "left", "right")
    >>> rows = [dict(zip(names, one, strict=True)) | {"difference": ""} for one in told]
    >>> [[row["rule"] for row in group] for group in by_cause(rows)]
    [['N1', 'N3'], ['N2']]
    """
    groups: list[list[ChecksRow]] = []
    for row in rows:
        own = [group for group in groups if any(_are_one(row, one) for one in group)]
        if not own:
            groups.append([row])
            continue
        own[0].extend([*(one for group in own[1:] for one in group), row])
        groups = [group for group in groups if not any(group is one for one in own[1:])]
    return groups


def _are_one(row: ChecksRow, other: ChecksRow) -> bool:
    """Whether two failed checks may have one cause."""
    shared = _amounts(row) & _amounts(other)
    is_beside = {*row["figures"].split()} & {*other["figures"].split()}
    return any(is_beside or len(one.as_tuple().digits) >= _TELLING for one in shared)


def _amounts(row: ChecksRow) -> set[Decimal]:
    """What a check compares and by how much it is apart, but for nothing."""
    every = (row["left"], row["right"], row["difference"])
    return {abs(Decimal(one)).normalize() for one in every if one and Decimal(one)}

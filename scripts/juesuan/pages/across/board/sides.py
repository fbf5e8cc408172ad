"""What a check that holds compares: both sides as printed, with their evidence."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from markupsafe import Markup, escape

from juesuan.check import Relation, all_rules
from juesuan.pages import addresses
from juesuan.pages.evidence.figures import Evidence, grouped
from juesuan.pages.limits import CARDS
from juesuan.pages.store.store import Store
from juesuan.rows import ChecksRow, DisclosureRow, FiguresRow

_MOST = 8
"""Figures of a check among which its sides are looked for."""

_FEW = 3
"""Figures that stand for a check without two sides."""


def examples(store: Store) -> dict[str, dict[str, Markup]]:
    """What each rule compares where it holds, of the first disclosures: by rule, then by id."""
    found: dict[str, dict[str, Markup]] = {}
    for about in sorted(store.disclosures(), key=lambda row: row["disclosure_id"])[:CARDS]:
        own = store.made_of(about, "sides of rules", partial(_of_one, store, about))
        for rule, html in own.items():
            found.setdefault(rule, {})[about["disclosure_id"]] = Markup(html)  # nosec B704
    return found


def _of_one(store: Store, about: DisclosureRow) -> dict[str, str]:
    """What each rule compares first of what holds in one disclosure."""
    one = about["disclosure_id"]
    first: dict[str, ChecksRow] = {}
    for row in store.of(one, "state = 'pass'", order="rule, _row").rows("checks"):
        first.setdefault(row["rule"], row)
    ids = [name for row in first.values() for name in row["figures"].split()[:_MOST]]
    up = addresses.way(addresses.rule(""), addresses.disclosure(one))
    evidence = store.cited(about, up, [*dict.fromkeys(ids)])
    relations = {rule.id: rule.relation for rule in all_rules()}
    return {
        rule: str(sides(row, relations[rule], evidence))
        for rule, row in first.items()
        if rule in relations
    }


def sides(row: ChecksRow, relation: Relation, evidence: Evidence) -> Markup:
    """Both sides of a check that holds, each a link where it is a printed figure.

    Args:
        row: with ``left``, ``right``, ``tolerance`` and ``figures`` of the check; without sides a
            few of its figures stand for it.
        relation: what its rule says of both sides.
        evidence: links to its figures.
    """
    ids = row["figures"].split()[:_MOST]
    figures = [evidence.by_id[one] for one in ids if one in evidence.by_id]
    if not row["left"] or not row["right"]:
        links = (evidence.link(one, one["text"]) for one in figures[:_FEW])
        return Markup("，").join(links)
    form = relation.form(
        Decimal(row["left"]), Decimal(row["right"]), Decimal(row["tolerance"] or 0)
    )
    return Markup("<span>{}</span>").format(
        escape(form).format(
            left=_linked(row["left"], figures, evidence),
            right=_linked(row["right"], figures[::-1], evidence),
        )
    )


def _linked(side: str, figures: list[FiguresRow], evidence: Evidence) -> Markup:
    """A side as a link to the first figure of its value."""
    value = Decimal(side)
    for one in figures:
        if one["value"] and Decimal(one["value"]) == value:
            return evidence.link(one, grouped(side))
    return escape(grouped(side))

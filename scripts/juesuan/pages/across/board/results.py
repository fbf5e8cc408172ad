"""What rules came to in each disclosure: the last table of a rule's page.

All rules are asked for at once, and the rows written without a template: there are many, and one
more disclosure changes them on the page of every rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup, escape

from juesuan.check.comparing.compare import FAIL
from juesuan.pages import addresses
from juesuan.pages.limits import RESULTS
from juesuan.pages.store.store import Store
from juesuan.pages.telling.words import STATES
from juesuan.rows import Row

_QUESTION = (
    "SELECT c.rule, d.disclosure_id, d.department, d.fiscal_year, c.state, count(*) AS n, "
    "arg_min(c.statement, c._row) AS example FROM {resource} c "
    "JOIN disclosure d USING (disclosure_id) "
    "GROUP BY c.rule, d.disclosure_id, d.department, d.fiscal_year, c.state "
    "QUALIFY row_number() OVER (PARTITION BY c.rule ORDER BY d.disclosure_id, c.state) <= {most} "
    "ORDER BY c.rule, d.disclosure_id, c.state"
)

_ABOVE = "见上面对不上的地方"
"""In place of a contradiction, which the page of its rule quotes whole above the table."""


def results(store: Store, resource: str) -> dict[str, list[Row]]:
    """How often each rule came to each state in each disclosure, the first ones; by its id.

    Args:
        store: the packages.
        resource: in which the results stand, ``checks`` or ``checks_between``.
    """
    rows = store.ask(_QUESTION.format(resource=resource, most=RESULTS))
    return {rule: list(own) for rule, own in groupby(rows, key=lambda row: row["rule"])}


def result_rows(examples: Mapping[str, Markup], rows: Iterable[Row], here: str) -> Markup:
    """The rows of the table: a disclosure with its states, and an example of the first one,
    unless that is a contradiction.

    Args:
        examples: what the rule compares in a disclosure, where the first state has no sentence.
        rows: its results.
        here: address of its page.
    """
    every = groupby(rows, key=lambda row: row["disclosure_id"])
    return Markup("").join(_row(examples.get(one), one, list(own), here) for one, own in every)


def _row(held: Markup | None, one: str, rows: Sequence[Row], here: str) -> Markup:
    way = addresses.way(here, addresses.disclosure(one, addresses.CHECKS))
    who = f"{rows[0]['department']} {rows[0]['fiscal_year']}"
    states = "，".join(f"{STATES[row['state']]} {row['n']}" for row in rows)
    example = _ABOVE if rows[0]["state"] == FAIL else rows[0]["example"] or held or "—"
    return Markup(  # nosec B704 - each value is escaped
        f'<tr><th scope="row"><a href="{escape(way)}">{escape(who)}</a></th>'
        f"<td>{escape(states)}</td><td>{escape(example)}</td></tr>\n"
    )

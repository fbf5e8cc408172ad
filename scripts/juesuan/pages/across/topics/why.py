"""Why a measure changed or differs, in the departments' own words, for a page over all."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from juesuan.pages.across.table import Asked, Measures, department
from juesuan.pages.limits import TOPIC_ROWS
from juesuan.pages.markup import rendered
from juesuan.pages.store.store import Store
from juesuan.rows import DisclosureRow, cell


def why_html(store: Store, here: str, asked: Asked, unlike: str = "") -> Markup:
    """A list of the reasons; nothing where no department gives one.

    Args:
        store: the packages.
        here: the page on which it stands; rows of its table link to the reasons.
        asked: what the reasons are of.
        unlike: a measure from which it differs; where both are printed alike there is no reason.
    """
    found = []
    abouts = store.disclosures()
    for about in abouts[:TOPIC_ROWS]:
        told = store.made_of(
            about, f"{here}#why", partial(_told, store, about, here, asked, unlike)
        )
        if told:
            number, why = Markup(told[0]), told[1]  # nosec B704
            found.append((about, department(about, here), number, why))
    if not found:
        return Markup()
    more = max(0, len(abouts) - TOPIC_ROWS)
    return Markup(rendered("why.html", title=asked.title, found=found, more=more))  # nosec B704


def _told(store: Store, about: DisclosureRow, here: str, asked: Asked, unlike: str) -> list[str]:
    """The figure with its evidence, and the reason; nothing where either is missing."""
    measures = Measures.of(store, about, here)
    row = measures.rows.get(asked.measure)
    if row is None or not cell(row, asked.column) or not row["reason"]:
        return []
    number = measures.number(asked.measure, asked.column)
    if asked.column == "change":
        new = "（推算的上年收支为 0，没有上年数）" if measures.is_new else ""
        number = Markup("{}{}").format(measures.changed(asked.measure), new)
    if unlike and (other := measures.value(unlike)) is not None:
        if other == measures.value(asked.measure, asked.column):
            return []
        number += Markup(" / {}").format(measures.number(unlike))
    return [str(number), row["reason"]]

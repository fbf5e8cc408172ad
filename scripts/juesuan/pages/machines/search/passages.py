"""What departments say in words: why amounts changed, what they do, what was amiss.

A piece a disclosure; which disclosures hold a word is told by the index of ``inside``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from juesuan.pages.evidence.figures import Evidence
from juesuan.pages.machines.search.cutting import shortened
from juesuan.pages.store.questions import Where
from juesuan.pages.store.store import Store
from juesuan.rows import AnyRow, DisclosureRow

REASONS = 60
"""Reasons of one disclosure that are found: the first."""

_TABLES = tuple(f"table{number}" for number in range(1, 10))

_DAMAGE = ("unreadable", "restored", "read_by_person")
"""Columns that name cells of their row."""

_RESOURCES = ("projects", "project_funds", "indicators", "measures", "functions")
"""The resources whose cells may be damaged."""

_SHOWN = 100
"""Characters of a passage that are told; the page has the whole."""

_LISTED = 6
"""Passages of a kind that are told: the first duties."""

REASON = "reason"
"""The kind of what explains an amount; it stands in a piece of its own."""

_KINDS = ("duty", "achievement", "problem", "improvement", "spending_content")

Said = dict[str, list[list[Any]]]
"""By kind what is told; under ``reason`` what it is about, its amount, the words; under ``table``
whether tables are in the source, and the titles that it lists; under ``lost`` what is not read.
"""


def said(store: Store, about: DisclosureRow) -> Said:
    """What one disclosure says.

    Args:
        store: the packages.
        about: its row.

    Returns:
        Of each kind the passages with their number; of reasons the name, the amount that is
        explained with its address, the text. Empty where nothing is said.
    """
    own = store.of(about["disclosure_id"])
    found: Said = {}
    for row in own.rows("texts"):
        if row["kind"] in _KINDS and len(found.get(row["kind"], ())) < _LISTED:
            found.setdefault(row["kind"], []).append([shortened(row["text"], _SHOWN)])
    evidence = store.evidence(about, "", "measures", "functions")
    known: set[str] = set()
    reasons = [*_reasons(own.rows("measures"), "measures", evidence, known)]
    reasons += _reasons(own.rows("functions"), "functions", evidence, known)
    if reasons:
        found[REASON] = reasons[:REASONS]
    titles = [row["text"] for row in own.rows("texts") if row["kind"] == "statutory_table"]
    held = [number for number in _TABLES if own.table(number)]
    if titles or held:
        found["table"] = [[len(held), "、".join(titles)]]
    unread = store.of(about["disclosure_id"], "status = 'unread'").rows("figures")
    found["lost"] = [[len(unread), *_lost(own)]]
    return found


def _lost(own: Where) -> Iterator[int]:
    """Cells that are illegible, restored, read by a person; projects without a legible name."""
    rows = [row for resource in _RESOURCES for row in own.table(resource)]
    for column in _DAMAGE:
        yield sum(len(str(row.get(column) or "").split()) for row in rows)
    yield sum(1 for row in own.rows("projects") if row["kind"] != "overall" and not row["name"])


def words(told: Said) -> list[str]:
    """The texts by whose words a disclosure is found."""
    return [text for *_, text in (*told.get(REASON, ()), *told.get("spending_content", ()))]


def _reasons(
    rows: Sequence[AnyRow], resource: str, evidence: Evidence, known: set[str]
) -> Iterator[list[Any]]:
    """Each reason once: a sentence explains several amounts; those that are told are ``known``."""
    for row in rows:
        for column, about in (("reason", ("change", "actual")), ("variance_reason", ("variance",))):
            text = str(row.get(column) or "")
            if not text or text in known:
                continue
            known.add(text)
            yield [
                _name(row, resource),
                _amount(row, resource, about, evidence),
                shortened(text, _SHOWN),
            ]


def _name(row: AnyRow, resource: str) -> str:
    if resource == "functions":
        return str(next(row.get(one) for one in ("item", "subclass", "class") if row.get(one)))
    return str(row.get("label"))


def _amount(row: AnyRow, resource: str, columns: tuple[str, ...], evidence: Evidence) -> list[str]:
    """Column, amount, unit and address of what a reason explains; nothing where none is printed."""
    for column in columns:
        value = str(row.get(column) or "")
        figure = evidence.figure(resource, row, column)
        if value and figure:
            return [column, value, str(row.get("unit") or "万元"), evidence.address(figure)]
    return []

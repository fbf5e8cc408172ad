"""What is there: department and year against the parts of a disclosure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from markupsafe import Markup, escape

from juesuan.collection import Place, expected
from juesuan.pages import addresses
from juesuan.pages.across.table import TopicTable, department, table_html
from juesuan.pages.addresses import COVERAGE
from juesuan.pages.confidential import confidential, counted
from juesuan.pages.coverage import FORMS, SECRET, Part, State, coverage
from juesuan.pages.limits import TOPIC_ROWS
from juesuan.pages.store import Store
from juesuan.rows import DisclosureRow

_MARKS: dict[State, tuple[str, str]] = {
    "已收录": ("●", "in"),
    "不适用": ("○", "none"),
    "未收录": ("—", "out"),
    "未公开": ("×", "closed"),
    "未读出": ("？", "out"),
}
"""State of a part to its mark and the class of its style."""


def pages(store: Store) -> Iterator[tuple[str, str]]:
    """The part of the page of coverage."""
    key = "　".join(f"{mark} {state}" for state, (mark, _) in _MARKS.items())
    table = TopicTable("每份公开有哪些部分", "matrix", "", lead=key)
    abouts = store.disclosures()
    for about in abouts[:TOPIC_ROWS]:
        every = store.made_of(about, "coverage", partial(_covered, store, about))
        parts = [part for part in (Part(*one) for one in every) if part.label != SECRET]
        beside = store.made_of(about, "confidential", partial(_confidential, store, about))
        table.heads = [("部门", False), ("年度", False), *((one.label, False) for one in parts)]
        year = Markup("{}").format(about["fiscal_year"])
        marks = [_mark(part, beside if part.label == FORMS else "") for part in parts]
        table.add([department(about, COVERAGE), year, *marks])
    table.more = max(0, len(abouts) - TOPIC_ROWS)
    content = table_html(table) if table.rows else "<p>还没有收录。</p>\n"
    yield addresses.part("coverage"), content
    yield addresses.part("expected"), _expected(store, {row["department_id"] for row in abouts})


def _confidential(store: Store, about: DisclosureRow) -> str:
    """How many projects are confidential, beside those that have a form; empty where none are."""
    rows = store.of(about["disclosure_id"]).rows("measures")
    if count := counted(rows):
        return f"另 {count}涉密"
    return "另有涉密" if confidential(rows) else ""


def _covered(store: Store, about: DisclosureRow) -> list[Part]:
    return coverage(store.of(about["disclosure_id"]))


def _expected(store: Store, known: Collection[str]) -> str:
    """The departments and years of which a disclosure is expected and none is held.

    Args:
        store: the packages.
        known: ids of the departments that have a page.
    """
    table = TopicTable("缺哪几份", "missing", "")
    table.heads = [("部门", False), ("年度", False), ("行政区划代码", False)]
    number = 0
    for place in expected(store.disclosures(), store.registry()):
        number += 1
        if not place.disclosure_id:
            table.add([_named(place, known), escape(place.year), escape(place.region_code)])
    total = len(table.rows) + table.more
    told = f"<p>应有 {number} 份，已收录 {number - total} 份，未收录 {total} 份。</p>\n"
    return told + (str(table_html(table)) if table.rows else "")


def _named(place: Place, known: Collection[str]) -> Markup:
    if place.department_id not in known:
        return escape(place.name)
    link = addresses.way(COVERAGE, addresses.department(place.department_id))
    return Markup('<a href="{}">{}</a>').format(link, place.name)


def _mark(part: Part, beside: str) -> Markup:
    """The mark of a part, and what must be seen beside it."""
    mark, kind = _MARKS[part.state]
    shown = Markup(
        '<span class="mark {}" title="{}">{}<span class="hidden">{}</span></span>'
    ).format(kind, part.note or part.state, mark, part.state)
    if not beside:
        return shown
    return Markup('<span>{} <span class="beside">{}</span></span>').format(shown, beside)

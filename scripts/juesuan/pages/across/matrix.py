"""What is there: department and year against the parts of a disclosure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import partial

from markupsafe import Markup, escape

from juesuan.collection import Place, expected
from juesuan.pages import addresses
from juesuan.pages.across.table import TopicTable, department, table_html
from juesuan.pages.addresses import COVERAGE
from juesuan.pages.coverage import FORMS, SECRET, Part, State, coverage
from juesuan.pages.limits import TOPIC_ROWS
from juesuan.pages.store import Store
from juesuan.rows import DisclosureRow

_MARKS: dict[State, tuple[str, str]] = {
    "已收录": ("●", "in"),
    "不适用": ("○", "none"),
    "涉密": ("▲", "secret"),
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
        parts = [*_together(Part(*one) for one in every)]
        table.heads = [("部门", False), ("年度", False), *((one.label, False) for one in parts)]
        year = Markup("{}").format(about["fiscal_year"])
        table.add([department(about, COVERAGE), year, *map(_mark, parts)])
    table.more = max(0, len(abouts) - TOPIC_ROWS)
    content = table_html(table) if table.rows else "<p>还没有收录。</p>\n"
    yield addresses.part("coverage"), content
    yield addresses.part("expected"), _expected(store, {row["department_id"] for row in abouts})


def _together(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts that every disclosure has; what is confidential of one is told there."""
    every = list(parts)
    secret = next((one for one in every if one.label == SECRET), None)
    for one in every:
        if secret and one.label == FORMS and one.state == "已收录":
            yield Part(one.label, "涉密", f"已收录 {one.note}，另有 {secret.note}")
        elif one.label != SECRET:
            yield one


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


def _mark(part: Part) -> Markup:
    mark, kind = _MARKS[part.state]
    return Markup(
        '<span class="mark {}" title="{}">{}<span class="hidden">{}</span></span>'
    ).format(kind, part.note or part.state, mark, part.state)

"""What is there: department and year against the parts of a disclosure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from markupsafe import Markup, escape

from juesuan.collection import ExpectedYear, expected
from juesuan.pages import addresses
from juesuan.pages.across.table import TopicTable, department, table_html
from juesuan.pages.addresses import COVERAGE
from juesuan.pages.evidence.confidential import confidential, counted
from juesuan.pages.evidence.coverage import FORMS, SECRET, Part, State, coverage
from juesuan.pages.limits import TOPIC_ROWS
from juesuan.pages.store.store import Store
from juesuan.rows import DisclosureRow
from juesuan.terms import above

_MARKS: dict[State, tuple[str, str, str]] = {
    "已收录": ("●", "in", "数字在数据里"),
    "不适用": ("○", "none", "原文说没有这项收支"),
    "未收录": ("—", "out", "不在所收文件里"),
    "未公开": ("×", "closed", "原文没有这一节或没有数字"),
    "未读出": ("？", "out", "印有，本站没能读出"),
}
"""State of a part to its mark, the class of its style, and what it means."""


def pages(store: Store) -> Iterator[tuple[str, str]]:
    """The part of the page of coverage."""
    table = TopicTable("每份公开有哪些部分", "matrix", "")
    seen: set[State] = set()
    abouts = store.disclosures()
    for about in abouts[:TOPIC_ROWS]:
        every = store.made_of(about, "coverage", partial(_covered, store, about))
        parts = [part for part in (Part(*one) for one in every) if part.label != SECRET]
        beside = store.made_of(about, "confidential", partial(_confidential, store, about))
        table.heads = [("部门", False), ("年度", False), *((one.label, False) for one in parts)]
        year = Markup("{}").format(about["fiscal_year"])
        seen.update(part.state for part in parts)
        marks = [_mark(part, beside if part.label == FORMS else "") for part in parts]
        table.add([department(about, COVERAGE) + _counted(parts), year, *marks])
    table.lead = "；".join(
        f"{mark} {state}：{means}" for state, (mark, _, means) in _MARKS.items() if state in seen
    )
    table.more = max(0, len(abouts) - TOPIC_ROWS)
    content = table_html(table) if table.rows else "<p>还没有收录。</p>\n"
    yield addresses.part("coverage"), content
    yield addresses.part("expected"), _expected(store, {row["department_id"] for row in abouts})


def _counted(parts: Sequence[Part]) -> Markup:
    """How many parts of a disclosure there are, by state."""
    states = [part.state for part in parts]
    counts = [f"{one} {states.count(one)}" for one in _MARKS if one in states]
    return Markup("<small>{}</small>").format(" · ".join(counts))


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
    table = TopicTable("登记的部门里缺哪几份", "missing", "")
    table.heads = [("部门", False), ("年度", False), ("地区", False)]
    number, named = 0, set[str]()
    for place in expected(store.disclosures(), store.registry()):
        number += 1
        named.add(place.department_id)
        if not place.disclosure_id:
            table.add([_named(place, known), escape(place.year), _region(place)])
    total = len(table.rows) + table.more
    table.lead = (
        f"本站只登记了 {len(named)} 个部门和单位；没有登记的，例如同一地区的其他部门，"
        "一份也没有收录，也不算在下面。"
        f"登记了的应有 {number} 份，已收录 {number - total} 份，未收录 {total} 份。"
    )
    return str(table_html(table)) if table.rows else f"<p>{table.lead}</p>\n"


def _named(place: ExpectedYear, known: Collection[str]) -> Markup:
    if place.department_id not in known:
        return escape(place.name)
    link = addresses.way(COVERAGE, addresses.department(place.department_id))
    return Markup('<a href="{}">{}</a>').format(link, place.name)


def _region(place: ExpectedYear) -> Markup:
    """The region of a department by its name; by its code where the list has no such region."""
    names = above(place.region_code)
    return escape(names[-1] if names else place.region_code)


def _mark(part: Part, beside: str) -> Markup:
    """The mark of a part, and what must be seen beside it."""
    mark, kind, means = _MARKS[part.state]
    words = part.state if part.state == "已收录" else f"{part.state}：{means}"
    shown = Markup(
        '<span class="mark {}" title="{}">{}<span class="hidden">{}</span></span>'
    ).format(kind, part.note or part.state, mark, words)
    if not beside:
        return shown
    return Markup('<span>{} <span class="beside">{}</span></span>').format(shown, beside)

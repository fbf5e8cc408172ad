"""What is there: department and year against the parts of a disclosure."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from juesuan.pages import addresses
from juesuan.pages.across.table import TopicTable, department, table_html
from juesuan.pages.addresses import COVERAGE
from juesuan.pages.coverage import SECRET, Part, State, coverage
from juesuan.pages.limits import TOPIC_ROWS
from juesuan.pages.store import Store

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
    table = TopicTable("收录情况", "matrix", "", note=key)
    abouts = store.disclosures()
    for about in abouts[:TOPIC_ROWS]:
        parts = [one for one in coverage(store.of(about["disclosure_id"])) if one.label != SECRET]
        table.heads = [("部门", False), ("年度", False), *((one.label, False) for one in parts)]
        year = Markup("{}").format(about["fiscal_year"])
        table.add([department(about, COVERAGE), year, *map(_mark, parts)])
    table.more = max(0, len(abouts) - TOPIC_ROWS)
    content = table_html(table) if table.rows else "<p>还没有收录。</p>\n"
    yield addresses.part("coverage"), content


def _mark(part: Part) -> Markup:
    mark, kind = _MARKS[part.state]
    return Markup(
        '<span class="mark {}" title="{}">{}<span class="hidden">{}</span></span>'
    ).format(kind, part.note or part.state, mark, part.state)

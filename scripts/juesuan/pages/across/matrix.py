"""What is there: department and year against the parts of a disclosure."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from juesuan import terms
from juesuan.model import Facts
from juesuan.pages.across.table import MOST, TopicTable, department, table_html
from juesuan.pages.coverage import coverage
from juesuan.pages.store import Store
from juesuan.rows import Row

_MARKS = {
    "已收录": ("●", "in"),
    "不适用": ("○", "none"),
    "涉密": ("▲", "secret"),
    "未收录": ("—", "out"),
    "未公开": ("×", "closed"),
}
_ASKED = ("measures", "texts", "projects", *(table.id for table in terms.statutory_tables()))


def pages(store: Store) -> Iterator[tuple[str, str]]:
    """The part of the page of coverage."""
    heads: list[tuple[str, bool]] = []
    rows: list[list[Markup]] = []
    more = 0
    for about in store.disclosures():
        if len(rows) >= MOST:
            more += 1
            continue
        found = {label: (state, note) for label, state, note in coverage(_facts(store, about))}
        found.pop("涉密项目绩效自评表", None)
        heads = heads or [("部门", False), ("年度", False), *((label, False) for label in found)]
        rows.append(
            [
                department(about),
                Markup("{}").format(about["fiscal_year"]),
                *(_mark(*found[label]) for label, _ in heads[2:]),
            ]
        )
    key = "　".join(f"{mark} {state}" for state, (mark, _) in _MARKS.items())
    table = TopicTable("收录情况", "matrix", "", heads, rows, more, key)
    yield "d/parts/coverage.html", table_html(table) if rows else "<p>还没有收录。</p>\n"


def _mark(state: str, note: str) -> Markup:
    mark, kind = _MARKS[state]
    return Markup(
        '<span class="mark {}" title="{}">{}<span class="hidden">{}</span></span>'
    ).format(kind, note or state, mark, state)


def _facts(store: Store, about: Row) -> Facts:
    """The part of a package that its coverage depends on."""
    tables: dict[str, tuple[Row, ...]] = {"disclosure": (about,)}
    for name in _ASKED:
        question = f"SELECT * FROM {name} WHERE disclosure_id = ?"  # noqa: S608 - our own names
        rows = tuple(store.ask(question, about["disclosure_id"]))
        if rows:
            tables[name] = rows
    return Facts(about["disclosure_id"], tables)

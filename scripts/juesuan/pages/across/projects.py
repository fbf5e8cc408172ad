"""All projects of all disclosures in one table: to search, to filter, to sort by score, rate and amount."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from markupsafe import Markup, escape

from juesuan.pages.across.table import PLACE_HEADS, TopicTable, department, place, table_html
from juesuan.pages.disclosure.page import FORMS_A_PAGE
from juesuan.pages.store import Store
from juesuan.rows import Row

MOST = 1000
"""Projects on the page, those with the largest budgets; the files for download hold all."""


def pages(store: Store) -> Iterator[tuple[str, str]]:
    """The part of the page of projects."""
    heads = [
        ("项目", False),
        ("全年预算数", True),
        ("全年执行数", True),
        ("执行率（%）", True),
        ("总分", True),
        ("部门", False),
        *PLACE_HEADS,
    ]
    table = TopicTable("项目绩效自评", "projects", "万元", heads)
    found: list[tuple[Decimal, str, list[Markup]]] = []
    for about in store.disclosures():
        found += _rows(store, about)
    found.sort(key=lambda one: (-one[0], one[1]))
    table.rows, table.more = [cells for _, _, cells in found[:MOST]], max(0, len(found) - MOST)
    yield (
        "d/parts/projects.html",
        table_html(table) if found else "<p>所收文件都没有项目自评表。</p>\n",
    )


def form_page(position: int) -> str:
    """The page of a disclosure on which its n-th form stands."""
    number = (position - 1) // FORMS_A_PAGE + 1
    return "projects" if number == 1 else f"projects-{number}"


def _rows(store: Store, about: Row) -> Iterator[tuple[Decimal, str, list[Markup]]]:
    one, up = about["disclosure_id"], f"../d/{about['disclosure_id']}/"
    evidence = store.evidence(about, up, "projects", "project_funds")
    funds: dict[str, list[Row]] = {}
    for row in store.ask("SELECT * FROM project_funds WHERE disclosure_id = ?", one):
        funds.setdefault(row["project_id"], []).append(row)
    forms = list(
        store.ask(
            "SELECT * FROM projects WHERE disclosure_id = ? ORDER BY CAST(position AS INTEGER)", one
        )
    )
    for number, form in enumerate(forms, start=1):
        if form["kind"] != "project":
            continue
        own = funds.get(form["project_id"], [])
        total = next((row for row in own if row["source"] == "total"), None)
        rated = next((row for row in own if row["execution_rate_pct"]), None)
        name = Markup('<a href="{}{}/#{}">{}</a>').format(
            up, form_page(number), form["project_id"], form["name"] or "名称无法辨认"
        )
        if form["implementer"] and form["implementer"] != about["department"]:
            name += Markup("<small>{}</small>").format(form["implementer"])
        dash = Markup('<span class="none">—</span>')
        cells = [
            evidence.number("project_funds", total, "annual_budget") if total else dash,
            evidence.number("project_funds", total, "executed") if total else dash,
            evidence.number("project_funds", rated, "execution_rate_pct") if rated else dash,
            evidence.number("projects", form, "total_score"),
        ]
        amount = Decimal(total["annual_budget"] or 0) if total else Decimal(0)
        yield (
            amount,
            f"{one}/{number:04}",
            [name, *cells, department(about), *map(escape, place(about))],
        )

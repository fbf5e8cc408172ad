"""All projects of all disclosures in one table: to search, to filter, to sort."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup, escape

from juesuan.pages import addresses
from juesuan.pages.across.table import PLACE_HEADS, TopicTable, department, place, table_html
from juesuan.pages.addresses import PROJECTS
from juesuan.pages.figures import NONE, Evidence
from juesuan.pages.limits import PROJECT_ROWS
from juesuan.pages.store import Store
from juesuan.rows import DisclosureRow, ProjectFundsColumn, ProjectFundsRow, ProjectsRow

_HEADS = [
    ("项目", False),
    ("全年预算数", True),
    ("全年执行数", True),
    ("执行率（%）", True),
    ("总分", True),
    ("部门", False),
    *PLACE_HEADS,
]


class _Project(NamedTuple):
    """A row of the table, with what it is ordered by."""

    budget: Decimal
    key: str
    cells: list[Markup]


def pages(store: Store) -> Iterator[tuple[str, str]]:
    """The part of the page of projects."""
    found = [one for about in store.disclosures() for one in _projects(store, about)]
    found.sort(key=lambda one: (-one.budget, one.key))
    rows = [one.cells for one in found[:PROJECT_ROWS]]
    more = max(0, len(found) - PROJECT_ROWS)
    table = TopicTable("项目绩效自评", "projects", "万元", _HEADS, rows, more)
    content = table_html(table) if found else "<p>所收文件都没有项目自评表。</p>\n"
    yield addresses.part("projects"), content


def _projects(store: Store, about: DisclosureRow) -> Iterator[_Project]:
    """The projects of one disclosure."""
    one = about["disclosure_id"]
    up = addresses.way(PROJECTS, addresses.disclosure(one))
    evidence, own = store.evidence(about, up, "projects", "project_funds"), store.of(one)
    funds: dict[str, list[ProjectFundsRow]] = {}
    for row in own.rows("project_funds"):
        funds.setdefault(row["project_id"], []).append(row)
    for number, form in enumerate(own.rows("projects"), start=1):
        if form["kind"] == "project":
            named = _name(about, form, up + addresses.forms(number))
            rows = funds.get(form["project_id"], [])
            score = evidence.number("projects", form, "total_score")
            place_of = [department(about, PROJECTS), *map(escape, place(about))]
            cells = [named, *_amounts(evidence, rows), score, *place_of]
            yield _Project(_budget(rows), f"{one}/{number:04}", cells)


def _name(about: DisclosureRow, form: ProjectsRow, page: str) -> Markup:
    """A project as a link to its form, with who carries it out if that is not the department."""
    name = Markup('<a href="{}#{}">{}</a>').format(
        page, form["project_id"], form["name"] or "名称无法辨认"
    )
    if form["implementer"] and form["implementer"] != about["department"]:
        name += Markup("<small>{}</small>").format(form["implementer"])
    return name


def _total(rows: list[ProjectFundsRow]) -> ProjectFundsRow | None:
    return next((row for row in rows if row["source"] == "total"), None)


def _budget(rows: list[ProjectFundsRow]) -> Decimal:
    total = _total(rows)
    return Decimal(total["annual_budget"] or 0) if total else Decimal(0)


def _amounts(evidence: Evidence, rows: list[ProjectFundsRow]) -> list[Markup]:
    """Budget, execution and its rate; a dash where the form has no such row."""
    total = _total(rows)
    rated = next((row for row in rows if row["execution_rate_pct"]), None)
    asked: tuple[tuple[ProjectFundsRow | None, ProjectFundsColumn], ...] = (
        (total, "annual_budget"),
        (total, "executed"),
        (rated, "execution_rate_pct"),
    )
    return [evidence.number("project_funds", row, column) if row else NONE for row, column in asked]

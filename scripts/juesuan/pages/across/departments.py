"""A department's years side by side, with the seam marked where its scope or its name changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup

from juesuan import terms
from juesuan.pages import addresses
from juesuan.pages.across.table import Measures
from juesuan.pages.limits import YEARS
from juesuan.pages.markup import rendered
from juesuan.pages.store import Store
from juesuan.rows import DisclosureRow

_FAILED = "SELECT count(*) FROM checks WHERE disclosure_id = ? AND state = 'fail'"
_FORMS = "SELECT count(*) FROM projects WHERE disclosure_id = ? AND kind = 'project'"
_SHOWN = (
    (
        "收支",
        (
            "revenue.total",
            "revenue.current",
            "revenue.appropriation",
            "expenditure.current",
            "expenditure.basic",
            "expenditure.project",
            "carryover.closing",
        ),
    ),
    (
        "财政拨款",
        (
            "appropriation.expenditure_current",
            "general_budget.expenditure",
            "basic.personnel",
            "basic.public",
        ),
    ),
    (
        "“三公”经费",
        (
            "three_public.total",
            "three_public.abroad",
            "three_public.vehicle_purchase",
            "three_public.vehicle_running",
            "three_public.reception",
        ),
    ),
    (
        "其他",
        (
            "operating.agency",
            "procurement.total",
            "assets.vehicles",
            "headcount.total",
            "headcount.serving",
        ),
    ),
)


def pages(store: Store) -> Iterator[tuple[str, str]]:
    """A page a department."""
    for one, rows in store.departments().items():
        here = addresses.department(one)
        years = sorted(rows, key=lambda row: row["fiscal_year"])[-YEARS:]
        books = [Measures(store, about, here) for about in years]
        groups = [(title, _lines(books, names)) for title, names in _SHOWN]
        content = rendered(
            "department.md",
            here=here,
            name=years[-1]["department"],
            years=years,
            seams=seams(years),
            groups=[group for group in groups if group[1]],
            failed=[store.one(_FAILED, row["disclosure_id"]) for row in years],
            forms=[store.one(_FORMS, row["disclosure_id"]) for row in years],
        )
        yield addresses.page_file(here), content


def seams(years: Sequence[DisclosureRow]) -> list[str]:
    """For each year what makes it not comparable with the one before; empty where nothing does."""
    found = [""]
    for before, after in pairwise(years):
        changes = []
        if before["scope"] != after["scope"]:
            changes.append(f"口径由“{before['scope']}”变为“{after['scope']}”")
        if before["department"] != after["department"]:
            changes.append(f"名称由“{before['department']}”变为“{after['department']}”")
        if int(after["fiscal_year"]) != int(before["fiscal_year"]) + 1:
            changes.append(f"中间缺 {int(before['fiscal_year']) + 1} 年度")
        found.append("，".join(changes))
    return found


def _lines(books: Sequence[Measures], names: Sequence[str]) -> list[tuple[str, str, list[Markup]]]:
    """Label, unit and a cell a year, for the measures that some year prints."""
    found = []
    for name in names:
        if any(book.value(name) is not None for book in books):
            measure = terms.measures()[name]
            found.append((measure.label, measure.unit, [book.number(name) for book in books]))
    return found

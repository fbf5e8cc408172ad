"""A department at one look, and its years side by side.

A seam is marked where its scope or its name changed. One year alone is not printed twice: its
tables are those of its disclosure.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise

from markupsafe import Markup

from juesuan import terms
from juesuan.amount import adds_up
from juesuan.check.between import between_rules
from juesuan.collection import Department, ExpectedYear, changed, expected
from juesuan.pages import addresses
from juesuan.pages.across.board.board import told_of
from juesuan.pages.across.projects import low
from juesuan.pages.across.table import Measures
from juesuan.pages.across.topics.purposes import purposes
from juesuan.pages.limits import CONTRADICTIONS, YEARS
from juesuan.pages.markup import rendered
from juesuan.pages.store.store import Store
from juesuan.pages.telling.reasons import why
from juesuan.pages.writer import Shown
from juesuan.rows import ChecksBetweenRow, DisclosureRow

_FAILED = "SELECT disclosure_id, count(*) AS n FROM checks WHERE state = 'fail' GROUP BY ALL"
_UNREADABLE = (
    "SELECT disclosure_id, count(*) AS n FROM checks WHERE state = 'unreadable' GROUP BY ALL"
)
_FORMS = "SELECT disclosure_id, count(*) AS n FROM projects WHERE kind = 'project' GROUP BY ALL"
_LOST = (
    "SELECT disclosure_id, count(*) AS n FROM figures "
    "WHERE status = 'unread' AND resource IS NOT NULL GROUP BY ALL"
)
_FIRST = 3
"""Contradictions and projects of the last year that are told first."""

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


def pages(store: Store) -> Iterator[tuple[str, Shown]]:
    """A page a department."""
    registry, departments = store.registry(), store.departments()
    failed, forms = store.numbers(_FAILED), store.numbers(_FORMS)
    unreadable, lost = store.numbers(_UNREADABLE), store.numbers(_LOST)
    missing, between, below = _missing(store), _between(store), belonging(registry)
    rules = {rule.id: rule for rule in between_rules()}
    for one, rows in departments.items():
        years = sorted(rows, key=lambda row: row["fiscal_year"])[-YEARS:]
        beside = {
            "about": list(known_of(one, registry, below, departments)),
            "missing": missing.get(one, [])[-YEARS:],
            "between": between.get(one, [])[:CONTRADICTIONS],
        }
        told = f"{store.told_of(*(row['disclosure_id'] for row in years))} {beside}"
        counted = {
            "unreadable": [unreadable.get(row["disclosure_id"], 0) for row in years],
            "failed": [failed.get(row["disclosure_id"], 0) for row in years],
            "forms": [forms.get(row["disclosure_id"], 0) for row in years],
            "lost": [lost.get(row["disclosure_id"], 0) for row in years],
        }
        draw = partial(_page, store, one, years, rules=rules, **beside, **counted)
        yield addresses.body(addresses.department(one)), Shown(told, draw)


def _page(store: Store, one: str, years: Sequence[DisclosureRow], **shown: object) -> str:
    """The page of a department: its years side by side, and what is known beside them."""
    here, last = addresses.department(one), years[-1]
    books = [Measures.of(store, about, here) for about in years]
    groups = [(title, _lines(books, names)) for title, names in _SHOWN] if len(years) > 1 else []
    return rendered(
        "department.html",
        here=here,
        name=last["department"],
        years=years,
        books=books,
        changes=[_change(book) for book in books],
        parts=[_basic(book) for book in books],
        seams=seams(years),
        groups=[group for group in groups if group[1]],
        fails=told_of(store, last)[:_FIRST],
        purposes=purposes(store, last, here),
        lowest=[Markup(said) for _, _, said in low(store, last, here)[:_FIRST]],  # nosec B704
        **shown,
    )


def _basic(book: Measures) -> Decimal | None:
    """Basic expenditure in percent of both kinds, where they make up the whole; else None."""
    names = ("expenditure.basic", "expenditure.project", "expenditure.current")
    basic, project, whole = (book.exact(one) for one in names)
    if basic is None or project is None or whole is None:
        return None
    if not (basic.value and project.value and whole.value) or not adds_up(whole, (basic, project)):
        return None
    return (basic.value * 100 / whole.value).quantize(Decimal("0.1"))


def _change(book: Measures) -> Markup:
    """The change of the whole on last year, with its direction and its reason.

    Empty where there was no department the year before.
    """
    change, total = book.value("overall", "change"), book.value("revenue.total")
    if change is None or total is None or total <= change:
        return Markup()
    said = book.changed("overall")
    return Markup("{}。{}").format(said, why(book.rows["overall"]["reason"])) if change else said


def _missing(store: Store) -> dict[str, list[ExpectedYear]]:
    """The years of each department of which no disclosure is held and one is expected."""
    found: dict[str, list[ExpectedYear]] = {}
    for place in expected(store.disclosures(), store.registry()):
        if not place.disclosure_id:
            found.setdefault(place.department_id, []).append(place)
    return found


def _between(store: Store) -> dict[str, list[ChecksBetweenRow]]:
    """What is told of disclosures of each department and others: contradictions and seams."""
    owners = {row["disclosure_id"]: row["department_id"] for row in store.disclosures()}
    found: dict[str, list[ChecksBetweenRow]] = {}
    told = "state = 'fail' OR (rule IN ('B01', 'B10') AND state <> 'pass')"
    for row in store.where(told).rows("checks_between"):
        names = (row["disclosure_id"], *row["other_id"].split())
        for owner in dict.fromkeys(owners[one] for one in names):
            found.setdefault(owner, []).append(row)
    return found


Registry = Mapping[str, Sequence[Department]]
"""The rows of the registry, by department."""


def known_of(
    one: str, registry: Registry, below: Registry, held: Collection[str]
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """What the registry knows of a department.

    Args:
        one: its id.
        registry: the rows of all.
        below: as :func:`belonging` gives them.
        held: ids of the departments that have a page.

    Yields:
        What it is, and the texts, each with the address of its page; empty where it has none.
    """
    rows = registry.get(one, ())
    for label, texts in _told_of(rows).items():
        yield label, [(text, "") for text in dict.fromkeys(texts)]
    for label, others in _others(one, registry, below).items():
        yield label, [_linked(other, registry, held) for other in dict.fromkeys(others)]


def _told_of(rows: Sequence[Department]) -> dict[str, list[str]]:
    """What the rows of one department tell, without what they do not."""
    found: dict[str, list[str]] = {
        "名称": [_with_years(row) for row in rows if len(rows) > 1 or row.from_year],
        "简称": [name for row in rows for name in row.names[1:]],
        "层级": [row.level for row in rows if row.level],
        "统一社会信用代码": [row.unified_social_credit_code for row in rows],
    }
    return {label: kept for label, texts in found.items() if (kept := [*filter(None, texts)])}


def _others(one: str, registry: Registry, below: Registry) -> dict[str, list[str]]:
    """The departments to which one belongs, which follow it, and which belong to it."""
    rows = registry.get(one, ())
    found: dict[str, list[str]] = {
        "主管部门": [row.parent for row in rows],
        "承继部门": [row.successor for row in rows],
        "所属单位": [row.department_id for row in below.get(one, ())],
    }
    return {label: kept for label, others in found.items() if (kept := [*filter(None, others)])}


def belonging(registry: Registry) -> Registry:
    """The rows of the departments that belong to each, by its id.

    Args:
        registry: the rows of all.
    """
    found: dict[str, list[Department]] = {}
    for rows in registry.values():
        for row in rows:
            found.setdefault(row.parent, []).append(row)
    return found


def _with_years(row: Department) -> str:
    """A name, and in which years it holds as far as that is known."""
    if not row.from_year and not row.to_year:
        return row.name
    return f"{row.name}（{row.from_year}—{row.to_year}）"


def _linked(one: str, registry: Registry, held: Collection[str]) -> tuple[str, str]:
    name = registry[one][-1].name
    return name, addresses.department(one) if one in held else ""


def seams(years: Sequence[DisclosureRow]) -> list[str]:
    """For each year what makes it not comparable with the one before; empty where nothing does."""
    found = [""]
    for before, after in pairwise(years):
        changes = [*changed(before, after)]
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

"""Home, the list of all disclosures, and a page a region."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from markupsafe import Markup

from juesuan.pages import addresses
from juesuan.pages.across.table import Measures, retired
from juesuan.pages.limits import CARDS, LISTED
from juesuan.pages.markup import rendered
from juesuan.pages.store.store import Store
from juesuan.pages.telling.words import ORDER
from juesuan.pages.writer import Shown
from juesuan.rows import DisclosureRow

_NAMES = {
    "revenue_total": "revenue.total",
    "expenditure_current": "expenditure.current",
    "three_public_total": "three_public.total",
    "headcount_total": "headcount.total",
}
"""Cells of a card and the measures that they show."""

_FOLDERS = (
    ("departments", "各部门历年决算", addresses.DISCLOSURES, "公开部门"),
    ("regions", "各地区的公开", addresses.DISCLOSURES, "公开部门"),
    ("rules", "勾稽核对的规则", addresses.BOARD_RULES, "勾稽核对"),
    ("all", "全部数据", addresses.DATA, "数据"),
)
"""Folders whose own address leads to the page that lists what is in them."""

_UNNAMED = "地区未标明"
_LOST = (
    "SELECT disclosure_id, resource IS NULL AS free, count(*) AS n FROM figures "
    "WHERE status = 'unread' GROUP BY ALL"
)
_FORMS = "SELECT disclosure_id, count(*) AS n FROM projects WHERE kind = 'project' GROUP BY ALL"

Counts = dict[str, dict[str, int]]
"""Disclosure to state of its checks (or ``unread``, ``lost``, ``forms``) to how many there are."""


@dataclass(frozen=True)
class Card:
    """A disclosure in a list.

    Attributes:
        about: the row of ``disclosure``.
        cells: its most important numbers.
        has_people: whether it prints its headcount.
        retired: whether that holds those who are retired; empty where nothing tells.
        forms: performance forms of projects.
        counts: checks by state.
        unread: numbers that were not understood and belong to no cell.
        lost: numbers whose cell is known but that cannot be read.
        width: what it spent, in percent of the largest one; empty where that is not printed.
    """

    about: DisclosureRow
    cells: dict[str, Markup]
    has_people: bool
    retired: str
    forms: int
    counts: dict[str, int]
    unread: int
    lost: int
    width: str = ""


def pages(store: Store) -> Iterator[tuple[str, str | Shown]]:
    """The parts of the first page and of the list, a page a region, and indexes of folders."""
    abouts, counts = store.disclosures(), _counts(store)
    yield addresses.part("home"), _home(store, abouts, counts)
    regions: dict[str, list[DisclosureRow]] = {}
    for about in abouts:
        regions.setdefault(about["region_code"] or "none", []).append(about)
    groups = [(code, rows[0]["region"] or _UNNAMED, len(rows)) for code, rows in regions.items()]
    cards = _cards(store, abouts[:LISTED], counts, addresses.DISCLOSURES)
    shown = {"cards": cards, "more": len(abouts) - len(cards), "regions": groups}
    yield addresses.part("list"), rendered("list.html", here=addresses.DISCLOSURES, **shown)
    for name, title, goal, words in _FOLDERS:
        here = addresses.folder(name)
        content = rendered("folder.html", title=title, goal=addresses.way(here, goal), words=words)
        yield addresses.body(here), content
    for code, rows in regions.items():
        here = addresses.region(code)
        told = f"{len(rows)} {store.told_of(*(row['disclosure_id'] for row in rows[:LISTED]))}"
        yield addresses.body(here), Shown(told, partial(_region, store, here, rows, counts))


def _home(store: Store, abouts: Sequence[DisclosureRow], counts: Counts) -> str:
    """The part of the first page: totals, and the newest disclosures by year."""
    newest = sorted(
        abouts, key=lambda row: (-int(row["fiscal_year"]), row["region_code"], row["disclosure_id"])
    )
    cards = _measured(store, _cards(store, newest[:CARDS], counts, addresses.HOME))
    return rendered(
        "home.html",
        here=addresses.HOME,
        cards=cards,
        years=sorted({card.about["fiscal_year"] for card in cards}, reverse=True),
        more=len(abouts) - len(cards),
        number=len(abouts),
        figures=store.one("SELECT count(*) FROM figures"),
        totals={state: sum(one.get(state, 0) for one in counts.values()) for state in ORDER},
        departments=len(store.departments()),
    )


def _measured(store: Store, cards: Sequence[Card]) -> list[Card]:
    """The cards, each with the length of its bar."""
    spent = [
        Measures.of(store, card.about, addresses.HOME).value(_NAMES["expenditure_current"])
        for card in cards
    ]
    most = max((one for one in spent if one), default=Decimal(0))
    widths = [f"{one / most * 100:.2f}" if one and one > 0 else "" for one in spent]
    return [replace(card, width=width) for card, width in zip(cards, widths, strict=True)]


def _region(store: Store, here: str, rows: Sequence[DisclosureRow], counts: Counts) -> str:
    """The page of a region."""
    cards = _cards(store, rows[:LISTED], counts, here)
    more = len(rows) - len(cards)
    name = rows[0]["region"] or _UNNAMED
    return rendered("region.html", here=here, region=name, cards=cards, regions=[], more=more)


def _counts(store: Store) -> Counts:
    """Checks by disclosure and state, and figures without a place."""
    found: Counts = {}
    for row in store.ask("SELECT disclosure_id, state, count(*) AS n FROM checks GROUP BY ALL"):
        found.setdefault(row["disclosure_id"], {})[row["state"]] = int(row["n"])
    for row in store.ask(_LOST):
        kind = "unread" if row["free"] == "True" else "lost"
        found.setdefault(row["disclosure_id"], {})[kind] = int(row["n"])
    for one, number in store.numbers(_FORMS).items():
        found.setdefault(one, {})["forms"] = number
    return found


def _cards(store: Store, abouts: Sequence[DisclosureRow], counts: Counts, here: str) -> list[Card]:
    return [_card(store, about, counts.get(about["disclosure_id"], {}), here) for about in abouts]


def _cells(store: Store, about: DisclosureRow, here: str) -> dict[str, str]:
    """The most important numbers of a disclosure, and whether it prints its headcount."""
    measures = Measures.of(store, about, here)
    if "overall" in measures.rows:  # where a disclosure states revenue and expenditure as one
        measures.rows.setdefault("revenue.total", measures.rows["overall"])
    people = measures.value("headcount.total") is not None
    numbers = {name: str(measures.number(measure)) for name, measure in _NAMES.items()}
    return {**numbers, "people": "printed" if people else "", "retired": retired(measures)}


def _card(store: Store, about: DisclosureRow, own: dict[str, int], here: str) -> Card:
    cells = store.made_of(about, f"card at {here}", partial(_cells, store, about, here))
    return Card(
        about,
        {name: Markup(cells[name]) for name in _NAMES},  # nosec B704
        bool(cells["people"]),
        cells["retired"],
        own.get("forms", 0),
        {state: own.get(state, 0) for state in ORDER},
        own.get("unread", 0),
        own.get("lost", 0),
    )

"""What questions are answered from: the measures of each department, and who has the most.

A department's piece holds its newest disclosures, a piece of each of these what is first and last
within it; a measure's piece the departments that print the
most and the least of it, over the newest year of each and by year; amounts of departments are never
added up. Each number comes with the address of its printed figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from juesuan.pages.machines.search import before, ratios
from juesuan.pages.machines.search.cutting import shortened
from juesuan.pages.machines.search.doubted import doubted
from juesuan.pages.machines.search.ends import LISTED, RANKED, Ends, Place
from juesuan.pages.machines.search.items import spent_on
from juesuan.pages.machines.search.named import YEARS, header, short_name
from juesuan.pages.machines.search.pieces import piece
from juesuan.pages.store.losses import lost
from juesuan.pages.store.portfolio import Project, projects
from juesuan.pages.store.store import Store
from juesuan.rows import (
    AnyColumn,
    AnyRow,
    DisclosureRow,
    MeasuresColumn,
    MeasuresRow,
    ProjectFundsRow,
)

_ITEMS = 8
"""Items of spending of one disclosure that are told, the largest."""

_REASON = 90
"""Characters of a reason of a change that are told."""

_COLUMNS: tuple[MeasuresColumn, ...] = (
    "actual",
    "change",
    "change_pct",
    "annual_budget",
    "initial_budget",
    "completion_pct",
    "variance_pct",
    "share_pct",
)
_RANKED = ("actual", "change", "completion_pct", "variance_pct", "share_pct")

_IN_HUNDRED = ("score", "rate")
"""What projects are ordered by that goes from 0 to 100."""

_MISSED = "missed"

_LOSING = ("score", _MISSED)
"""What projects are ordered by that is told with where they lost most."""

_LEFT, _MOVED = "left", "moved"
"""Orders of projects by a difference: what was not spent, by how much a budget was changed."""

_FAILS = "SELECT disclosure_id, count(*) AS n FROM checks WHERE state = 'fail' GROUP BY ALL"

_NEWEST = "new"
"""The ranking over the newest year of each department."""

Told = dict[str, list[str]]
"""Column to its value and the address of its figure, below the disclosure."""


_Rankings = dict[str, dict[str, Ends]]
"""Of a measure: column, a point, and year or newest, to its ends."""


def files(store: Store) -> Iterator[tuple[str, str]]:
    """A piece a department, a piece a measure, of projects by what orders them, of spending."""
    rankings: dict[str, _Rankings] = {}
    forms: dict[str, Ends] = {}
    spent = Ends(_ITEMS)
    registry = store.registry()
    years = sorted({one["fiscal_year"] for one in store.disclosures()})[-YEARS:]
    fails = store.numbers(_FAILS)
    for one, rows in store.departments().items():
        called = short_name(rows[-1], registry.get(one, ()))
        answered = [_answered(store, about, called, fails) for about in rows[-YEARS:]]
        for disclosure in answered:
            newest = disclosure is answered[-1]
            _rank(rankings, disclosure, newest, years)
            if newest:
                _rank_projects(forms, disclosure, LISTED)
                _rank_differences(forms, disclosure)
                _rank_items(spent, disclosure)
        yield piece(f"d-{one}", header(rows, registry.get(one, ())) | _told_of(answered))
        yield from ((piece(f"q-{each.one}", _ranked_of(each))) for each in answered)
    for measure, found in sorted(rankings.items()):
        yield piece(f"m-{measure}", _told(found))
    for name, ends in forms.items():
        told = _ordered(name, ends.told())
        yield piece(f"p-{name}", told | (ends.counted() if name in _IN_HUNDRED else {}))
    items = spent.told()
    yield piece("items", {"n": items["n"], "most": items["most"]})


_Cells = dict[str, dict[str, Any]]
"""Measure to what is printed of it: by column its value and the address of its figure."""

_Form = tuple[str, dict[str, str], list[Any]]
"""Of a project its id, what it is ordered by, what is told of it."""


@dataclass(frozen=True)
class _Disclosure:
    """A disclosure as it is answered.

    Attributes:
        about: its row.
        called: the short name of its department.
        measures: what is printed of each.
        projects: in the order of their forms.
        differing: those of them that are ordered by a difference.
        items: of its spending by function: name, fund, amount with the address of its figure.
        fails: how many of its checks found a contradiction.
    """

    about: DisclosureRow
    called: str
    measures: _Cells
    projects: Sequence[_Form]
    differing: Sequence[_Form]
    items: Sequence[tuple[str, str, list[str]]]
    fails: int

    @property
    def one(self) -> str:
        """Its id."""
        return self.about["disclosure_id"]


def _answered(
    store: Store, about: DisclosureRow, called: str, fails: Mapping[str, int]
) -> _Disclosure:
    measures = store.made_of(about, "answered measures", lambda: _Teller(store, about).measures())
    forms = store.made_of(about, "answered projects", lambda: _Teller(store, about).projects())
    apart = store.made_of(about, "differing projects", lambda: _Teller(store, about).differing())
    items = store.made_of(about, "answered items", lambda: spent_on(store, about))
    number = fails.get(about["disclosure_id"], 0)
    return _Disclosure(about, called, measures, forms, apart, items, number)


class _Teller:
    """Tells what is printed of a disclosure, with the addresses of its figures.

    Args:
        store: the packages.
        about: its row.
    """

    def __init__(self, store: Store, about: DisclosureRow) -> None:
        self._own = store.of(about["disclosure_id"])
        self._evidence = store.evidence(about, "", "measures", "projects", "project_funds")
        self._doubted = doubted(store, about["disclosure_id"])
        self._changed = before.other_scope(store, about)

    def measures(self) -> _Cells:
        """What is printed of each measure."""
        rows = _first_of_each(self._own.rows("measures"))
        found = {measure: self.told(row) for measure, row in rows.items()}
        before.mark(found, self._changed)
        return found | ratios.told(found) | self.rate()

    def rate(self) -> _Cells:
        """How much of its whole budget the department says that it spent, its score for all."""
        found: _Cells = {}
        for form in self._own.rows("projects"):
            if form["kind"] != "overall":
                continue
            if form["total_score"] and ratios.SCORE.id not in found:
                found[ratios.SCORE.id] = {"actual": self.cell("projects", form, "total_score")}
            for row in self._own.rows("project_funds"):
                if row["project_id"] == form["project_id"] and row["execution_rate_pct"]:
                    cell = self.cell("project_funds", row, "execution_rate_pct")
                    return found | {ratios.RATE.id: {"actual": cell}}
        return found

    def projects(self) -> list[_Form]:
        """The projects in the order of their forms."""
        return [
            (
                one.form["project_id"],
                {name: str(by) for name, by in _keys(one).items() if by is not None},
                self.project(one),
            )
            for one in projects(self._own)
        ]

    def differing(self) -> list[_Form]:
        """The projects by what no form prints: what was left of each, how its budget was moved."""
        return [
            (one.form["project_id"], by, [*self.project(one)[:-1], "", *self.carried(one)])
            for one in projects(self._own)
            if (by := _differences(one.total))
        ]

    def carried(self, one: Project) -> list[object]:
        """Who carried a project out, and what it was to have at first."""
        return [
            one.form["implementer"] or "",
            self.cell("project_funds", one.total, "initial_budget") if one.total else [],
        ]

    def told(self, row: MeasuresRow) -> dict[str, object]:
        """What is printed of a measure, with its evidence and the department's reason."""
        found: dict[str, object] = {
            column: self.cell("measures", row, column) for column in _COLUMNS if row[column]
        }
        for column in ("reason", "variance_reason"):
            if row[column]:
                found[column] = shortened(row[column], _REASON)
        prior = row["prior_year"] or row["prior_year_derived"]
        if prior and not Decimal(prior):
            found["new"] = before.NOTHING
        return found

    def cell(self, resource: str, row: AnyRow, column: AnyColumn) -> list[str]:
        """A value, the address of its figure, and the contradiction that concerns it, if any."""
        value = str(row.get(column) or "")
        figure = self._evidence.figure(resource, row, column)
        if not value or not figure:
            return [value] if value else []
        page = self._doubted.get(figure["figure_id"])
        return [value, self._evidence.address(figure), *([page] if page else [])]

    def project(self, one: Project) -> list[object]:
        """A project: its name and page, score, rate, budget, spent, missed, where it lost most."""
        return [
            one.name,
            one.page,
            self.cell("projects", one.form, "total_score"),
            self.cell("project_funds", one.rated, "execution_rate_pct") if one.rated else [],
            self.cell("project_funds", one.total, "annual_budget") if one.total else [],
            self.cell("project_funds", one.total, "executed") if one.total else [],
            str(one.missed or ""),
            lost(self._evidence, one.funds, one.worst, one.hidden),
        ]


def _first_of_each(rows: Iterable[MeasuresRow]) -> dict[str, MeasuresRow]:
    """The measures of a disclosure; of one that is printed twice the row that tells most."""
    found: dict[str, MeasuresRow] = {}
    for row in rows:
        held = found.get(row["measure"])
        more = held and row["actual"] == held["actual"] and _printed(row) > _printed(held)
        if (row["actual"] or row["change"]) and (held is None or more):
            found[row["measure"]] = row
    return found


def _printed(row: MeasuresRow) -> int:
    return sum(1 for column in _COLUMNS if row[column])


def _rank(
    rankings: dict[str, _Rankings], own: _Disclosure, newest: bool, years: Sequence[str]
) -> None:
    """Put the measures of a disclosure into the rankings."""
    year = own.about["fiscal_year"]
    groups = ([_NEWEST] if newest else []) + ([year] if year in years else [])
    for measure, told in own.measures.items():
        for column in _RANKED:
            if column not in told:
                continue
            shown = [own.called, year, own.one, own.about["scope"], *_with_reason(told, column)]
            place = Place(Decimal(told[column][0]), own.one, shown)
            for group in groups:
                ends = rankings.setdefault(measure, {}).setdefault(column, {})
                places = LISTED if (column, group) == ("actual", _NEWEST) else RANKED
                own_ends = ends.setdefault(group, Ends(places))
                own_ends.add(place, apart=column == "change" and bool(told.get("new")))


def _with_reason(told: Mapping[str, Any], column: str) -> list[object]:
    """A value with the address of its figure and what is told of it, as far as there is any.

    How it was made, or of a change why; of a change what was before; what contradicts it.
    """
    value, where, page = [*told[column], "", ""][:3]
    why = told.get("reason", "") if column == "change" else told.get("made", "")
    found = [value, where, why, told.get("new", 0) if column == "change" else 0, page]
    while len(found) > (4 if column == "change" else 1) and not found[-1]:
        found.pop()
    return found


def _told(found: _Rankings) -> dict[str, object]:
    return {
        column: {group: ends.told() for group, ends in groups.items()}
        for column, groups in found.items()
    }


def _keys(one: Project) -> dict[str, Decimal | None]:
    """What projects are ordered by."""
    return {
        "score": one.score,
        "rate": one.rate,
        "money": one.budget or None,
        "spent": one.executed,
        "missed": one.missed,
    }


def _rank_items(spent: Ends, own: _Disclosure) -> None:
    """Put the items of spending of a disclosure into a ranking."""
    for name, fund, cell in own.items:
        shown = [own.called, own.about["fiscal_year"], own.one, name, fund, *cell]
        spent.add(Place(Decimal(cell[0]), f"{own.one}/{name}/{fund}", shown))


def _rank_projects(forms: dict[str, Ends], own: _Disclosure, places: int = RANKED) -> None:
    """Put the projects of a disclosure into the rankings over all."""
    for project_id, keys, told in own.projects:
        for name, by in keys.items():
            every = told if name in _LOSING else told[:-1]
            shown = [own.called, own.about["fiscal_year"], own.one, *every]
            place = Place(Decimal(by), f"{own.one}/{project_id}", shown)
            number = RANKED if name == _MISSED else places
            forms.setdefault(name, Ends(number)).add(place)


def _differences(total: ProjectFundsRow | None) -> dict[str, str]:
    """What was not spent of a budget; by how much it was raised, less than 0 if it was cut."""
    if not total or not total["annual_budget"]:
        return {}
    had = Decimal(total["annual_budget"])
    left = had - Decimal(total["executed"]) if total["executed"] else Decimal(0)
    moved = had - Decimal(total["initial_budget"]) if total["initial_budget"] else Decimal(0)
    return {name: str(by) for name, by in ((_LEFT, left), (_MOVED, moved)) if by}


def _rank_differences(forms: dict[str, Ends], own: _Disclosure) -> None:
    """Put the projects of a disclosure into the rankings by a difference."""
    for project_id, keys, told in own.differing:
        for name, by in keys.items():
            shown = [own.called, own.about["fiscal_year"], own.one, *told]
            place = Place(Decimal(by), f"{own.one}/{project_id}", shown)
            forms.setdefault(name, Ends(RANKED)).add(place)


def _ordered(name: str, told: dict[str, object]) -> dict[str, object]:
    """The ends of an order of projects; of what was missed the least is not asked for."""
    return {key: one for key, one in told.items() if name != _MISSED or key != "least"}


def _told_of(answered: Sequence[_Disclosure]) -> dict[str, object]:
    """The disclosures of a department, the newest first."""
    return {
        "of": [
            {
                "id": own.one,
                "year": own.about["fiscal_year"],
                "scope": own.about["scope"],
                "m": own.measures,
                "fails": own.fails,
            }
            for own in reversed(answered)
        ],
    }


def _summed(name: str, ends: Ends) -> dict[str, object]:
    """The sum of what goes from 0 to 100, for its mean."""
    return {"sum": str(ends.sum)} if name in _IN_HUNDRED else {}


def _ranked_of(own: _Disclosure) -> dict[str, object]:
    """What is first and last within a disclosure: its projects, once each, with their places in
    the orders, of scores and rates the sum; its largest items of spending, and how many there are.
    """
    rows: list[list[Any]] = []
    places: dict[str, int] = {}
    orders: dict[str, object] = {}
    for name in sorted({name for _, keys, _ in own.projects for name in keys}):
        ends = Ends()
        for project_id, keys, told in own.projects:
            if name in keys:
                ends.add(Place(Decimal(keys[name]), project_id, [project_id, told]))
        found = _ordered(name, ends.told()) | _summed(name, ends)
        for side in ("most", "least"):
            every: Any = found.get(side, [])
            for project_id, told in every:
                if project_id not in places:
                    places[project_id] = len(rows)
                    rows.append(told)
            if side in found:
                found[side] = [places[project_id] for project_id, _ in every]
        orders[name] = found
    items = [[name, fund, *cell] for name, fund, cell in own.items[:_ITEMS]]
    return {"rows": rows, "p": orders, "i": {"n": len(own.items), "most": items}}

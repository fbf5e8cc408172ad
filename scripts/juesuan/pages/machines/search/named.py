"""What has a name in a disclosure: items of spending, projects, units, kinds of costs.

A question that says more than a department and a measure (人社局 培训补贴) is answered from here:
what is left of it must be the name of something, or nothing is answered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from juesuan import terms
from juesuan.collection import Department
from juesuan.pages.evidence.figures import Evidence
from juesuan.pages.machines.search import before
from juesuan.pages.machines.search.cutting import shortened
from juesuan.pages.machines.search.pieces import piece
from juesuan.pages.store import spending
from juesuan.pages.store.losses import lost
from juesuan.pages.store.portfolio import Project, projects
from juesuan.pages.store.store import Store
from juesuan.pages.telling.words import FUNDS
from juesuan.rows import AnyColumn, AnyRow, DisclosureRow, EconomicRow, ProjectFundsRow

YEARS = 3
"""Years that are answered of a department: the newest."""

NAMED = 250
"""Things of one disclosure that are found by name: the first of each kind, the largest amounts."""

TOGETHER = 12
"""Things that are told in one piece: a question loads those that it is about."""

_PLACES = 5
"""Amounts of a kind of costs that are told: the largest."""

_CURRENT = ("301", "302", "303")
"""Begins of the codes of current costs."""

_OF_PERSONS = ("301", "303")
"""Begins of the codes of what is paid to persons."""

_REASON = 90
"""Characters of a reason that are told."""

_WHOLE, _TOTAL = "overall", "total"
"""The form in which a department evaluates itself as a whole; its row of all money."""

_CLASS, _SUBCLASS = 3, 5
"""Digits of the codes of a class and a subclass."""

Thing = list[Any]
"""Its kind, its name, and what is told of it, as the script reads it."""

_RESOURCES = (*spending.RESOURCES, "economic", "projects", "project_funds")


def files(store: Store) -> Iterator[tuple[str, str]]:
    """A piece a disclosure: its things, and whether there are more than are told."""
    spent = _Costs()
    registry = store.registry()
    for one, rows in store.departments().items():
        head = header(rows, registry.get(one, ()))
        for about in rows:
            yield from _things(store, about, head, spent)
    yield piece("costs", spent.told())


def _things(
    store: Store, about: DisclosureRow, head: dict[str, object], spent: _Costs
) -> Iterator[tuple[str, str]]:
    """The pieces of a disclosure: by what its things are known, and what is told of them."""
    told = store.made_of(about, "named things", lambda: _Namer(store, about).told())
    shown = told[:NAMED]
    spent.add(about, told)
    name = f"i-{about['disclosure_id']}"
    own = {"all": [*map(_known, shown)], "cut": len(told) > len(shown), "size": TOGETHER}
    yield piece(name, head | own)
    for at in range(0, len(shown), TOGETHER):
        yield piece(f"{name}-{at // TOGETHER}", shown[at : at + TOGETHER])


def _known(thing: Thing) -> list[object]:
    """By what a thing is known: kind, name; of spending what it belongs to and the code, of a
    project who carried it out and its page.
    """
    kind, name, *more = thing
    if kind == "f":
        return [kind, name, more[1], more[-1]]
    return [kind, name, more[1], more[0]] if kind == "p" else [kind, name]


def header(rows: Sequence[DisclosureRow], registered: Sequence[Department]) -> dict[str, object]:
    """What is told of a department itself: its names, its newest disclosures.

    Args:
        rows: its disclosures, the oldest first.
        registered: its lines of the registry.
    """
    newest = rows[-1]
    names = [newest["region"], *(name for row in registered for name in row.names)]
    return {
        "id": newest["department_id"],
        "name": newest["department"],
        "short": short_name(newest, registered),
        "names": list(dict.fromkeys([newest["department"], *names])),
        "of": [
            {"id": row["disclosure_id"], "year": row["fiscal_year"], "scope": row["scope"]}
            for row in reversed(rows[-YEARS:])
        ],
    }


def short_name(about: DisclosureRow, rows: Sequence[Department]) -> str:
    """What a department is called for short: the shortest name that tells its region."""
    region = about["region"][:2]
    names = [name for row in rows for name in row.names if name.startswith(region)]
    return min([*names, about["department"]], key=len)


class _Costs:
    """Over all disclosures: how many name a kind of costs, and the largest amounts of it."""

    def __init__(self) -> None:
        self._number: Counter[str] = Counter()
        self._of_persons: dict[str, int] = {}
        self._most: dict[str, list[list[str]]] = {}

    def add(self, about: DisclosureRow, told: Iterable[Thing]) -> None:
        """Put in what a disclosure tells."""
        for kind, name, *more in told:
            if kind != "e":
                continue
            _, persons, cell = more
            self._number[name] += 1
            self._of_persons[name] = persons
            if cell:
                row = [about["department"], about["fiscal_year"], about["disclosure_id"], *cell]
                rows = sorted([*self._most.get(name, []), row], key=lambda one: -float(one[3]))
                self._most[name] = rows[:_PLACES]

    def told(self) -> list[list[object]]:
        """Of each kind its code, name, whether of persons, how many name it, the largest."""
        return [
            [code, name, self._persons(code, name), self._number[name], self._most.get(name, [])]
            for code, name in terms.classification("economic").items()
        ]

    def _persons(self, code: str, name: str) -> int:
        return self._of_persons.get(name, int(code.startswith(_OF_PERSONS)))


class _Namer:
    """Tells the things of a disclosure that have a name.

    Args:
        store: the packages.
        about: its row.
    """

    def __init__(self, store: Store, about: DisclosureRow) -> None:
        self._store, self._about = store, about
        self._own = store.of(about["disclosure_id"])
        self._evidence: Evidence = store.evidence(about, "", *_RESOURCES)

    def told(self) -> list[Thing]:
        """Spending by function, projects, units and offices, kinds of costs."""
        spent = sorted(self._spent(), key=lambda one: -float(one[6][0]))
        forms = sorted(map(self._project, projects(self._own)), key=lambda one: -_amount(one[4]))
        return [*self._units(), *self._sources(), *spent, *forms, *self._costs()]

    def _units(self) -> Iterator[Thing]:
        """Kind (u of a unit, o of an office) and name."""
        for row in self._own.rows("organisation"):
            yield ["u" if row["kind"] == "unit" else "o", row["name"]]

    def _sources(self) -> Iterator[Thing]:
        """Kind and name of what the money of the whole came from; at first, in the end, spent."""
        for row in self._own.rows("project_funds"):
            if row["project_id"] == _WHOLE and row["source"] != _TOTAL and row["label"]:
                name = row["label"].removeprefix("其中：").removesuffix("（万元）")
                columns: tuple[AnyColumn, ...] = ("initial_budget", "annual_budget", "executed")
                yield ["s", name, *(self._cell("project_funds", row, one) for one in columns)]

    def _spent(self) -> Iterator[Thing]:
        """Kind, name, printed code, what it belongs to, level, budget, amount, change, reason;

        the change with its rate; what a change does not compare with; the code also where it is not
        printed.
        """
        one = self._about["disclosure_id"]
        kind = before.OTHER_SCOPE if before.other_scope(self._store, self._about) else 0
        for item in (*spending.sums(self._store, one), *spending.items(self._store, one)):
            above, _, name = item.name.rpartition(" · ")
            value = self._cell(item.resource, item.row, item.column)
            if not value:
                continue
            prose = item.resource == "functions"
            change = self._cell(item.resource, item.row, "change") if prose else []
            change += self._cell(item.resource, item.row, "change_pct") if change else []
            reason = shortened(str(item.row.get("reason") or ""), _REASON)
            level = {_CLASS: "类", _SUBCLASS: "款"}.get(len(item.code), "项")
            yield [
                "f",
                name,
                "" if item.derived else item.code,
                above,
                level,
                FUNDS[item.fund],
                value,
                change,
                reason,
                kind if change else 0,
                item.code,
            ]

    def _project(self, one: Project) -> Thing:
        """Kind, name, page, who carried it out, what it spent, had, its rate, its score, where it
        lost most; what it was to have at first, where that is not what it had.
        """
        total, rated = one.total, one.rated
        return [
            "p",
            one.name,
            one.page,
            one.form["implementer"] or "",
            self._cell("project_funds", total, "executed") if total else [],
            self._cell("project_funds", total, "annual_budget") if total else [],
            self._cell("project_funds", rated, "execution_rate_pct") if rated else [],
            self._cell("projects", one.form, "total_score"),
            lost(self._evidence, one.funds, one.worst, one.hidden),
            *(
                [self._cell("project_funds", total, "initial_budget")]
                if total and _moved(total)
                else []
            ),
        ]

    def _costs(self) -> Iterator[Thing]:
        """Kind, name, code, whether of persons, amount; of each name once, where it has one."""
        found: dict[str, EconomicRow] = {}
        for row in self._own.rows("economic"):
            if row["name"] not in found or not found[row["name"]]["actual"]:
                found[row["name"]] = row
        for row in found.values():
            persons = int(row["group"] == "personnel")
            yield ["e", row["name"], row["code"], persons, self._cell("economic", row, "actual")]

    def _cell(self, resource: str, row: AnyRow, column: AnyColumn) -> list[str]:
        value = str(row.get(column) or "")
        figure = self._evidence.figure(resource, row, column)
        return [value, self._evidence.address(figure)] if value and figure else []


def _moved(total: ProjectFundsRow) -> bool:
    """Whether a project had another budget in the end than at first."""
    return total["initial_budget"] != total["annual_budget"]


def _amount(cell: list[str]) -> float:
    return float(cell[0]) if cell else 0.0


def costs() -> list[str]:
    """Names of kinds of costs: of what is paid to persons and for goods and services."""
    economic = terms.classification("economic")
    return sorted({name for code, name in economic.items() if code.startswith(_CURRENT)})

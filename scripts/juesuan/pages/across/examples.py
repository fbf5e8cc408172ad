"""Examples of terms that no measure shows: a rate, an indicator, a code, a derived number.

Each is the first of its kind of one of the first few disclosures, which take turns, told in a
sentence whose numbers open their evidence; where no disclosure prints such a thing there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from markupsafe import Markup

from juesuan.amount import round_half_up
from juesuan.pages import addresses
from juesuan.pages.addresses import GLOSSARY
from juesuan.pages.evidence.figures import Evidence, grouped
from juesuan.pages.store.store import Store
from juesuan.rows import DisclosureRow, IndicatorsRow

_SCOPE = "SELECT disclosure_id FROM disclosure WHERE scope = '汇总' ORDER BY disclosure_id LIMIT 1"
_RATE = (
    "SELECT f.disclosure_id, f.project_id, f.position FROM project_funds f "
    "JOIN projects p USING (disclosure_id, project_id) "
    "WHERE p.kind = 'project' AND p.name IS NOT NULL AND f.source = 'total' "
    "AND CAST(f.annual_budget AS DOUBLE) > 0 AND CAST(f.executed AS DOUBLE) > 0 "
    "AND CAST(f.execution_rate_pct AS DOUBLE) < 100 "
    "QUALIFY row_number() OVER (PARTITION BY f.disclosure_id ORDER BY f._row) = 1 "
    "ORDER BY f.disclosure_id LIMIT 5"
)
_INDICATOR = (
    "SELECT i.disclosure_id, i.project_id, i.position FROM indicators i "
    "JOIN projects p USING (disclosure_id, project_id) "
    "WHERE p.kind = 'project' AND p.name IS NOT NULL AND i.level3 IS NOT NULL "
    "AND i.target_value IS NOT NULL AND i.actual_value IS NOT NULL AND i.target <> i.actual "
    "AND CAST(i.score AS DOUBLE) < CAST(i.weight AS DOUBLE) "
    "QUALIFY row_number() OVER (PARTITION BY i.disclosure_id ORDER BY i._row) = 1 "
    "ORDER BY i.disclosure_id LIMIT 5"
)
_SCORED = (
    "SELECT disclosure_id, project_id FROM projects WHERE kind = 'project' AND name IS NOT NULL "
    "AND CAST(total_score AS DOUBLE) < 100 "
    "QUALIFY row_number() OVER (PARTITION BY disclosure_id ORDER BY _row) = 1 "
    "ORDER BY disclosure_id LIMIT 5"
)
_ITEM = (
    "SELECT disclosure_id, position FROM functions WHERE level = 'item' AND code IS NOT NULL "
    "AND CAST(actual AS DOUBLE) > 0 "
    "QUALIFY row_number() OVER (PARTITION BY disclosure_id ORDER BY _row) = 1 "
    "ORDER BY disclosure_id LIMIT 5"
)
_DERIVED = (
    "SELECT disclosure_id FROM measures WHERE measure = 'three_public.total' "
    "AND CAST(prior_year_derived AS DOUBLE) > 0 ORDER BY disclosure_id LIMIT 1"
)
_ROUNDING = (
    "SELECT disclosure_id, statement FROM checks WHERE state = 'rounding' AND rule = 'N35' "
    "ORDER BY disclosure_id, _row LIMIT 1"
)


def example(store: Store, kind: str, turn: int = 0) -> Markup:
    """An example of a kind, for the glossary.

    Args:
        store: the packages.
        kind: one of :data:`KINDS`; else there is no example.
        turn: which of the disclosures that have one is asked; they are counted in turn.
    """
    found = [*KINDS.get(kind, _none)(store)]
    return found[turn % len(found)] if found else Markup()


def is_rounded(value: Decimal, printed: str) -> bool:
    """Whether a printed number is this one, rounded to its places."""
    return round_half_up(value, len(printed.partition(".")[2])) == Decimal(printed)


def _none(store: Store) -> Iterator[Markup]:
    return iter(())


def _whose(about: DisclosureRow) -> Markup:
    """A disclosure as a link."""
    up = addresses.way(GLOSSARY, addresses.disclosure(about["disclosure_id"]))
    return Markup('<a href="{}">{} {} 年度</a>').format(
        up, about["department"], about["fiscal_year"]
    )


def _opened(store: Store, one: str, resource: str) -> tuple[DisclosureRow, Evidence]:
    """A disclosure and links to the figures of one of its resources."""
    about = store.of(one).rows("disclosure")[0]
    up = addresses.way(GLOSSARY, addresses.disclosure(one))
    return about, store.evidence(about, up, resource)


def _scope(store: Store) -> Iterator[Markup]:
    for found in store.ask(_SCOPE):
        about = store.of(found["disclosure_id"]).rows("disclosure")[0]
        yield Markup("例：{}的口径是“汇总”。").format(_whose(about))


def _rate(store: Store) -> Iterator[Markup]:
    for found in store.ask(_RATE):
        own = store.of(found["disclosure_id"])
        about, evidence = _opened(store, found["disclosure_id"], "project_funds")
        key = (found["project_id"], found["position"])
        row = next(r for r in own.rows("project_funds") if (r["project_id"], r["position"]) == key)
        name = _project(store, found["disclosure_id"], found["project_id"])
        executed, budget, rate = (
            evidence.number("project_funds", row, "executed"),
            evidence.number("project_funds", row, "annual_budget"),
            evidence.number("project_funds", row, "execution_rate_pct", "%"),
        )
        part = Decimal(row["executed"] or 0) * 100 / Decimal(row["annual_budget"] or 1)
        if is_rounded(part, row["execution_rate_pct"] or ""):
            text = Markup("例：{}的项目“{}”：全年执行数 {} ÷ 全年预算数 {} ＝ {}。")
            yield text.format(_whose(about), name, executed, budget, rate)


def _project(store: Store, one: str, project_id: str) -> str:
    rows = store.of(one).rows("projects")
    return next(row["name"] for row in rows if row["project_id"] == project_id)


def _indicators(store: Store) -> Iterator[tuple[Markup, IndicatorsRow, Evidence]]:
    """Whose an indicator is and how it is called, its row, and links to its figures."""
    for found in store.ask(_INDICATOR):
        own = store.of(found["disclosure_id"])
        about, evidence = _opened(store, found["disclosure_id"], "indicators")
        key = (found["project_id"], found["position"])
        row = next(r for r in own.rows("indicators") if (r["project_id"], r["position"]) == key)
        name = _project(store, found["disclosure_id"], found["project_id"])
        named = Markup("例：{}的项目“{}”，指标“{}”").format(_whose(about), name, row["level3"])
        yield named, row, evidence


def _targets(store: Store) -> Iterator[Markup]:
    for named, row, evidence in _indicators(store):
        target = evidence.link(evidence.figure("indicators", row, "target_value"), row["target"])
        actual = evidence.link(evidence.figure("indicators", row, "actual_value"), row["actual"])
        yield Markup("{}的指标值是 {}，完成值是 {}。").format(named, target, actual)


def _points(store: Store) -> Iterator[Markup]:
    for named, row, evidence in _indicators(store):
        weight = evidence.number("indicators", row, "weight", " 分")
        score = evidence.number("indicators", row, "score", " 分")
        yield Markup("{}的分值是 {}，得分是 {}。").format(named, weight, score)


def _scored(store: Store) -> Iterator[Markup]:
    for found in store.ask(_SCORED):
        about, evidence = _opened(store, found["disclosure_id"], "projects")
        rows = store.of(found["disclosure_id"]).rows("projects")
        row = next(r for r in rows if r["project_id"] == found["project_id"])
        score = evidence.number("projects", row, "total_score", " 分")
        text = Markup("例：{}给自己的项目“{}”打了 {}。")
        yield text.format(_whose(about), row["name"], score)


def _item(store: Store) -> Iterator[Markup]:
    for found in store.ask(_ITEM):
        about, evidence = _opened(store, found["disclosure_id"], "functions")
        rows = store.of(found["disclosure_id"]).rows("functions")
        row = next(
            r
            for r in rows
            if r["level"] == "item" and r["position"] == found["position"] and r["code"]
        )
        place = f"{addresses.way(GLOSSARY, addresses.FUNCTIONS)}#i{row['code']}"
        code = Markup('<a href="{}">{} {}</a>').format(place, row["code"], row["item"])
        amount = evidence.number("functions", row, "actual", " 万元")
        yield Markup("例：{}用在 {} 的是 {}。").format(_whose(about), code, amount)


def _derived(store: Store) -> Iterator[Markup]:
    for found in store.ask(_DERIVED):
        about, evidence = _opened(store, found["disclosure_id"], "measures")
        rows = store.of(found["disclosure_id"]).rows("measures")
        row = next(
            r for r in rows if r["measure"] == "three_public.total" and r["prior_year_derived"]
        )
        change = Decimal(row["change"])
        word = "增加" if change > 0 else "减少"
        text = Markup("例：{}的“三公”经费决算 {}，比上年{} {}，推算上年是 <i>{}</i> 万元。")
        yield text.format(
            _whose(about),
            evidence.number("measures", row, "actual", " 万元"),
            word,
            evidence.link(evidence.figure("measures", row, "change"), f"{abs(change):,} 万元"),
            grouped(row["prior_year_derived"]),
        )


def _rounding(store: Store) -> Iterator[Markup]:
    for found in store.ask(_ROUNDING):
        about = store.of(found["disclosure_id"]).rows("disclosure")[0]
        told = found["statement"].partition("，在")[0]
        yield Markup("例：{}：{}。").format(_whose(about), told)


KINDS: Mapping[str, Callable[[Store], Iterator[Markup]]] = {
    "scope": _scope,
    "rate": _rate,
    "targets": _targets,
    "points": _points,
    "scored": _scored,
    "item": _item,
    "derived": _derived,
    "rounding": _rounding,
}
"""Kinds of examples, by the names that terms give them."""

"""Topics: the same measures of all disclosures side by side; amounts of different scopes are never added up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from markupsafe import Markup, escape

from juesuan import terms
from juesuan.pages.across.table import (
    MOST,
    PLACE_HEADS,
    Measures,
    TopicTable,
    department,
    measure_table,
    place,
    table_html,
)
from juesuan.pages.figures import grouped
from juesuan.pages.store import Store
from juesuan.pages.words import FUNDS
from juesuan.rows import Row

_TABLES = {
    "table5": ("general_public_budget", "total"),
    "table8": ("government_fund", "expenditure"),
    "table9": ("state_capital", "expenditure"),
}
_THREE = (
    ("合计", "three_public.total", "actual"),
    ("全年预算", "three_public.total", "annual_budget"),
    ("比上年增减", "three_public.total", "change"),
    ("因公出国（境）", "three_public.abroad", "actual"),
    ("公务用车购置", "three_public.vehicle_purchase", "actual"),
    ("公务用车运行维护", "three_public.vehicle_running", "actual"),
    ("公务接待", "three_public.reception", "actual"),
)
_COUNTS = (
    ("出国（境）团组（个）", "three_public.abroad_groups", "actual"),
    ("出国（境）人次", "three_public.abroad_trips", "actual"),
    ("购置车辆（辆）", "three_public.vehicles_bought", "actual"),
    ("公务用车保有量（辆）", "three_public.vehicles_kept", "actual"),
    ("国内接待批次", "three_public.reception_batches", "actual"),
    ("国内接待人次", "three_public.reception_visitors", "actual"),
)
_PROCUREMENT = (
    ("合计", "procurement.total", "actual"),
    ("货物", "procurement.goods", "actual"),
    ("工程", "procurement.works", "actual"),
    ("服务", "procurement.services", "actual"),
    ("授予中小企业", "procurement.sme", "actual"),
    ("占比（%）", "procurement.sme", "share_pct"),
    ("其中小微企业", "procurement.micro", "actual"),
)
_ASSETS = (
    ("车辆（辆）", "assets.vehicles", "actual"),
    ("车辆价值（万元）", "assets.vehicle_value", "actual"),
    ("公务用车保有量（辆）", "three_public.vehicles_kept", "actual"),
    ("房屋（平方米）", "assets.building_area", "actual"),
    ("房屋价值（万元）", "assets.building_value", "actual"),
    ("固定资产原值（万元）", "assets.original_value", "actual"),
    ("单价100万元以上设备（台、套）", "assets.equipment_over_1m", "actual"),
)
_PEOPLE = (
    ("实有人数", "headcount.total", "actual"),
    ("在职", "headcount.serving", "actual"),
    ("离休", "headcount.retired_cadre", "actual"),
    ("退休", "headcount.retired", "actual"),
)


def pages(store: Store) -> Iterator[tuple[str, str]]:
    """The parts of the pages of topics."""
    three = measure_table(store, "“三公”经费", "amounts", "万元", _THREE)
    counts = measure_table(store, "团组、车辆和接待", "counts", "", _COUNTS)
    yield "d/parts/three-public.html", _joined(three, counts)
    yield (
        "d/parts/procurement.html",
        _joined(measure_table(store, "政府采购支出", "amounts", "万元", _PROCUREMENT)),
    )
    yield (
        "d/parts/assets.html",
        _joined(measure_table(store, "车辆、房屋和设备", "amounts", "", _ASSETS)),
    )
    yield (
        "d/parts/people.html",
        _joined(measure_table(store, "人员", "headcount", "人", _PEOPLE), _per_person(store)),
    )
    yield "d/parts/functions.html", _functions(store)


def _joined(*tables: TopicTable | None) -> str:
    found = [table_html(table) for table in tables if table]
    return "\n".join(found) if found else "<p>所收文件都没有列示。</p>\n"


def _per_person(store: Store) -> TopicTable | None:
    """Cost a person, only where both operands are printed; the quotient is marked as ours."""
    heads = [
        ("部门", False),
        ("人员经费（万元）", True),
        ("公用经费（万元）", True),
        ("在职人员（人）", True),
        ("人员经费 ÷ 在职人员（万元）", True),
        ("公用经费 ÷ 在职人员（万元）", True),
        *PLACE_HEADS,
    ]
    note = (
        "斜体的商由本站计算，只在两个数都印出且人数不为 0 时列出。"
        "人员经费可能包含离退休人员和编外人员的支出，口径也不尽相同，不宜直接排名。"
    )
    table = TopicTable("人均支出", "per-person", "", heads, note=note)
    for about in store.disclosures():
        measures = Measures(store, about)
        people = measures.value("headcount.serving")
        parts = [measures.value(f"basic.{name}") for name in ("personnel", "public")]
        if not people or not any(part is not None for part in parts):
            continue
        if len(table.rows) >= MOST:
            table.more += 1
            continue
        cells = [
            measures.number("basic.personnel"),
            measures.number("basic.public"),
            measures.number("headcount.serving"),
        ]
        table.rows.append(
            [department(about), *cells, *(_quotient(part, people) for part in parts), *place(about)]
        )
    return table if table.rows else None


def _quotient(amount: Decimal | None, people: Decimal) -> Markup:
    if amount is None:
        return Markup('<span class="none" title="原文未列示">—</span>')
    each = (amount / people).quantize(Decimal("0.01"), ROUND_HALF_UP)
    how = f"{grouped(str(amount))} ÷ {people}"
    return Markup('<span class="derived" title="推算：{}">{}</span>').format(
        how, grouped(str(each))
    )


def function_rows(store: Store, about: Row) -> Iterator[tuple[Row, str, str, str, str]]:
    """Items of spending of one disclosure: row, its resource, the column of its amount, its fund and its name.

    The prose comes first; of the statutory tables only what the prose does not tell.
    """
    told = set()
    question = (
        "SELECT * FROM functions WHERE disclosure_id = ? AND level = 'item' AND actual IS NOT NULL"
    )
    for row in store.ask(question, about["disclosure_id"]):
        told.add((row["fund"], row["code"]))
        yield (
            row,
            "functions",
            "actual",
            row["fund"],
            " · ".join(part for part in (row["subclass"], row["item"]) if part),
        )
    for table, (fund, column) in _TABLES.items():
        rows = list(
            store.ask(f"SELECT * FROM {table} WHERE disclosure_id = ?", about["disclosure_id"])  # noqa: S608
        )
        names = {row["code"]: row["name"] for row in rows}
        for row in rows:
            if row["kind"] == "item" and row[column] and (fund, row["code"]) not in told:
                yield (
                    row,
                    table,
                    column,
                    fund,
                    " · ".join(
                        part for part in (names.get(row["code"][:5], ""), row["name"]) if part
                    ),
                )


def function_tables(store: Store) -> dict[str, TopicTable]:
    """A table a class of the functional classification, by code, then by department."""
    names = {
        code: name
        for year in (2023, 2024)
        for code, name in terms.classification("functional", year).items()
    }
    heads = [
        ("科目（款 · 项）", False),
        ("决算数", True),
        ("部门", False),
        *PLACE_HEADS,
        ("预算", False),
    ]
    entries = []
    for about in store.disclosures():
        evidence = store.evidence(about, f"../d/{about['disclosure_id']}/", "functions", *_TABLES)
        for row, resource, column, fund, name in function_rows(store, about):
            derived = Markup(' title="编码由名称推算"') if row.get("code_derived") else Markup()
            shown = (
                Markup("<code{}>{}</code> ").format(derived, row["code"])
                if row["code"]
                else Markup()
            )
            cells = [
                shown + escape(name),
                evidence.number(resource, row, column),
                department(about),
                *place(about),
                escape(FUNDS[fund]),
            ]
            entries.append(((row["code"] or "9", name, about["disclosure_id"], fund), cells))
    tables: dict[str, TopicTable] = {}
    for key, cells in sorted(entries, key=lambda one: one[0]):
        code = key[0]
        own = code[:3] if code != "9" else ""
        title = f"{names.get(own, '没有编码的科目')} {own}".strip()
        table = tables.setdefault(own, TopicTable(title, f"c{own or 'none'}", "万元", heads))
        if len(table.rows) < MOST:
            table.rows.append(cells)
        else:
            table.more += 1
    return tables


def _functions(store: Store) -> str:
    tables = function_tables(store)
    links = Markup(" · ").join(
        Markup('<a href="#{}">{}</a>').format(one.anchor, one.title) for one in tables.values()
    )
    head = str(Markup('<div class="meta"><p>{}</p></div>').format(links))
    return head + "\n" + _joined(*tables.values())

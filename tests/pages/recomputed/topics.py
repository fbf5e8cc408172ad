"""Topics over all: three public expenses, procurement, assets, people, and the overview of the topics."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lxml import html

from tests.pages.recomputed import forms
from tests.pages.recomputed.drawn import Drawn, words
from tests.pages.recomputed.packages import Package, grouped, half_up

COLUMNS = {
    "three-public/#amounts": {
        "合计": "three_public.total", "全年预算": "three_public.total annual_budget",
        "比上年增减": "three_public.total change", "因公出国（境）": "three_public.abroad",
        "公务用车购置": "three_public.vehicle_purchase", "公务用车运行维护": "three_public.vehicle_running",
        "公务接待": "three_public.reception",
    },
    "three-public/#counts": {
        "出国（境）团组（个）": "three_public.abroad_groups", "出国（境）人次": "three_public.abroad_trips",
        "购置车辆（辆）": "three_public.vehicles_bought", "公务用车保有量（辆）": "three_public.vehicles_kept",
        "国内接待批次": "three_public.reception_batches", "国内接待人次": "three_public.reception_visitors",
    },
    "procurement/#amounts": {
        "合计": "procurement.total", "货物": "procurement.goods", "工程": "procurement.works",
        "服务": "procurement.services", "授予中小企业": "procurement.sme",
        "占比（%）": "procurement.sme share_pct", "其中小微企业": "procurement.micro",
    },
    "assets/#amounts": {
        "车辆（辆）": "assets.vehicles", "车辆价值（万元）": "assets.vehicle_value",
        "公务用车保有量（辆）": "three_public.vehicles_kept", "房屋（平方米）": "assets.building_area",
        "房屋价值（万元）": "assets.building_value", "固定资产原值（万元）": "assets.original_value",
        "单价100万元以上设备（台、套）": "assets.equipment_over_1m",
    },
    "people/#headcount": {
        "实有人数": "headcount.total", "在职": "headcount.serving",
        "离休": "headcount.retired_cadre", "退休": "headcount.retired",
    },
    "people/#per-person": {
        "人员经费（万元）": "basic.personnel", "公用经费（万元）": "basic.public",
        "在职人员（人）": "headcount.serving",
        "人员经费 ÷ 在职人员（万元）": "basic.personnel ÷ headcount.serving",
        "公用经费 ÷ 在职人员（万元）": "basic.public ÷ headcount.serving",
    },
}  # fmt: skip
"""Headings of the tables, and the measure and column that each is of."""

PARTS = {
    "three-public/": {
        "因公出国（境）": "three_public.abroad", "公务用车购置": "three_public.vehicle_purchase",
        "公务用车运行维护": "three_public.vehicle_running", "公务接待": "three_public.reception",
    },
    "procurement/": {
        "货物": "procurement.goods", "工程": "procurement.works", "服务": "procurement.services",
    },
    "people/": {
        "在职": "headcount.serving", "离休": "headcount.retired_cadre", "退休": "headcount.retired",
    },
}  # fmt: skip
"""What the bars of a topic are made of."""

TOTALS = {
    "three-public/": "three_public.total",
    "procurement/": "procurement.total",
    "people/": "headcount.total",
}


def topic(page: Drawn) -> None:
    """The tables, the picture and the reasons of a topic."""
    here = page.path.removesuffix("index.html")
    for table in page.all(".//table"):
        box = table.xpath("preceding::h2[1]")[0]
        _table(page, table, COLUMNS[f"{here}#{box.get('id')}"])
    if here in PARTS:
        _bars(page, PARTS[here], TOTALS[here])
    if here == "assets/":
        _pairs(page)
    _reasons(page, here)
    for one in page.all("./p[@class='hint' and contains(., '人数不为 0')]"):
        page.trust(one)


def _table(page: Drawn, table: html.HtmlElement, columns: dict[str, str]) -> None:
    heads = page.all("./thead/tr/th", table)
    assert [*map(words, heads)] == ["部门", "年度", *columns]
    for head in heads:
        page.trust(head)
    rows = page.all("./tbody/tr", table)
    for row, one in zip(rows, page.five.values(), strict=True):
        page.says(row[0], f"{one.about['department']}{one.place}")
        page.says(row[1], one.about["fiscal_year"])
        for cell, column in zip(row[2:], columns.values(), strict=True):
            _cell(page, cell, one, column)


def _cell(page: Drawn, cell: html.HtmlElement, one: Package, column: str) -> None:
    if "÷" in column:
        amount, persons = (one.cell(each) for each in column.split(" ÷ "))
        quotient = page.one("./span", cell)
        page.says(quotient, grouped(half_up(Decimal(amount) / Decimal(persons), 2)))
        page.hears(quotient, f"推算：{grouped(amount)} ÷ {grouped(persons)}", "title")
        return
    measure, _, field = column.partition(" ")
    page.cell(cell.find("./span") if field == "change" else cell, one, measure, field or "actual")
    if field == "change":
        assert words(cell) == grouped(one.cell(measure, field)) + _flag(one) + "原因"


def _flag(one: Package) -> str:
    """Why a change is no change of the same thing; nothing where it is."""
    return "无上年数" if one.is_new else "口径变了" if one.is_changed else ""


def years(page: Drawn) -> Iterator[tuple[html.HtmlElement, html.HtmlElement, Package]]:
    """The bars of a picture: name, bar, and whose; each below its year."""
    box = page.one("(.//*[contains(@class, 'shares')])[1]")
    names, bars = page.all("./dl/dt", box), page.all("./dl/dd", box)
    for name, bar, one in zip(names, bars, page.five.values(), strict=True):
        year = words(name.getparent().xpath("preceding-sibling::p[@class='year'][1]")[0])
        assert year == f"{one.about['fiscal_year']} 年度"
        yield name, bar, one


def _bars(page: Drawn, parts: dict[str, str], total: str) -> None:
    """All on one scale, of which the largest total is the whole; parts that are nothing are not drawn."""
    most = max(one.value(total) or Decimal(0) for one in page.five.values())
    for name, bar, one in years(page):
        page.cell(name.findall("./a")[1], one, total)
        kept = {label: one.value(each) for label, each in parts.items() if one.value(each)}
        told = "，".join(f"{label} {grouped(value or 0)}" for label, value in kept.items())
        page.hears(page.one("./svg", bar), told)
        for width, value in zip(page.widths(bar), kept.values(), strict=True):
            assert abs(width - (value or Decimal(0)) / most * 100) < Decimal("0.02")
        _retired(page, name, one, total)


def _retired(page: Drawn, name: html.HtmlElement, one: Package, total: str) -> None:
    """Whether those retired are among the persons, or printed as nobody."""
    if total == "headcount.total":
        page.says(name[-1], one.retired)


def _pairs(page: Drawn) -> None:
    """Vehicles in the books and vehicles that are kept, on one scale."""
    both = ("assets.vehicles", "three_public.vehicles_kept")
    most = max(one.value(each) or Decimal(0) for one in page.five.values() for each in both)
    for _, bar, one in years(page):
        lines = page.all("./p", bar)
        for line, measure in zip(lines, both, strict=True):
            page.cell(page.one("./a", line), one, measure)
            width = half_up((one.value(measure) or Decimal(0)) / most * 100, 2)
            assert page.widths(line) == [width]


def _reasons(page: Drawn, here: str) -> None:
    """The reasons as printed, of just those that print one; with the change, or with the two numbers that differ."""
    terms, texts = page.all(".//dl[@class='why']/dt"), page.all(".//dl[@class='why']/dd")
    told = {"three-public/": _changes, "assets/": _unlike}.get(here)
    expected = [*told(page.five)] if told else []
    page.say(terms, (head for head, _ in expected))
    page.say(texts, (reason for _, reason in expected))


def _changes(five: dict[str, Package]) -> Iterator[tuple[str, str]]:
    for one in five.values():
        row = one.row("three_public.total")
        if row["change"] and row["reason"]:
            change = Decimal(row["change"])
            new = "（推算的上年收支为 0，没有上年数）" if one.is_new else ""
            word = "减少" if change < 0 else "增加"
            yield f"{one.name} {word} {grouped(abs(change))} 万元{new}", row["reason"] + "。"


def _unlike(five: dict[str, Package]) -> Iterator[tuple[str, str]]:
    for one in five.values():
        books, kept = one.cell("assets.vehicles"), one.cell("three_public.vehicles_kept")
        reason = one.cell("three_public.asset_vehicles", "reason")
        if books != kept and reason:
            yield f"{one.name} {books} / {kept}", reason + "。"


def topics(page: Drawn) -> None:
    """How many disclosures print a total, and from which to which."""
    five = [*page.five.values()]
    classes = {row["code"][:3] for one in five for row in one.rows("functions") if row["code"]}
    vehicles = _span(five, "assets.vehicles"), _span(five, "three_public.vehicles_kept")
    expected = {
        "三公经费": f"{_all(five)}列示了合计，{_span(five, 'three_public.total')} 万元",
        "钱用在哪些方面": f"{len(classes)} 类支出，可以逐级点开",
        "项目绩效": f"{len(forms.forms(five))} 个项目的自评表",
        "政府采购": f"{_all(five)}列示了合计，{_span(five, 'procurement.total')} 万元",
        "车辆、房屋和设备": f"{_all(five)}列示了账面车辆，{vehicles[0]} 辆；公务用车保有量{vehicles[1]} 辆",
        "人员和人均支出": f"{_all(five)}列示了实有人数，{_span(five, 'headcount.total')} 人",
        "收录情况": f"{_all(five)}已收录",
    }
    cards = page.all(".//article")
    assert [words(page.one("./h2", card)) for card in cards] == [*expected]
    page.say((page.one("./p[@class='counted']", card) for card in cards), expected.values())


def _all(five: list[Package]) -> str:
    return f"{len(five)} 份公开"


def _span(five: list[Package], measure: str) -> str:
    values = [value for one in five if (value := one.value(measure)) is not None]
    assert len(values) == len(five)
    return f"从 {grouped(min(values))} 到 {grouped(max(values))}"

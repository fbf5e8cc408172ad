"""N35–N47: basic expenditure, three-public, operating cost, procurement, vehicles, headcount."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from juesuan import terms
from juesuan.check.book import Book, Cell, Subject, classes, items, measures_with
from juesuan.check.compare import FAIL, PASS, Outcome, adds_up, at_most, equal, is_percent, plus
from juesuan.check.rule import rule
from juesuan.check.rules.totals import printed
from juesuan.check.tables import worst
from juesuan.errors import AbsentFactError
from juesuan.rows import Row

_FIGURES = (
    "actual",
    "share_pct",
    "change",
    "change_pct",
    "initial_budget",
    "annual_budget",
    "variance_pct",
    "completion_pct",
)
_VEHICLES = (
    "senior_leaders", "principal_leaders", "confidential_messaging", "emergency", "law_enforcement",
    "special_technical", "retired_cadre_service", "other",
)  # fmt: skip


@rule("N35")
def basic_by_group(book: Book) -> Outcome:
    """一般公共预算基本支出 ＝ 人员经费 ＋ 公用经费

    基本支出一部分给人（人员经费），一部分维持日常运转（公用经费）。
    """
    return adds_up(book["basic.total"], [book["basic.personnel"], book["basic.public"]])


@rule("N36")
def basic_within(book: Book) -> Outcome:
    """一般公共预算基本支出不超过全部基本支出

    一般公共预算安排的基本支出是全部基本支出的一部分。
    """
    return at_most(book["basic.total"], book["expenditure.basic"])


@rule("N37")
def three_public_total(book: Book) -> Outcome:
    """“三公”经费 ＝ 因公出国（境）费 ＋ 公务用车购置及运行维护费 ＋ 公务接待费"""
    return adds_up(
        book["three_public.total"],
        [book[f"three_public.{one}"] for one in ("abroad", "vehicles", "reception")],
    )


def _shared(book: Book) -> list[Subject]:
    every = measures_with("share_pct", "actual")(book)
    return [one for one in every if one.row["section"] == "three_public"]


@rule("N38", over=_shared)
def three_public_share(book: Book, subject: Subject) -> Outcome:
    """“三公”经费各项占比按金额重算相符

    占比就是该项除以“三公”经费总额，可以用印出的金额重算。
    """
    total = book["three_public.total"]
    if total.value == 0:
        raise AbsentFactError("“三公”经费为 0，比例无意义")
    share = book.cell("measures", subject.row, "share_pct", subject.name)
    return is_percent(
        share,
        book.cell("measures", subject.row, "actual", subject.name),
        total,
        "该项 ÷ “三公”经费",
    )


@rule("N39")
def three_public_change(book: Book) -> Outcome:
    """“三公”经费的增减额 ＝ 各项增减额之和"""
    parts = [
        book.measure(f"three_public.{one}", "change") for one in ("abroad", "vehicles", "reception")
    ]
    return adds_up(book.measure("three_public.total", "change"), parts)


@rule("N40")
def vehicles_by_kind(book: Book) -> Outcome:
    """公务用车购置及运行维护费 ＝ 购置费 ＋ 运行维护费"""
    return adds_up(
        book["three_public.vehicles"],
        [book["three_public.vehicle_purchase"], book["three_public.vehicle_running"]],
    )


@rule("N75")
def three_public_budget(book: Book) -> Outcome:
    """“三公”经费全年预算数 ＝ 因公出国（境）、公务用车购置、公务用车运行、公务接待四项全年预算数之和"""
    names = ("abroad", "vehicle_purchase", "vehicle_running", "reception")
    parts = [book.measure(f"three_public.{one}", "annual_budget") for one in names]
    return adds_up(book.measure("three_public.total", "annual_budget"), parts)


@rule("N41")
def amounts_and_counts(book: Book) -> Outcome:
    """金额为 0 时批次、人次、购置数应为 0；有购置数时应有购置费"""
    pairs = [
        ("three_public.abroad", "three_public.abroad_groups"),
        ("three_public.vehicle_purchase", "three_public.vehicles_bought"),
        ("three_public.reception", "three_public.reception_batches"),
    ]
    figures: tuple[str, ...] = ()
    for money, count in pairs:
        amount, number = book[money], book[count]
        figures += amount.figures + number.figures
        if (amount.value == 0) != (number.value == 0):
            words = f"{amount.label} {amount.text} 与 {number.label} {number.text} 不能同时成立"
            return Outcome(
                FAIL, words, amount.value, number.value, Decimal(0), amount.figures + number.figures
            )
    return Outcome(PASS, "金额与批次、人次、购置数相互对应", figures=figures)


@rule("N42", gathers=True)
def vehicles_add_up(book: Book) -> Outcome:
    """车辆总数 ＝ 各类用车之和

    车辆按用途分列，加起来就是总数。
    """
    return equal(
        book["assets.vehicles"], _sum(book, [f"assets.vehicles.{one}" for one in _VEHICLES])
    )


def _sum(book: Book, names: list[str]) -> Cell:
    return plus(printed(book, names))


@rule("N43")
def vehicles_twice(book: Book) -> Outcome:
    """“三公”一节所述固定资产车辆 ＝ 国有资产一节的车辆数"""
    return equal(book["three_public.asset_vehicles"], book["assets.vehicles"])


@rule("N45")
def procurement_by_kind(book: Book) -> Outcome:
    """政府采购支出总额 ＝ 货物 ＋ 工程 ＋ 服务

    政府采购分为货物、工程和服务三类。
    """
    return adds_up(
        book["procurement.total"],
        [book[f"procurement.{one}"] for one in ("goods", "works", "services")],
    )


def _procured(book: Book) -> list[Subject]:
    return [
        one
        for one in measures_with("share_pct", "actual")(book)
        if one.row["section"] == "procurement"
    ]


@rule("N46", over=_procured)
def procurement_share(book: Book, subject: Subject) -> Outcome:
    """授予中小企业、小微企业合同金额占比按金额重算相符，且不超过总额

    小微企业是中小企业的一部分，两者都不会超过采购总额；占比可以用印出的金额重算。
    """
    total = book["procurement.total"]
    part = book.cell("measures", subject.row, "actual", subject.name)
    if part.value > total.value or total.value == 0:
        return at_most(part, total)
    return is_percent(
        book.cell("measures", subject.row, "share_pct", subject.name),
        part,
        total,
        "该项 ÷ 政府采购支出总额",
    )


@rule("N47", gathers=True)
def headcount(book: Book) -> Outcome:
    """实有人数 ＝ 在职 ＋ 离休 ＋ 退休

    实有人数包括在职、离休和退休人员；没有写到的一类按没有计。
    """
    parts = [
        book["headcount.serving"],
        *printed(book, ["headcount.retired_cadre", "headcount.retired"]),
    ]
    return equal(book["headcount.total"], plus(parts))


@rule("N48")
def offices_named(book: Book) -> Outcome:
    """“下设 N 个”与列出的机构名称数相同

    说有几个，就应当列出几个。
    """
    stated = book["organisation.offices"]
    names = [row for row in book.facts.rows("organisation") if row["kind"] == "office"]
    if not names:
        raise AbsentFactError("原文未列出内设机构名称")
    state = PASS if stated.value == len(names) else FAIL
    words = "" if state == PASS else "，不一致"
    return Outcome(
        state,
        f"称下设 {stated.value} 个，列出 {len(names)} 个{words}",
        stated.value,
        Decimal(len(names)),
        Decimal(0),
        stated.figures,
    )


def _printed_again(book: Book) -> list[Subject]:
    """Measures that one section prints more than once, differently (the parser keeps each value in a row)."""
    rows = [row for row in book.facts.rows("measures") if "." in row["section"]]
    again = [one for one in (*items(book), *classes(book)) if one.row["actual_again"]]
    return [
        *(
            Subject("measures", row, f"{row['section']}/{row['measure']}", row["label"])
            for row in rows
        ),
        *again,
    ]


@rule("N55", over=_printed_again)
def printed_again(book: Book, subject: Subject) -> Outcome:
    """同一个数字在同一节印了两次，两次应当相同

    一节分成几段的（如“总体情况”一段），与这一节首次列示的数字比较。
    """
    row = subject.row
    if subject.resource == "functions":
        cells = [
            book.cell("functions", row, name, subject.name) for name in ("actual", "actual_again")
        ]
        return equal(cells[0], replace(cells[1], label=f"再次列示的{subject.name}"))
    first = _first_print(book, row)
    columns = [name for name in _FIGURES if row[name]]
    return worst(
        equal(
            book.measure(row["measure"], name, first),
            book.cell("measures", row, name, f"再次列示的{row['label']}"),
        )
        for name in columns
    )


def _first_print(book: Book, row: Row) -> str:
    """The section whose row of the measure is the first print: the same section, or the one of which it is a part."""
    part = row["section"].partition(".")[0]
    known = {
        one["section"] for one in book.facts.rows("measures") if one["measure"] == row["measure"]
    }
    within = terms.sections()[part].within if part in terms.sections() else ""
    return part if part in known or within not in known else within

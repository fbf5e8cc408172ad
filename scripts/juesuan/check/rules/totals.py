"""N01–N22: totals of revenue and expenditure, and the fiscal appropriation."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from juesuan.amount import round_half_up
from juesuan.check.book import Book, Cell, Subject, measures_with, told
from juesuan.check.compare import (
    FAIL,
    INFORMATION,
    PASS,
    Outcome,
    adds_up,
    at_most,
    equal,
    is_percent,
    minus,
    plus,
)
from juesuan.check.rule import rule
from juesuan.errors import AbsentFactError

_SOURCES = (
    "appropriation",
    "superior_subsidy",
    "undertaking",
    "operating",
    "affiliated_remittance",
    "other",
)
_KINDS = ("basic", "project", "remitted_superior", "operating", "affiliated_subsidy")


_FISCAL = ("general_public_budget", "government_fund", "state_capital")


def sources(book: Book) -> list[str]:
    """The measures that add up to the revenue of the year: the appropriation, or its three budgets where only they are told."""
    told = {row["measure"] for row in book.facts.rows("measures")}
    fiscal = ("appropriation",) if "revenue.appropriation" in told else _FISCAL
    return [f"revenue.{one}" for one in (*fiscal, *_SOURCES[1:])]


def printed(book: Book, names: list[str], column: str = "actual") -> list[Cell]:
    """The figures of those measures that are printed; none at all is refused."""
    found = []
    for name in names:
        try:
            found.append(book.measure(name, column))
        except AbsentFactError:
            continue
    if not found:
        raise AbsentFactError("原文未列示各组成部分")
    return found


def _if_printed(book: Book, name: str) -> list[Cell]:
    """The figure of a measure that is left out where there is nothing to tell."""
    try:
        return [book.measure(name)]
    except AbsentFactError:
        return []


@rule("N01", gathers=True)
def revenue_total(book: Book) -> Outcome:
    """收入总计 ＝ 本年收入合计 ＋ 使用非财政拨款结余 ＋ 年初结转和结余

    钱从哪里来：今年的收入、动用的结余和上年留下的钱，合起来就是收入总计。
    """
    parts = [
        book["revenue.current"],
        *_if_printed(book, "revenue.nonfiscal_surplus_used"),
        book["carryover.opening"],
    ]
    return adds_up(book["revenue.total"], parts)


@rule("N02", gathers=True)
def expenditure_total(book: Book) -> Outcome:
    """支出总计 ＝ 本年支出合计 ＋ 结余分配 ＋ 年末结转和结余

    钱到哪里去：今年花的、分配的结余和留到下年的钱，合起来就是支出总计。
    """
    parts = [
        book["expenditure.current"],
        *_if_printed(book, "surplus.distributed"),
        book["carryover.closing"],
    ]
    return adds_up(book["expenditure.total"], parts)


@rule("N03")
def totals_equal(book: Book) -> Outcome:
    """收入总计 ＝ 支出总计

    收支两边按编制规则必须相等。
    """
    return equal(book["revenue.total"], book["expenditure.total"])


@rule("N04", gathers=True)
def carried_forward(book: Book) -> Outcome:
    """年初结转和结余 ＋ 本年收入 ＋ 使用结余 − 本年支出 − 结余分配 ＝ 年末结转和结余

    年初的钱加上今年进的、减去今年出的，就是年末剩下的。
    """
    opening, revenue, spent = (
        book["carryover.opening"],
        book["revenue.current"],
        book["expenditure.current"],
    )
    inflow = plus([opening, revenue, *_if_printed(book, "revenue.nonfiscal_surplus_used")])
    outflow = plus([spent, *_if_printed(book, "surplus.distributed")])
    return adds_up(book["carryover.closing"], [minus(inflow, outflow)])


def year_on_year(book: Book, row_cell: tuple[str, Subject], current: Cell) -> Outcome:
    """A printed rate of change against change / (current − change); a zero base is the region's convention."""
    resource, subject = row_cell
    change = book.cell(resource, subject.row, "change", subject.name)
    rate = book.cell(resource, subject.row, "change_pct", subject.name)
    if change.value * rate.value < 0:
        return Outcome(
            FAIL, f"{change.label} {change.text} 与 {rate.label} {rate.text} 方向相反，两处数字不能同时成立",
            change.value, rate.value, Decimal(0), change.figures + rate.figures,
        )  # fmt: skip
    prior = minus(current, change, "上年数")
    if prior.value == 0:
        return _from_zero(book, change, rate)
    return is_percent(rate, change, prior, "增减额 ÷ 上年数")


_ZERO = "本年数减去增减额为 0（上年没有，或没有印出）"


def _from_zero(book: Book, change: Cell, rate: Cell) -> Outcome:
    """A rate on a prior year of zero: information where it follows a convention, a contradiction where nothing gives it."""
    convention = Decimal(book.template.zero_base_pct) if book.template else Decimal(100)
    wanted = convention.copy_sign(change.value) if change.value else Decimal(0)
    figures = rate.figures + change.figures
    if rate.value not in (wanted, Decimal(0)):
        said = f"{_ZERO}，{change.label} {change.text}，{rate.label} {rate.text} 无从得出，两处数字不能同时成立"
        return Outcome(FAIL, said, rate.value, wanted, Decimal(0), figures)
    note = f"{_ZERO}，{rate.label}印为 {rate.text}" + (
        "，与本地区惯例一致" if book.template and rate.value == wanted else ""
    )
    return Outcome(INFORMATION, note, rate.value, wanted, Decimal(0), figures)


@rule("N05")
def overall_change(book: Book) -> Outcome:
    """收入支出总体比上年增减率 ＝ 增减额 ÷ 上年数

    上年数由本年收入总计减去增减额推算。
    """
    return _overall(book, "overview", "overall", "revenue.total")


def _overall(book: Book, section: str, measure: str, total: str) -> Outcome:
    subjects = [
        s for s in measures_with("change", "change_pct")(book) if s.key == f"{section}/{measure}"
    ]
    if not subjects:
        raise AbsentFactError("原文未列示比上年增减")
    return year_on_year(book, ("measures", subjects[0]), _whole(book, total, measure))


def _whole(book: Book, total: str, measure: str) -> Cell:
    """The total; where a template prints one total of revenue and expenditure, that one."""
    try:
        return book[total]
    except AbsentFactError:
        return book[measure]


@rule("N06", gathers=True)
def revenue_by_source(book: Book) -> Outcome:
    """本年收入 ＝ 各项来源之和

    一年里收到的钱，来自财政拨款、事业收入、其他收入等几个来源，加起来就是本年收入。
    """
    return adds_up(book.measure("revenue.current", section="revenue"), printed(book, sources(book)))


@rule("N07")
def revenue_twice(book: Book) -> Outcome:
    """本年收入在“总体情况”与“收入情况”两节相同

    同一个合计在两节里各印一次，两次应当一样。
    """
    one = book.measure("revenue.current", section="overview")
    return equal(one, book.measure("revenue.current", section="revenue"))


def _share(book: Book, subject: Subject, total: Cell) -> Outcome:
    share = book.cell("measures", subject.row, "share_pct", subject.name)
    part = book.cell("measures", subject.row, "actual", subject.name)
    if total.value == 0:
        raise AbsentFactError(f"{total.label}为 0，比例无意义")
    return is_percent(share, part, total, f"{part.label} ÷ {total.label}")


def _parts(prefix: str, names: tuple[str, ...]) -> Callable[[Book], list[Subject]]:
    def subjects(book: Book) -> list[Subject]:
        wanted = {f"{prefix}.{name}" for name in names}
        every = measures_with("share_pct", "actual")(book)
        return [one for one in every if one.row["measure"] in wanted]

    return subjects


@rule("N08", over=_parts("revenue", (*_SOURCES, *_FISCAL)))
def revenue_share(book: Book, subject: Subject) -> Outcome:
    """各项收入占本年收入的比例按金额重算相符

    占比就是该项收入除以本年收入合计，可以用印出的金额重算。
    """
    return _share(book, subject, book.measure("revenue.current", section="revenue"))


def _hundred(book: Book, names: list[str]) -> Outcome:
    for name in names:
        if any(
            row["measure"] == name and row["actual"].strip("0.") and not told(row, "share_pct")
            for row in book.facts.rows("measures")
        ):
            raise AbsentFactError("有金额的项目未列示占比")
    shares = printed(book, names, "share_pct")
    total = plus(shares, "各项占比之和")
    limit = Decimal("0.01") * len(shares)
    difference = abs(total.value - 100)
    state = PASS if difference == 0 else "rounding" if difference <= limit else FAIL
    return Outcome(
        state,
        f"各项占比之和 {total.value}%，应为 100.00%（容差 {limit}）",
        total.value,
        Decimal(100),
        limit,
        total.figures,
    )


@rule("N09", gathers=True)
def revenue_shares_hundred(book: Book) -> Outcome:
    """各项收入占比之和为 100%

    各项来源合起来是全部收入，所以占比加起来是 100%，只允许四舍五入的出入。
    """
    return _hundred(book, sources(book))


@rule("N10", gathers=True)
def expenditure_by_kind(book: Book) -> Outcome:
    """本年支出 ＝ 基本支出 ＋ 项目支出 ＋ 其他各类之和

    一年里花的钱分为基本支出（人员和日常运转）、项目支出等几类，加起来就是本年支出。
    """
    total = book.measure("expenditure.current", section="expenditure")
    return adds_up(total, printed(book, [f"expenditure.{one}" for one in _KINDS]))


@rule("N11")
def expenditure_twice(book: Book) -> Outcome:
    """本年支出在“总体情况”与“支出情况”两节相同

    同一个合计在两节里各印一次，两次应当一样。
    """
    one = book.measure("expenditure.current", section="overview")
    return equal(one, book.measure("expenditure.current", section="expenditure"))


@rule("N12", over=_parts("expenditure", _KINDS))
def expenditure_share(book: Book, subject: Subject) -> Outcome:
    """各类支出占本年支出的比例按金额重算相符

    占比就是该类支出除以本年支出合计，可以用印出的金额重算。
    """
    return _share(book, subject, book.measure("expenditure.current", section="expenditure"))


@rule("N13", gathers=True)
def expenditure_shares_hundred(book: Book) -> Outcome:
    """各类支出占比之和为 100%

    各类合起来是全部支出，所以占比加起来是 100%，只允许四舍五入的出入。
    """
    return _hundred(book, [f"expenditure.{one}" for one in _KINDS])


def _appropriations(book: Book) -> list[Subject]:
    """The fiscal appropriation as a whole, and each budget of it that the disclosure prints with its totals."""
    labels = {
        "appropriation": "财政拨款",
        "government_fund": "政府性基金预算",
        "state_capital": "国有资本经营预算",
    }
    found = {
        row["section"]: row
        for row in book.facts.rows("measures")
        if row["measure"].endswith((".revenue_total", ".expenditure_total"))
    }
    return [
        Subject("measures", found[name], name, label)
        for name, label in labels.items()
        if name in found
    ]


@rule("N14", over=_appropriations)
def fiscal_revenue(book: Book, subject: Subject) -> Outcome:
    """财政拨款（及各项预算）收入总计 ＝ 年初结转和结余 ＋ 本年收入

    财政拨款一边的来源：上年留下的，加上今年拨的。
    """
    return adds_up(
        book[f"{subject.key}.revenue_total"],
        [book[f"{subject.key}.{one}"] for one in ("opening", "revenue_current")],
    )


@rule("N15", over=_appropriations)
def fiscal_expenditure(book: Book, subject: Subject) -> Outcome:
    """财政拨款（及各项预算）支出总计 ＝ 年末结转和结余 ＋ 本年支出

    财政拨款一边的去向：今年花的，加上留到下年的。
    """
    parts = [book[f"{subject.key}.{one}"] for one in ("closing", "expenditure_current")]
    return adds_up(book[f"{subject.key}.expenditure_total"], parts)


@rule("N16", over=_appropriations)
def fiscal_totals_equal(book: Book, subject: Subject) -> Outcome:
    """财政拨款（及各项预算）收入总计 ＝ 支出总计

    收入总计和支出总计是同一笔钱的来源和去向，必须相等。
    """
    return equal(book[f"{subject.key}.revenue_total"], book[f"{subject.key}.expenditure_total"])


@rule("N17")
def fiscal_revenue_twice(book: Book) -> Outcome:
    """本年财政拨款收入与“收入情况”一节的财政拨款收入相同

    财政拨款收入在两节里各印一次，两次应当一样。
    """
    return equal(book["appropriation.revenue_current"], book["revenue.appropriation"])


@rule("N18")
def fiscal_within_all(book: Book) -> Outcome:
    """财政拨款的年初、年末结转和支出不超过全部资金的相应数

    财政拨款是全部资金的一部分，部分不能大于全部。
    """
    pairs = [
        ("appropriation.opening", "carryover.opening"),
        ("appropriation.closing", "carryover.closing"),
        ("appropriation.expenditure_current", "expenditure.current"),
    ]
    outcomes = [at_most(book[fiscal], book[whole]) for fiscal, whole in pairs]
    return next((one for one in outcomes if one.state == FAIL), outcomes[-1])


@rule("N19")
def other_money_carried_forward(book: Book) -> Outcome:
    """非财政拨款资金（全部减财政拨款）也满足：年初 ＋ 收入 − 支出 ＝ 年末

    全部资金减去财政拨款，剩下的是事业收入、其他收入等其他资金。全部资金和财政拨款都要满足
    “年初 + 收入 − 支出 = 年末”，所以剩下的也应当满足。
    """
    opening = minus(book["carryover.opening"], book["appropriation.opening"], "非财政年初结转")
    revenue = minus(
        book["revenue.current"], book["appropriation.revenue_current"], "非财政本年收入"
    )
    spent = minus(
        book["expenditure.current"], book["appropriation.expenditure_current"], "非财政本年支出"
    )
    closing = minus(book["carryover.closing"], book["appropriation.closing"], "非财政年末结转")
    parts = [opening, revenue, *_if_printed(book, "revenue.nonfiscal_surplus_used")]
    out = [spent, *_if_printed(book, "surplus.distributed")]
    return adds_up(closing, [minus(plus(parts, "非财政年初与收入"), plus(out, "非财政支出与分配"))])


@rule("N20")
def fiscal_change(book: Book) -> Outcome:
    """财政拨款收支总体比上年增减率 ＝ 增减额 ÷ 上年数

    上年数没有直接印出时，用本年数减去增减额推算。
    """
    return _overall(book, "appropriation", "appropriation.overall", "appropriation.revenue_total")


@rule("N21", over=measures_with("variance_pct", "actual"))
def variance(book: Book, subject: Subject) -> Outcome:
    """预决算差异率 ＝（决算数 − 预算数）÷ 预算数

    预算数为 0 时没有差异率可言：印作 0 或 100% 的记为说明，印作其他数的不能成立。
    """
    rate = book.cell("measures", subject.row, "variance_pct", subject.name)
    actual = book.cell("measures", subject.row, "actual", subject.name)
    column = "initial_budget" if told(subject.row, "initial_budget") else "annual_budget"
    budget = book.cell("measures", subject.row, column, subject.name)
    if budget.value == 0:
        possible = rate.value == 0 or abs(rate.value) == 100
        words = (
            ""
            if possible
            else f"，{actual.label} {actual.text} 无从得出这一比率，两处数字不能同时成立"
        )
        note = f"{budget.label}为 0，{rate.label}印为 {rate.text}{words}"
        right = round_half_up(rate.value, 2) if possible else Decimal(0)
        return Outcome(
            INFORMATION if possible else FAIL, note, rate.value, right, Decimal(0), rate.figures
        )
    return is_percent(rate, minus(actual, budget, "差额"), budget, "（决算 − 预算）÷ 预算")


@rule("N22")
def variance_actual(book: Book) -> Outcome:
    """“与年初预算相比”一句中的决算数 ＝ 财政拨款收入总计

    同一笔钱在两句话里各印一次，两次应当一样。
    """
    return equal(book["appropriation.overall"], book["appropriation.revenue_total"])


def _funds(book: Book) -> list[Subject]:
    """Budgets whose expenditure is told a second time."""
    found = {row["measure"]: row for row in book.facts.rows("measures")}
    names = ("government_fund", "state_capital")
    return [
        Subject("measures", found[f"{one}.expenditure"], one, "")
        for one in names
        if f"{one}.expenditure" in found
    ]


@rule("N74", over=_funds)
def fund_expenditure_twice(book: Book, subject: Subject) -> Outcome:
    """政府性基金、国有资本经营预算的支出在同一节两处所印相同"""
    return equal(book[f"{subject.key}.expenditure"], book[f"{subject.key}.expenditure_current"])

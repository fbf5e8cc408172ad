"""The fiscal appropriation: its totals, its three budgets, and that it is a part of all funds."""

from __future__ import annotations

from juesuan.check.book.book import Book
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell, nothing
from juesuan.check.comparing.compare import FAIL, Outcome, adds_up, at_most, equal, minus, plus
from juesuan.check.comparing.relation import AT_MOST
from juesuan.check.rule import rule
from juesuan.check.views.measures import if_printed
from juesuan.errors import AbsentFactError
from juesuan.rows import MeasuresRow

_BUDGETS = {
    "appropriation": "财政拨款",
    "government_fund": "政府性基金预算",
    "state_capital": "国有资本经营预算",
}
_FUNDS = ("government_fund", "state_capital")


def _with_totals(book: Book) -> list[Subject[MeasuresRow]]:
    """The appropriation, and each budget of it, that is printed with its totals."""
    found = {
        row["section"]: row
        for row in book.facts.rows("measures")
        if row["measure"].endswith((".revenue_total", ".expenditure_total"))
    }
    return [
        Subject("measures", found[name], name, label)
        for name, label in _BUDGETS.items()
        if name in found
    ]


@rule("N14", over=_with_totals)
def fiscal_revenue(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """财政拨款（及各项预算）收入总计 ＝ 年初结转和结余 ＋ 本年收入

    财政拨款一边的来源：上年留下的，加上今年拨的。
    """
    budget = subject.row["section"]
    parts = [book[f"{budget}.{one}"] for one in ("opening", "revenue_current")]
    return adds_up(book[f"{budget}.revenue_total"], parts)


@rule("N15", over=_with_totals)
def fiscal_expenditure(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """财政拨款（及各项预算）支出总计 ＝ 年末结转和结余 ＋ 本年支出

    财政拨款一边的去向：今年花的，加上留到下年的。
    """
    budget = subject.row["section"]
    parts = [book[f"{budget}.{one}"] for one in ("closing", "expenditure_current")]
    return adds_up(book[f"{budget}.expenditure_total"], parts)


@rule("N16", over=_with_totals)
def fiscal_totals_equal(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """财政拨款（及各项预算）收入总计 ＝ 支出总计

    收入总计和支出总计是同一笔钱的来源和去向，必须相等。
    """
    budget = subject.row["section"]
    return equal(book[f"{budget}.revenue_total"], book[f"{budget}.expenditure_total"])


@rule("N17")
def fiscal_revenue_twice(book: Book) -> Outcome:
    """本年财政拨款收入与“收入情况”一节的财政拨款收入相同

    财政拨款收入在两节里各印一次，两次应当一样。
    """
    return equal(book["appropriation.revenue_current"], book["revenue.appropriation"])


@rule("N18", relation=AT_MOST)
def fiscal_within_all(book: Book) -> Outcome:
    """财政拨款的年初、年末结转和支出不超过全部资金的相应数

    财政拨款是全部资金的一部分，部分不能大于全部。
    """
    pairs = (
        ("appropriation.opening", "carryover.opening"),
        ("appropriation.closing", "carryover.closing"),
        ("appropriation.expenditure_current", "expenditure.current"),
    )
    outcomes = [at_most(book[fiscal], book[whole]) for fiscal, whole in pairs]
    return next((one for one in outcomes if one.state == FAIL), outcomes[-1])


@rule("N19")
def other_money_carried_forward(book: Book) -> Outcome:
    """非财政拨款资金（全部减财政拨款）也满足：年初 ＋ 收入 − 支出 ＝ 年末

    全部资金减去财政拨款，剩下的是事业收入、其他收入等其他资金。
    全部资金和财政拨款都要满足 “年初 + 收入 − 支出 = 年末”，所以剩下的也应当满足。
    """
    opening = _not_fiscal(book, "carryover.opening", "opening", "年初结转")
    revenue = _not_fiscal(book, "revenue.current", "revenue_current", "本年收入")
    spent = _not_fiscal(book, "expenditure.current", "expenditure_current", "本年支出")
    closing = _not_fiscal(book, "carryover.closing", "closing", "年末结转")
    used = if_printed(book, "revenue.nonfiscal_surplus_used")
    inflow = plus([opening, revenue, *used], "非财政年初与收入")
    outflow = plus([spent, *if_printed(book, "surplus.distributed")], "非财政支出与分配")
    return adds_up(closing, [minus(inflow, outflow)])


def _not_fiscal(book: Book, whole: str, fiscal: str, label: str) -> Cell:
    return minus(book[whole], book[f"appropriation.{fiscal}"], f"非财政{label}")


@rule("N22")
def variance_actual(book: Book) -> Outcome:
    """“与年初预算相比”一句中的决算数 ＝ 财政拨款收入总计

    同一笔钱在两句话里各印一次，两次应当一样。
    """
    return equal(book["appropriation.overall"], book["appropriation.revenue_total"])


@rule("N25")
def fiscal_by_fund(book: Book) -> Outcome:
    """本年财政拨款支出 ＝ 一般公共预算 ＋ 政府性基金 ＋ 国有资本经营预算支出

    财政拨款来自三本预算：一般公共预算、政府性基金预算和国有资本经营预算。没有收支的预算按 0 计。
    """
    parts = [book["general_budget.expenditure"], *(_of_fund(book, fund) for fund in _FUNDS)]
    return adds_up(book["appropriation.expenditure_current"], parts)


def _of_fund(book: Book, fund: str) -> Cell:
    """The expenditure of a budget; 0 where its table is said to be empty."""
    try:
        return book[f"{fund}.expenditure_current"]
    except AbsentFactError:
        if not book.total_zero(fund):
            raise
        return nothing(f"{_BUDGETS[fund]}支出", "0（空表）")


def _told_again(book: Book) -> list[Subject[MeasuresRow]]:
    """Budgets whose expenditure is told a second time."""
    found = {row["measure"]: row for row in book.facts.rows("measures")}
    return [
        Subject("measures", found[f"{fund}.expenditure"], fund, "")
        for fund in _FUNDS
        if f"{fund}.expenditure" in found
    ]


@rule("N74", over=_told_again)
def fund_expenditure_twice(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """政府性基金、国有资本经营预算的支出在同一节两处所印相同

    同一笔支出在同一节里印了两次，两次应当一样。
    """
    once = subject.row["measure"]
    return equal(book[once], book[f"{once}_current"])


@rule("N77", relation=AT_MOST)
def initial_budget_within(book: Book) -> Outcome:
    """一般公共预算的年初预算数不超过财政拨款的年初预算数

    一般公共预算是财政拨款的一部分。
    """
    part = book.measure("general_budget.expenditure", "initial_budget")
    return at_most(part, book.measure("appropriation.overall", "initial_budget"))

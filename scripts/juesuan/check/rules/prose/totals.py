"""Totals of revenue and expenditure, their sources and kinds, and how they are carried forward."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from juesuan.check.book.book import Book
from juesuan.check.book.legible import is_told, told
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell
from juesuan.check.comparing.compare import Outcome, adds_up, equal, minus, plus
from juesuan.check.rule import rule
from juesuan.check.views.expected import missing_measure, unless_expected
from juesuan.check.views.measures import hundred, if_printed, printed, share_of
from juesuan.check.views.over import measures_with
from juesuan.errors import AbsentFactError
from juesuan.rows import MeasuresRow

_FISCAL = ("general_public_budget", "government_fund", "state_capital")
_OTHER_SOURCES = (
    "superior_subsidy",
    "undertaking",
    "operating",
    "affiliated_remittance",
    "other",
)
_KINDS = ("basic", "project", "remitted_superior", "operating", "affiliated_subsidy")
_SURPLUS = ("revenue.nonfiscal_surplus_used", "surplus.distributed")
_CARRIED = ("carryover.opening", "carryover.closing", *_SURPLUS)
_KINDS_OF_EXPENDITURE = [f"expenditure.{kind}" for kind in _KINDS]


def _sources(book: Book) -> list[str]:
    """The measures that add up to the revenue of the year.

    The appropriation counts as one, or as its three budgets where only they are told.
    """
    told = {one["measure"] for one in book.facts.rows("measures") if is_told(one, "actual")}
    budgets = told.intersection(f"revenue.{one}" for one in _FISCAL)
    fiscal = _FISCAL if budgets and "revenue.appropriation" not in told else ("appropriation",)
    return [f"revenue.{one}" for one in (*fiscal, *_OTHER_SOURCES)]


@rule("N01", gathers=True)
def revenue_total(book: Book) -> Outcome:
    """收入总计 ＝ 本年收入合计 ＋ 使用非财政拨款结余 ＋ 年初结转和结余

    钱从哪里来：今年的收入、动用的结余和上年留下的钱，合起来就是收入总计。
    """
    used = if_printed(book, "revenue.nonfiscal_surplus_used")
    parts = [book["revenue.current"], *used, book["carryover.opening"]]
    found = adds_up(book["revenue.total"], parts)
    return unless_expected(found, missing_measure(book, ["revenue.nonfiscal_surplus_used"]))


@rule("N02", gathers=True)
def expenditure_total(book: Book) -> Outcome:
    """支出总计 ＝ 本年支出合计 ＋ 结余分配 ＋ 年末结转和结余

    钱到哪里去：今年花的、分配的结余和留到下年的钱，合起来就是支出总计。
    """
    _refuse_spent(book)
    distributed = if_printed(book, "surplus.distributed")
    parts = [book["expenditure.current"], *distributed, book["carryover.closing"]]
    found = adds_up(book["expenditure.total"], parts)
    return unless_expected(found, missing_measure(book, ["surplus.distributed"]))


def _refuse_spent(book: Book) -> None:
    """A text may call 总支出 what was spent in the year; what is left is no part of it then.

    Raises:
        AbsentFactError: if the total is what was spent and what came in is that and what is left.
    """
    printed_rows = book.facts.rows("measures")
    first = {one["measure"]: one["actual"] for one in reversed(printed_rows) if one["actual"]}
    names = ("expenditure.total", "expenditure.current", "carryover.closing", "revenue.total")
    total, spent, left, came = (Decimal(first.get(name, "0")) for name in names)
    if left and total == spent and came == spent + left:
        raise AbsentFactError("原文的“总支出”只指当年支出")


@rule("N03")
def totals_equal(book: Book) -> Outcome:
    """收入总计 ＝ 支出总计

    收支两边按编制规则必须相等。原文以“总支出”只指当年支出的，不作判断。
    """
    _refuse_spent(book)
    return equal(book["revenue.total"], book["expenditure.total"])


@rule("N04", gathers=True)
def carried_forward(book: Book) -> Outcome:
    """年初结转和结余 ＋ 本年收入 ＋ 使用结余 − 本年支出 − 结余分配 ＝ 年末结转和结余

    年初的钱加上今年进的、减去今年出的，就是年末剩下的。
    """
    opening, revenue = book["carryover.opening"], book["revenue.current"]
    spent = book["expenditure.current"]
    inflow = plus([opening, revenue, *if_printed(book, "revenue.nonfiscal_surplus_used")])
    outflow = plus([spent, *if_printed(book, "surplus.distributed")])
    found = adds_up(book["carryover.closing"], [minus(inflow, outflow)])
    return unless_expected(found, missing_measure(book, _SURPLUS))


@rule("N06", gathers=True)
def revenue_by_source(book: Book) -> Outcome:
    """本年收入 ＝ 各项来源之和

    一年里收到的钱，来自财政拨款、事业收入、其他收入等几个来源，加起来就是本年收入。
    """
    total = book.measure("revenue.current", section="revenue")
    found = adds_up(total, printed(book, _sources(book)))
    return unless_expected(found, missing_measure(book, _sources(book)))


@rule("N07")
def revenue_twice(book: Book) -> Outcome:
    """本年收入在“总体情况”与“收入情况”两节相同

    同一个合计在两节里各印一次，两次应当一样。
    """
    one = book.measure("revenue.current", section="overview")
    return equal(one, book.measure("revenue.current", section="revenue"))


def _shared(prefix: str, names: Sequence[str]) -> Callable[[Book], list[Subject[MeasuresRow]]]:
    """Parts of a total that print their share."""

    def subjects(book: Book) -> list[Subject[MeasuresRow]]:
        wanted = {f"{prefix}.{name}" for name in names}
        every = measures_with("share_pct", "actual")(book)
        return [one for one in every if one.row["measure"] in wanted]

    return subjects


@rule("N08", over=_shared("revenue", ("appropriation", *_OTHER_SOURCES, *_FISCAL)))
def revenue_share(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """各项收入占本年收入的比例按金额重算相符

    占比就是该项收入除以本年收入合计，可以用印出的金额重算。本年收入自己也印出占总收入的比例的，各项都按总收入算。
    """
    return share_of(book, subject, _whole(book, "revenue"))


def _whole(book: Book, side: str) -> Cell:
    """Of what the parts are shares: of the total, where that of the year prints one of it too."""
    rows = (row for row in book.facts.rows("measures") if row["section"] == side)
    shared = any(row["measure"] == f"{side}.current" and told(row, "share_pct") for row in rows)
    return book.measure(f"{side}.{'total' if shared else 'current'}", section=side)


def _whole_of_shares(book: Book, names: Sequence[str], section: str) -> Outcome:
    """The shares of all parts; a part with an amount and without a share leaves them unknown."""
    if any(row["measure"] in names and _lacks_share(row) for row in book.facts.rows("measures")):
        raise AbsentFactError("有金额的项目未列示占比")
    shares = [*printed(book, names, "share_pct"), *_carried(book, section)]
    return hundred(shares, "各项占比之和")


def _carried(book: Book, section: str) -> list[Cell]:
    """Shares of what is no part of the year's total: the others are of all funds then, too."""
    rows = (row for row in book.facts.rows("measures") if row["section"] == section)
    names = [row["measure"] for row in rows if told(row, "share_pct")]
    return [book.measure(one, "share_pct", section) for one in names if one in _CARRIED]


def _lacks_share(row: MeasuresRow) -> bool:
    return bool(row["actual"].strip("0.")) and not told(row, "share_pct")


@rule("N09", gathers=True)
def revenue_shares_hundred(book: Book) -> Outcome:
    """各项收入占比之和为 100%

    各项来源合起来是全部收入，所以占比加起来是 100%，只允许四舍五入的出入。
    """
    return _whole_of_shares(book, _sources(book), "revenue")


@rule("N10", gathers=True)
def expenditure_by_kind(book: Book) -> Outcome:
    """本年支出 ＝ 基本支出 ＋ 项目支出 ＋ 其他各类之和

    一年里花的钱分为基本支出（人员和日常运转）、项目支出等几类，加起来就是本年支出。
    """
    total = book.measure("expenditure.current", section="expenditure")
    found = adds_up(total, printed(book, _KINDS_OF_EXPENDITURE))
    return unless_expected(found, missing_measure(book, _KINDS_OF_EXPENDITURE))


@rule("N11")
def expenditure_twice(book: Book) -> Outcome:
    """本年支出在“总体情况”与“支出情况”两节相同

    同一个合计在两节里各印一次，两次应当一样。
    """
    one = book.measure("expenditure.current", section="overview")
    return equal(one, book.measure("expenditure.current", section="expenditure"))


@rule("N12", over=_shared("expenditure", _KINDS))
def expenditure_share(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """各类支出占本年支出的比例按金额重算相符

    占比就是该类支出除以本年支出合计，可以用印出的金额重算。本年支出自己也印出占总支出的比例的，各类都按总支出算。
    """
    return share_of(book, subject, _whole(book, "expenditure"))


@rule("N13", gathers=True)
def expenditure_shares_hundred(book: Book) -> Outcome:
    """各类支出占比之和为 100%

    各类合起来是全部支出，所以占比加起来是 100%，只允许四舍五入的出入。
    """
    return _whole_of_shares(book, _KINDS_OF_EXPENDITURE, "expenditure")

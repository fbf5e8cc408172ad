"""Totals of the prose and the parts that some regions print of them: staff, assets, vehicles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from juesuan.check.book.book import Book
from juesuan.check.book.legible import told
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell
from juesuan.check.comparing.compare import FAIL, Outcome, adds_up, at_most, equal, plus
from juesuan.check.comparing.relation import AT_MOST, SUM_OR_PART, Relation
from juesuan.check.rule import rule
from juesuan.check.views.expected import missing_measure, unless_expected
from juesuan.check.views.measures import if_printed, printed
from juesuan.check.views.over import first_printed, of_measure, once
from juesuan.check.views.words import WORDS, says
from juesuan.errors import AbsentFactError
from juesuan.rows import MeasuresRow

_SHOWN = "各组成部分之和"


@dataclass(frozen=True, slots=True)
class _Sum:
    """A total and its parts, by their measures.

    Attributes:
        total: the total.
        parts: what may be printed of it.
        closing: those that are printed only where the parts are listed to the last one; without
            one of them the parts may be less than the total.
    """

    total: str
    parts: tuple[str, ...]
    closing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Whole(Subject[MeasuresRow]):
    """A total of which parts are printed."""

    sum: _Sum


def _wholes(*sums: _Sum) -> Callable[[Book], list[_Whole]]:
    """The totals that are printed with at least one of their parts."""

    def subjects(book: Book) -> list[_Whole]:
        rows = first_printed(book)
        return [
            _whole(rows[one.total], one)
            for one in sums
            if one.total in rows and any(part in rows for part in one.parts)
        ]

    return subjects


def _whole(row: MeasuresRow, of: _Sum) -> _Whole:
    plain = of_measure(row)
    return _Whole(plain.resource, row, of.total, plain.name, of)


def _compare(book: Book, whole: _Whole, partial: bool = False) -> Outcome:
    """The total against its parts: equal where all are listed, else not less.

    Args:
        book: the package.
        whole: the total.
        partial: other parts are known to exist.
    """
    total, parts = book[whole.sum.total], printed(book, whole.sum.parts)
    if not partial and all(if_printed(book, one) for one in whole.sum.closing):
        return unless_expected(adds_up(total, parts), missing_measure(book, whole.sum.parts))
    return at_most(_together(parts), total, slack=True)


def _together(parts: Sequence[Cell]) -> Cell:
    """The sum of parts; of one part, that part."""
    return parts[0] if len(parts) == 1 else plus(parts, _SHOWN)


def _sum(total: str, parts: str, closing: str) -> _Sum:
    """A sum whose parts are called by their last names."""

    def named(names: str) -> tuple[str, ...]:
        return tuple(one if "." in one else f"{total}.{one}" for one in names.split())

    return _Sum(total, named(parts), named(closing))


_POSTS = "headcount.posts_administrative headcount.posts_institution"
_SERVING = "headcount.serving_administrative headcount.serving_institution"
_RETIRED = "headcount.retired_cadre headcount.retired"
_CIVIL = "headcount.serving_civil_service"


@rule(
    "N78",
    over=_wholes(
        _sum("headcount.posts", _POSTS, _POSTS),
        _sum("headcount.serving", f"{_SERVING} {_CIVIL}", _SERVING),
        _sum("headcount.all_retired", _RETIRED, _RETIRED),
    ),
    gathers=True,
    relation=SUM_OR_PART,
)
def staff_by_kind(book: Book, subject: _Whole) -> Outcome:
    """编制人数、在职人数、离退休人数 ＝ 按性质分列的人数之和

    编制分行政编制和事业编制，在职人员也按此分列。另有工勤等其他人员的，分列的不超过总数即可。
    """
    others = subject.sum.total != "headcount.all_retired" and _has_other_staff(book)
    return _compare(book, subject, partial=others)


def _has_other_staff(book: Book) -> bool:
    """Whether the text counts staff of other kinds beside."""
    counted, other = WORDS.words("staff_counted"), WORDS.words("other_staff")
    return any(says(one.text, counted) and says(one.text, other) for one in book.source.paragraphs)


def _with_changes(book: Book) -> list[Subject[MeasuresRow]]:
    rows = {row["measure"]: row for row in book.facts.rows("measures")}
    return [
        of_measure(rows[one])
        for one in _STAFF
        if one in rows and told(rows[one], "actual", "change")
    ]


_STAFF = (
    "headcount.total",
    "headcount.serving",
    "headcount.retired_cadre",
    "headcount.retired",
    "headcount.all_retired",
)


@rule(
    "N79",
    over=_with_changes,
    relation=Relation("＝", "比上年增减 {left} 人，本年 {right} 人，推算的上年人数不小于 0"),
)
def staff_last_year(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """人数比上年的增加不超过本年人数；实有人数的增减 ＝ 各类人员增减之和

    本年人数减去增加的人数就是上年人数，不会小于 0。
    """
    change, now = book.figure(subject, "change"), book.figure(subject, "actual")
    if subject.row["measure"] == "headcount.total":
        parts = [book.measure(one, "change") for one in _STAFF[1:4]]
        return equal(change, plus(parts))
    return at_most(change, now)


_ASSETS = "current fixed investment construction intangible other"


@rule(
    "N80",
    over=_wholes(
        _Sum(
            "assets.total",
            tuple(f"assets.{one}" for one in _ASSETS.split()),
            ("assets.current", "assets.fixed", "assets.other"),
        )
    ),
    gathers=True,
    relation=SUM_OR_PART,
)
def assets_by_kind(book: Book, subject: _Whole) -> Outcome:
    """资产总额 ＝ 流动资产 ＋ 固定资产 ＋ 对外投资 ＋ 在建工程 ＋ 无形资产 ＋ 其他资产

    列到“其他资产”为止的，各项之和就是总额；只列其中几项的，不超过总额。
    """
    return _compare(book, subject)


_BASIC = "expenditure.personnel expenditure.public"
_FUND = "government_fund.basic government_fund.project"
_GENERAL = "basic.total general_budget.project"


@rule(
    "N81",
    over=_wholes(
        _sum("expenditure.basic", _BASIC, _BASIC),
        _sum("government_fund.expenditure_current", _FUND, _FUND),
        _sum("government_fund.expenditure", _FUND, _FUND),
        _sum("general_budget.expenditure", _GENERAL, _GENERAL),
    ),
    gathers=True,
    relation=SUM_OR_PART,
)
def expenditure_by_nature(book: Book, subject: _Whole) -> Outcome:
    """基本支出 ＝ 人员经费 ＋ 公用经费；各项预算支出 ＝ 其基本支出 ＋ 项目支出

    只列其中一项的，不超过合计。
    """
    return _compare(book, subject)


_CARS = "sedan suv coach"
_BOUGHT = " ".join(f"three_public.vehicles_bought.{one}.amount" for one in _CARS.split())
_RUNNING = " ".join(
    f"three_public.running_{one}" for one in ("fuel", "repair", "insurance", "tolls", "other")
)


@rule(
    "N82",
    over=_wholes(
        _sum("three_public.vehicles_kept", _CARS, _CARS),
        _sum("three_public.vehicles_bought", _CARS, _CARS),
        _sum("three_public.vehicle_purchase", _BOUGHT, _BOUGHT),
        _sum("three_public.vehicle_running", _RUNNING, "three_public.running_other"),
    ),
    gathers=True,
    relation=SUM_OR_PART,
)
def cars_by_kind(book: Book, subject: _Whole) -> Outcome:
    """公务用车购置数、保有量、购置费、运行维护费 ＝ 分列的各项之和

    没有列全的，各项之和不超过总数。
    """
    return _compare(book, subject)


_WITHIN = {
    "expenditure.capital_construction": "expenditure.project",
    "procurement.micro": "procurement.sme",
    "procurement.reserved_micro_awarded": "procurement.reserved_sme_awarded",
    "procurement.sme_goods": "procurement.goods",
    "procurement.sme_works": "procurement.works",
    "procurement.sme_services": "procurement.services",
}
"""A part of a total of which no other part is printed."""


@rule(
    "N83",
    over=_wholes(*(_Sum(total, (part,), ("",)) for part, total in _WITHIN.items())),
    relation=AT_MOST,
)
def part_within(book: Book, subject: _Whole) -> Outcome:
    """“其中”单列的一项不超过它所属的总数

    例如小微企业的合同金额是中小企业合同金额的一部分，基本建设类支出是项目支出的一部分。
    """
    part = printed(book, subject.sum.parts)[0]
    return at_most(part, book[subject.sum.total], slack=True)


_AWARDED = ("procurement.reserved_sme_awarded", "procurement.other_sme_awarded")


@rule(
    "N64-s",
    over=_wholes(_Sum("procurement.total", _AWARDED, ("",))),
    gathers=True,
    relation=AT_MOST,
)
def awards_together(book: Book, subject: _Whole) -> Outcome:
    """预留项目与其他项目中由中小企业中标的金额之和不超过政府采购总额

    两者是不同的项目，合起来仍是采购总额的一部分。
    """
    parts = plus([book[one] for one in _AWARDED], "中小企业中标金额之和")
    return at_most(parts, book[subject.sum.total], slack=True)


def _reception(book: Book) -> list[_Whole]:
    return _wholes(_Sum(_RECEPTION, _KINDS, ()))(book)


_RECEPTION = "three_public.reception"
_KINDS = (
    "three_public.reception_domestic",
    "three_public.reception_guests",
    "three_public.reception_other_domestic",
    "three_public.reception_abroad",
)


@rule("N84", over=_reception, gathers=True, relation=SUM_OR_PART)
def reception_by_kind(book: Book, subject: _Whole) -> Outcome:
    """公务接待费 ＝ 国内接待 ＋ 国（境）外接待；国内接待可以再分为外宾接待和其他国内接待

    外宾接待有的地区列在国内接待之内，有的列在之外，两种都可以；没有列全的，不超过总数。
    """
    domestic, guests, other, abroad = (if_printed(book, one) for one in _KINDS)
    total = book[_RECEPTION]
    if domestic:
        ways = [[*domestic, *abroad], [*domestic, *guests, *abroad]]
        return _one_of(total, ways)
    parts = [*guests, *other, *abroad]
    if guests and other:
        return adds_up(total, parts)
    return at_most(_together(parts), total, slack=True)


def _one_of(total: Cell, ways: list[list[Cell]]) -> Outcome:
    """The first way of adding up that is no contradiction; else the one that leaves most out."""
    found = [adds_up(total, way) for way in ways]
    return next((one for one in found if one.state != FAIL), found[0])


_EACH = {
    "three_public.abroad_each": ("three_public.abroad", "three_public.abroad_trips"),
    "three_public.purchase_each": ("three_public.vehicle_purchase", "three_public.vehicles_bought"),
    "three_public.running_each": ("three_public.vehicle_running", "three_public.vehicles_kept"),
}
"""An average, the amount and the number of which it is one."""


@rule("N85", over=once(*_EACH))
def average(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """人均、车均费用 × 人次（车辆数）＝ 总费用

    平均每人（每辆）的费用乘以人数（辆数），应当回到总费用，只允许舍入的出入。
    """
    amount, number = (book[one] for one in _EACH[subject.row["measure"]])
    each = book[subject.row["measure"]]
    if number.value == 0:
        raise AbsentFactError(f"{number.label}为 0，没有平均数可言")
    value, slack = each.value * number.value, each.slack * number.value
    label = f"{each.label} {each.text} × {number.label} {number.text}"
    product = Cell(value, slack, label, f"{value:,f} 万元", each.figures + number.figures, "万元")
    return adds_up(amount, [product])

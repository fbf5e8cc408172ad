"""Basic expenditure, operating cost, procurement, staff, evaluation: the other sections."""

from __future__ import annotations

from decimal import Decimal

from juesuan.check.book.book import Book
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.compare import (
    FAIL,
    PASS,
    Outcome,
    adds_up,
    at_most,
    equal,
    is_percent,
    plus,
)
from juesuan.check.comparing.relation import AT_MOST
from juesuan.check.rule import rule
from juesuan.check.views.measures import if_printed
from juesuan.check.views.over import measures_with
from juesuan.errors import AbsentFactError
from juesuan.rows import MeasuresRow


@rule("N35")
def basic_by_group(book: Book) -> Outcome:
    """一般公共预算基本支出 ＝ 人员经费 ＋ 公用经费

    基本支出一部分给人（人员经费），一部分维持日常运转（公用经费）。
    """
    return adds_up(book["basic.total"], [book["basic.personnel"], book["basic.public"]])


@rule("N36", relation=AT_MOST)
def basic_within(book: Book) -> Outcome:
    """一般公共预算基本支出不超过全部基本支出

    一般公共预算安排的基本支出是全部基本支出的一部分。
    """
    return at_most(book["basic.total"], book["expenditure.basic"])


@rule("X15", relation=AT_MOST)
def operating_within(book: Book) -> Outcome:
    """机关运行经费不超过一般公共预算基本支出中的公用经费

    机关运行经费是公用经费的一部分，部分不能大于全部。
    """
    return at_most(book["operating.agency"], book["basic.public"], slack=True)


@rule("N45")
def procurement_by_kind(book: Book) -> Outcome:
    """政府采购支出总额 ＝ 货物 ＋ 工程 ＋ 服务

    政府采购分为货物、工程和服务三类。
    """
    total = book["procurement.total"]
    kinds = [book[f"procurement.{one}"] for one in ("goods", "works", "services")]
    return adds_up(total, kinds)


@rule("N46", over=measures_with("share_pct", "actual", sections=("procurement",)))
def procurement_share(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """授予中小企业、小微企业合同金额占比按金额重算相符，且不超过总额

    小微企业是中小企业的一部分，两者都不会超过采购总额；占比可以用印出的金额重算。
    """
    total, part = book["procurement.total"], book.figure(subject, "actual")
    if part.value > total.value or total.value == 0:
        return at_most(part, total)
    return is_percent(book.figure(subject, "share_pct"), part, total, "该项 ÷ 政府采购支出总额")


_AWARDED = (
    "procurement.reserved_sme_awarded",
    "procurement.reserved_micro_awarded",
    "procurement.other_sme_awarded",
)


def _awards(book: Book) -> list[Subject[MeasuresRow]]:
    return [one for one in measures_with("actual")(book) if one.row["measure"] in _AWARDED]


@rule("N64", over=_awards, relation=AT_MOST)
def awards_within(book: Book, subject: Subject[MeasuresRow]) -> Outcome:
    """由中小企业、小微企业中标或成交的采购金额不超过政府采购总额

    中小企业、小微企业得到的采购是全部采购的一部分。
    """
    return at_most(book.figure(subject, "actual"), book["procurement.total"], slack=True)


@rule("N47", gathers=True)
def headcount(book: Book) -> Outcome:
    """实有人数 ＝ 在职 ＋ 离休 ＋ 退休

    实有人数包括在职、离休和退休人员；没有写到的一类按没有计。离退休人员只印一个数的，按这个数计。
    """
    serving, total = book["headcount.serving"], book["headcount.total"]
    kinds = [
        cell
        for one in ("headcount.retired_cadre", "headcount.retired")
        for cell in if_printed(book, one)
    ]
    if kinds:
        return equal(total, plus([serving, *kinds]))
    retired = book["headcount.all_retired"]
    if total.value == serving.value:
        return equal(total, serving)  # 实有 may mean those alone who serve
    return equal(total, plus([serving, retired]))


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
    said = f"称下设 {stated.value} 个，列出 {len(names)} 个{words}"
    return Outcome(state, said, stated.value, Decimal(len(names)), figures=stated.figures)


_RATINGS = ("excellent", "good", "qualified", "unqualified")


@rule("N62")
def ratings_add_up(book: Book) -> Outcome:
    """绩效自评的项目数 ＝ 评为优、良、合格、不合格的项目数之和

    每个自评的项目都有一个等级，各等级的项目数加起来就是总数。
    """
    parts = [book[f"performance.rated_{one}"] for one in _RATINGS]
    return equal(book["performance.project_count"], plus(parts))


@rule("N63")
def problems_add_up(book: Book) -> Outcome:
    """绩效自评发现的问题数 ＝ 已经完成整改的 ＋ 正在整改的

    发现的问题不是已经整改，就是正在整改，两者加起来就是总数。
    """
    parts = [book["performance.problems_resolved"], book["performance.problems_open"]]
    return equal(book["performance.problems_found"], plus(parts))

"""The functional classification: classes and items of a budget and what they add up to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from juesuan import terms
from juesuan.check.book.book import Book
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell
from juesuan.check.comparing.compare import (
    FAIL,
    INFORMATION,
    PASS,
    Outcome,
    adds_up,
    is_percent,
)
from juesuan.check.rule import rule
from juesuan.check.views.expected import Part, short_shares, skipped_number, unless_expected
from juesuan.check.views.measures import hundred, if_printed
from juesuan.check.views.over import classes, of_function
from juesuan.errors import AbsentFactError, UnreadableFactError
from juesuan.rows import FiguresBlockColumn, FunctionsRow

_GENERAL = "general_public_budget"
_STATE_CAPITAL = "223"
"""The class of the functional classification that only the state capital budget has."""


def _class(row: FunctionsRow) -> str:
    """A class by its code, so that a former name or one without 支出 is the same class.

    An unknown one goes by its name.
    """
    return terms.class_code(row["class"]) or row["class"]


def _cells(
    book: Book,
    level: str,
    column: FiguresBlockColumn = "actual",
    within: FunctionsRow | None = None,
) -> list[Cell]:
    """A figure of all lines of a level, or of those within a class and of its budget."""
    rows = book.functions(level, within["fund"]) if within else book.functions(level)
    if within:
        rows = tuple(row for row in rows if _class(row) == _class(within))
    elif level == "class" and _is_no_structure(book, rows):
        raise AbsentFactError("只有部分类列示了金额")
    if not rows:
        raise AbsentFactError(f"原文未列示{_class(within) if within else ''}的项级科目")
    return [book.figure(of_function(row, row["item"] or row["class"]), column) for row in rows]


def _is_no_structure(book: Book, listed: Sequence[FunctionsRow]) -> bool:
    """Whether most classes are named by the lines below them only.

    Those that have an amount of their own are points of a list of such lines then.
    """
    named = {_class(row) for row in book.facts.rows("functions") if row["fund"] == _GENERAL}
    return 0 < 2 * len({_class(row) for row in listed}) < len(named)


@rule("N23")
def general_share(book: Book) -> Outcome:
    """一般公共预算财政拨款支出占本年支出合计的比例按金额重算相符

    占比就是一般公共预算财政拨款支出除以本年支出合计，可以用印出的金额重算。
    """
    share = book.measure("general_budget.expenditure", "share_pct")
    total = book["expenditure.current"]
    if total.value == 0:
        raise AbsentFactError("本年支出合计为 0")
    what = "一般公共预算财政拨款支出 ÷ 本年支出合计"
    return is_percent(share, book["general_budget.expenditure"], total, what)


@rule("N26", gathers=True)
def classes_add_up(book: Book) -> Outcome:
    """一般公共预算财政拨款支出 ＝ 各类之和

    支出按用途分“类”（如教育支出、卫生健康支出），各类加起来就是总额。
    """
    found = adds_up(_expenditure(book, _GENERAL), _cells(book, "class"))
    return unless_expected(found, _missing_class(book, found))


def _missing_class(book: Book, found: Outcome) -> str:
    """Whether the shares of the classes show that one was not read, where their sum is short."""
    if found.left is None or found.right is None or found.right > found.left:
        return ""
    return short_shares([Part(row["class"], row) for row in book.functions("class")])


@rule("N27", over=classes)
def class_share(book: Book, subject: Subject[FunctionsRow]) -> Outcome:
    """各类支出占比按金额重算相符

    占比就是该类除以总额，可以用印出的金额重算。
    """
    share, part = book.figure(subject, "share_pct"), book.figure(subject, "actual")
    total = _expenditure(book, subject.row["fund"])
    if total.value == 0:
        raise AbsentFactError(f"{total.label}为 0")
    return is_percent(share, part, total, f"该类 ÷ {total.label}")


def _expenditure(book: Book, fund: str) -> Cell:
    """The expenditure of a budget; that of all appropriations where the classes listed are theirs.

    A text may list the classes of all funds under 财政拨款支出; their sum tells.
    """
    if fund == _GENERAL:
        general, classes = book["general_budget.expenditure"], _cells(book, "class")
        every = if_printed(book, "appropriation.expenditure_current")
        theirs = (one for one in every if adds_up(one, classes).state != FAIL)
        if adds_up(general, classes).state == FAIL:
            return next(theirs, general)
        return general
    try:
        return book[f"{fund}.expenditure_current"]
    except AbsentFactError:
        return book[f"{fund}.expenditure"]


@rule("N27-100", gathers=True)
def class_shares_hundred(book: Book) -> Outcome:
    """各类占比之和为 100%

    各类合起来是全部支出，所以占比加起来是 100%，只允许四舍五入的出入。
    """
    return hundred(_cells(book, "class", "share_pct"), "各类占比之和")


@rule("N28", over=classes, gathers=True)
def class_by_items(book: Book, subject: Subject[FunctionsRow]) -> Outcome:
    """每一类 ＝ 该类各项之和

    “类”下面分“款”和“项”，一类的金额是其下各项之和。
    """
    total, items = book.figure(subject, "actual"), _cells(book, "item", within=subject.row)
    found, rows = adds_up(total, items), book.functions("item", subject.row["fund"])
    if found.state == FAIL and sum(one.value for one in items) < total.value:
        _refuse_some_classes(book, rows)
    return unless_expected(found, skipped_number(rows))


@dataclass(frozen=True, slots=True)
class _Budget(Subject[FunctionsRow]):
    """A budget with items: the measure that is their total."""

    total: str


_TOTALS = {
    "general_public_budget": ("general_budget.expenditure", "一般公共预算财政拨款支出"),
    "government_fund": ("government_fund.expenditure_current", "政府性基金预算本年支出"),
    "state_capital": ("state_capital.expenditure_current", "国有资本经营预算本年支出"),
}
"""Budget to the measure that is the total of its items, and its name."""


def _budgets(book: Book) -> list[_Budget]:
    found = {row["fund"]: row for row in book.facts.rows("functions") if row["level"] == "item"}
    return [
        _Budget("functions", found[fund], fund, label, total)
        for fund, (total, label) in _TOTALS.items()
        if fund in found
    ]


@rule("N29", over=_budgets, gathers=True)
def items_add_up(book: Book, subject: _Budget) -> Outcome:
    """一般公共预算财政拨款支出（及各项预算支出）＝ 全部各项之和

    把所有的项加起来，就是该项预算的全部支出。“财政拨款支出”一节列示的各项包括几项预算的支出，
    其和等于财政拨款支出的，也相符；分不清是哪一个合计的，不作判断。
    """
    rows = book.functions("item", subject.row["fund"])
    cells = [book.function(row, "actual", row["item"]) for row in rows]
    found = adds_up(book[subject.total], cells)
    if found.state != FAIL:
        return found
    if subject.row["fund"] == _GENERAL:
        found = _of_all_funds(book, cells) or found
    found = unless_expected(found, skipped_number(rows))
    if found.state == FAIL and subject.row["fund"] == _GENERAL:
        _refuse_some_classes(book, rows)
    return found


def _refuse_some_classes(book: Book, items: Sequence[FunctionsRow]) -> None:
    """A text may list the items of some classes only; they are no parts of the whole then.

    Raises:
        AbsentFactError: if a class or a subclass has an amount and no items.
    """
    have = {(_class(row), name) for row in items for name in ("", row["subclass"])}
    every = (row for row in book.facts.rows("functions") if row["level"] != "item")
    spent = (row for row in every if row["fund"] == _GENERAL and Decimal(row["actual"] or 0))
    if any((_class(row), row["subclass"]) not in have for row in spent):
        raise AbsentFactError("只列示了部分类的各项")


def _of_all_funds(book: Book, items: Sequence[Cell]) -> Outcome | None:
    """What the sum of items is against the appropriation as a whole, where they may be its items.

    Raises:
        AbsentFactError: if they may be of all funds and are neither total.
    """
    for total in if_printed(book, "appropriation.expenditure_current"):
        whole = adds_up(total, items)
        if whole.state != FAIL:
            return whole
    if _lists_other_funds(book):
        raise AbsentFactError("各项中有其他预算的科目，分不清是哪一个合计的组成部分")
    return None


def _lists_other_funds(book: Book) -> bool:
    """Whether lines of another fund stand among those of the general budget."""
    every = [row for row in book.facts.rows("functions") if row["fund"] == _GENERAL]
    return any(row["code"].startswith(_STATE_CAPITAL) for row in every) or any(
        _class(row) == _STATE_CAPITAL for row in every
    )


@rule("N30")
def items_numbered(book: Book) -> Outcome:
    """各项从 1 起连续编号，且所属的类都在结构中列示（金额为 0 的类可以不列）

    编号断开或所属的类没有列出，多半是少印了一行。
    """
    rows = book.functions("item")
    numbers = [int(row["position"]) for row in rows]
    if numbers != list(range(1, len(numbers) + 1)):
        said = f"项的编号为 {'、'.join(map(str, numbers))}，不连续"
        return unless_expected(Outcome(FAIL, said), _missing_item(book, rows))
    listed = {_class(row): row["class"] for row in book.functions("class")}
    spent = [row for row in rows if Decimal(row["actual"] or 0)]
    missing = sorted({row["class"] for row in spent if _class(row) not in listed})
    if missing:
        return _not_listed(book, "、".join(missing))
    if renamed := _renamed(spent, listed):
        said = f"{len(numbers)} 项所属各类均已列示，名称不同的：{renamed}"
        return Outcome(INFORMATION, said)
    return Outcome(PASS, f"{len(numbers)} 项连续编号，所属各类均已列示")


def _missing_item(book: Book, rows: Sequence[FunctionsRow]) -> str:
    """The number that the items skip, where they do not add up either: it was hardly read."""
    cells = [book.function(row, "actual", row["item"]) for row in rows if row["actual"]]
    for total in if_printed(book, "general_budget.expenditure"):
        if adds_up(total, cells).state == FAIL:
            return skipped_number(rows)
    return ""


def _renamed(items: Sequence[FunctionsRow], listed: Mapping[str, str]) -> str:
    """The classes that go by another name in the items than in the structure, in words."""
    names = {(row["class"], listed[_class(row)]) for row in items}
    differ = sorted(names - {(name, name) for name in listed.values()})
    return "、".join(f"各项为“{one}”、结构为“{other}”" for one, other in differ)


def _not_listed(book: Book, missing: str) -> Outcome:
    """Classes that the structure lacks; perhaps one was not read, where it does not add up."""
    whole = adds_up(book["general_budget.expenditure"], _cells(book, "class"))
    if whole.state != FAIL:
        return Outcome(FAIL, f"各项所属的{missing}未在结构中列示")
    raise UnreadableFactError(
        f"没有在结构中读到{missing}；读到的各类之和也不等于总额，可能有一类没有读出"
    )

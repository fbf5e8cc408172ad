"""Projects that go by their name elsewhere: amounts in the prose, items of the same name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from juesuan.check.book.book import Book
from juesuan.check.book.subject import Mention, Subject
from juesuan.check.comparing.cell import Cell, Numeral, figures_of, inside
from juesuan.check.comparing.compare import FAIL, INFORMATION, PASS, Outcome, adds_up, minus
from juesuan.check.comparing.relation import Relation
from juesuan.check.rule import rule
from juesuan.check.views.over import items
from juesuan.check.views.passages import Passage, TextColumn, passages
from juesuan.check.views.words import WORDS
from juesuan.errors import AbsentFactError, FactError
from juesuan.rows import AnyRow, FunctionsRow, ProjectFundsColumn, ProjectsRow

_PLACES: tuple[TextColumn, ...] = (
    ("texts", "text"),
    ("projects", "expected_goal"),
    ("projects", "actual_goal"),
)
_COLUMNS: tuple[ProjectFundsColumn, ...] = ("initial_budget", "annual_budget", "executed")
_LONG_ENOUGH = 5
"""Shorter names may stand in a text by chance."""


@dataclass(frozen=True, slots=True)
class _Named(Mention[AnyRow]):
    """An amount in a text that stands directly behind the full name of a project."""

    project: str


def _named(book: Book) -> Iterator[_Named]:
    names = [row["name"] for row in book.project_forms() if len(row["name"]) >= _LONG_ENOUGH]
    for one in passages(book, _PLACES):
        for number, numeral in enumerate(one.numerals, 1):
            name = _name_before(one, numeral, names)
            if name and one.text.startswith("万元", numeral.end):
                before = re.split("[。；]", one.text[: numeral.start])[-1]
                key, called = f"{one.path}/{number}", f"项目“{name}”"
                yield _Named(one.resource, one.row, key, called, numeral, before, name)


def _name_before(passage: Passage, numeral: Numeral, names: Sequence[str]) -> str:
    """The longest name of a project behind which a numeral stands; no part of a longer one."""
    before = passage.text[: numeral.start]
    word = WORDS.pattern("amount_word").search(before)
    head = before[: word.start()] if word else before
    name = max((one for one in names if head.endswith(one)), key=len, default="")
    begins = WORDS.pattern("name_begins").search(head.removesuffix(name))
    return name if begins else ""


@rule(
    "X17",
    over=_named,
    relation=Relation(
        "＝", "文字称 {left} 万元，合于自评表的一个金额（自评表中最大的 {right} 万元）"
    ),
)
def project_in_prose(book: Book, subject: _Named) -> Outcome:
    """文字中紧随项目名称的金额，是该项目自评表中的预算数或执行数

    文字可能只说其中一部分或别的年度，所以不同的一般只作说明；
    大于该表任何一个金额、又正好是另一个项目的金额的，两处不能同时成立。
    """
    numeral, rows = subject.numeral, book.facts.rows("projects")
    own = [row["project_id"] for row in rows if row["name"] == subject.project]
    cells = [cell for form in own for cell in _amounts(book, form)]
    if not cells:
        raise AbsentFactError("该项目自评表的资金没有全部列示")
    same = _is_among(numeral, cells)
    other = None if same else _of_another(book, numeral.value, subject.project)
    beyond = _is_beyond(book, subject, cells, len(own))
    state = PASS if same else FAIL if other and beyond else INFORMATION
    words = {PASS: "，相符", INFORMATION: "，数字不同", FAIL: "，两处数字不能同时成立"}[state]
    said = f"文字称该项目 {numeral.value} 万元，其自评表的预算数、执行数为 {_shown(cells)}"
    figures = (numeral.figure, *figures_of(cells))
    if other:
        said += f"；{numeral.value} 万元是项目“{inside(other['name'])}”的金额"
        figures += _of_value(book, other["project_id"], numeral.value)
    most = max(cell.value for cell in cells)
    return Outcome(state, said + words, numeral.value, most, figures=figures, brief=said)


def _is_beyond(book: Book, subject: _Named, cells: Sequence[Cell], forms: int) -> bool:
    """Whether an amount of this year is more than any of forms whose amounts are all told."""
    if len(cells) < len(_COLUMNS) * forms or _of_other_year(book, subject):
        return False
    return subject.numeral.value > max(cell.value for cell in cells)


def _shown(cells: Sequence[Cell]) -> str:
    return "、".join(dict.fromkeys(cell.text for cell in cells))


def _amounts(book: Book, project_id: str) -> list[Cell]:
    """The budgets and the execution of a form, as far as they can be read."""
    found = []
    for column in _COLUMNS:
        try:
            found.append(book.fund(book.funds_total(project_id), column))
        except FactError:
            continue
    return found


def _is_among(numeral: Numeral, cells: Sequence[Cell]) -> bool:
    """Whether a numeral is one of some amounts, as far as both are written out."""
    return any(abs(cell.value - numeral.value) <= numeral.half_digit + cell.slack for cell in cells)


def _of_other_year(book: Book, subject: _Named) -> bool:
    """Whether the sentence before an amount speaks of another year."""
    years = WORDS.pattern("year_named").findall(subject.before)
    other = WORDS.pattern("other_year").search(subject.before)
    return any(int(year) != book.year for year in years) or other is not None


def _of_value(book: Book, project_id: str, value: Decimal) -> tuple[str, ...]:
    """The first figure of a form's budget or execution that has this value."""
    found = (cell.figures[:1] for cell in _amounts(book, project_id) if cell.value == value)
    return next(found, ())


def _of_another(book: Book, value: Decimal, name: str) -> ProjectsRow | None:
    """The one other project with a budget or an execution of this amount."""
    found = [
        form
        for form in book.project_forms()
        if form["name"] not in ("", name)
        and any(cell.value == value for cell in _amounts(book, form["project_id"]))
    ]
    return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class _Alike(Subject[FunctionsRow]):
    """An item of spending that is called exactly as one project."""

    project_id: str


def _names(row: FunctionsRow) -> set[str]:
    """What an item is called, and what it is used for."""
    return {row["item"], row["usage"].rstrip("。")} - {""}


def _alike(book: Book) -> Iterator[_Alike]:
    every, forms = list(items(book)), [form for form in book.project_forms() if form["name"]]
    for one in every:
        same = [form for form in forms if form["name"] in _names(one.row)]
        if len(same) != 1:
            continue
        if sum(same[0]["name"] in _names(other.row) for other in every) == 1:
            yield _Alike(one.resource, one.row, one.key, one.name, same[0]["project_id"])


@rule("X13", over=_alike)
def item_and_project(book: Book, subject: _Alike) -> Outcome:
    """与项目同名的支出科目，其决算数 ＝ 该项目自评表的全年执行数（财政拨款部分）

    只在科目（或其用途）与唯一一个项目名称完全相同时核对；科目也可能还支付别的事项，所以不同只作说明。
    """
    paid = _paid_by_the_state(book, subject.project_id)
    spent = book.figure(subject, "actual")
    found = adds_up(spent, [paid])
    if found.state != FAIL:
        return found
    apart = f"，相差 {abs(spent.value - paid.value)} 万元"
    said = f"{spent.label} {spent.text}，同名项目执行 {paid.text}{apart}"
    return Outcome(INFORMATION, said, found.left, found.right, found.tolerance, found.figures)


def _paid_by_the_state(book: Book, project_id: str) -> Cell:
    """What a project executed, without other funds."""
    total = book.fund(book.funds_total(project_id), "executed", "项目自评表")
    other = [
        row
        for row in book.funds(project_id)
        if row["source"].startswith(WORDS.words("other_funds"))
    ]
    if not other:
        return total
    return minus(total, book.fund(other[0], "executed", "其他资金"))

"""The names of lines in the prose against those in the statutory tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from juesuan.check.book.book import Book
from juesuan.check.book.columns import short
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Cell, figures_of
from juesuan.check.comparing.compare import FAIL, INFORMATION, PASS, Outcome
from juesuan.check.rule import rule
from juesuan.check.views.names import by_path, is_cut, is_renamed, path_of, plain
from juesuan.check.views.tables import (
    FUNDS,
    LABELS,
    TABLES,
    Coded,
    CodedRow,
    coded_rows,
    is_spent,
    spent_column,
    table6_rows,
)
from juesuan.errors import UnreadableFactError
from juesuan.rows import EconomicRow, FunctionsRow, Table6Row


@dataclass(frozen=True, slots=True)
class _Budget(Subject[FunctionsRow]):
    """A budget whose items the prose lists and whose table the file contains."""

    table: Coded


def _budgets(book: Book) -> list[_Budget]:
    listed = {row["fund"]: row for row in book.facts.rows("functions") if row["level"] == "item"}
    return [
        _Budget("functions", row, fund, LABELS[fund], TABLES[fund])
        for fund, row in listed.items()
        if book.facts.rows(TABLES[fund])
    ]


def _general(book: Book) -> list[_Budget]:
    return [one for one in _budgets(book) if FUNDS[one.table] == "general_public_budget"]


def _others(book: Book) -> list[_Budget]:
    return [one for one in _budgets(book) if FUNDS[one.table] != "general_public_budget"]


@rule("T25", over=_general)
def items_named(book: Book, subject: _Budget) -> Outcome:
    """正文说明的各项科目 ＝ 一般公共预算财政拨款支出决算表的各项科目（名称）

    正文逐项说明的科目和表里列出的科目应当是同样一些。
    """
    return _items_agree(book, subject)


@rule("T30", over=_others)
def fund_items_named(book: Book, subject: _Budget) -> Outcome:
    """正文说明的基金、国资预算科目 ＝ 其决算表的各项科目（名称）

    正文逐项说明的科目和表里列出的科目应当是同样一些。
    """
    return _items_agree(book, subject)


def _items_agree(book: Book, budget: _Budget) -> Outcome:
    found = _compare(book, budget)
    if not found.extra and not found.lacking:
        said = f"正文 {found.listed} 项与{short(budget.table)}的科目名称一致"
        return Outcome(PASS, said)
    if found.extra and (why := book.unread.partly.get(budget.table)):
        raise UnreadableFactError(f"{short(budget.table)}{why}，科目名称暂不核对")
    words = "；".join([*_renamed_words(book, found), *_alone_words(found)])
    figures = figures_of([*_told_cells(book, found), *_table_cells(book, found)])
    return Outcome(FAIL, f"{budget.name}的科目不一致。{words}", figures=figures)


@dataclass(frozen=True, slots=True)
class _Items:
    """The items of the prose beside those of a table, by the paths of their names.

    Attributes:
        table: the table.
        listed: how many the prose lists.
        extra: those of the prose that the table does not have.
        lacking: those of the table with an amount that the prose does not list.
        renamed: of the extra ones, those that are a lacking one whose class has another name.
    """

    table: Coded
    listed: int
    extra: Mapping[str, FunctionsRow]
    lacking: Mapping[str, CodedRow]
    renamed: Mapping[str, str]


def _compare(book: Book, budget: _Budget) -> _Items:
    table, column = budget.table, spent_column(budget.table)
    listed = {path_of(row): row for row in book.functions("item", FUNDS[table])}
    printed = {path: row for path, row in by_path(book, table).items() if row["kind"] == "item"}
    extra = {path: row for path, row in listed.items() if path not in printed}
    lacking = {
        path: row for path, row in printed.items() if path not in listed and is_spent(row, column)
    }
    for path, other in _cut(extra, lacking).items():
        del extra[path], lacking[other]
    return _Items(table, len(listed), extra, lacking, _renamed(extra, lacking))


def _cut(extra: Mapping[str, FunctionsRow], lacking: Mapping[str, CodedRow]) -> dict[str, str]:
    """The lines of the prose that are lines of the table with a name not read to its end."""
    codes = {row["code"]: path for path, row in lacking.items()}
    own = {path: codes[row["code"]] for path, row in extra.items() if row["code"] in codes}
    return {path: other for path, other in own.items() if _is_cut_path(path, other)}


def _is_cut_path(path: str, other: str) -> bool:
    """Whether two paths of names are one, of which names were cut off."""
    names, others = path.split("/"), other.split("/")
    alike = [name == one or is_cut(name, one) for name, one in zip(names, others, strict=False)]
    return len(names) == len(others) and all(alike)


def _renamed(extra: Mapping[str, FunctionsRow], lacking: Mapping[str, CodedRow]) -> dict[str, str]:
    """The lines of the prose that are lines of the table whose class has another name."""
    return {
        path: other
        for path, row in extra.items()
        for other, line in lacking.items()
        if is_renamed(row, other, line["code"])
    }


def _renamed_words(book: Book, found: _Items) -> list[str]:
    """Of each item whose class has another name, both names."""
    rows = coded_rows(book, found.table)
    classes = {row["code"]: row["name"] for row in rows if len(row["code"]) == 3}
    words = []
    for path, other in found.renamed.items():
        told, line = found.extra[path], found.lacking[other]
        said = f"正文为“{told['class']}（类）{told['item']}（项）”，{short(found.table)}为"
        of = classes.get(line["code"][:3], "")
        words.append(f"{said}“{of}”的 {line['code']} {line['name']}")
    return words


def _alone_words(found: _Items) -> list[str]:
    """Which items stand in one of both alone."""
    alone = [row["item"] for path, row in found.extra.items() if path not in found.renamed]
    again = set(found.renamed.values())
    missing = [
        f"{row['code']}{row['name']}" for path, row in found.lacking.items() if path not in again
    ]
    words = [f"正文有而{short(found.table)}没有：{'、'.join(alone)}"] if alone else []
    if missing:
        words.append(f"{short(found.table)}有金额而正文没有：{'、'.join(missing)}")
    return words


def _told_cells(book: Book, found: _Items) -> list[Cell]:
    return [book.function(row, "actual", "") for row in found.extra.values() if row["actual"]]


def _table_cells(book: Book, found: _Items) -> list[Cell]:
    column = spent_column(found.table)
    return [book.printed(found.table, row, column, "") for row in found.lacking.values()]


_GROUPS = {"personnel": "人员经费", "public": "公用经费"}


def _groups(book: Book) -> list[Subject[EconomicRow]]:
    """The groups of economic items that the prose lists, where the file has their table."""
    if not book.facts.rows("table6"):
        return []
    rows = {row["group"]: row for row in book.facts.rows("economic")}
    return [Subject("economic", row, group, _GROUPS[group]) for group, row in rows.items()]


@rule("T26", over=_groups)
def economic_items_named(book: Book, subject: Subject[EconomicRow]) -> Outcome:
    """正文列举的经济分类科目在基本支出决算表中有金额

    正文多写“主要包括”，不必列全，也常用简称；没有列举的科目、表中没有的名称只作说明。
    """
    group = subject.row["group"]
    listed = {
        plain(row["name"]): row["name"]
        for row in book.facts.rows("economic")
        if row["group"] == group
    }
    rows = {plain(row["name"]): row for row in _economic_items(book, group)}
    empty = [rows[name] for name in listed if name in rows and not is_spent(rows[name], "actual")]
    if empty:
        return _without_amount(book, subject.name, empty)
    words = _only_in_one(listed, rows)
    if words:
        return Outcome(INFORMATION, f"{subject.name}：{'；'.join(words)}")
    return Outcome(PASS, f"正文列举的 {len(listed)} 个科目与表6有金额的科目一致")


def _economic_items(book: Book, group: str) -> list[Table6Row]:
    rows = table6_rows(book)
    return [row for row in rows if row["kind"] == "item" and row["group"] == group]


def _without_amount(book: Book, group: str, rows: list[Table6Row]) -> Outcome:
    names = "、".join(row["name"] for row in rows)
    cells = [book.printed("table6", row, "actual", row["name"]) for row in rows if row["actual"]]
    said = f"{group}：正文列举了{names}，表6没有这些科目的金额，两处不能同时成立"
    return Outcome(FAIL, said, figures=figures_of(cells))


def _only_in_one(listed: Mapping[str, str], rows: Mapping[str, Table6Row]) -> list[str]:
    """Names that the table lacks, and lines with an amount that the prose does not list."""
    unknown = [name for plain_name, name in listed.items() if plain_name not in rows]
    unlisted = [
        row["name"] for name, row in rows.items() if name not in listed and is_spent(row, "actual")
    ]
    words = [f"表6没有这样的科目名称：{'、'.join(unknown)}"] if unknown else []
    if unlisted:
        words.append(f"表6有金额而正文没有列举：{'、'.join(unlisted)}")
    return words

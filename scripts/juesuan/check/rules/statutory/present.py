"""Whether all nine statutory tables are there, each with its title and its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from juesuan import terms
from juesuan.check.book.book import Book
from juesuan.check.book.columns import short
from juesuan.check.comparing.compare import FAIL, INFORMATION, PASS, Outcome
from juesuan.check.rule import rule
from juesuan.errors import AbsentFactError, UnreadableFactError

_YEAR = re.compile(r"20\d\d")
_HALF = str.maketrans("：（）", ":()")
_NONE = "所收文件没有九张决算表"


def _texts(book: Book, kind: str) -> dict[str, str]:
    """What the tables print as their title, or as their unit."""
    rows = [row for row in book.facts.rows("texts") if row["kind"] == kind]
    return {row["section"]: row["text"] for row in rows if row["section"].startswith("table")}


@rule("T28")
def nine_tables(book: Book) -> Outcome:
    """九张决算表齐全

    只有文件的每一页、每一张表都读过了，才说缺少哪一张；图片、只有表名的表和没有读出的表，
    不算缺少，注明没有读到。
    """
    titled, every = _texts(book, "title"), terms.statutory_tables()
    missing = [one for one in every if one.id not in titled and not book.facts.table(one.id)]
    unread = [one for one in every if one.id in book.unread.tables]
    absent = [one for one in missing if one not in unread]
    if len(absent) == len(every):
        raise AbsentFactError(_NONE)
    told = "；".join(_not_read(book, unread))
    if absent:
        said = f"文件中没有{_names(absent)}"
        return Outcome(FAIL, f"{said}；{told}" if told else said)
    if unread:
        raise UnreadableFactError(f"{told}，是否齐全暂不判断")
    return Outcome(PASS, "九张决算表齐全")


def _not_read(book: Book, unread: Sequence[terms.StatutoryTable]) -> Iterator[str]:
    """Which tables were not read, those with one reason together."""
    reasons = book.unread.tables
    for why in dict.fromkeys(reasons[one.id] for one in unread):
        yield f"没有读到{_names([one for one in unread if reasons[one.id] == why])}：{why}"


def _names(tables: Sequence[terms.StatutoryTable]) -> str:
    return "、".join(f"《{one.label}》" for one in tables)


@rule("T29")
def titles_and_units(book: Book) -> Outcome:
    """每张决算表都印有计量单位，各表单位相同；表名中的年度和部门与封面相同

    没有单位的金额读不准；表名里的年度、部门写错，多半是沿用了别的文件。
    """
    titles, printed = _texts(book, "title"), _texts(book, "unit")
    if not titles:
        raise AbsentFactError(_NONE)
    units = {table: _unit(printed.get(table, "")) for table in sorted(titles)}
    return _of_another_year(book, titles) or _of_units(units)


def _of_another_year(book: Book, titles: Mapping[str, str]) -> Outcome | None:
    for table in sorted(titles):
        if any(int(year) != book.year for year in _YEAR.findall(titles[table])):
            said = f"{short(table)}的表名为“{titles[table]}”，封面为 {book.year} 年度"
            return Outcome(FAIL, f"{said}，两处年度不一致", brief=said)
    return None


def _of_units(units: Mapping[str, str]) -> Outcome:
    lacking = [short(table) for table, unit in units.items() if not unit]
    if lacking:
        return Outcome(FAIL, f"{'、'.join(lacking)}没有印计量单位")
    if len(set(units.values())) > 1:
        said = "、".join(f"{short(table)}为{unit}" for table, unit in units.items())
        return Outcome(INFORMATION, f"各表计量单位不同：{said}")
    return Outcome(PASS, f"{len(units)} 张表均印有计量单位{next(iter(units.values()))}")


def _unit(text: str) -> str:
    return terms.stated_unit(text.translate(_HALF))

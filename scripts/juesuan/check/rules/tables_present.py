"""Whether all nine statutory tables are there, each with its title and its unit."""

from __future__ import annotations

import re
from collections.abc import Mapping

from juesuan import terms
from juesuan.check.book import Book
from juesuan.check.compare import FAIL, INFORMATION, PASS, Outcome
from juesuan.check.rule import rule
from juesuan.check.tables import short
from juesuan.errors import AbsentFactError

_YEAR = re.compile(r"20\d\d")
_NONE = "所收文件没有九张决算表"


def _texts(book: Book, kind: str) -> dict[str, str]:
    """What the tables print as their title, or as their unit."""
    rows = [row for row in book.facts.rows("texts") if row["kind"] == kind]
    return {row["section"]: row["text"] for row in rows if row["section"].startswith("table")}


@rule("T28")
def nine_tables(book: Book) -> Outcome:
    """九张决算表齐全"""
    titled, every = _texts(book, "title"), terms.statutory_tables()
    missing = [one for one in every if one.id not in titled and not book.facts.table(one.id)]
    if len(missing) == len(every):
        raise AbsentFactError(_NONE)
    if missing:
        return Outcome(FAIL, f"文件中没有{'、'.join(f'《{one.label}》' for one in missing)}")
    return Outcome(PASS, "九张决算表齐全")


@rule("T29")
def titles_and_units(book: Book) -> Outcome:
    """每张决算表都印有计量单位，各表单位相同；表名中的年度和部门与封面相同"""
    titles, printed = _texts(book, "title"), _texts(book, "unit")
    if not titles:
        raise AbsentFactError(_NONE)
    units = {table: _unit(printed.get(table, "")) for table in sorted(titles)}
    return _of_another_year(book, titles) or _of_units(units)


def _of_another_year(book: Book, titles: Mapping[str, str]) -> Outcome | None:
    for table in sorted(titles):
        if any(int(year) != book.year for year in _YEAR.findall(titles[table])):
            said = f"{short(table)}的表名为“{titles[table]}”，封面为 {book.year} 年度"
            return Outcome(FAIL, f"{said}，两处年度不一致")
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
    match = terms.words("statutory").pattern("unit").search(text.replace("：", ":"))
    return match["unit"] if match else ""

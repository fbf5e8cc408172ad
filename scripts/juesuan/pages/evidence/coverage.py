"""What of a disclosure is in its package, and why the rest is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from markupsafe import Markup

from juesuan import terms
from juesuan.check import Unread
from juesuan.pages.evidence.confidential import CALLED, Number, called, confidential, plain
from juesuan.rows import TypedTables

State = Literal["已收录", "不适用", "涉密", "未收录", "未公开", "未读出"]

FORMS = "项目支出绩效自评表"

SECRET = CALLED

_NOT_ASKED = (
    "duties",
    "organisation",
    "work",
    "general_spending",
    "appropriation_expenditure",
    "other_matters",
    "performance",
    "other",
)
"""Sections that are no part of the figures."""


class Part(NamedTuple):
    """A part of a disclosure: whether it is in the package, and why not or how much of it."""

    label: str
    state: State
    note: str


def coverage(tables: TypedTables, number: Number = plain, text: str = "") -> list[Part]:
    """Every part of a disclosure.

    Args:
        tables: of its package; of resources only ``measures``, ``texts``, ``projects`` and the
            statutory tables are asked for.
        number: shows a number that a note tells.
        text: of the source, whose words a note quotes; empty where it is not at hand.
    """
    return [*_sections(tables), _forms(tables), *_secret(tables, number, text), _statutory(tables)]


def _sections(tables: TypedTables) -> Iterator[Part]:
    """The sections of the prose that state figures."""
    printed = {row["section"].split(".")[0] for row in tables.rows("measures")}
    empty = {row["section"]: row["text"] for row in tables.rows("texts") if row["kind"] == "empty"}
    for section in terms.sections().values():
        if section.part or section.within or section.id in _NOT_ASKED:
            continue
        said = empty.get(section.id)
        note = "" if said is None else f"原文：{said}"
        if section.id in printed:
            yield Part(section.label, "已收录", note)
        elif said is not None:
            yield Part(section.label, "不适用", note)
        else:
            yield Part(section.label, "未公开", "原文没有这一节或没有数字")


def _forms(tables: TypedTables) -> Part:
    """The performance forms of projects."""
    kinds = Counter(row["kind"] for row in tables.rows("projects"))
    if kinds["project"]:
        return Part(FORMS, "已收录", f"{kinds['project']} 张")
    told = f"；正文概述了 {kinds['summary']} 个项目的自评结果" if kinds["summary"] else ""
    return Part(FORMS, "未收录", f"所收文件没有附自评表{told}")


def _secret(tables: TypedTables, number: Number, text: str) -> Iterator[Part]:
    """Confidential projects, where the source states some: by its words, with its numbers."""
    if told := confidential(tables.rows("measures"), number):
        yield Part(SECRET, "涉密", Markup("原文列出{}：{}").format(called(text), told))


def _statutory(tables: TypedTables) -> Part:
    """The nine statutory tables."""
    unread = Unread(tables).tables
    found = [name for name in statutory_names(tables) if name not in unread]
    silent = "；".join(_not_read(unread))
    if found:
        note = f"{len(found)} 张"
        return Part("九张决算报表", "已收录", f"{note}；{silent}" if silent else note)
    if unread:
        return Part("九张决算报表", "未读出", silent)
    if any(row["kind"] == "statutory_table" for row in tables.rows("texts")):
        return Part("九张决算报表", "未收录", "原文称见附表，附表不在所收文件内")
    return Part("九张决算报表", "未公开", "")


def _not_read(unread: Mapping[str, str]) -> Iterator[str]:
    """What of the tables was not read, and why, in words."""
    for why in dict.fromkeys(unread.values()):
        names = [one.label for one in terms.statutory_tables() if unread.get(one.id) == why]
        yield f"没有读出{'、'.join(f'《{name}》' for name in names)}：{why}"


def statutory_names(tables: TypedTables) -> list[str]:
    """Names of the statutory tables that are there, or whose note says that they are empty."""
    noted = {row["section"] for row in tables.rows("texts")}
    return [one.id for one in terms.statutory_tables() if tables.table(one.id) or one.id in noted]

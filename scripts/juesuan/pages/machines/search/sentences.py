"""What a disclosure says in sentences: of projects who ran them and what came of them, and texts.

They are found by their words where nothing is called as it is asked for. Indicators without words
are found by their names (``indicators``), reasons of amounts with these (``passages``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from juesuan.pages import addresses
from juesuan.pages.evidence.figures import grouped
from juesuan.pages.machines.search.cutting import shortened
from juesuan.pages.store.questions import Where
from juesuan.pages.store.store import Store
from juesuan.rows import DisclosureRow, IndicatorsRow, ProjectFundsRow, ProjectsRow

TOGETHER = 2_400
"""Characters that are told in one piece."""

PIECES = 16
"""Pieces of one disclosure: of what it has more, the first are found."""

_SHOWN = 120
"""Characters of a sentence that are told; the page has the whole."""

_ENDS = re.compile(r"(?<=[。；;！？])")

_KINDS = ("duty", "achievement", "problem", "improvement", "spending_content", "vehicle_note")
"""Kinds of texts; titles of tables and notes that there is nothing say nothing."""

Owner = tuple[str, str, list[str]]
"""The name of a project, or none, the address below its disclosure, and the sentences."""


def owners(store: Store, about: DisclosureRow) -> list[Owner]:
    """The sentences of a disclosure, by what they are about: projects first."""
    own = store.of(about["disclosure_id"])
    return [*_of_projects(own), *_of_texts(own)]


def _of_projects(own: Where) -> Iterator[Owner]:
    reasons: dict[str, list[IndicatorsRow]] = {}
    for row in own.rows("indicators"):
        if row["reason"] and row["level3"]:
            reasons.setdefault(row["project_id"], []).append(row)
    totals = filter(lambda row: row["source"] == "total", own.rows("project_funds"))
    money = {row["project_id"]: row for row in totals}
    for number, form in enumerate(own.rows("projects"), start=1):
        one = form["project_id"]
        said = [*_of_form(form, money.get(one)), *_explained(reasons.get(one, ()))]
        if said:
            yield form["name"] or "", f"{addresses.forms(number)}#{one}", said


def _of_texts(own: Where) -> Iterator[Owner]:
    texts = [row for row in own.rows("texts") if row["kind"] in _KINDS]
    for kind, rows in groupby(texts, key=lambda row: row["kind"]):
        yield "", f"#{kind}", [f"“{one}”" for row in rows for one in _sentences(row["text"])]


def _of_form(form: ProjectsRow, money: ProjectFundsRow | None) -> Iterator[str]:
    """What it had and spent, who carried it out, and its goals in sentences."""
    who = [("由", form["implementer"], "实施"), ("主管部门是", form["supervisor"], "")]
    told = [*_numbers(form, money)]
    told += [f"{before}{name}{behind}" for before, name, behind in who if name]
    if told and form["kind"] != "overall":
        yield "，".join(told) + "。"
    goals = (("年度目标", form["expected_goal"]), ("完成情况", form["actual_goal"]))
    yield from (f"{called}：“{one}”" for called, goal in goals for one in _sentences(goal))


def _numbers(form: ProjectsRow, money: ProjectFundsRow | None) -> Iterator[str]:
    """Its budget, execution and score, as far as they are printed."""
    if money and money["annual_budget"]:
        yield f"全年预算数 {grouped(money['annual_budget'])} 万元"
    if money and money["executed"]:
        yield f"全年执行 {grouped(money['executed'])} 万元"
    if form["total_score"]:
        yield f"自评总分 {form['total_score']} 分"


def _explained(rows: Sequence[IndicatorsRow]) -> Iterator[str]:
    """What explains that a target was missed, or exceeded; the same words once."""
    for words, some in groupby(rows, key=lambda row: row["reason"]):
        row, *more = some
        results = [("目标 ", row["target"]), ("自评完成 ", row["actual"])]
        told = "，".join(f"{called}{value.lstrip('=＝')}" for called, value in results if value)
        name = f"指标“{row['level3']}”" + (f"等 {len(more) + 1} 个" if more else "")
        yield f"{name}（{told}）的说明：“{shortened(words, _SHOWN)}”"


def _sentences(text: str | None) -> Iterator[str]:
    """The sentences of a text, short ones together."""
    said = ""
    for one in _ENDS.split(" ".join((text or "").split())):
        if said and len(said) + len(one) > _SHOWN:
            yield shortened(said, _SHOWN)
            said = ""
        said += one
    if said:
        yield shortened(said, _SHOWN)


def parted(every: Sequence[Owner]) -> Iterator[list[Owner]]:
    """Sentences as pieces of about so many characters; those of one owner may go on in the next."""
    part: list[Owner] = []
    size, made = 0, 0
    for name, page, said in every:
        left = said
        while left and made < PIECES:
            fitting = _fitting(left, TOGETHER - size)
            part.append((name, page, left[:fitting]))
            size += sum(map(len, left[:fitting]))
            left = left[fitting:]
            if left or size >= TOGETHER:
                yield part
                part, size, made = [], 0, made + 1
    if part and made < PIECES:
        yield part


def _fitting(said: Sequence[str], room: int) -> int:
    """How many of some sentences have room; at least one."""
    size = 0
    for number, one in enumerate(said):
        size += len(one)
        if size > room and number:
            return number
    return len(said)


def words(part: Sequence[Owner]) -> list[str]:
    """The texts of a piece: names and sentences."""
    return [text for name, _, said in part for text in (name, *said)]

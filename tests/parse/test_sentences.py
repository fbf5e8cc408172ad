"""Sentences as departments may word them, one by one, each alone in its section.

``sentences/sentences.txt`` has them below their headings. A figure stands in brackets with its
measures and, where that is not ``actual``, its columns; several that are right are joined by ``|``,
``?`` stands for no cell, ``prose`` and ``reference`` as in :mod:`tests.parse.test_provinces`. A
value with a minus sign is printed without it.

``sentences/not_measures.txt`` has sentences that look as if they told a measure. A figure that is
``not`` one may stay unread, or within a text, and is never bound.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

from juesuan.model import Figure
from juesuan.parse.prose.lexer.numerals import numerals
from tests.parse.test_provinces import JUDGED, Answer, Result, compare, digits
from tests.sensitivity import read

FILE = Path(__file__).parent / "sentences" / "sentences.txt"
NOT_MEASURES = FILE.with_name("not_measures.txt")
ORGANISATION = "二、机构设置"
HEAD = "青砚县档案馆2023年度部门决算\n第一部分 部门概况\n一、主要职责\n负责档案工作。\n"
BEFORE = f"{HEAD}{ORGANISATION}\n无下属单位。\n第三部分 2023年度部门决算情况说明\n"
COLUMNS = frozenset(
    {"share_pct", "prior_year", "change", "change_pct", "initial_budget", "annual_budget",
     "variance", "variance_pct", "completion_pct", "actual"}
)  # fmt: skip


def sentences(file: Path = FILE) -> Iterator[tuple[str, str]]:
    """Each sentence with its heading."""
    heading = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ")
        else:
            yield heading, line


def answered(heading: str, marked: str) -> tuple[str, tuple[Answer, ...]]:
    """The document of a sentence, and the answers that its brackets give."""
    text = f"{HEAD}{heading}\n" if heading == ORGANISATION else f"{BEFORE}{heading}\n"
    answers, at = [], 0
    for match in re.finditer(r"\[(-?)([\d.]+)\|([^\]]+)\]", marked):
        text += marked[at : match.start()]
        parts = match[3].split("|")
        columns = frozenset(parts) & COLUMNS or frozenset({"actual"})
        measures = frozenset(parts) - COLUMNS
        value = Decimal(match[1] + match[2])
        named = not measures <= {"?", "prose", "reference"}
        answers.append(Answer(len(text), match[2], measures, columns, value if named else None))
        text, at = text + match[2], match.end()
    return f"{text}{marked[at:]}\n", tuple(answers)


@cache
def results() -> tuple[tuple[str, Result], ...]:
    made = ((marked, *answered(heading, marked)) for heading, marked in sentences())
    return tuple(
        (marked, compare(answers, read(text, "made-2023"))) for marked, text, answers in made
    )


def test_every_amount_of_a_sentence_has_its_answer() -> None:
    for _, marked in sentences():
        left = numerals(re.sub(r"\[[^\]]*\]", "", marked))
        assert [one for one in left if one.unit == "万元" and one.value] == [], marked


def test_no_figure_is_lost_or_in_a_wrong_cell() -> None:
    for marked, result in results():
        assert (result.of("lost"), result.of("wrong"), result.invented) == ([], [], ()), marked


def test_nearly_all_are_read() -> None:
    found = Counter(fate for _, result in results() for _, _, fate in result.fates)
    unread = [result.of("unread") for _, result in results() if result.of("unread")]
    assert found["right"] >= Decimal("0.98") * found.total(), unread


def taken(heading: str, marked: str) -> list[tuple[str, Figure]]:
    """The figures of a sentence that are not measures and are bound all the same."""
    text, answers = answered(heading, marked)
    found = {digits(one): one for one in read(text, "made-2023").figures if one.resource in JUDGED}
    wrong = [one for one in answers if "not" in one.measures and one.start in found]
    return [(one.printed, found[one.start]) for one in wrong if found[one.start].status == "bound"]


def test_what_only_looks_like_a_measure_is_not_bound() -> None:
    marked = list(sentences(NOT_MEASURES))
    assert sum("|not]" in one for _, one in marked) > 150
    assert [(one, *taken(heading, one)) for heading, one in marked if taken(heading, one)] == []

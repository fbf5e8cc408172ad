"""Notes among the prose."""

from __future__ import annotations

import re

import pytest

from juesuan.model import Facts
from tests.conftest import document_of
from tests.made import ACCOUNTS, disclosure, understood

OTHER = "其他收入10.00万元，占10.00%。\n"
BEFORE = "三、支出决算情况说明\n本年"


def read(note: str, cited: str = "", place: str = "其他收入10.00万元") -> Facts:
    """The made disclosure with lines at the end of a section, perhaps referred to behind a place."""
    accounts = ACCOUNTS.replace(OTHER, OTHER.replace(place, place + cited)).replace(
        BEFORE, f"{note}\n{BEFORE}"
    )
    assert accounts.count(note) == 1
    return understood(document_of(disclosure(accounts=accounts)))


def measures(facts: Facts) -> set[tuple[str, str, str]]:
    return {(row["section"], row["measure"], row["actual"]) for row in facts.rows("measures")}


def noted(facts: Facts) -> list[str]:
    return [row["text"] for row in facts.rows("texts") if row["kind"] == "note"]


PLAIN = measures(understood(document_of(disclosure())))


@pytest.mark.slow
@pytest.mark.parametrize(
    "note",
    [
        "注：含年初结转和结余3.17万元", "备注：其中财政拨款收入3.17万元，占2%。", "说明：其中：财政拨款收入3.17万元，占2%。",
        "（注：年初结转和结余3.17万元）", "注2：事业收入3.17万元", "【注】事业收入3.17万元", "附注：事业收入3.17万元", "* 事业收入3.17万元",
        "＊年初结转和结余3.17万元", "*年初结转和结余3.17万元", "[1]年初结转和结余3.17万元", "³ 事业收入3.17万元", "※事业收入3.17万元",
        "①事业收入3.17万元", "以上为决算数。注：事业收入3.17万元。",
    ],
)  # fmt: skip
def test_a_note_is_a_text_and_its_figures_are_those_of_no_measure(note: str) -> None:
    facts = read(note, "*" if note[0] == "*" else "")
    assert measures(facts) == PLAIN
    (text,) = noted(facts)
    assert "3.17万元" in text
    (figure,) = (one for one in facts.figures if one.text == "3.17")
    assert (figure.status, figure.resource) == ("prose", "texts")


@pytest.mark.slow
@pytest.mark.parametrize("mark", ["①", "(2)", "（2）", "*", "[1]", "¹", "注1"])
@pytest.mark.parametrize("place", ["其他收入10.00", "其他收入10.00万元"])
def test_a_reference_to_a_note_is_no_part_of_the_text(mark: str, place: str) -> None:
    _refers(mark, place)


@pytest.mark.slow
@pytest.mark.parametrize("mark", ["①", "[1]", "¹", "注1"])
def test_a_reference_before_a_number_is_none_of_it(mark: str) -> None:
    _refers(mark, "其他收入")


def _refers(mark: str, place: str) -> None:
    facts = read(
        f"{mark}：事业收入3.17万元" if mark == "注1" else f"{mark} 事业收入3.17万元", mark, place
    )
    assert noted(facts)
    assert measures(facts) == PLAIN


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "measure"),
    [
        ("①事业收入3.17万元。\n②经营收入2.29万元。", "revenue.undertaking"), ("(1)事业收入3.17万元", "revenue.undertaking"),
        ("* 事业收入3.17万元", "revenue.undertaking"), ("**事业收入3.17万元**", "revenue.undertaking"),
        ("收入说明：事业收入3.17万元", "revenue.undertaking"), ("1事业收入3.17万元", "revenue.undertaking"),
    ],
)  # fmt: skip
def test_points_of_lists_and_bold_lines_are_none(line: str, measure: str) -> None:
    facts = read(line)
    assert ("revenue", measure, "3.17") in measures(facts) and not noted(facts)


def test_an_explanation_that_is_the_whole_section_is_none() -> None:
    accounts = ACCOUNTS.replace("本年收入100.00万元，其中", "说明：本年收入100.00万元，其中")
    facts = understood(document_of(disclosure(accounts=accounts)))
    assert measures(facts) == PLAIN and not noted(facts)


def test_a_number_begins_a_note_where_a_raised_one_refers_to_it() -> None:
    facts = read("1事业收入3.17万元", "¹")
    assert measures(facts) == PLAIN and noted(facts) == ["1事业收入3.17万元"]
    facts = read("1辆车，事业收入3.17万元", "¹")
    assert not noted(facts)


@pytest.mark.parametrize(
    "first", ["注：1.年初结转和结余3.17万元。", "注：\n1.年初结转和结余3.17万元。"]
)
def test_further_points_of_a_list_of_notes_belong_to_it(first: str) -> None:
    facts = read(f"{first}\n2.事业收入2.29万元。\n4.经营收入1.00万元。")
    assert noted(facts) == ["注：1.年初结转和结余3.17万元。2.事业收入2.29万元"]
    assert measures(facts) - PLAIN == {("revenue", "revenue.operating", "1.00")}


def wrapped(text: str) -> str:
    """A text whose lines are broken at a width."""
    return re.sub(r"([^\n\t]{32})(?=[^\n\t])", r"\1\n", text)


def test_a_note_goes_on_in_the_next_line_where_lines_are_broken_at_a_width() -> None:
    note = "注：以前年度安排、按照规定在本年度继续使用的资金也在内，其中：年初结转和结余3.17万元。\n经营收入1.00万元。\n"
    accounts = wrapped(ACCOUNTS.replace(BEFORE, note + BEFORE))
    facts = understood(document_of(disclosure(accounts=accounts)))
    assert len(noted(facts)) == 1 and noted(facts)[0].endswith("年初结转和结余3.17万元")
    assert measures(facts) - PLAIN == {("revenue", "revenue.operating", "1.00")}


def test_a_note_is_one_line_where_lines_are_broken_at_none() -> None:
    facts = read("注：以前年度安排的资金也在内\n经营收入1.00万元。")
    assert noted(facts) == ["注：以前年度安排的资金也在内"]
    assert measures(facts) - PLAIN == {("revenue", "revenue.operating", "1.00")}


def test_a_sentence_goes_on_behind_the_note_that_breaks_it() -> None:
    accounts = ACCOUNTS.replace(
        "其他收入10.00万元，占10.00%。\n三、",
        "其他收入10.00¹\n¹事业收入3.17万元。\n万元，占10.00%。\n三、",
    )
    facts = understood(document_of(disclosure(accounts=accounts)))
    assert measures(facts) == PLAIN and noted(facts) == ["¹事业收入3.17万元"]

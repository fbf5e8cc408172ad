"""All sections of figures."""

from juesuan.parse.claims import Draft
from juesuan.parse.prose.narrative import read_narrative
from juesuan.parse.prose.sections.outline import Outline, Part
from juesuan.parse.view import View


def view(text: str, at: int = 0) -> View:
    return View(text, tuple(range(at, at + len(text))))


def read(head: str, *parts: tuple[str, str]) -> Draft:
    draft = Draft()
    draft.add("disclosure", fiscal_year="2024")
    bodies = tuple(Part(section, view(""), view(body, 1000)) for section, body in parts)
    read_narrative(Outline(view(head), bodies, None), draft, head)
    return draft


def test_each_section_has_its_rows() -> None:
    draft = read("", ("overview", "收入总计5.00万元。"), ("revenue", "本年收入4.00万元。"))
    found = [(row["section"], row["measure"], row["actual"]) for row in draft.rows("measures")]
    assert found == [("overview", "revenue.total", "5.00"), ("revenue", "revenue.current", "4.00")]


def test_sections_that_are_lists_have_no_figures() -> None:
    draft = read("", ("duties", "收入总计5.00万元。"), ("glossary", "收入总计5.00万元。"))
    assert draft.rows("measures") == []


def test_the_amount_of_the_year_before_follows_from_the_change() -> None:
    row = read("", ("overview", "收入总计5.00万元,比上年减少1.125万元。")).rows("measures")[0]
    assert (row["prior_year"], row["prior_year_derived"]) == ("", "6.125")
    row = read("", ("overview", "收入总计5.00万元。")).rows("measures")[0]
    assert row["prior_year_derived"] == ""


def test_numerals_of_the_head_are_references_unless_they_have_a_unit_or_are_amounts() -> None:
    text = "2024年度部门决算12经费5.00万元\n合计\n9.60\n1,008.94\n"
    draft = read(text)
    covered = {place for start, end in draft.references for place in range(start, end)}
    left = "".join(text[i] for i in range(len(text)) if i not in covered)
    assert left == "2024年度5.00万元9.601,008.94"


def test_the_staff_told_among_the_duties() -> None:
    draft = Draft()
    draft.add("disclosure", fiscal_year="2024")
    duties = Part("duties", view(""), view("负责甲。"), staff=(view("在职人员12人", 2000),))
    read_narrative(Outline(view(""), (duties,), None), draft, "")
    found = [(row["section"], row["measure"], row["actual"]) for row in draft.rows("measures")]
    assert found == [("organisation", "headcount.serving", "12")]

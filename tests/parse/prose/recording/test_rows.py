"""The row of a subject."""

from juesuan import terms
from juesuan.parse.claims import Draft
from juesuan.parse.prose.lexer.events import Subject
from juesuan.parse.prose.recording.rows import OfLine, OfMeasure, target

FUND = "general_public_budget"


def line(*names: str, number: str = "") -> Subject:
    padded = (*names, "", "")
    return Subject(names=(padded[0], padded[1], padded[2]), number=number)


def test_a_measure_has_one_row_in_a_section() -> None:
    draft, subject = Draft(), Subject(terms.measures()["revenue.total"])
    first = target("overview", subject, FUND, draft)
    assert isinstance(first, OfMeasure)
    assert target("overview", subject, FUND, draft).row is first.row
    assert (first.row["label"], first.row["unit"], first.name) == ("收入总计", "万元", "收入总计")
    assert target("revenue", subject, FUND, draft).row is not first.row


def test_points_of_a_section_share_its_rows() -> None:
    draft, subject = Draft(), Subject(terms.measures()["general_budget.expenditure"])
    row = target("general_budget_total", subject, FUND, draft).row
    assert target("general_budget_items", subject, FUND, draft).row is row


def test_names_are_published_as_text_is() -> None:
    subject = line("公共安全支出", "检察(某)", '"两房"建设')
    row = target("general_budget_items", subject, FUND, Draft()).row
    assert (row["subclass"], row["item"]) == ("检察（某）", "“两房”建设")


def test_a_line_is_known_by_number_and_names() -> None:
    draft = Draft()
    first = target(
        "general_budget_items", line("教育支出", "普通教育", "其他", number="1"), FUND, draft
    )
    again = target(
        "general_budget_items", line("教育支出", "普通教育", "其他", number="2"), FUND, draft
    )
    assert isinstance(first, OfLine)
    assert again.row is not first.row
    assert first.name == "其他"
    assert [row["position"] for row in draft.rows("functions")] == ["1", "2"]
    assert draft.remarks == []


def test_a_line_without_number_is_known_by_its_names() -> None:
    draft = Draft()
    first = target("general_budget_items", line("教育支出", number="1"), FUND, draft)
    assert target("general_budget_items", line("教育支出"), FUND, draft).row is first.row
    assert (
        target("government_fund", line("教育支出"), "government_fund", draft).row is not first.row
    )


def test_a_number_that_is_printed_twice_is_remarked() -> None:
    draft = Draft()
    target("general_budget_items", line("教育支出", "普通教育", "甲", number="1"), FUND, draft)
    other = target(
        "general_budget_items", line("教育支出", "普通教育", "乙", number="1"), FUND, draft
    )
    assert isinstance(other, OfLine)
    assert other.row["position"] == "2"
    assert draft.remarks == [
        "general_budget_items: number 1 is printed twice, the second time at 乙"
    ]


def test_names_are_published_with_full_width_brackets() -> None:
    draft = Draft()
    found = target("general_budget_items", line("政府办公厅(室)事务"), FUND, draft)
    assert isinstance(found, OfLine)
    assert found.row["class"] == "政府办公厅（室）事务"
    assert found.row["level"] == "class"

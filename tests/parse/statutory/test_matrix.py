"""Three public expenditures."""

from __future__ import annotations

from tests.parse.statutory.test_read import read


def test_a_second_row_of_the_matrix_is_published_as_text() -> None:
    head = ["预算数|<|决算数|<", "合计|公务接待费|合计|公务接待费"]
    draft = read(
        "财政拨款“三公”经费支出决算表",
        "单位：万元",
        [*head, "2.00|2.00|1.50|1.50", "3.00|3.00|3.00|3.00"],
    )
    assert "2 rows of figures; the first is read" in draft.remarks[-1]
    assert [row["text"] for row in draft.rows("texts") if row["kind"] == "unread_row"] == [
        "3.00"
    ] * 4
    assert {row["measure"]: row["actual"] for row in draft.rows("table7")} == {
        "three_public.total": "1.50", "three_public.reception": "1.50",
    }  # fmt: skip


def test_a_heading_of_the_matrix_without_budget_or_actual_is_told() -> None:
    head = ["预算数|<|其他", "合计|公务接待费|某数"]
    draft = read("财政拨款“三公”经费支出决算表", "单位：万元", [*head, "2.00|2.00|1.50"])
    assert "the heading 其他/某数 is not known" in draft.remarks[-1]


def test_of_two_columns_that_are_headed_alike_the_first_is_read_and_the_second_told() -> None:
    head = ["预算数|<|决算数|<", "公务接待费|公务接待费|合计|公务接待费"]
    draft = read("财政拨款“三公”经费支出决算表", "单位：万元", [*head, "2.00|3.00|1.50|1.50"])
    found = {row["measure"]: (row["budget"], row["actual"]) for row in draft.rows("table7")}
    assert found["three_public.reception"] == ("2.00", "1.50")
    assert "is bound already" in draft.remarks[-1]
    assert [row["text"] for row in draft.rows("texts") if row["kind"] == "unread_row"] == ["3.00"]

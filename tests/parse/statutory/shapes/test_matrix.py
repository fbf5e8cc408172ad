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


def test_of_two_columns_that_are_headed_alike_the_first_is_read_where_the_sums_confirm_it() -> None:
    head = ["预算数|<|<|决算数|<", "合计|公务接待费|公务接待费|合计|公务接待费"]
    table = ["财政拨款“三公”经费支出决算表", "单位：万元"]
    draft = read(*table, [*head, "2.00|2.00|3.00|1.50|1.50"])
    found = {row["measure"]: (row["budget"], row["actual"]) for row in draft.rows("table7")}
    assert found["three_public.reception"] == ("2.00", "1.50")
    assert any("bound already" in remark for remark in draft.remarks)
    draft = read(*table, [*head, "2.00|1.00|2.00|1.50|1.50"])
    assert not draft.rows("table7") and any("do not stand above" in one for one in draft.remarks)


def test_an_expenditure_without_a_phase_that_others_have_must_be_confirmed_by_the_sums() -> None:
    head = [
        "合计|因公出国（境）费|公务用车购置及运行费|公务接待费|||",
        "预算数|决算数|预算数|决算数|预算数|决算数|",
    ]
    draft = read(
        "财政拨款“三公”经费支出决算表", "单位：万元", [*head, "3.00|2.76|1.50|2.40|1.50|0.36|"]
    )
    assert not draft.rows("table7") and any("do not stand above" in one for one in draft.remarks)


def test_a_row_for_each_expenditure_is_read_like_a_column_for_each() -> None:
    draft = read(
        "财政拨款“三公”经费支出决算表",
        "单位：万元",
        [
            "项目|行次|预算数|决算数", "“三公”经费合计|1|7.25|6.10", "1.因公出国（境）费|2||-",
            "2.公务用车购置及运行维护费|3|5.25|4.80", "（1）公务用车购置费|4||",
            "（2）公务用车运行维护费|5|5.25|4.80", "3.公务接待费|6|2.00|1.30", "会议费|7|1.00|0.90",
        ],
    )  # fmt: skip
    found = {
        row["measure"].removeprefix("three_public."): (row["label"], row["budget"], row["actual"])
        for row in draft.rows("table7")
    }
    assert found == {
        "total": ("合计", "7.25", "6.10"), "abroad": ("因公出国（境）费", "", ""),
        "vehicles": ("公务用车购置及运行维护费", "5.25", "4.80"),
        "vehicle_purchase": ("公务用车购置费", "", ""),
        "vehicle_running": ("公务用车运行维护费", "5.25", "4.80"),
        "reception": ("公务接待费", "2.00", "1.30"),
    }  # fmt: skip
    assert "the row 会议费 is not known; its figures are unread" in draft.remarks[0]
    assert "0.90" not in [claim.value for claim in draft.claims]

"""Whose change is told behind a part that is named in passing: the amounts decide."""

import pytest

from juesuan.parse.prose.lexer.events import Figure
from tests.parse.prose.walk.test_grammar import figures, read

WHOLE = "收入总计1,000.00万元,其中"


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("年初结转和结余50.00万元,较上年增加200.00万元,增长25.00%。", "revenue.total"),
        ("年初结转和结余50.00万元,较上年增加200.00万元。", "revenue.total"),
        ("年初结转和结余50.00万元,较上年增加10.00万元,增长25.00%。", "carryover.opening"),
        ("年初结转和结余50.00万元,较上年增加10.00万元。", "carryover.opening"),
    ],
)
def test_of_the_whole_or_of_its_part(text: str, measure: str) -> None:
    changes = [one for one in figures("overview", WHOLE + text) if one[1].startswith("change")]
    assert changes
    assert {one[0] for one in changes} == {measure}


def test_a_rate_before_its_amount_tells_the_same() -> None:
    text = WHOLE + "年初结转和结余50.00万元,较上年增长25.00%,增加200.00万元。"
    changes = [one for one in figures("overview", text) if one[1].startswith("change")]
    assert [one[:2] for one in changes] == [
        ("revenue.total", "change_pct"),
        ("revenue.total", "change"),
    ]


@pytest.mark.parametrize(("rate", "measure"), [("25.00", "total"), ("30.00", "undertaking")])
def test_without_words_only_one_amount_proves_whose_change_it_is(rate: str, measure: str) -> None:
    text = f"收入总计1,000.00万元,事业收入50.00万元。较上年增加200.00万元,增长{rate}%。"
    changes = [one for one in figures("overview", text) if one[1].startswith("change")]
    assert {one[0] for one in changes} == {f"revenue.{measure}"}


def test_another_sentence_has_no_whole() -> None:
    text = WHOLE + ":本年收入900.00万元。年初结转和结余50.00万元,较上年增加200.00万元。"
    assert figures("overview", text)[-1] == ("carryover.opening", "change", "200.00")


def test_amounts_in_different_units_are_not_compared() -> None:
    text = WHOLE + "年初结转和结余50.00万元,较上年增加2000000.00元。"
    assert figures("overview", text)[-1][0] == "carryover.opening"


def test_a_budget_without_a_subject_is_of_what_was_spent_so() -> None:
    text = (
        "一般公共预算财政拨款支出9.00万元。(二)教育支出5.00万元。"
        "(三)年初预算8.00万元,支出决算9.00万元。"
    )
    found = [one for one in figures("general_budget", text) if "initial_budget" in one]
    assert [one[0] for one in found] == ["general_budget.expenditure"]


def test_a_budget_of_which_no_amount_tells_the_subject_is_not_read() -> None:
    text = "一般公共预算财政拨款支出9.00万元。(三)年初预算8.00万元,支出决算7.00万元。"
    assert not [one for one in figures("general_budget", text) if "initial_budget" in one]


BUDGET = '"三公"经费预算为20.00万元,其中:公务接待费9.00万元,公务用车运行维护费11.00万元'


def test_the_parts_of_a_budget_are_budgets() -> None:
    assert {one[1] for one in figures("three_public", f"{BUDGET}。")} == {"annual_budget"}


@pytest.mark.parametrize(
    "text",
    [
        '"三公"经费预算为20.00万元。其中:公务接待费9.00万元。',
        '"三公"经费预算为20.00万元,其中:公务接待费支出决算9.00万元。',
        '"三公"经费决算20.00万元,预算25.00万元,其中:公务接待费9.00万元。',
        '"三公"经费预算为20.00万元,公务接待费9.00万元。',
    ],
)
def test_what_was_spent_is_no_part_of_a_budget(text: str) -> None:
    assert figures("three_public", text)[-1] == ("three_public.reception", "actual", "9.00")


def test_behind_its_parts_what_was_spent_is_told() -> None:
    found = figures("three_public", f"{BUDGET}。公务接待费8.00万元。")
    assert found[-1] == ("three_public.reception", "actual", "8.00")


@pytest.mark.parametrize("first", ["未安排", "未发生", "0.00万元"])
def test_of_the_whole_behind_a_first_part_without_a_figure(first: str) -> None:
    text = (
        f'"三公"经费支出30.00万元,其中:因公出国(境)费{first},公务接待费2.00万元。'
        "与上年相比减少10.00万元,下降25.00%。"
    )
    changes = [one for one in figures("three_public", text) if one[1].startswith("change")]
    assert {one[0] for one in changes} == {"three_public.total"}
    assert len(changes) == 2


def test_amounts_alone_tell_a_variance() -> None:
    text = "2023年收入年初预算数80.00万元,决算数95.00万元,增加15.00万元,增长18.75%。"
    assert [one[1] for one in figures("overview", text)] == [
        "initial_budget", "actual", "variance", "variance_pct",
    ]  # fmt: skip
    since = text.replace(",增加", ",比上年增加")
    assert [one[1] for one in figures("overview", since)][2:] == ["change", "change_pct"]
    other = text.replace("15.00", "14.00")
    assert [one[1] for one in figures("overview", other)][2:] == ["change", "change_pct"]


def test_parts_of_another_year_are_of_that_year() -> None:
    text = "2022年度支出合计80.00万元,其中:基本支出60.00万元,占75.00%。2023年度基本支出62.00万元。"
    found = [one for one in read("expenditure", text) if isinstance(one, Figure)]
    assert [(one.value, one.year) for one in found] == [
        ("80.00", "2022"), ("60.00", "2022"), ("75.00", "2022"), ("62.00", "2023"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2020年“三公”经费支出9.00万元,其中:公务接待费4.00万元,因公出国(境)费0万元。", "2020"),
        ("2020年“三公”经费支出9.00万元。其中:公务接待费4.00万元,因公出国(境)费0万元。", ""),
        ("2020年“三公”经费支出9.00万元,其中:当年公务接待费4.00万元。", ""),
    ],
)
def test_parts_are_of_the_year_of_their_whole(text: str, year: str) -> None:
    text = text.replace("“", '"').replace("”", '"')
    found = [one for one in read("three_public", text) if isinstance(one, Figure)]
    assert {one.year for one in found[1:]} == {year}


def test_parts_of_a_budget_that_is_only_named_are_budgets() -> None:
    text = (
        '"三公"经费财政拨款预算中,因公出国(境)费6.00万元,公务接待费2.00万元。公务接待费1.50万元。'
    )
    assert [one[1:] for one in figures("three_public", text)] == [
        ("annual_budget", "6.00"),
        ("annual_budget", "2.00"),
        ("actual", "1.50"),
    ]

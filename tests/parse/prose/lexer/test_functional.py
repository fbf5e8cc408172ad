"""Lines of spending by function as subjects."""

import pytest

from juesuan.parse.prose.lexer.events import Named, Reference, Subject
from juesuan.parse.prose.lexer.functional import ends_with_line, lines, names_another


def named(section: str, text: str) -> list[tuple[tuple[str, ...], str]]:
    return [
        (one.subject.names, one.subject.number)
        for one in lines(section, text)
        if isinstance(one, Named)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1.教育支出(类)职业教育(款)技校教育(项):支出",
            [(("教育支出", "职业教育", "技校教育"), "1")],
        ),
        ("教育(类)支出14.75万元", [(("教育支出", "", ""), "")]),
        ("(2)卫生健康支出(类)", [(("卫生健康支出", "", ""), "2")]),
        ("。职业教育(款)", [(("", "职业教育", ""), "")]),
        (
            '公共安全支出(类)检察(款)"两房"建设(项)',
            [(("公共安全支出", "检察", '"两房"建设'), "")],
        ),
        (
            '"公共安全支出(类)法院(款)"两庭"建设(项)"',
            [(("公共安全支出", "法院", '"两庭"建设'), "")],
        ),
    ],
)
def test_lines_with_their_levels(text: str, expected: list[tuple[tuple[str, ...], str]]) -> None:
    assert named("general_budget", text) == expected


def test_a_class_that_is_listed_by_its_name_alone() -> None:
    text = "其中:教育支出5.00万元,2.卫生健康6.00万元"
    assert named("general_budget_total", text) == [
        (("教育支出", "", ""), ""),
        (("卫生健康", "", ""), "2"),
    ]
    assert named("overview", text) == []


def test_the_number_of_a_line_is_no_figure() -> None:
    text = "12.教育支出(类)"
    first = next(lines("general_budget", text))
    assert isinstance(first, Reference)
    assert text[first.start : first.end] == "12"


def test_an_amount_directly_behind_its_line() -> None:
    education = Subject(names=("教育支出", "", ""))
    assert ends_with_line(education, "1.教育支出(类)支出为")
    assert ends_with_line(education, "其中:教育支出")
    assert not ends_with_line(education, "其中:国防支出")
    assert not ends_with_line(education, "教育支出比上年")


def test_a_subclass_without_its_mark_counts_below_its_class() -> None:
    found = list(lines("general_budget", "教育支出9.00万元,其中:普通教育支出5.00万元"))
    inner = [one for one in found if isinstance(one, Named) and one.is_inner]
    assert [one.subject.names for one in inner] == [("", "普通教育支出", "")]


def test_an_account_by_its_name_alone() -> None:
    text = '1."检察监督"科目支出5.00万元。2."行政运行"科目支出4.00万元。'
    names = ("公共安全支出", "检察")
    assert named("general_budget", text) == [
        ((*names, "检察监督"), ""),
        ((*names, "行政运行"), ""),
    ]
    assert named("general_budget", '"行政运行"科目支出4.00万元') == []


def test_a_line_that_em_dashes_join_with_its_code() -> None:
    text = "教育支出—普通教育—小学教育(2050202):年初预算"
    assert named("general_budget", text) == [(("教育支出", "普通教育", "小学教育"), "")]


def test_a_known_class_with_its_mark_behind_a_comma() -> None:
    text = "教育支出(类)5.00万元,占5.00%,卫生健康(类)支出3.00万元,主要用于职业教育(类)"
    assert [names[0] for names, _ in named("overview", text)] == ["教育支出", "卫生健康支出"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("其中(一)教育支出(类)5.00万元", ("教育支出", "", "")),
        ("主要用于以下方面外交支出(类)5.00万元", ("外交支出", "", "")),
        (
            "交通运输支出(类)其中公路水路运输(款)公路建设(项)5.00万元",
            ("交通运输支出", "公路水路运输", "公路建设"),
        ),
        ("职业教育支出(类)5.00万元", ("职业教育支出", "", "")),
        ("教育支出(类)职业教育(款)技校教育.(项)5.00万元", ("教育支出", "职业教育", "技校教育")),
    ],
)
def test_a_name_without_what_leads_to_it(text: str, expected: tuple[str, str, str]) -> None:
    assert named("overview", text)[0][0] == expected


@pytest.mark.parametrize(
    ("clause", "is_another"),
    [
        ("农林水支出", True),
        ("职业教育(款)技校教育(项)为", True),
        ("支出决算为", False),
        ("教育支出共计", False),
        ("实际完成", False),
    ],
)
def test_a_clause_that_names_another_line(clause: str, is_another: bool) -> None:
    assert names_another(clause, ("教育支出", "", "")) is is_another


def test_codes_of_a_line_are_no_figures() -> None:
    text = "教育支出(205类)职业教育(03款)技校教育(03项)5.00万元。教育支出(类)普通教育(款)小学教育(项)2050202。"
    assert named("general_budget", text) == [
        (("教育支出", "职业教育", "技校教育"), ""),
        (("教育支出", "普通教育", "小学教育"), ""),
    ]
    digits = [
        text[one.start : one.end]
        for one in lines("general_budget", text)
        if isinstance(one, Reference)
    ]
    assert digits == ["205", "03", "03", "2050202"]


def test_levels_without_brackets() -> None:
    text = "1.教育支出类职业教育款技校教育项年初预算为5.00万元;卫生健康类支出3.00万元"
    assert named("general_budget", text) == [
        (("教育支出", "职业教育", "技校教育"), "1"),
        (("卫生健康", "", ""), ""),
    ]
    assert named("general_budget", "教育支出类别较多") == []

"""What opens a passage, and where it ends."""

import pytest

from juesuan.parse.prose.lexer.passages import Begins, end, openings


def passages(section: str, text: str) -> list[tuple[str, str]]:
    return [(one.into, text[one.end : end(section, text, one)]) for one in openings(section, text)]


@pytest.mark.parametrize(
    ("section", "text", "expected"),
    [
        ("overview", "主要原因是:项目减少、人员增加。", [("reason", "项目减少、人员增加。")]),
        ("overview", "主要原因是:减少。与年初预算相比,持平。", [("reason", "减少。")]),
        ("overview", "主要原因是:减少,收入总计5万元。", [("reason", "减少,")]),
        ("overview", "主要原因是:2022年有5万元的项目,其他减少。", [("reason", "2022年有5万元的项目,其他减少。")]),
        ("overview", "主要原因是项目增加。2.收入情况。收入9人。", [("reason", "项目增加。")]),
        ("overview", "主要原因是:1.项目增加。2.人员增加。", [("reason", "1.项目增加。2.人员增加。")]),
        ("overview", "主要原因是项目增加。上缴资金5.00万元。", [("reason", "项目增加。")]),
        ("overview", "主要原因是项目增加。二是补助5.00万元。", [("reason", "项目增加。二是补助5.00万元。")]),
        ("overview", "主要原因是项目增加,完成年初预算的90.00%。", [("reason", "项目增加,")]),
        ("overview", "主要原因是工资增加5.00万元,增长3.00%。", [("reason", "工资增加5.00万元,增长3.00%。")]),
        ("three_public", "主要原因是节约,比上年减少□.78万元,下降9%。", [("reason", "节约,")]),
        ("three_public", "主要原因是节约,比上年增加1e400万元,增长9%。", [("reason", "节约,")]),
        ("three_public", "主要用于燃料,公务接待费inf万元;", [("usage", "燃料,")]),
        ("general_budget", "主要用于培训,完成年初预算lO.7b%,持平。", [("usage", "培训,")]),
        ("general_budget", "主要用于:——教育支出5.00万元。", []),
        (
            "general_budget",
            "主要用于:行政运行(项)261.43万元,年初预算258.00万元;其他支出(项)5.00万元。",
            [],
        ),
        ("general_budget", "主要用于:行政运行(项)的人员和公用支出。", [("usage", "行政运行(项)的人员和公用支出。")]),
        ("three_public", "主要用于燃料,我单位公务用车保有量为2辆。", [("usage", "燃料,")]),
        ("general_budget_items", "主要原因是节约。2.教育支出(类)", [("reason", "节约。")]),
        (
            "performance",
            "取得的成效:一是规范,收入5万元。发现的问题:二是不足。",
            [("text:achievement", "一是规范,收入5万元。"), ("text:problem", "二是不足。")],
        ),
    ],
)  # fmt: skip
def test_passages(section: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert passages(section, text) == expected


@pytest.mark.parametrize(
    ("section", "lines", "expected"),
    [
        (
            "three_public",
            ["主要用于公务车辆燃料费用和年检、过路费用", "公务接待费2.00万元"],
            "公务车辆燃料费用和年检、过路费用",
        ),
        ("three_public", ["主要用于燃料,", "我单位公务用车2辆"], "燃料,"),
        ("three_public", ["主要用于接待,", "2023年共接待国内来访团组3个"], "接待,"),
        (
            "general_budget",
            ["主要用于公园的日常养护和节日布置、更新", "教育支出2.00万元"],
            "公园的日常养护和节日布置、更新",
        ),
        ("overview", ["主要原因是项目增加,", "从来源看:拨款5.00万元"], "项目增加,"),
        ("overview", ["主要原因是项目增加", "长5.00%,其他不变"], "项目增加长5.00%,其他不变"),
        ("general_budget", ["主要原因是节约,", "决算数较2022年减少1.56万元"], "节约,"),
        ("three_public", ["主要用于年检,", "2023年末,公务用车保有量4辆"], "年检,"),
        ("overview", ["主要原因是人员增加,", "以及项目减少。"], "人员增加,以及项目减少。"),
    ],
)
def test_a_paragraph_that_states_ends_a_passage(
    section: str, lines: list[str], expected: str
) -> None:
    text, begins = "".join(lines), frozenset({0, len(lines[0])})
    opening = next(iter(openings(section, text)))
    stop = end(section, text, opening, Begins(begins, begins))
    assert text[opening.end : stop] == expected
    assert end(section, text, opening) >= stop


def test_openings_of_other_sections_open_nothing() -> None:
    assert passages("overview", "取得的成效:一是规范。") == []


def test_a_passage_without_end_is_cut() -> None:
    ((_, passage),) = passages("overview", "主要原因是" + "人员增加," * 20_000)
    assert len(passage) == 50_000

"""Letters about a contradiction."""

from __future__ import annotations

from juesuan.check import all_rules
from juesuan.pages.across.letters import application, question

ABOUT = {"department": "示例局", "fiscal_year": "2031"}
ROW = {"statement": "甲 3.00 万元 ≠ 乙 4.00 万元"}


def quote(line: str, page: str = "") -> dict[str, str]:
    return {
        "figure_id": "f1", "line": line, "page": page, "heading": "三、支出", "before": "**共 ",
        "text": "3.00", "after": " 万元。",
    }  # fmt: skip


def test_a_question_quotes_both_places_and_asks() -> None:
    letter = question(ABOUT, ROW, [quote("12"), quote("40", "7")], all_rules()[0], "地址")
    assert letter.startswith("示例局：")
    assert "整理文本第 12 行，“三、支出”之下，印的是：“共 3.00 万元。”" in letter
    assert "2. 第 7 页" in letter
    assert ROW["statement"] in letter and all_rules()[0].title in letter and "地址" in letter
    for word in ("造假", "错误", "违规", "虚报", "必须"):
        assert word not in letter


def test_an_application_names_its_ground() -> None:
    letter = application(ABOUT, ROW, [], "地址")
    assert "《中华人民共和国政府信息公开条例》第二十七条" in letter
    assert "《示例局 2031 年度部门决算公开说明》" in letter
    assert "位置" not in letter


def test_many_places_are_not_all_quoted() -> None:
    letter = application(ABOUT, ROW, [quote(str(i)) for i in range(1, 13)], "地址")
    assert "8. 整理文本第 8 行" in letter and "9. " not in letter
    assert "另有 4 处" in letter


def test_a_line_that_shows_all_its_figures_is_quoted_once() -> None:
    whole = quote("3") | {"before": "指标值 50 ｜ 完成值 ", "after": " ｜ 原因称 52"}
    again = quote("3") | {"before": "指标值 ", "text": "50", "after": " ｜ 完成值 3.00"}
    far = quote("3") | {"before": "同一行的另一头 ", "text": "78", "after": ""}
    letter = question(ABOUT, ROW, [whole, again, far, quote("4")], None, "地址")
    assert letter.count("第 3 行") == 2 and "另一头 78" in letter and "第 4 行" in letter


def test_marks_of_the_source_are_not_quoted() -> None:
    row = quote("3") | {"before": "#### **合计** ｜ ", "after": " ｜ —", "heading": "**三、支出**"}
    letter = question(ABOUT, ROW, [row], None, "地址")
    assert "“三、支出”之下，印的是：“合计 / 3.00 / —”" in letter

"""Letters about a contradiction."""

from __future__ import annotations

import pytest

from juesuan.check import all_rules
from juesuan.pages.across.board.letters import application, is_party, question
from juesuan.pages.evidence.figures import Evidence
from juesuan.pages.evidence.lines import lines

ABOUT = {
    "disclosure_id": "made-2031", "department": "示例局", "fiscal_year": "2031", "scope": "部门",
    "source_file": "made.txt",
}  # fmt: skip
WORK = "《2031 年度部门决算公开说明》"
ROW = {
    "rule": "N01", "brief": "甲是 3.00 万元，乙是 4.00 万元",
    "statement": "甲 3.00 万元 ≠ 乙 4.00 万元",
}  # fmt: skip


def quote(line: str, page: str = "", figure: str = "f1") -> dict[str, str]:
    return {
        "figure_id": figure, "line": line, "page": page, "heading": "三、支出", "before": "**共 ",
        "text": "3.00", "after": " 万元。",
    }  # fmt: skip


def figure(resource: str, field: str, page: str = "", name: str = "f1") -> dict[str, str]:
    return {
        "figure_id": name, "resource": resource, "row": "p01/1", "field": field, "page": page,
        "line": "12", "status": "bound",
    }  # fmt: skip


def found(quotes: list[dict[str, str]], *figures: dict[str, str], places=()):  # type: ignore[no-untyped-def]
    return lines(quotes, Evidence(ABOUT, figures, places=places))


def test_a_question_about_what_only_usually_agrees_is_milder() -> None:
    rules = {one.id: one for one in all_rules()}
    by_custom = {"rule": "X03", "statement": "甲 ≠ 乙，按通常口径应当相等"}
    mild = question(ABOUT, WORK, ROW | by_custom, found([]), rules["X03"], "")
    assert "通常口径是" in mild and "没有找到要求两者一致的规定" in mild and "必须" not in mild
    plain = question(ABOUT, WORK, ROW, found([]), rules["N01"], "")
    assert "我的理解是" in plain and "通常" not in plain


def test_a_question_quotes_both_places_and_asks() -> None:
    places = found([quote("12"), quote("40", "7")])
    letter = question(ABOUT, WORK, ROW, places, all_rules()[0], "地址")
    assert letter.startswith("示例局：")
    assert "1. “三、支出”一节：“共 3.00 万元。”" in letter
    assert "2. 第 7 页，“三、支出”一节" in letter
    assert ROW["brief"] in letter and all_rules()[0].title in letter
    for word in ("造假", "错误", "违规", "虚报", "必须"):
        assert word not in letter


def test_a_letter_is_understood_without_our_site() -> None:
    """No line of our text; our address stands at the end and nowhere else."""
    for letter in (
        question(ABOUT, WORK, ROW, found([quote("12")]), None, "地址"),
        application(ABOUT, WORK, ROW, found([quote("12")]), "地址"),
    ):
        assert "行" not in letter.replace("执行", "").replace("进行", "")
        assert letter.endswith("地址") and letter.count("地址") == 1


def test_an_amount_beside_0_may_be_a_cell_that_was_not_filled_in() -> None:
    said = "其中一处印的是零，可能只是那一栏没有填。"
    assert said in question(ABOUT, WORK, ROW, found([]), None, "", zero=True)
    assert said not in question(ABOUT, WORK, ROW, found([]), None, "")


def test_a_calculation_is_told_where_it_says_more() -> None:
    assert "算式：甲 3.00 万元 ≠ 乙 4.00 万元。" in question(ABOUT, WORK, ROW, found([]), None, "")
    same = ROW | {"statement": f"{ROW['brief']}，两处数字不能同时成立"}
    assert "算式" not in question(ABOUT, WORK, same, found([]), None, "")


def test_a_cell_of_a_form_is_told_with_the_name_of_the_form_and_its_column() -> None:
    row = quote("3") | {"heading": "项目名称 示例 项目", "before": "20.45 16.08 ", "after": " 10"}
    letter = question(ABOUT, WORK, ROW, found([row], figure("project_funds", "executed")), None, "")
    assert "项目“示例项目”的绩效自评表，全年执行数 3.00：“20.45 16.08 3.00 10”" in letter


def test_a_table_is_told_by_its_title_and_a_workbook_by_its_cell() -> None:
    row = quote("3", figure="f2") | {"heading": "表1 收入支出决算总表", "after": ""}
    place = {"figure_id": "f2", "file": "made.txt", "sheet": "Z01", "cell": "D14"}
    own = figure("table1", "amount", name="f2")
    letter = question(ABOUT, WORK, ROW, found([row], own, places=[place]), None, "")
    assert "1. Z01!D14，《收入支出决算总表》" in letter


def test_an_application_names_its_ground() -> None:
    letter = application(ABOUT, WORK, ROW, found([]), "地址")
    assert "《中华人民共和国政府信息公开条例》第二十七条" in letter
    assert "2031 年度部门决算公开说明" in letter and "受理机关：示例局\n" in letter
    assert "印在" not in letter


@pytest.mark.parametrize(
    ("code", "region", "office"),
    [
        ("990100", "云湖市", "云湖市财政局"),
        ("990000", "云湖省", "云湖省财政厅"),
        ("310000", "上海市", "上海市财政局"),
        ("", "", "同级财政部门（请填写名称）"),
    ],
)
def test_what_is_asked_of_a_party_organ_goes_to_the_treasury_of_its_level(
    code: str, region: str, office: str
) -> None:
    about = {**ABOUT, "department": "中共云湖市委", "region_code": code, "region": region}
    letter = application(about, WORK, ROW, found([]), "地址")
    assert f"受理机关：{office}\n" in letter
    assert "能够说明中共云湖市委公开的" in letter and "贵机关公开" not in letter


def test_a_party_organ_is_known_by_its_name() -> None:
    assert is_party({**ABOUT, "department": "云湖县委宣传部"})
    assert not is_party({**ABOUT, "department": "云湖县人民政府办公室"})


def test_of_many_places_both_ends_are_quoted() -> None:
    """The last place is the other side of the contradiction."""
    letter = application(ABOUT, WORK, ROW, found([quote(str(i)) for i in range(1, 13)]), "地址")
    assert "8. “三、支出”" in letter and "9. " not in letter
    assert "另有 4 处" in letter
    zeros = [quote(str(i)) | {"text": "0.00"} for i in range(2, 9)]
    other = quote("9") | {"text": "0.00", "heading": "整体支出绩效自评表"}
    letter = application(ABOUT, WORK, ROW, found([quote("1"), *zeros, other]), "地址")
    assert "2. 整体支出绩效自评表：“共 0.00 万元。”" in letter and "另有 7 处" in letter


def test_a_line_that_shows_all_its_figures_is_quoted_once() -> None:
    whole = quote("3") | {"before": "指标值 50 ｜ 完成值 ", "after": " ｜ 原因称 52"}
    again = quote("3") | {"before": "指标值 ", "text": "50", "after": " ｜ 完成值 3.00"}
    far = quote("3") | {"before": "同一行的另一头 ", "text": "78", "after": ""}
    letter = question(ABOUT, WORK, ROW, found([whole, again, far, quote("4")]), None, "地址")
    assert letter.count("“三、支出”一节") == 2 and letter.count("指标值") == 1
    assert "”，“同一行的另一头 78”" in letter


def test_marks_and_blanks_of_the_source_are_not_quoted() -> None:
    row = quote("3") | {
        "before": "#### **合 计** ｜ ",
        "after": " ｜ —",
        "heading": "**三、 支出**",
    }
    letter = question(ABOUT, WORK, ROW, found([row]), None, "地址")
    assert "“三、支出”一节：“合计 / 3.00 / —”" in letter

"""How pages tell a contradiction."""

from __future__ import annotations

from juesuan.pages.telling.said import heading, name_of, plain_sentence


def test_a_long_brief_is_no_sentence_to_begin_with() -> None:
    assert plain_sentence({"brief": "甲" * 90}) == "甲" * 90
    assert plain_sentence({"brief": "甲" * 91}) == plain_sentence({"brief": ""}) == ""


def test_a_check_of_a_project_tells_its_name() -> None:
    assert name_of({"subject": "projects/p3/goal"}, {"p3": "修桥"}) == "修桥"
    assert name_of({"subject": "all"}, {"p3": "修桥"}) == ""


def test_a_long_sentence_is_no_heading() -> None:
    assert heading("甲" * 56, "修桥", "一种") == "甲" * 56
    assert heading("甲" * 57, "修桥", "一种") == "修桥：一种"
    assert heading("", "", "一种") == "一种"


def test_a_heading_leaves_out_what_a_long_brief_speaks_of() -> None:
    spoken = f"项目“修桥：二期”的指标“{'长' * 60}”："
    assert (
        heading(f"{spoken}指标值 5，完成值 6", "修桥：二期", "一种")
        == "修桥：二期：指标值 5，完成值 6"
    )
    two = f"{spoken}文字称 5 万元，表中为 6 万元；{'又' * 50}"
    assert heading(two, "修桥", "一种") == "修桥：文字称 5 万元，表中为 6 万元"
    assert heading(f"{spoken}{'又' * 57}", "修桥", "一种") == "修桥：一种"
    assert heading(two, "", "一种") == "文字称 5 万元，表中为 6 万元"
    short = f"项目“修桥”：甲是 1；{'又' * 80}"
    assert heading(short, "", "一种") == "项目“修桥”：甲是 1"

"""How pages tell a contradiction."""

from __future__ import annotations

from juesuan.pages.said import heading, name_of, plain_sentence


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

"""The words of forms: which labels are known, also where a scan misread them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.parse.forms.vocabulary import (
    LEVEL1,
    LEVEL2,
    PARENTS,
    is_misread,
    is_name_label,
    is_side_label,
    without_sign,
)
from tests.made_cells import view


def test_every_parent_is_a_first_level_and_every_child_a_second() -> None:
    assert set(PARENTS) == set(LEVEL2)
    assert set(PARENTS.values()) <= set(LEVEL1)


@pytest.mark.parametrize(
    "text", ["项目名称", "部门(单位)名称", "主管部门", "1名称", "目", "番目", "1番目", "项日名称"]
)
def test_labels_of_names(text: str) -> None:
    assert is_name_label(text)


@pytest.mark.parametrize(
    "text", ["示例项目", "项目经费", "某某市示例局", "2023年优化政务", "名称变更"]
)
def test_names_are_no_labels(text: str) -> None:
    assert not is_name_label(text)


@given(st.sampled_from(["项目名称", "部门名称"]), st.integers(0, 3), st.sampled_from("日囗番韵"))
def test_one_character_misread_is_the_label_and_two_are_not(label: str, at: int, read: str) -> None:
    once = label[:at] + read + label[at + 1 :]
    other = (at + 1) % 4
    assert is_misread(once, label) and is_misread("1" + once, label)
    assert not is_misread(once[:other] + "々" + once[other + 1 :], label)
    assert not is_misread(label, label)


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("年度总体目标", True),
        ("总体", True),
        ("总", False),
        ("绩效指标", True),
        ("数量指标", False),
    ],
)
def test_a_piece_of_a_label_that_is_set_downwards_is_the_label(text: str, is_so: bool) -> None:
    assert is_side_label(text) is is_so


def test_the_sign_of_points_is_no_part_of_the_number() -> None:
    assert without_sign(view("8.00分")).text == "8.00"
    assert without_sign(view("8.00")).text == "8.00"

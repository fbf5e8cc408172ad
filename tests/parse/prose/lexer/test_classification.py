"""Names and codes of the functional classification."""

import pytest

from juesuan.parse.prose.lexer.classification import (
    class_names,
    class_of,
    is_below,
    item_inside,
    name_of_code,
    path,
    present_classes,
)


def test_class_names_are_longest_first_and_also_short() -> None:
    names = class_names()
    assert list(names) == sorted(names, key=len, reverse=True)
    assert {"文化旅游体育与传媒支出", "文化旅游体育与传媒", "教育支出"} <= set(names)
    assert "教育" not in names  # an everyday word
    assert present_classes()["205"] == "教育支出"


@pytest.mark.parametrize(
    ("printed", "above", "expected"),
    [
        ("行政单位医疗", "卫生健康支出", ("卫生健康支出", "行政事业单位医疗", "行政单位医疗")),
        ("医疗保障管理事务行政运行", "卫生健康支出", ("卫生健康支出", "医疗保障管理事务", "行政运行")),
        ("行政运行", "卫生健康支出", None),  # of several subclasses
        ("行政单位医疗", "教育支出", None),  # of another class
        ("行政单位医疗", "没有这一类", None),
        ("没有这一项", "卫生健康支出", None),
    ],
)  # fmt: skip
def test_an_item_by_its_name_alone(
    printed: str, above: str, expected: tuple[str, str, str] | None
) -> None:
    assert item_inside(printed, above) == expected


@pytest.mark.parametrize(
    ("subclass", "spoken", "expected"),
    [
        ("普通教育", "住房保障支出", "教育支出"),
        ("普通教育", "教育", "教育"),
        ("某项补助", "住房保障支出", "住房保障支出"),
        ("普通教育", "", ""),
    ],
)
def test_a_subclass_stands_in_the_class_that_has_it(
    subclass: str, spoken: str, expected: str
) -> None:
    assert class_of(subclass, spoken) == expected


def test_a_subclass_is_below_its_class_only() -> None:
    assert is_below("普通教育支出", "教育支出")
    assert not is_below("普通教育", "卫生健康支出")


def test_the_names_of_a_code() -> None:
    assert path("2050202") == ("教育支出", "普通教育", "小学教育")
    assert name_of_code("2050202", "小学教育支出") == "小学教育"
    assert name_of_code("2050202", "初中教育") == ""

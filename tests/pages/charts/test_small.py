"""Small pictures beside sentences."""

from __future__ import annotations

from decimal import Decimal as D

from juesuan.pages.charts import small


def test_what_is_below_zero_or_all_zero_is_not_drawn() -> None:
    assert small.stack([("收", D(1)), ("支", D(-1))]) == ""
    assert small.stack([("收", D(0))]) == "" and small.stack([]) == ""
    assert small.pair(("上年", D(-1)), ("今年", D(2))) == ""
    assert small.pair(("上年", D(0)), ("今年", D(0))) == ""


def test_parts_beyond_four_are_drawn_as_one() -> None:
    many = small.stack([(f"第{i}项", D(10 - i)) for i in range(7)])
    assert "第2项" in many and "第3项" not in many and "其余 4 项" in many
    assert many.count("<path") == 4
    assert "其余" not in small.stack([(f"第{i}项", D(1)) for i in range(4)])


def test_the_key_names_what_is_seen() -> None:
    key = small.stack([("甲", D(3)), ("乙", D(0)), ("丙", D(1))]).partition('class="key"')[2]
    assert "甲" in key and "丙" in key and "乙" not in key, "a part of zero has no colour to see"
    assert '<i class="c1"></i>甲' in key and '<i class="c3"></i>丙' in key
    key = small.pair(("预算", D(0)), ("决算", D(2))).partition('class="key"')[2]
    assert '<i class="c3"></i>预算' in key and '<i class="c1"></i>决算' in key


def test_colours_are_those_that_are_given() -> None:
    key = small.stack([("相符", D(3)), ("对不上", D(1))], (0, 4))
    assert '<i class="c5"></i>对不上' in key and "var(--j-fail)" in key


def test_scores_beyond_the_scale_are_not_drawn() -> None:
    assert small.scores([D("98.5"), D(120)]) == "" and small.scores([]) == ""
    drawn = small.scores([D("98.5"), D(100)])
    assert "一点一个项目" in drawn and "<i" not in drawn


def test_hostile_labels_are_text() -> None:
    assert "&lt;b&gt;" in small.pair(("<b>", D(1)), ("x", D(2)))

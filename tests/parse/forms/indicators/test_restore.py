"""Damaged levels of indicators, restored where one entry of the vocabulary fits."""

from __future__ import annotations

import pytest

from juesuan.parse.forms.indicators.aligned import Aligned
from juesuan.parse.forms.indicators.levels import repeat_levels
from juesuan.parse.forms.indicators.restore import (
    note_restored,
    only_entry,
    restore_first_labels,
    restore_first_levels,
)
from juesuan.parse.forms.vocabulary import LEVEL1
from tests.made_cells import cell, view

Row = tuple[str, str, str]
"""First level, what is left of a damaged label, second level."""


def restored(*rows: Row, floating: bool = True) -> list[tuple[str, str, str]]:
    """First and second level of each row, and which of them are restored."""
    found = []
    for i, (first, left, second) in enumerate(rows):
        levels = (("level1", first, 0), ("level2", second, 20))
        made = Aligned({name: view(text, 100 * i + at) for name, text, at in levels if text})
        made.junk += [cell(left, 0, 100 * i + 5)] if left else []
        found.append(made)
    labels = restore_first_levels(found)
    repeat_levels(found, floating)
    labels |= restore_first_labels(found, floating)
    note_restored(found, labels)
    none = view("")
    return [
        (
            one.cells.get("level1", none).text,
            one.cells.get("level2", none).text,
            " ".join(entry.field for entry in one.restored),
        )
        for one in found
    ]


@pytest.mark.parametrize(
    ("left", "entry"),
    [
        ("产出指", "产出指标"),
        ("本指标", "成本指标"),
        ("数益指", "效益指标"),
        ("Z益指标", "效益指标"),
        ("構意度指标", "满意度指标"),
        ("□指标", ""),
        ("某指标", ""),
        ("指标", ""),
        ("年度绩效", ""),
        ("某某指标", ""),
    ],
)
def test_what_is_left_of_a_label(left: str, entry: str) -> None:
    assert only_entry(left, LEVEL1) == entry


def test_a_first_level_of_which_a_part_is_left_beside_its_second_level() -> None:
    rows = (("", "产出指", "数量指标"), ("", "", "质量指标"), ("", "益指标", "社会效益指标"))
    assert restored(*rows) == [
        ("产出指标", "数量指标", "level1"), ("产出指标", "质量指标", "level1"), ("效益指标", "社会效益指标", "level1"),
    ]  # fmt: skip


def test_what_is_left_and_the_second_level_must_agree() -> None:
    assert restored(("", "产出指", "社会效益指标"))[0] == ("", "社会效益指标", "")
    assert restored(("", "某某某", "社会效益指标"))[0] == ("", "社会效益指标", "")
    assert restored(("", "产出指", ""))[0][2] == ""


def test_a_name_that_both_levels_have_is_the_second_one_behind_a_damaged_first() -> None:
    rows = (("产出指标", "", "数量指标"), ("满意度指标", "構意度指标", ""))
    found = [
        Aligned({"level1": view("满意度指标", 30)}),
        Aligned({"level1": view("满意度指标", 30)}),
    ]
    found[0].junk.append(cell("構意度指标", 0, 5))
    found[1].junk.append(cell("構意度指标", 0, 50))
    restore_first_levels(found)
    assert [sorted(one.cells) for one in found] == [["level1", "level2"], ["level1"]]
    assert restored(*rows)[1][2] == ""  # it stands behind, in the place of the name


WHOLE = (
    ("", "", ""), ("产出指标", "", "数量指标"), ("", "", "时效指标"), ("成本指标", "", "经济成本指标"),
    ("效益指标", "", "社会效益指标"), ("满意度指标", "", "服务对象满意度指标"),
)  # fmt: skip


def test_a_row_above_the_label_that_all_begins_with() -> None:
    assert restored(*WHOLE)[0] == ("产出指标", "数量指标", "level2")


@pytest.mark.parametrize(
    "rows",
    [
        WHOLE[:3],  # the costs may stand above
        (WHOLE[0], WHOLE[3], *WHOLE[1:3], *WHOLE[4:]),  # another order
        (WHOLE[0], *WHOLE[2:]),  # the first entry may stand above
    ],
)
def test_a_row_above_a_label_that_another_may_belong_to(rows: tuple[Row, ...]) -> None:
    assert restored(*rows)[0][1:] == ("", "")


def test_labels_at_the_top_tell_nothing_of_what_stands_above() -> None:
    assert restored(*WHOLE, floating=False)[0][1:] == ("", "")


def test_a_torn_label_above_is_not_replaced() -> None:
    rows = (("", "指乱标", ""), *WHOLE[1:])
    assert restored(*rows)[0][1:] == ("", "")

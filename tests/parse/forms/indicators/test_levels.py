"""Levels that are printed once for the rows that they belong to."""

from __future__ import annotations

from juesuan.parse.forms.indicators.aligned import Aligned
from juesuan.parse.forms.indicators.levels import repeat_levels
from tests.made_cells import cell, view

Levels = tuple[str, str]


def repeated(
    *rows: Levels, floating: bool = False, torn: int = -1
) -> list[tuple[str, str, list[str]]]:
    found = []
    for i, levels in enumerate(rows):
        names = zip(("level1", "level2"), levels, strict=True)
        found.append(Aligned({name: view(text, 100 * i) for name, text in names if text}))
        if i == torn:
            found[-1].junk.append(cell("指乱标"))
    repeat_levels(found, floating)
    none = view("")
    return [
        (one.cells.get("level1", none).text, one.cells.get("level2", none).text, one.lost)
        for one in found
    ]


def test_levels_hold_until_the_next() -> None:
    assert repeated(("产出指标", "数量指标"), ("", ""), ("", "质量指标")) == [
        ("产出指标", "数量指标", []), ("产出指标", "数量指标", []), ("产出指标", "质量指标", []),
    ]  # fmt: skip


def test_another_first_level_ends_the_second() -> None:
    assert repeated(("产出指标", "数量指标"), ("效益指标", ""))[1] == ("效益指标", "", [])


def test_a_first_level_follows_its_second_where_the_form_prints_it() -> None:
    found = repeated(("产出指标", "数量指标"), ("", "社会效益指标"), ("效益指标", "经济效益指标"))
    assert found[1] == ("效益指标", "社会效益指标", [])


def test_a_first_level_that_the_second_denies_is_lost() -> None:
    found = repeated(("产出指标", "数量指标"), ("", "社会效益指标"))
    assert found[1] == ("", "社会效益指标", ["level1"])


def test_a_row_between_floating_labels_belongs_to_either() -> None:
    rows = (("产出指标", "数量指标"), ("", ""), ("", "质量指标"))
    assert repeated(*rows, floating=True)[1] == ("产出指标", "", ["level2"])
    rows = (("产出指标", "数量指标"), ("", ""), ("效益指标", "社会效益指标"))
    assert repeated(*rows, floating=True)[1] == ("", "", ["level2", "level1"])
    rows = (("产出指标", "数量指标"), ("", ""), ("", "数量指标"))
    assert repeated(*rows, floating=True)[1] == ("产出指标", "数量指标", [])


def test_a_torn_label_is_no_label() -> None:
    found = repeated(("产出指标", "数量指标"), ("", ""), torn=1)
    assert found[1] == ("", "", ["level2"])

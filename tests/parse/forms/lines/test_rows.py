"""Rows of indicators from printed lines: points close a row, the rest is of the last one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.parse.forms.lines.rows import indicator_rows
from juesuan.parse.forms.lines.strips import Piece, Token, pieces
from juesuan.parse.view import Reader
from tests.conftest import document_of
from tests.made_cells import view

INDICATOR = st.tuples(
    st.sampled_from(["培训次数", "合格率", "按时完成率"]),
    st.integers(1, 999),
    st.integers(0, 999),
    st.integers(1, 90),
    st.integers(0, 90),
)


def lines(*printed: str) -> list[Piece]:
    text = "\n".join(printed)
    return pieces(Reader(document_of(text)), 0, len(text))


def rows(*printed: str, with_basis: bool = False) -> list[dict[str, str]]:
    found = indicator_rows(lines(*printed), with_basis)
    return [{name: view.text for name, view in row.items()} for row in found]


@pytest.mark.slow
@given(st.lists(INDICATOR, max_size=6))
def test_each_line_that_ends_in_points_closes_a_row(
    made: list[tuple[str, int, int, int, int]],
) -> None:
    printed = [f"{name} ≥{to}次 ={did}次 {weight} {score}" for name, to, did, weight, score in made]
    assert rows(*printed) == [
        {
            "level3": name, "target": f"≥{to}次", "actual": f"={did}次",
            "weight": str(weight), "score": str(score),
        }
        for name, to, did, weight, score in made
    ]  # fmt: skip


def test_the_lines_since_the_row_before_are_those_of_the_row() -> None:
    printed = ["培训", "次数", "≥10次", "=12次 20 20", "合格率", "≥95%", "=98%", "30 29"]
    assert [(row["level3"], row["target"], row["actual"]) for row in rows(*printed)] == [
        ("培训次数", "≥10次", "=12次"), ("合格率", "≥95%", "=98%"),
    ]  # fmt: skip


def test_lines_behind_the_last_points_are_the_rest_of_the_last_row() -> None:
    printed = ["培训次数 ≥10次 =12次 20 20", "合格率 ≥95% =90% 30 29", "由于", "人员调整"]
    assert [row.get("reason") for row in rows(*printed)] == [None, "由于人员调整"]


def test_labels_behind_the_last_points_are_no_rest() -> None:
    printed = ["培训次数 ≥10次 =8次 20 16", "效益指标", "由于调整", "年度绩效指标"]
    assert rows(*printed)[0]["reason"] == "由于调整"
    assert "reason" not in rows(printed[0], "效益", "指标")[0]


def test_without_points_there_is_no_row() -> None:
    assert rows() == [] and rows("培训次数 ≥10次", "由于调整") == []


def test_the_form_of_the_department_has_a_basis_and_other_points() -> None:
    line = "开会 会议 ≥4次 计划 50 =5次 49"
    assert rows(line) == []
    assert rows(line, "以上", with_basis=True) == [
        {"level2": "开会", "level3": "会议以上", "target": "≥4次", "basis": "计划",
         "weight": "50", "actual": "=5次", "score": "49"}
    ]  # fmt: skip


def test_the_characters_of_a_row_know_their_places() -> None:
    line = Piece(tuple(Token(view(text, at)) for text, at in (("甲", 3), ("≥1次", 5), ("=2次", 9),
                                                            ("20", 13), ("19", 16))))  # fmt: skip
    (row,) = indicator_rows([line], with_basis=False)
    assert {name: found.at for name, found in row.items()} == {
        "level3": (3,), "target": (5, 6, 7), "actual": (9, 10, 11), "weight": (13, 14),
        "score": (16, 17),
    }  # fmt: skip

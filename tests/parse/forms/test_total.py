"""The total score."""

from __future__ import annotations

import pytest

from juesuan.parse.forms.kinds import Stage
from juesuan.parse.forms.rows import RawForm
from juesuan.parse.forms.total import read_total
from tests.made_cells import draft, row


@pytest.mark.parametrize(
    ("printed", "score", "lost"),
    [
        ("总分|||||100|98.50分", "98.50", []),
        ("总分|||||100|", "", []),
        ("总分||||100|", "100", []),
        ("总分:98.50分|||||", "98.50", []),
        ("总分|||||100|9B.5O.1", "", []),
        ("总分|||||100|98.5O", "", ["total_score"]),
        ("总分|||||", "", []),
    ],
)
def test_the_last_number_that_is_not_the_sum_of_weights(
    printed: str, score: str, lost: list[str]
) -> None:
    made, found = draft(), []
    project = made.add("projects", project_id="p01", kind="project", position="1")
    form = RawForm(
        [
            (
                Stage.INDICATOR_HEAD,
                row("一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"),
            ),
            (Stage.TOTAL, row(printed, 1000)),
        ]
    )
    read_total(form, project, made, found)
    assert (project["total_score"], found) == (score, lost)

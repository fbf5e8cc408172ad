"""Goals: expected beside reached."""

from __future__ import annotations

import pytest

from juesuan.parse.forms.goals import read_goals
from juesuan.parse.forms.kinds import Stage
from juesuan.parse.forms.rows import RawForm
from tests.made_cells import draft, row


def read(*lines: str) -> tuple[str, str, list[str]]:
    made, lost = draft(), []
    project = made.add("projects", project_id="p01", kind="project", position="1")
    form = RawForm([(Stage.GOALS_HEAD, row("|预期目标||实际完成情况"))])
    form.rows += [(Stage.GOALS, row(line, 1000 * (i + 1))) for i, line in enumerate(lines)]
    read_goals(form, project, made, lost)
    return project["expected_goal"], project["actual_goal"], lost


@pytest.mark.parametrize(
    ("lines", "goals"),
    [
        (["年度目标|办好事情||办成事情"], ("办好事情", "办成事情")),
        (["|办好||办成", "|事情||事情"], ("办好事情", "办成事情")),
        (["|办好事情"], ("办好事情", "")),
        (["|||办成事情"], ("", "办成事情")),
    ],
)
def test_goals_by_order_and_by_column(lines: list[str], goals: tuple[str, str]) -> None:
    assert read(*lines) == (*goals, [])


def test_more_cells_than_goals_are_lost() -> None:
    assert read("|办好|事情|办成事情") == ("", "", ["expected_goal", "actual_goal"])


def test_scrambled_characters_are_lost() -> None:
    scrambled = "剩金托项款合定项务后支余为费目根同将目完方付资委用尾据约在服成可"
    assert read(f"|{scrambled}||办成事情") == ("", "办成事情", ["expected_goal"])

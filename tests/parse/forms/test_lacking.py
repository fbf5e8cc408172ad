"""Parts of forms that other forms of the disclosure have."""

from __future__ import annotations

import pytest

from tests.conftest import facts_of
from tests.made import PROJECT, disclosure

TWICE = disclosure(project=PROJECT + PROJECT.replace("示例项目", "另一项目"))


def told(text: str) -> list[str]:
    return [one for one in facts_of(text).remarks if "which other forms have" in one]


def line(begin: str) -> str:
    """The line of the second project's form that begins so."""
    return next(one for one in PROJECT.split("\n") if one.strip("\t").startswith(begin)) + "\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("begin", "called"),
    [("总分", "no total score (总分)"), ("年度资金总额", "no row of its total funds (资金总额)")],
)
def test_a_row_that_other_forms_have_is_missed(begin: str, called: str) -> None:
    assert told(TWICE) == []
    head, lost, behind = TWICE.rpartition(line(begin))
    assert lost
    (remark,) = told(head + behind)
    assert f"form p02 has {called}" in remark


def test_what_no_form_has_is_not_missed() -> None:
    assert told(TWICE.replace(line("年度资金总额"), "")) == []


def test_one_form_alone_says_nothing_of_what_is_usual() -> None:
    assert told(disclosure().replace(line("总分"), "")) == []

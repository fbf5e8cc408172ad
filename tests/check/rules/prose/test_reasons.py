"""What explanations say, in words, against the figures that they explain."""

from __future__ import annotations

import pytest

from juesuan.model import Facts
from tests.check.conftest import edited, m, state

AGENCY = "operating/operating.agency"


@pytest.mark.parametrize(
    ("change", "reason", "expected"),
    [
        ("-1.00", "厉行节约，支出减少", "pass"),
        ("-1.00", "业务量增长，支出增加", "information"),
        ("1.00", "厉行节约，支出减少", "information"),
        ("1.00", "人员减少，工资增加", "pass"),  # both directions
        ("-1.00", "退休人员增加", "pass"),  # more retired, less pay
        ("-1.00", "培训增加，相应列支", "pass"),  # the last words are neutral
        ("0.00", "支出增加", "no subject"),
    ],
)
def test_direction_of_a_reason(base: Facts, change: str, reason: str, expected: str) -> None:
    facts = edited(base, m(AGENCY, "change", change), m(AGENCY, "reason", reason))
    assert state(facts, "N70", f"{AGENCY}/reason") == expected


@pytest.mark.parametrize(
    ("rate", "reason", "expected"),
    [
        ("0.00", "严格按照预算执行，预决算无差异", "pass"),
        ("-2.54", "严格按照预算执行，预决算无差异", "fail"),
        ("-2.54", "基本无差异", "no subject"),
        ("-2.54", "中心无差异。机关本年压减", "no subject"),
        ("-2.54", "厉行节约", "no subject"),
    ],
)
def test_even_means_even(base: Facts, rate: str, reason: str, expected: str) -> None:
    key = "three_public/three_public.total"
    facts = edited(base, m(key, "variance_pct", rate), m(key, "variance_reason", reason))
    assert state(facts, "N71", f"{key}/variance_reason") == expected


@pytest.mark.parametrize(
    ("actual", "reason", "expected"),
    [
        ("0.00", "我单位无公务接待费", "pass"),
        ("1.00", "我单位无公务接待费", "fail"),
        ("1.00", "本部门本年度无公务接待费支出", "fail"),
        ("1.00", "我单位无公务接待费增加", "no subject"),
        ("1.00", "政务服务中心我单位无公务接待费", "no subject"),  # one unit of several
        ("", "我单位无公务接待费", "not_applicable"),
    ],
)
def test_none_means_zero(base: Facts, actual: str, reason: str, expected: str) -> None:
    key = "three_public/three_public.reception"
    assert (
        state(
            edited(base, m(key, "actual", actual), m(key, "reason", reason)), "N72", f"{key}/reason"
        )
        == expected
    )


def test_a_reason_that_is_printed_again(base: Facts) -> None:
    first, second = (
        "appropriation/appropriation.overall",
        "general_budget/general_budget.expenditure",
    )
    said = edited(
        base,
        m(first, "reason", "本年新增3个项目，支出增加"),
        m(second, "reason", "本年新增3个项目，支出增加"),
    )
    assert state(base, "N73", second) == "no subject"
    assert state(said, "N73", second) == "pass"
    assert (
        state(edited(said, m(second, "reason", "本年新增5个项目，支出增加")), "N73", second)
        == "information"
    )

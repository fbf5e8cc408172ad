"""Rules on what explanations say against the figures they explain."""

from __future__ import annotations

import pytest

from juesuan.model import Facts
from tests.check.conftest import Edit, edited, found, state, telling

AGENCY = "operating/operating.agency"


def m(key: str, field: str, value: str) -> Edit:
    return ("measures", key, field, value)


@pytest.mark.parametrize(
    ("kept", "reason", "expected"),
    [
        ("2", "", "pass"),
        ("5", "", "information"),
        ("5", "差异车辆为一般业务用车3辆", "pass"),
        ("5", "其中长期租赁5辆，另有2辆报废", "pass"),
        ("5", "尚未完成资产划拨", "pass"),
        ("5", "差异车辆为一般业务用车1辆", "information"),
        ("5", "固定资产车辆与公务用车保有量无差异", "fail"),
    ],
)
def test_vehicles_are_explained(base: Facts, kept: str, reason: str, expected: str) -> None:
    key = "three_public/three_public.asset_vehicles"
    facts = edited(base, m("three_public/three_public.vehicles_kept", "actual", kept))
    assert state(telling(facts, "measures", key, "reason", reason), "N43-k") == expected
    assert (
        state(edited(base, m("three_public/three_public.vehicles_kept", "-", "")), "N43-k")
        == "not_applicable"
    )


@pytest.mark.parametrize("text", ["压减。。", "压减5万元万元", "项目，、减少"])
def test_doubled_punctuation(base: Facts, text: str) -> None:
    assert state(base, "N60") == "pass"
    row = found(edited(base, m(AGENCY, "reason", text)), "N60")
    assert (row["state"], text[:3] in row["statement"]) == ("information", True)


def test_people_and_groups(base: Facts) -> None:
    subject, key = "three_public.abroad_groups", "three_public/three_public.abroad_trips"
    assert state(base, "N67", subject) == "pass"
    assert state(edited(base, m(key, "actual", "2")), "N67", subject) == "fail", (
        "people without a group"
    )
    batches = "three_public.reception_batches"
    assert (
        state(edited(base, m(f"three_public/{batches}", "actual", "9")), "N67", batches) == "fail"
    )
    assert state(edited(base, m(key, "-", "")), "N67", subject) == "not_applicable"
    assert (
        state(edited(base, m(f"three_public/{subject}", "-", "")), "N67", subject) == "no subject"
    )


def test_parts_of_the_assets(base: Facts) -> None:
    whole = edited(base, m("assets/assets.building_area", "measure", "assets.original_value"))
    assert state(base, "N68") == "not_applicable"
    assert state(whole, "N68") == "pass"
    assert (
        state(edited(whole, m("assets/assets.vehicle_value", "actual", "51.00")), "N68") == "fail"
    )


def test_what_there_is_none_of_has_no_value(base: Facts) -> None:
    assert state(base, "N69", "assets.vehicles") == "pass"
    assert (
        state(edited(base, m("assets/assets.vehicles", "actual", "0")), "N69", "assets.vehicles")
        == "fail"
    )
    assert (
        state(edited(base, m("assets/assets.vehicle_value", "-", "")), "N69", "assets.vehicles")
        == "not_applicable"
    )


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

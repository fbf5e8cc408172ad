"""State assets: vehicles by kind and by section, and values beside what they are the value of."""

from __future__ import annotations

import pytest

from juesuan.model import Facts
from tests.check.conftest import Case, edited, judges, m, state, telling

CASES: list[Case] = [
    ("N42", "all", m("assets/assets.vehicles", "actual", "3"), m("assets/assets.vehicles", "-", "")),
    ("N43", "all", m("assets/assets.vehicles", "actual", "3"), m("three_public/three_public.asset_vehicles", "-", "")),
]  # fmt: skip

test_pass_fail_and_not_applicable = judges(CASES)


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

"""A whole against its agencies."""

from __future__ import annotations

from juesuan.check.between import Agencies
from juesuan.model import Facts
from tests.check.between.conftest import agency, amounts, found, states


def whole(amount: str) -> Facts:
    return agency("示例局", "汇总", measures=amounts(revenue__current=amount))


def part(name: str, amount: str, **more: str) -> Facts:
    return agency(name, "单位", measures=amounts(revenue__current=amount, **more))


def test_a_whole_is_the_sum_of_its_agencies() -> None:
    parts = (part("示例局本级", "60.00"), part("示例中心", "30.00"))
    for amount, state in (("90.00", "pass"), ("90.01", "rounding"), ("91.00", "fail")):
        assert states(Agencies(whole(amount), parts), "B11") == {"revenue.current": state}
    row = found(Agencies(whole("91.00"), parts))["B11", "revenue.current"]
    assert row["other_id"] == "示例局本级-2024 示例中心-2024"
    assert row["figures"] == "f00001"
    assert row["other_figures"] == "示例局本级-2024/f00001 示例中心-2024/f00001"
    assert "示例中心（单位）本年收入合计 30.00 万元" in row["statement"]
    assert states(Agencies(whole("91.00"), parts), "B10") == {"all": "pass"}


def test_nothing_is_alleged_while_an_agency_is_missing() -> None:
    case = Agencies(whole("91.00"), (part("示例局本级", "60.00"),), ("示例中心",))
    rows = found(case)
    assert {row["state"] for row in rows.values()} == {"not_applicable"}
    assert rows["B10", "all"]["statement"] == "列出 2 个单位，已收录 1 个；缺：示例中心"


def test_an_agency_that_does_not_print_the_amount_leaves_nothing_to_add() -> None:
    parts = (part("示例局本级", "60.00"), agency("示例中心", "单位"))
    assert states(Agencies(whole("60.00"), parts), "B11") == {"revenue.current": "not_applicable"}


def test_what_agencies_pay_one_another_is_taken_out_of_the_whole() -> None:
    parts = (
        part("示例局本级", "60.00"),
        part("示例中心", "30.00", revenue__superior_subsidy="8.00"),
    )
    assert states(Agencies(whole("82.00"), parts), "B11") == {"revenue.current": "not_applicable"}


def test_a_scope_that_may_leave_agencies_out_is_a_seam() -> None:
    parts = (part("示例局本级", "60.00"), part("示例中心", "30.00"))
    case = Agencies(whole("60.00"), parts, (), ("原文没有写明是否为含所属单位的汇总",))
    assert states(case, "B11") == {"revenue.current": "not_applicable"}

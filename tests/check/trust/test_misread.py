"""Of a scan nothing is alleged; another reading is offered where it makes everything hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from juesuan import check, package
from juesuan.check.trust.misread import offers, other_readings
from juesuan.model import Facts
from tests.conftest import document_of
from tests.made import understood


def made(spent: str) -> Facts:
    text = (
        "某某县示例局2024年度部门决算公开说明\n第二部分 部门决算情况说明\n一、收入支出决算总体情况说明\n"
        "2024年度收入总计500.00万元，其中：本年收入合计480.00万元，使用非财政拨款结余（含专用结余）0.00万元，年初结转和结余20.00万元。\n"
        f"2024年度支出总计{spent}万元，其中：本年支出合计490.00万元，结余分配0.00万元，年末结转和结余10.00万元。\n"
    )
    document = document_of(text)
    contents = package.contents(understood(document), document, {})
    return replace(package.read_back(contents), printed=text)


def test_what_fails_is_not_judged_and_what_it_would_say_is_told() -> None:
    facts = made("580.00")
    failed = [row for row in check.run(facts) if row["state"] == "fail"]
    judged = {(row["rule"], row["subject"]): row for row in check.run(facts, is_scan=True)}
    assert failed and all(row["state"] != "fail" for row in judged.values())
    for row in failed:
        now = judged[row["rule"], row["subject"]]
        assert (
            now["state"] == "unreadable"
            and row["statement"] in now["statement"]
            and not now["left"]
        )


def test_what_a_person_compared_stays() -> None:
    facts = made("580.00")
    row = next(row for row in check.run(facts) if row["state"] == "fail")
    pin = {
        "rule": row["rule"],
        "subject": row["subject"],
        "left": row["left"],
        "right": row["right"],
        "note": "原文如此",
        "by": "编者",
        "on": "2026-01-02",
    }
    states = {
        (one["rule"], one["subject"]): one["state"]
        for one in check.run(facts, (pin,), is_scan=True)
    }
    assert states[row["rule"], row["subject"]] == "fail"


@pytest.mark.parametrize(
    ("spent", "offered"), [("580.00", True), ("500.00", False), ("740.00", False)]
)
def test_a_reading_is_offered_that_makes_all_hold(spent: str, offered: bool) -> None:
    facts = made(spent)
    found = offers(facts, check.run(facts), check.run)
    assert [(one.text, one.reads) for one in found] == ([(spent, "500.00")] if offered else [])


def test_other_readings_keep_what_is_sure() -> None:
    found = set(other_readings("1,350.00"))
    assert {
        "7,350.00",
        "1,850.00",
        "1,360.00",
        "1,380.00",
        "1,350.80",
    } <= found and "1,350.00" not in found
    assert "1350.00" in other_readings("135000") and "1.20" not in other_readings("120.00")

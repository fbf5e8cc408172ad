"""What one disclosure spent at each code."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from juesuan.pages.across.topics.spent import spent
from juesuan.pages.addresses import FUNCTIONS
from tests.pages.made_store import disclosure_of, store_of


def test_sums_of_tables_are_taken_as_printed(tmp_path: Path) -> None:
    table5 = [
        {"kind": "class", "code": "204", "name": "公共安全支出", "total": "8.00"},
        {"kind": "subclass", "code": "20402", "name": "公安", "total": "8.01"},
        {"kind": "item", "code": "2040201", "name": "行政运行", "total": "3.00"},
        {"kind": "item", "code": "2040220", "name": "执法办案", "total": "5.00"},
    ]
    store = store_of(tmp_path, disclosure_of("made-2031", table5=table5))
    (about,) = store.disclosures()
    found = spent(store, about, FUNCTIONS)
    assert [(one.code, one.name, one.amount) for one in found] == [
        ("204", "公共安全支出", "8.00"),
        ("20402", "公安", "8.01"),
        ("2040201", "公安 · 行政运行", "3.00"),
        ("2040220", "公安 · 执法办案", "5.00"),
    ]
    assert all("推算" not in one.shown for one in found)


def test_items_of_one_fund_do_not_hinder_sums_of_another(tmp_path: Path) -> None:
    def item(fund: str, code: str, position: str) -> dict[str, str]:
        return {"fund": fund, "level": "item", "position": position, "code": code, "actual": "2.5"}

    rows = [item("government_fund", "2120801", "1"), item("government_fund", "2120802", "2")]
    rows.append(item("general_public_budget", "", "3"))
    store = store_of(tmp_path, disclosure_of("made-2031", functions=rows))
    (about,) = store.disclosures()
    sums = [one for one in spent(store, about, FUNCTIONS) if "推算" in one.shown]
    assert [one.code for one in sums] == ["212", "21208"]
    assert {Decimal(one.amount) for one in sums} == {Decimal("5.0")}


def test_a_change_of_an_item_comes_with_its_printed_reason(tmp_path: Path) -> None:
    def item(position: str, change: str, reason: str) -> dict[str, str]:
        own = {"position": position, "code": f"20402{position}", "item": "执法办案"}
        usual = {"fund": "general_public_budget", "level": "item", "actual": "2.50"}
        return {**usual, **own, "change": change, "reason": reason}

    rows = [
        item("20", "-1.20", "压减会议费"),
        item("21", "0.00", "持平"),
        item("22", "7.00", "下属两家单位从本部门分离，经费增加"),
        item("23", "3.00", ""),
    ]
    store = store_of(tmp_path, disclosure_of("made-2031", functions=rows))
    (about,) = store.disclosures()
    found = {one.code[-2:]: one for one in spent(store, about, FUNCTIONS) if len(one.code) == 7}
    assert found["20"].change == "比上年减少 1.20" and "压减会议费" in found["20"].why
    assert (found["21"].change, found["21"].why) == ("", "")
    assert found["22"].change == "比上年增加 7.00（口径变了）"
    assert "没有读到部门说明的原因" in found["23"].why

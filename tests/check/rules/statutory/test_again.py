"""The same statutory table in two files."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import collection, package
from juesuan.model import Facts
from tests.check.conftest import found
from tests.parse.statutory.test_again import PAGE, ROWS, table


def packed(folder: Path, first: str, second: str) -> Facts:
    home = folder / "jia-yi-2023"
    (home / "source").mkdir(parents=True)
    (home / "source" / "a.txt").write_text(f"{PAGE}{first}", encoding="utf-8")
    (home / "source" / "b.txt").write_text(second, encoding="utf-8")
    collection.convert(home)
    return package.load(home)


@pytest.mark.slow
def test_figures_that_agree_and_one_that_does_not(tmp_path: Path) -> None:
    facts = packed(tmp_path, table(*ROWS), table(ROWS[0], ROWS[1].replace("20.20", "20.30")))
    assert found(facts, "T32", "table3/1")["state"] == "pass"
    row = found(facts, "T32", "table3/6")
    assert (row["state"], row["left"], row["right"]) == ("fail", "20.20", "20.30")
    assert "20.20 万元 ≠ b.txt中的表3公共安全支出“项目支出” 20.30 万元" in row["statement"]
    texts = {one["figure_id"]: one["text"] for one in facts.rows("figures")}
    assert [texts[one] for one in row["figures"].split()] == ["20.20", "20.30"]
    files = {one["figure_id"]: one["file"] for one in facts.rows("places")}
    assert [files[one] for one in row["figures"].split()] == ["a.txt", "b.txt"]


@pytest.mark.slow
def test_a_blank_is_a_zero_and_no_figure(tmp_path: Path) -> None:
    first = table(ROWS[0], "204\t公共安全支出\t71.20\t51.00\t")
    second = table(ROWS[0], "204\t公共安全支出\t71.20\t51.00\t0.00")
    assert found(packed(tmp_path, first, second), "T32", "table3/6")["state"] == "pass"
    facts = packed(tmp_path / "b", table(*ROWS), first)
    assert "空白" in found(facts, "T32", "table3/6")["statement"]


@pytest.mark.slow
def test_a_row_without_partner_is_not_compared(tmp_path: Path) -> None:
    more = "208\t社会保障和就业支出\t1.10\t1.10\t"
    facts = packed(tmp_path, table(*ROWS), table(*ROWS, more))
    assert found(facts, "T32", "table3/7")["state"] == "not_applicable"


@pytest.mark.slow
def test_yuan_and_ten_thousand_yuan_may_be_rounded(tmp_path: Path) -> None:
    yuan = ("合计\t\t712,040.00\t510,000.00\t202,040.00",)
    facts = packed(tmp_path, table(*ROWS), table(*yuan, unit="单位：元"))
    assert found(facts, "T32", "table3/1")["state"] == "rounding"


@pytest.mark.slow
def test_two_tables_that_mostly_differ_are_perhaps_not_the_same(tmp_path: Path) -> None:
    other = [row.replace("1", "3").replace("20.20", "22.20") for row in ROWS]
    facts = packed(tmp_path, table(*ROWS), table(*other))
    row = found(facts, "T32", "table3/2")
    assert row["state"] == "unreadable" and "可能不是同一张表" in row["statement"]

"""A statutory table in two files: its figures are published once, and compared."""

from __future__ import annotations

from pathlib import Path

from juesuan.collection.conversion.sources import read
from juesuan.model import Facts
from tests.made import understood

HEAD = "科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出"
PAGE = "甲县乙局2023年度部门决算公开说明\n"
ROWS = ("合计\t\t71.20\t51.00\t20.20", "204\t公共安全支出\t71.20\t51.00\t20.20")


def table(*rows: str, unit: str = "单位：万元") -> str:
    return "\n".join(["支出决算表", unit, HEAD, *rows, ""])


def two(folder: Path, first: str, second: str) -> Facts:
    (folder / "a.txt").write_text(f"{PAGE}{first}", encoding="utf-8")
    (folder / "b.txt").write_text(second, encoding="utf-8")
    return understood(read([folder / "a.txt", folder / "b.txt"]))


def reprinted(facts: Facts) -> list[tuple[str, str, str]]:
    return [(row["row"], row["field"], row["again"]) for row in facts.rows("reprints")]


def test_the_figures_of_the_second_file_stand_beside_those_of_the_first(tmp_path: Path) -> None:
    facts = two(tmp_path, table(*ROWS), table(ROWS[0], ROWS[1].replace("20.20", "20.30")))
    assert [row["project"] for row in facts.rows("table3")] == ["20.20", "20.20"]
    assert reprinted(facts) == [
        ("1", "total", "71.20"),
        ("1", "basic", "51.00"),
        ("1", "project", "20.20"),
        ("2", "total", "71.20"),
        ("2", "basic", "51.00"),
        ("2", "project", "20.30"),
    ]
    assert {row["file"] for row in facts.rows("reprints")} == {"b.txt"}
    own = [one for one in facts.figures if one.resource == "reprints"]
    assert [one.status for one in own] == ["bound"] * 6 and own[-1].text == "20.30"
    assert not [one for one in facts.figures if one.status == "unread"]
    assert any("printed in a.txt too" in remark for remark in facts.remarks)


def test_a_row_is_known_by_its_name_and_not_by_its_place(tmp_path: Path) -> None:
    facts = two(tmp_path, table(*ROWS), table(*reversed(ROWS)))
    assert [row for row, _, _ in reprinted(facts)] == ["2", "2", "2", "1", "1", "1"]


def test_a_row_that_one_file_has_alone_is_told_and_has_no_partner(tmp_path: Path) -> None:
    more = "208\t社会保障和就业支出\t1.10\t1.10\t"
    facts = two(tmp_path, table(*ROWS), table(*ROWS, more))
    assert ("", "total", "1.10") in reprinted(facts)
    assert any("1 of its rows are none of a.txt" in remark for remark in facts.remarks)


def test_a_name_that_stands_twice_has_no_partner(tmp_path: Path) -> None:
    facts = two(tmp_path, table(ROWS[0], ROWS[1], ROWS[1]), table(*ROWS))
    assert [row for row, _, _ in reprinted(facts)] == ["1", "1", "1", "", "", ""]


def test_a_blank_in_one_file_and_a_figure_in_the_other_is_compared(tmp_path: Path) -> None:
    blank = ROWS[1].replace("51.00", "")
    assert ("2", "basic", "") in reprinted(two(tmp_path, table(*ROWS), table(ROWS[0], blank)))


def test_a_cell_with_another_unit_than_its_table_is_told_and_read_where_that_is_proved(
    tmp_path: Path,
) -> None:
    cell = table(*(row.replace("51.00", "51.00元") for row in ROWS))
    facts = two(tmp_path, cell, table(*ROWS))
    assert [row["basic"] for row in facts.rows("table3")] == ["", ""]
    (told,) = (one for one in facts.remarks if "both stated" in one)
    assert told.startswith(
        "a.txt, line 4: 支出决算表: unit? 万元 and 元 are both stated of 2 of its"
    )
    assert "(a.txt, line 5: 51.00元)" in told and 'printed = "万元/元"' in told
    text = "本年支出合计71.20万元，其中：基本支出51.00万元，项目支出20.20万元。\n"
    facts = two(tmp_path, cell.replace("71.20", "71.20元"), text)
    assert [row["basic"] for row in facts.rows("table3")] == ["51.00", "51.00"]


def test_another_unit_gives_the_same_figures(tmp_path: Path) -> None:
    yuan = [row.replace("71.20", "712,000.00").replace("51.00", "510,000.00") for row in ROWS]
    yuan = [row.replace("20.20", "202,000.00") for row in yuan]
    facts = two(tmp_path, table(*ROWS), table(*yuan, unit="单位：元"))
    assert reprinted(facts)[0] == ("1", "total", "71.200000")


def test_what_cannot_be_read_of_the_second_is_unread_and_not_compared(tmp_path: Path) -> None:
    facts = two(tmp_path, table(*ROWS), table(ROWS[0], ROWS[1].replace("51.00", "5l.00")))
    assert ("2", "basic") not in [(row, field) for row, field, _ in reprinted(facts)]
    headless = table(*ROWS).replace("\t基本支出", "\t")
    (folder := tmp_path / "more").mkdir()
    facts = two(folder, table(*ROWS), headless)
    assert "basic" not in {field for _, field, _ in reprinted(facts)}
    assert {one.text for one in facts.figures if one.status == "unread"} == {"51.00"}


def test_without_a_second_file_there_is_no_such_table(tmp_path: Path) -> None:
    facts = two(tmp_path, table(*ROWS), "其他说明。\n")
    assert facts.rows("table3") and not facts.rows("reprints")

"""What a release brings, for people: counted, named, and harmless."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.release.made_release import HEAD, Table, issue, items, terms

from juesuan.pages import Edition
from juesuan.release import told
from juesuan.release.delta import Delta

EDITION = Edition("2026.04", "2026-04-30T00:00:00Z")
ABOUT = ("disclosure_id", "department", "fiscal_year")


def disclosures(*names: str) -> Table:
    return Table(
        ABOUT, ["disclosure_id"], [(one, f"{one[0].upper()}局", one[-4:]) for one in names]
    )


def changes(place: Path, old: dict[str, Table], new: dict[str, Table]) -> str:
    delta = Delta(issue(place / "a.zip", "2026.03", old), issue(place / "b.zip", "2026.04", new))
    return told.changes(delta, EDITION, delta.counts())


def test_disclosures_that_came_and_went_are_named(tmp_path: Path) -> None:
    old, new = disclosures("a-2024", "b-2024"), disclosures("b-2024", "c-2024")
    text = changes(tmp_path, {"disclosure": old}, {"disclosure": new})
    assert text.startswith("# 2026.04 与 2026.03 的差别\n")
    assert "新收录 1 份：\n\n- C局2024年度（c-2024）" in text
    assert "撤下 1 份：\n\n- A局2024年度（a-2024）" in text
    assert "| 决算公开（`disclosure`） | 1 | 1 | 0 | 0 |" in text


def log(*rows: tuple[str, str, str, str]) -> Table:
    """Rows of the log: what was done, to which id, which it has then, and why."""
    return Table(("action", "disclosure_id", "new_id", "reason"), [], rows)


def test_what_was_renamed_is_neither_new_nor_withdrawn(tmp_path: Path) -> None:
    old = disclosures("a-2024", "b-2024", "d-2024")
    new = disclosures("c-2024", "e-2024")
    done = log(
        ("replaced", "a-2024", "", "附表有误"),
        ("renamed", "a-2024", "x-2024", "部门认错"),
        ("removed", "b-2024", "", "误收了*草稿*"),
        ("renamed", "x-2024", "c-2024", "又认错"),
    )
    text = changes(tmp_path, {"disclosure": old}, {"disclosure": new, "log": done})
    assert "新收录 1 份：\n\n- E局2024年度（e-2024）\n" in text
    assert "改编号 1 份：\n\n- A局2024年度（a-2024） → c-2024\n" in text
    assert (
        "撤下 2 份：\n\n- B局2024年度（b-2024）：误收了\\*草稿\\*\n- D局2024年度（d-2024）\n"
        in text
    )


def test_a_value_is_told_as_it_was_and_as_it_is(tmp_path: Path) -> None:
    old = items(("a-2024", "1", "甲项", "1.00"), ("a-2024", "2", "乙项", ""))
    new = items(("a-2024", "1", "乙项", "2.00"), ("a-2024", "2", "甲项", "1.50"))
    text = changes(tmp_path, {"functions": old}, {"functions": new})
    assert "- a-2024 支出功能分类 甲项：决算数 1.00 → 1.50\n" in text
    assert "- a-2024 支出功能分类 乙项：决算数 （没有印） → 2.00\n" in text
    assert "序号" not in text, "an order is no value"


def test_more_values_than_are_told_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(told, "MOST", 2)
    rows = [[("a-2024", str(n), f"项{n}", amount) for n in range(5)] for amount in ("1", "2")]
    text = changes(tmp_path, {"functions": items(*rows[0])}, {"functions": items(*rows[1])})
    assert text.count("决算数 1 → 2") == 2 and "另有 3 处" in text
    many = changes(
        tmp_path,
        {"disclosure": disclosures()},
        {"disclosure": disclosures(*(f"{x}-2024" for x in "abcd"))},
    )
    assert "新收录 4 份" in many and "另有 2 份" in many


def test_columns_and_tables_that_came_and_went(tmp_path: Path) -> None:
    old = {"functions": items(), "glossary": terms()}
    new = {"functions": items(columns=(*HEAD[:-1], "reason")), "x": terms()}
    text = changes(tmp_path, old, new)
    assert "支出功能分类（`functions`）：增加字段 `reason`" in text and "去掉字段 `actual`" in text
    assert "`x`：新的数据表" in text and "名词解释（`glossary`）：去掉的数据表" in text


def test_nothing_is_told_as_nothing(tmp_path: Path) -> None:
    same = {"glossary": terms(("a-2024", "甲", "一"))}
    assert "数据没有变化。" in changes(tmp_path, same, same)


def test_texts_of_disclosures_are_harmless(tmp_path: Path) -> None:
    bad = "[x](http://a.example)<script>|\n# b"
    old, new = (terms(("a-2024", bad, one)) for one in ("一", "`壹`"))
    line = changes(tmp_path, {"glossary": old}, {"glossary": new}).splitlines()[-1]
    for char in ("[", "]", "<", "|", "#", "`"):
        assert line.count(char) == line.count(f"\\{char}") > 0, char


def test_the_first_release_says_how_many(tmp_path: Path) -> None:
    now = issue(tmp_path / "a.zip", "2026.04", {"disclosure": disclosures("a-2024", "b-2024")})
    assert told.first(now, EDITION) == "# 2026.04\n\n数据的第一版（2026-04-30）：2 份决算公开。\n"

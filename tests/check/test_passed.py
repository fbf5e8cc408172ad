"""What passed checks say is not published; it is made from the rule and the figures, word for word."""

from __future__ import annotations

from dataclasses import replace

from juesuan import check, collection
from juesuan.check import Passed
from juesuan.check.book.book import Book
from juesuan.check.run import ask
from juesuan.model import Facts
from tests.check.conftest import edited, m
from tests.conftest import ROOT


def row_of(facts: Facts, rule: str, subject: str = "all") -> dict[str, str]:
    return next(
        row for row in facts.rows("checks") if (row["rule"], row["subject"]) == (rule, subject)
    )


def test_a_package_tells_in_words_what_does_not_pass_alone(published: dict[str, Facts]) -> None:
    for facts in published.values():
        rows = facts.rows("checks")
        assert {row["state"] == "pass" for row in rows if not row["statement"]} == {True}
        assert not [row for row in rows if row["statement"] and row["state"] == "pass"]


OLD = {
    # as packages told it before, each compared with the printed lines of its source
    ("changji-government-office-2023", "N03", "all"): (
        "收入总计 1,978.38 万元 ＝ 支出总计 1,978.38 万元"
    ),
    ("changji-government-office-2023", "N37", "all"): (
        "财政拨款“三公”经费 107.51 万元 ＝ 因公出国（境）费 1.89 万元 + 公务用车购置及运行维护费 105.62 万元"
        " + 公务接待费 0.00 万元 ＝ 107.51 万元"
    ),
    ("changji-government-office-2023", "P02", "overall"): (
        "整体支出绩效自评表：得分 9.77，符合 A 式"
    ),
    ("changji-government-office-2023", "N48", "all"): "称下设 10 个，列出 10 个",
    ("changji-government-office-2023", "P09", "overall/5"): (
        "整体支出绩效自评表的指标“参加体检的人数（人）”：指标值 =83人，完成值 65人，分值 6，得分 4.7，按完成比例计分"
    ),
}


def test_what_is_made_is_what_was_published_word_for_word(published: dict[str, Facts]) -> None:
    for (name, rule, subject), sentence in OLD.items():
        folder = ROOT / "datapackages" / name
        facts = replace(published[name], printed=collection.text_of(folder))
        assert Passed(facts).sentence(row_of(facts, rule, subject)) == sentence


def test_every_pass_says_what_its_rule_said_when_it_was_asked(base: Facts) -> None:
    asked = [row for rule in check.all_rules() for row in ask(rule, Book(base))]
    said = {(row["rule"], row["subject"]): row["statement"] for row in asked}
    told, passed = Passed(base), [row for row in check.run(base) if row["state"] == "pass"]
    assert len(passed) > 50
    for row in passed:
        assert row["statement"] == ""
        assert told.sentence(row) == said[row["rule"], row["subject"]] != ""


def test_what_cannot_be_made_any_more_is_called_by_its_rule(base: Facts) -> None:
    row = next(one for one in check.run(base) if one["rule"] == "N03")
    other = edited(base, m("overview/expenditure.total", "actual", "1.00"))
    assert Passed(other).sentence(row) == "收入总计 ＝ 支出总计"
    assert Passed(base).sentence({**row, "rule": "N999"}) == "N999"
    failed = next(one for one in check.run(other) if one["rule"] == "N03")
    assert "不能同时成立" in Passed(base).sentence(failed) == failed["statement"]

"""Results of checks on the pages of a disclosure."""

from __future__ import annotations

from juesuan.model import Facts
from juesuan.pages.disclosure.findings import (
    check_counts,
    contradictions,
    reasons_missing,
    statements,
)
from juesuan.pages.evidence.figures import Evidence


def made() -> Facts:
    checks = [
        {"rule": "N01", "state": "pass", "statement": "", "figures": "f1"},
        {"rule": "N02", "state": "fail", "statement": "甲", "figures": "f1 f9"},
        {"rule": "N03", "state": "not_applicable", "statement": "缺少：本年收入", "figures": ""},
        {"rule": "N04", "state": "not_applicable", "statement": "缺少：年初预算", "figures": ""},
        {
            "rule": "N05",
            "state": "not_applicable",
            "statement": "不能核对：年初预算",
            "figures": "",
        },
    ]
    figure = {
        "figure_id": "f1", "status": "bound", "resource": "measures", "row": "r", "field": "actual",
        "text": "1.00", "page": "", "line": "7",
    }  # fmt: skip
    about = {"disclosure_id": "made-up-2024", "source_file": "made.txt"}
    tables = {"disclosure": (about,), "checks": tuple(checks), "figures": (figure,)}
    return Facts("made-up-2024", tables)


def test_counts_are_in_the_order_of_the_site() -> None:
    assert list(check_counts(made()).items()) == [
        ("fail", 1), ("unreadable", 0), ("information", 0), ("rounding", 0), ("not_applicable", 3),
        ("pass", 1),
    ]  # fmt: skip


def test_a_contradiction_cites_the_figures_that_are_there() -> None:
    facts = made()
    (finding,) = statements(facts, Evidence.of(facts), "fail")
    assert [link.striptags() for link in finding.cited] == ["1.00（第 7 行）"]
    assert 'href="../source/#f1"' in finding.cited[0]
    assert statements(facts, Evidence.of(facts), "pass")[0].cited == []


def test_reasons_are_counted_the_most_frequent_first() -> None:
    assert reasons_missing(made()) == [("年初预算", 2), ("本年收入", 1)]


def test_contradictions_are_told_in_plain_words_the_weightiest_first() -> None:
    def check(rule: str, number: str) -> dict[str, str]:
        said = f"甲 {number}.00 万元 ≠ 乙 1.00 万元，相差 {int(number) - 1}.00 万元"
        brief = f"甲是 {number}.00 万元，乙是 1.00 万元"
        sides = {
            "brief": brief,
            "left": f"{number}.00",
            "right": "1.00",
            "difference": f"{int(number) - 1}.00",
        }
        return {
            "rule": rule, "subject": "p7/1", "state": "fail", "statement": said, "figures": "f1",
            **sides,
        }  # fmt: skip

    facts = made()
    figure = {**facts.rows("figures")[0], "unit": "万元"}
    project = {"project_id": "p7", "kind": "project", "name": "示例项目"}
    tables = {
        **facts.tables,
        "figures": (figure,),
        "projects": (project,),
        "checks": (check("N03", "3"), check("N03", "9")),
    }
    found = contradictions(
        Facts("made-up-2024", tables), Evidence.of(Facts("made-up-2024", tables))
    )
    assert [one.heading for one in found] == [
        "甲是 9.00 万元，乙是 1.00 万元",
        "甲是 3.00 万元，乙是 1.00 万元",
    ]
    assert found[0].doubt.words == "相差 8.00 万元，占较大一方的 88.9%"
    assert found[0].name == "示例项目"
    assert found[0].page == "d/findings/made-up-2024--N03-p7-1/"

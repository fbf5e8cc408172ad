"""Results of checks on the pages of a disclosure."""

from __future__ import annotations

from juesuan.model import Facts
from juesuan.pages.disclosure.findings import check_counts, reasons_missing, statements
from juesuan.pages.figures import Evidence


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

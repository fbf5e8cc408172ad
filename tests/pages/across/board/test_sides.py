"""What a check that holds compares."""

from __future__ import annotations

from juesuan.check.comparing.relation import AT_MOST, EQUAL, Relation
from juesuan.pages.across.board.sides import sides
from juesuan.pages.evidence.figures import Evidence


def figure(name: str, value: str) -> dict[str, str]:
    return {
        "figure_id": name, "line": name[1:], "page": "", "value": value, "text": value,
        "status": "prose", "resource": "", "row": "", "field": "",
    }  # fmt: skip


FIGURES = [figure("f00007", "1234.50"), figure("f00008", "1234.50"), figure("f00009", "2.00")]
EVIDENCE = Evidence({"disclosure_id": "made-up-2031", "source_file": "made.txt"}, FIGURES, "../x/")


def check(left: str, right: str, tolerance: str = "0", figures: str = "f00007 f00008 f00009"):
    return {"left": left, "right": right, "tolerance": tolerance, "figures": figures}


def test_each_side_leads_to_its_own_figure() -> None:
    found = sides(check("1234.5", "1234.50"), EQUAL, EVIDENCE)
    assert found.striptags() == "1,234.5 ＝ 1,234.50"
    assert found.index("#f00007") < found.index("＝") < found.index("#f00008")


def test_a_side_that_is_made_up_is_no_link() -> None:
    found = sides(check("1233.50", "1234.50"), AT_MOST, EVIDENCE)
    assert found.startswith("<span>1,233.50 ≤ <a ")


def test_its_rule_says_what_stands_between_both_sides_or_about_them() -> None:
    near = sides(check("2.004", "2.00", "0.005"), EQUAL, EVIDENCE)
    assert near.striptags() == "2.004 ≈ 2.00（在四舍五入容差 0.005 内）"
    words = Relation("", "增减额 {left} 万元，增减率 {right}%，方向一致")
    found = sides(check("1234.50", "2.00"), words, EVIDENCE)
    assert found.striptags() == "增减额 1,234.50 万元，增减率 2.00%，方向一致"
    assert found.count("<a ") == 2


def test_without_sides_its_figures_stand_for_it() -> None:
    found = sides(check("", "", figures="f00009 f00001"), EQUAL, EVIDENCE)
    assert found.striptags() == "2.00" and sides(check("", "", figures=""), EQUAL, EVIDENCE) == ""

"""What a check that holds compares."""

from __future__ import annotations

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
    found = sides(check("1234.5", "1234.50"), EVIDENCE)
    assert found.striptags() == "1,234.5 ＝ 1,234.50"
    assert found.index("#f00007") < found.index("＝") < found.index("#f00008")


def test_a_side_that_is_made_up_is_no_link() -> None:
    found = sides(check("1236.50", "1234.50"), EVIDENCE)
    assert found.startswith("<span>1,236.50 ≥ <a ")


def test_within_the_tolerance_is_equal_and_less_is_less() -> None:
    assert " ＝ " in sides(check("2.004", "2.00", "0.005"), EVIDENCE)
    assert " ≤ " in sides(check("1.99", "2.00", "0.005"), EVIDENCE)


def test_without_sides_its_figures_stand_for_it() -> None:
    found = sides(check("", "", figures="f00009 f00001"), EVIDENCE)
    assert found.striptags() == "2.00" and sides(check("", "", figures=""), EVIDENCE) == ""

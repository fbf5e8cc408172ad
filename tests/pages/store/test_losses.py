"""Where a project lost points, each loss with its own reason."""

from __future__ import annotations

from juesuan.pages.store.losses import losses, lost
from tests.pages.made_facts import Given, evidence_of, facts_with


def told(indicators: list[tuple[str, str, str, str]], rate: str = "", most: int = 2) -> list[str]:
    """What is told of indicators (name, weight, score, reason) and the score of execution."""
    rows: list[Given] = [
        {
            "project_id": "p1", "position": str(at), "level3": name, "weight": weight,
            "score": score, "reason": reason,
        }
        for at, (name, weight, score, reason) in enumerate(indicators, start=1)
    ]  # fmt: skip
    fund = {"project_id": "p1", "source": "total", "weight": "10", "score": rate}
    facts = facts_with(indicators=rows, project_funds=[fund] if rate else [])
    funds, found = facts.rows("project_funds"), facts.rows("indicators")
    return [one.striptags() for one in losses(evidence_of(facts), funds, found, most)]


def test_the_reason_is_that_of_the_indicator_that_lost_it() -> None:
    """The one that lost most gives none: it does not get another one's."""
    assert told([("甲", "20", "2", ""), ("乙", "10", "9", "雨季停工。")]) == [
        "甲（20 分得 2 分）：没有写原因",
        "乙（10 分得 9 分）：雨季停工",
    ]


def test_execution_loses_points_too() -> None:
    assert told([("甲", "10", "9", "慢")], rate="3.00", most=1) == [
        "预算执行率（10 分得 3.00 分）",
        "另有 1 项",
    ]


def test_indicators_of_one_reason_are_told_together() -> None:
    same = [("甲", "5", "4", "钱没到"), ("乙", "5", "0", "钱没到"), ("丙", "5", "3", "钱没到")]
    assert told([*same, ("丁", "10", "3", "下雨"), ("戊", "9", "8", "又下雨")]) == [
        "乙（5 分得 0 分）、丙（5 分得 3 分）等 3 项：钱没到",
        "丁（10 分得 3 分）：下雨",
        "另有 1 项",
    ]


def test_of_as_many_points_those_of_one_place_come_first() -> None:
    """However the indicators are given: the list of all projects gives the worst first."""
    two = [("甲", "4", "0", "下雨"), ("乙", "4", "0", "下雨"), ("丙", "20", "12", "有瑕疵")]
    expected = [
        "丙（20 分得 12 分）：有瑕疵",
        "甲（4 分得 0 分）、乙（4 分得 0 分）：下雨",
    ]
    assert told(two) == told([two[2], *two[:2]]) == expected


def test_who_lost_nothing_has_none() -> None:
    assert told([("甲", "10", "10", "很好")], rate="10.00") == []


def test_the_first_loss_is_told_as_plain_text() -> None:
    """As lists of projects tell it: with those that share its reason, and only the first."""
    rows: list[Given] = [
        {
            "project_id": "p1", "position": str(at), "level3": name, "weight": "9",
            "score": score, "reason": reason,
        }
        for at, (name, score, reason) in enumerate(
            [("甲<乙>", "6", "钱没到"), ("丙", "4", "下雨"), ("丁", "5", "钱没到")], start=1
        )
    ]  # fmt: skip
    facts = facts_with(indicators=rows)
    found = lost(evidence_of(facts), [], facts.rows("indicators"))
    assert found == "丁（9 分得 5 分）、甲<乙>（9 分得 6 分）：钱没到"
    assert lost(evidence_of(facts), [], []) == ""

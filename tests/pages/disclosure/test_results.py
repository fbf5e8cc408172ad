"""A form in a sentence: what is printed of it, and reasons with all that they explain."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.model import Facts
from juesuan.pages.disclosure.results import missed, sentence
from juesuan.pages.store.portfolio import hidden
from tests.pages.made_facts import evidence_of, facts_with


def made(*indicators: tuple[str, str, str, str], score: str = "", **funds: str) -> Facts:
    """A form with indicators: name, weight, score, reason."""
    own = {"score": funds.pop("score_of_rate")} if "score_of_rate" in funds else {}
    return facts_with(
        projects=[{"project_id": "p1", "kind": "project", "total_score": score}],
        project_funds=[{"project_id": "p1", "source": "total", **own, **funds}] if funds else [],
        indicators=[
            {"project_id": "p1", "position": str(at), "level3": name, "weight": weight, "score": got, "reason": why}
            for at, (name, weight, got, why) in enumerate(indicators, start=1)
        ],
    )  # fmt: skip


def told(facts: Facts) -> str:
    (form,) = facts.rows("projects")
    funds, indicators = facts.rows("project_funds"), facts.rows("indicators")
    return sentence(evidence_of(facts), form, funds, indicators).striptags()


def reasons(facts: Facts) -> list[tuple[str, str]]:
    found = missed(evidence_of(facts), facts.rows("indicators"), facts.rows("project_funds"))
    return [
        ("、".join(each.striptags() for each in one.indicators), one.reason.striptags())
        for one in found
    ]


def test_a_form_is_told_in_a_sentence_and_each_number_opens_its_place() -> None:
    facts = made(
        ("培训场次", "10", "10", ""),
        ("培训人数", "20", "15.5", "报名不足"),
        score="95.50",
        annual_budget="120.00",
        executed="118.80",
        execution_rate_pct="99.00",
    )
    assert told(facts) == (
        "全年预算 120.00 万元，执行 118.80 万元，执行率 99.00%，自评 95.50 分。"
        "2 项指标中 1 项没有得满分，共少得 4.5 分。"
    )
    (form,), funds = facts.rows("projects"), facts.rows("project_funds")
    whole = sentence(evidence_of(facts), form, funds, facts.rows("indicators"))
    assert whole.count("<a href=") == 4


def test_what_is_not_printed_is_not_told() -> None:
    assert told(made()) == ""
    assert told(made(("甲", "10", "", ""), score="90")) == "自评 90 分。"
    assert told(made(("甲", "10", "", ""), ("乙", "5", "5", ""))) == (
        "读出分值和得分的 1 项指标都得满分。"
    )
    assert told(made(executed="3.00")) == "执行 3.00 万元。"


def test_what_the_rate_of_execution_lost_is_counted_and_named() -> None:
    facts = made(
        ("场次", "50", "50", ""),
        ("人数", "40", "36.5", "报名不足"),
        score="91.50",
        weight="10",
        score_of_rate="5.00",
    )
    assert told(facts) == (
        "自评 91.50 分。2 项指标中 1 项没有得满分，共少得 3.5 分；预算执行率少得 5 分。"
    )
    assert reasons(facts) == [
        ("预算执行率（10 分得 5.00 分）", ""),
        ("人数（40 分得 36.5 分）", "报名不足"),
    ]
    full = made(("场次", "90", "90", ""), score="97", weight="10", score_of_rate="7")
    assert told(full) == "自评 97 分。1 项指标都得满分；预算执行率少得 3 分。"


@pytest.mark.parametrize(
    ("total", "said"),
    [
        ("89.00", "总分比 100 分少 11 分，读出的各项共少得 6 分，相差的 5 分"),
        ("98", "总分比 100 分少 2 分，读出的各项共少得 6 分，相差的 4 分"),
        ("101", "总分比 100 分多 1 分，读出的各项共少得 6 分，相差的 7 分"),
        ("94.0", ""),
    ],
)
def test_what_the_scores_do_not_explain_is_told(total: str, said: str) -> None:
    facts = made(("甲", "90", "88", "因"), score=total, weight="10", score_of_rate="6")
    rest = f"{said}从这些分值和得分看不出原因。" if said else ""
    assert told(facts) == (
        f"自评 {total} 分。1 项指标中 1 项没有得满分，共少得 2 分；预算执行率少得 4 分。{rest}"
    )


def test_a_score_that_was_not_read_is_told_with_what_it_lost() -> None:
    made_up = made(
        ("甲", "60", "58", "因"), ("乙", "30", "", ""), score="88", weight="10", score_of_rate="10"
    )
    rows = made_up.rows("indicators")
    facts = replace(
        made_up,
        tables={**made_up.tables, "indicators": (rows[0], {**rows[1], "unreadable": "score"})},
    )
    assert told(facts) == (
        "自评 88 分。读出分值和得分的 1 项指标中 1 项没有得满分，共少得 2 分。"
        "第 2 项的得分没有读出，由总分推出少得 10 分。"
    )
    (form,), funds = facts.rows("projects"), facts.rows("project_funds")
    found = missed(
        evidence_of(facts),
        facts.rows("indicators"),
        funds,
        hidden(form, funds, facts.rows("indicators")),
    )
    assert [(one.indicators[0].striptags(), one.reason.striptags()) for one in found] == [
        ("乙（30 分，少得 10 分）", "得分没有读出，少得的分由总分推出"),
        ("甲（60 分得 58 分）", "因"),
    ]


def test_what_was_missed_stands_with_its_target_and_result() -> None:
    row = {"project_id": "p1", "position": "1", "level3": "植树", "weight": "10", "score": "4", "reason": "天旱"}  # fmt: skip
    facts = facts_with(
        indicators=[
            row
            | {"target": "≥90棵", "target_value": "90", "actual": "=36棵", "actual_value": "36"},
            row | {"position": "2", "target": "及时", "actual": "", "score": "9"},
            row | {"position": "3", "unreadable": "actual", "actual": "", "score": "9.5"},
        ]
    )
    (found,) = missed(evidence_of(facts), facts.rows("indicators"), ())
    assert [one.striptags() for one in found.indicators] == [
        "植树（目标 ≥90棵，完成 36棵；10 分得 4 分）",
        "植树（目标 及时；10 分得 9 分）",
        "植树（完成 无法辨认；10 分得 9.5 分）",
    ]


def test_the_rate_may_stand_in_another_row_than_the_sum() -> None:
    facts = facts_with(
        projects=[{"project_id": "p1", "kind": "project", "total_score": "98"}],
        project_funds=[
            {"project_id": "p1", "source": "central", "executed": "1", "execution_rate_pct": "50"},
            {"project_id": "p1", "source": "total", "executed": "3"},
        ],
    )
    assert told(facts) == "执行 3 万元，执行率 50%，自评 98 分。"


def test_one_reason_stands_once_with_all_that_it_explains() -> None:
    facts = made(
        ("甲", "10", "9", "目标不准"),
        ("乙", "10", "10", "不说"),
        ("丙", "20", "12.5", "天气"),
        ("丁", "30", "22", "目标不准"),
        ("戊", "5", "4.9", ""),
    )
    assert reasons(facts) == [
        ("丁（30 分得 22 分）、甲（10 分得 9 分）", "目标不准"),
        ("丙（20 分得 12.5 分）", "天气"),
        ("戊（5 分得 4.9 分）", "没有写原因"),
    ]


def test_what_cannot_be_read_is_said_so() -> None:
    row = {
        "project_id": "p1", "position": "1", "level3": "", "weight": "5", "score": "1",
        "reason": "", "unreadable": "level3 reason",
    }  # fmt: skip
    facts = facts_with(
        projects=[{"project_id": "p1", "kind": "project", "unreadable": "total_score"}],
        indicators=[row],
    )
    assert reasons(facts) == [("无法辨认（5 分得 1 分）", "无法辨认")]
    assert told(facts).startswith("自评 无法辨认。1 项指标中 1 项没有得满分，共少得 4 分。")


@pytest.mark.slow
@given(st.lists(st.tuples(st.decimals(0, 99, places=2), st.decimals(0, 99, places=2)), max_size=6))
def test_every_indicator_that_lost_weight_is_there_once(
    pairs: list[tuple[Decimal, Decimal]],
) -> None:
    facts = made(
        *((f"<指标{at}>", str(w), str(s), f"因{at % 2}") for at, (w, s) in enumerate(pairs))
    )
    found = missed(evidence_of(facts), facts.rows("indicators"), ())
    names = [one for each in found for one in each.indicators]
    assert len(names) == sum(s < w for w, s in pairs)
    assert len(found) <= 2 and not any("<指标" in one for one in names)

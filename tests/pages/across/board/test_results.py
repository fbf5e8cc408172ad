"""Results of rules by disclosure."""

from __future__ import annotations

from pathlib import Path

import pytest
from markupsafe import Markup

from juesuan.pages import addresses
from juesuan.pages.across.board import results as module
from juesuan.pages.across.board.results import result_rows, results
from juesuan.pages.store.store import Store
from tests.pages.made_store import disclosure_of, store_of


@pytest.fixture
def store(tmp_path: Path) -> Store:
    def checks(*states: str) -> list[dict[str, str]]:
        return [
            {"rule": "N03", "subject": str(i), "state": state, "statement": f"<甲{i}>" if i else ""}
            for i, state in enumerate(states)
        ]

    return store_of(
        tmp_path,
        disclosure_of("a-b-2023", {"department": "甲&局"}, checks=checks("pass", "pass", "fail")),
        disclosure_of("a-c-2023", checks=checks("pass")),
    )


def test_states_are_counted_by_disclosure_in_one_order(store: Store) -> None:
    (rule, rows), *more = results(store, "checks").items()
    assert rule == "N03" and not more
    told = [(row["disclosure_id"], row["state"], row["n"], row["example"]) for row in rows]
    assert told == [
        ("a-b-2023", "fail", "1", "<甲2>"),
        ("a-b-2023", "pass", "2", "<甲1>"),
        ("a-c-2023", "pass", "1", ""),
    ]
    assert results(store, "checks_between") == {}


def test_of_each_rule_only_the_first_are_asked_for(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "RESULTS", 2)
    assert [len(rows) for rows in results(store, "checks").values()] == [2]


def test_a_row_shows_a_disclosure_with_its_states_harmlessly(store: Store) -> None:
    held = {"a-c-2023": Markup("<a>3.00</a> ＝ 3.00")}
    html = result_rows(held, results(store, "checks")["N03"], addresses.rule("N03"))
    first, second = html.splitlines()
    assert "甲&amp;局" in first and "对不上 1，" in first and "甲2" not in first
    assert 'href="../../a-b-2023/checks/"' in first
    assert "<td><a>3.00</a> ＝ 3.00</td>" in second and 'href="../../a-c-2023/checks/"' in second


def test_an_example_is_harmless(store: Store) -> None:
    note = [{**row, "state": "information"} for row in results(store, "checks")["N03"][:1]]
    assert "<td>&lt;甲2&gt;</td>" in result_rows({}, note, addresses.rule("N03"))

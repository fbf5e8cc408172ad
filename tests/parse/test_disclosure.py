"""One disclosure as a whole: what the stages make together."""

from juesuan import terms
from tests.conftest import facts_of
from tests.made import disclosure


def test_the_head_repeats_the_counts_of_the_prose() -> None:
    (row,) = facts_of(disclosure()).rows("disclosure")
    counts = (
        "headcount_total",
        "headcount_serving",
        "headcount_retired_cadre",
        "headcount_retired",
    )
    assert [row[name] for name in counts] == ["12", "10", "0", "2"]


def test_each_row_has_the_id_and_tables_are_in_their_order() -> None:
    facts = facts_of(disclosure())
    assert all(
        row["disclosure_id"] == "made-up-2024" for rows in facts.tables.values() for row in rows
    )
    assert list(facts.tables) == [name for name in terms.resource_schemas() if name in facts.tables]
    assert all(facts.tables.values())

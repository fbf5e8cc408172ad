"""How rows are compared: columns of both releases, and by what a row is known again."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.release.made_release import HEAD, issue, items, terms

from juesuan import terms as definitions
from juesuan.release.layout import known_by, layout, widened


def test_columns_that_came_and_went(tmp_path: Path) -> None:
    old = issue(
        tmp_path / "a.zip",
        "2026.03",
        {"glossary": terms(columns=("disclosure_id", "note", "term"))},
    )
    new = issue(
        tmp_path / "b.zip",
        "2026.04",
        {"glossary": terms(columns=("disclosure_id", "term", "source"))},
    )
    found = layout(old, new, "glossary")
    assert found.columns == ("disclosure_id", "term", "source", "note")
    assert (found.gained, found.gone) == (("source",), ("note",))
    assert widened(("d", "n", "t"), found.before) == ("d", "t", "", "n")
    assert widened(("d", "t", "s"), found.now) == ("d", "t", "s", "")
    assert found.identity(("d", "t", "s", "n")) == ("d", "t") and not found.counts


def test_where_the_key_counts_the_row_is_known_by_what_it_is_about(tmp_path: Path) -> None:
    one = issue(tmp_path / "a.zip", "2026.03", {"functions": items()})
    found = layout(one, one, "functions")
    assert [HEAD[at] for at in found.known] == ["disclosure_id", "fund", "level", "item"]
    assert {HEAD[at] for at in found.counts} == {"position"}
    row = ("d", "f", "item", "7", "甲", "1.00")
    assert found.content(row) == ("d", "f", "item", "甲", "1.00")


@pytest.mark.parametrize(
    "name", sorted(definitions.resource_schemas() | definitions.whole_schemas())
)
def test_every_key_that_only_counts_says_by_what_a_row_is_known(name: str) -> None:
    resource = definitions.schema_of(name)
    counts = {"position", "project_id", "figure_id", "row"} & {*resource.key}
    assert bool(known_by(name)) == bool(counts and name != "readings"), resource.key
    assert {*known_by(name)} <= {one.name for one in resource.fields}


def test_a_list_of_codes_is_known_by_its_key() -> None:
    assert known_by("functional-codes") == ()

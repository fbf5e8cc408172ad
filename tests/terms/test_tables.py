"""The nine statutory tables."""

from __future__ import annotations

import re

import pytest

from juesuan import terms
from juesuan.errors import TermsError
from tests.terms.conftest import Changed, text_of


def test_nine_tables_in_their_order() -> None:
    assert [one.id for one in terms.statutory_tables()] == [f"table{i}" for i in range(1, 10)]


def test_a_title_is_that_of_one_table() -> None:
    for one in terms.statutory_tables():
        for title in one.examples:
            known = [t.id for t in terms.statutory_tables() if re.fullmatch(t.title, title)]
            assert known == [one.id], title


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            'id = "table2"',
            'id = "table22"',
            "id = 'table22'; expected a resource of resources.toml",
        ),
        ('id = "table2"', 'id = "table1"', "table 2 .*expected what no other entry has"),
        ('shape = "sides"', 'shape = "side"', "shape = 'side'; expected one of 'sides', 'coded'"),
        (
            "basic =",
            "basics =",
            r"table 3 \(table3\).columns.basics = .*a key that the shape allows",
        ),
        ("government_fund =", "fund =", "columns.fund = .*expected a key that the shape allows"),
        ('"three_public.abroad" =', '"three_public.ship" =', 'columns."three_public.ship" = '),
        ('other = "其他收入$"', 'other = "(其他收入$"', "columns.other = .*regular expression"),
    ],
)
def test_a_wrong_table(changed: Changed, old: str, new: str, message: str) -> None:
    text = text_of("tables.toml")
    assert old in text
    with pytest.raises(TermsError, match=rf"tables.toml:\d+: found .*{message}"):
        terms.statutory_tables(changed("tables.toml", text.replace(old, new, 1)))

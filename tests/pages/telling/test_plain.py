"""Terms in plain words."""

from __future__ import annotations

from juesuan import terms
from juesuan.pages.telling.plain import PLAIN, plain_id


def test_each_term_is_explained_once_and_by_a_known_measure() -> None:
    assert len({plain_id(one.name) for one in PLAIN}) == len(PLAIN) > 40
    for one in PLAIN:
        assert one.said.endswith("。") and len(one.said) < 120, one.name
        assert not one.measure or one.measure in terms.measures(), one.name

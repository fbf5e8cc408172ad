"""Terms in plain words."""

from __future__ import annotations

from juesuan import terms
from juesuan.pages.telling.plain import CLASSES, PLAIN, plain_id


def test_each_term_is_explained_once_and_by_a_known_measure() -> None:
    assert len({plain_id(one.name) for one in PLAIN}) == len(PLAIN) > 40
    for one in PLAIN:
        assert one.said.endswith("。") and len(one.said) < 120, one.name
        assert not one.measure or one.measure in terms.measures(), one.name


def test_each_class_that_is_explained_is_one_of_the_classification() -> None:
    known = {code for code in terms.classification("functional", 2024) if len(code) == 3}
    assert set(CLASSES) < known and len(CLASSES) > 20
    assert all(said.endswith("。") and len(said) < 60 for said in CLASSES.values())

"""All that is published has its English words."""

from __future__ import annotations

from juesuan import terms
from juesuan.pages.disclosure.english_words import TITLES, UNITS
from juesuan.pages.disclosure.tables import GROUPS
from juesuan.pages.telling.in_english import CLASSES, SCOPES
from juesuan.pages.telling.words import SCOPES as CHINESE


def test_all_that_is_published_has_its_english_words() -> None:
    assert {anchor for _, _, anchor in GROUPS} == set(TITLES)
    assert {one.unit for one in terms.measures().values()} == set(UNITS)
    assert set(SCOPES) == set(CHINESE)
    classes = {code for code in terms.classification("functional") if len(code) == 3}
    assert classes <= set(CLASSES)

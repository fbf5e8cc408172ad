"""How prose introduces figures."""

from __future__ import annotations

import re

import pytest

from juesuan import terms
from juesuan.errors import TermsError
from juesuan.parse.prose.walk.introductions import longest_relation
from tests.terms.conftest import Changed, text_of


def test_each_example_is_read_by_its_relation() -> None:
    for relation in terms.relations():
        for example in relation.examples:
            for kind in relation.kinds:
                last = next(iter(relation.behind), "")
                found = longest_relation(example, kind, last)[0]
                assert found == relation, (example, kind, found)


def test_no_near_miss_is_read_by_its_relation() -> None:
    for relation in terms.relations():
        for near in relation.counterexamples:
            for kind in relation.kinds:
                last = next(iter(relation.behind), "")
                found = longest_relation(near, kind, last)[0]
                assert found != relation, (near, kind)


RELATION = """
[[relation]]
column = "change"
kinds = ["money"]
pattern = "增(?:加|长)"
is = ["比上年增加"]
is_not = ["增加的"]
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"change"', '"chance"', r"column = 'chance'; expected a column of measures. .*'change'"),
        ('["money"]', '["mony"]', r"kinds 1 = 'mony'; expected one of 'money', 'percent' or "),
        ('["money"]', "[]", r"kinds = \[\]; expected a list of at least 1"),
        ("增(?:加|长)", "增(?:加|长", r"pattern = .*; expected a regular expression \(missing \)"),
        (
            '["比上年增加"]',
            '["增长", "增多"]',
            r"is 2 = '增多'; expected a text that the pattern mat",
        ),
        ('["增加的"]', '["增加"]', r"is_not 1 = '增加'; expected a text that it does not match"),
        ('["增加的"]', "[]", r"is_not = \[\]; expected a list of at least 1"),
        ("is_not", "behind = ['last']\nis_not", r"behind 1 = 'last'; expected a column of measur"),
        (
            '["比上年增加"]',
            '["比上年（增加"]',
            r"is 1 = '比上年（增加'; expected a text as it is read",
        ),
        (
            '["比上年增加"]',
            '["比上年 增加"]',
            r"is 1 = '比上年 增加'; expected a text as it is read",
        ),
        ("pattern", "sign = 2\npattern", r"sign = 2; expected one of -1, 0 or 1"),
        ("pattern", "basis = 'last'\npattern", r"basis = 'last'; expected one of '', 'prior'"),
    ],
)
def test_a_wrong_relation(changed: Changed, old: str, new: str, message: str) -> None:
    text = text_of("phrases.toml") + RELATION.replace(old, new, 1)
    place = rf"^phrases.toml:\d+: found relation \d+ \(ch[a-z]+\)\.{message}"
    with pytest.raises(TermsError, match=place):
        terms.relations(changed("phrases.toml", text))


def test_a_passage_of_a_section_that_is_not_there(changed: Changed) -> None:
    text = text_of("phrases.toml").replace('["performance"]', '["performence"]', 1)
    with pytest.raises(TermsError, match="sections 1 = 'performence'; expected a section"):
        terms.passages(changed("phrases.toml", text))


def test_a_comparison_without_its_word(changed: Changed) -> None:
    text = text_of("phrases.toml").replace("(?P<word>基本持平|持平)", "(?:基本持平|持平)")
    with pytest.raises(TermsError, match=r"comparison \d+ .*expected a group \(\?P<word>…\) in it"):
        terms.comparisons(changed("phrases.toml", text))


def test_a_comparison_is_published_by_its_word() -> None:
    columns = {}
    for column, pattern in terms.comparisons():
        match = re.search(pattern, "与上年相比基本持平,决算数小于年初预算数")
        columns[column] = match["word"] if match else columns.get(column)
    assert columns == {"change_word": "基本持平", "variance_word": "小于"}


def test_passages_and_openings() -> None:
    assert terms.passages()[0].into == "reason"
    assert next(one.into for one in terms.passages() if one.whole) == "text:achievement"
    assert any(re.match(pattern, "其中:") for pattern in terms.openings())

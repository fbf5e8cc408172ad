"""Headings of a disclosure's parts."""

from __future__ import annotations

import re

import pytest

from juesuan import terms
from juesuan.errors import TermsError
from tests.terms.conftest import Changed, text_of


def test_sections_in_the_order_of_the_template() -> None:
    found = list(terms.sections())
    assert found[:4] == ["duties", "organisation", "work", "overview"]
    assert terms.sections()["procurement"].within == "other_matters"


def test_a_title_is_matched_whole() -> None:
    for section in terms.sections().values():
        for title in section.examples:
            assert re.fullmatch(section.title, title), (section.id, title)


def test_a_title_belongs_to_one_section() -> None:
    """Of two that match, the one that the text names in full is longer (…支出决算情况 and its parts)."""
    for section in terms.sections().values():
        for title in section.examples:
            others = [
                other.id
                for other in terms.sections().values()
                if other is not section and re.fullmatch(other.title, title)
            ]
            assert others == [], title


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('id = "work"', 'id = "overview"', "section 4 .*expected what no other entry has"),
        ('within = "general_budget"', 'within = "general"', "within = 'general'; expected the id"),
        ('title = "其他需要?', 'title = "其他不需要?', "section \\d+ .*is 1 = .*pattern matches"),
        ('is_not = ["专业术语"', 'is_not = ["名词解释"', "section \\d+ .*is_not 1 = '名词解释'"),
        ("part = true", 'part = "yes"', "part = 'yes'; expected true or false"),
    ],
)
def test_a_wrong_section(changed: Changed, old: str, new: str, message: str) -> None:
    text = text_of("sections.toml")
    assert old in text
    with pytest.raises(TermsError, match=rf"^sections.toml:\d+: found .*{message}"):
        terms.sections(changed("sections.toml", text.replace(old, new, 1)))


@pytest.mark.parametrize("number", ["一、", "十二、", "(三)", "第一部分"])
def test_the_number_of_a_heading(number: str) -> None:
    assert re.fullmatch(terms.ORDINAL, number)
    assert not re.fullmatch(terms.ORDINAL, number[:-1])

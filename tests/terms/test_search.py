"""Everyday names and pages that search finds."""

from __future__ import annotations

import pytest

from juesuan import terms
from juesuan.errors import TermsError
from tests.terms.conftest import Changed

PAGE = '[[page]]\ntitle = "甲"\nurl = "{}"\n'
ALIAS = '[[alias]]\nshort = "{}"\nmeans = ["社会保险"]\n'


def test_what_a_short_word_stands_for() -> None:
    assert terms.aliases()["社保"] == ("社会保险", "社会保障")


def test_a_page_has_three_texts() -> None:
    page = next(page for page in terms.found_pages() if page["url"] == "glossary/")
    assert page == {"title": "名词解释", "url": "glossary/", "also": "术语"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            PAGE.format("/guide/"),
            r"toml:3: found page 1 \(甲\).url = '/guide/'; expected an address",
        ),
        (PAGE.format("a/") * 2, r"toml:6: found page 2 \(甲\).url = 'a/'; expected what no other"),
        (ALIAS.format(""), "short = ''; expected a text in quotes that is not empty"),
        (
            ALIAS.format("社保") * 2,
            r"toml:5: found alias 2 \(社保\).short = '社保'; expected what no",
        ),
        ('[[function]]\ncode = "299"\n', r"code = '299'; expected a code of the classification"),
        ('[[alias]]\nshort = "x"\nmeans = []\n', r"means = \[\]; expected a list of at least 1"),
    ],
)
def test_a_wrong_entry(changed: Changed, text: str, message: str) -> None:
    whole = text + ("" if "[[page]]" in text else PAGE.format("b/"))
    whole += "" if "[[alias]]" in text else ALIAS.format("乙")
    with pytest.raises(TermsError, match=message):
        terms.aliases(changed("search.toml", whole))


def test_a_question_knows_its_words() -> None:
    assert "公务接待" in terms.everyday()["three_public.reception"].words
    assert terms.everyday()["expenditure.current"].general
    assert "最低" in terms.questions()["least"]
    assert "发改委" in terms.offices()["发展和改革委员会"].short
    assert "几" in terms.asked_phrases()["how_many"]
    assert [one.head for one in terms.asked_passages() if "短板" in one.words] == [
        "发现的问题及原因"
    ]


def test_an_unknown_measure_is_told(changed: Changed) -> None:
    text = ALIAS.format("乙") + PAGE.format("b/") + '[[ask]]\nmeasure = "no.such"\nwords = ["甲"]\n'
    with pytest.raises(TermsError, match=r"measure = 'no.such'; expected the id of a measure"):
        terms.aliases(changed("search.toml", text))


def test_what_helps_leads_to_a_page() -> None:
    own = next(one for one in terms.helps() if "怎么引用" in one.words)
    assert own.url == "data/#licence"


def test_a_budget_stands_beside_measures_that_are_known(changed: Changed) -> None:
    assert terms.budgets()[0].of
    budget = '[[budget]]\nmeasure = "overall"\nof = ["no.such"]\n'
    with pytest.raises(TermsError, match=r"expected the id of a measure.*define 'no.such'"):
        terms.aliases(changed("search.toml", ALIAS.format("乙") + PAGE.format("b/") + budget))

"""Words as named patterns with examples."""

from __future__ import annotations

import pytest

from juesuan.errors import TermsError
from juesuan.terms.patterns import Words
from tests.mutations import misspelt
from tests.terms.conftest import Changed

MADE = r"""
[offices]
pattern = '下设{{number}}个{{rooms}}'
is = ["下设2个科室"]
is_not = ["下设科室", "下设2个"]

[rooms]
words = ["科", "科室", "(室)"]

[groups]
means = { "人员经费" = "personnel", "公用经费" = "public" }
"""

GIVEN = {"number": r"\d+"}


def words(changed: Changed, text: str) -> Words:
    return Words("made", GIVEN, changed("words/made.toml", text))


def test_the_three_kinds_of_entries(changed: Changed) -> None:
    made = words(changed, MADE)
    match = made.pattern("offices").search("本局下设12个科室")
    assert match
    assert match[0] == "下设12个科室", "the longest word comes first"
    assert made.source("rooms") == r"\(室\)|科室|科"
    assert made.words("rooms") == ("科", "科室", "(室)")
    assert made.means("groups") == {"人员经费": "personnel", "公用经费": "public"}
    assert made.pattern("groups").fullmatch("公用经费")
    assert made.pattern("offices") is made.pattern("offices")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('is = ["下设2个科室"]', 'is = ["下设二个科室"]', "offices.is 1 = '下设二个科室'; expected a text that t"),
        ('"下设科室", "下', '"下设1个科", "下', "offices.is_not 1 = '下设1个科'; expected a text that it do"),
        ('is = ["下设2个科室"]', "", "expected also is, with at least one example"),
        ('is_not = ["下设科室", "下设2个"]', "", "expected also is_not, with at least one"),
        ("{{rooms}}", "{{room}}", "expected the name of another entry"),
        ("{{rooms}}", "{{offices}}", "expected the name of another entry"),
        ("{{number}}个", "{{number}}(个", r"offices.pattern = .*a regular expression \(missing \)"),
        ("means = {", 'words = ["x"]\nmeans = {', "expected one of pattern, words and means"),
        ('words = ["科", "科室", "(室)"]', "", "expected one of pattern, words and means"),
        ("words =", "wrods =", "the key 'rooms.wrods'; expected one of pattern, is, .*'words'"),
        ('"personnel"', "1", "groups.means.\"人员经费\" = 1; expected a text in quotes"),
    ],
)  # fmt: skip
def test_a_wrong_entry(changed: Changed, old: str, new: str, message: str) -> None:
    assert old in MADE
    with pytest.raises(TermsError, match=rf"(?m)^words/made.toml:\d+: found .*{message}"):
        words(changed, MADE.replace(old, new, 1))


def test_entries_that_name_one_another_in_a_circle(changed: Changed) -> None:
    text = "[a]\npattern = '{{b}}'\nis = ['x']\nis_not = ['y']\n"
    with pytest.raises(TermsError, match=r"a.pattern = .*expected the name of another entry"):
        words(changed, text + text.replace("[a]", "[b]").replace("{{b}}", "{{a}}"))


def test_an_entry_may_be_named_twice(changed: Changed) -> None:
    text = "[a]\npattern = '{{b}}{{c}}'\nis = ['xx']\nis_not = ['x']\n[b]\nwords = ['x']\n"
    made = words(changed, text + "[c]\npattern = '{{b}}'\nis = ['x']\nis_not = ['y']\n")
    assert made.source("a") == "(?:x)(?:(?:x))"


def test_an_entry_that_the_program_needs(changed: Changed) -> None:
    with pytest.raises(TermsError, match=r"words/made.toml: found no entry \[room\]; expected one"):
        words(changed, MADE).pattern("room")


def test_each_key_is_misspelt_once(changed: Changed) -> None:
    """The name of an entry, and words that mean something, are names of their own."""
    keys = [fault for fault in misspelt(MADE) if len(fault.path) == 2]
    assert {fault.path[-1] for fault in keys} == {"pattern", "is", "is_not", "words", "means"}
    for fault in keys:
        with pytest.raises(TermsError) as caught:
            words(changed, fault.text)
        assert f"words/made.toml:{fault.line}: found the key" in str(caught.value)
        assert fault.key in str(caught.value)


def test_an_entry_is_found_somewhere_in_a_text(changed: Changed) -> None:
    made = words(changed, MADE)
    match = made.find("本局下设12个科室", "offices")
    assert match is not None and match.start() == 2
    assert made.find("本局下设科室", "offices") is None

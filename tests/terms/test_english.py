"""Each rule has a title in English, and no other one has."""

from __future__ import annotations

import re
import tomllib

from juesuan import terms
from juesuan.check import all_rules
from juesuan.check.between import between_rules
from juesuan.terms.load import DATA

_CHINESE = re.compile("[\u4e00-\u9fff]")


def test_each_rule_has_an_english_title_and_nothing_else_has() -> None:
    written = tomllib.loads((DATA / "english.toml").read_text(encoding="utf-8"))["rule"]
    assert list(written) == [one.id for one in (*all_rules(), *between_rules())]


def test_titles_are_english_without_a_full_stop_and_differ() -> None:
    titles = [terms.rule_in_english(one.id) for one in all_rules()]
    assert [one for one in titles if _CHINESE.search(one) or one.endswith(".")] == []
    assert len(set(titles)) == len(titles)


def test_sentences_are_of_rules_that_are_there_and_name_their_sides() -> None:
    written = tomllib.loads((DATA / "english.toml").read_text(encoding="utf-8"))
    for kind in ("differ", "more"):
        sentences = written[kind]
        assert sentences.keys() <= {one.id for one in all_rules()}
        for rule, said in sentences.items():
            assert not _CHINESE.search(said) and not said.endswith("."), rule
            assert kind == "differ" or ("{left}" in said and "{right}" in said), rule


def test_a_rule_that_has_none_has_no_words() -> None:
    assert terms.rule_in_english("Z99") == ""

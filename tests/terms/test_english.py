"""Each rule has a title in English, and no other one has."""

from __future__ import annotations

import re
import tomllib

from juesuan import terms
from juesuan.check import all_rules
from juesuan.check.between import between_rules
from juesuan.pages.machines.search.ratios import RATIOS
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


def _holes(text: str) -> set[str]:
    return {*re.findall(r"\{(\w+)\}", text)}


def test_phrases_of_answers_fill_only_holes_that_they_have() -> None:
    found = terms.answers_in_english().answer.phrases
    assert len({chinese for chinese, _ in found}) == len(found) > 400
    for chinese, english in found:
        assert _holes(english) <= _holes(chinese), chinese
        assert _holes(chinese) <= {
            "x",
            "x2",
            "x3",
            "n",
            "n2",
            "n3",
            "y",
            "y2",
            "m",
            "m2",
            "h",
            "rest",
        }
        assert "{rest}" not in chinese or chinese.endswith("{rest}"), chinese
        assert not re.search("[，。：；（）]", english), chinese


def test_only_the_word_for_a_scope_stays_chinese_in_english() -> None:
    found = [english for _, english in terms.answers_in_english().answer.phrases]
    assert {one for text in found for one in re.findall("[\u3400-\u9fff]+", text)} <= {
        "汇总",
        "部门",
        "单位",
        "本级",
    }


def test_words_of_english_questions_are_plain() -> None:
    file = terms.answers_in_english()
    words = [
        one
        for every in (*file.question.values(), *(entry.words for entry in file.measure))
        for one in every
    ]
    words += [one for entry in (*file.term, *file.help) for one in entry.words]
    assert len(words) > 200
    assert [one for one in words if not re.fullmatch("[a-z -]+", one)] == []


def test_measures_that_have_more_names_are_measures_or_quotients() -> None:
    known = terms.measures().keys() | {one.id for one in RATIOS}
    assert {one.id for one in terms.answers_in_english().measure} <= known


def test_words_are_english_and_mean_chinese_ones() -> None:
    words = terms.english_words()
    assert len(words) > 200
    assert words["internship internships trainee"] == "见习"
    for english, chinese in words.items():
        assert english.isascii() and english == english.lower()
        assert all(one == " " or _CHINESE.match(one) for one in chinese), chinese

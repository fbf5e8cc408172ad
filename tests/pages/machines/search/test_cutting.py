"""How texts are cut for search."""

from __future__ import annotations

from juesuan.pages.machines.search import cutting
from juesuan.pages.machines.search.cutting import piece_of, sounds, syllables, tokens


def test_a_text_is_cut_where_any_two_characters_meet() -> None:
    assert tokens("“三公”经费") == ["三公", "公经", "经费"]
    assert tokens("２０８０５０５") == ["2080505", "208", "20805"]
    assert tokens("N03 收入") == ["n03", "收入"]
    assert tokens("、") == []
    assert piece_of("社会", 7) in range(7)


def test_a_name_is_found_by_its_sound() -> None:
    assert syllables("档案馆 2024") == ("dang", "an", "guan")
    assert sounds("档案馆") == ["|dangan", "|anguan", "@da", "@dag", "@ag"]
    assert sounds("2024") == []


def test_what_was_heard_before_is_not_asked_for_again() -> None:
    cutting.hear({"𠀀𠀁": ["a", "b"]})
    assert cutting.syllables("𠀀𠀁 2024") == ("a", "b")
    assert cutting.heard()["𠀀𠀁"] == ("a", "b")

"""Passages that are published by themselves."""

from juesuan.parse.claims import Draft
from juesuan.parse.prose.texts import note, published_in
from juesuan.parse.view import View


def view(text: str) -> View:
    return View(text, tuple(range(len(text))))


def test_passages_are_counted_by_section_and_kind() -> None:
    draft = Draft()
    for section, kind in (("overview", "note"), ("overview", "note"), ("basic", "note")):
        note(section, kind, view("其他情况。"), draft)
    found = [(row["section"], row["position"], row["text"]) for row in draft.rows("texts")]
    assert found == [
        ("overview", "1", "其他情况"),
        ("overview", "2", "其他情况"),
        ("basic", "1", "其他情况"),
    ]
    assert [(claim.start, claim.end) for claim in draft.claims] == [(0, 4)] * 3


def test_sentences_keep_their_full_stop() -> None:
    draft = Draft()
    note("performance", "problem", view("一是不足。"), draft)
    assert draft.rows("texts")[0]["text"] == "一是不足。"


def test_a_passage_without_content_is_none() -> None:
    draft = Draft()
    note("overview", "note", view(":,。"), draft)
    assert draft.rows("texts") == []


def test_points_of_spending_are_published_under_their_section() -> None:
    draft = Draft()
    note("general_budget_items", "note", view("甲"), draft)
    assert draft.rows("texts")[0]["section"] == "general_budget"
    assert published_in("overview") == "overview"

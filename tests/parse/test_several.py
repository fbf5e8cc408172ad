"""Two disclosures in one file are refused with the place of each; one is not taken for two."""

from __future__ import annotations

from array import array
from dataclasses import replace

import pytest

from juesuan.errors import ConflictingSourceError
from juesuan.intake.text.characters import clean
from juesuan.model import Boxes, Document, Page
from juesuan.parse.several import refuse_several

BODY = "一、收入支出决算总体情况说明\n" + "".join(f"支出{i}.25万元。\n" for i in range(12))
FIRST = "某某市水务局2023年度部门决算公开说明\n" + BODY


def made(*parts: str, paged: bool = False) -> Document:
    text, pages = "".join(parts), []
    for number, part in enumerate(parts if paged else (), 1):
        start = pages[-1].end if pages else 0
        pages.append(Page(number, start, start + len(part)))
    return Document("made.txt", "0", 1, "utf-8", text, clean(text), tuple(pages))


@pytest.mark.parametrize(
    "title", ["某某市林业局\n2023年度部门决算\n", "某某市水务局2022年度部门决算公开说明\n"]
)
def test_two_disclosures_are_refused_with_their_places(title: str) -> None:
    with pytest.raises(ConflictingSourceError, match=r"2 disclosures: .*lines 1-14\); .*lines 15-"):
        refuse_several(made(FIRST, title + BODY))
    with pytest.raises(ConflictingSourceError, match=r"\(pages 1-2\); .*\(pages 3-3\)"):
        refuse_several(made(FIRST, BODY, title + BODY, paged=True))


def test_pages_on_paper_are_added_by_a_command() -> None:
    document = made(FIRST, BODY, FIRST.replace("水务", "林业"), paged=True)
    document = replace(document, name="a.pdf", boxes=Boxes(array("i")))
    with pytest.raises(ConflictingSourceError) as caught:
        refuse_several(document)
    for pages in ("1-2", "3-3"):
        assert f"`juesuan add a.pdf --pages {pages}`" in str(caught.value)


@pytest.mark.parametrize(
    "second",
    [
        "某某市水务局2023年度部门决算公开说明\n" + BODY,
        "某某市林业局2023年度部门决算\n二、支出决算情况说明\n1.25\n",
        "某某市水务局2022年度部门决算数为3.25万元。\n" + BODY,
        "与某某市水务局2022年度部门决算相比。\n" + BODY,
    ],
)
def test_one_disclosure_is_not_taken_for_two(second: str) -> None:
    refuse_several(made(FIRST, second))


def test_a_title_inside_of_a_page_begins_no_disclosure() -> None:
    other = "某某市林业局2023年度部门决算\n" + BODY
    refuse_several(made(FIRST + other, BODY, paged=True))

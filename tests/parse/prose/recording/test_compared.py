"""With which year the changes of a section compare."""

import pytest

from juesuan import terms
from juesuan.parse.prose.lexer.events import Subject
from juesuan.parse.prose.recording.compared import ComparedYear

ONE = Subject(terms.measures()["revenue.total"])
OTHER = Subject(terms.measures()["expenditure.total"])


def heard(text: str, *subjects: Subject) -> list[bool]:
    """Of each part of a text (they end with ``|``) whether it compares with another year."""
    parts = text.split("|")
    year = ComparedYear("".join(parts), 2024)
    ends = [len("".join(parts[: n + 1])) for n in range(len(subjects))]
    return [year.hear(end, subject) for end, subject in zip(ends, subjects, strict=True)]


@pytest.mark.parametrize(
    ("text", "is_other"),
    [
        ("增加1.00万元", False),
        ("比上年增加1.00万元", False),
        ("比2023年增加1.00万元", False),
        ("比2022年增加1.00万元", True),
        ("和2022年相比增加1.00万元", True),
        ("较前两年增加1.00万元", True),
        ("比前一年增加1.00万元", False),
        ("比2022年增加,同比增加1.00万元", False),
        ("比上年增加,比2022年增加1.00万元", True),
        ("比2022年年初预算增加1.00万元", False),
    ],
)
def test_the_last_comparison_printed_holds(text: str, is_other: bool) -> None:
    assert heard(text, ONE) == [is_other]


def test_it_holds_until_a_sentence_about_something_else() -> None:
    text = "比2022年增加1.00万元|,增长2.00%|。增长2.00%|;增加3.00万元|。增加4.00万元"
    assert heard(text, ONE, ONE, ONE, OTHER, ONE) == [True, True, True, True, False]


def test_a_passage_that_is_skipped_compares_for_itself() -> None:
    text = "比上年增加1.00万元,原因是比2020年增人。增长2.00%"
    year = ComparedYear(text, 2024)
    assert not year.hear(text.index(",原因"), ONE)
    year.skip(text.index("。"))
    assert not year.hear(len(text), ONE)

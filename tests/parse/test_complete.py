"""What a disclosure lacks is told; a text of which nothing can be used is refused."""

import pytest

from juesuan.errors import IncompleteError, NotADisclosureError
from juesuan.parse import complete, whole_forms
from tests.conftest import document_of, facts_of
from tests.made import PROJECT, disclosure


def lacking(text: str) -> tuple[str, ...]:
    return complete(document_of(text), facts_of(text))


@pytest.mark.slow
def test_a_whole_disclosure_lacks_nothing() -> None:
    assert lacking(disclosure()) == ()


@pytest.mark.slow
def test_a_template_is_refused() -> None:
    with pytest.raises(NotADisclosureError, match="a form with XX in place of its figures"):
        lacking(disclosure() + "收入XX万元。" * 21)
    assert lacking(disclosure() + "收入XX万元。" * 20) == ()


def test_a_text_without_accounts_is_refused() -> None:
    with pytest.raises(NotADisclosureError, match="no figure of revenue or expenditure"):
        lacking("某某市示例局2024年度部门决算公开说明\n第一部分 部门概况\n")


def test_a_text_without_its_end_is_used_and_told() -> None:
    text = disclosure()
    (told,) = lacking(text[: text.index("十二、")])
    assert "found no 名词解释 and no list of tables" in told
    assert told.startswith("made.txt:")


def test_a_lost_section_is_told_by_name() -> None:
    text = disclosure()
    start, end = (text.index(title) for title in ("四、财政拨款收入", "五、一般公共预算财政"))
    (told,) = lacking(text[:start] + text[end:])
    assert "found no figures for 财政拨款收入支出决算总体情况;" in told


def cut(forms: int, of: int) -> str:
    """A disclosure whose last forms are cut off before their end."""
    whole = [PROJECT.replace("示例项目", f"示例项目{i}") for i in range(of)]
    ends = [one[: one.index("\t\t质量指标")] for one in whole[of - forms :]]
    return disclosure(project="\n".join([*whole[: of - forms], *ends]))


@pytest.mark.slow
def test_a_form_without_its_end_is_refused_where_the_others_have_theirs() -> None:
    text = cut(1, of=4)
    with pytest.raises(IncompleteError, match=r"the end of form p04 \(示例项目3\) without 总分"):
        whole_forms(document_of(text), facts_of(text), 0)
    whole_forms(document_of(text), facts_of(text), 1)


def test_forms_that_are_all_without_an_end_are_printed_so() -> None:
    text = cut(3, of=4)
    whole_forms(document_of(text), facts_of(text), 0)

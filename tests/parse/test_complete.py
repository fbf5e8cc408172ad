"""Texts that are no whole disclosure are refused."""

import pytest

from juesuan.errors import IncompleteError, NotADisclosureError
from juesuan.parse import complete, whole_forms
from tests.conftest import document_of, facts_of
from tests.made import PROJECT, disclosure


def check(text: str) -> None:
    complete(document_of(text), facts_of(text))


def test_a_whole_disclosure_is_accepted() -> None:
    check(disclosure())


def test_a_template_is_refused() -> None:
    with pytest.raises(NotADisclosureError, match="a form with XX in place of its figures"):
        check(disclosure() + "收入XX万元。" * 21)
    check(disclosure() + "收入XX万元。" * 20)


def test_a_text_without_accounts_is_refused() -> None:
    with pytest.raises(NotADisclosureError, match="no section on revenue and expenditure"):
        check("某某市示例局2024年度部门决算公开说明\n第一部分 部门概况\n")


def test_a_text_that_was_cut_off_is_refused() -> None:
    text = disclosure()
    text = text[: text.index("第三部分")] if "第三部分" in text else text[: text.index("十二、")]
    with pytest.raises(IncompleteError, match="the end of the file without the last parts"):
        check(text)


def test_a_lost_section_is_refused_by_name() -> None:
    text = disclosure()
    start, end = (text.index(title) for title in ("四、财政拨款收入", "五、一般公共预算财政"))
    with pytest.raises(IncompleteError, match="no figures for 财政拨款收入支出决算总体情况"):
        check(text[:start] + text[end:])


def cut(forms: int, of: int) -> str:
    """A disclosure whose last forms are cut off before their end."""
    whole = [PROJECT.replace("示例项目", f"示例项目{i}") for i in range(of)]
    ends = [one[: one.index("\t\t质量指标")] for one in whole[of - forms :]]
    return disclosure(project="\n".join([*whole[: of - forms], *ends]))


def test_a_form_without_its_end_is_refused_where_the_others_have_theirs() -> None:
    text = cut(1, of=4)
    with pytest.raises(IncompleteError, match=r"the end of form p04 \(示例项目3\) without 总分"):
        whole_forms(document_of(text), facts_of(text), 0)
    whole_forms(document_of(text), facts_of(text), 1)


def test_forms_that_are_all_without_an_end_are_printed_so() -> None:
    text = cut(3, of=4)
    whole_forms(document_of(text), facts_of(text), 0)

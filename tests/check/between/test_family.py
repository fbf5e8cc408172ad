"""How rules between disclosures are declared."""

from __future__ import annotations

import pytest

from juesuan.check.between import Years
from juesuan.check.between.family import Family
from juesuan.check.comparing.compare import Outcome
from juesuan.errors import AbsentFactError, TermsError
from tests.check.between.conftest import of_year


def nothing_to_ask(case: Years) -> Outcome:
    """两处相同

    说明。
    """
    raise AbsentFactError("没有")


def test_a_function_is_a_rule_with_the_words_of_its_docstring() -> None:
    family: Family[Years] = Family()
    family.whole("B98")(nothing_to_ask)
    (rule,) = family.rules()
    assert (rule.id, rule.title, rule.explanation) == ("B98", "两处相同", "说明。")
    (question,) = rule.questions(Years(of_year(2024), of_year(2023)))
    assert question.subject is None
    with pytest.raises(AbsentFactError):
        question.answer()


def test_an_id_is_declared_once() -> None:
    family: Family[Years] = Family()
    family.whole("B98")(nothing_to_ask)
    with pytest.raises(TermsError, match="B98 is declared twice"):
        family.whole("B98")(nothing_to_ask)

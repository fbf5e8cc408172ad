"""Subjects, and the columns where figures and words may go."""

import pytest

from juesuan import terms
from juesuan.errors import TermsError
from juesuan.parse.prose.lexer.events import Subject, figure_column, word_column


def test_a_subject_is_known_by_a_measure_or_a_class() -> None:
    assert not Subject().known
    assert not Subject(names=("", "职业教育", "")).known
    assert Subject(names=("教育支出", "", "")).known
    assert Subject(terms.measures()["revenue.total"]).known


def test_columns_of_the_definitions_are_columns_of_rows() -> None:
    columns = {field.name for field in terms.resource_schemas()["measures"].fields}
    assert {figure_column(one.column) for one in terms.relations()} <= columns
    assert {figure_column(one.column) for one in terms.measures().values()} <= columns
    assert {word_column(column) for column, _ in terms.comparisons()} <= columns


def test_a_misspelt_column_is_refused() -> None:
    with pytest.raises(TermsError, match="cannot go to column actuall; expected one of actual,"):
        figure_column("actuall")
    with pytest.raises(TermsError, match="cannot go to column reason; expected one of change_word"):
        word_column("reason")

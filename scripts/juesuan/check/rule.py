"""Rules: small functions, each declared with its id beside what it asks."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar, overload

from juesuan import terms
from juesuan.check.book.book import Book
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.compare import Outcome
from juesuan.check.comparing.relation import EQUAL, Relation
from juesuan.errors import TermsError
from juesuan.rows import AnyRow

SubjectT = TypeVar("SubjectT", bound=Subject[AnyRow])
Whole = Callable[[Book], Outcome]
"""A rule that asks a disclosure as a whole."""


@dataclass(frozen=True, slots=True)
class Question:
    """A rule applied to one subject.

    Attributes:
        subject: what is asked about; None for the whole disclosure.
        answer: compares; raises what the book refuses.
    """

    subject: Subject[AnyRow] | None
    answer: Callable[[], Outcome]


@dataclass(frozen=True, slots=True)
class Declared:
    """What every rule says of itself, whether it asks one disclosure or several.

    Attributes:
        id: as in the catalogue; never changed, never reused.
        title: the public sentence, the first paragraph of the function's docstring.
        explanation: the rest of the docstring, in words for a layman.
        where: module and name of the function that declares it.
        relation: what it says of its two sides where it holds.
    """

    id: str
    title: str
    explanation: str
    where: str
    relation: Relation

    @classmethod
    def by(
        cls, rule_id: str, function: Callable[..., Outcome], relation: Relation = EQUAL
    ) -> Declared:
        """What the docstring of a function says."""
        title, _, explanation = _docstring(function).strip().partition("\n\n")
        where = f"{function.__module__}.{function.__qualname__}"
        return Declared(rule_id, one_line(title), one_line(explanation), where, relation)

    @property
    def plain(self) -> str:
        """What it asks, in words for a citizen; the title where none are written."""
        return terms.rule_in_plain(self.id) or self.title


@dataclass(frozen=True, slots=True)
class Rule(Declared):
    """A rule that asks one disclosure.

    Attributes:
        questions: what it asks of a book.
        gathers: it adds up whatever parts were read, so a numeral beside them that was not
            understood may be one more part: then it does not conclude a contradiction.
        reviews: it judges what the other rules found, and is asked after them.
        usual: what it compares agrees by custom, and need not by logic.
    """

    questions: Callable[[Book], Iterable[Question]]
    gathers: bool
    reviews: bool
    usual: bool


_declared: dict[str, Rule] = {}


@overload
def rule(
    rule_id: str, *, gathers: bool = ..., relation: Relation = ..., usual: bool = ...
) -> Callable[[Whole], Whole]: ...
@overload
def rule(
    rule_id: str,
    over: Callable[[Book], Iterable[SubjectT]],
    *,
    gathers: bool = ...,
    reviews: bool = ...,
    relation: Relation = ...,
    usual: bool = ...,
) -> Callable[[Callable[[Book, SubjectT], Outcome]], Callable[[Book, SubjectT], Outcome]]: ...


def rule(
    rule_id: str,
    over: Callable[[Book], Iterable[SubjectT]] | None = None,
    *,
    gathers: bool = False,
    reviews: bool = False,
    relation: Relation = EQUAL,
    usual: bool = False,
) -> (
    Callable[[Whole], Whole]
    | Callable[[Callable[[Book, SubjectT], Outcome]], Callable[[Book, SubjectT], Outcome]]
):
    """Declare a function as a rule.

    Args:
        rule_id: as in the catalogue.
        over: what it is applied to; without it, the disclosure as a whole.
        gathers, reviews, usual: see :class:`Rule`.
        relation: what it says of its two sides where it holds.

    Raises:
        TermsError: if another function declares this id.
    """
    if over is None:

        def declare_whole(function: Whole) -> Whole:
            def ask(book: Book) -> list[Question]:
                return [Question(None, lambda: function(book))]

            _declare(Declared.by(rule_id, function, relation), ask, gathers, reviews, usual)
            return function

        return declare_whole

    def declare(
        function: Callable[[Book, SubjectT], Outcome],
    ) -> Callable[[Book, SubjectT], Outcome]:
        def ask(book: Book) -> list[Question]:
            return [_about(function, book, subject) for subject in over(book)]

        _declare(Declared.by(rule_id, function, relation), ask, gathers, reviews, usual)
        return function

    return declare


def _about(
    function: Callable[[Book, SubjectT], Outcome], book: Book, subject: SubjectT
) -> Question:
    return Question(subject, lambda: function(book, subject))


def _declare(
    said: Declared,
    questions: Callable[[Book], Iterable[Question]],
    gathers: bool,
    reviews: bool,
    usual: bool,
) -> None:
    refuse_twice(_declared.get(said.id), said)
    _declared[said.id] = Rule(
        said.id,
        said.title,
        said.explanation,
        said.where,
        said.relation,
        questions,
        gathers,
        reviews,
        usual,
    )


def refuse_twice(one: Declared | None, other: Declared) -> None:
    """Refuse a second function that declares an id.

    Raises:
        TermsError: if there is a first one.
    """
    if one is not None:
        raise TermsError(
            f"rule {other.id} is declared twice: {one.where} and {other.where}. "
            "What to do: give one of them an id that no rule has had."
        )


def _docstring(function: Callable[..., Outcome]) -> str:
    """The docstring of a rule, from its module's text where Python runs without docstrings."""
    if function.__doc__ is None and sys.flags.optimize > 1:
        return _docstrings(function.__code__.co_filename).get(function.__name__, "")
    return function.__doc__ or ""


@cache
def _docstrings(file: str) -> dict[str, str]:
    """The docstrings of the functions of a module."""
    tree = ast.parse(Path(file).read_text(encoding="utf-8"))
    functions = [one for one in tree.body if isinstance(one, ast.FunctionDef)]
    return {one.name: ast.get_docstring(one, clean=False) or "" for one in functions}


_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…]"
_BROKEN = re.compile(rf"(?<={_WIDE})\n *(?={_WIDE})")


def one_line(text: str) -> str:
    r"""A text of several lines as one; Chinese goes on without a space.

    >>> one_line("收入总计 ＝ 支出总计，\n    收支相等")
    '收入总计 ＝ 支出总计，收支相等'
    """
    return " ".join(_BROKEN.sub("", text).split())


def declared() -> tuple[Rule, ...]:
    """The rules that were declared so far, in the order of their ids."""
    return tuple(_declared[rule_id] for rule_id in sorted(_declared))

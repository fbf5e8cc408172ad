"""What people type into the search: everyday names, and pages of the site by name."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, partial
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from juesuan.terms.classification import classification
from juesuan.terms.load import DATA, toml
from juesuan.terms.problems import Checks, entries
from juesuan.terms.roles import Role
from juesuan.terms.taxonomy import measures
from juesuan.terms.written import Expected, Many, Model, Text


class Alias(Model):
    """A short word and what it stands for in names of departments, items and terms."""

    short: Text = Field(description="The short word.")
    means: Many[str] = Field(min_length=1, description="What is written out in documents.")


class FoundPage(Model):
    """A page of the site that search finds by name."""

    title: Text = Field(description="Its title.")
    url: Annotated[
        str,
        StringConstraints(pattern=r"^[a-z-]+/$"),
        Expected("an address below the site's, such as guide/"),
    ] = Field(description="Its address below the site's.")
    also: str = Field("", description="Words that people use for it, separated by spaces.")


class Everyday(Model):
    """Everyday words for a measure."""

    measure: Text = Field(description="The id of the measure that is meant.")
    words: Many[Text] = Field(min_length=1, description="What people say.")
    general: bool = Field(
        False,
        description="Whether they also go with the name of another measure, which counts then.",
    )
    english: Many[Text] = Field((), description="What people say in English, beside the label.")
    beside: Many[Text] = Field(
        (), description="Ids of measures that count the same in another way; told beside it."
    )
    times: str = Field("", description="The id of the measure that counts how often it was.")
    people: str = Field("", description="The id of the measure that counts the persons.")
    money: str = Field("", description="The id of the measure that says what it cost.")


class Question(Model):
    """Words that play a part in a question."""

    role: Role = Field(
        description="What they ask for: a column of the measure, the most or least, the best or "
        "worst by what was reached, a department (whose), a project or an item of spending and "
        "what it is ordered by, the units and offices of a department (unit); what a word means; "
        "contradictions (check); and joins two departments; above and below make a limit of a "
        "number; times and people ask how often and for how many; full is a whole score; none "
        "asks who has nothing of it; filler says nothing; sum and mean ask for what nobody "
        "printed, as whole does of every department; versus sets one against another; except "
        "leaves departments out; inclusive are limits that hold the number itself; between joins "
        "the two ends of a limit; count asks how many departments; both asks who has each of "
        "some things."
    )
    words: Many[Text] = Field(min_length=1, description="The words.")


class Phrase(Model):
    """Words around what is looked for inside of disclosures."""

    name: Text = Field(description="What they are, as the scripts of search name it.")
    words: Many[Text] = Field(min_length=1, description="The words.")


class AskedPassage(Model):
    """What departments say in words, and the words that ask for it."""

    kind: Text = Field(description="The kind of text.")
    head: Text = Field(description="How it is called.")
    words: Many[Text] = Field(min_length=1, description="Words of which a question holds one.")


class Office(Model):
    """A kind of department that people look for."""

    name: Text = Field(description="Its usual name.")
    short: Many[Text] = Field((), description="Short and other names.")
    english: Many[Text] = Field((), description="Names in English, without the place.")
    general: bool = Field(
        False, description="Whether words before it make it another kind, as of 办公室."
    )


class Budget(Model):
    """A measure whose budget is printed beside others."""

    measure: Text = Field(description="The id of the measure that is asked for.")
    of: Many[Text] = Field(min_length=1, description="Ids of measures with a budget beside them.")


class Function(Model):
    """What people call a code of the functional classification."""

    code: Annotated[
        str, StringConstraints(pattern=r"^\d{3}(\d\d){0,2}$"), Expected("a code, such as 205")
    ] = Field(description="The code of a class, a subclass or an item.")
    words: Many[Text] = Field((), description="Everyday words, beside its name.")
    english: Many[Text] = Field((), description="What it is called in English.")


class Absent(Model):
    """What people look for and the site does not hold; or what they want to do, and where."""

    words: Many[Text] = Field(min_length=1, description="Words of which a query holds one.")
    of: Many[Text] = Field((), description="Further words of which it must hold one, too.")
    head: Text = Field(description="The heading of the answer.")
    says: Text = Field(description="What is said.")
    url: Text = Field(description="The page that says more, below the site's address.")

    def words_and(self) -> tuple[list[str], list[str]]:
        """Both lists of words."""
        return list(self.words), list(self.of)


class Reason(Model):
    """A measure whose reason also explains its parts."""

    measure: Text = Field(description="The id of the measure that has the reason.")
    parts: Many[Text] = Field(min_length=1, description="Ids of measures that have none often.")


class SearchFile(Model):
    """How people call things. Sources: common usage; each line is read by a person."""

    alias: Many[Alias]
    page: Many[FoundPage]
    ask: Many[Everyday] = ()
    question: Many[Question] = ()
    phrase: Many[Phrase] = ()
    passage: Many[AskedPassage] = ()
    office: Many[Office] = ()
    absent: Many[Absent] = ()
    reason: Many[Reason] = ()
    help: Many[Absent] = ()
    budget: Many[Budget] = ()
    function: Many[Function] = ()


@cache
def aliases(folder: Path = DATA) -> dict[str, tuple[str, ...]]:
    """Short words of everyday speech to what they stand for, for search.

    Raises:
        TermsError: if the file is wrong.
    """
    return {alias.short: alias.means for alias in _search(folder).alias}


@cache
def found_pages(folder: Path = DATA) -> tuple[dict[str, str], ...]:
    """Pages of the site that search finds by name: title, url, and words that people use."""
    return tuple(page.model_dump() for page in _search(folder).page)


@cache
def everyday(folder: Path = DATA) -> dict[str, Everyday]:
    """Measures to the everyday words by which people ask for them."""
    return {one.measure: one for one in _search(folder).ask}


@cache
def questions(folder: Path = DATA) -> dict[str, tuple[str, ...]]:
    """The part that words play in a question, to the words."""
    return {one.role: one.words for one in _search(folder).question}


@cache
def asked_phrases(folder: Path = DATA) -> dict[str, tuple[str, ...]]:
    """Words around what is looked for inside of disclosures, by what they are."""
    return {one.name: one.words for one in _search(folder).phrase}


@cache
def asked_passages(folder: Path = DATA) -> tuple[AskedPassage, ...]:
    """What departments say in words, and the words that ask for it."""
    return _search(folder).passage


@cache
def offices(folder: Path = DATA) -> dict[str, Office]:
    """Kinds of departments by their usual names."""
    return {one.name: one for one in _search(folder).office}


@cache
def absent(folder: Path = DATA) -> tuple[Absent, ...]:
    """What people look for and the site does not hold."""
    return _search(folder).absent


@cache
def helps(folder: Path = DATA) -> tuple[Absent, ...]:
    """What readers want to do, and the page that helps."""
    return _search(folder).help


@cache
def budgets(folder: Path = DATA) -> tuple[Budget, ...]:
    """Measures whose budget is printed beside others."""
    return _search(folder).budget


@cache
def functions(folder: Path = DATA) -> tuple[Function, ...]:
    """What people call the codes of the functional classification."""
    return _search(folder).function


@cache
def reasons_of(folder: Path = DATA) -> dict[str, tuple[str, ...]]:
    """Measures whose reason also explains others, to those."""
    return {one.measure: one.parts for one in _search(folder).reason}


@cache
def _search(folder: Path) -> SearchFile:
    return toml("search.toml", SearchFile, folder).checked(partial(_check, folder=folder))


def _check(file: SearchFile, checks: Checks, folder: Path) -> None:
    checks.once(((*path, "short"), one.short) for path, one in entries("alias", file.alias))
    checks.once(((*path, "url"), one.url) for path, one in entries("page", file.page))
    checks.once(((*path, "measure"), one.measure) for path, one in entries("ask", file.ask))
    checks.once(((*path, "role"), one.role) for path, one in entries("question", file.question))
    checks.once(((*path, "name"), one.name) for path, one in entries("office", file.office))
    checks.once(((*path, "name"), one.name) for path, one in entries("phrase", file.phrase))
    checks.once(((*path, "kind"), one.kind) for path, one in entries("passage", file.passage))
    checks.once(((*path, "code"), one.code) for path, one in entries("function", file.function))
    known = classification("functional", None, folder)
    for path, function in entries("function", file.function):
        checks.known((*path, "code"), function.code, known, "a code of the classification")
    _check_measures(file, checks, measures(folder))


def _check_measures(file: SearchFile, checks: Checks, known: Collection[str]) -> None:
    """Every measure that is named must be there."""
    what = "the id of a measure"
    for path, one in entries("ask", file.ask):
        checks.known((*path, "measure"), one.measure, known, what)
        for other in filter(None, (*one.beside, one.times, one.people, one.money)):
            checks.known((*path, "beside"), other, known, what)
    for path, budget in entries("budget", file.budget):
        for other in (budget.measure, *budget.of):
            checks.known(path, other, known, what)
    for path, reason in entries("reason", file.reason):
        for other in (reason.measure, *reason.parts):
            checks.known(path, other, known, what)

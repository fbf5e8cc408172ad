"""Words that people write, as named patterns with examples: ``terms/data/words/*.toml``.

A file holds the words of one part of a disclosure. An entry is one of three::

    [offices]                       # a pattern of clean text without spaces
    pattern = '下设{{number}}个科室'
    is = ["下设2个科室"]             # each must be found
    is_not = ["下设科室"]            # none may be found

    [funds]                         # words, any of which may stand there
    words = ["专项资金", "资金"]     # the longest comes first in a pattern

    [groups]                        # words and what each of them means
    means = { "人员经费" = "personnel", "公用经费" = "public" }

``{{name}}`` stands for another entry of the same file, or for one that the reading code gives (a
numeral, a unit): it is put in as one group. Code keeps the grammar, that is what may follow what;
a word belongs here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import Field, RootModel

from juesuan.errors import TermsError
from juesuan.terms.load import DATA, toml
from juesuan.terms.problems import Checks
from juesuan.terms.written import Many, Model

_NAMED = re.compile(r"\{\{(\w+)\}\}")


class Entry(Model):
    """Words under a name: a pattern with examples, a list, or a table of what each means."""

    pattern: str = Field("", description="A regular expression; {{name}} is another entry.")
    examples: Many[str] = Field((), alias="is", description="Texts in which it is found.")
    counterexamples: Many[str] = Field(
        (), alias="is_not", description="Near texts in which it is not found."
    )
    words: Many[str] = Field((), description="Words, any of which may stand there.")
    means: dict[str, str] = Field({}, description="Words and what each of them means.")


class WordsFile(RootModel[dict[str, Entry]]):
    """Words of one part of a disclosure, by the name by which code asks for them."""


class Words:
    """The entries of one file.

    Args:
        file: name of the file, without its ending.
        given: patterns that the reading code gives, by the name by which entries call them.
        folder: of definitions.

    Raises:
        TermsError: if the file is wrong, or an entry does not match as its examples say.
    """

    def __init__(self, file: str, given: Mapping[str, str], folder: Path = DATA) -> None:
        self._where = f"words/{file}.toml"
        self._given = given
        self._compiled: dict[str, re.Pattern[str]] = {}
        self._sources: dict[str, str] = {}
        written = toml(self._where, WordsFile, folder)
        self._entries = written.content.root
        written.checked(self._check)

    def source(self, name: str) -> str:
        """The regular expression of an entry, for use inside a larger one."""
        if name not in self._sources:
            self._sources[name] = self._source(name)
        return self._sources[name]

    def _source(self, name: str) -> str:
        entry = self._entry(name)
        if entry.pattern:
            return _NAMED.sub(lambda match: f"(?:{self._named(match[1])})", entry.pattern)
        words = sorted(entry.words or entry.means, key=len, reverse=True)
        return "|".join(map(re.escape, words))

    def pattern(self, name: str) -> re.Pattern[str]:
        """The compiled regular expression of an entry."""
        if name not in self._compiled:
            self._compiled[name] = re.compile(self.source(name))
        return self._compiled[name]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all entries, in the order of the file."""
        return tuple(self._entries)

    def find(self, text: str, name: str) -> re.Match[str] | None:
        """Where an entry is found first in a text; None where it is not."""
        return self.pattern(name).search(text)

    def words(self, name: str) -> tuple[str, ...]:
        """The words of an entry, in the order of the file."""
        return self._entry(name).words

    def examples(self, name: str) -> tuple[str, ...]:
        """Texts in which an entry is found."""
        return self._entry(name).examples

    def means(self, name: str) -> dict[str, str]:
        """The words of an entry and what each means."""
        return dict(self._entry(name).means)

    def _entry(self, name: str) -> Entry:
        if name not in self._entries:
            raise TermsError(
                f"{self._where}: found no entry [{name}]; expected one, since the program reads by "
                "it. What to do: restore it, or call the entry as before."
            )
        return self._entries[name]

    def _named(self, name: str) -> str:
        return self._given[name] if name in self._given else self.source(name)

    def _check(self, file: WordsFile, checks: Checks) -> None:
        for name, entry in file.root.items():
            if sum(map(bool, (entry.pattern, entry.words, entry.means))) != 1:
                checks.add((name,), "one of pattern, words and means")
            elif unknown := self._unknown(name):
                expected = f"the name of another entry, or one that is given, for {{{{{unknown}}}}}"
                checks.add((name, "pattern"), expected)
            elif entry.pattern:
                self._check_pattern(name, entry, checks)

    def _unknown(self, name: str, above: tuple[str, ...] = ()) -> str:
        """What a pattern names that is not there or lies around it; empty if there is nothing."""
        around = (*above, name)
        for other in _NAMED.findall(self._entries[name].pattern):
            if other in self._given:
                continue
            if other not in self._entries or other in around:
                return str(other)
            if inner := self._unknown(other, around):
                return inner
        return ""

    def _check_pattern(self, name: str, entry: Entry, checks: Checks) -> None:
        try:
            pattern = self.pattern(name)
        except re.error as error:
            checks.add((name, "pattern"), f"a regular expression ({error})")
            return
        for key, texts in (("is", entry.examples), ("is_not", entry.counterexamples)):
            if not texts:
                checks.add((name,), f"also {key}, with at least one example", "add one")
        checks.examples((name,), entry, pattern.search, squeezed=False)


@cache
def words(file: str, **given: str) -> Words:
    """The words of one file of ``terms/data/words``.

    Args:
        file: its name, without ending.
        given: patterns of the grammar that its entries may call by name.

    Raises:
        TermsError: if an entry does not match its examples, or matches what it must not.
    """
    return Words(file, given)

"""Words that people write, as named patterns with examples: ``terms/data/words/*.toml``.

A file holds the words of one part of a disclosure. An entry is one of three::

    [offices]                       # a pattern of clean text without spaces
    pattern = '下设{{number}}个科室'
    is = ["下设2个科室"]             # each must be found
    is_not = ["下设科室"]            # none may be found

    [funds]                         # words, any of which may stand there; longest first in a pattern
    words = ["专项资金", "资金"]

    [groups]                        # words and what each of them means
    means = { 人员经费 = "personnel", 公用经费 = "public" }

``{{name}}`` stands for another entry of the same file, or for one that the reading code gives (a numeral, a unit): it is
put in as one group. Code keeps the grammar, that is what may follow what; a word belongs here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from juesuan.errors import TermsError
from juesuan.terms.load import toml

_NAMED = re.compile(r"\{\{(\w+)\}\}")


class Words:
    """The entries of one file.

    Args:
        file: name of the file, without its ending.
        given: patterns that the reading code gives, by the name by which entries call them.
    """

    def __init__(self, file: str, given: Mapping[str, str]) -> None:
        self._where = f"words/{file}.toml"
        self._entries = toml(self._where)
        self._given = given
        self._compiled: dict[str, re.Pattern[str]] = {}
        for name in self._entries:
            self._check(name)

    def source(self, name: str) -> str:
        """The regular expression of an entry, for use inside a larger one."""
        entry = self._entry(name)
        if "pattern" in entry:
            return _NAMED.sub(lambda match: f"(?:{self._named(name, match[1])})", entry["pattern"])
        words = sorted(entry.get("words", entry.get("means")), key=len, reverse=True)
        return "|".join(map(re.escape, words))

    def pattern(self, name: str) -> re.Pattern[str]:
        """The compiled regular expression of an entry."""
        if name not in self._compiled:
            self._compiled[name] = re.compile(self.source(name))
        return self._compiled[name]

    def words(self, name: str) -> tuple[str, ...]:
        """The words of an entry, in the order of the file."""
        return tuple(self._entry(name)["words"])

    def means(self, name: str) -> dict[str, str]:
        """The words of an entry and what each means."""
        return dict(self._entry(name)["means"])

    def _entry(self, name: str) -> dict[str, list[str] | str]:
        if name not in self._entries:
            raise TermsError(f"{self._where}: found no entry [{name}]; the program needs it")
        entry: dict[str, list[str] | str] = self._entries[name]
        return entry

    def _named(self, inside: str, name: str) -> str:
        if name in self._given:
            return self._given[name]
        if name == inside or name not in self._entries:
            raise TermsError(
                f"{self._where}: [{inside}] names {{{{{name}}}}}; expected an entry of the file"
            )
        return self.source(name)

    def _check(self, name: str) -> None:
        entry = self._entry(name)
        if "pattern" not in entry:
            return
        for key, wanted in (("is", True), ("is_not", False)):
            if not entry.get(key):
                raise TermsError(
                    f"{self._where}: [{name}] has no {key}; expected at least one example"
                )
            for example in entry[key]:
                if bool(self.pattern(name).search(example)) != wanted:
                    told = "does not match" if wanted else "matches"
                    raise TermsError(
                        f"{self._where}: [{name}] {told} its example {example!r} of {key}"
                    )


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

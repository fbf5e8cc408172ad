"""Names in other words: what is left of a clause once the words are gone that any name may have.

"用于人员方面的经费" is 人员经费, "授予小微企业的合同金额" is 授予小微企业合同金额: neither is among
the names of the taxonomy. A clause is taken as a whole and nothing of it may be left over, so that
a longer name never counts as a shorter one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from juesuan import terms
from juesuan.parse.prose.lexer.events import Subject
from juesuan.parse.prose.lexer.names import fits, names
from juesuan.terms import Measure

_LONGEST = 40
"""Characters of the longest clause that is a name."""

_BREAK = re.compile(r"[,。;:、()]")
"""What parts a clause from the one before it."""

_LISTED = "、"
"""What stands between the names of a list."""


class Paraphrases:
    """The names of the measures of one section, without the words that any name may have."""

    def __init__(self, section: str) -> None:
        self._whose = terms.words("paraphrase").means("whose").get(section, "")
        self._by_form: dict[str, list[Measure]] = {}
        self._short: dict[str, list[Measure]] = {}
        for measure in names(section).measures:
            for name in measure.names_in(section):
                self._know(self._by_form, _form(name), measure)
                if self._whose and self._whose in name:
                    self._know(self._short, _form(name.replace(self._whose, "")), measure)

    @staticmethod
    def _know(known: dict[str, list[Measure]], form: str, measure: Measure) -> None:
        found = known.setdefault(form, [])
        if form and measure not in found:
            found.append(measure)

    def measure(self, before: str, unit: str, spoken: Subject) -> tuple[Measure | None, str]:
        """The measure that the clause with which a text ends calls, and what leads to its name.

        Args:
            before: the text before a numeral.
            unit: of the numeral.
            spoken: what is spoken of; the name of what a section is about may be left out only
                while that is spoken of.
        """
        clause = _clause(before)
        if not unit or not 1 < len(clause) <= _LONGEST:
            return None, ""
        for place in _begins(clause):
            form = _form(clause[place:])
            if found := self._only(self._by_form, form, unit):
                return found, clause[:place]
            short = self._only(self._short, form, unit)
            if short and form not in self._by_form and _is_about(short, spoken):
                return short, clause[:place]
        return None, ""

    @staticmethod
    def _only(known: dict[str, list[Measure]], form: str, unit: str) -> Measure | None:
        """The only measure of a form that may have such a figure."""
        found = [one for one in known.get(form, ()) if fits(one, unit)]
        return found[0] if len(found) == 1 else None


def _clause(before: str) -> str:
    """The clause with which a text ends, without the words that introduce its figure.

    The last name of a list tells what all of it has: it is none.
    """
    whole = terms.words("paraphrase").pattern("aside").sub("", before)[-_LONGEST - 20 :]
    parts = _BREAK.split(whole)
    is_list = len(parts) > 1 and parts[-2] and not parts[-2].isdecimal()
    if is_list and whole[-len(parts[-1]) - 1] == _LISTED:
        return ""
    return terms.words("paraphrase").pattern("introducing").sub("", parts[-1])


def _begins(clause: str) -> Iterator[int]:
    """Where the name in a clause may begin: at its begin, or behind words that lead to it."""
    leading, place = terms.words("paraphrase").pattern("leading"), 0
    yield place
    while (match := leading.match(clause, place)) and match.end() > place:
        place = match.end()
        yield place


def _form(name: str) -> str:
    """What is left of a name: its characters, whatever their order.

    >>> _form("授予小微企业的合同金额") == _form("授予小微企业合同金额")
    True
    >>> _form("政府采购总支出") == _form("政府采购支出总额")
    True
    >>> _form("人员方面开支") == _form("人员经费")
    True
    >>> _form("收入总计") == _form("收入合计")
    False
    """
    words = terms.words("paraphrase")
    for entry in ("any", "unneeded", "ending"):
        name = words.pattern(entry).sub("", name)
    for printed, usual in words.means("alike").items():
        if name.endswith(printed):
            name = name.removesuffix(printed) + usual
            break
    return "".join(sorted(name))


def _is_about(measure: Measure, spoken: Subject) -> bool:
    """Whether what is spoken of is of the same kind as a measure, or nothing."""
    if spoken.measure is None:
        return not spoken.known
    return spoken.measure.id.partition(".")[0] == measure.id.partition(".")[0]


@cache
def paraphrases(section: str) -> Paraphrases:
    """The paraphrases of a section."""
    return Paraphrases(section)

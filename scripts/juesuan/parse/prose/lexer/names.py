"""The measures of a section by the names under which it prints them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from juesuan import terms
from juesuan.parse.prose.lexer.events import Subject
from juesuan.terms import Measure

_BEGIN = ";"
"""What stands before a name that counts at the begin of a clause only."""

_OF_CLAUSE = ";{clause}"
"""The same of a name that is not the begin of a longer one."""

_AT_BEGIN = r"(?:^|(?<=[。;,:、])|(?<=\d\.))"

_LIMIT = re.compile(r"(?:\\\(\??含\\\)\??)?以上的?")
"""A limit in the pattern of a name, which is printed in several ways: 100万元(含)以上的, 及以上."""

_ATTRIBUTE = re.compile(r"(企业|拨款|安排)(?=[^\W\d_])")
"""What may be an attribute with 的 in a name: 授予小微企业的合同金额."""

_MOST_KNOWN = 4_000
"""Printed names of which it is kept in mind what they call: texts repeat them."""

_ENDS_CLAUSE = re.compile(r"[,。;、)]|$")
"""What stands behind a name that is whole."""

_REMARK = re.compile(r"(?<=[^\W\d_])\([^()]*\)$")
"""A remark in brackets within a name: 购置(更新)公务用车."""

_LEAD = 20
"""Characters before a name that lead to it."""

_GATHERED: Mapping[str, tuple[str, ...]] = {
    "other_matters": ("operating", "procurement", "assets", "purchased_services", "performance"),
}
"""Sections whose points may be told without headings of their own."""

_NOWHERE = r"(?!)"
"""A pattern of nothing."""


class Names:
    """The names of the measures of one section.

    Attributes:
        measures: of the section, in the order of the taxonomy.
        source: regular expression of any of their names, the longest first.
        numbered: names that hold digits, which are no figures.
    """

    def __init__(self, section: str) -> None:
        self._section = section
        self.measures = tuple(m for m in terms.measures().values() if _is_told_in(m, section))
        loose = {name: _loose(name) for name in _printed(self.measures, section)}
        self.source = "|".join(f"(?:{one})" for one in loose.values()) or _NOWHERE
        self._loose = {name: re.compile(one) for name, one in loose.items()}
        self._any = re.compile(self.source)
        self._known: dict[tuple[str, str, str], Measure | None] = {}
        self._ahead = tuple((m, re.compile(m.ahead)) for m in self.measures if m.ahead)
        self._led = tuple((m, re.compile(f"(?:{m.lead})$")) for m in self.measures if m.lead)
        self.numbered = tuple(one for name, one in self._loose.items() if re.search(r"\d", name))

    def before(self, words: str) -> re.Pattern[str]:
        """The pattern of a text that ends with a name (group ``name``) and these words behind."""
        return re.compile(rf"(?P<name>{self.source}){words}$")

    def of(self, measure: str) -> str:
        """Regular expression of the names of one measure in this section; of nothing without."""
        own = terms.measures()[measure].names_in(self._section)
        return "|".join(f"(?:{_loose(one)})" for one in sorted(own, key=len)[::-1]) or _NOWHERE

    def measure(
        self, printed: str, unit: str = "", subject: Subject | None = None
    ) -> Measure | None:
        """The measure of a printed name.

        Args:
            printed: the name; an empty one calls what follows a subject without a name.
            unit: of the figure, if it tells measures apart.
            subject: what is spoken of; some names count only behind one.
        """
        spoken = subject.measure if subject else None
        key = (printed, unit, spoken.id if spoken else "")
        if key not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[key] = self._measure(printed, unit, spoken)
        return self._known[key]

    def _measure(self, printed: str, unit: str, spoken: Measure | None) -> Measure | None:
        fitting = [one for one in self.measures if fits(one, unit)]
        for measure in fitting:
            if _follows(measure, spoken) and self._is_called(printed, measure.following):
                return measure
        called = (one for one in fitting if self._is_called(printed, one.names_in(self._section)))
        return next(called, None)

    def ahead(self, text: str, unit: str, subject: Subject) -> Measure | None:
        """The measure that is named directly behind a count and its unit, where ``text`` begins."""
        is_count = terms.unit_kind(unit) == "count"
        for measure in self.measures if subject.measure and is_count else ():
            may = _follows(measure, subject.measure) and fits(measure, unit)
            if may and any(one and text.startswith(one) for one in measure.following):
                return measure
        for measure, pattern in self._ahead:
            if pattern.match(text) and fits(measure, unit):
                return measure
        return None

    def behind(self, text: str, unit: str) -> Measure | None:
        """The measure of the name that is the clause with which a text begins."""
        match = self._any.match(text)
        is_whole = match and _ENDS_CLAUSE.match(text, match.end())
        return self.measure(match[0], unit) if match and is_whole else None

    def led(self, text: str, unit: str) -> Measure | None:
        """The measure of a count that what stands directly before it tells without its name."""
        for measure, pattern in self._led:
            if unit and fits(measure, unit) and pattern.search(text):
                return measure
        return None

    def longest(self, text: str, unit: str, subject: Subject) -> Measure | None:
        """The measure of the name with which a text begins."""
        match = self._any.match(text)
        return self.measure(match[0], unit, subject) if match else None

    def _is_called(self, printed: str, names: tuple[str, ...]) -> bool:
        return any(
            name == printed or (name and self._loose[name].fullmatch(printed)) for name in names
        )


def is_part_of_name(lead: str, name: str) -> bool:
    """Whether a name is the end of a longer one ("移民后期扶持项目支出", "闲置房屋").

    It counts only behind words that may lead to a name; behind fewer of them where it is short.

    Args:
        lead: the text directly before the name.
        name: as printed.
    """
    words = terms.words("clauses")
    leading = "introducing" if re.fullmatch(words.source("short"), name) else "leading"
    return not words.pattern(leading).search(_REMARK.sub("", lead)[-_LEAD:])


def _is_told_in(measure: Measure, section: str) -> bool:
    """Whether a section may tell a measure: its own, or one that is a part of it."""
    return section in measure.sections or measure.sections[0] in _GATHERED.get(section, ())


def _printed(measures: Iterable[Measure], section: str) -> list[str]:
    """All names of measures in a section, the longest first."""
    names = (n for one in measures for n in (*one.names_in(section), *one.following) if n)
    return sorted(names, key=lambda name: len(name.removeprefix(_OF_CLAUSE)), reverse=True)


def _follows(measure: Measure, spoken: Measure | None) -> bool:
    """Whether a measure is spoken of behind which some names of another one count."""
    if spoken is None or not measure.after:
        return False
    return any(f"{spoken.id}.".startswith(f"{one}.") for one in measure.after)


def _loose(name: str) -> str:
    """The name as a pattern.

    It does not insist on quotation marks, brackets and commas, and takes a year where the name
    says so.
    """
    if name.startswith(_BEGIN):
        return _AT_BEGIN + _loose(name.removeprefix(_BEGIN))
    loose = re.escape(name)
    for mark in ('"', "、", ",", r"\(", r"\)"):
        loose = loose.replace(mark, f"{mark}?")
    loose = re.sub(r"(?<=[^\W\d_])(?=\d)", "在?", loose)
    loose = _ATTRIBUTE.sub(r"\1的?", _LIMIT.sub("(?:\\(含\\)|及)?以上(?:\\(含\\))?的?", loose))
    words = terms.words("clauses")
    year = words.source("of_a_year")
    for whose in ("{a year}", "{clause}"):
        if whose in name:
            of = f"(?:{year}|{words.source('own')})" if whose == "{a year}" else ""
            loose = loose.replace(re.escape(whose), of) + f"(?!{words.source('longer_total')})"
    return loose.replace(re.escape("{year}"), f"(?:{year})?")


def fits(measure: Measure, unit: str) -> bool:
    """Whether a figure may be one of a measure.

    Args:
        measure: of the taxonomy.
        unit: of the figure; empty for any.
    """
    return not unit or unit in measure.units or _same_unit(unit, measure.unit)


def _same_unit(printed: str, unit: str) -> bool:
    """Whether a printed unit is the unit of a measure; one amount of money is like another."""
    plain = terms.half_width(unit)
    return printed in (plain, f"个{plain}") or _both_money(printed, plain)


def _both_money(printed: str, unit: str) -> bool:
    return terms.unit_kind(printed) == "money" == terms.unit_kind(unit)


@cache
def names(section: str) -> Names:
    """The names of the measures of a section."""
    return Names(section)


@cache
def every_name() -> str:
    """Regular expression of the names that amounts have in any section."""
    money = [one for one in terms.measures().values() if terms.unit_kind(one.unit) == "money"]
    found = {name for one in money for section in one.sections for name in _printed([one], section)}
    return "|".join(f"(?:{_loose(one)})" for one in sorted(found, key=len, reverse=True))

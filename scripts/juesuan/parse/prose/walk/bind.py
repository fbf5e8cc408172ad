"""A numeral and what introduces it: of which subject it speaks, and what it says.

A figure counts only where its introduction stands immediately before it; "the first number after a
keyword" is never taken.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from juesuan import terms
from juesuan.parse.prose.lexer.events import Figure, FigureColumn, Numeral, Subject
from juesuan.parse.prose.lexer.functional import ends_with_line
from juesuan.parse.prose.lexer.names import is_part_of_name, names
from juesuan.parse.prose.walk.apart import (
    about,
    is_apart,
    is_brief,
    is_by_economy,
    is_compared,
    is_estranged,
    is_led,
    is_of_part,
    is_part,
    whole_of,
)
from juesuan.parse.prose.walk.figures import Spoken, counted, introduced, named, share
from juesuan.parse.prose.walk.introductions import Introduction, introduction, kind_without_unit
from juesuan.parse.prose.walk.paraphrase import paraphrases
from juesuan.parse.prose.walk.rounded import begin_of_both
from juesuan.parse.prose.walk.subjects import (
    companion,
    is_amount,
    is_balance,
    is_money,
    is_other_side,
)
from juesuan.terms import Measure

_REACH = 90
"""Characters before a numeral among which its introduction stands."""

_AHEAD = 60
"""Characters behind a budget among which it is told whose it is."""

_LIMIT = 8
"""Characters behind an amount among which it is called a limit."""

_BRACKETED = re.compile(r"\([^()]*\)")
"""A remark in brackets, which does not part a subject from its figures."""

_REMARK = re.compile(r"\(([^()]{2,30})\)")
"""A remark in brackets directly behind a figure."""

_NEXT = re.compile(r",([^,。;:()\d]{2,30})\d")
"""The clause of the next figure."""

_POINT = re.compile(r"\([一二三四五六七八九十]{1,3}\)")
"""The number of a point, behind which another subject is spoken of."""

_PLANNED: tuple[FigureColumn, ...] = (
    "initial_budget", "annual_budget", "variance", "variance_pct", "completion_pct",
)  # fmt: skip
"""Columns that compare with a budget."""

_GENERAL = "general_budget"
"""Begin of the ids of sections that tell of all spending of the general public budget."""

_BREAKS = ",。;:、("
"""What parts clauses."""

_TOTALS = ("total", "current")
"""Ends of the ids of measures of which each section tells its shares."""


class Binder:
    """Binds the numerals of one section."""

    def __init__(self, section: str) -> None:
        words = terms.words("clauses")
        self._names, self._paraphrases = names(section), paraphrases(section)
        self._is_of_all_spending = section.startswith(_GENERAL)
        self._name = self._names.before(rf"(?:\([^()]{{0,12}}\))?(?:{words.source('filling')})*")
        self._name_of_relation = self._names.before(
            rf"(?:{words.source('spending')})?(?:{words.source('together')})?,?"
            rf"(?:{words.source('compared')})?,?(?:{words.source('together')})?"
        )
        self._list = re.compile(rf"(?:{self._names.source})(?:{words.source('joining')})$")
        self._joint = re.compile(rf"[^\W\d_](?:{words.source('joint')})$")
        self._whole = re.compile(rf"(?P<name>{self._names.source})(?:{words.source('base')})*")
        self._linked = re.compile(rf"(?:{words.source('linking')})*")
        self._another = re.compile(rf"(?:{words.source('another')})$")
        self._compared = re.compile(
            rf"(?:相比|比较),?(?:{words.source('own_year')}|{words.source('own')})*"
            rf"(?P<name>{self._names.source})"
        )

    def figure(self, text: str, numeral: Numeral, spoken: Spoken) -> Figure | None:
        """The figure at a numeral, if its introduction stands before it.

        One of a part is none behind an amount that is called as its whole with a longer name.

        Args:
            text: of the section.
            numeral: a mark of it.
            spoken: what was said before.
        """
        found = self._about(text, numeral, spoken)
        if found and found.subject.measure:
            found = replace(found, subject=Subject(whole_of(found.subject.measure, text, numeral)))
        if found and self._is_of_all_spending and is_by_economy(found.subject, text, numeral):
            return None
        part, whole = found.subject.measure if found else None, spoken.other
        return None if part and whole and part.parent == whole.id else found

    def _about(self, text: str, numeral: Numeral, spoken: Spoken) -> Figure | None:
        """The figure at a numeral, which may be said to be about so much: 约5.00万元.

        The exact amount behind a rounded one is introduced before that.
        """
        both = begin_of_both(text, numeral)
        found = self._figure(text, numeral, spoken) if both is None else None
        said = about(text, numeral) if found is None and numeral.value else None
        start = both if both is not None else said.start() if said else None
        if start is None:
            return found
        found = self._figure(text, replace(numeral, start=start), spoken)
        return replace(found, start=numeral.start) if found else None

    def called_longer(self, text: str, numeral: Numeral) -> Measure | None:
        """The measure with whose name the longer one of a figure ends ("财政拨款基本支出5万元").

        Args:
            text: of the section.
            numeral: a mark of it that is not understood.
        """
        before = text[max(0, numeral.start - _REACH) : numeral.start]
        match = self._name.search(before)
        if match and self._is_of_another(before[: match.start()], match, numeral.unit):
            return self._called(match[0], numeral.unit, Subject())
        return None

    def _figure(self, text: str, numeral: Numeral, spoken: Spoken) -> Figure | None:
        behind = text[numeral.end : numeral.end + _LIMIT]
        if terms.words("clauses").pattern("threshold").search(behind):
            return None
        if not numeral.unit and terms.words("clauses").pattern("counter").match(behind):
            return None
        before = text[max(spoken.floor, numeral.start - _REACH) : numeral.start]
        kind = terms.unit_kind(numeral.unit)
        if not numeral.unit:
            kind = kind_without_unit(before, behind[:2], spoken.column)
        found = introduction(before, kind, spoken.column)
        if found and not is_compared(found.column, found.words, text, numeral):
            return None
        if found:
            figure, is_decided = self._introduced(text, numeral, spoken, found, kind)
            if is_decided:
                return figure
        if is_estranged(before):
            return None
        return self._called_by(numeral, text, before, spoken.subject, kind)

    def _called_by(
        self, numeral: Numeral, text: str, before: str, subject: Subject, kind: str
    ) -> Figure | None:
        """The figure whose measure is named beside it."""
        return (
            self._before_name(numeral, text, subject)
            or self._behind_name(numeral, before, subject)
            or _behind_line(numeral, before, kind, subject)
            or self._led(numeral, before, subject)
            or self._paraphrased(numeral, before, subject)
            or self._named_behind(numeral, text, subject)
        )

    def of_title(self, text: str, numeral: Numeral, title: Subject) -> Figure | None:
        """The first amount of a section, where only its title names what it is one of.

        Args:
            text: of the section.
            numeral: a mark of it.
            title: what the title names.
        """
        words = terms.words("clauses").pattern("of_title")
        led = not numeral.start or words.fullmatch(text, 0, numeral.start)
        may_be = terms.unit_kind(numeral.unit) == "money" and is_amount(title)
        return counted(numeral, title.measure, Subject()) if led and may_be else None

    def _introduced(
        self, text: str, numeral: Numeral, spoken: Spoken, found: Introduction, kind: str
    ) -> tuple[Figure | None, bool]:
        """The figure behind a relation, and whether the relation decides what it is."""
        unit = numeral.unit if kind == "money" else ""
        named = self._measure_of_relation(found.lead, unit, spoken.subject)
        is_line = named is None and spoken.subject.measure is None
        if named is None and found.column in _PLANNED:
            named = self._compared_with(text[numeral.end :][:_AHEAD], spoken.subject, found)
        if base := None if is_line else self._base_of_share(found, text[numeral.end :]):
            return self._share_of_part(numeral, named or spoken.subject.measure, base), True
        gap = text[spoken.told : numeral.start - len(found.words)]
        subject = self._subject_of_relation(named, spoken, gap, kind, found.column)
        if subject is None or (kind == "count" and is_amount(subject)):
            return None, False
        if found.column in ("actual", "prior_year", *_PLANNED) and is_other_side(
            found.words, subject
        ):
            return None, False
        return introduced(numeral, found, subject, spoken), True

    def _compared_with(self, behind: str, subject: Subject, found: Introduction) -> Measure | None:
        """The measure that is compared with a budget before it is named ("与预算3万元相比,…").

        Where nothing is spoken of, or the other side, it may also be the next one with a figure.
        """
        if match := self._compared.match(behind):
            return self._names.measure(match["name"], "万元")
        is_alone = not subject.known or is_other_side(found.words, subject)
        spent = _NEXT.match(behind) if is_alone else None
        return self._paraphrases.measure(spent[1], "万元", Subject())[0] if spent else None

    def _subject_of_relation(
        self, named: Measure | None, spoken: Spoken, gap: str, kind: str, column: FigureColumn
    ) -> Subject | None:
        """Of what a relation speaks: the measure before it, else what was spoken of last.

        The latter only where the gap between the two does not part them, and where it may have
        such a figure: a balance, which is named last among parts, has no budget.
        """
        if named:
            return Subject(named)
        if spoken.subject.known and self._linked.fullmatch(_BRACKETED.sub("", gap)):
            parted = _POINT.search(gap) or (column in _PLANNED and is_balance(spoken.subject))
            return None if parted else companion(spoken, kind)
        return None

    def _measure_of_relation(self, lead: str, unit: str, spoken: Subject) -> Measure | None:
        """The measure that stands directly before a relation, or before its comparison."""
        match = self._name_of_relation.search(lead)
        if match is None or self._is_of_another(lead[: match.start()], match, unit or "万元"):
            return None
        if self._ends_list(lead[: match.start()], match):
            return None
        return self._names.measure(match["name"], unit, spoken)

    def _ends_list(self, lead: str, name: re.Match[str]) -> bool:
        """Whether a name before a comparison is only the last of a list, told of none alone."""
        each = terms.words("clauses").pattern("respectively").search(name[0])
        return lead[-1:] == "、" and not each and "," in name[0]

    def _base_of_share(self, found: Introduction, behind: str) -> Measure | None:
        """The part of this section of which a share is said to be one; None: it is of a total.

        It may be said in a bracket behind the share.
        """
        if found.column != "share_pct":
            return None
        words = _REMARK.match(behind)
        said = terms.words("clauses").pattern("share_of").search(words[1] if words else found.words)
        match = self._whole.fullmatch(said[1]) if said else None
        measure = self._names.measure(match["name"]) if match else None
        return None if measure is None or measure.id.endswith(_TOTALS) else measure

    def _share_of_part(
        self, numeral: Numeral, part: Measure | None, base: Measure
    ) -> Figure | None:
        """A share of another measure than the section's total, where the taxonomy has it.

        It is one of the part itself, where that is a part of what the share is said to be of.
        """
        if part is not None and part.parent == base.id:
            return share(numeral, part)
        for measure in self._names.measures:
            if part is not None and (measure.part, measure.base) == (part.id, base.id):
                return share(numeral, measure)
        return None

    def _before_name(self, numeral: Numeral, text: str, spoken: Subject) -> Figure | None:
        """A count that stands before what is counted ("3个项目开展绩效自评")."""
        measure = (
            self._names.ahead(text[numeral.end :], numeral.unit, spoken) if numeral.unit else None
        )
        if measure is None or (is_money(measure) and not is_led(text, numeral)):
            return None
        of_part = bool(measure.amounts) and is_of_part(text, numeral)
        return None if of_part else counted(numeral, measure, spoken)

    def _named_behind(self, numeral: Numeral, text: str, spoken: Subject) -> Figure | None:
        """A count before the whole name of what is counted ("1辆其他用车")."""
        measure = self._names.behind(text[numeral.end :], numeral.unit) if numeral.unit else None
        return counted(numeral, measure, spoken) if measure and is_led(text, numeral) else None

    def _led(self, numeral: Numeral, before: str, spoken: Subject) -> Figure | None:
        """A count whose measure is told by what stands before it ("接待外地考察团36批")."""
        if numeral.end - numeral.start == len(numeral.unit):
            return None
        return counted(numeral, self._names.led(before, numeral.unit), spoken)

    def _paraphrased(self, numeral: Numeral, before: str, subject: Subject) -> Figure | None:
        """A figure behind a clause that calls its measure in other words."""
        measure, lead = self._paraphrases.measure(before, numeral.unit, subject)
        above = before[: max(before.rfind(mark) for mark in _BREAKS) + 1]
        if measure is None or is_apart(above) or is_part(measure, above + lead, subject, before):
            return None
        return named(numeral, measure, lead)

    def _behind_name(self, numeral: Numeral, before: str, subject: Subject) -> Figure | None:
        """A figure that directly follows the name of its measure."""
        measure, start = self._measure_before(before, numeral.unit, subject)
        if measure is None or not (numeral.unit or _needs_no_unit(measure, before, numeral)):
            return None
        return named(numeral, measure, before[:start])

    def _measure_before(
        self, before: str, unit: str, subject: Subject
    ) -> tuple[Measure | None, int]:
        """The measure with whose name a text ends, and where the name begins.

        Behind a mark, or directly behind a figure, there may be one that follows its subject
        without a name.
        """
        match = self._name.search(before)
        if match:
            lead = before[: match.start()]
            if self._is_of_another(lead, match, unit) or self._is_in_sum(lead, match[0]):
                return None, 0
            found = self._called(match[0], unit, subject)
            if found and not is_part(found, lead, subject, before):
                return found, match.start()
            if found:
                return None, 0
        if not before or before.endswith((",", "、", ";", "(")) or is_brief(before, unit):
            return self._names.measure("", unit, subject), len(before)
        return None, 0

    def _is_of_another(self, lead: str, name: re.Match[str], unit: str) -> bool:
        """Whether what stands before a name makes of it another measure, or a longer name."""
        longer = terms.words("clauses").pattern("longer")
        is_money = terms.unit_kind(unit) == "money"
        if (is_money and longer.search(lead)) or self._another.search(lead):
            return True
        if self._joint.search(lead) and not self._ends_with_name(lead):
            return True
        return is_apart(lead) or is_part_of_name(lead, name["name"])

    def _ends_with_name(self, lead: str) -> bool:
        """Whether a text ends with a whole name and what joins it to the next one."""
        match = self._list.search(lead)
        begins = terms.words("clauses").pattern("introducing")
        return bool(match and begins.search(lead[: match.start()]))

    def _is_in_sum(self, lead: str, printed: str) -> bool:
        """Whether a figure is told of others too that are listed before: as their sum, or of each.

        None of them is told alone, so that it is bound to none.
        """
        words = terms.words("clauses")
        told = "|".join(words.source(one) for one in ("in_sum", "shared"))
        joint = re.search(rf"(?:{told})(?:{words.source('filling')})*$", printed)
        return bool(joint and self._list.search(lead))

    def _called(self, printed: str, unit: str, subject: Subject) -> Measure | None:
        """The measure of a name with filling words behind it: they may belong to the name."""
        plain = re.sub(r"\([^()]*\)$", "", printed)
        return self._names.measure(plain, unit, subject) or self._names.longest(
            printed, unit, subject
        )


def _needs_no_unit(measure: Measure, before: str, numeral: Numeral) -> bool:
    """Whether a figure without a unit may be one of a measure: an amount, or a number of people."""
    if is_money(measure):
        return True
    said = terms.words("clauses").pattern("number_of").search(before)
    return bool(said) and numeral.value.isdigit()


def _behind_line(numeral: Numeral, before: str, kind: str, subject: Subject) -> Figure | None:
    """An amount that directly follows the line of spending by function that is spoken of."""
    if not subject.names[0] or kind != "money" or not ends_with_line(subject, before):
        return None
    return Figure(numeral.start, numeral.end, subject, "actual", numeral.value, numeral.unit)


@cache
def binder(section: str) -> Binder:
    """The binder of a section."""
    return Binder(section)

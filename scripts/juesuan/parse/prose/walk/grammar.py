"""The clause grammar: the walk over the marks of a section that finds what each figure is about.

Every section of every region is read by this one grammar. It remembers what was spoken of last; a
subject, a figure, a passage and a bracket each change that in their own way.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from operator import attrgetter

from juesuan import terms
from juesuan.parse.prose.lexer.classification import class_of, is_below, item_inside
from juesuan.parse.prose.lexer.events import (
    Basis,
    Compared,
    Comparison,
    Doubted,
    Event,
    Figure,
    Mark,
    Named,
    Numeral,
    Opening,
    Reference,
    Subject,
    Told,
)
from juesuan.parse.prose.lexer.names import names
from juesuan.parse.prose.lexer.passages import Begins, end
from juesuan.parse.prose.walk.aside import Aside
from juesuan.parse.prose.walk.bind import binder
from juesuan.parse.prose.walk.figures import Spoken
from juesuan.parse.prose.walk.paraphrase import paraphrases
from juesuan.parse.prose.walk.points import Title, titles
from juesuan.parse.prose.walk.rounded import begin_of_both, is_rounded
from juesuan.parse.prose.walk.several import each, first, is_one_of_several, runs
from juesuan.parse.prose.walk.stated import stated
from juesuan.parse.prose.walk.subjects import is_money
from juesuan.terms import Measure

_BUDGETS = ("initial_budget", "annual_budget")
"""Columns of budgets."""

_HEADED = re.compile(r"[^\W\d_]\([^()]{1,40}\)$")
"""A name with a bracket behind it, whatever it calls."""

_REACH = 60
"""Characters before a passage or a comparison among which its measure is named."""


def events(
    section: str,
    text: str,
    marks: Iterable[Mark],
    begins: Collection[int] = (),
    title: str = "",
    paragraphs: Container[int] = (),
) -> Iterator[Event]:
    """What stands in a section, in order: subjects, figures, passages, comparisons, references.

    Args:
        section: its id.
        text: of the section, without spaces.
        marks: of the text, as the lexer finds them.
        begins: places of the text at which a line begins.
        title: of the section, without its number; it may name what is spoken of first.
        paragraphs: those of the begins at which a paragraph begins.
    """
    found = list(marks)
    walk = _Walk(section, text, found, runs(text, found), begins, paragraphs)
    outside = _Brackets(text)
    walk.spoken.subject = _of_title(section, title)
    points = deque(titles(text, begins))
    for mark in found:
        if mark.start < walk.at:
            continue
        while points and points[0].end <= mark.start:
            walk.point(points.popleft())
        walk.spoken.subject = outside.at(mark.start, walk.spoken.subject)
        yield from walk.take(mark)
        if isinstance(mark, Numeral) and begin_of_both(text, mark) is not None:
            outside.speak_of(walk.spoken.subject)


def _of_title(section: str, title: str) -> Subject:
    """What a title names, whosever it is and whatever it is called: 情况, 决算情况说明."""
    end = terms.words("clauses").source("title_end")
    whole = terms.words("headings").pattern("whose").sub("", title)
    plain = re.sub(f"(?:{end})$", "", whole)
    short = re.sub(f"(?:{terms.words('clauses').source('of_accounts')})+$", "", plain)
    found = (names(section).measure(one) for one in (title, plain, short) if one)
    measure = next((one for one in found if one), None)
    if measure is None and plain:
        measure, _ = paraphrases(section).measure(plain, "万元", Subject())
    return Subject(measure)


@dataclass
class _Walk:
    """The walk over one section.

    Attributes:
        section, text: what is read.
        marks: of the text.
        runs: numerals that follow one another, by where the first begins.
        begins, paragraphs: where its lines begin, and which of them begin paragraphs.
        at: all before this place is read; a mark that begins before it is none.
        spoken: what was said before.
        above: class and subclass above a line that is named without them.
        named: where the name ended that was read last.
        aside: what was said of a whole before one of its parts was named in passing.
        together: of what several figures were told last.
        pointed: whether the title of the point that is read names what it is about.
        read_until: where the passage ends whose figures are read, too.
    """

    section: str
    text: str
    marks: Sequence[Mark]
    runs: Mapping[int, tuple[Numeral, ...]]
    begins: Collection[int]
    paragraphs: Container[int]
    at: int = 0
    spoken: Spoken = field(default_factory=lambda: Spoken(Subject()))
    above: tuple[str, str] = ("", "")
    named: int = 0
    aside: Aside = field(default_factory=Aside)
    together: tuple[Subject, ...] = ()
    pointed: bool = False
    read_until: int = 0

    def point(self, title: Title) -> None:
        """Take the title of a point, behind which its amounts may be told without a name."""
        subject = _of_title(self.section, title.words)
        if subject.measure and is_money(subject.measure):
            self.spoken.subject = self.spoken.money = subject
            self.spoken.told, self.pointed = title.end, True
        elif self.pointed:
            self.spoken.subject = self.spoken.money = Subject()
            self.pointed = False

    def take(self, mark: Mark) -> Iterator[Event]:
        """The events of a mark; none where a numeral is no figure."""
        match mark:
            case Reference():
                self.at = mark.end
                yield mark
            case Named():
                if placed := self._placed(mark):
                    yield self._named(placed)
            case Numeral() if is_rounded(self.text, mark):
                self.at = mark.end
                yield Reference(mark.start, mark.end - len(mark.unit))
            case Numeral():
                yield from self._figures(mark) or self._doubted(mark)
            case Opening():
                yield self._passage(mark)
            case Comparison():
                yield self._compared(mark)

    def _named(self, mark: Named) -> Named:
        subject = mark.subject
        if subject.measure is None:
            subject = replace(subject, names=self._whole_line(subject.names))
        self.aside.named(self.spoken.subject, mark.start, self.text)
        self.spoken.subject = subject
        if subject.measure and is_money(subject.measure):
            self.spoken.money = subject
        self.at, self.spoken.told, self.named = mark.start, mark.end, mark.end
        return replace(mark, subject=subject)

    def _placed(self, mark: Named) -> Named | None:
        """A mark with all its names; None of an inner one that is not of the class spoken of."""
        if not mark.is_inner:
            return mark
        spoken, (_, subclass, item) = self.spoken.subject.names[0], mark.subject.names
        if not spoken or spoken != self.above[0]:
            return None
        if not item:
            return mark if is_below(subclass, spoken) else None
        path = item_inside(item, spoken)
        return replace(mark, subject=replace(mark.subject, names=path)) if path else None

    def _whole_line(self, names: tuple[str, str, str]) -> tuple[str, str, str]:
        """The names of a line with those above it that are not printed again."""
        first, second, third = names
        if first:
            self.above = (first, second)
        elif second:
            self.above = (class_of(second, self.above[0]), second)
        return self.above[0], second or (self.above[1] if third else ""), third

    def _figures(self, mark: Numeral) -> list[Figure]:
        """The figure of a numeral; those of all where several are told together."""
        before, run = self.spoken.subject, self.runs.get(mark.start)
        figure = self._understood(mark)
        if figure is None or (not run and self._is_one_of_several(figure, mark)):
            self._not_understood(mark)
            return []
        told = self._told_together(run, figure) if run else [figure]
        if told == [figure]:
            figure = self.aside.of(figure, before, self.text)
            told = [figure]
        self._spoken_of(figure)
        self._read_to(max(one.end for one in told) if told else run[-1].end if run else mark.end)
        return told

    def _doubted(self, mark: Numeral) -> Iterator[Doubted]:
        """What an evaluation covered, not understood in a passage whose figures are read."""
        if mark.start < self.read_until and mark.value and mark.unit:
            sentence = self.text[self.text.rfind("。", 0, mark.start) + 1 : mark.start]
            if terms.words("clauses").pattern("evaluated").search(sentence):
                yield Doubted(mark.start, mark.end)

    def _is_one_of_several(self, figure: Figure, mark: Numeral) -> bool:
        """Whether a figure is one of several that are told together; of two prints, the first."""
        both = begin_of_both(self.text, mark)
        printed = figure if both is None else replace(figure, start=both)
        return is_one_of_several(self.section, self.text, printed)

    def _understood(self, mark: Numeral) -> Figure | None:
        """The figure of a numeral by what introduces it, by its title, by those told with it."""
        of, run = binder(self.section), self.runs.get(mark.start)
        figure = of.figure(self.text, mark, self.spoken) or self._again(mark)
        figure = figure or of.of_title(self.text, mark, self.spoken.subject)
        return figure or (first(self.section, self.text, run) if run else None)

    def _spoken_of(self, figure: Figure) -> None:
        """Keep in mind what was told last."""
        self.spoken.subject, self.spoken.column = figure.subject, figure.column
        self.spoken.falls, self.spoken.other = figure.value.startswith("-"), None
        if figure.column in _BUDGETS:
            self.spoken.budget = figure.column
        if terms.unit_kind(figure.unit) == "money":
            self.spoken.money = figure.subject

    def _again(self, mark: Numeral) -> Figure | None:
        """A budget whose subject is not named, where the spending behind it tells that."""
        subject = self.aside.spent_again(self.text, mark)
        is_money = terms.unit_kind(mark.unit) == "money"
        if not subject.known or not is_money or self._is_led_by_a_name(mark):
            return None
        if _HEADED.search(self.text[max(0, self._clause(mark) - _REACH) : self._clause(mark)]):
            return None
        spoken = replace(self.spoken, subject=subject, told=mark.start)
        found = binder(self.section).figure(
            self.text, mark, replace(spoken, floor=self._clause(mark))
        )
        return found if found and found.column in _BUDGETS else None

    def _is_led_by_a_name(self, mark: Numeral) -> bool:
        """Whether a subject is named in the sentence of a numeral, and nothing was told of it."""
        is_next = self.named > self.spoken.floor
        return is_next and "。" not in self.text[self.named : mark.start]

    def _clause(self, mark: Numeral) -> int:
        """Where the clause of a numeral begins."""
        return max(
            self.spoken.floor, *(self.text.rfind(one, 0, mark.start) + 1 for one in ",。;:)")
        )

    def _told_together(self, run: tuple[Numeral, ...], figure: Figure) -> list[Figure]:
        """The figures of a run: of the measures listed before it, or of those of the last run."""
        told = each(self.section, self.text, run, figure, self.together)
        if len(told) > 1:
            self.together = tuple(one.subject for one in told)
        return told

    def _not_understood(self, mark: Numeral) -> None:
        """What follows an amount that is not understood may speak of that amount.

        What is left of a budget is one of the same subject.
        """
        if terms.words("clauses").pattern("left_over").search(self.text, 0, mark.start):
            self.spoken.told = mark.end
            return
        if mark.end > mark.start and terms.unit_kind(mark.unit) == "money":
            self.spoken.subject = Subject()
            longer = binder(self.section).called_longer(self.text, mark)
            self.spoken.other = longer or self.spoken.other

    def _passage(self, mark: Opening) -> Told:
        lead = self.text[max(self.spoken.floor, mark.start - _REACH) : mark.start]
        if mark.into == "reason":
            self._speak_of(_told_of(self.section, lead))
        lines = Begins(self.begins, self.paragraphs)
        stop = end(self.section, self.text, mark, lines, self.spoken.column)
        self._read_to(mark.end if mark.figures else stop)
        self.read_until = stop if mark.figures else self.read_until
        subject, basis = self.spoken.subject, _basis(lead)
        told = Told(mark.start, mark.end, stop, subject, mark.into, basis)
        return told if mark.figures or mark.whole else replace(told, stated=self._stated(told))

    def _stated(self, told: Told) -> tuple[Numeral, ...]:
        """The figures of a passage that are perhaps statements of their own."""
        inside = self.marks[slice(*_between(self.marks, told.inner, told.end))]
        numerals = [one for one in inside if isinstance(one, Numeral) and one.value]
        if not any(one.unit or "." in one.value for one in numerals):
            return ()
        spoken = replace(self.spoken, floor=told.inner, told=told.inner)
        walk = replace(self, at=told.inner, spoken=spoken, aside=Aside())
        read = [one for mark in inside for one in walk.over(mark)]
        starts = {one.start for one in read}
        return stated(self.section, self.text, told, inside, starts, self.begins)

    def over(self, mark: Mark) -> Iterator[Figure]:
        """The figures of a mark inside of a passage, as if nothing opened one."""
        if mark.start >= self.at and not isinstance(mark, Opening):
            yield from (one for one in self.take(mark) if isinstance(one, Figure))

    def _compared(self, mark: Comparison) -> Compared:
        leads = [self.text[max(0, place - _REACH) : place] for place in (mark.at, mark.start)]
        self._speak_of(_compared_of(self.section, leads))
        self.at = self.spoken.told = mark.end
        return Compared(mark.start, mark.end, self.spoken.subject, mark.column, mark.word)

    def _speak_of(self, measure: Measure | None) -> None:
        if measure is not None:
            self.spoken.subject = Subject(measure)

    def _read_to(self, place: int) -> None:
        self.at = self.spoken.floor = self.spoken.told = place


def _between(marks: Sequence[Mark], start: int, end: int) -> tuple[int, int]:
    """Where the marks begin that stand between two places, and where they end."""
    place = attrgetter("start")
    return bisect_left(marks, start, key=place), bisect_left(marks, end, key=place)


class _Brackets:
    """What was spoken of before a bracket is spoken of again behind it."""

    def __init__(self, text: str) -> None:
        self._marks = [(m.start(), m[0]) for m in re.finditer(r"[()]", text)]
        self._next = 0
        self._open: list[Subject] = []

    def speak_of(self, subject: Subject) -> None:
        """Go on behind the bracket that is open with what is spoken of in it."""
        if self._open:
            self._open[-1] = subject

    def at(self, place: int, subject: Subject) -> Subject:
        """The subject at a place, given the one before; places must not go back."""
        while self._next < len(self._marks) and self._marks[self._next][0] < place:
            if self._marks[self._next][1] == "(":
                self._open.append(subject)
            elif self._open:
                subject = self._open.pop()
            self._next += 1
        return subject


def _told_of(section: str, lead: str) -> Measure | None:
    """The measure of which a reason is told, if directly before ("…费支出减少的主要原因是")."""
    match = _before(section, "turning", "+").search(lead)
    return names(section).measure(match["name"]) if match else None


def _compared_of(section: str, leads: Iterable[str]) -> Measure | None:
    """The measure that a comparison names: with which the first of the texts that has one ends."""
    for lead in leads:
        match = _before(section, "of_accounts", "*").search(lead)
        if match and (measure := names(section).measure(match["name"])):
            return measure
    return None


@cache
def _before(section: str, behind: str, times: str) -> re.Pattern[str]:
    """A text that ends with a name of the section and these words behind it."""
    return names(section).before(f"(?:{terms.words('clauses').source(behind)}){times}")


def _basis(lead: str) -> Basis:
    """The comparison of which a passage is the reason, if what leads to it says so."""
    words = terms.words("clauses")
    turned = re.search(rf"(?:{words.source('turning')})+$", lead)
    if turned and words.pattern("budget").search(turned[0]):
        return "budget"
    return "prior" if turned and words.pattern("prior").search(turned[0]) else ""

"""The clause grammar: subjects of the taxonomy, figures introduced by relations, passages quoted as text.

Every section of every region is read by this one grammar. A figure counts only where its introduction stands
immediately before it; "the first number after a keyword" is never taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from juesuan import terms
from juesuan.amount import NUMERAL
from juesuan.parse.prose.events import Brackets, Event, Subject
from juesuan.terms import Measure, Relation

_FILLER = r"(?:支出|费用|费|数|金额|共|共计|合计|总额|为|约|是|:)*"
_UNIT = "|".join(unit.pattern for unit in terms.units())
NUMBER = re.compile(
    rf"(?<![\d.])(?<!\d,)(?P<value>-?{NUMERAL})(?![\dA-Za-z□■�]|[.,]+[\dA-Za-z□■�])(?P<unit>{_UNIT})?(?![\d])"
)
"""A numeral with its unit in text without spaces; a part of a damaged one ("2,7l9.44", "21,27.55") is none."""

DAMAGED = re.compile(
    r"(?<![\dA-Za-z.,□■�])(?:[□■�]|(?=[A-Za-z.,□■�]*[\d□■�])[\dA-Za-z□■�][\dA-Za-z.,□■�]{1,24}?)"
    rf"(?P<unit>{_UNIT})(?![\d])"
)
"""What may be a numeral that extraction damaged, with its unit: "2,7l9.44万元", "21,27.55万元"."""

VANISHED = re.compile(r"(?<=[^\W\d_A-Za-z])[OoIl|]?(?P<unit>万元|元|辆|人|平方米|%)(?=[,。;、])")
"""A unit that ends its clause and has no numeral before it, or one letter in its place: "离休人员人,", "用车l辆、"."""

DATE = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d年(?:度|\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|(?:19|20)\d\d(?=[-—至到](?:19|20)\d\d年))"
)
"""A date or a year."""

_WHEN = r"(?:截[至止])?(?:(?:19|20)\d\d年(?:度|末|底|\d{1,2}月(?:\d{1,2}日|底|末)?)?)"
"""A year or a day with which a sentence may begin."""

_OWN_YEAR = r"(?:(?:19|20)\d\d年度?|当年|本年度?)?"
"""The year to which a budget belongs, where it is told."""

_COMPARED = (
    rf"(?:与|较|同|比){_OWN_YEAR}(?:年初|全年|调整)?预算数?(?:相比|比较)?"
    r"|(?:与|比|较|同)(?:上年度?|上一年度?|去年|(?:19|20)\d\d年度?)(?:决算数?|支出数?|数)?(?:相比|比较)?|同比"
)
_CONNECTED = re.compile(
    rf"(?:[,。;:、()]|\d[.、](?=\D)|{_COMPARED}|相比|与|(?:增长|下降|的)?--%?|其中|总体|支出决算数?|决算数?|支出|本年度?|(?:19|20)\d\d年度?|具体情况如下|具体如下|分别|各|均|上年度?(?:无|没有)[^,。;:]{{0,12}})*"
)
"""What may stand between a subject and a relation that speaks of it. After anything else the subject is not known."""

_TURNED = r"(?:支出|决算|年初|全年|预算|数|比上年|上年|增加|减少|增长|上升|下降|降低|大于|小于|变动|持平|或|和|与|的)+"
"""What may stand between a subject and its reason."""

_WITH_BUDGET = re.compile(rf"(?:与|同|较|和|比){_OWN_YEAR}(?:年初|全年|调整)?预算数?")

_BRACKETED = re.compile(r"\([^()]*\)")
"""A remark in brackets, which does not part a subject from its figures."""

_EACH = re.compile(r"(?:人均|车均|户均|平均|每人|每车|每辆|程序评价)$")
"""What makes a measure an average and not the measure itself."""

_OF_YEAR = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年度?|(?<!与)(?<!比)(?<!较)(?:上年度?|上一年度?|去年))的?$"
)
"""A year that stands directly before a measure."""

FUNCTION = re.compile(
    r"(?:^|(?<=[。;:\n\d])|(?=(?<!\d)\d{1,3}[.、]))(?:(?P<number>\d{1,3})[.、]|\((?P<bracketed>\d{1,3})\))?"
    r"(?P<class>[^\d。;:,.()、][^。;:,]{1,40}?)\(类\)(?P<tail>支出)?"
    r"(?:(?P<subclass>[^。;:,]{2,60}?)\(款\))?(?:(?P<item>[^。;:,]{2,60}?)\(项\))?\"?:?"
)
"""A line of the functional classification: 类, 款, 项."""


SUBCLASS = re.compile(r"(?:^|(?<=[。;:]))\"?(?P<subclass>[^。;:,()\"\d]{2,40})\"?\(款\)")
"""A line that names a subclass alone; it belongs to the class above it."""


def _bare(name: str) -> str:
    """A name without its quotation marks."""
    return name.strip('"')


def _loose(alias: str) -> str:
    """The alias as a pattern that does not insist on quotation marks and commas, with a year where it says so."""
    loose = re.escape(alias).replace('"', '"?').replace("、", "、?").replace(",", ",?")
    return loose.replace(re.escape("{year}"), r"(?:(?:19|20)\d\d年度?)?")


@cache
def class_names() -> tuple[str, ...]:
    """Names of the classes of the functional classification, also former ones, with and without 支出 at their end."""
    names = {
        *terms.former_classes(),
        *(
            name
            for code, name in terms.classification("functional", 2024).items()
            if len(code) == 3
        ),
    }
    plain = {name.replace("（", "(").replace("）", ")") for name in names}
    return tuple(sorted(plain | {name.removesuffix("支出") for name in plain if len(name) > 5}))


_AGAINST_BUDGET = {"change": "variance", "change_pct": "variance_pct"}
"""Columns of a change that is one against the budget and not against the year before."""


class Grammar:
    """The grammar of one section: which subjects may occur in it."""

    def __init__(self, section: str) -> None:
        self.section = section
        self.measures = tuple(m for m in terms.measures().values() if section in m.sections)
        pairs = sorted(
            ((a, m) for m in self.measures for a in (*m.aliases, *m.following) if a),
            key=lambda pair: -len(pair[0]),
        )
        self._by_alias: dict[str, list[Measure]] = {}
        for alias, measure in pairs:
            self._by_alias.setdefault(alias, []).append(measure)
        names = "|".join(f"(?:{_loose(alias)})" for alias in self._by_alias) or r"(?!)"
        self._before = re.compile(rf"(?:{names})(?:\([^()]{{0,12}}\))?{_FILLER}$")
        self._alias = re.compile(names)
        explicit = rf"(?:全年预算|年初预算|支出预算|支出决算(?!(?:总|明细)?表)|决算数|{_COMPARED})"
        self._topic = re.compile(
            rf"(?P<alias>{names})(?:支出)?(?=[。:]?(?:(?:19|20)\d\d年度?)?{explicit})"
        )
        lists_classes = section.startswith(("general_budget", "government_fund", "state_capital"))
        classes = sorted(class_names() if lists_classes else (), key=len, reverse=True)
        names_ = "|".join(map(re.escape, classes))
        self._classes = re.compile(
            rf"(?:^|(?<=[。;:,、\d.]))(?:(?P<number>\d{{1,2}})\"?[.、])?\"?(?P<class>{names_})\"?(?=为?\d)"
            if classes
            else r"(?!)"
        )
        self._numbered = [alias for alias in self._by_alias if re.search(r"\d", alias)]
        self._relations = [(r, re.compile(rf"(?:{r.pattern})$")) for r in terms.relations()]
        passages = [p for p in terms.passages() if not p.sections or section in p.sections]
        self._passages = [(p, re.compile(p.pattern)) for p in passages]
        self._comparisons = [
            (column, re.compile(pattern)) for column, pattern in terms.comparisons()
        ]
        openings = "|".join(terms.openings())
        statement = rf"(?:{names})(?:\([^()]{{0,12}}\))?(?:{_FILLER}-?\d|(?:支出)?{explicit})"
        self._statement = re.compile(
            rf"(?:其中:|全年|共|当年)?{statement}|与(?:年初|全年)预算数?相比"
        )
        line = r"(?:\d{1,3}[.、]|\(\d{1,3}\))?[^。;:,]{2,80}\(类\)|\"?[^。;:,()]{2,40}\"?\(款\)"
        turns = [
            pattern.replace("?P<word>", "?:")
            for column, pattern in terms.comparisons()
            if column == "variance_word"
        ]
        titles = "|".join(f"(?:{one.title})" for one in terms.sections().values())
        headed = rf"(?:\d{{1,2}}[.、]|\([一二三四五六七八九十]{{1,3}}\))(?:{titles})"
        about = rf"(?:{_WHEN},?)?(?:{names})(?:支出|费)*(?:主要用于|中,)"
        opened = "|".join([openings, headed, about, *turns, *(p.pattern for p in passages)])
        self._head = re.compile(
            rf"(?:(?:其中:)?(?:{_WHEN},?)?[^。;:,]{{0,60}}?{statement}|(?:{names}){_TURNED}(?:主要)?原因|{opened}|{line}|$)"
        )

    def events(self, text: str) -> Iterator[Event]:
        """What stands in a section, in order: subjects, figures, passages, references."""
        at, floor, told, subject = 0, 0, 0, Subject()
        column, outside, above = "", Brackets(text), ""
        for mark in self._marks(text):
            if mark.start < at:
                continue
            subject = outside.at(mark.start, subject)
            if mark.kind == "figure":
                event = self._figure(text, mark, subject, (floor, told), column)
                if event is None:
                    continue
                subject, column = event.subject or subject, event.column
                yield event
                at = floor = told = event.end
            elif mark.kind == "passage":
                end = self._passage_end(text, mark)
                lead = text[max(floor, mark.start - 60) : mark.start]
                if mark.into == "reason" and (named := self._told_of(lead)):
                    subject = Subject(named)
                turned = re.search(_TURNED + "$", lead)
                basis = (
                    "budget"
                    if turned and "预算" in turned[0]
                    else "prior"
                    if turned and "上年" in turned[0]
                    else ""
                )
                yield Event(
                    "passage",
                    mark.start,
                    end,
                    subject,
                    into=mark.into,
                    inner=mark.inner,
                    basis=basis,
                )
                at = floor = told = end
            elif mark.kind == "word":
                named = self._compared(text, mark)
                subject = Subject(named) if named else subject
                yield replace(mark, subject=subject)
                at = told = mark.end
            else:
                if mark.subject and not mark.subject.measure:
                    above = mark.subject.names[0] or above
                    filled = replace(mark.subject, names=(above, *mark.subject.names[1:]))
                    mark = replace(mark, subject=filled)
                subject = mark.subject or subject
                yield mark
                at = mark.end if mark.kind == "reference" else mark.start
                told = mark.end if mark.kind == "subject" else told

    def _told_of(self, lead: str) -> Measure | None:
        """The measure of which a reason is told, where it is named directly before ("…费支出减少的主要原因是")."""
        m = re.search(rf"(?P<alias>{self._alias.pattern}){_TURNED}$", lead)
        return self._measure(m["alias"], "", Subject()) if m else None

    def _compared(self, text: str, mark: Event) -> Measure | None:
        """The measure that a comparison in words names: directly before the word, or before the comparison."""
        for end in (mark.inner, mark.start):
            m = re.search(
                rf"(?P<alias>{self._alias.pattern})(?:支出|决算|数)*$", text[max(0, end - 60) : end]
            )
            if m and (found := self._measure(m["alias"], "", Subject())):
                return found
        return None

    def _marks(self, text: str) -> list[Event]:
        marks = [Event("reference", m.start(), m.end()) for m in DATE.finditer(text)]
        for alias in self._numbered:
            for m in re.finditer(_loose(alias), text):
                digits = [d.start() + m.start() for d in re.finditer(r"\d", m[0])]
                marks.append(Event("reference", digits[0], digits[-1] + 1))
        for m in self._topic.finditer(text):
            found = self._measure(m["alias"], "", Subject())
            if found:
                marks.append(Event("subject", m.start(), m.end(), Subject(found)))
        for m in FUNCTION.finditer(text):
            tail = "" if m["class"].endswith("支出") else m["tail"] or ""
            names = (_bare(m["class"]) + tail, _bare(m["subclass"] or ""), _bare(m["item"] or ""))
            number = "number" if m["number"] else "bracketed"
            if m[number]:
                marks.append(Event("reference", m.start(number), m.end(number)))
            marks.append(
                Event("subject", m.start("class"), m.end(), Subject(None, names, m[number] or ""))
            )
        for m in SUBCLASS.finditer(text):
            marks.append(
                Event(
                    "subject", m.start("subclass"), m.end(), Subject(None, ("", m["subclass"], ""))
                )
            )
        for m in self._classes.finditer(text):
            if m["number"]:
                marks.append(Event("reference", m.start("number"), m.end("number")))
            marks.append(
                Event(
                    "subject",
                    m.start("class"),
                    m.end(),
                    Subject(None, (m["class"], "", ""), m["number"] or ""),
                )
            )
        for passage, pattern in self._passages:
            marks.extend(
                Event(
                    "passage",
                    m.start(),
                    m.end(),
                    into=passage.into,
                    inner=m.end(),
                    basis=str(passage.whole),
                )
                for m in pattern.finditer(text)
                if m.end() > m.start()
            )
        for compared, comparison in self._comparisons:
            marks.extend(
                Event(
                    "word",
                    m.start(),
                    m.end(),
                    column=compared,
                    value=m["word"],
                    inner=m.start("word"),
                )
                for m in comparison.finditer(text)
                if compared == "variance_word"
                or not _WITH_BUDGET.search(text[max(0, m.start() - 12) : m.end()])
            )
        marks.extend(
            Event("figure", m.start(), m.end(), value=m["value"], unit=m["unit"] or "")
            for m in NUMBER.finditer(text)
        )
        marks.extend(
            Event("figure", m.start(), m.end(), unit=m["unit"])
            for m in (*DAMAGED.finditer(text), *VANISHED.finditer(text))
            if not re.fullmatch(NUMERAL, m[0].removesuffix(m["unit"]))
        )
        order = {"subject": 0, "passage": 1, "word": 2, "reference": 3, "figure": 4}
        return sorted(marks, key=lambda mark: (mark.start, order[mark.kind]))

    def _figure(
        self, text: str, mark: Event, subject: Subject, since: tuple[int, int], last: str
    ) -> Event | None:
        """The figure at a numeral, if its introduction stands before it.

        Args:
            text: of the section.
            mark: the numeral.
            subject: what was spoken of last.
            since: where the last figure or passage ended, and where the last subject did.
            last: the column of the last figure.
        """
        before = text[max(since[0], mark.start - 90) : mark.start]
        kind = terms.unit_kind(mark.unit) or self._kind_without_unit(text, mark, before, last)
        relation, lead = self._relation(before, kind, last)
        if relation:
            column, basis = relation.column, relation.basis
            if column in _AGAINST_BUDGET and self._with_budget(before[: len(before) - lead], last):
                column, basis = _AGAINST_BUDGET[column], "budget"
            named = self._narrower(
                before[: len(before) - lead], relation, mark.unit if kind == "money" else ""
            )
            gap = text[since[1] : max(since[1], mark.start - lead)]
            other = (
                self._of_another(before[len(before) - lead :]) if column == "share_pct" else None
            )
            if other is not None:
                return self._share_of_part(mark, named or subject.measure, other)
            if named or (
                (subject.measure or subject.names[0])
                and _CONNECTED.fullmatch(_BRACKETED.sub("", gap))
            ):
                about = Subject(named) if named else self._companion(subject, kind)
                if (
                    about.measure
                    and about.measure.jointly
                    and re.search(r"[各均]$", before[: len(before) - lead])
                ):
                    about = Subject(terms.measures()[about.measure.jointly])
                value = _signed(mark.value, relation.sign)
                return Event(
                    "figure",
                    mark.start,
                    mark.end,
                    about,
                    column,
                    value,
                    mark.unit,
                    relation.sign,
                    basis,
                )
        measure, start = self._named(before, mark.unit, subject)
        if measure is not None:
            year = _OF_YEAR.search(before[:start])
            said = (year["year"] or "before") if year else ""
            return Event(
                "figure",
                mark.start,
                mark.end,
                Subject(measure),
                measure.column,
                mark.value,
                mark.unit,
                year=said,
            )
        bare = (
            re.escape(subject.names[0]) + r"\"?为?$|"
            if subject.names[0] and not subject.names[1]
            else ""
        )
        if (
            subject.names[0]
            and kind == "money"
            and re.search(rf"(?:{bare}\((?:类|款|项)\)\"?:?(?:支出)?为?$)", before)
        ):
            return Event("figure", mark.start, mark.end, subject, "actual", mark.value, mark.unit)
        return None

    def _share_of_part(self, mark: Event, part: Measure | None, base: Measure) -> Event | None:
        """A share of another measure than the section's total, where the taxonomy has that share."""
        for measure in self.measures:
            if part is not None and (measure.part, measure.base) == (part.id, base.id):
                return Event(
                    "figure",
                    mark.start,
                    mark.end,
                    Subject(measure),
                    "share_pct",
                    mark.value,
                    mark.unit,
                )
        return None

    @staticmethod
    def _with_budget(lead: str, last: str) -> bool:
        """Whether a change is one against the budget: said so before it, or carried over from the amount before a rate."""
        compared = list(re.finditer(_COMPARED, lead))
        if compared:
            return "预算" in compared[-1][0]
        return last == "variance" or (
            last in ("initial_budget", "annual_budget") and lead.strip(",") in ("", "相比")
        )

    def _relation(self, before: str, kind: str, last: str) -> tuple[Relation | None, int]:
        """The relation that stands at the end of a text, and its length; the longest one of several."""
        best: tuple[Relation | None, int] = (None, 0)
        for relation, pattern in self._relations:
            if relation.behind and last not in relation.behind:
                continue
            if kind in relation.kinds and (m := pattern.search(before)) and len(m[0]) > best[1]:
                best = (relation, len(m[0]))
        return best

    def _kind_without_unit(self, text: str, mark: Event, before: str, last: str) -> str:
        """The kind of a numeral without a unit that ends its clause, where its introduction leaves only one."""
        if mark.unit or not re.match(r"[;。)](?!%)|[,、](?![\d.,%])|$", text[mark.end :][:2]):
            return ""
        kinds = [kind for kind in ("money", "percent") if self._relation(before, kind, last)[0]]
        return kinds[0] if len(kinds) == 1 else ""

    def _of_another(self, lead: str) -> Measure | None:
        """The part of this section of which a share is said to be one; None where it is a share of a total."""
        base = re.fullmatch(r"占(.+?)的?(?:比重?为?)?", lead)
        m = (
            re.fullmatch(rf"(?P<alias>{self._alias.pattern})(?:支出|金额|总额|合计)*", base[1])
            if base
            else None
        )
        measure = self._measure(m["alias"], "", Subject()) if m else None
        return (
            measure
            if measure is not None and not measure.id.endswith(("total", "current"))
            else None
        )

    def _narrower(self, lead: str, relation: Relation, unit: str) -> Measure | None:
        """The measure that stands directly before the relation (or before its comparison), if one does."""
        m = re.search(
            rf"(?P<alias>{self._alias.pattern})(?:支出)?,?(?:{_COMPARED})?,?(?:各|均|共)?$", lead
        )
        if m is None or _EACH.search(lead[: m.start()]):
            return None
        return self._measure(m["alias"], unit, Subject())

    @staticmethod
    def _companion(subject: Subject, kind: str) -> Subject:
        if kind == "money" and subject.measure and subject.measure.amounts:
            return Subject(terms.measures()[subject.measure.amounts])
        return subject

    def _named(self, before: str, unit: str, subject: Subject) -> tuple[Measure | None, int]:
        """The measure that a numeral directly follows, and where its name begins."""
        m = self._before.search(before)
        if (
            m
            and terms.unit_kind(unit) == "money"
            and re.search(r"(?:预算|基金)$", before[: m.start()])
        ):
            return None, 0
        if m and _EACH.search(before[: m.start()]):
            return None, 0
        if m and (
            found := self._measure(re.sub(r"\([^()]*\)$", "", m[0]), unit, subject)
            or self._longest(m[0], unit, subject)
        ):
            return found, m.start()
        if re.search(r"[,、;]$", before):
            return self._measure("", unit, subject), len(before)
        return None, 0

    def _longest(self, matched: str, unit: str, subject: Subject) -> Measure | None:
        m = self._alias.match(matched)
        return self._measure(m[0], unit, subject) if m else None

    def _measure(self, matched: str, unit: str, subject: Subject) -> Measure | None:
        current = f"{subject.measure.id}." if subject.measure else ""
        fitting = [
            m for m in self.measures if not unit or unit in m.units or _same_unit(unit, m.unit)
        ]
        behind = [m for m in fitting if m.after and current.startswith(f"{m.after}.")]
        for measure, aliases in [
            *((m, m.following) for m in behind),
            *((m, m.aliases) for m in fitting),
        ]:
            if any(
                alias == matched or (alias and re.fullmatch(_loose(alias), matched))
                for alias in aliases
            ):
                return measure
        return None

    def _passage_end(self, text: str, mark: Event) -> int:
        if mark.basis == "True":
            ends = [
                m.start()
                for p, pattern in self._passages
                if p.whole
                for m in pattern.finditer(text, mark.end)
            ]
            return min(ends, default=len(text))
        for m in re.finditer(r"[。;,]", text[mark.end :]):
            end = mark.end + m.end()
            if (self._statement if m[0] == "," else self._head).match(text, end):
                return end
        return len(text)


def _signed(printed: str, sign: int) -> str:
    """The value of a printed figure behind a word of direction (``sign``; 0 for none)."""
    plain = printed.lstrip("-")
    negative = printed.startswith("-") or sign < 0
    return f"-{plain}" if negative and plain.strip("0.,") else plain


def _same_unit(printed: str, unit: str) -> bool:
    plain = unit.replace("（", "(").replace("）", ")")
    return printed in (plain, f"个{plain}") or terms.unit_kind(
        printed
    ) == "money" == terms.unit_kind(plain)


@cache
def grammar(section: str) -> Grammar:
    """The grammar of a section."""
    return Grammar(section)

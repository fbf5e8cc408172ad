"""Everything to find on the site, as records for its search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from juesuan import terms
from juesuan.check import all_rules
from juesuan.check.between import between_rules
from juesuan.collection import Department
from juesuan.pages import addresses
from juesuan.pages.addresses import disclosure
from juesuan.pages.machines.search.cutting import shortened
from juesuan.pages.machines.search.record import Record, weighed
from juesuan.pages.store import spending
from juesuan.pages.store.questions import Where
from juesuan.pages.store.store import Store
from juesuan.pages.telling.plain import PLAIN, plain_id
from juesuan.pages.telling.words import term_id, title_of
from juesuan.rows import DisclosureRow

_DEFINITION = 60
"""Characters of a term's definition that are shown."""

_SECTIONS = (
    ("three-public", "“三公”经费", "three_public"),
    ("procurement", "政府采购", "procurement"),
    ("assets", "国有资产", "assets"),
    ("operating", "机关运行经费", "operating"),
)
"""Parts of a disclosure's page that are records of their own: anchor, title, section."""

_CLASS = 3
"""Digits of the code of a class."""

_YEARS = 8
"""Years that are told beside a department, the newest."""


Weighed = tuple[Record, Mapping[str, int]]
"""A record and its tokens, each with its weight."""


def records(store: Store) -> Iterator[Weighed]:
    """Everything to find on the site."""
    yield from map(_weighed, _of_pages())
    registry = store.registry()
    for about in store.disclosures():
        also = _called(registry.get(about["department_id"], ()))
        own = partial(_told_of, about, store.of(about["disclosure_id"]), also)
        for shown, weights in store.made_of(about, "records", own, also):
            yield Record(*shown), weights
    every = chain(_departments(store), _codes(store), _terms(store))
    yield from map(_weighed, every)


def _weighed(record: Record) -> Weighed:
    return record, weighed(record)


def _of_pages() -> Iterator[Record]:
    """The pages over all that questions lead to, and the rules."""
    for page in terms.found_pages():
        title, also = page["title"], page["also"]
        yield Record(title, "专题与说明", page["url"], 60, also, sounds=(title,))
    for rule in (*all_rules(), *between_rules()):
        title = f"{rule.id} {rule.title}"
        yield Record(title, "勾稽核对的规则", addresses.rule(rule.id), 0, titled=2)


_Told = tuple[tuple[str, str, str, int, str, int, list[str], int], dict[str, int]]
"""A record in the order of its attributes, and its tokens with their weights."""


def _told_of(about: DisclosureRow, own: Where, called: str) -> list[_Told]:
    """The records of a disclosure, with their tokens."""
    return [
        (
            (
                one.title,
                one.beside,
                one.url,
                one.weight,
                one.also,
                one.titled,
                [*one.sounds],
                one.checked(),
            ),
            {**weighed(one)},
        )
        for one in _of_disclosure(about, own, called)
    ]


def _codes(store: Store) -> Iterator[Record]:
    """The codes of the functional classification that some disclosure uses, and those above."""
    names: dict[str, str] = {}
    years: dict[str, int] = {}
    for about in store.disclosures():
        for code, name in store.made_of(about, "codes", partial(_coded, store, about)):
            names.setdefault(code, name)
            years[code] = int(about["fiscal_year"])
    yield from _above(years)
    for code, name in sorted(names.items()):
        title, where = f"{code} {name.rpartition(' · ')[2]}", f"{addresses.FUNCTIONS}#i{code}"
        own = name.rpartition(" · ")[2]
        yield Record(title, f"支出功能分类 · {name}", where, 20, sounds=(own,))


def _coded(store: Store, about: DisclosureRow) -> list[tuple[str, str]]:
    """The codes of the items of spending of a disclosure, and what those are called."""
    every = spending.items(store, about["disclosure_id"])
    return [(one.code, one.name) for one in every if one.code]


def _above(years: dict[str, int]) -> Iterator[Record]:
    """The classes and subclasses of codes; by code the year in which one used it."""
    named = {
        code[:size]: terms.classification("functional", year).get(code[:size], "")
        for code, year in years.items()
        for size in (3, 5)
    }
    for code, name in sorted(named.items()):
        if name:
            level, weight = ("类", 25) if len(code) == _CLASS else ("款", 2)
            where = f"{addresses.FUNCTIONS}#c{code}"
            yield Record(f"{code} {name}", f"支出功能分类 · {level}级科目", where, weight)


def _terms(store: Store) -> Iterator[Record]:
    """The terms in plain words, and those that disclosures explain."""
    for one in PLAIN:
        said = shortened(one.said, _DEFINITION)
        where = f"{addresses.GLOSSARY}#{plain_id(one.name)}"
        yield Record(one.name, said, where, 10, sounds=(one.name,))
    question = "SELECT term, min(definition) AS said FROM glossary GROUP BY term ORDER BY term"
    for row in store.ask(question):
        said = shortened(row["said"], _DEFINITION)
        where = f"{addresses.GLOSSARY}#{term_id(row['term'])}"
        yield Record(row["term"], said, where, 8, sounds=(row["term"],))


def _departments(store: Store) -> Iterator[Record]:
    """The departments, by all of their names."""
    registry = store.registry()
    for one, rows in store.departments().items():
        names = registry.get(one, ())
        years = "、".join(row["fiscal_year"] for row in rows[-_YEARS:])
        title = f"{rows[-1]['department']}：历年决算"
        where, called = addresses.department(one), _called(names)
        sounded = (rows[-1]["department"], *called.split())
        yield Record(title, years, where, 20, called, sounds=sounded)


def _called(rows: Sequence[Department]) -> str:
    """What a department is called, now and formerly, for short and in full."""
    return " ".join(dict.fromkeys(name for row in rows for name in row.names))


def _of_disclosure(about: DisclosureRow, own: Where, called: str) -> Iterator[Record]:
    """A disclosure, its parts, its offices and units, its projects."""
    one, title, short = about["disclosure_id"], title_of(about), _short(about)
    region = about["region"]
    also = f"{one} {one.replace('-', ' ')} {region} {called}"
    sounded = (about["department"], *called.split())
    yield Record(title, f"{region} · {about['scope']}", disclosure(one), 40, also, sounds=sounded)
    sections = [row["section"] for row in own.rows("measures")]
    for anchor, label, section in _SECTIONS:
        if any(name.startswith(section) for name in sections):
            yield Record(f"{label}：{short}", title, disclosure(one, f"#{anchor}"), 4)
    if own.rows("table3"):
        yield Record(f"九张决算表：{short}", title, disclosure(one, addresses.TABLES), 4)
    for row in own.rows("organisation"):
        kind, weight = ("所属单位", 6) if row["kind"] == "unit" else ("内设机构", 1)
        yield Record(row["name"], f"{kind} · {title}", disclosure(one, "#organisation"), weight)
    yield from _projects(about, own)


def _projects(about: DisclosureRow, own: Where) -> Iterator[Record]:
    """The performance forms of a disclosure's projects."""
    for number, form in enumerate(own.rows("projects"), start=1):
        if form["kind"] != "overall" and form["name"]:
            named = dict.fromkeys(part for part in (form["implementer"], _short(about)) if part)
            page = f"{addresses.forms(number)}#{form['project_id']}"
            where = disclosure(about["disclosure_id"], page)
            yield Record(form["name"], f"项目 · {' · '.join(named)}", where, 5)


def _short(about: DisclosureRow) -> str:
    return f"{about['department']} {about['fiscal_year']}"

"""A page as a reader sees it: its numbers, each with the evidence behind it or with what was computed again."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

from lxml import html
from selectolax.lexbor import LexborHTMLParser

from tests.pages.recomputed.packages import Package, grouped

NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")
NAMES = re.compile(
    r"(?<![A-Za-z])[BNPTX]\d\d(?:-\w+)?|\b\d{4}-\d\d-\d\d\b|(?<![\d,.])20(?:23|24)(?![\d,.])"
)
"""What has digits and is no number: a rule, a day, and a year (2,023 of something would have its comma)."""

FIGURE = re.compile(r".*#(f\d+)$")
PLACE = re.compile(r"（[^（）]*第 (\d+) [行页]）$")
FEWER = re.compile(r"(?:减少|下降|降低|低于|少)[^\d]{0,12}$|less than in the year before ?\($")
FEW = re.compile(r"(?:less|fewer|lower)\b")
ENGLISH = {" million yuan": Decimal("0.01"), " yuan": Decimal(10000)}
"""What follows a number in an English sentence, and how many of it are one 万元."""

SEEN = ("aria-label", "title")
"""Attributes that a reader hears or sees."""

Slot = tuple[html.HtmlElement, str]
"""An element and where of it a text stands: ``text``, ``tail``, or the name of an attribute."""


class Drawn:
    """One page.

    Args:
        site: the folder of the website.
        path: of the page below it.
        five: the packages that the website shows.
    """

    def __init__(self, site: Path, path: str, five: dict[str, Package]) -> None:
        self.site, self.path, self.five = site, path, five
        text = (site / path).read_text(encoding="utf-8")
        closed = LexborHTMLParser(text).html or ""  # its paragraphs end where a browser ends them
        article = html.fromstring(closed).find_class("md-content__inner")[0]
        self.article: html.HtmlElement = article
        for one in [*article.iter("script", "style", "template")]:
            one.drop_tree()
        self._told: set[Slot] = set()
        self._trusted: set[Slot] = set()

    def all(self, xpath: str, of: html.HtmlElement | None = None) -> list[html.HtmlElement]:
        return (self.article if of is None else of).xpath(xpath)

    def one(self, xpath: str, of: html.HtmlElement | None = None) -> html.HtmlElement:
        """The only element of a path."""
        found = self.all(xpath, of)
        assert len(found) == 1, f"{self.path}: {len(found)} of {xpath}"
        return found[0]

    def says(self, element: html.HtmlElement, expected: str) -> None:
        """Hold that an element says exactly this, whatever its links."""
        assert words(element) == expected, f"{self.path}: {words(element)!r} is not {expected!r}"
        self.tell(element)

    def say(self, elements: Iterable[html.HtmlElement], expected: Iterable[str]) -> None:
        """Hold that elements say these, one by one and none more."""
        elements, expected = list(elements), list(expected)
        for one, wanted in zip(elements, expected, strict=False):
            self.says(one, wanted)
        assert len(elements) == len(expected), f"{self.path}: {[*map(words, elements)]}, {expected}"

    def hears(self, element: html.HtmlElement, expected: str, name: str = "aria-label") -> None:
        """As :meth:`says`, of an attribute."""
        assert element.get(name) == expected, f"{self.path}: {element.get(name)!r}, {expected!r}"
        self._told.add((element, name))

    def cell(
        self, element: html.HtmlElement, package: Package, measure: str, column: str = "actual"
    ) -> None:
        """Hold that an element shows a measure of a disclosure, with the evidence of just that; or a dash for none."""
        printed = package.cell(measure, column)
        link = element if element.tag == "a" else (self.all(".//a", element) or [element])[0]
        self.says(link, grouped(printed) if printed else "—")
        if printed:
            self.leads(link, package, "measures", measure, column)

    def leads(
        self, link: html.HtmlElement, package: Package, resource: str, row: str, field: str
    ) -> None:
        """Hold that a link leads to the figure behind just this cell; of a measure, in whichever section."""
        figure = self.package_of(link.get("href")).figures[link.get("href").rpartition("#")[2]]
        behind = figure["disclosure_id"], figure["resource"], figure["field"]
        assert behind == (package.id, resource, field), f"{self.path}: {behind} for {row} {field}"
        own = figure["row"].rpartition("/")[2] if resource == "measures" else figure["row"]
        assert own == row, f"{self.path}: {own} is not {row}"

    def widths(self, element: html.HtmlElement) -> list[Decimal]:
        """The widths of the bars that are drawn in an element."""
        return [Decimal(one.get("width")) for one in self.all(".//rect", element)]

    def tell(self, element: html.HtmlElement) -> None:
        """Mark all numbers of an element's text as accounted for."""
        self._told |= {*_slots_of(element)}

    def trust(self, element: html.HtmlElement) -> None:
        """Mark an element's text as words that somebody wrote: a rule, a hint; they are of no disclosure."""
        self._trusted |= {*_slots_of(element)}
        self.tell(element)

    def tell_slot(self, element: html.HtmlElement, name: str) -> None:
        self._told.add((element, name))

    def trust_slot(self, element: html.HtmlElement, name: str) -> None:
        self._told.add((element, name))
        self._trusted.add((element, name))

    def written(self, text: str) -> None:
        """Mark what somebody wrote as it stands in ``docs``: it is of no disclosure, and no number of the data."""
        text = re.sub(r"\]\([^()]*\)|<[^<>]*>|[\s*`\[\]\\_]", "", text)
        for one in self.all(".//p | .//li | .//dd | .//dt | .//td | .//h1 | .//h2 | .//h3"):
            said = re.sub(r"[\s*`\[\]\\_]", "", one.text_content())
            if said and said in text and not self.all(".//a[contains(@href, '#f')]", one):
                self.trust(one)
        for one in self.all(".//a[contains(@class, 'rule')]"):
            self._told.add((one, "title"))  # the words of a rule
            self._trusted.add((one, "title"))

    def evidence(self) -> None:
        """Hold that each link to a figure shows the number that the ledger has under its id."""
        for link in self.all(".//a[contains(@href, '#f')]"):
            found = FIGURE.match(link.get("href"))
            if found:
                self._proves(link, found[1])

    def _proves(self, link: html.HtmlElement, figure_id: str) -> None:
        figure = self.package_of(link.get("href")).figures[figure_id]
        said, where = words(link), PLACE.search(words(link))
        if where:
            assert where[1] in (figure["line"], figure["page"]), f"{self.path}: {said}"
            said = said[: where.start()]
        if not said:
            return
        package, numbers = self.package_of(link.get("href")), NUMBER.findall(said)
        if not numbers:
            assert said in package.labels(figure) or figure["text"] in said, f"{self.path}: {said}"
            return
        told = f"{self.path}: {said!r} leads to {figure['text']!r} ({figure_id})"
        assert len(numbers) == 1, told
        shown, value = Decimal(numbers[0].replace(",", "")), Decimal(figure["value"])
        for unit, of_one in ENGLISH.items():
            if said.endswith(unit):
                shown /= of_one
                value /= 10000 if figure["unit"] == "元" else 1
                break
        if value < 0 < shown and not (link.xpath("ancestor::blockquote") or self._is_quoted(link)):
            before, behind = self._around(link)
            assert FEWER.search(before) or FEW.match(behind), f"{told}: no word of a decrease"
            value = -value
        assert shown == value or "".join(figure["text"].split()) in said, told
        self.tell(link)

    def _is_quoted(self, link: html.HtmlElement) -> bool:
        """Whether a number is an example of what a rule compares, in the words of the source."""
        return self.path.startswith("d/rules/") and bool(link.xpath("ancestor::td"))

    def _around(self, link: html.HtmlElement) -> tuple[str, str]:
        """What is said before and behind a link in the element in which it stands."""
        inside, before = link.getparent(), []
        for one in link.itersiblings(preceding=True):
            before.append(
                (one.text_content() if isinstance(one.tag, str) else "") + (one.tail or "")
            )
        said = (inside.text or "") + "".join(reversed(before))
        return said.strip(), (link.tail or "").strip()

    def package_of(self, href: str) -> Package:
        """The package to which a link leads."""
        where = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), href))
        return self.five[where.split("/")[1]]

    def rest(self) -> list[str]:
        """Numbers that were neither compared with their evidence nor computed again, each with what stands around it."""
        return [f"{where}: {text}" for where, text in self._left()]

    def _left(self) -> Iterator[tuple[str, str]]:
        for one, name, text in self.slots():
            if (one, name) not in self._told and has_number(text):
                yield f"{one.getroottree().getpath(one)} {name}", " ".join(text.split())

    def numbers(self) -> list[Slot]:
        """Where a number stands that was compared with its evidence or computed again."""
        told = ((one, name) for one, name, text in self.slots() if has_number(text))
        return [slot for slot in told if slot in self._told - self._trusted]

    def slots(self) -> Iterator[tuple[html.HtmlElement, str, str]]:
        """All that is said on the page: the element, which part of it, the words."""
        for one in self.article.iter():
            if not isinstance(one.tag, str):
                continue
            if one.text:
                yield one, "text", one.text
            if one.tail and one is not self.article:
                yield one, "tail", one.tail
            for name in SEEN:
                if one.get(name):
                    yield one, name, one.get(name)


def words(element: html.HtmlElement) -> str:
    """The text of an element on one line."""
    return " ".join(element.text_content().split())


def has_number(text: str) -> bool:
    """Whether a text says a number, other than in a name.

    >>> has_number("规则 X06，2023 年度"), has_number("3 处对不上")
    (False, True)
    """
    return bool(re.search(r"\d", NAMES.sub("", text)))


def _slots_of(element: html.HtmlElement) -> Iterator[Slot]:
    for one in element.iter():
        yield one, "text"
        if one is not element:
            yield one, "tail"

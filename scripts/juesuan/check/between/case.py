"""Which disclosures a rule between them is asked about, and how their figures are called."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from juesuan.check.book.book import Book
from juesuan.check.comparing.cell import Cell
from juesuan.model import Facts
from juesuan.rows import DisclosureRow, ProjectsRow


@dataclass(frozen=True)
class Years:
    """Disclosures of two years that follow each other.

    Attributes:
        facts: of the later one.
        before: of the earlier one.
        seams: why what they print of one year need not be the same, in words; empty where nothing
            speaks against it.
    """

    facts: Facts
    before: Facts
    seams: tuple[str, ...] = ()

    @cached_property
    def later(self) -> Book:
        """The later one, to be asked."""
        return Book(self.facts)

    @cached_property
    def earlier(self) -> Book:
        """The earlier one, to be asked."""
        return Book(self.before)

    @property
    def own(self) -> str:
        """The id of the disclosure to which findings belong."""
        return self.facts.disclosure_id

    @property
    def others(self) -> tuple[str, ...]:
        """The id of the earlier one."""
        return (self.before.disclosure_id,)

    @property
    def books(self) -> tuple[Book, ...]:
        """All that are asked."""
        return (self.later, self.earlier)


@dataclass(frozen=True)
class Agencies:
    """The accounts of a department with its agencies, and those of these agencies.

    Attributes:
        facts: of the whole.
        parts: of the agencies that are held, in the order in which the whole names them.
        missing: names of those that are not held.
        seams: as of :class:`Years`.
    """

    facts: Facts
    parts: tuple[Facts, ...]
    missing: tuple[str, ...] = ()
    seams: tuple[str, ...] = ()

    @cached_property
    def whole(self) -> Book:
        """The whole, to be asked."""
        return Book(self.facts)

    @cached_property
    def agencies(self) -> tuple[Book, ...]:
        """The agencies, to be asked."""
        return tuple(map(Book, self.parts))

    @property
    def own(self) -> str:
        """The id of the disclosure to which findings belong."""
        return self.facts.disclosure_id

    @property
    def others(self) -> tuple[str, ...]:
        """The ids of the agencies."""
        return tuple(one.disclosure_id for one in self.parts)

    @property
    def books(self) -> tuple[Book, ...]:
        """All that are asked."""
        return (self.whole, *self.agencies)


@dataclass(frozen=True)
class Copied:
    """A form whose goal stands word by word in a form of another department.

    Attributes:
        form, about: the form, and its disclosure.
        other, other_about: the first of the others, and its disclosure.
        number: how many departments have it, this one counted.
    """

    form: ProjectsRow
    about: DisclosureRow
    other: ProjectsRow
    other_about: DisclosureRow
    number: int

    @property
    def own(self) -> str:
        """The id of the disclosure to which findings belong."""
        return self.about["disclosure_id"]

    @property
    def others(self) -> tuple[str, ...]:
        """The id of the other one."""
        return (self.other_about["disclosure_id"],)

    @property
    def books(self) -> tuple[Book, ...]:
        """All that are asked for figures: none."""
        return ()


def of_year(book: Book, cell: Cell) -> Cell:
    """A figure as two years tell it apart: with its year, its figures with their id."""
    return _told(book, cell, f"{book.year}年度公开的{cell.label}")


def of_agency(book: Book, cell: Cell) -> Cell:
    """A figure as the accounts of several bodies tell it apart: with the body's name."""
    about = book.facts.disclosure
    return _told(book, cell, f"{about['department']}（{about['scope']}）{cell.label}")


def _told(book: Book, cell: Cell, label: str) -> Cell:
    own = book.facts.disclosure_id
    return replace(cell, label=label, figures=tuple(f"{own}/{one}" for one in cell.figures))

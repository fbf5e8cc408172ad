"""What a file holds and was not read: tables, rows of tables, pages.

What was not read is neither absent nor blank. Absence is claimed only where all of the file was
read: a table that was not found may stand on a page that is a picture, or be one of those that were
not recognised.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from juesuan import terms
from juesuan.rows import TypedTables

_OTHERS = "other_tables"
"""Section of the texts of tables that are none of the nine."""

_UNTITLED = "untitled_tables"
"""Section of the texts of tables above which no title stands."""


@dataclass(frozen=True)
class Unread:
    """What of a package's source was not read.

    Args:
        facts: the package, or its tables; of a package without ``figures`` it cannot be told which
            table may go on behind a page.
    """

    facts: TypedTables

    @cached_property
    def pages(self) -> tuple[int, ...]:
        """Numbers of the pages of which nothing was read."""
        return tuple(
            int(row["position"]) for row in self.facts.rows("texts") if row["kind"] == "unread_page"
        )

    @cached_property
    def tables(self) -> Mapping[str, str]:
        """The statutory tables that are there and were not read, with why, in words."""
        return dict(self._tables())

    @cached_property
    def partly(self) -> Mapping[str, str]:
        """The statutory tables of which a part was not read, with which, in words."""
        return dict(self._partly())

    @cached_property
    def columns(self) -> frozenset[tuple[str, str]]:
        """Tables and titles of their columns for which no heading was found."""
        return frozenset(
            (row["section"], row["text"])
            for row in self.facts.rows("texts")
            if row["kind"] == "unread_column"
        )

    @cached_property
    def others(self) -> tuple[str, ...]:
        """Titles of the tables that were not recognised."""
        return tuple(
            row["text"]
            for row in self.facts.rows("texts")
            if (row["section"], row["kind"]) == (_OTHERS, "unread_title")
        )

    @cached_property
    def untitled(self) -> bool:
        """Whether there are tables with amounts above which no title stands."""
        return _UNTITLED in self._sections("unread_table")

    @property
    def hides(self) -> str:
        """What may hold a table that was not found, in words; empty where all was read."""
        return "；".join([*self._hiding()])

    @property
    def _may_hide(self) -> bool:
        """Whether a table that was not found may be hidden: on a page, or among other tables."""
        found = any(self.facts.table(table.id) for table in terms.statutory_tables())
        return bool(self.pages or ((self.others or self.untitled) and found))

    def _hiding(self) -> Iterator[str]:
        if self.pages:
            yield f"{pages_in_words(self.pages)}没有读出文字"
        if self.others:
            yield f"{'、'.join(f'《{title}》' for title in self.others)}没有读入"
        if self.untitled:
            yield "没有表名的表没有读入"

    def _tables(self) -> Iterator[tuple[str, str]]:
        titled = self._sections("title")
        for table in terms.statutory_tables():
            if self.facts.table(table.id):
                continue
            if table.id in self._sections("unread_table"):
                yield table.id, "文件中有这张表，没有读出"
            elif table.id in self._sections("unread_title"):
                yield table.id, "只读到表名，没有读到表"
            elif table.id not in titled and self._may_hide:
                yield table.id, self.hides

    def _partly(self) -> Iterator[tuple[str, str]]:
        for table in terms.statutory_tables():
            if not self.facts.table(table.id):
                continue
            if table.id in self._sections("unread_row"):
                yield table.id, "有没有读出的行"
            elif behind := self._pages_behind(table.id):
                yield table.id, f"{pages_in_words(behind)}没有读出文字"

    def _sections(self, kind: str) -> set[str]:
        return {row["section"] for row in self.facts.rows("texts") if row["kind"] == kind}

    def _pages_behind(self, table: str) -> tuple[int, ...]:
        """The unread pages directly behind the last page of a table, on which it may go on."""
        own = [
            int(row["page"])
            for row in self.facts.rows("figures")
            if row["resource"] == table and row["page"]
        ]
        return tuple(page for page in self.pages if own and page == max(own) + 1)


def pages_in_words(pages: tuple[int, ...]) -> str:
    """Numbers of pages in a sentence.

    >>> pages_in_words((5, 7))
    '第5、7页'
    """
    return f"第{'、'.join(map(str, pages))}页"

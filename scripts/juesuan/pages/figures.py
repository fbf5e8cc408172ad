"""Every number of the site opens its evidence: links from cells to the printed figure."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from html import escape
from urllib.parse import quote

from markupsafe import Markup

from juesuan import terms
from juesuan.model import Facts
from juesuan.rows import AnyRow, DisclosureRow, FiguresRow, cell

SHARD = 400
"""Figures in one file of evidence, loaded when the first of them is asked for."""

LINES_A_PAGE = 500
"""Lines of the source on one page of the site."""


NOT_PRINTED = Markup('<span class="none" title="原文未列示">—</span>')
"""A cell for which nothing is printed."""

LOST = Markup('<span class="lost" title="提取文本中无法辨认">无法辨认</span>')
"""A cell whose print cannot be read."""


def grouped(value: str) -> str:
    """A plain number with thousands separators, as the site shows it.

    >>> grouped("-1978.38")
    '-1,978.38'
    """
    return f"{Decimal(value):,}"


def source_page(line: int) -> str:
    """Name of the page of the site on which a line of the source stands."""
    number = (line - 1) // LINES_A_PAGE + 1
    return "source" if number == 1 else f"source-{number}"


def place_of(figure: FiguresRow) -> str:
    """Where a figure is printed, in words: its page where the source has pages, else its line."""
    return f"第 {figure['page']} 页" if figure["page"] else f"第 {figure['line']} 行"


def is_lost(row: AnyRow, column: str) -> bool:
    """Whether a cell is printed but cannot be read."""
    return "unreadable" in row and column in cell(row, "unreadable").split()


class Evidence:
    """Links from the cells of one package to the figures behind them.

    Args:
        about: the row of ``disclosure``.
        figures: rows of its ledger, all or those that are asked for.
        up: the way from the page to the disclosure's folder.
    """

    def __init__(
        self, about: DisclosureRow, figures: Iterable[FiguresRow], up: str = "../"
    ) -> None:
        self.about = about
        self.up = up
        self._figures: dict[tuple[str, str, str], FiguresRow] = {}
        self.by_id: dict[str, FiguresRow] = {}
        for row in figures:
            self.by_id[row["figure_id"]] = row
            if row["status"] == "bound":
                self._figures.setdefault((row["resource"], row["row"], row["field"]), row)

    def figure(self, resource: str, row: AnyRow, column: str) -> FiguresRow | None:
        """The first printed figure behind a cell."""
        key = terms.resource_schemas()[resource].row_key(row)
        return self._figures.get((resource, key, column))

    @classmethod
    def of(cls, facts: Facts, up: str = "../") -> Evidence:
        """Links for a whole package."""
        return cls(facts.disclosure, facts.rows("figures"), up)

    def number(self, resource: str, row: AnyRow, column: str, suffix: str = "") -> Markup:
        """A cell as a link to its evidence.

        Where nothing is printed it is a dash, where the print cannot be read a mark that says so.

        Args:
            resource: the resource of the row.
            row: with all columns of its key.
            column: that of the cell.
            suffix: what follows the number, for instance a percent sign.
        """
        if is_lost(row, column):
            return LOST
        value = cell(row, column)
        if not value:
            return NOT_PRINTED
        return self.link(self.figure(resource, row, column), grouped(value) + suffix)

    def link(self, figure: FiguresRow | None, text: str) -> Markup:
        """Text as a link to a printed figure; the bare text where there is none."""
        if figure is None:
            return Markup(escape(text))
        return Markup('<a class="n" href="{}" data-d="{}" data-f="{}">{}</a>').format(
            self.address(figure), self.about["disclosure_id"], figure["figure_id"], text
        )

    def to_line(self, line: str, text: str) -> Markup:
        """Words as a link to their line of the text."""
        return Markup('<a href="{}{}/#L{}">{}</a>').format(
            self.up, source_page(int(line)), line, text
        )

    def address(self, figure: FiguresRow) -> str:
        """Where a figure is printed: a page of the PDF, or a line of the text."""
        line = int(figure["line"])
        if figure["page"]:
            return f"{self.up}files/{quote(self.about['source_file'])}#page={figure['page']}"
        return f"{self.up}{source_page(line)}/#L{line}"

    def cited(self, ids: str) -> list[Markup]:
        """Links to figures by their ids, for the statement of a check.

        A figure that is printed again on the same page or line is linked once.
        """
        rows: dict[tuple[str, ...], FiguresRow] = {}
        for row in (self.by_id[one] for one in ids.split() if one in self.by_id):
            rows.setdefault(
                (row["resource"], row["row"], row["field"], row["text"], place_of(row)), row
            )
        return [
            self.link(row, f"{' '.join(row['text'].split())}（{place_of(row)}）")
            for row in rows.values()
        ]

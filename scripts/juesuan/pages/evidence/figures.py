"""Every number of the site opens its evidence: links from cells to the printed figure."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from html import escape

from markupsafe import Markup
from markupsafe import escape as escaped

from juesuan import check, terms
from juesuan.amount import Rounded
from juesuan.model import Facts
from juesuan.pages import addresses
from juesuan.rows import (
    AnyColumn,
    AnyRow,
    DisclosureRow,
    FiguresRow,
    MeasuresColumn,
    MeasuresRow,
    PlacesRow,
    cell,
    is_lost,
)

YUAN = Decimal(10000)
"""Yuan of 万元."""

BELOW = addresses.way(addresses.CHECKS, "")
"""The way from a page below the first one of a disclosure back to it."""

NONE = Markup("—")
"""What stands in a cell that the source does not print."""

LOST = Markup('<span class="lost" title="提取文本中无法辨认">无法辨认</span>')
"""What stands in a cell whose print cannot be read."""


def grouped(value: str) -> str:
    """A plain number with thousands separators, as the site shows it.

    >>> grouped("-1978.38")
    '-1,978.38'
    """
    return f"{Decimal(value):,}"


def shortest(value: Decimal) -> str:
    """A number without zeros that say nothing, with thousands separators.

    >>> shortest(Decimal("1234.50")), shortest(Decimal("20"))
    ('1,234.5', '20')
    """
    return grouped(f"{value.normalize():f}")


def exact(figure: FiguresRow | None, published: str) -> Rounded:
    """How exactly a published number is known; one that no figure stands behind is computed."""
    return check.rounded(figure, published) if figure else Rounded(Decimal(published))


def place_of(figure: FiguresRow, place: PlacesRow | None = None) -> str:
    """Where a figure is printed, in words: its cell, its page where there are pages, its line.

    Args:
        figure: its row.
        place: its row of ``places``, where the source has any.

    >>> place_of({"page": "", "line": "12"}), place_of({"page": "3", "line": "12"})
    ('第 12 行', '第 3 页')
    >>> place_of({"page": "3", "line": "12"}, {"sheet": "收入 表", "cell": "D14"})
    '收入 表!D14'
    """
    if place and place["sheet"]:
        return "!".join(filter(None, (place["sheet"], place["cell"])))
    return f"第 {figure['page']} 页" if figure["page"] else f"第 {figure['line']} 行"


class Evidence:
    """Links from the cells of one package to the figures behind them.

    Args:
        about: the row of ``disclosure``.
        figures: rows of its ledger, all or those that are asked for.
        up: the way from the page to the disclosure's folder.
        places: rows of ``places`` of these figures, where the source has any.
    """

    def __init__(
        self,
        about: DisclosureRow,
        figures: Iterable[FiguresRow],
        up: str = BELOW,
        places: Iterable[PlacesRow] = (),
    ):
        self.about = about
        self.up = up
        self._places = {row["figure_id"]: row for row in places}
        self._figures: dict[tuple[str, str, str], FiguresRow] = {}
        self.by_id: dict[str, FiguresRow] = {}
        for row in figures:
            self.by_id[row["figure_id"]] = row
            if row["status"] == "bound":
                self._figures.setdefault((row["resource"], row["row"], row["field"]), row)

    @classmethod
    def of(cls, facts: Facts, up: str = BELOW) -> Evidence:
        """Links for a whole package."""
        return cls(facts.disclosure, facts.rows("figures"), up, facts.rows("places"))

    def seen_from(self, up: str) -> Evidence:
        """The same links for another page."""
        return Evidence(self.about, self.by_id.values(), up, self._places.values())

    def place_of(self, figure: FiguresRow) -> str:
        """Where a figure is printed, in words; its file too, where it is not the leading one."""
        place = self._places.get(figure["figure_id"])
        where = place_of(figure, place)
        leads = place is None or place["file"] == self.about["source_file"]
        return where if leads or place is None else f"{place['file']} {where}"

    def figure(self, resource: str, row: AnyRow, column: str) -> FiguresRow | None:
        """The first printed figure behind a cell."""
        key = terms.resource_schemas()[resource].row_key(row)
        return self._figures.get((resource, key, column))

    def number(self, resource: str, row: AnyRow, column: AnyColumn, suffix: str = "") -> Markup:
        """A cell as a link to its evidence; a dash where nothing is printed, else why not."""
        return self.number_of(resource, row, column, suffix)

    def number_of(self, resource: str, row: AnyRow, column: str, suffix: str = "") -> Markup:
        """As :meth:`number`, for a column that is known only when the program runs."""
        if is_lost(row, column):
            return LOST
        value = cell(row, column)
        if not value:
            return NONE
        return self.link(self.figure(resource, row, column), grouped(value) + suffix)

    def link(self, figure: FiguresRow | None, text: str) -> Markup:
        """Text as a link to the printed figure itself, in the source as the site shows it."""
        if figure is None:
            return Markup(escape(text))  # nosec B704
        link = f'<a href="{escaped(self.address(figure))}">{escaped(text)}</a>'
        return Markup(link)  # nosec B704 - its parts are escaped

    def to_line(self, line: str, text: str) -> Markup:
        """Words as a link to their line of the text."""
        return Markup('<a href="{}{}">{}</a>').format(
            self.up, addresses.source_line(int(line)), text
        )

    def address(self, figure: FiguresRow) -> str:
        """Where a figure is printed, on the page of its line of the source."""
        return self.up + addresses.source_figure(int(figure["line"]), figure["figure_id"])

    def cited(self, ids: str) -> list[Markup]:
        """Links to figures by their ids, for the statement of a check.

        A figure that is printed again on one page or in one line is cited once.
        """
        rows: dict[tuple[str, ...], FiguresRow] = {}
        for row in (self.by_id[one] for one in ids.split() if one in self.by_id):
            rows.setdefault(
                (row["resource"], row["row"], row["field"], row["text"], self.place_of(row)), row
            )
        return [
            self.link(row, f"{' '.join(row['text'].split())}（{self.place_of(row)}）")
            for row in rows.values()
        ]


class Measures:
    """The measures of one disclosure, each by its first row.

    Args:
        rows: rows of ``measures`` in their order.
        evidence: links to their figures.
    """

    def __init__(self, rows: Iterable[MeasuresRow], evidence: Evidence) -> None:
        self.evidence = evidence
        self._rows: dict[str, MeasuresRow] = {}
        for row in rows:
            self._rows.setdefault(row["measure"], row)

    def row(self, measure: str) -> MeasuresRow | None:
        """The row of a measure; None where the disclosure does not print it."""
        return self._rows.get(measure)

    def printed(self, measure: str, column: MeasuresColumn = "actual") -> str:
        """The text of a cell; empty where nothing is printed."""
        row = self.row(measure)
        return row[column] if row else ""

    def value(self, measure: str, column: MeasuresColumn = "actual") -> Decimal | None:
        """The number of a cell in the unit of its measure; None where nothing is printed."""
        text = self.printed(measure, column)
        return Decimal(text) if text else None

    def figure(self, measure: str, column: MeasuresColumn = "actual") -> FiguresRow | None:
        """The printed figure behind a cell; None where there is none."""
        row = self.row(measure)
        return self.evidence.figure("measures", row, column) if row else None

    @property
    def whole(self) -> str:
        """The measure of all revenue of a year, carried over or new.

        Some templates print one total of revenue and expenditure instead: then that one.
        """
        return "revenue.total" if self.printed("revenue.total") else "overall"

    @property
    def last_year(self) -> Decimal | None:
        """The total of the year before in 万元, as this year's and the printed change imply.

        It is 0 where the department did not exist yet, None where one of the two is not printed.
        """
        total, change = self.value(self.whole), self.value("overall", "change")
        return None if total is None or change is None else total - change

    @property
    def is_new(self) -> bool:
        """Whether the department had nothing the year before: there was no such department."""
        return self.last_year is not None and not self.last_year

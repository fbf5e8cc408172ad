"""Asking a loaded package for its figures. What is absent is refused, so a rule needs no guards."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from juesuan import terms
from juesuan.amount import Amount
from juesuan.errors import AbsentFactError, UnreadableFactError
from juesuan.model import Facts
from juesuan.rows import Row

_LABELS = {
    "actual": "", "total": "", "budget": "预算数", "completion_pct": "完成预算",
    "share_pct": "占比", "change": "比上年增减", "change_pct": "比上年增减率", "initial_budget": "年初预算数",
    "annual_budget": "全年预算数", "variance_pct": "预决算差异率", "executed": "全年执行数", "weight": "分值",
    "execution_rate_pct": "执行率", "score": "得分", "total_score": "总分",
    "prior_year": "上年决算数", "variance": "与预算的差额",
}  # fmt: skip


_BESIDE, _AMONG = 40, 400
"""Characters of the source within which a numeral stands beside a figure, and within which two figures stand together."""


def _not_understood(figure: Row) -> bool:
    """Whether a numeral went nowhere, or into a damaged cell of the prose."""
    return figure["status"] == "unread" and figure["resource"] in ("", "measures", "functions")


def lost(row: Row, *columns: str) -> bool:
    """Whether one of these columns of a row is illegible; the number of a target or a result is lost with its text."""
    marks = row.get("unreadable", "").split()
    return any(column in marks or column.removesuffix("_value") in marks for column in columns)


def with_unit(value: Decimal, unit: str) -> str:
    """A value as sentences quote it."""
    return f"{value:,f} {unit}".rstrip()


def target_and_actual(row: Row) -> str:
    """What an indicator aims at and reached, in words."""
    return f"指标值 {row['target']}，完成值 {row['actual'].removeprefix('=')}"


def inside(text: str) -> str:
    """A text as it stands inside quotation marks: its own marks become single ones."""
    return text.translate(str.maketrans("“”", "‘’"))


def told(row: Row, *columns: str) -> bool:
    """Whether a row prints all of these columns, legibly or not."""
    return all(row[column] or lost(row, column) for column in columns)


_OF_ROW = (
    "actual", "actual_again", "change", "prior_year", "variance", "initial_budget", "annual_budget", "executed",
)  # fmt: skip
"""Columns in the unit of their row; of rows without one, in 万元."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A published figure in a comparison.

    Attributes:
        value: its value.
        slack: half of the last printed digit; 0 for counts and sums of exact numbers.
        label: what it is, in Chinese.
        text: how it is quoted.
        figures: ids of the printed figures behind it.
        unit: of the value; empty where there is none or operands differ.
        terms: of a computed figure its arithmetic in numbers, without names.
    """

    value: Decimal
    slack: Decimal
    label: str
    text: str
    figures: tuple[str, ...] = ()
    unit: str = ""
    terms: str = ""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral inside a published text: its value, its characters ``start`` to ``end`` of the text, its figure."""

    value: Decimal
    start: int
    end: int
    figure: str


@dataclass(frozen=True, slots=True)
class Subject:
    """A row to which a rule is applied: its resource, its key in ``checks`` and its name in sentences."""

    resource: str
    row: Row
    key: str
    name: str


class Book:
    """A package, ready to be asked by rules."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._figures: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
        self._prose: dict[tuple[str, str, str], list[Row]] = {}
        self._form_names: dict[str, str] = {}
        rows = facts.rows("figures")
        for row in rows:
            key = (row["resource"], row["row"], row["field"])
            if row["status"] == "bound":
                self._figures.setdefault(key, []).append((row["figure_id"], row["text"]))
            elif row["status"] == "prose":
                self._prose.setdefault(key, []).append(row)
        self._places = {
            row["figure_id"]: int(row["start"] or 0) for row in rows if row["status"] == "bound"
        }
        self._unread = sorted((int(r["start"] or 0), r["text"]) for r in rows if _not_understood(r))
        self._measures = {(row["section"], row["measure"]): row for row in facts.rows("measures")}

    @property
    def year(self) -> int:
        """The fiscal year."""
        return int(self.facts.disclosure["fiscal_year"])

    @property
    def template(self) -> terms.Template | None:
        """The conventions of the region and year, where they are recorded."""
        return terms.template(self.facts.disclosure["region_code"], self.year)

    def __getitem__(self, measure: str) -> Cell:
        """The amount of a measure."""
        return self.measure(measure)

    def measure(self, measure: str, column: str = "actual", section: str = "") -> Cell:
        """A figure of ``measures``.

        An amount is the same wherever it is printed: without a section it is that of the first that prints it. What is
        said of it (a share, a change) is said in its own section alone, elsewhere it may have another base.

        Raises:
            AbsentFactError: if it is not printed.
            UnreadableFactError: if extraction destroyed it.
        """
        known = terms.measures()[measure]
        sections = (
            [section] if section else known.sections if column == "actual" else known.sections[:1]
        )
        rows = [self._measures.get((one, measure)) for one in sections]
        found = [row for row in rows if row is not None]
        if not found:
            raise AbsentFactError(f"正文没有列示{known.label}")
        return self.cell(
            "measures",
            next((row for row in found if told(row, column)), found[0]),
            column,
            known.label,
        )

    def cell(self, resource: str, row: Row, column: str, name: str) -> Cell:
        """A figure of any row.

        Raises:
            AbsentFactError: if the cell is empty.
            UnreadableFactError: if extraction destroyed it.
        """
        label = f"{name}{_LABELS.get(column, '' if resource.startswith('table') else column)}"
        if lost(row, column):
            raise UnreadableFactError(f"{label}在提取文本中无法辨认")
        if not row[column]:
            raise AbsentFactError(f"正文没有列示{label}")
        key = (resource, terms.resource_schemas()[resource].row_key(row), column)
        found = self._figures.get(key, [])
        value = Decimal(row[column])
        printed = "".join(unicodedata.normalize("NFKC", found[0][1]).split()) if found else ""
        known = Amount.of(printed.lstrip("-")) if printed and printed.isascii() else None
        exact = (
            known is None
            or (known.value == 0 and not known.places)
            or not ("." in printed or "." in row[column])
        )
        slack = Decimal(0) if known is None or exact else known.half_digit
        unit = row.get("unit", "万元") if column in _OF_ROW or resource.startswith("table") else ""
        text = f"{value:,}%" if column.endswith("_pct") else with_unit(value, unit)
        return Cell(value, slack, label, text, tuple(figure for figure, _ in found), unit)

    def unread_near(self, figures: Sequence[str]) -> str:
        """A numeral of the prose that was not understood and stands among these figures or just beside them; empty for none.

        What stands there may belong to what a rule compares, so a contradiction must not be concluded.
        """
        places = sorted(self._places[one] for one in figures if one in self._places)
        spans = [(place - _BESIDE, place + _BESIDE) for place in places]
        spans += [(a, b) for a, b in pairwise(places) if b - a < _AMONG]
        return next((text for at, text in self._unread if any(a <= at <= b for a, b in spans)), "")

    def numerals(self, resource: str, row: Row, field: str) -> list[Numeral]:
        """The numerals that stand inside a text cell, in reading order."""
        text, at, found = row[field], 0, []
        for figure in self._prose.get(
            (resource, terms.resource_schemas()[resource].row_key(row), field), ()
        ):
            printed = "".join(figure["text"].split())
            start = text.find(printed, at)
            if start >= 0 and re.fullmatch(
                r"-?\d+(?:\.\d+)?", figure["value"]
            ):  # "2023.12.31" is no number
                at = start + len(printed)
                found.append(Numeral(Decimal(figure["value"]), start, at, figure["figure_id"]))
        return found

    def table(self, name: str) -> tuple[Row, ...]:
        """The rows of a statutory table; none raises."""
        rows = self.facts.table(name)
        if not rows:
            raise AbsentFactError(f"所收文件没有《{terms.resource_schemas()[name].title}》")
        return rows

    def printed(self, resource: str, row: Row, column: str, name: str) -> Cell:
        """A figure of a statutory table, where a blank or a dash stands for nothing, that is 0.

        Raises:
            UnreadableFactError: if extraction destroyed it.
        """
        if row[column] or column in row["unreadable"].split():
            return self.cell(resource, row, column, name)
        return Cell(Decimal(0), Decimal(0), name, "空白")

    def total_zero(self, section: str) -> bool:
        """Whether a section says in words that there is nothing (an empty table)."""
        return any(
            row["section"] == section and row["kind"] == "empty" for row in self.facts.rows("texts")
        )

    def functions(self, level: str, fund: str = "general_public_budget") -> tuple[Row, ...]:
        """Lines of the functional classification; none raises."""
        rows = tuple(
            r for r in self.facts.rows("functions") if r["level"] == level and r["fund"] == fund
        )
        if not rows:
            raise AbsentFactError("正文没有列示这一级科目")
        return rows

    def form(self, project_id: str) -> Row:
        """A performance form."""
        for row in self.facts.rows("projects"):
            if row["project_id"] == project_id:
                return row
        raise AbsentFactError("原文未附该绩效自评表")

    def funds(self, project_id: str) -> tuple[Row, ...]:
        """The rows of funds of a form; none raises."""
        rows = tuple(
            row for row in self.facts.rows("project_funds") if row["project_id"] == project_id
        )
        if not rows:
            raise AbsentFactError("该表未列示资金")
        return rows

    def funds_total(self, project_id: str) -> Row:
        """The total among the rows of funds."""
        for row in self.funds(project_id):
            if row["source"] == "total":
                return row
        raise AbsentFactError("该表未列示资金总额")

    def form_name(self, project_id: str) -> str:
        """A form as sentences name it."""
        if project_id not in self._form_names:
            row = self.form(project_id)
            name = (
                f"项目“{inside(row['name'])}”"
                if row["name"]
                else f"名称没有读出的项目（{project_id}）"
            )
            self._form_names[project_id] = (
                "整体支出绩效自评表" if row["kind"] == "overall" else name
            )
        return self._form_names[project_id]

    def indicator_name(self, row: Row) -> str:
        """An indicator as sentences name it."""
        return f"{self.form_name(row['project_id'])}的指标“{inside(row['level3'])}”"

    def funds_rated(self, project_id: str) -> Row:
        """The row of funds that carries weight, rate and score (not always the total)."""
        for row in self.funds(project_id):
            if told(row, "execution_rate_pct"):
                return row
        raise AbsentFactError("该表未列示执行率")

    def indicators(self, project_id: str) -> tuple[Row, ...]:
        """The indicators of a form; none raises."""
        rows = tuple(
            row for row in self.facts.rows("indicators") if row["project_id"] == project_id
        )
        if not rows:
            raise AbsentFactError("该表未列示指标")
        return rows


def items(book: Book) -> Iterator[Subject]:
    """Every item (项) of the functional classification."""
    for row in book.facts.rows("functions"):
        if row["level"] == "item":
            key = f"{row['fund']}/item/{row['position']}"
            yield Subject("functions", row, key, f"{row['subclass']}（款）{row['item']}（项）")


def classes(book: Book) -> Iterator[Subject]:
    """Every class (类) of the general public budget's structure."""
    for row in book.facts.rows("functions"):
        if row["level"] == "class":
            yield Subject(
                "functions", row, f"{row['fund']}/class/{row['position']}", f"{row['class']}（类）"
            )


def forms(book: Book) -> Iterator[Subject]:
    """Every performance form."""
    for row in book.facts.rows("projects"):
        yield Subject("projects", row, row["project_id"], book.form_name(row["project_id"]))


def of_indicator(book: Book, row: Row) -> Subject:
    """An indicator as the subject of a rule."""
    return Subject(
        "indicators", row, f"{row['project_id']}/{row['position']}", book.indicator_name(row)
    )


def measures_with(*columns: str) -> Callable[[Book], Iterator[Subject]]:
    """Every measure that prints all of these columns."""

    def subjects(book: Book) -> Iterator[Subject]:
        for row in book.facts.rows("measures"):
            if told(row, *columns):
                yield Subject("measures", row, f"{row['section']}/{row['measure']}", row["label"])

    return subjects

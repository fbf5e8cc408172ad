"""Asking a loaded package for its figures. What is absent is refused, so a rule needs no guards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from juesuan import terms
from juesuan.check.book.columns import StatutoryColumn, short, title
from juesuan.check.book.legible import is_told, told
from juesuan.check.book.source import Source, Stretch
from juesuan.check.book.subject import Subject
from juesuan.check.book.undefined import unknown
from juesuan.check.book.unread import Unread
from juesuan.check.comparing.cell import Cell, Numeral, inside, nothing, with_unit
from juesuan.check.comparing.ledger import Ledger, rounded
from juesuan.check.trust.doubt import Trial
from juesuan.errors import AbsentFactError, UnreadableFactError
from juesuan.model import Facts
from juesuan.rows import (
    AnyRow,
    FiguresBlockColumn,
    FiguresColumns,
    FunctionsColumn,
    FunctionsRow,
    IndicatorsColumn,
    IndicatorsRow,
    MeasuresRow,
    ProjectFundsColumn,
    ProjectFundsRow,
    ProjectsRow,
    ReprintsRow,
    cell,
    is_lost,
)

_LABELS = {
    "actual": "",
    "again": "",
    "total": "",
    "budget": "预算数",
    "completion_pct": "完成预算",
    "share_pct": "占比",
    "change": "比上年增减",
    "change_pct": "比上年增减率",
    "initial_budget": "年初预算数",
    "annual_budget": "全年预算数",
    "variance_pct": "预决算差异率",
    "executed": "全年执行数",
    "weight": "分值",
    "execution_rate_pct": "执行率",
    "score": "得分",
    "total_score": "总分",
    "prior_year": "上年决算数",
    "variance": "与预算的差额",
}
"""What a column adds to the name of its row in sentences."""

_OF_ROW = (
    "actual",
    "actual_again",
    "again",
    "change",
    "prior_year",
    "variance",
    "initial_budget",
    "annual_budget",
    "executed",
)
"""Columns in the unit of their row; of rows without one, in 万元."""


class Book:
    """A package, ready to be asked by rules."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.source = Source(facts.printed)
        self.blanks: list[str] = []
        """Columns without a heading that were asked for since this was emptied, in words."""
        self.trials: dict[str, Trial] = {}
        """What the rules found of each statutory table, once all but the reviewing ones ran."""
        self.is_tried = False
        """Whether they ran."""
        self.unread = Unread(facts)
        self._ledger = Ledger(facts.rows("figures"))
        self._form_names: dict[str, str] = {}
        self._cells: dict[tuple[int, str, str], tuple[AnyRow, Cell]] = {}
        """By the identity of a row, which is kept so that no other one gets it."""
        self._funds = defaultdict[str, list[ProjectFundsRow]](list)
        self._indicators = defaultdict[str, list[IndicatorsRow]](list)
        for fund in facts.rows("project_funds"):
            self._funds[fund["project_id"]].append(fund)
        for indicator in facts.rows("indicators"):
            self._indicators[indicator["project_id"]].append(indicator)
        self._measures = {(row["section"], row["measure"]): row for row in facts.rows("measures")}

    def tried(self, found: dict[str, Trial]) -> None:
        """Take in what the rules found of each statutory table."""
        self.trials, self.is_tried = found, True

    @property
    def year(self) -> int:
        """The fiscal year."""
        return int(self.facts.disclosure["fiscal_year"])

    @property
    def template(self) -> terms.Template | None:
        """The conventions of the region and year, where they are recorded."""
        return terms.template(self.facts.disclosure["region_code"], self.year)

    # Figures

    def __getitem__(self, measure: str) -> Cell:
        """The amount of a measure."""
        return self.measure(measure)

    def measure(
        self, measure: str, column: FiguresBlockColumn = "actual", section: str = ""
    ) -> Cell:
        """A figure of ``measures``.

        An amount is the same wherever it is printed: without a section it is that of the first that
        prints it. What is said of it (a share, a change) is said in its own section alone,
        elsewhere it may have another base.

        Raises:
            AbsentFactError: if it is not printed.
            UnreadableFactError: if extraction destroyed it.
            TermsError: if no measure has this id.
        """
        known = terms.measures().get(measure) or unknown(measure)
        sections = known.sections if column == "actual" else known.sections[:1]
        rows = [self._measures.get((one, measure)) for one in ([section] if section else sections)]
        found = [row for row in rows if row is not None]
        if not found:
            raise AbsentFactError(f"正文没有列示{known.label}")
        row = next((row for row in found if told(row, column)), found[0])
        return self._cell("measures", row, column, known.label)

    def figure(
        self, subject: Subject[FiguresColumns], column: FiguresBlockColumn, name: str | None = None
    ) -> Cell:
        """A figure of a measure or of a line of the functional classification.

        Args:
            subject: its row; the figure is called by its name, if no other one is given.
            column: of the row.
            name: how the row is called in sentences.

        Raises:
            AbsentFactError: if the cell is empty.
            UnreadableFactError: if extraction destroyed it.
        """
        called = subject.name if name is None else name
        return self._cell(subject.resource, subject.row, column, called)

    def line(self, row: MeasuresRow, column: FiguresBlockColumn, name: str) -> Cell:
        """A figure of a row of ``measures``; raises as :meth:`figure`."""
        return self._cell("measures", row, column, name)

    def function(self, row: FunctionsRow, column: FunctionsColumn, name: str) -> Cell:
        """A figure of the functional classification; raises as :meth:`figure`."""
        return self._cell("functions", row, column, name)

    def total_score(self, form: ProjectsRow) -> Cell:
        """The total score of a form; raises as :meth:`figure`."""
        return self._cell("projects", form, "total_score", "")

    def fund(self, row: ProjectFundsRow, column: ProjectFundsColumn, name: str = "") -> Cell:
        """A figure of a form's funds; raises as :meth:`figure`."""
        return self._cell("project_funds", row, column, name)

    def indicator(self, row: IndicatorsRow, column: IndicatorsColumn, name: str = "") -> Cell:
        """A figure of an indicator; raises as :meth:`figure`."""
        return self._cell("indicators", row, column, name)

    def printed(self, table: str, row: AnyRow, column: StatutoryColumn, name: str) -> Cell:
        """A figure of a statutory table, where a blank or a dash stands for nothing, that is 0.

        Raises:
            UnreadableFactError: if extraction destroyed it.
        """
        if is_told(row, column):
            return self._cell(table, row, column, name)
        if self.unread.columns and (table, title(table, column)) in self.unread.columns:
            self.blanks.append(f"{short(table)}没有读到“{title(table, column)}”一栏")
        return nothing(name, "空白")

    def reprinted(self, row: ReprintsRow, name: str) -> Cell:
        """A figure of a statutory table as a second file prints it; a blank is 0."""
        return self._cell("reprints", row, "again", name) if row["again"] else nothing(name, "空白")

    def _cell(self, resource: str, row: AnyRow, column: str, name: str) -> Cell:
        """A figure of a row, put together once however many rules ask for it."""
        asked = (id(row), column, name)
        if asked not in self._cells:
            self._cells[asked] = (row, self._made(resource, row, column, name))
        return self._cells[asked][1]

    def _made(self, resource: str, row: AnyRow, column: str, name: str) -> Cell:
        statutory = resource.startswith("table")
        label = f"{name}{_LABELS.get(column, '' if statutory else column)}"
        if is_lost(row, column):
            raise UnreadableFactError(f"{label}在提取文本中无法辨认")
        if not cell(row, column):
            raise AbsentFactError(f"正文没有列示{label}")
        value = Decimal(cell(row, column))
        unit = _unit(row) if column in _OF_ROW or statutory else ""
        text = f"{value:,}%" if column.endswith("_pct") else with_unit(value, unit)
        found = self._ledger.bound((resource, _key(resource, row), column))
        slack = rounded(found[0], cell(row, column)).half if found else Decimal(0)
        return Cell(value, slack, label, text, tuple(one["figure_id"] for one in found), unit)

    # The ledger

    def numerals(self, resource: str, row: AnyRow, field: str) -> list[Numeral]:
        """The numerals that stand inside a text cell, in reading order."""
        return self._ledger.numerals((resource, _key(resource, row), field), cell(row, field))

    def figures_between(self, start: int, end: int) -> list[str]:
        """Ids of the figures that begin between two offsets of the source (``end`` exclusive)."""
        return self._ledger.between(start, end)

    def first_figure(self, line: Stretch) -> tuple[str, ...]:
        """The id of the first figure of a line; nothing where it has none."""
        return tuple(self.figures_between(line.at[0], line.at[-1] + 1)[:1])

    def unread_near(self, figures: Sequence[str]) -> str:
        """What was not understood and may be a part beside figures, in words; empty if nothing is.

        A numeral that stands among them, or a part of the statutory table in which they stand.
        """
        if near := self._ledger.unread_near(figures):
            return f"旁边的数字“{near}”未能读懂"
        tables = self._ledger.resources(figures)
        parts = (f"{short(one)}{why}" for one, why in self.unread.partly.items() if one in tables)
        return next(parts, "")

    # Rows

    def total_zero(self, section: str) -> bool:
        """Whether a section says in words that there is nothing (an empty table)."""
        return any(
            row["section"] == section and row["kind"] == "empty" for row in self.facts.rows("texts")
        )

    def functions(
        self, level: str, fund: str = "general_public_budget"
    ) -> tuple[FunctionsRow, ...]:
        """Lines of the functional classification; none raises."""
        every = self.facts.rows("functions")
        rows = tuple(row for row in every if row["level"] == level and row["fund"] == fund)
        if not rows:
            raise AbsentFactError("正文没有列示这一级科目")
        return rows

    def form(self, project_id: str) -> ProjectsRow:
        """A performance form."""
        for row in self.facts.rows("projects"):
            if row["project_id"] == project_id:
                return row
        raise AbsentFactError("原文未附该绩效自评表")

    def project_forms(self) -> list[ProjectsRow]:
        """The performance forms of projects, without the overall one."""
        return [row for row in self.facts.rows("projects") if row["kind"] == "project"]

    def form_name(self, project_id: str) -> str:
        """A form as sentences name it."""
        if project_id not in self._form_names:
            self._form_names[project_id] = form_name(self.form(project_id))
        return self._form_names[project_id]

    def funds(self, project_id: str) -> tuple[ProjectFundsRow, ...]:
        """The rows of funds of a form; none raises."""
        rows = self._funds.get(project_id, ())
        if not rows:
            raise AbsentFactError("该表未列示资金")
        return tuple(rows)

    def funds_total(self, project_id: str) -> ProjectFundsRow:
        """The total among the rows of funds."""
        for row in self.funds(project_id):
            if row["source"] == "total":
                return row
        raise AbsentFactError("该表未列示资金总额")

    def funds_rated(self, project_id: str) -> ProjectFundsRow:
        """The row of funds that carries weight, rate and score (not always the total)."""
        for row in self.funds(project_id):
            if told(row, "execution_rate_pct"):
                return row
        raise AbsentFactError("该表未列示执行率")

    def funds_whole(self, project_id: str) -> ProjectFundsRow:
        """The total among the rows of funds; where none is printed, the one that is rated."""
        try:
            return self.funds_total(project_id)
        except AbsentFactError:
            return self.funds_rated(project_id)

    def indicators(self, project_id: str) -> tuple[IndicatorsRow, ...]:
        """The indicators of a form; none raises."""
        rows = self._indicators.get(project_id, ())
        if not rows:
            raise AbsentFactError("该表未列示指标")
        return tuple(rows)

    def indicator_name(self, row: IndicatorsRow) -> str:
        """An indicator as sentences name it: by its place in the form where it has no name."""
        if not row["level3"]:
            return f"{self.form_name(row['project_id'])}的第 {row['position']} 项指标"
        return f"{self.form_name(row['project_id'])}的指标“{inside(row['level3'])}”"


def _key(resource: str, row: AnyRow) -> str:
    return terms.resource_schemas()[resource].row_key(row)


def _unit(row: AnyRow) -> str:
    return cell(row, "unit") if "unit" in row else "万元"


def form_name(row: ProjectsRow) -> str:
    """A form as sentences name it."""
    if row["kind"] == "overall":
        return "整体支出绩效自评表"
    if row["name"]:
        return f"项目“{inside(row['name'])}”"
    return f"名称没有读出的项目（{row['project_id']}）"

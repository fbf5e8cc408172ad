"""Types of published rows.

Generated from terms/data/resources.toml: ``make rows``, do not edit.

For each resource its row, whose keys the type checker knows, and the union of its column names; for
each block of columns that resources share, a row with these columns alone and the union of their
names. Every cell is text.
``AnyColumn`` is the union of the column names of all resources.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypedDict, overload

from juesuan.rows.untyped import Row

FiguresColumns = TypedDict(
    "FiguresColumns",
    {
        "actual": str,
        "share_pct": str,
        "prior_year": str,
        "prior_year_derived": str,
        "change": str,
        "change_pct": str,
        "initial_budget": str,
        "annual_budget": str,
        "variance": str,
        "variance_pct": str,
        "completion_pct": str,
        "change_word": str,
        "variance_word": str,
        "reason": str,
        "variance_reason": str,
        "unreadable": str,
        "read_by_person": str,
    },
    total=False,
)

FiguresBlockColumn = Literal[
    "actual",
    "share_pct",
    "prior_year",
    "prior_year_derived",
    "change",
    "change_pct",
    "initial_budget",
    "annual_budget",
    "variance",
    "variance_pct",
    "completion_pct",
    "change_word",
    "variance_word",
    "reason",
    "variance_reason",
    "unreadable",
    "read_by_person",
]

ReadingColumns = TypedDict(
    "ReadingColumns",
    {
        "realigned": str,
        "unreadable": str,
        "restored": str,
        "read_by_person": str,
    },
    total=False,
)

ReadingBlockColumn = Literal[
    "realigned",
    "unreadable",
    "restored",
    "read_by_person",
]

StatutoryColumns = TypedDict(
    "StatutoryColumns",
    {
        "dashes": str,
    },
    total=False,
)

StatutoryBlockColumn = Literal["dashes",]

DisclosureRow = TypedDict(
    "DisclosureRow",
    {
        "disclosure_id": str,
        "department_id": str,
        "department": str,
        "scope": str,
        "region_code": str,
        "region": str,
        "fiscal_year": str,
        "headcount_total": str,
        "headcount_serving": str,
        "headcount_retired_cadre": str,
        "headcount_retired": str,
        "source_file": str,
        "source_sha256": str,
        "source_url": str,
        "published": str,
        "kind": str,
    },
    total=False,
)

DisclosureColumn = Literal[
    "disclosure_id",
    "department_id",
    "department",
    "scope",
    "region_code",
    "region",
    "fiscal_year",
    "headcount_total",
    "headcount_serving",
    "headcount_retired_cadre",
    "headcount_retired",
    "source_file",
    "source_sha256",
    "source_url",
    "published",
    "kind",
]

OrganisationRow = TypedDict(
    "OrganisationRow",
    {
        "disclosure_id": str,
        "kind": str,
        "position": str,
        "name": str,
    },
    total=False,
)

OrganisationColumn = Literal[
    "disclosure_id",
    "kind",
    "position",
    "name",
]

MeasuresRow = TypedDict(
    "MeasuresRow",
    {
        "disclosure_id": str,
        "section": str,
        "measure": str,
        "label": str,
        "unit": str,
        "actual": str,
        "share_pct": str,
        "prior_year": str,
        "prior_year_derived": str,
        "change": str,
        "change_pct": str,
        "initial_budget": str,
        "annual_budget": str,
        "variance": str,
        "variance_pct": str,
        "completion_pct": str,
        "change_word": str,
        "variance_word": str,
        "reason": str,
        "variance_reason": str,
        "unreadable": str,
        "read_by_person": str,
    },
    total=False,
)

MeasuresColumn = Literal[
    "disclosure_id",
    "section",
    "measure",
    "label",
    "unit",
    "actual",
    "share_pct",
    "prior_year",
    "prior_year_derived",
    "change",
    "change_pct",
    "initial_budget",
    "annual_budget",
    "variance",
    "variance_pct",
    "completion_pct",
    "change_word",
    "variance_word",
    "reason",
    "variance_reason",
    "unreadable",
    "read_by_person",
]

FunctionsRow = TypedDict(
    "FunctionsRow",
    {
        "disclosure_id": str,
        "fund": str,
        "level": str,
        "position": str,
        "code": str,
        "class": str,
        "subclass": str,
        "item": str,
        "code_derived": str,
        "usage": str,
        "actual_again": str,
        "actual": str,
        "share_pct": str,
        "prior_year": str,
        "prior_year_derived": str,
        "change": str,
        "change_pct": str,
        "initial_budget": str,
        "annual_budget": str,
        "variance": str,
        "variance_pct": str,
        "completion_pct": str,
        "change_word": str,
        "variance_word": str,
        "reason": str,
        "variance_reason": str,
        "unreadable": str,
        "read_by_person": str,
    },
    total=False,
)

FunctionsColumn = Literal[
    "disclosure_id",
    "fund",
    "level",
    "position",
    "code",
    "class",
    "subclass",
    "item",
    "code_derived",
    "usage",
    "actual_again",
    "actual",
    "share_pct",
    "prior_year",
    "prior_year_derived",
    "change",
    "change_pct",
    "initial_budget",
    "annual_budget",
    "variance",
    "variance_pct",
    "completion_pct",
    "change_word",
    "variance_word",
    "reason",
    "variance_reason",
    "unreadable",
    "read_by_person",
]

EconomicRow = TypedDict(
    "EconomicRow",
    {
        "disclosure_id": str,
        "group": str,
        "position": str,
        "code": str,
        "name": str,
        "actual": str,
    },
    total=False,
)

EconomicColumn = Literal[
    "disclosure_id",
    "group",
    "position",
    "code",
    "name",
    "actual",
]

ProjectsRow = TypedDict(
    "ProjectsRow",
    {
        "disclosure_id": str,
        "project_id": str,
        "kind": str,
        "position": str,
        "name": str,
        "supervisor": str,
        "implementer": str,
        "total_score": str,
        "scoring_scheme": str,
        "expected_goal": str,
        "actual_goal": str,
        "realigned": str,
        "unreadable": str,
        "restored": str,
        "read_by_person": str,
    },
    total=False,
)

ProjectsColumn = Literal[
    "disclosure_id",
    "project_id",
    "kind",
    "position",
    "name",
    "supervisor",
    "implementer",
    "total_score",
    "scoring_scheme",
    "expected_goal",
    "actual_goal",
    "realigned",
    "unreadable",
    "restored",
    "read_by_person",
]

ProjectFundsRow = TypedDict(
    "ProjectFundsRow",
    {
        "disclosure_id": str,
        "project_id": str,
        "position": str,
        "source": str,
        "label": str,
        "initial_budget": str,
        "annual_budget": str,
        "executed": str,
        "weight": str,
        "execution_rate_pct": str,
        "score": str,
        "realigned": str,
        "unreadable": str,
        "restored": str,
        "read_by_person": str,
    },
    total=False,
)

ProjectFundsColumn = Literal[
    "disclosure_id",
    "project_id",
    "position",
    "source",
    "label",
    "initial_budget",
    "annual_budget",
    "executed",
    "weight",
    "execution_rate_pct",
    "score",
    "realigned",
    "unreadable",
    "restored",
    "read_by_person",
]

IndicatorsRow = TypedDict(
    "IndicatorsRow",
    {
        "disclosure_id": str,
        "project_id": str,
        "position": str,
        "level1": str,
        "level2": str,
        "level3": str,
        "basis": str,
        "target": str,
        "target_operator": str,
        "target_value": str,
        "target_unit": str,
        "actual": str,
        "actual_operator": str,
        "actual_value": str,
        "actual_unit": str,
        "weight": str,
        "score": str,
        "reason": str,
        "realigned": str,
        "unreadable": str,
        "restored": str,
        "read_by_person": str,
    },
    total=False,
)

IndicatorsColumn = Literal[
    "disclosure_id",
    "project_id",
    "position",
    "level1",
    "level2",
    "level3",
    "basis",
    "target",
    "target_operator",
    "target_value",
    "target_unit",
    "actual",
    "actual_operator",
    "actual_value",
    "actual_unit",
    "weight",
    "score",
    "reason",
    "realigned",
    "unreadable",
    "restored",
    "read_by_person",
]

Table1Row = TypedDict(
    "Table1Row",
    {
        "disclosure_id": str,
        "side": str,
        "position": str,
        "kind": str,
        "label": str,
        "code": str,
        "code_derived": str,
        "actual": str,
        "dashes": str,
        "realigned": str,
        "unreadable": str,
        "restored": str,
        "read_by_person": str,
    },
    total=False,
)

Table1Column = Literal[
    "disclosure_id",
    "side",
    "position",
    "kind",
    "label",
    "code",
    "code_derived",
    "actual",
    "dashes",
    "realigned",
    "unreadable",
    "restored",
    "read_by_person",
]

Table2Row = TypedDict(
    "Table2Row",
    {
        "disclosure_id": str,
        "position": str,
        "kind": str,
        "code": str,
        "name": str,
        "total": str,
        "appropriation": str,
        "superior_subsidy": str,
        "undertaking": str,
        "operating": str,
        "affiliated_remittance": str,
        "other": str,
        "dashes": str,
        "realigned": str,
        "unreadable": str,
        "restored": str,
        "read_by_person": str,
    },
    total=False,
)

Table2Column = Literal[
    "disclosure_id",
    "position",
    "kind",
    "code",
    "name",
    "total",
    "appropriation",
    "superior_subsidy",
    "undertaking",
    "operating",
    "affiliated_remittance",
    "other",
    "dashes",
    "realigned",
    "unreadable",
    "restored",
    "read_by_person",
]

Table3Row = TypedDict(
    "Table3Row",
    {
        "disclosure_id": str,
        "position": str,
        "kind": str,
        "code": str,
        "name": str,
        "total": str,
        "basic": str,
        "project": str,
        "remitted_superior": str,
        "operating": str,
        "affiliated_subsidy": str,
        "dashes": str,
        "realigned": str,
        "unreadable": str,
        "restored": str,
        "read_by_person": str,
    },
    total=False,
)

Table3Column = Literal[
    "disclosure_id",
    "position",
    "kind",
    "code",
    "name",
    "total",
    "basic",
    "project",
    "remitted_superior",
    "operating",
    "affiliated_subsidy",
    "dashes",
    "realigned",
    "unreadable",
    "restored",
    "read_by_person",
]

Table4Row = TypedDict(
    "Table4Row",
    {
        "disclosure_id": str,
        "side": str,
        "position": str,
        "fund": str,
        "kind": str,
        "label": str,
        "code": str,
        "code_derived": str,
        "actual": str,
        "dashes": str,
        "realigned": str,
        "unreadable": str,
        "restored": str,
        "read_by_person": str,
    },
    total=False,
)

Table4Column = Literal[
    "disclosure_id",
    "side",
    "position",
    "fund",
    "kind",
    "label",
    "code",
    "code_derived",
    "actual",
    "dashes",
    "realigned",
    "unreadable",
    "restored",
    "read_by_person",
]

Table5Row = TypedDict(
    "Table5Row",
    {
        "disclosure_id": str,
        "position": str,
        "kind": str,
        "code": str,
        "name": str,
        "total": str,
        "basic": str,
        "project": str,
        "dashes": str,
        "realigned": str,
        "unreadable": str,
        "restored": str,
        "read_by_person": str,
    },
    total=False,
)

Table5Column = Literal[
    "disclosure_id",
    "position",
    "kind",
    "code",
    "name",
    "total",
    "basic",
    "project",
    "dashes",
    "realigned",
    "unreadable",
    "restored",
    "read_by_person",
]

Table6Row = TypedDict(
    "Table6Row",
    {
        "disclosure_id": str,
        "position": str,
        "group": str,
        "kind": str,
        "code": str,
        "name": str,
        "actual": str,
        "dashes": str,
        "realigned": str,
        "unreadable": str,
        "restored": str,
        "read_by_person": str,
    },
    total=False,
)

Table6Column = Literal[
    "disclosure_id",
    "position",
    "group",
    "kind",
    "code",
    "name",
    "actual",
    "dashes",
    "realigned",
    "unreadable",
    "restored",
    "read_by_person",
]

Table7Row = TypedDict(
    "Table7Row",
    {
        "disclosure_id": str,
        "measure": str,
        "label": str,
        "budget": str,
        "actual": str,
        "dashes": str,
        "realigned": str,
        "unreadable": str,
        "restored": str,
        "read_by_person": str,
    },
    total=False,
)

Table7Column = Literal[
    "disclosure_id",
    "measure",
    "label",
    "budget",
    "actual",
    "dashes",
    "realigned",
    "unreadable",
    "restored",
    "read_by_person",
]

Table8Row = TypedDict(
    "Table8Row",
    {
        "disclosure_id": str,
        "position": str,
        "kind": str,
        "code": str,
        "name": str,
        "opening": str,
        "revenue": str,
        "expenditure": str,
        "basic": str,
        "project": str,
        "closing": str,
        "dashes": str,
        "realigned": str,
        "unreadable": str,
        "restored": str,
        "read_by_person": str,
    },
    total=False,
)

Table8Column = Literal[
    "disclosure_id",
    "position",
    "kind",
    "code",
    "name",
    "opening",
    "revenue",
    "expenditure",
    "basic",
    "project",
    "closing",
    "dashes",
    "realigned",
    "unreadable",
    "restored",
    "read_by_person",
]

Table9Row = TypedDict(
    "Table9Row",
    {
        "disclosure_id": str,
        "position": str,
        "kind": str,
        "code": str,
        "name": str,
        "opening": str,
        "revenue": str,
        "expenditure": str,
        "basic": str,
        "project": str,
        "closing": str,
        "dashes": str,
        "realigned": str,
        "unreadable": str,
        "restored": str,
        "read_by_person": str,
    },
    total=False,
)

Table9Column = Literal[
    "disclosure_id",
    "position",
    "kind",
    "code",
    "name",
    "opening",
    "revenue",
    "expenditure",
    "basic",
    "project",
    "closing",
    "dashes",
    "realigned",
    "unreadable",
    "restored",
    "read_by_person",
]

ReprintsRow = TypedDict(
    "ReprintsRow",
    {
        "disclosure_id": str,
        "table": str,
        "position": str,
        "row": str,
        "field": str,
        "label": str,
        "again": str,
        "file": str,
    },
    total=False,
)

ReprintsColumn = Literal[
    "disclosure_id",
    "table",
    "position",
    "row",
    "field",
    "label",
    "again",
    "file",
]

TextsRow = TypedDict(
    "TextsRow",
    {
        "disclosure_id": str,
        "section": str,
        "kind": str,
        "position": str,
        "text": str,
    },
    total=False,
)

TextsColumn = Literal[
    "disclosure_id",
    "section",
    "kind",
    "position",
    "text",
]

GlossaryRow = TypedDict(
    "GlossaryRow",
    {
        "disclosure_id": str,
        "term": str,
        "definition": str,
    },
    total=False,
)

GlossaryColumn = Literal[
    "disclosure_id",
    "term",
    "definition",
]

ReadingsRow = TypedDict(
    "ReadingsRow",
    {
        "disclosure_id": str,
        "resource": str,
        "row": str,
        "field": str,
        "how": str,
        "shows": str,
        "reads": str,
        "reason": str,
        "who": str,
        "on": str,
    },
    total=False,
)

ReadingsColumn = Literal[
    "disclosure_id",
    "resource",
    "row",
    "field",
    "how",
    "shows",
    "reads",
    "reason",
    "who",
    "on",
]

SourcesRow = TypedDict(
    "SourcesRow",
    {
        "disclosure_id": str,
        "position": str,
        "file": str,
        "sha256": str,
        "bytes": str,
        "first_line": str,
        "last_line": str,
        "url": str,
        "published": str,
    },
    total=False,
)

SourcesColumn = Literal[
    "disclosure_id",
    "position",
    "file",
    "sha256",
    "bytes",
    "first_line",
    "last_line",
    "url",
    "published",
]

FiguresRow = TypedDict(
    "FiguresRow",
    {
        "disclosure_id": str,
        "figure_id": str,
        "page": str,
        "box": str,
        "line": str,
        "start": str,
        "end": str,
        "text": str,
        "value": str,
        "unit": str,
        "status": str,
        "resource": str,
        "row": str,
        "field": str,
    },
    total=False,
)

FiguresColumn = Literal[
    "disclosure_id",
    "figure_id",
    "page",
    "box",
    "line",
    "start",
    "end",
    "text",
    "value",
    "unit",
    "status",
    "resource",
    "row",
    "field",
]

PlacesRow = TypedDict(
    "PlacesRow",
    {
        "disclosure_id": str,
        "figure_id": str,
        "file": str,
        "sheet": str,
        "cell": str,
    },
    total=False,
)

PlacesColumn = Literal[
    "disclosure_id",
    "figure_id",
    "file",
    "sheet",
    "cell",
]

ChecksRow = TypedDict(
    "ChecksRow",
    {
        "disclosure_id": str,
        "rule": str,
        "subject": str,
        "state": str,
        "statement": str,
        "brief": str,
        "left": str,
        "right": str,
        "difference": str,
        "tolerance": str,
        "figures": str,
        "pinned": str,
    },
    total=False,
)

ChecksColumn = Literal[
    "disclosure_id",
    "rule",
    "subject",
    "state",
    "statement",
    "brief",
    "left",
    "right",
    "difference",
    "tolerance",
    "figures",
    "pinned",
]

ChecksBetweenRow = TypedDict(
    "ChecksBetweenRow",
    {
        "disclosure_id": str,
        "other_id": str,
        "rule": str,
        "subject": str,
        "state": str,
        "statement": str,
        "brief": str,
        "left": str,
        "right": str,
        "difference": str,
        "tolerance": str,
        "figures": str,
        "other_figures": str,
        "pinned": str,
    },
    total=False,
)

ChecksBetweenColumn = Literal[
    "disclosure_id",
    "other_id",
    "rule",
    "subject",
    "state",
    "statement",
    "brief",
    "left",
    "right",
    "difference",
    "tolerance",
    "figures",
    "other_figures",
    "pinned",
]

AnyColumn = (
    DisclosureColumn
    | OrganisationColumn
    | MeasuresColumn
    | FunctionsColumn
    | EconomicColumn
    | ProjectsColumn
    | ProjectFundsColumn
    | IndicatorsColumn
    | Table1Column
    | Table2Column
    | Table3Column
    | Table4Column
    | Table5Column
    | Table6Column
    | Table7Column
    | Table8Column
    | Table9Column
    | ReprintsColumn
    | TextsColumn
    | GlossaryColumn
    | ReadingsColumn
    | SourcesColumn
    | FiguresColumn
    | PlacesColumn
    | ChecksColumn
    | ChecksBetweenColumn
)


class TypedTables:
    """Published tables, whose rows are typed by the name of their resource."""

    tables: Mapping[str, tuple[Row, ...]]

    @overload
    def rows(self, resource: Literal["disclosure"]) -> tuple[DisclosureRow, ...]: ...
    @overload
    def rows(self, resource: Literal["organisation"]) -> tuple[OrganisationRow, ...]: ...
    @overload
    def rows(self, resource: Literal["measures"]) -> tuple[MeasuresRow, ...]: ...
    @overload
    def rows(self, resource: Literal["functions"]) -> tuple[FunctionsRow, ...]: ...
    @overload
    def rows(self, resource: Literal["economic"]) -> tuple[EconomicRow, ...]: ...
    @overload
    def rows(self, resource: Literal["projects"]) -> tuple[ProjectsRow, ...]: ...
    @overload
    def rows(self, resource: Literal["project_funds"]) -> tuple[ProjectFundsRow, ...]: ...
    @overload
    def rows(self, resource: Literal["indicators"]) -> tuple[IndicatorsRow, ...]: ...
    @overload
    def rows(self, resource: Literal["table1"]) -> tuple[Table1Row, ...]: ...
    @overload
    def rows(self, resource: Literal["table2"]) -> tuple[Table2Row, ...]: ...
    @overload
    def rows(self, resource: Literal["table3"]) -> tuple[Table3Row, ...]: ...
    @overload
    def rows(self, resource: Literal["table4"]) -> tuple[Table4Row, ...]: ...
    @overload
    def rows(self, resource: Literal["table5"]) -> tuple[Table5Row, ...]: ...
    @overload
    def rows(self, resource: Literal["table6"]) -> tuple[Table6Row, ...]: ...
    @overload
    def rows(self, resource: Literal["table7"]) -> tuple[Table7Row, ...]: ...
    @overload
    def rows(self, resource: Literal["table8"]) -> tuple[Table8Row, ...]: ...
    @overload
    def rows(self, resource: Literal["table9"]) -> tuple[Table9Row, ...]: ...
    @overload
    def rows(self, resource: Literal["reprints"]) -> tuple[ReprintsRow, ...]: ...
    @overload
    def rows(self, resource: Literal["texts"]) -> tuple[TextsRow, ...]: ...
    @overload
    def rows(self, resource: Literal["glossary"]) -> tuple[GlossaryRow, ...]: ...
    @overload
    def rows(self, resource: Literal["readings"]) -> tuple[ReadingsRow, ...]: ...
    @overload
    def rows(self, resource: Literal["sources"]) -> tuple[SourcesRow, ...]: ...
    @overload
    def rows(self, resource: Literal["figures"]) -> tuple[FiguresRow, ...]: ...
    @overload
    def rows(self, resource: Literal["places"]) -> tuple[PlacesRow, ...]: ...
    @overload
    def rows(self, resource: Literal["checks"]) -> tuple[ChecksRow, ...]: ...
    @overload
    def rows(self, resource: Literal["checks_between"]) -> tuple[ChecksBetweenRow, ...]: ...

    def rows(self, resource: str) -> Any:
        """The rows of a resource, none where the disclosure lacks it."""
        return self.table(resource)

    def table(self, resource: str) -> tuple[Row, ...]:
        """As :meth:`rows`, for a resource that is known only when the program runs."""
        return tuple(self.tables.get(resource, ()))


__all__ = [
    "AnyColumn",
    "ChecksBetweenColumn",
    "ChecksBetweenRow",
    "ChecksColumn",
    "ChecksRow",
    "DisclosureColumn",
    "DisclosureRow",
    "EconomicColumn",
    "EconomicRow",
    "FiguresBlockColumn",
    "FiguresColumn",
    "FiguresColumns",
    "FiguresRow",
    "FunctionsColumn",
    "FunctionsRow",
    "GlossaryColumn",
    "GlossaryRow",
    "IndicatorsColumn",
    "IndicatorsRow",
    "MeasuresColumn",
    "MeasuresRow",
    "OrganisationColumn",
    "OrganisationRow",
    "PlacesColumn",
    "PlacesRow",
    "ProjectFundsColumn",
    "ProjectFundsRow",
    "ProjectsColumn",
    "ProjectsRow",
    "ReadingBlockColumn",
    "ReadingColumns",
    "ReadingsColumn",
    "ReadingsRow",
    "ReprintsColumn",
    "ReprintsRow",
    "SourcesColumn",
    "SourcesRow",
    "StatutoryBlockColumn",
    "StatutoryColumns",
    "Table1Column",
    "Table1Row",
    "Table2Column",
    "Table2Row",
    "Table3Column",
    "Table3Row",
    "Table4Column",
    "Table4Row",
    "Table5Column",
    "Table5Row",
    "Table6Column",
    "Table6Row",
    "Table7Column",
    "Table7Row",
    "Table8Column",
    "Table8Row",
    "Table9Column",
    "Table9Row",
    "TextsColumn",
    "TextsRow",
    "TypedTables",
]

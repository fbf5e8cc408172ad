"""Tables that are being filled, with typed rows.

Generated from terms/data/resources.toml: ``make rows``, do not edit.
"""

from __future__ import annotations

from typing import Any, Literal, Unpack, overload

from juesuan import terms
from juesuan.rows.types import *  # noqa: F403


class TypedDraft:
    """Tables that are being filled, whose rows are typed by the name of their resource."""

    tables: dict[str, list[dict[str, str]]]

    @overload
    def rows(self, resource: Literal["disclosure"]) -> list[DisclosureRow]: ...
    @overload
    def rows(self, resource: Literal["organisation"]) -> list[OrganisationRow]: ...
    @overload
    def rows(self, resource: Literal["measures"]) -> list[MeasuresRow]: ...
    @overload
    def rows(self, resource: Literal["functions"]) -> list[FunctionsRow]: ...
    @overload
    def rows(self, resource: Literal["economic"]) -> list[EconomicRow]: ...
    @overload
    def rows(self, resource: Literal["projects"]) -> list[ProjectsRow]: ...
    @overload
    def rows(self, resource: Literal["project_funds"]) -> list[ProjectFundsRow]: ...
    @overload
    def rows(self, resource: Literal["indicators"]) -> list[IndicatorsRow]: ...
    @overload
    def rows(self, resource: Literal["table1"]) -> list[Table1Row]: ...
    @overload
    def rows(self, resource: Literal["table2"]) -> list[Table2Row]: ...
    @overload
    def rows(self, resource: Literal["table3"]) -> list[Table3Row]: ...
    @overload
    def rows(self, resource: Literal["table4"]) -> list[Table4Row]: ...
    @overload
    def rows(self, resource: Literal["table5"]) -> list[Table5Row]: ...
    @overload
    def rows(self, resource: Literal["table6"]) -> list[Table6Row]: ...
    @overload
    def rows(self, resource: Literal["table7"]) -> list[Table7Row]: ...
    @overload
    def rows(self, resource: Literal["table8"]) -> list[Table8Row]: ...
    @overload
    def rows(self, resource: Literal["table9"]) -> list[Table9Row]: ...
    @overload
    def rows(self, resource: Literal["texts"]) -> list[TextsRow]: ...
    @overload
    def rows(self, resource: Literal["glossary"]) -> list[GlossaryRow]: ...
    @overload
    def rows(self, resource: Literal["figures"]) -> list[FiguresRow]: ...
    @overload
    def rows(self, resource: Literal["checks"]) -> list[ChecksRow]: ...

    def rows(self, resource: str) -> Any:
        """The rows that a resource has so far; they may be changed."""
        return self.table(resource)

    def table(self, resource: str) -> list[dict[str, str]]:
        """As :meth:`rows`, for a resource that is known only when the program runs."""
        return self.tables.get(resource, [])

    @overload
    def add(
        self, resource: Literal["disclosure"], /, **values: Unpack[DisclosureRow]
    ) -> DisclosureRow: ...
    @overload
    def add(
        self, resource: Literal["organisation"], /, **values: Unpack[OrganisationRow]
    ) -> OrganisationRow: ...
    @overload
    def add(
        self, resource: Literal["measures"], /, **values: Unpack[MeasuresRow]
    ) -> MeasuresRow: ...
    @overload
    def add(
        self, resource: Literal["functions"], /, **values: Unpack[FunctionsRow]
    ) -> FunctionsRow: ...
    @overload
    def add(
        self, resource: Literal["economic"], /, **values: Unpack[EconomicRow]
    ) -> EconomicRow: ...
    @overload
    def add(
        self, resource: Literal["projects"], /, **values: Unpack[ProjectsRow]
    ) -> ProjectsRow: ...
    @overload
    def add(
        self, resource: Literal["project_funds"], /, **values: Unpack[ProjectFundsRow]
    ) -> ProjectFundsRow: ...
    @overload
    def add(
        self, resource: Literal["indicators"], /, **values: Unpack[IndicatorsRow]
    ) -> IndicatorsRow: ...
    @overload
    def add(self, resource: Literal["table1"], /, **values: Unpack[Table1Row]) -> Table1Row: ...
    @overload
    def add(self, resource: Literal["table2"], /, **values: Unpack[Table2Row]) -> Table2Row: ...
    @overload
    def add(self, resource: Literal["table3"], /, **values: Unpack[Table3Row]) -> Table3Row: ...
    @overload
    def add(self, resource: Literal["table4"], /, **values: Unpack[Table4Row]) -> Table4Row: ...
    @overload
    def add(self, resource: Literal["table5"], /, **values: Unpack[Table5Row]) -> Table5Row: ...
    @overload
    def add(self, resource: Literal["table6"], /, **values: Unpack[Table6Row]) -> Table6Row: ...
    @overload
    def add(self, resource: Literal["table7"], /, **values: Unpack[Table7Row]) -> Table7Row: ...
    @overload
    def add(self, resource: Literal["table8"], /, **values: Unpack[Table8Row]) -> Table8Row: ...
    @overload
    def add(self, resource: Literal["table9"], /, **values: Unpack[Table9Row]) -> Table9Row: ...
    @overload
    def add(self, resource: Literal["texts"], /, **values: Unpack[TextsRow]) -> TextsRow: ...
    @overload
    def add(
        self, resource: Literal["glossary"], /, **values: Unpack[GlossaryRow]
    ) -> GlossaryRow: ...
    @overload
    def add(self, resource: Literal["figures"], /, **values: Unpack[FiguresRow]) -> FiguresRow: ...
    @overload
    def add(self, resource: Literal["checks"], /, **values: Unpack[ChecksRow]) -> ChecksRow: ...

    def add(self, resource: str, /, **values: Any) -> Any:
        """A new row with these values; all other columns are empty.

        Raises:
            KeyError: if the resource has no such column.
        """
        return self.add_to(resource, **values)

    def add_to(self, resource: str, /, **values: str) -> dict[str, str]:
        """As :meth:`add`, for a resource that is known only when the program runs."""
        row = {field.name: "" for field in terms.resource_schemas()[resource].fields}
        if unknown := values.keys() - row.keys():
            raise KeyError(f"{resource} has no column {', '.join(sorted(unknown))}")
        row.update(values)
        self.tables.setdefault(resource, []).append(row)
        return row

    @overload
    def row(
        self, resource: Literal["disclosure"], /, **key: Unpack[DisclosureRow]
    ) -> DisclosureRow: ...
    @overload
    def row(
        self, resource: Literal["organisation"], /, **key: Unpack[OrganisationRow]
    ) -> OrganisationRow: ...
    @overload
    def row(self, resource: Literal["measures"], /, **key: Unpack[MeasuresRow]) -> MeasuresRow: ...
    @overload
    def row(
        self, resource: Literal["functions"], /, **key: Unpack[FunctionsRow]
    ) -> FunctionsRow: ...
    @overload
    def row(self, resource: Literal["economic"], /, **key: Unpack[EconomicRow]) -> EconomicRow: ...
    @overload
    def row(self, resource: Literal["projects"], /, **key: Unpack[ProjectsRow]) -> ProjectsRow: ...
    @overload
    def row(
        self, resource: Literal["project_funds"], /, **key: Unpack[ProjectFundsRow]
    ) -> ProjectFundsRow: ...
    @overload
    def row(
        self, resource: Literal["indicators"], /, **key: Unpack[IndicatorsRow]
    ) -> IndicatorsRow: ...
    @overload
    def row(self, resource: Literal["table1"], /, **key: Unpack[Table1Row]) -> Table1Row: ...
    @overload
    def row(self, resource: Literal["table2"], /, **key: Unpack[Table2Row]) -> Table2Row: ...
    @overload
    def row(self, resource: Literal["table3"], /, **key: Unpack[Table3Row]) -> Table3Row: ...
    @overload
    def row(self, resource: Literal["table4"], /, **key: Unpack[Table4Row]) -> Table4Row: ...
    @overload
    def row(self, resource: Literal["table5"], /, **key: Unpack[Table5Row]) -> Table5Row: ...
    @overload
    def row(self, resource: Literal["table6"], /, **key: Unpack[Table6Row]) -> Table6Row: ...
    @overload
    def row(self, resource: Literal["table7"], /, **key: Unpack[Table7Row]) -> Table7Row: ...
    @overload
    def row(self, resource: Literal["table8"], /, **key: Unpack[Table8Row]) -> Table8Row: ...
    @overload
    def row(self, resource: Literal["table9"], /, **key: Unpack[Table9Row]) -> Table9Row: ...
    @overload
    def row(self, resource: Literal["texts"], /, **key: Unpack[TextsRow]) -> TextsRow: ...
    @overload
    def row(self, resource: Literal["glossary"], /, **key: Unpack[GlossaryRow]) -> GlossaryRow: ...
    @overload
    def row(self, resource: Literal["figures"], /, **key: Unpack[FiguresRow]) -> FiguresRow: ...
    @overload
    def row(self, resource: Literal["checks"], /, **key: Unpack[ChecksRow]) -> ChecksRow: ...

    def row(self, resource: str, /, **key: Any) -> Any:
        """The row with this key, made if there is none; all columns are present and empty."""
        return self.row_of(resource, **key)

    def row_of(self, resource: str, /, **key: str) -> dict[str, str]:
        """As :meth:`row`, for a resource that is known only when the program runs."""
        for row in self.table(resource):
            if all(row[name] == value for name, value in key.items()):
                return row
        return self.add_to(resource, **key)

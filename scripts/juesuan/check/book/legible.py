"""Whether a row prints a column, and whether what it prints can be read."""

from __future__ import annotations

from typing import overload

from juesuan.rows import (
    AnyRow,
    FiguresBlockColumn,
    FiguresColumns,
    IndicatorsColumn,
    IndicatorsRow,
    ProjectFundsColumn,
    ProjectFundsRow,
    ProjectsColumn,
    ProjectsRow,
    cell,
    is_lost,
)


@overload
def lost(row: IndicatorsRow, *columns: IndicatorsColumn) -> bool: ...
@overload
def lost(row: ProjectFundsRow, *columns: ProjectFundsColumn) -> bool: ...
@overload
def lost(row: ProjectsRow, *columns: ProjectsColumn) -> bool: ...
@overload
def lost(row: FiguresColumns, *columns: FiguresBlockColumn) -> bool: ...


def lost(row: AnyRow, *columns: str) -> bool:
    """Whether one of these columns of a row is illegible."""
    return any(is_lost(row, column) for column in columns)


@overload
def told(row: IndicatorsRow, *columns: IndicatorsColumn) -> bool: ...
@overload
def told(row: ProjectFundsRow, *columns: ProjectFundsColumn) -> bool: ...
@overload
def told(row: FiguresColumns, *columns: FiguresBlockColumn) -> bool: ...


def told(row: AnyRow, *columns: str) -> bool:
    """Whether a row prints all of these columns, legibly or not."""
    return all(is_told(row, column) for column in columns)


def is_told(row: AnyRow, column: str) -> bool:
    """As :func:`told`, for a row of any resource."""
    return bool(cell(row, column)) or is_lost(row, column)

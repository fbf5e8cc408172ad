"""Writes the types of published rows from ``terms/data/resources.toml``: ``python -m tools.rows``.

A column is then a key of a ``TypedDict``, so the type checker refuses one that does not exist. A
test holds that the files are what this module gives.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from juesuan import terms

_PACKAGE = Path(__file__).resolve().parent.parent / "scripts" / "juesuan"

_TYPES = '''"""Types of published rows.

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
'''

_TABLES = '''
class TypedTables:
    """Published tables, whose rows are typed by the name of their resource."""

    tables: Mapping[str, tuple[Row, ...]]
'''

_TABLES_ROWS = '''
    def rows(self, resource: str) -> Any:
        """The rows of a resource, none where the disclosure lacks it."""
        return self.table(resource)

    def table(self, resource: str) -> tuple[Row, ...]:
        """As :meth:`rows`, for a resource that is known only when the program runs."""
        return tuple(self.tables.get(resource, ()))
'''

_DRAFT = '''"""Tables that are being filled, with typed rows.

Generated from terms/data/resources.toml: ``make rows``, do not edit.
"""

from __future__ import annotations

from typing import Any, Literal, Unpack, overload

from juesuan import terms
from juesuan.rows.types import *  # noqa: F403


class TypedDraft:
    """Tables that are being filled, whose rows are typed by the name of their resource."""

    tables: dict[str, list[dict[str, str]]]
'''

_DRAFT_ROWS = '''
    def rows(self, resource: str) -> Any:
        """The rows that a resource has so far; they may be changed."""
        return self.table(resource)

    def table(self, resource: str) -> list[dict[str, str]]:
        """As :meth:`rows`, for a resource that is known only when the program runs."""
        return self.tables.get(resource, [])
'''

_DRAFT_ADD = '''
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
'''

_DRAFT_ROW = '''
    def row(self, resource: str, /, **key: Any) -> Any:
        """The row with this key, made if there is none; all columns are present and empty."""
        return self.row_of(resource, **key)

    def row_of(self, resource: str, /, **key: str) -> dict[str, str]:
        """As :meth:`row`, for a resource that is known only when the program runs."""
        names, wanted = (*key,), [*key.values()]
        for row in self.table(resource):
            if [row[name] for name in names] == wanted:
                return row
        return self.add_to(resource, **key)
'''


def name_of(resource: str, kind: str) -> str:
    """The name of a type.

    >>> name_of("project_funds", "Row")
    'ProjectFundsRow'
    """
    return resource.title().replace("_", "") + kind


def _typed_dict(name: str, columns: list[str]) -> str:
    fields = ", ".join(f'"{column}": str' for column in columns)
    return f'{name} = TypedDict("{name}", {{{fields},}}, total=False)\n'


def _literal(name: str, columns: list[str]) -> str:
    quoted = ", ".join(f'"{column}"' for column in columns)
    return f"{name} = Literal[{quoted},]\n"


def _overloads(signature: str) -> str:
    """The signature for each resource."""
    made = (
        signature.format(name=f'Literal["{name}"]', row=name_of(name, "Row"))
        for name in terms.resource_schemas()
    )
    return "\n".join(f"    @overload\n    {one}" for one in made)


def types() -> str:
    """The text of ``rows/types.py``, before it is formatted."""
    parts, exported = [_TYPES], ["AnyColumn", "TypedTables"]
    for block, fields in terms.shared_columns().items():
        parts.append(_typed_dict(name_of(block, "Columns"), [field.name for field in fields]))
        parts.append(_literal(name_of(block, "BlockColumn"), [field.name for field in fields]))
        exported += [name_of(block, "Columns"), name_of(block, "BlockColumn")]
    for name, resource in terms.resource_schemas().items():
        columns = [field.name for field in resource.fields]
        parts.append(_typed_dict(name_of(name, "Row"), columns))
        parts.append(_literal(name_of(name, "Column"), columns))
        exported += [name_of(name, "Row"), name_of(name, "Column")]
    columns_of = (name_of(name, "Column") for name in terms.resource_schemas())
    parts.append(f"AnyColumn = {' | '.join(columns_of)}\n")
    rows = "def rows(self, resource: {name}) -> tuple[{row}, ...]: ..."
    parts += [_TABLES, _overloads(rows), _TABLES_ROWS]
    parts.append("\n\n__all__ = [" + ", ".join(f'"{name}"' for name in sorted(exported)) + ",]\n")
    return "\n".join(parts)


def draft() -> str:
    """The text of ``parse/typed.py``, before it is formatted."""
    rows = "def rows(self, resource: {name}) -> list[{row}]: ..."
    add = "def add(self, resource: {name}, /, **values: Unpack[{row}]) -> {row}: ..."
    row = "def row(self, resource: {name}, /, **key: Unpack[{row}]) -> {row}: ..."
    return "\n".join([
        _DRAFT, _overloads(rows), _DRAFT_ROWS, _overloads(add), _DRAFT_ADD,
        _overloads(row), _DRAFT_ROW,
    ])  # fmt: skip


TARGETS: dict[str, Callable[[], str]] = {"rows/types.py": types, "parse/typed.py": draft}
"""Generated modules of the package, and what gives their text."""


def text(target: str) -> str:
    """The text of a generated module as it is committed."""
    command = [sys.executable, "-m", "ruff", "format", "--stdin-filename", target, "-"]
    source = TARGETS[target]()
    done = subprocess.run(command, input=source, capture_output=True, check=True, encoding="utf-8")
    return done.stdout


if __name__ == "__main__":
    for target in TARGETS:
        (_PACKAGE / target).write_text(text(target), encoding="utf-8")

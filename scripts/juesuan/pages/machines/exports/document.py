"""All data but the ledger as one JSON document, in parts, so that none is in memory as a whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from juesuan.pages.machines.files.workbook import LEDGER, Rows


def json_parts(names: Iterable[str], rows_of: Rows) -> Iterator[str]:
    """All resources but the ledger as one JSON document, in parts; values as in the CSV."""
    mark = "{"
    for name in names:
        if name in LEDGER:
            continue
        yield f"{mark}{json.dumps(name)}:["
        for number, row in enumerate(rows_of(name)):
            yield ("," if number else "") + json.dumps(
                dict(row), ensure_ascii=False, separators=(",", ":")
            )
        yield "]"
        mark = ","
    yield "{}\n" if mark == "{" else "}\n"


def json_file(path: Path, names: Iterable[str], rows_of: Rows) -> None:
    """Write all resources but the ledger as one JSON document."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json_parts(names, rows_of))

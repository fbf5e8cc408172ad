"""All data as one JSON document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from juesuan.pages.machines.exports.document import json_file, json_parts
from juesuan.rows import Row

ROWS = {"measures": [{"a": "一"}, {"a": "2"}], "glossary": [], "figures": [{"a": "3"}]}


@pytest.mark.parametrize(
    ("names", "held"),
    [
        (["measures", "figures", "glossary"], {"measures": ROWS["measures"], "glossary": []}),
        (["figures", "places"], {}),
        ([], {}),
    ],
)
def test_it_holds_all_tables_but_the_ledger(
    tmp_path: Path, names: list[str], held: dict[str, list[Row]]
) -> None:
    json_file(tmp_path / "a.json", names, ROWS.__getitem__)
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    assert json.loads(text) == held and text == "".join(json_parts(names, ROWS.__getitem__))

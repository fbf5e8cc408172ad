"""The generated types of rows: they are up to date, and they do refuse a column that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from mypy import api
from tools.rows import TARGETS, draft, name_of, text, types

from juesuan import terms
from tests.conftest import ROOT

PACKAGE = ROOT / "scripts" / "juesuan"


@pytest.mark.parametrize("target", TARGETS)
def test_generated_modules_are_up_to_date(target: str) -> None:
    assert (PACKAGE / target).read_text(encoding="utf-8") == text(target), "run `make rows`"


def test_each_resource_and_block_has_its_types() -> None:
    found = types()
    for name in terms.resource_schemas():
        assert f'{name_of(name, "Row")} = TypedDict("' in found
        assert f"{name_of(name, 'Column')} = Literal[" in found
        assert f'resource: Literal["{name}"]) -> tuple[{name_of(name, "Row")}, ...]' in found
        assert f'resource: Literal["{name}"]) -> list[{name_of(name, "Row")}]' in draft()
    for block in terms.shared_columns():
        assert f'{name_of(block, "Columns")} = TypedDict("' in found
        assert f"{name_of(block, 'BlockColumn')} = Literal[" in found
    every = [name_of(name, "Column") for name in terms.resource_schemas()]
    assert f"AnyColumn = {' | '.join(every)}\n" in found


def test_names_of_types() -> None:
    assert name_of("project_funds", "Row") == "ProjectFundsRow"
    assert name_of("table1", "Column") == "Table1Column"


SNIPPET = """
from juesuan.check.book.legible import told
from juesuan.model import Facts
from juesuan.parse.claims import Draft
from juesuan.pages.evidence.figures import Evidence
from juesuan.rows import FiguresColumns, MeasuresColumn


def read(facts: Facts, draft: Draft) -> str:
    made = draft.add("measures", {added}="1.00")
    column: MeasuresColumn = "{named}"
    block: FiguresColumns = facts.rows("measures")[0]
    Evidence.of(facts).number("measures", block, "{linked}")
    told(block, "{told}")
    return facts.rows("{resource}")[0]["{read}"] + made[column] + block["{shared}"]
"""

RIGHT = {
    "added": "actual",
    "named": "change_pct",
    "resource": "measures",
    "read": "label",
    "shared": "change",
    "linked": "actual",
    "told": "change",
}


def checked(tmp_path: Path, **other: str) -> str:
    """What mypy says of the snippet."""
    (tmp_path / "snippet.py").write_text(SNIPPET.format(**{**RIGHT, **other}), encoding="utf-8")
    configuration = tmp_path / "mypy.ini"
    configuration.write_text(
        f"[mypy]\nstrict = True\nmypy_path = {ROOT / 'scripts'}\nfollow_imports = silent\n",
        encoding="utf-8",
    )
    found, broken, _ = api.run([
        "--config-file", str(configuration), "--cache-dir", str(ROOT / ".mypy_cache"),
        str(tmp_path / "snippet.py"),
    ])  # fmt: skip
    assert not broken, broken
    return found


@pytest.mark.slow
def test_the_type_checker_refuses_a_column_that_is_not_there(tmp_path: Path) -> None:
    assert "Success" in checked(tmp_path)
    for place, wrong, told in (
        ("added", "actaul", 'No overload variant of "add"'),
        ("named", "chang_pct", "Incompatible types in assignment"),
        ("read", "lable", 'has no key "lable"'),
        ("shared", "chnge", 'has no key "chnge"'),
        ("linked", "actaul", 'Argument 3 to "number" of "Evidence"'),
        ("told", "label", 'No overload variant of "told"'),
    ):
        found = checked(tmp_path, **{place: wrong})
        assert told in found, found

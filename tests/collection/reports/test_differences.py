"""Where a package differs from what its source gives."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.collection.reports.differences import _of_file, differences

HEAD = "disclosure_id,term,definition\n"
ROWS = HEAD + "a-2024,收入,甲\na-2024,支出,乙\n"


@pytest.fixture
def pair(converted: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A converted disclosure twice."""
    given = converted / "datapackages" / "made-up-2024"
    found = tmp_path / "found" / given.name
    shutil.copytree(given, found)
    return found, given


def test_the_same_differ_nowhere(pair: tuple[Path, Path]) -> None:
    assert list(differences(*pair)) == []
    (pair[0] / "source" / "made.txt").write_text("the source is no part of it", encoding="utf-8")
    assert list(differences(*pair)) == []


def test_a_cell_is_told_with_file_line_row_and_column(pair: tuple[Path, Path]) -> None:
    path = pair[0] / "data" / "measures.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    number = next(n for n, line in enumerate(lines) if ",revenue.total,收入总计," in line)
    assert ",110.00," in lines[number]
    lines[number] = lines[number].replace(",110.00,", ",999.00,", 1)
    path.write_text("".join(lines), encoding="utf-8")
    assert list(differences(*pair)) == [
        f"made-up-2024/data/measures.csv:{number + 1}: row overview/revenue.total, column actual: "
        "found '999.00'; the source gives '110.00'"
    ]


def test_files_that_lack_or_are_too_many(pair: tuple[Path, Path]) -> None:
    (pair[0] / "data" / "checks.csv").unlink()
    (pair[0] / "data" / "table1.csv").write_text(HEAD, encoding="utf-8")
    (pair[0] / "data" / "deep").mkdir()
    (pair[0] / "data" / "deep" / "x.csv").write_text("", encoding="utf-8")
    assert list(differences(*pair)) == [
        "made-up-2024/data/checks.csv: found no such file; the source gives one",
        "made-up-2024/data/deep/x.csv: found this file; the source gives none",
        "made-up-2024/data/table1.csv: found this file; the source gives none",
    ]


def test_a_descriptor_is_told_with_the_way_to_the_value(pair: tuple[Path, Path]) -> None:
    path = pair[0] / "datapackage.json"
    about = json.loads(path.read_text(encoding="utf-8"))
    about["version"] = "0.1"
    about["resources"][0]["bytes"] = 1
    about["more"] = True
    path.write_text(json.dumps(about), encoding="utf-8")
    told = list(differences(*pair))
    assert [line.split(": ")[0] for line in told] == [
        "made-up-2024/datapackage.json version",
        "made-up-2024/datapackage.json resources 1 bytes",
        "made-up-2024/datapackage.json more",
    ]
    assert told[2].endswith("found True; the source gives nothing")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda t: t.replace("甲", "丙"), ["t.csv:2: row 收入, column definition: found '丙'; the source gives '甲'"]),
        (lambda t: t.replace("a-2024,支出,乙\n", ""), ["t.csv: row 支出: found no such row; the source gives one"]),
        (lambda t: t + "a-2024,结余,丁\n", ["t.csv:4: row 结余: found this row; the source gives none"]),
        (lambda t: t + "a-2024,支出,乙\n", ["t.csv:4: row 支出 again: found this row; the source gives none"]),
        (lambda t: t.replace(",乙", ",乙,戊"), ["t.csv:3: row 支出: found 4 cells; the source gives 3"]),
        (lambda t: t.replace("term", "word"), ["t.csv:1: found the columns disclosure_id, word, definition; the source gives disclosure_id, term, definition"]),
        (lambda t: t.replace("\n", "\r\n"), ["t.csv: the same content, written in other bytes (order, ends of lines, quotes)"]),
        (lambda t: t.replace("甲", '"甲"'), ["t.csv: the same content, written in other bytes (order, ends of lines, quotes)"]),
        (lambda t: HEAD + "".join(reversed(t.splitlines(keepends=True)[1:])), ["t.csv: the same content, written in other bytes (order, ends of lines, quotes)"]),
        (lambda t: "", ["t.csv:1: found the columns ; the source gives disclosure_id, term, definition"]),
    ],
)  # fmt: skip
def test_each_kind_of_edit_of_a_table(change: Callable[[str], str], told: list[str]) -> None:
    assert list(_of_file("t.csv", change(ROWS).encode(), ROWS.encode())) == told


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("t.csv", b"\xff\xfe"),
        ("t.csv", ROWS.encode() + b'"open'),
        ("t.json", b"{"),
        ("t.json", b"[" * 100_000),
        ("t.txt", b"\xff"),
    ],
)
def test_what_cannot_be_read_is_told(name: str, found: bytes) -> None:
    (told,) = _of_file(name, found, b"[]" if name.endswith("json") else ROWS.encode())
    assert told.startswith(f"{name}: cannot be read (")


def test_lines_of_a_text() -> None:
    told = list(_of_file("text.txt", "一\n二\n".encode(), "一\n三\n四\n".encode()))
    assert told == [
        "text.txt:2: found '二'; the source gives '三'",
        "text.txt:3: found nothing; the source gives '四'",
    ]


@given(st.sampled_from(["t.csv", "t.json", "t.txt"]), st.binary(max_size=60))
def test_other_bytes_are_never_passed_over(name: str, found: bytes) -> None:
    given_bytes = b"[1]" if name.endswith("json") else ROWS.encode()
    if found != given_bytes:
        told = list(_of_file(name, found, given_bytes))
        assert told
        assert all(line.startswith(name) and len(line.splitlines()) == 1 for line in told)

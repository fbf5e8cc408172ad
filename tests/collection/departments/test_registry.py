"""The registry: what a line may say, told with its place where it says something else."""

from __future__ import annotations

from pathlib import Path

import pytest
from frictionless import Resource, Schema
from hypothesis import given
from hypothesis import strategies as st

from juesuan.collection.departments.held import unregistered
from juesuan.collection.departments.registry import (
    COLUMNS,
    FILE,
    english_name,
    is_credit_code,
    plain_name,
    read_registry,
    registry_schema,
    registry_text,
    write_registry,
)
from juesuan.errors import TermsError
from tests.conftest import ROOT

HEADER = ",".join(COLUMNS[:-1])
"""Of a registry that has no names in English."""


def written(root: Path, *lines: str) -> Path:
    """A repository whose registry has these lines."""
    (root / "datapackages").mkdir(exist_ok=True)
    text = "\n".join([HEADER, *lines]) + "\n"
    (root / "datapackages" / FILE).write_text(text, encoding="utf-8")
    return root


def test_what_is_read_is_written_again(tmp_path: Path) -> None:
    lines = (
        "a,甲局,,2020,甲办、老甲,650100,地级,b,,",
        "a,乙局,2021,,,650100,地级,b,,",
        "b,丙局,,,,,,,,",
    )
    rows = read_registry(written(tmp_path, *lines))
    assert [row.names for row in rows] == [("甲局", "甲办", "老甲"), ("乙局",), ("丙局",)]
    assert [row.holds(2021) for row in rows] == [False, True, True]
    write_registry(tmp_path, rows)
    text = (tmp_path / "datapackages" / FILE).read_text(encoding="utf-8")
    assert text.splitlines()[1:] == [f"{line}," for line in lines]


def test_a_name_in_english_is_that_of_the_year_or_any_other(tmp_path: Path) -> None:
    named = (
        ("a,甲局,,2020,,,,,,", "Bureau A, Old"),
        ("a,乙局,2021,2022,,,,,,", ""),
        ("a,丙局,2023,,,,,,,", "Bureau A"),
        ("b,丁局,,,,,,,,", ""),
    )
    text = "\n".join((",".join(COLUMNS), *(f'{line},"{name}"' for line, name in named)))
    (tmp_path / "datapackages").mkdir()
    (tmp_path / "datapackages" / FILE).write_text(text + "\n", encoding="utf-8")
    *rows, other = read_registry(tmp_path)
    years = {year: english_name(rows, year) for year in (2019, 2021, 2024)}
    assert years == {2019: "Bureau A, Old", 2021: "Bureau A", 2024: "Bureau A"}
    assert english_name([other], 2024) == "" and registry_text((*rows, other)) == (
        text.replace('""', "").replace('"Bureau A"', "Bureau A") + "\n"
    )


@pytest.mark.parametrize("name", ["甲局", "=A", " A", "A;B"])
def test_a_name_in_english_is_english(tmp_path: Path, name: str) -> None:
    (tmp_path / "datapackages").mkdir()
    text = f"{','.join(COLUMNS)}\na,甲局,,,,,,,,,{name}\n"
    (tmp_path / "datapackages" / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(TermsError, match=r"departments.csv:2.*name_en.*a name in English"):
        read_registry(tmp_path)


def test_a_file_of_a_spreadsheet_is_read_too(tmp_path: Path) -> None:
    """It begins with a byte order mark and ends its lines with two characters."""
    written(tmp_path)
    content = f"\ufeff{HEADER}\r\na,甲局,,,,,,,,\r\n"
    (tmp_path / "datapackages" / FILE).write_bytes(content.encode())
    assert [row.name for row in read_registry(tmp_path)] == ["甲局"]


def test_a_collection_without_one_has_an_empty_one(tmp_path: Path) -> None:
    assert read_registry(tmp_path) == ()


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["a,甲局,,,,,,,,", "b,甲局,,,,,,,,"], r"csv:3: .*expected a name that a does not have"),
        (
            ["a,甲局,,,,,,,,", "b,乙局,,,甲局,,,,,"],
            r"csv:3: .*expected a name that a does not have",
        ),
        (
            ["a,乌鲁木齐市甲局,,,,650100,,,,", "b,甲局,,,,650100,,,,"],
            r"csv:3: .*expected a name that a does not have",
        ),
        (["a,甲局,,2020,,,,,,", "b,甲局,2020,,,,,,,"], r"csv:3: .*in these years"),
        (["a,甲局,,,,,,,,", "a,甲局,2020,,,,,,,"], r"csv:3: .*what no other entry has"),
        (["a,甲局,,,,,,b,,"], r"csv:2: .*parent = 'b'; expected a department_id"),
        (["a,甲局,,,,,,a,,"], r"csv:2: .*parent = 'a'; expected a department that does not lead"),
        (
            ["a,甲局,,,,,,,b,", "b,乙局,,,,,,,a,"],
            r"csv:2: .*successor = 'b'; expected a department that does not lead back",
        ),
        (["a,甲局,2021,2020,,,,,,"], r"csv:2: .*to_year = '2020'; expected 2021 or later"),
        (["a,甲局,,,,999999,,,,"], r"csv:2: .*region_code = '999999'; expected a region's code"),
        (["a,甲局,,,,,大级,,,"], r"csv:2: .*level = '大级'; expected one of"),
        (["A b,甲局,,,,,,,,"], r"csv:2: .*expected an id of lower-case letters"),
        (["a-2024,甲局,,,,,,,"], r"csv:2: found 9 cells; expected 10"),
        (["a,=甲局,,,,,,,,"], r"csv:2: .*expected a name without spaces, which no spreadsheet"),
        (["a,甲 局,,,,,,,,"], r"csv:2: .*expected a name without spaces"),
        (["a,甲\u202e局,,,,,,,,"], r"csv:2: .*expected no characters that are not seen"),
        (["a,甲局,,,,,,,,91350100M000100Y44"], r"csv:2: .*expected a code whose last character"),
        (
            ["a,甲局,,,,,,,,91350100M000100Y43", "b,乙局,,,,,,,,91350100M000100Y43"],
            r"csv:3: .*expected another than a has",
        ),
        (
            ["a,甲局,,,,650100,,,,", "a,乙局,,,,652300,,,,"],
            r"csv:3: .*expected 650100, as in its other row.*never given to another department",
        ),
    ],
)
def test_a_wrong_line_is_told(tmp_path: Path, lines: list[str], message: str) -> None:
    with pytest.raises(TermsError, match=message):
        read_registry(written(tmp_path, *lines))


@pytest.mark.parametrize(
    "lines",
    [
        ["a,甲局,,2020,,,,,,", "b,甲局,2021,,,,,,,"],
        ["a,乌鲁木齐市甲局,,,,650100,,,,", "b,昌吉回族自治州甲局,,,,652300,,,,"],
        ["a,甲局,,,,,,,,", "a,乙局,,,,,,,,"],
    ],
    ids=["one after the other", "in two regions", "two names of one"],
)
def test_departments_that_differ(tmp_path: Path, lines: list[str]) -> None:
    assert len(read_registry(written(tmp_path, *lines))) == 2


@pytest.mark.slow
def test_its_table_schema_validates_it_and_finds_what_is_wrong(tmp_path: Path) -> None:
    def errors(root: Path) -> int:
        schema = Schema.from_descriptor(registry_schema())
        table = Resource(path=FILE, basepath=str(root / "datapackages"), schema=schema)
        return len(table.validate().flatten(["message"]))

    assert errors(ROOT) == 0
    assert errors(written(tmp_path, "A B,甲局,,,,65,大级,,,", "a,,,,,,,,,")) >= 4


def test_the_registry_of_this_collection_knows_its_departments() -> None:
    rows = read_registry(ROOT)
    assert registry_text(rows) == (ROOT / "datapackages" / FILE).read_text(encoding="utf-8")
    lacking = unregistered(ROOT)
    assert not lacking, "\n".join(lacking)


@pytest.mark.slow
@given(st.text(st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUWXY"), min_size=17, max_size=17))
def test_exactly_one_last_character_fits_a_code(begin: str) -> None:
    signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    assert sum(is_credit_code(begin + last) for last in signs) == 1


@pytest.mark.parametrize(
    ("name", "region", "plain"),
    [
        ("乌鲁木齐市财政局", "650100", "财政局"),
        ("乌鲁木齐市财政局", "652300", "乌鲁木齐市财政局"),
        ("财政局", "650100", "财政局"),
        ("乌鲁木齐市", "650100", "乌鲁木齐市"),
        ("乌鲁木齐市财政局", "", "乌鲁木齐市财政局"),
        ("乌鲁木齐市财政局", "000000", "乌鲁木齐市财政局"),
    ],
)
def test_a_name_without_its_regions(name: str, region: str, plain: str) -> None:
    assert plain_name(name, region) == plain

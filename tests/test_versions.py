"""Versions mean what ``docs/versions.md`` says, and the changelog knows them."""

from __future__ import annotations

import csv
import datetime
import re
from pathlib import Path

import juesuan
from juesuan import terms

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = Path(__file__).parent / "data_model.csv"
"""The data model as it is numbered now: a line for each column, written by hand."""

_RELEASE = re.compile(r"^## (?P<version>\d+\.\d+\.\d+) — (?P<day>\d{4}-\d\d-\d\d)$", re.MULTILINE)


def number(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def test_the_number_of_the_data_model_fits_its_columns() -> None:
    with COLUMNS.open(encoding="utf-8") as file:
        written = [tuple(row.values()) for row in csv.DictReader(file)]
    now = [
        (name, field.name, field.type, "key" if field.name in resource.key else "")
        for name, resource in (terms.resource_schemas() | terms.whole_schemas()).items()
        for field in resource.fields
    ]
    added = [row for row in now if row not in written]
    gone = [row for row in written if row not in now]
    assert not gone, f"gone or changed: raise the major number of DATA_MODEL ({gone})"
    assert not added, (
        f"added: raise the minor number of DATA_MODEL, write them to {COLUMNS} ({added})"
    )
    first = COLUMNS.read_text(encoding="utf-8").splitlines()[0]
    assert first == "resource,column,type,key"


def test_the_changelog_has_releases_in_order() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert headings[0] == "Unreleased"
    releases = [(number(one["version"]), one["day"]) for one in _RELEASE.finditer(text)]
    assert len(releases) == len(headings) - 1
    assert releases == sorted(releases, reverse=True)
    assert all(datetime.date.fromisoformat(day) for _, day in releases)
    assert releases[0][0] == number(juesuan.__version__)
    for part in text.split("\n## ")[1:]:
        assert re.findall(r"^### (.+)$", part, re.MULTILINE) == ["Data", "Code"]


def test_the_last_release_says_model_and_api_of_its_day() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    told = re.findall(r"^Data model (\S+), API (\S+)\.$", text, re.MULTILINE)
    assert len(told) == len(_RELEASE.findall(text))
    for model, api in told:
        assert number(model) <= number(juesuan.DATA_MODEL)
        assert number(api) <= number(juesuan.API)

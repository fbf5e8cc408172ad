"""The static API: an index that is true to the packages; every address in it leads somewhere."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from juesuan import terms
from juesuan.model import Facts
from juesuan.pages import addresses
from juesuan.pages.machines.interface import api
from tests.conftest import IDS
from tests.pages.conftest import write_all

ONE = "urumqi-government-office-2024"


def read(site: Path, name: str) -> Any:
    return json.loads((site / f"api/v1/{name}.json").read_text(encoding="utf-8"))


def items(site: Path, name: str) -> list[dict[str, Any]]:
    """All entries of a list, from file to file."""
    found: list[dict[str, Any]] = []
    path: str | None = f"api/v1/{name}.json"
    while path:
        part = json.loads((site / path).read_text(encoding="utf-8"))
        found += part["items"]
        path = part["next"]
    assert part["total"] == len(found)
    return found


def test_the_index_leads_to_every_list_and_counts(
    given: Path, five_facts: dict[str, Facts]
) -> None:
    index = read(given, "index")
    assert set(index["lists"]) == {
        "disclosures",
        "departments",
        "measures",
        "rules",
        "findings",
        "between",
    }
    for path in (*index["lists"].values(), index["datapackage"], index["openapi"]):
        assert (given / path).is_file()
    checks = Counter(row["state"] for one in five_facts.values() for row in one.rows("checks"))
    assert index["disclosures"] == len(IDS) and index["checks"] == dict(checks)
    assert index["figures"] == sum(len(one.rows("figures")) for one in five_facts.values())


def test_each_disclosure_has_the_sums_of_its_files(given: Path) -> None:
    listed = {one["disclosure_id"]: one for one in items(given, "disclosures")}
    assert set(listed) == set(IDS)
    for name, one in listed.items():
        assert set(one["files"]) == {"zip", "xlsx"} and one["page"] == f"d/{name}/"
        for file in one["files"].values():
            content = (given / file["url"]).read_bytes()
            assert file["bytes"] == len(content)
            assert file["sha256"] == hashlib.sha256(content).hexdigest()


def test_contradictions_show_both_places(given: Path, five_facts: dict[str, Facts]) -> None:
    found = items(given, "findings")
    failed = [
        row for one in five_facts.values() for row in one.rows("checks") if row["state"] == "fail"
    ]
    assert {(one["disclosure_id"], one["rule"], one["subject"]) for one in found} == {
        (row["disclosure_id"], row["rule"], row["subject"]) for row in failed
    }
    one = next(row for row in found if (row["disclosure_id"], row["rule"]) == (ONE, "X06"))
    assert [place["text"] for place in one["places"]] == ["0.00", "3,653.30", "3,593.65"]
    assert "本年支出合计" in one["places"][1]["before"] and one["places"][1]["line"] == "109"
    assert one["page"].startswith(f"d/{ONE}/checks/#")
    words = next(row for row in found if (row["disclosure_id"], row["rule"]) == (ONE, "N56"))
    assert words["places"] and words["left"] == ""


def test_departments_name_their_years(given: Path) -> None:
    listed = {one["department_id"]: one for one in items(given, "departments")}
    assert listed["urumqi-government-office"]["disclosures"] == {"2024": ONE}


def test_measures_and_rules_are_those_of_the_definitions(
    given: Path, five_facts: dict[str, Facts]
) -> None:
    measures = {one["measure"]: one for one in items(given, "measures")}
    assert list(measures) == list(terms.measures())
    counted = Counter(row["measure"] for one in five_facts.values() for row in one.rows("measures"))
    assert {name: one["rows"] for name, one in measures.items() if one["rows"]} == dict(counted)
    rules = {one["rule"]: one for one in items(given, "rules")}
    assert (
        rules["N03"]["results"] == {"pass": 5} and rules["N03"]["title"] == "收入总计 ＝ 支出总计"
    )


def test_no_table_is_repeated(given: Path) -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in (given / "api").rglob("*.json"))
    assert not re.search(r"figure_count|\"actual\"", texts)
    assert sum(path.stat().st_size for path in (given / "api").rglob("*.json")) < 250_000


@pytest.mark.slow
def test_a_long_list_goes_on_in_the_next_file(
    collected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "PART", 2)
    write_all(collected, tmp_path)
    assert read(tmp_path, "disclosures")["next"] == addresses.api("disclosures", number=2)
    assert (
        len(items(tmp_path, "disclosures")) == 5
        and len(read(tmp_path, "disclosures-3")["items"]) == 1
    )


def test_no_file_of_a_list_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [{"name": "示例" * length} for length in (3, 40, 2, 2, 2, 2, 2)]
    monkeypatch.setattr(api, "LARGEST", 100)
    written = [json.loads(text) for _, text in api._listed("findings", entries)]
    assert [one for part in written for one in part["items"]] == entries
    assert [len(part["items"]) for part in written] == [1, 1, 4, 1], "four of 23 bytes"
    names = [address for address, _ in api._listed("findings", entries)]
    assert [part["next"] for part in written] == [*names[1:], None]
    ((_, empty),) = api._listed("findings", [])
    assert json.loads(empty) == {"total": 0, "next": None, "items": []}


def test_every_address_of_a_page_is_that_of_a_disclosure_rule_or_department(given: Path) -> None:
    def texts(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for each in value.values():
                yield from texts(each)
        elif isinstance(value, list):
            for each in value:
                yield from texts(each)
        elif isinstance(value, str):
            yield value

    names = ("index", "disclosures", "departments", "measures", "rules")
    found = {
        text for name in names for text in texts(read(given, name)) if re.match("(?:d|api)/", text)
    }
    shapes = r"api/v1/\w+\.json|d/(?:rules|departments)/[\w-]+/|d/all/datapackage\.json|d/[\w-]+/(?:[\w.-]+)?"
    assert len(found) > 90 and all(re.fullmatch(shapes, one) for one in found)

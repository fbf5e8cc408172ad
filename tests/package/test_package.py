"""Writing, loading, notes, descriptor, validation."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from juesuan import collection, package, terms
from juesuan.errors import NoteError, PackageError
from juesuan.package.tables import csv_text
from tests.conftest import IDS, ROOT
from tests.made import disclosure


@pytest.mark.slow
@pytest.mark.parametrize("disclosure_id", IDS)
def test_the_five_packages_are_valid(disclosure_id: str) -> None:
    assert package.validate(ROOT / "datapackages" / disclosure_id) == []


@pytest.mark.parametrize("disclosure_id", IDS)
def test_csv_is_plain(disclosure_id: str) -> None:
    for path in (ROOT / "datapackages" / disclosure_id / "data").iterdir():
        data = path.read_bytes()
        assert not data.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in data
        assert data.endswith(b"\n")


@pytest.mark.parametrize("disclosure_id", IDS)
def test_loading_and_writing_gives_the_same_csv(disclosure_id: str, published) -> None:
    for name, rows in published[disclosure_id].tables.items():
        path = ROOT / "datapackages" / disclosure_id / "data" / f"{name}.csv"
        assert csv_text(name, rows).encode() == path.read_bytes()


def test_the_descriptor(published) -> None:
    about = json.loads(
        (ROOT / "datapackages" / IDS[0] / "datapackage.json").read_text(encoding="utf-8")
    )
    assert about["$schema"].endswith("/2.0/datapackage.json")
    by_name = {one["name"]: one["schema"] for one in about["resources"]}
    assert by_name["indicators"]["foreignKeys"][1]["reference"] == {
        "resource": "projects",
        "fields": ["disclosure_id", "project_id"],
    }
    code = next(field for field in by_name["functions"]["fields"] if field["name"] == "code")
    assert (code["type"], code["columnType"]) == (
        "string",
        "functional-classification:generic:level3:code",
    )
    assert all("licen" not in key for one in about["sources"] for key in one)


@pytest.mark.parametrize(
    "change",
    [
        lambda about: about.pop("resources"),
        lambda about: about.update(name="Not A Name"),
        lambda about: about.update(profile="data-package"),
        lambda about: about["resources"][0].update(hash="sha256:xyz"),
        lambda about: about["resources"][0].update(path="../../etc/passwd"),
        lambda about: about["resources"][0]["schema"].update(primaryKey="disclosure_id"),
        lambda about: about["contributors"][0].update(role="author"),
    ],
)
def test_a_wrong_descriptor_is_found(change) -> None:
    about = json.loads(
        (ROOT / "datapackages" / IDS[0] / "datapackage.json").read_text(encoding="utf-8")
    )
    change(about)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(about, package.validate.__globals__["_profile"]())


def test_damage_is_found(repository) -> None:
    root = repository(disclosure())
    folder = root / "datapackages" / "made-up-2024"
    collection.convert(folder)
    path = folder / "data" / "indicators.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("p01,2", "p09,2"), encoding="utf-8")
    problems = "\n".join(package.validate(folder))
    assert "hash" in problems
    assert "foreign" in problems.lower()


def test_a_missing_table_is_one_clear_message(repository) -> None:
    root = repository(disclosure())
    folder = root / "datapackages" / "made-up-2024"
    collection.convert(folder)
    (folder / "data" / "measures.csv").unlink()
    with pytest.raises(
        PackageError, match=r"cannot be read.*What to do: run `juesuan build made-up-2024`"
    ):
        package.load(folder)


NOTE = """
[[unreadable]]
resource = "indicators"
row = "p01/1"
field = "reason"
printed = "{}"
by = "someone"
on = 2026-01-01
"""


def test_a_person_can_mark_a_cell_as_destroyed(repository) -> None:
    root = repository(disclosure().replace("超额", "超额3个"), notes=NOTE.format("超额3个"))
    folder = root / "datapackages" / "made-up-2024"
    collection.convert(folder)
    facts = package.load(folder)
    row = next(
        one
        for one in facts.rows("indicators")
        if (one["project_id"], one["position"]) == ("p01", "1")
    )
    assert (row["reason"], row["unreadable"]) == ("", "reason")
    assert [f["text"] for f in facts.rows("figures") if f["status"] == "unread"] == ["3"]


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        (NOTE.format("别的"), "the note expects '别的'"),
        (NOTE.format("超额").replace("p01/1", "p77/1"), "no such row"),
        (NOTE.format("超额").replace('"reason"', '"nothing"'), "no such field"),
        ("[limits]\nunread = -1\n", "expected a whole number"),
        ("typo = 1\n", "found the key 'typo'"),
        ("url = \n", "Expected a TOML file"),
        ("published = 'yesterday'\n", "expected a date"),
        ("[[pin]]\nrule = 'N01'\n", "pin 1 has the keys rule"),
        (
            "[[pin]]\nrule='N01'\nsubject='all'\nleft='1'\nright='2'\nnote='x'\nby='y'\non=2026-01-01\n",
            "no such failed check",
        ),
    ],
)
def test_notes_that_are_wrong_or_match_nothing(repository, notes: str, words: str) -> None:
    root = repository(disclosure(), notes=notes)
    with pytest.raises(NoteError, match="made-up-2024") as caught:
        collection.convert(root / "datapackages" / "made-up-2024")
    assert words in str(caught.value)


def test_a_limit_on_unread_figures(repository) -> None:
    text = disclosure().replace(
        "二、收入决算情况说明\n本年", "二、收入决算情况说明\n另有88.00万元见附表。本年"
    )
    root = repository(text, notes="[limits]\nunread = 0\n")
    with pytest.raises(
        NoteError, match=r"found 1 unread figures, first made.txt:\d+: 88.00; the limit is 0"
    ):
        collection.convert(root / "datapackages" / "made-up-2024")


def test_pins(repository) -> None:
    text = disclosure().replace("收入总计110.00万元", "收入总计111.00万元", 1)
    pin = "[[pin]]\nrule='N03'\nsubject='all'\nleft='111.00'\nright='110.00'\nnote='原文如此'\nby='甲'\non=2026-01-01\n"
    root = repository(text, notes=pin)
    folder = root / "datapackages" / "made-up-2024"
    report = collection.convert(folder)
    assert not any(fail.startswith("N03") for fail in report.new_fails)
    row = next(one for one in package.load(folder).rows("checks") if one["rule"] == "N03")
    assert (row["state"], row["pinned"]) == ("fail", "原文如此（甲，2026-01-01）")
    (folder / "disclosure.toml").write_text(pin.replace("110.00", "109.00"), encoding="utf-8")
    with pytest.raises(
        NoteError, match=r"found 111.00 and 110.00; the pin expects 111.00 and 109.00"
    ):
        collection.convert(folder)


def test_all_values_are_text_and_codes_keep_their_zeros(published) -> None:
    for facts in published.values():
        for name, rows in facts.tables.items():
            assert all(isinstance(value, str) for row in rows for value in row.values()), name


def test_every_resource_is_described_in_both_languages() -> None:
    for resource in terms.resource_schemas().values():
        assert resource.title
        assert len(resource.description) > 10


def test_package_folder_is_plain(tmp_path: Path) -> None:
    assert package.validate(tmp_path)[0].startswith(f"{tmp_path.name}: found no datapackage.json")

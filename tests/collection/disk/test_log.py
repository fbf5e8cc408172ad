"""The log: what it may hold, and what is wrong in it is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.collection import registry_problems
from juesuan.collection.disk.log import (
    COLUMNS,
    LOG,
    Logged,
    gone,
    log_schema,
    log_text,
    logged_as,
    note,
    now_called,
    read_log,
    refuse_gone,
)
from juesuan.errors import PackageError, TermsError

SAID = {"on": "2026-11-30", "reason": "重复收录", "by": "甲"}


def removed(name: str = "a-2024") -> Logged:
    return logged_as(None, SAID | {"action": "removed", "disclosure_id": name})


def renamed(old: str, new: str) -> Logged:
    values = {"action": "renamed", "disclosure_id": old, "new_id": new}
    return logged_as(None, SAID | values)


def root_with(tmp_path: Path, *rows: Logged) -> Path:
    (tmp_path / "datapackages").mkdir()
    (tmp_path / "datapackages" / LOG).write_text(log_text(rows), encoding="utf-8")
    return tmp_path


def test_what_is_noted_is_read_again_and_stands_once(tmp_path: Path) -> None:
    (tmp_path / "datapackages").mkdir()
    assert read_log(tmp_path) == ()
    for row in (removed(), renamed("b-2024", "c-2024"), removed()):
        note(tmp_path, row)
    assert read_log(tmp_path) == (removed(), renamed("b-2024", "c-2024"))
    assert [one.name for one in (tmp_path / "datapackages").iterdir()] == [LOG]


def test_an_id_that_is_gone_is_refused_with_what_became_of_it(tmp_path: Path) -> None:
    root = root_with(tmp_path, removed(), renamed("b-2024", "c-2024"))
    refuse_gone(root, "c-2024")
    with pytest.raises(PackageError, match=r"removed on 2026-11-30 \(重复收录\)"):
        refuse_gone(root, "a-2024")
    with pytest.raises(PackageError, match="see c-2024"):
        refuse_gone(root, "b-2024")


def test_a_name_is_followed_to_the_last_one() -> None:
    log = [renamed("a-2024", "b-2024"), renamed("b-2024", "c-2024"), removed("d-2024")]
    assert now_called(log, "a-2024") == "c-2024"
    assert now_called(log, "d-2024") == "d-2024"
    assert set(gone(log)) == {"a-2024", "b-2024", "d-2024"}


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([removed(), removed()], "log.csv:3: .*an id that is still used"),
        ([removed("b-2024"), renamed("a-2024", "b-2024")], "log.csv:3: .*never used before"),
        ([removed().model_copy(update={"new_id": "x-2024"})], "log.csv:2: .*nothing elsewhere"),
        ([renamed("a-2024", "a-2024")], "another id than before"),
        ([removed().model_copy(update={"reason": "=1+1"})], "takes for a formula"),
        ([removed().model_copy(update={"reason": "甲\u202e乙"})], "U\\+202E"),
        ([removed().model_copy(update={"on": "gestern"})], "a day such as"),
        ([removed().model_copy(update={"disclosure_id": "../x"})], "the id of a disclosure"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, rows: list[Logged], told: str) -> None:
    with pytest.raises(TermsError, match=told):
        read_log(root_with(tmp_path, *rows))
    assert registry_problems(tmp_path)


def test_other_columns_are_refused(tmp_path: Path) -> None:
    root = root_with(tmp_path)
    (root / "datapackages" / LOG).write_text("on,what\n", encoding="utf-8")
    with pytest.raises(TermsError, match="the columns on, what"):
        read_log(root)


@pytest.mark.slow
@given(st.text(), st.text())
def test_whatever_is_said_can_be_read_again_or_is_refused(reason: str, by: str) -> None:
    values = {"on": "2026-11-30", "action": "removed", "disclosure_id": "a-2024"}
    try:
        row = logged_as(None, values | {"reason": reason, "by": by})
    except PackageError:
        return
    assert all("\n" not in one and "\r" not in one for one in row.model_dump().values())
    assert len(log_text([row]).splitlines()) == 2


def test_the_schema_has_all_columns() -> None:
    assert tuple(one["name"] for one in log_schema()["fields"]) == COLUMNS

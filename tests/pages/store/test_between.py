"""What is found between disclosures is judged from columns, and again only where one changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.model import Facts
from juesuan.pages.store.between import KEPT, RESOURCE, judge
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT
from tests.pages.made_facts import measure
from tests.pages.made_store import disclosure_of, store_of

SCAN = '[[copy]]\nhow = "recognised"\n'
GOAL = "完成 3 处示例场馆的维护，保证全年对公众开放，观众满意度有所提高。"


def of(department: str, year: int, actual: str, scope: str = "部门", **tables: list) -> Facts:
    about = {
        "department_id": department,
        "fiscal_year": str(year),
        "scope": scope,
        "department": department,
    }
    rows = [measure("revenue.appropriation", actual, change="1.00")]
    return disclosure_of(f"{department}-{year}", about, measures=rows, **tables)


def again(store: Store, root: Path, kept: Path, *every: Facts) -> Store:
    """The store after some packages were written anew."""
    store.close()
    names = [path.name for path in sorted((root / "datapackages").iterdir())]
    store_of(root / "new", *every).close()
    for facts in every:
        for path in (root / "new" / "datapackages" / facts.disclosure_id / "data").iterdir():
            path.replace(root / "datapackages" / facts.disclosure_id / "data" / path.name)
    return Store(root, names, kept=kept)


def rows(store: Store, rule: str) -> dict[str, str]:
    found = store.where("rule = ?", rule).rows("checks_between")
    return {row["disclosure_id"]: row["state"] for row in found}


@pytest.mark.slow
def test_only_what_has_changed_is_judged_again(tmp_path: Path) -> None:
    every = [of(one, year, "9.00") for one in ("a", "b") for year in (2022, 2023, 2024)]
    store_of(tmp_path, *every).close()
    kept = tmp_path / "packages.duckdb"
    store = Store(tmp_path, [one.disclosure_id for one in every], kept=kept)
    assert judge(store) == 4
    assert rows(store, "B03") == dict.fromkeys(("a-2023", "a-2024", "b-2023", "b-2024"), "fail")
    assert judge(store) == 0
    store = again(store, tmp_path, kept, of("a", 2024, "10.00"))
    assert judge(store) == 1
    assert rows(store, "B03")["a-2024"] == "pass"
    store = again(store, tmp_path, kept, of("a", 2023, "10.00"))
    assert judge(store) == 2  # as the later one, and as the earlier one
    assert rows(store, "B03") == {
        "a-2023": "pass", "a-2024": "fail", "b-2023": "fail", "b-2024": "fail",
    }  # fmt: skip


@pytest.mark.slow
def test_findings_of_what_is_gone_are_gone(tmp_path: Path) -> None:
    every = [of("a", year, "9.00") for year in (2023, 2024)]
    store_of(tmp_path, *every).close()
    kept = tmp_path / "packages.duckdb"
    store = Store(tmp_path, ["a-2023", "a-2024"], kept=kept)
    judge(store)
    assert len(store.files(RESOURCE)) == 1
    store.close()
    store = Store(tmp_path, ["a-2024"], kept=kept)
    assert judge(store) == 0
    assert store.files(RESOURCE) == [] and list((tmp_path / KEPT).glob("*.csv")) == []
    assert store.one("SELECT count(*) FROM checks_between") == 0


@pytest.mark.slow
def test_findings_are_files_like_those_of_packages(tmp_path: Path) -> None:
    store = store_of(tmp_path, of("a", 2023, "9.00"), of("a", 2024, "9.00"))
    judge(store)
    ((place, (file,)),) = store.files_by_place(RESOURCE).items()
    assert place == ("", "2024")
    head, first, *_ = file.read_text(encoding="utf-8").splitlines()
    assert head.startswith("disclosure_id,other_id,rule,subject,state,statement,brief,left")
    assert first.startswith("a-2024,a-2023,B01,all,pass,,")


@pytest.mark.slow
def test_whole_and_agencies_are_judged_together(tmp_path: Path) -> None:
    named = [{"kind": "unit", "position": str(n), "name": name} for n, name in ((1, "b"), (2, "c"))]
    whole = of("a", 2024, "5.00", "汇总", organisation=named)
    parts = [of("b", 2024, "2.00", "单位"), of("c", 2024, "1.00", "单位")]
    store = store_of(tmp_path, whole, *parts)
    judge(store)
    assert rows(store, "B10") == {"a-2024": "pass"}
    (row,) = store.where("rule = 'B11' AND state = 'fail'").rows("checks_between")
    assert (row["subject"], row["other_id"]) == ("revenue.appropriation", "b-2024 c-2024")
    store = store_of(tmp_path / "other", whole, parts[0])
    judge(store)
    assert rows(store, "B11") == {"a-2024": "not_applicable"}


@pytest.mark.slow
def test_goals_that_several_departments_have_are_told_once_each(tmp_path: Path) -> None:
    form = {
        "project_id": "p01",
        "kind": "project",
        "position": "1",
        "name": "示例",
        "expected_goal": GOAL,
    }
    spaced = {**form, "expected_goal": GOAL.replace("，", "，\n ")}
    every = [of("a", 2023, "1.00", projects=[form]), of("b", 2024, "1.00", projects=[spaced])]
    store = store_of(
        tmp_path, *every, of("c", 2024, "1.00", projects=[{**form, "expected_goal": "短"}])
    )
    judge(store)
    (row,) = store.where("rule = 'B09'").rows("checks_between")
    assert (row["disclosure_id"], row["other_id"]) == ("b-2024", "a-2023")
    assert row["state"] == "information"


@pytest.mark.slow
def test_nothing_is_alleged_of_the_five(tmp_path: Path) -> None:
    store = Store(ROOT, IDS)
    store.root = tmp_path
    judge(store)
    found = list(store.where("true").rows("checks_between"))
    assert {row["state"] for row in found} <= {"pass", "information", "not_applicable"}
    assert any(row["rule"] == "B10" for row in found)  # who names agencies is asked for theirs


@pytest.mark.slow
def test_what_fails_against_a_scan_is_not_judged(tmp_path: Path) -> None:
    every = [of("a", year, "9.00") for year in (2023, 2024)]
    store_of(tmp_path, *every).close()
    kept = tmp_path / "packages.duckdb"
    store = Store(tmp_path, [one.disclosure_id for one in every], kept=kept)
    assert judge(store) == 1 and rows(store, "B03") == {"a-2024": "fail"}
    notes = tmp_path / "datapackages" / "a-2023" / "disclosure.toml"
    notes.write_text(SCAN, encoding="utf-8")
    assert judge(store) == 1 and rows(store, "B03") == {"a-2024": "unreadable"}
    assert judge(store) == 0

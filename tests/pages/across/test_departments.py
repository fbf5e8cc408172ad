"""A department's years: side by side, with what makes them incomparable."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from juesuan import collection
from juesuan.collection.departments.held import row_of
from juesuan.collection.departments.registry import Department, write_registry
from juesuan.pages import addresses
from juesuan.pages.across import departments
from juesuan.pages.across.table import Measures
from juesuan.pages.store.store import Store
from tests.made import disclosure
from tests.pages.made_facts import evidence_of, facts_with, measure
from tests.pages.made_store import drawn


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A department with two years of different scope, and one with an older year of the same scope."""
    base = tmp_path_factory.mktemp("years")
    for name, text in (
        ("made-up-2024", disclosure()),
        (
            "made-up-2023",
            disclosure()
            .replace("2024", "2023")
            .replace("部门决算公开说明", "部门（汇总）决算公开说明", 1),
        ),
    ):
        folder = base / "datapackages" / name
        (folder / "source").mkdir(parents=True)
        (folder / "source" / "made.txt").write_text(text, encoding="utf-8")
        collection.convert(folder)
    return base


@pytest.mark.slow
def test_years_stand_side_by_side_with_their_seam(root: Path) -> None:
    pages = drawn(departments.pages(Store(root, collection.ids(root))))
    page = pages["d/departments/made-up/index.body"]
    assert page.index(">2023<") < page.index(">2024<")
    assert 'class="num seam"' in page and "口径由“汇总”变为“部门”" in page
    row = re.search(r"<tr><th scope=\"row\">收入总计.*?</tr>", page, re.DOTALL)[0]
    assert row.count("110.00") == 2 and row.count("#f0") == 2


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({"scope": "部门", "department": "甲", "fiscal_year": "2023"}, {"scope": "部门", "department": "甲", "fiscal_year": "2024"}, ""),
        ({"scope": "部门", "department": "甲", "fiscal_year": "2023"}, {"scope": "部门", "department": "乙", "fiscal_year": "2024"}, "名称由“甲”变为“乙”"),
        ({"scope": "部门", "department": "甲", "fiscal_year": "2021"}, {"scope": "部门", "department": "甲", "fiscal_year": "2024"}, "中间缺 2022 年度"),
    ],
)  # fmt: skip
def test_what_makes_years_incomparable(before, after, said: str) -> None:
    assert departments.seams([before, after]) == ["", said]


@pytest.mark.slow
def test_a_page_tells_what_the_registry_knows(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "datapackages", tmp_path / "datapackages")
    rows = [
        row_of("made-up", "某某市旧名局", "").model_copy(update={"to_year": "2022"}),
        row_of("made-up", "某某市示例局", "").model_copy(
            update={
                "from_year": "2023",
                "short_names": "示例办",
                "level": "地级",
                "parent": "above",
            }
        ),
        row_of("above", "某某市上级<局>", ""),
        row_of("below", "某某市下级院", "", "made-up"),
    ]
    write_registry(tmp_path, rows)
    page = drawn(departments.pages(Store(tmp_path, collection.ids(root))))[
        "d/departments/made-up/index.body"
    ]
    assert "<p>名称：某某市旧名局（—2022）、某某市示例局（2023—）</p>" in page
    assert "<p>简称：示例办</p>" in page and "<p>层级：地级</p>" in page
    assert (
        "<p>主管部门：某某市上级&lt;局&gt;</p>" in page and "<p>所属单位：某某市下级院</p>" in page
    )


@pytest.mark.slow
def test_a_wrong_registry_takes_no_page_away(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "datapackages", tmp_path / "datapackages")
    (tmp_path / "datapackages" / "departments.csv").write_text("nothing\n", encoding="utf-8")
    assert "d/departments/made-up/index.body" in drawn(
        departments.pages(Store(tmp_path, collection.ids(root)))
    )


def test_who_belongs_to_a_department_is_found_by_one_look_at_the_registry() -> None:
    def row(one: str, parent: str) -> Department:
        return row_of(one, f"名{one}", "", parent)

    registry = {one: [row(one, parent)] for one, parent in (("a", ""), ("b", "a"), ("c", "a"))}
    below = departments.belonging(registry)
    told = dict(departments.known_of("a", registry, below, {"c"}))
    assert told["所属单位"] == [("名b", ""), ("名c", addresses.department("c"))]
    assert "所属单位" not in dict(departments.known_of("b", registry, below, ()))


def test_a_change_has_its_direction_in_a_word() -> None:
    def told(change: str, reason: str = "") -> str:
        given = [measure("overall", change=change, reason=reason), measure("revenue.total", "9.00")]
        facts = facts_with(measures=given)
        rows = {row["measure"]: row for row in facts.rows("measures")}
        return departments._change(Measures(evidence_of(facts), rows)).striptags()

    assert told("-1.50", "压减") == "减少 1.50 万元。部门说明的原因：压减"
    assert told("2.00") == "增加 2.00 万元。没有读到部门说明的原因"
    split = told("-1.50", "两站从本部门分离")
    assert split.startswith("减少 1.50 万元。口径变了，不能直接相比。部门说明的原因：")
    assert told("0.00") == "持平" and told("9.00") == "", "no department the year before"

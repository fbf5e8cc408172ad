"""Limits hold: whatever a collection grows to, a list shows so many, and says what it leaves out."""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from juesuan import terms
from juesuan.check import all_rules
from juesuan.pages import addresses, digest, limits
from juesuan.pages.across import data, departments, english, lists, matrix, news, projects
from juesuan.pages.across.board import between, board
from juesuan.pages.across.table import Asked
from juesuan.pages.across.topics import pairs, topics
from juesuan.pages.addresses import Address
from juesuan.pages.machines.described import feed
from juesuan.pages.store.store import Store
from tests.conftest import ROOT
from tests.pages.made_facts import measure
from tests.pages.made_store import disclosure_of, drawn, store_of

FIVE = ("2020", "2021", "2022", "2023", "2024")
RULE = all_rules()[0].id


@dataclass(frozen=True)
class Case:
    """A list with a limit.

    Attributes:
        module: that keeps the limit, below ``juesuan.pages``.
        name: of the limit.
        show: gives the content with the list, of a collection.
        entry: a pattern that is found once for each entry of it.
        told: what the page says of those that it leaves out, if it does.
    """

    module: str
    name: str
    show: Callable[[Store], str]
    entry: str
    told: str = ""


def _happened(store: Store) -> list[feed.Event]:
    return [
        feed.Event("2026-11-20", about["disclosure_id"], "收录：甲", "收录：甲")
        for about in store.disclosures()
    ]


def _news(store: Store) -> str:
    return dict(news.pages(_happened(store)))["d/parts/corrections.html"]


def _feed(store: Store) -> str:
    return feed.feed(_happened(store), Address())


def _home(store: Store) -> str:
    return drawn(lists.pages(store))["d/parts/home.html"]


def _list(store: Store) -> str:
    return drawn(lists.pages(store))["d/parts/list.html"]


def _region(store: Store) -> str:
    return drawn(lists.pages(store))["d/regions/650100/index.body"]


def _between(store: Store) -> str:
    return dict(between.pages(store))["d/parts/between.html"]


def _english(store: Store) -> str:
    return dict(english.pages(store))["d/parts/english.html"]


def _first(store: Store) -> str:
    return dict(between.pages(store))["d/parts/between/made-up-2024-first.html"]


def _rule_between(store: Store) -> str:
    return dict(between.pages(store))["d/rules/B03/index.body"]


def _data(store: Store) -> str:
    return dict(data.pages(store, {}))["d/parts/data.html"]


def _topic(store: Store) -> str:
    return dict(topics.pages(store))["d/parts/procurement.html"]


def _pairs(store: Store) -> str:
    asked = (Asked("甲", "procurement.total"), Asked("乙", "procurement.goods"))
    return pairs.pairs_html(store, addresses.topic("procurement"), "标题", asked)


def _three_public(store: Store) -> str:
    return dict(topics.pages(store))["d/parts/three-public.html"]


def _functions(store: Store) -> str:
    return dict(topics.pages(store))["d/parts/functions.html"]


def _coverage(store: Store) -> str:
    return dict(matrix.pages(store))["d/parts/coverage.html"]


def _projects(store: Store) -> str:
    return dict(projects.pages(store))["d/parts/projects.html"]


def _confidential(store: Store) -> str:
    return _projects(store).partition('id="confidential"')[2]


def _department(store: Store) -> str:
    return drawn(departments.pages(store))["d/departments/made-up/index.body"]


def _board(store: Store) -> str:
    return drawn(board.pages(store))["d/parts/board.html"]


def _contradictions(store: Store) -> str:
    """Of a rule's page the part above its results."""
    return drawn(board.pages(store))[f"d/rules/{RULE}/index.body"].partition('id="results"')[0]


def _results(store: Store) -> str:
    return drawn(board.pages(store))[f"d/rules/{RULE}/index.body"].partition('id="results"')[2]


def _noted(store: Store) -> str:
    return drawn(board.pages(store))["d/states/information/index.body"]


def _held(store: Store) -> str:
    return drawn(board.pages(store))["d/rules/N03/index.body"]


ROW = r'<tr[^>]*><th scope="row">'
CASES = (
    Case("across.lists", "CARDS", _home, "<article", "另有 3 份"),
    Case("across.lists", "LISTED", _list, ROW, "另有 3 份"),
    Case("across.lists", "LISTED", _region, ROW, "另有 3 份"),
    Case("across.english", "LISTED", _english, ROW, "3 more are"),
    Case("across.data", "PACKAGES", _data, "#download", "另有 3 个数据包"),
    Case("across.table", "TOPIC_ROWS", _topic, ROW, "另有 3 行"),
    Case("across.topics.classes", "TOPIC_ROWS", _functions, "<li>", "另有 3 个数"),
    Case("across.topics.topics", "CARDS", _functions, "<rect", "另有 3 份"),
    Case("across.topics.why", "TOPIC_ROWS", _three_public, "<dt id=", "另有 3 份"),
    Case("across.topics.bars", "CARDS", _topic, "<rect", "另有 3 份"),
    Case("across.topics.pairs", "CARDS", _pairs, "<dt>", "另有 3 份"),
    Case("across.matrix", "TOPIC_ROWS", _coverage, ROW, "另有 3 行"),
    Case("across.projects", "PROJECT_ROWS", _projects, ROW, "另有 3 行"),
    Case("across.projects", "LISTED", _confidential, "<li>", "另有 3 份"),
    Case("across.board.board", "CONTRADICTIONS", _board, "<article", "另有 3 组"),
    Case("across.board.board", "CONTRADICTIONS", _contradictions, '<p class="where">'),
    Case("across.board.results", "RESULTS", _results, ROW),
    Case("across.board.board", "RESULTS", _noted, ROW),
    Case("across.board.sides", "CARDS", _held, r"4\.00 ＝ 4\.00"),
    Case("across.board.between", "CONTRADICTIONS", _between, "<article", "另有 3 处"),
    Case("across.board.between", "FIRST", _first, '<li><p><a class="rule"', "另有 3 处"),
    Case("across.board.results", "RESULTS", _rule_between, ROW),
    Case("across.departments", "CONTRADICTIONS", _department, "（规则 <a "),
    Case("across.departments", "YEARS", _department, r'">20\d\d 年度</a>'),
    Case("across.news", "NEWS", _news, "<time"),
    Case("machines.described.feed", "NEWS", _feed, "<entry>"),
)
NAMES = [f"{case.module}-{case.name}-{case.show.__name__}" for case in CASES]


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Five years of one department, each with a project and a contradiction."""
    root = tmp_path_factory.mktemp("five")
    about = {
        "department_id": "made-up",
        "region_code": "650100",
        "region": "某某市",
        "scope": "部门",
    }
    failed = {"rule": RULE, "subject": "all", "state": "fail", "statement": "不等"}
    noted = {"rule": "N05", "subject": "all", "state": "information", "statement": "注"}
    held = {
        "rule": "N03",
        "subject": "all",
        "state": "pass",
        "left": "4.00",
        "right": "4.00",
        "figures": "f00001",
    }
    spent = {"fund": "general_public_budget", "level": "class", "code": "208", "actual": "20.00"}
    project = {"project_id": "p01", "kind": "project", "position": "1", "name": "项目"}
    every = [
        disclosure_of(
            f"made-up-{year}",
            {**about, "fiscal_year": year},
            measures=[
                measure("procurement.total", "20.00"),
                measure("procurement.goods", "20.00"),
                measure("three_public.total", "4.00", change="1.00", reason="多了"),
                measure("confidential.project_count", "4"),
            ],
            checks=[failed, held, noted],
            functions=[spent],
            projects=[project],
        )
        for year in FIVE
    ]
    for facts in every:
        path = digest.path_of(root, facts.disclosure_id)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            json.dumps({"files": {}, "quotes": [], "added": "", "corrections": [], "work": ""}),
            encoding="utf-8",
        )
    store = store_of(root, *every)
    empty = {field.name: "" for field in terms.resource_schemas()["checks_between"].fields}
    found = {**empty, "rule": "B03", "subject": "all", "state": "fail", "statement": "不等"}
    others = dict.fromkeys(FIVE[:-1], f"made-up-{FIVE[-1]}")
    rows = [
        (1, {**found, "disclosure_id": f"made-up-{year}", "other_id": others.get(year, "")})
        for year in FIVE
    ]
    store.keep_judged("checks_between", {facts.disclosure_id: "" for facts in every}, rows)
    return store


def shown(case: Case, five: Store) -> int:
    """How many entries the list has."""
    return len(re.findall(case.entry, case.show(five)))


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_list_shows_as_many_as_its_limit_and_says_what_it_leaves_out(
    case: Case, five: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shown(case, five) == 5 and "另有" not in case.show(five)
    module = importlib.import_module(f"juesuan.pages.{case.module}")
    monkeypatch.setattr(module, case.name, 2)
    assert shown(case, five) == 2
    assert case.told in case.show(five)


def test_the_years_of_a_department_that_are_shown_are_the_newest(
    five: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(departments, "YEARS", 2)
    content = _department(five)
    assert "2024 年度" in content and "2023 年度" in content and "2022 年度" not in content


def test_no_limit_is_without_a_list_and_no_list_without_its_case() -> None:
    """Every import of a limit anywhere in the pages has a case above."""
    pages = ROOT / "scripts" / "juesuan" / "pages"
    imported = set()
    for path in pages.rglob("*.py"):
        found = re.search(
            r"^from juesuan\.pages\.limits import (.*)$", path.read_text("utf-8"), re.M
        )
        module = ".".join(path.relative_to(pages).with_suffix("").parts)
        imported |= {(module, name) for name in found[1].split(", ")} if found else set()
    assert imported == {(case.module, case.name) for case in CASES}
    assert {name for _, name in imported} == {name for name in vars(limits) if name.isupper()}

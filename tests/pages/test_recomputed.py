"""What pages derive, recomputed from the published CSV alone: sums, shares, quotients, ranges, ranks.

Nothing here asks the program how it computes: the CSV is read by the standard library, and what a
page says is taken from its HTML.
"""

from __future__ import annotations

import csv
import html
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

import pytest

from juesuan import collection
from juesuan.pages import addresses
from juesuan.pages.across import departments, lists, projects
from juesuan.pages.across.board import board
from juesuan.pages.across.topics import cards, topics
from juesuan.pages.store.store import Store
from juesuan.pages.writer import Shown
from tests.conftest import IDS, ROOT

Rows = list[dict[str, str]]


@cache
def rows(one: str, resource: str) -> Rows:
    """The rows of a resource of a disclosure, as they are published; none without its file."""
    path = ROOT / "datapackages" / one / "data" / f"{resource}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def every(resource: str) -> Rows:
    return [row for one in IDS for row in rows(one, resource)]


def value(one: str, measure: str, column: str = "actual") -> Decimal | None:
    """The first printed number of a measure."""
    for row in rows(one, "measures"):
        if row["measure"] == measure:
            return Decimal(row[column]) if row[column] else None
    return None


def name(one: str) -> str:
    return rows(one, "disclosure")[0]["department"]


def words(part: str) -> str:
    """What a piece of HTML says."""
    return html.unescape(" ".join(re.sub("<[^>]*>", " ", part).split()))


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


@pytest.fixture(scope="module")
def store(collected: Path) -> Iterator[Store]:
    with closing(Store(collected, collection.ids(collected))) as opened:
        yield opened


def part(pages: Iterator[tuple[str, str | Shown]], address: str) -> str:
    """A page or part by its address."""
    found = dict(pages)[address]
    return found if isinstance(found, str) else found.draw()


@pytest.fixture(scope="module")
def tree(store: Store) -> str:
    return part(topics.pages(store), addresses.part("functions"))


def held(block: str) -> dict[str, tuple[str, str, str]]:
    """Whose amounts a list of the tree holds: the amount, its share, its own HTML; by disclosure."""
    found = {}
    for item in re.findall(r"<li>(.*?)</li>", block, re.S):
        one = re.search(r'href="\.\./d/([a-z0-9-]+)/"', item)
        assert one
        amount = re.search(r"([\d,]+\.\d+|未列)$", words(item))
        share = re.search(r"占 ([\d.]+)%", words(item))
        assert amount, words(item)
        fund = next((f for f in ("政府性基金", "国有资本经营") if f in words(item)), "")
        found[f"{one[1]}{fund}"] = (amount[1], share[1] if share else "", item)
    return found


FUNDS = {
    "general_public_budget": "",
    "government_fund": "政府性基金",
    "state_capital": "国有资本经营",
}


def test_amounts_and_shares_of_classes_are_the_printed_ones(tree: str) -> None:
    blocks = dict(
        re.findall(
            r'<h2 id="c(\d{3})">.*?<div class="tree">\s*(<ul class="who">.*?</ul>)', tree, re.S
        )
    )
    compared = 0
    for row in every("functions"):
        if row["level"] != "class" or not row["actual"]:
            continue
        said = held(blocks[row["code"]])[row["disclosure_id"] + FUNDS[row["fund"]]]
        assert number(said[0]) == Decimal(row["actual"]) and said[1] == row["share_pct"], row
        compared += 1
    assert compared >= 15


def test_amounts_of_subclasses_are_the_sums_of_their_items(tree: str) -> None:
    """Of the items with a code; those without one belong where their names say."""
    items: dict[tuple[str, str], list[Decimal]] = {}
    for row in every("functions"):
        if row["level"] == "item" and row["actual"] and row["code"]:
            key = row["code"][:5], row["disclosure_id"] + FUNDS[row["fund"]]
            items.setdefault(key, []).append(Decimal(row["actual"]))
    blocks = dict(
        re.findall(r'<details id="c(\d{5})">.*?</summary>\s*(<ul class="who">.*?</ul>)', tree, re.S)
    )
    compared = 0
    for (code, whose), amounts in items.items():
        said, _, item = held(blocks[code])[whose]
        if said != "未列":
            assert number(said) == sum(amounts), (code, whose)
            assert ("derived" in item) == (len(amounts) > 1), (code, whose)
            compared += 1
    assert compared >= 25


def test_no_item_stands_in_the_tree_twice(tree: str) -> None:
    """Each figure is linked once where it is printed, but for sums of one item."""
    for item in re.findall(r'<div class="item".*?</div>', tree, re.S):
        links = re.findall(r'href="([^"]*#f\d+)"', item)
        assert len(links) == len(set(links)), item
    assert words(tree).count("军队移交政府的离退人员安置") == 1
    assert "没有编码的科目" not in tree


def test_shares_beside_bars_are_those_of_the_classes(tree: str) -> None:
    bars = re.findall(
        r'<dt><a href="\.\./d/([a-z0-9-]+)/".*?</svg><small>(.*?)</small>', tree, re.S
    )
    assert {one for one, _ in bars} == set(IDS)
    for one, told in bars:
        own = {
            row["class"]: Decimal(row["actual"])
            for row in rows(one, "functions")
            if row["level"] == "class" and row["fund"] == "general_public_budget" and row["actual"]
        }
        whole = sum(own.values())
        largest = sorted(own.items(), key=lambda each: -each[1])[:3]
        shares = [f"{amount * 100 / whole:.1f}%" for _, amount in largest if amount]
        assert re.findall(r"[\d.]+%", told) == shares, one


def test_costs_a_person_are_quotients_of_printed_numbers(store: Store) -> None:
    text = words(part(topics.pages(store), addresses.part("people")))
    for one in IDS:
        people = value(one, "headcount.serving")
        assert people
        for cost in ("basic.personnel", "basic.public"):
            spent = value(one, cost)
            assert spent is not None
            each = (spent / people).quantize(Decimal("0.01"), ROUND_HALF_UP)
            assert f" {each:,} " in f"{text} ", (one, cost)


def test_whether_persons_are_retired_is_said_as_it_is_printed(store: Store) -> None:
    pages = dict(topics.pages(store))[addresses.part("people")], dict(lists.pages(store))
    people, home = words(pages[0]), words(pages[1][addresses.part("home")])
    for one in IDS:
        retired = [value(one, f"headcount.{what}") for what in ("retired_cadre", "retired")]
        assert all(each is not None for each in retired)
        told = "含离退休" if any(retired) else "离退休印作 0"
        total = f"{value(one, 'headcount.total'):,}"
        assert f"{total} {told}" in people
        assert re.search(rf"实有人数 {total} 人（{told}）", home), one


@pytest.mark.parametrize(
    ("title", "measure"),
    [
        ("三公经费", "three_public.total"),
        ("政府采购", "procurement.total"),
        ("车辆、房屋和设备", "assets.vehicles"),
        ("人员和人均支出", "headcount.total"),
    ],
)
def test_topics_range_from_the_least_to_the_most(store: Store, title: str, measure: str) -> None:
    text = part(cards.pages(store), addresses.part("topics"))
    (card,) = (one for one in re.findall(r"<article>.*?</article>", text, re.S) if title in one)
    found = [each for one in IDS if (each := value(one, measure)) is not None]
    said = re.search(r"(\d+) 份公开列示了[^，]*，从 ([\d,.]+) 到 ([\d,.]+) ", words(card))
    assert said, words(card)
    assert int(said[1]) == len(found)
    assert (number(said[2]), number(said[3])) == (min(found), max(found))


def test_home_counts_what_is_published(store: Store) -> None:
    text = words(part(lists.pages(store), addresses.part("home")))
    states = Counter(row["state"] for row in every("checks"))
    assert f"{states['pass']:,} 处勾稽相符" in text and f"{states['fail']} 处对不上" in text
    assert f"{len(every('figures')):,} 个数字逐一登记" in text
    for one in IDS:
        own = Counter(row["state"] for row in rows(one, "checks"))
        (card,) = re.findall(rf"{re.escape(name(one))} (?=\S+ ·)(.*?处相符)", text)
        spent = value(one, "expenditure.current")
        assert f"{spent:,} 万元" in card, one
        assert f"{own['pass']:,} 处相符" in card
        assert (f"{own['fail']} 处对不上" in card) == bool(own["fail"])


def test_lengths_of_bars_are_shares_of_the_largest(store: Store) -> None:
    text = part(lists.pages(store), addresses.part("home"))
    spent = {one: value(one, "expenditure.current") or Decimal() for one in IDS}
    most = max(spent.values())
    for one, width in re.findall(
        r'<article><h3><a href="d/([a-z0-9-]+)/".*?<rect width="([\d.]+)"', text, re.S
    ):
        assert Decimal(width) == (spent.pop(one) * 100 / most).quantize(Decimal("0.01"))
    assert not spent


def test_what_is_apart_is_the_difference_of_two_sides(store: Store) -> None:
    """Of all contradictions on the board, in the unit that stands behind the amount."""
    text = part(board.pages(store), addresses.part("board"))
    told = re.findall(r"相差 ([\d,.]+) (万?元)(?:，占较大一方的 ([\d.]+)%)?", words(text))
    fails = [row for row in every("checks") if row["state"] == "fail"]
    assert len(re.findall(r'class="rule"', text)) >= len(fails)
    differences = Counter(
        abs(Decimal(row["difference"])).normalize() for row in fails if row["difference"]
    )
    shares = {}
    for row in fails:
        if row["difference"] and row["left"] and row["right"]:
            larger = max(abs(Decimal(row["left"])), abs(Decimal(row["right"])))
            if larger:
                share = abs(Decimal(row["difference"])) * 100 / larger
                shares.setdefault(abs(Decimal(row["difference"])).normalize(), set()).add(
                    share.quantize(Decimal("0.1"))
                )
    assert len(told) >= 15
    for amount, unit, share in told:
        size = number(amount)
        same = [one for one in (size, size / 10000, size * 10000) if one.normalize() in differences]
        assert same, (amount, unit)
        if share:
            assert any(Decimal(share) in shares[one.normalize()] for one in same), (amount, share)


def test_the_board_counts_what_is_published(store: Store) -> None:
    text = words(part(board.pages(store), addresses.part("board")))
    states = Counter(row["state"] for row in every("checks"))
    for state, word in (("fail", "对不上"), ("unreadable", "无法核对"), ("pass", "相符")):
        assert f"{states[state]:,} {word}" in text
    failing = {row["disclosure_id"] for row in every("checks") if row["state"] == "fail"}
    assert f"{len(IDS)} 份公开中，{len(failing)} 份有对不上的地方" in text


@pytest.mark.parametrize("one", IDS)
def test_a_department_tells_its_change_and_its_parts(store: Store, one: str) -> None:
    page = part(departments.pages(store), addresses.body(addresses.department(one[:-5])))
    text = words(page)
    change, total = value(one, "overall", "change"), value(one, "revenue.total")
    said = re.search(r"收支总计比上年(增加|减少) ([\d,.]+) 万元", text)
    if change and total and total > change:
        assert said and said[1] == ("增加" if change > 0 else "减少")
        assert number(said[2]) == abs(change)
    else:
        assert not said
    basic, whole = value(one, "expenditure.basic"), value(one, "expenditure.current")
    assert basic is not None and whole
    width = re.search(r'<rect width="([\d.]+)" height="4" class="k1"/><rect', page)
    if width:
        assert Decimal(width[1]) == (basic * 100 / whole).quantize(Decimal("0.1"))


def test_points_that_were_missed_are_weights_less_scores(store: Store) -> None:
    page = part(projects.pages(store), addresses.part("projects"))
    body = page[page.index('id="projects"') :]
    listed = re.findall(r"<tr>(.*?)</tr>", body, re.S)[1:]
    missed: dict[tuple[str, str], Decimal] = {}
    for row in (*every("indicators"), *every("project_funds")):
        if row["weight"] and row["score"]:
            key = row["disclosure_id"], row["project_id"]
            lost = max(Decimal(), Decimal(row["weight"]) - Decimal(row["score"]))
            missed[key] = missed.get(key, Decimal()) + lost
    compared = 0
    for row in listed:
        cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)
        key = re.search(r'href="\.\./d/([a-z0-9-]+)/projects[^"]*#(\w+)"', cells[0])
        assert key
        said = words(cells[5])
        if said != "—":
            assert number(said) == missed[key[1], key[2]], key[0]
            compared += 1
    assert compared > 100


def test_the_lowest_projects_have_the_lowest_scores(store: Store) -> None:
    page = part(projects.pages(store), addresses.part("projects"))
    told = [Decimal(one) for one in re.findall(r"： ([\d.]+) 分", words(page))][:5]
    scores = sorted(
        Decimal(row["total_score"])
        for row in every("projects")
        if row["kind"] == "project" and row["total_score"]
    )
    assert told == scores[:5]

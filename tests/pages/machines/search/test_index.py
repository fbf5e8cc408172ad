"""Search: queries with their right answers in a real browser; a token that many hold goes on in longer ones."""

from __future__ import annotations

import gzip
import json
import re
import tomllib
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.pages.machines.search import index as index_module
from juesuan.pages.machines.search.cutting import piece_of
from juesuan.pages.machines.search.index import HELD, Postings, files, index
from juesuan.pages.machines.search.record import CHECKS, Record, weighed

QUERIES = tomllib.loads((Path(__file__).parents[2] / "queries.toml").read_text(encoding="utf-8"))[
    "query"
]
CHINESE = [one for one in QUERIES if not one.get("english")]
"""Those that are asked on the Chinese page."""

SENTENCES = {
    "人社局一年花了多少钱": "人社局",
    "哪个部门公务接待最多": "公务接待",
    "得分最低的项目": "得分 项目",
    "三公经费比上年": "三公经费",
    "人社局哪个项目做得最差": "人社局 项目",
    "教育局花了多少钱": "教育局",
    "哪两个数字互相矛盾": "矛盾",
    "办公室有多少人": "办公室",
}
"""Questions to the words by which other results are found."""

FIRST_QUERY = 30 * 1024
"""Bytes, compressed, that a first query may load."""

HEAVY = (
    "社保",
    "乌鲁木齐市社会保险中心",
    "市委花了多少钱",
    "3.63亿",
    "renshe",
    "renli ziyuan",
    "jiaoyu zhichu",
    "乌鲁木齐人设局退休多少人",
    "市委公车保有量和资产里车辆数不一样",
    "what does 三公经费 mean",
    "仲裁办案经费有多少",
    "compare three public expenses of human resources and party committee",
    "政务服务局开标标段数",
    "人社局哪个项目做得最差",
)
"""Queries that load most, of each kind: names, slips, sounds, English, two departments, reasons."""


def taken(found: list[Record]) -> Postings:
    every = Postings()
    for one in found:
        every.add(one, weighed(one))
    return every


def leads(url: str, wanted: list[str]) -> bool:
    return any(url == one or ("#" not in one and url.partition("#")[0] == one) for one in wanted)


def told(parts: list[str | dict[str, str]] | None) -> str:
    return "".join(one if isinstance(one, str) else one["t"] for one in parts or [])


def first_of(answer: dict) -> tuple[list[str], str]:
    """Where what stands first leads, and what it says."""
    if not answer.get("answers"):
        found = answer["found"][0] if answer["found"] else {"below": "", "title": ""}
        return [found["below"]], found["title"]
    one = answer["answers"][0]
    rows = [one.get("lead") or [], *(one.get("rows") or [])]
    links = [part["u"] for row in rows for part in row if not isinstance(part, str)]
    return [one.get("url") or "", *links[:1]], one["head"] + " ".join(map(told, rows))


def test_a_token_that_many_hold_goes_on_in_longer_ones() -> None:
    found = [Record(f"甲乙县{chr(0x4E00 + i)}局", "单位", f"d/{i}/", 1) for i in range(HELD + 9)]
    held = dict(index(taken(found)))
    assert held["甲乙"][-1] == held["甲乙县"][-1] == -1
    assert len(held["甲乙"]) == 2 * HELD + 1
    assert held["甲乙县一"][0] == held["县一"][0] == 0
    assert -1 not in held["县一"]
    assert held["=甲乙县一局"][0] == 0


def test_a_token_is_continued_only_where_it_must_be() -> None:
    held = dict(index(taken([Record("甲乙县丙局", "单位", "d/1/", 1)])))
    assert "甲乙" in held
    assert "甲乙县" not in held


def grams(text: str, size: int) -> set[str]:
    """The runs of so many characters in a text without spaces and codes."""
    return {text[i : i + size] for i in range(len(text) - size + 1)}


@pytest.mark.slow
@given(
    st.lists(st.tuples(st.text("甲乙丙", min_size=1, max_size=6), st.integers(0, 3)), max_size=12)
)
def test_a_token_names_all_or_the_weightiest_and_then_goes_on(told: list[tuple[str, int]]) -> None:
    found = [Record(title, "", f"d/{i}/", weight) for i, (title, weight) in enumerate(told)]
    with mock.patch.object(index_module, "HELD", 3):
        held = dict(index(taken(found)))
    wanted = {
        i: [n for n, (title, _) in enumerate(told) if i in (grams(title, len(i)) or {title})]
        for size in range(2, 7)
        for i in {one for title, _ in told for one in grams(title, size)}
    }
    for token, records in wanted.items():
        if len(token) > 2 and len(wanted[token[:-1]]) <= 3:
            assert token not in held
            continue
        order = sorted(records, key=lambda n: (-told[n][1], n))
        assert held[token][: 2 * len(order[:3]) : 2] == order[:3]
        assert (held[token][-1] == -1) == (len(records) > 3)


def test_a_number_carries_the_check_of_its_record() -> None:
    """The check follows from the record alone; another one in its place is told."""
    found = [Record(f"甲乙县{i}局", "单位", f"d/{i}/", 1) for i in range(3)]
    pieces = {
        name: json.loads(script.partition(",")[2].rpartition(")")[0])
        for name, script in files(taken(found), {})
    }
    told = pieces["d/search/t0.js"]["甲乙"]
    assert [one // CHECKS for one in told[::2]] == [0, 1, 2]
    for one in told[::2]:
        title, _, url = pieces["d/search/r0.js"][one // CHECKS]
        assert one % CHECKS == piece_of(title + url, CHECKS)
    assert pieces["d/search/first.js"]["checks"] == CHECKS
    assert pieces["d/search/t0.js"]["#"] == pieces["d/search/first.js"]["tokens"] == 1


def _older(route) -> None:
    """A piece of records in which each stands at another place, as in an older edition."""
    answer = route.fetch()
    head, _, rest = answer.text().partition(",")
    records = json.loads(rest.rpartition(")")[0])
    body = f"{head},{json.dumps(records[1:] + records[:1], ensure_ascii=False)});"
    route.fulfill(response=answer, body=body)


@pytest.mark.browser
def test_pieces_of_two_editions_are_not_mixed(browser, address: str) -> None:
    page = browser.new_page()
    page.route(re.compile(r"/d/search/r\d+\.js$"), _older)
    page.goto(address + "search/?q=驻京联工作运行经费")
    page.locator("#found ol a").first.wait_for()
    assert page.locator("#found ol a").first.inner_text() == "驻京联工作运行经费"
    page.close()
    page = browser.new_page()
    page.route(re.compile(r"/d/search/r\d+\.js"), _older)
    page.goto(address + "search/?q=驻京联工作运行经费")
    page.locator("#found", has_text="新旧不一").wait_for()
    assert page.locator("#found a").count() == 0
    page.close()


@pytest.mark.browser
@pytest.mark.slow
def test_the_right_page_comes_first(browser, address: str) -> None:
    assert len(CHINESE) >= 150
    wrong = []
    page = browser.new_page()
    page.goto(address + "search/")
    for query in CHINESE:
        urls, text = first_of(page.evaluate("said => juesuanFind(said)", query["said"]))
        right = any(leads(url, query["first"]) for url in urls)
        if not right or not all(said in text for said in query.get("says", ())):
            wrong.append((query["said"], urls, text[:80]))
    page.close()
    assert wrong == []


ANSWERED = (
    "人社局工资占总支出百分之几",
    "全年预算比决算多多少 人社局",
    "结转到明年的钱有多少 人社局",
    "昌吉州政府办出国去哪了",
    "人社局职业培训补贴为什么增加",
)
"""Questions whose answer says what they ask."""


@pytest.mark.browser
def test_what_is_answered_is_not_said_to_be_unanswered(browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "search/")
    for said in ANSWERED:
        assert "没有回答" not in first_of(page.evaluate("said => juesuanFind(said)", said))[1], said
    page.close()


@pytest.mark.browser
def test_whole_questions_find_other_results_by_their_words(browser, address: str) -> None:
    """No title holds the whole question; the words of it that carry meaning are looked for."""
    page = browser.new_page()
    page.goto(address + "search/")
    for said, by in SENTENCES.items():
        more = page.evaluate("said => juesuanFind(said).then(one => one.rest())", said)
        assert more["found"], said
        assert more["by"] == by, said
    page.goto(address + "search/?q=人社局一年花了多少钱")
    page.locator("#found button").click()
    page.locator("#found > ol a").first.wait_for()
    assert "按“人社局”找到" in page.locator("#found > .hint").inner_text()
    page.close()


@pytest.mark.browser
def test_a_reason_beside_a_rate_is_never_that_of_an_indicator(browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "search/")
    answer = page.evaluate("said => juesuanFind(said)", "执行率最低的项目")["answers"][0]
    text = " ".join(map(told, [answer["lead"], *answer["rows"]]))
    assert "引智经费" in text
    assert "10.81%" in text
    assert "原因" not in text
    assert "执行率一行没有写原因" in answer["note"]
    page.close()


@pytest.mark.browser
def test_who_has_most_persons_is_told_with_who_has_most_that_serve(browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "search/")
    every, serving = page.evaluate("said => juesuanFind(said)", "哪个部门人最多")["answers"]
    assert told(every["rows"][0]) == "乌鲁木齐市人社局（2023，汇总）：1,030 人"
    assert told(serving["rows"][0]) == "乌鲁木齐市委（2023，汇总）：779 人"
    page.close()


@pytest.mark.browser
@pytest.mark.slow
def test_a_first_query_loads_little(browser, address: str) -> None:
    for said in (*HEAVY, *(query["said"] for query in CHINESE[::25])):
        page, bodies = browser.new_page(), []
        page.on(
            "response",
            lambda answer, bodies=bodies: (
                bodies.append(answer) if "/d/search/" in answer.url else None
            ),
        )
        page.goto(address + "search/")
        page.evaluate("said => juesuanFind(said)", said)
        assert sum(len(gzip.compress(answer.body())) for answer in bodies) < FIRST_QUERY, said
        page.close()


@pytest.mark.browser
def test_the_page_of_search(browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address)
    page.locator(".header-search input").fill("驻京")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    page.locator("#found li").first.wait_for()
    assert "驻京联工作运行经费" in page.locator("#found li").first.inner_text()
    page.locator("#search-page input").fill("查无此事物")
    page.locator("#found .hint", has_text="没有找到").wait_for()
    page.locator("#search-page input").fill("<img src=x onerror=alert(1)>")
    page.locator("#found .hint", has_text="<img").wait_for()
    assert page.locator("#found img").count() == 0
    page.close()


@pytest.mark.browser
def test_an_answer_says_what_it_is_and_where_its_number_is_printed(browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(address + "search/")
    assert page.locator("#found .examples dt").count() > 4
    page.goto(address + "search/?q=人社局三公经费阿巴阿巴")
    page.locator("#found .answer").first.wait_for()
    assert page.locator("#found .kind").first.inner_text() == "答案"
    assert "没有理解：“阿巴阿巴”" in page.locator("#found .strange").inner_text()
    assert "77.78" in page.locator("#found .lead .figure").first.inner_text()
    assert "77.78 万元 印在原文" in page.locator("#found .printed-at").first.inner_text()
    page.goto(address + "search/?q=发改委花了多少钱")
    page.locator("#found .answer.lacking").wait_for()
    assert page.locator("#found .kind").inner_text() == "没有这个数"
    page.goto(address + "search/?q=博士最多的部门")
    page.locator("#found .nothing").wait_for()
    assert "没有理解：“博士”" in page.locator("#found .nothing").inner_text()
    assert page.locator("#found .examples dt").count() > 4
    page.close()


@pytest.mark.browser
def test_what_is_the_same_has_the_same_rank(browser, address: str) -> None:
    """Four of five departments print 0.00 of 公务接待费, the fifth 0.10."""
    page = browser.new_page()
    page.goto(address + "search/?q=公务接待费最少的部门")
    page.locator("#found .answer ol li").nth(4).wait_for()
    ranks = page.locator("#found .answer ol li").evaluate_all("all => all.map(one => one.value)")
    assert ranks == [1, 1, 1, 1, 5]
    page.close()


@pytest.mark.browser
def test_both_languages_cut_alike(browser, address: str) -> None:
    """What the script asks for is what the index holds: every record is found by its own title."""
    page = browser.new_page()
    page.goto(address + "search/")
    missed = page.evaluate(
        """async () => {
        const pieces = [];
        for (let i = 0; ; i += 1) {
          const answer = await fetch("../d/search/r" + i + ".js");
          if (!answer.ok) { break; }
          pieces.push(...JSON.parse((await answer.text()).replace(/^[^,]*,/, "").replace(/\\);\\s*$/, "")));
        }
        const missed = [];
        for (const one of pieces) {
          const answer = await juesuanIndex.listed(one[0]);
          if (!answer.found.some(found => found.title === one[0])) { missed.push(one[0]); }
        }
        return pieces.length > 300 ? missed : ["too few"];
    }"""
    )
    page.close()
    assert missed == []

"""The English search: what answers can say has its English, and questions are answered in it."""

from __future__ import annotations

import gzip
import json
import re

import pytest

from juesuan import terms
from juesuan.pages.machines.search.english import files
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT
from tests.pages.machines.search.test_index import QUERIES, first_of, leads, told

ASKING = ROOT / "docs" / "assets" / "ask"

READING = {"english", "forms", "inside", "numbers", "question", "words"}
"""Scripts that read questions: what they say of an answer are names, which others put into it."""

UNSAID = {
    "前往",
    "几个部门",
    "花了多少钱",
    "三公经费比上年",
    "有多少人",
    "^[万亿]?",
    "人",
    "万元",
    r"\\d[\\d,.万亿余多]* ?",
}
"""Texts of the other scripts that are compared, or asked, and never told alone."""

HAN = re.compile("[\u3400-\u9fff]+")

FIRST_QUERY = 56 * 1024
"""Bytes, compressed, that a first query on the English page may load."""

MADE = {"分得"}
"""What the site itself puts into a quotation: a score within the reasons for it."""

ENGLISH = [one for one in QUERIES if one.get("english")]


def literals(text: str) -> list[str]:
    """The texts in quotes of a script, without its comments and patterns."""
    code = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    pattern = r"""(?<=[(,=:!&|?{};\s])/(?![/*\s])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n])+/[gimuy]*"""
    return re.findall(r'"((?:\\.|[^"\\\n])*)"', re.sub(pattern, "0", code))


@pytest.fixture(scope="module")
def pieces() -> dict[str, object]:
    return {
        name.removeprefix("d/search/").removesuffix(".js"): json.loads(
            script.partition(",")[2].rpartition(")")[0]
        )
        for name, script in files(Store(ROOT, IDS))
    }


def test_what_scripts_can_say_has_its_english() -> None:
    """Each run of Chinese in a text of the answering scripts stands in an entry, or is one."""
    file = terms.answers_in_english()
    entries = [chinese for chinese, _ in file.answer.phrases]
    known = "\n".join([*entries, *(one.written for one in file.unit)])
    scripts = [path for path in sorted(ASKING.glob("*.js")) if path.stem not in READING]
    assert len(scripts) > 12
    lacking = [
        (path.stem, text)
        for path in scripts
        for text in literals(path.read_text(encoding="utf-8"))
        if text not in UNSAID and not all(run in known for run in HAN.findall(text))
    ]
    assert lacking == []


def test_departments_classes_and_measures_have_english_names(pieces) -> None:
    words = pieces["english"]
    assert words["names"]["教育支出"] == "Education"
    assert words["names"]["本年支出合计"] == "expenditure of the year"
    called = pieces["e0"]
    own = "Human Resources and Social Security Bureau of Urumqi"
    assert called["乌鲁木齐市人社局"] == called["乌鲁木齐市人力资源和社会保障局"] == own
    assert called["#"] == words["departments"]


def test_contradictions_have_a_sentence_by_their_anchor(pieces) -> None:
    said = pieces["e-changji-government-office-2023"]["X10-all"]
    assert said.startswith("What all projects spent adds up to 5.7247 million yuan")
    assert not any("<" in one for one in pieces["e-urumqi-party-committee-2023"].values())


def test_help_is_about_what_helps(pieces) -> None:
    words = pieces["english"]
    heads = {one.head for one in (*terms.absent(), *terms.helps())}
    assert words["says"].keys() == heads
    assert all(one["url"] for one in words["helps"])


@pytest.fixture(scope="module")
def printed() -> str:
    """All that the packages say, in one text: what stays Chinese must be quoted from there."""
    folders = [ROOT / "datapackages" / one / "data" for one in IDS]
    texts = [
        path.read_text(encoding="utf-8") for folder in folders for path in folder.glob("*.csv")
    ]
    names = [
        name for rows in Store(ROOT, IDS).registry().values() for one in rows for name in one.names
    ]
    codes = [*terms.classification("functional", None).values()]
    return re.sub(r"\s", "", "\n".join([*texts, *names, *codes]))


def said_in(answer: dict) -> list[str]:
    """The texts of an answer."""
    boxes = answer.get("answers") or []
    return [answer.get("told") or ""] + [
        text
        for one in boxes
        for text in (
            one["head"],
            told(one.get("lead")),
            *map(told, one.get("rows") or ()),
            one.get("note") or "",
        )
    ]


@pytest.mark.browser
@pytest.mark.slow
def test_english_questions_are_answered_in_english(browser, address: str, printed: str) -> None:
    assert len(ENGLISH) >= 40
    wrong = []
    page = browser.new_page()
    page.goto(address + "en/search/")
    for query in ENGLISH:
        answer = page.evaluate("said => juesuanFind(said)", query["said"])
        urls, text = first_of(answer)
        right = any(leads(url, query["first"]) for url in urls)
        strange = [
            run
            for said in said_in(answer)
            for run in HAN.findall(said)
            if len(run) > 1 and run not in printed and run not in MADE
        ]
        if not right or strange or not all(said in text for said in query.get("says", ())):
            wrong.append((query["said"], urls, text[:150], strange))
    page.close()
    assert wrong == []


@pytest.mark.browser
@pytest.mark.parametrize(
    "said", ["why did three public expenses increase at human resources", "20807", "人社局三公经费"]
)
def test_what_stays_chinese_is_marked_as_such(browser, address: str, said: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}en/search/?q={said}")
    page.locator("#found .answer").first.wait_for()
    bare = page.evaluate(
        """() => {
        const walker = document.createTreeWalker(document.getElementById("found"), NodeFilter.SHOW_TEXT), found = [];
        while (walker.nextNode()) {
          const one = walker.currentNode;
          if (/[\\u3400-\\u9fff]/.test(one.data) && !one.parentNode.closest("[lang=zh]")) { found.push(one.data); }
        }
        return found;
    }"""
    )
    assert bare == []
    assert page.locator("#found [lang=zh]").count() > 0
    assert page.locator("#found .kind").first.inner_text() == "Answer"
    page.close()


@pytest.mark.browser
def test_where_an_amount_is_printed_says_how_it_is_printed(browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "en/search/?q=how much did the human resources bureau spend")
    page.locator("#found .printed-at").first.wait_for()
    text = page.locator("#found .printed-at").first.inner_text()
    assert text == "Where 359,733,600 yuan is printed (as 35,973.36 万元)"
    page.close()


@pytest.mark.browser
@pytest.mark.slow
def test_a_first_query_in_english_loads_little_and_a_chinese_one_none_of_it(
    browser, address: str
) -> None:
    asked = {
        "en/search/": "compare three public expenses of human resources and party committee",
        "search/": "人社局花了多少钱",
    }
    for path, said in asked.items():
        page, bodies = browser.new_page(), []
        page.on(
            "response",
            lambda answer, bodies=bodies: (
                bodies.append(answer) if re.search("/(search|ask)/[^/]*js", answer.url) else None
            ),
        )
        page.goto(address + path)
        page.evaluate("said => juesuanFind(said)", said)
        own = [one for one in bodies if "/d/search/" in one.url]
        assert sum(len(gzip.compress(one.body())) for one in own) < FIRST_QUERY, said
        english = [one.url for one in bodies if re.search(r"/(english|e\d+|e-.*)\.js", one.url)]
        assert bool(english) == path.startswith("en/"), english
        page.close()

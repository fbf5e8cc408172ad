"""The site in a real browser: phone and desktop, evidence by mouse and keyboard, without JavaScript."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGES = (
    "", "disclosures/", "checks/", "data/", "methods/", "about/", "d/urumqi-government-office-2024/",
    "d/urumqi-human-resources-2023/projects/", "functions/", "d/urumqi-party-committee-2023/checks/", "d/changji-government-office-2023/source/",
)  # fmt: skip
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [360, 1280])
def test_pages_fit_and_ask_no_other_host(browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    for path in PAGES:
        page.goto(address + path)
        assert page.locator("h1").count() == 1, path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert faults == []
    context.close()


_SMALL = """() => [...document.querySelectorAll("main *")].filter(one =>
    [...one.childNodes].some(own => own.nodeType === 3 && own.data.trim())
    && !one.closest("svg, .hidden") && parseFloat(getComputedStyle(one).fontSize) < 12)
    .map(one => one.outerHTML.slice(0, 80))"""
"""What is set smaller than 12 px."""


def test_nothing_on_a_phone_is_smaller_than_12_px(browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    for path in (*PAGES, "projects/", "people/", "en/"):
        page.goto(address + path)
        assert page.evaluate(_SMALL) == [], path
    context.close()


def test_a_click_opens_the_evidence(browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "d/urumqi-government-office-2024/")
    page.locator(
        "#overview + .scroll a[href*='#f0'], a[href*='#f0']", has_text="23,053.86"
    ).first.click()
    panel = page.locator("#evidence")
    panel.wait_for()
    assert panel.locator("mark").inner_text() == "23,053.86"
    assert "收入支出总体与上年相比" in panel.inner_text()
    panel.locator("summary").first.click()
    panel.locator("code").first.wait_for()
    assert "overview/overall" in panel.inner_text()
    assert re.search(r"它参加了 \d+ 处核对", panel.inner_text())
    page.keyboard.press("Escape")
    assert page.locator("#evidence").count() == 0
    assert re.search(r"#f\d+$", page.evaluate("document.activeElement.href"))
    page.close()


def test_a_doubt_is_a_text_to_send_or_an_issue_form_that_is_filled_in(
    browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(address + "d/changji-government-office-2023/")
    link = page.locator("#evidence a", has_text="报告疑问")
    first = page.locator("a[href*='#f0']").first
    first.click()
    assert link.count() == 0
    page.locator("#evidence summary", has_text="报告疑问").click()
    told = page.locator("#evidence pre").inner_text()
    figure = first.get_attribute("href").partition("#")[2]
    assert f"changji-government-office-2023 {figure}\n印在原文第" in told
    assert "【1,978.38】" in told and f"/source/#{figure}" in told
    page.keyboard.press("Escape")
    page.evaluate(
        """() => document.head.insertAdjacentHTML(
        "beforeend", '<meta name="juesuan-repository" content="https://example.org/a/b">')"""
    )
    first.click()
    assert link.get_attribute("href") == (
        f"https://example.org/a/b/issues/new?template=figure.yml&figure=changji-government-office-2023%20{figure}"
    )
    page.close()


def test_the_evidence_by_keyboard(browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "d/changji-government-office-2023/")
    page.locator("a[href*='#f0']").first.focus()
    page.keyboard.press("Enter")
    page.locator("#evidence").wait_for()
    assert page.evaluate("document.activeElement.tagName") == "BUTTON"
    page.locator("#evidence a", has_text="打开原文这一行").click()
    page.wait_for_url("**/source/#f*")
    figure = page.url.rpartition("#")[2]
    assert page.locator(f"#{figure}").inner_text() == "1,978.38"
    page.close()


def test_without_javascript_a_number_is_a_link_to_its_line(browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "d/urumqi-government-office-2024/")
    page.locator("a[href*='#f0']", has_text="102.36").first.click()
    assert "/source/#f" in page.url
    figure = page.url.rpartition("#")[2]
    assert page.locator(f"#{figure}").inner_text() == "102.36"
    context.close()


def test_the_panel_of_an_english_page_speaks_english(browser, address: str) -> None:
    """Its row and column, the state of each check and what each rule asks; the quote is printed."""
    page = browser.new_page()
    page.goto(address + "d/urumqi-government-office-2024/en/")
    page.evaluate("document.querySelectorAll('details.fold').forEach(one => { one.open = true; })")
    page.locator("#three-public + details td a").first.click()
    panel = page.locator("#evidence")
    panel.wait_for()
    assert "Final accounts: 102.36" in panel.inner_text()
    panel.locator("summary", has_text="Was this number checked?").click()
    panel.locator("li").first.wait_for()
    told = panel.locator("li").all_inner_texts()
    assert any(" N37 " in one and "102.36 ＝ 102.36" in one for one in told), told
    assert all(one.startswith(("agrees", "rounding", "for information")) for one in told), told
    assert not any("相符" in one or "规则" in one for one in told)
    page.close()


def test_checks_that_hold_are_listed_from_the_package(browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "d/urumqi-government-office-2024/checks/#pass")
    details = page.locator("details[data-passes]:not([data-state])")
    number = int(re.search(r"\d+", details.locator("summary").inner_text())[0])
    details.locator("summary").click()
    details.locator("li").first.wait_for()
    assert details.locator("li").count() == number > 100
    told = details.locator("li").evaluate_all(
        "all => all.map(one => one.innerText.split('\\n')[0])"
    )
    assert any(" P04 " in one and re.search(r"[\d.,]+ ≤ [\d.,]+$", one) for one in told)
    assert any(one.endswith("方向一致") for one in told if " N31 " in one)
    for one in told:
        for left, sign, right in re.findall(
            r"(-?[\d.,]+) ([＝≤≥≈]) (-?[\d.,]+)", one.rpartition("：")[2]
        ):
            a, b = (Decimal(side.replace(",", "")) for side in (left, right))
            assert {"＝": a == b, "≤": a <= b, "≥": a >= b, "≈": a != b}[sign], one
    page.close()


def test_a_package_that_was_not_got_once_is_got_when_it_is_asked_for_again(
    browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(address + "d/urumqi-government-office-2024/checks/#pass")
    page.route("**/*.zip", lambda route: route.abort())
    page.route("**/rules.json", lambda route: route.abort())
    details = page.locator("details[data-passes]:not([data-state])")
    details.locator("summary").click()
    details.locator("p", has_text="数据包没有打开").wait_for()
    page.unroute("**/*.zip")
    page.unroute("**/rules.json")
    details.locator("summary").click()
    details.locator("summary").click()
    first = details.locator("li").first
    first.wait_for()
    assert len(first.locator("span.rule + *, span.rule").all()) and "：" in first.inner_text()
    assert details.locator("p", has_text="数据包没有打开").count() == 0
    page.close()


def test_each_check_leads_to_its_figures(browser, address: str) -> None:
    """Also one that holds, or that is told for information: figures come from the package."""
    page = browser.new_page()
    page.goto(address + "d/urumqi-government-office-2024/checks/")
    for state in (":not([data-state])", "[data-state=information]"):
        details = page.locator(f"details[data-passes]{state}")
        around = page.locator("details", has=details)
        for i in range(around.count()):  # the fold in which it stands, from outside in
            if not around.nth(i).evaluate("one => one.open"):
                around.nth(i).locator("> summary").click()
        details.locator("summary").click()
        link = details.locator("li a").first
        link.wait_for()
        printed = link.inner_text()
        link.click()
        page.locator("#evidence").wait_for()
        assert page.locator("#evidence mark").inner_text() == printed
        page.keyboard.press("Escape")
    page.close()


def test_a_text_as_received_is_taken_out_of_the_package(browser, address: str) -> None:
    one = "urumqi-government-office-2024"
    page = browser.new_page()
    page.goto(address + f"d/{one}/#download")
    link = page.locator("a[data-member]")
    with page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename == f"{one}.txt"
    source = ROOT / "datapackages" / one / "source" / f"{one}.txt"
    assert Path(download.value.path()).read_bytes() == source.read_bytes()
    page.close()


def test_without_javascript_the_package_holds_the_text(browser, address: str) -> None:
    one = "urumqi-government-office-2024"
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + f"d/{one}/#download")
    with page.expect_download() as download:
        page.locator("a[data-member]").click()
    with zipfile.ZipFile(download.value.path()) as archive:
        assert f"{one}/source/{one}.txt" in archive.namelist()
    context.close()


def test_a_reader_of_english_searches_in_an_english_frame(browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "d/urumqi-human-resources-2023/en/")
    page.locator(".header-search input").fill("how much did the human resources bureau spend")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=*")
    answer = page.locator("#found .answer")
    answer.wait_for()
    assert "359,733,600 yuan" in answer.inner_text() and answer.get_attribute("lang") is None
    assert answer.locator(".kind").inner_text() == "Answer"
    assert answer.locator(".printed-at").inner_text() == (
        "Where 359,733,600 yuan is printed (as 35,973.36 万元)"
    )
    answer.locator("h2 a").click()
    page.wait_for_url("**/d/urumqi-human-resources-2023/en/")
    assert page.locator("html").get_attribute("lang") == "en"
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_glossary_is_folded_on_a_phone_and_filtered(browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address + "glossary/")
    term = page.locator("#p-结转结余")
    assert term.is_visible() == (width == 1280)
    page.locator("input[data-words]").fill("结转结余")
    assert term.is_visible() and not page.locator("#p-口径").is_visible()
    page.locator("input[data-words]").fill("没有这样的词吧")
    assert page.locator("dl.glossary dt").locator("visible=true").count() == 0
    page.locator("input[data-words]").fill("")
    assert term.is_visible() == (width == 1280)
    page.goto(address + "glossary/#p-口径")
    page.reload()
    assert page.locator("#p-口径").is_visible(), "a link unfolds its term"
    page.close()


def test_the_tree_of_functions_is_narrowed_to_words_or_codes(browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "functions/?q=20807")
    assert page.locator(".tree .item").locator("visible=true").count() >= 1, "it is opened"
    assert page.locator("#c20807").is_visible() and not page.locator("#c20805").is_visible()
    assert page.locator("#c208").is_visible() and not page.locator("#c201").is_visible()
    assert not page.locator(".shares").is_visible(), "the answer is not below a picture"
    field = page.locator("input[data-narrows]")
    assert set(page.locator(".tree mark").all_inner_texts()) == {"20807"}
    field.fill("培训补贴")
    kept = page.locator(".tree .item").locator("visible=true")
    assert kept.count() >= 1 and all("培训补贴" in one for one in kept.all_inner_texts())
    assert page.locator(".tree .sum, .tree .derived").locator("visible=true").count() == 0
    field.fill("没有这种科目")
    assert "没有这样的科目" in page.locator(".filters output").inner_text()
    assert page.locator("h2[id^='c2']").locator("visible=true").count() == 0
    field.fill("")
    assert page.locator("#c201").is_visible() and page.locator(".shares").is_visible()
    assert page.locator(".tree mark, .tree details[open]").count() == 0, "it is as it was"
    page.close()

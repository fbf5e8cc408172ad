"""The site for everyone: every page type under axe, no other host, light pages, nothing that moves, from disk as well."""

from __future__ import annotations

import gzip
import re
import zipfile
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from juesuan.pages.machines.exports.offline import offline

ONE = "d/urumqi-government-office-2024/"
QUERY = "d=urumqi-government-office-2024"
TYPES = (
    "", "disclosures/", "topics/", "three-public/", "functions/", "projects/", "procurement/", "assets/", "people/", "coverage/", "checks/",
    "data/", "developers/", "guide/", "glossary/", "methods/", "corrections/", "privacy/", "about/", "search/?q=社保", "404.html", "en/", "en/search/?q=cost per vehicle",
    ONE, f"{ONE}checks/", f"{ONE}projects/", f"{ONE}source/", f"{ONE}en/", "embed/", f"embed/?{QUERY}&chart=flow", f"embed/?{QUERY}&table=three-public",
    "embed/?d=urumqi-human-resources-2023&chart=projects", "d/departments/urumqi-human-resources/", "d/regions/650100/", "d/rules/N03/", "d/rules/X06/", "d/rules/B10/",
)  # fmt: skip
"""One page of every type, and some whose content is unlike."""

CROSSED = (
    "",
    "three-public/",
    "projects/",
    "search/?q=社保",
    f"{ONE}checks/",
    "d/regions/650100/",
    "d/rules/N03/",
)
"""Where the other two pairs of width and colours are looked at: what depends on both is in every frame."""

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SHORTER = """() => {
  const names = ['class', 'role', 'type', 'scope', 'fill', 'style', 'hidden'];
  const kinds = new Map();
  const kind = one => {
    const parts = [...one.children].map(kind);
    parts.push([one.tagName, ...names.map(name => one.getAttribute(name))].join('|'));
    kinds.set(one, [...new Set(parts)].sort().join(' '));
    return kinds.get(one);
  };
  kind(document.body);
  for (const every of document.querySelectorAll('body, body *:not(tr)')) {
    const seen = new Map();
    for (const one of [...every.children]) {
      if (/^(H[1-6]|COL|TH|SCRIPT|STYLE)$/.test(one.tagName)) continue;
      seen.set(kinds.get(one), (seen.get(kinds.get(one)) || 0) + 1);
      if (seen.get(kinds.get(one)) > 3) one.remove();
    }
  }
}"""
"""Leaves three of what is made of the same elements, classes and colours beside each other, wherever on the page it
stands: what is unlike the first rows stays. That ids are unique on whole pages is another test."""

FIRST_READING = 150 * 1024
"""Bytes, compressed, until a disclosure's page can be read."""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def axe() -> str:
    """The rules of accessibility as a script."""
    return (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def opened(context, url: str):
    page = context.new_page()
    page.goto(url)
    page.wait_for_load_state("networkidle")
    return page


@pytest.mark.parametrize(
    ("width", "scheme", "paths"),
    [
        (360, "light", TYPES),
        (1280, "dark", TYPES),
        (360, "dark", CROSSED),
        (1280, "light", CROSSED),
    ],
    ids=["phone-light", "desktop-dark", "phone-dark", "desktop-light"],
)
def test_every_page_type_for_everyone(
    browser, address: str, axe: str, width: int, scheme: str, paths: tuple[str, ...]
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    found: list[str] = []
    for path in paths:
        asked: list[str] = []
        page = context.new_page()
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.on("pageerror", lambda error, path=path, found=found: found.append(f"{path}: {error}"))
        page.goto(address + path)
        if "search" in path:
            page.locator("#found li").first.wait_for()
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{path}: wider than the screen")
        if page.locator("h1").count() != 1:
            found.append(f"{path}: {page.locator('h1').count()} first headings")
        found += [
            f"{path}: asks {url}"
            for url in asked
            if not url.startswith((address, "data:", "blob:"))
        ]
        page.evaluate(SHORTER)
        page.evaluate(axe)
        result = page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", WCAG
        )
        for one in result["violations"]:
            found.append(
                f"{path}: {one['id']} x{len(one['nodes'])}: {one['nodes'][0]['html'][:160]}"
            )
        page.close()
    context.close()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_evidence_is_accessible(browser, address: str, axe: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    page = opened(context, address + ONE)
    page.locator(".summary a[href*='#f0']").first.click()
    page.locator("#evidence").wait_for()
    page.evaluate(SHORTER)
    page.evaluate(axe)
    result = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", WCAG
    )
    assert [one["id"] for one in result["violations"]] == []
    context.close()


@pytest.mark.parametrize("name", ["urumqi-government-office-2024", "urumqi-human-resources-2023"])
def test_a_disclosure_is_light_to_first_reading(browser, address: str, name: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page, bodies = context.new_page(), []
    page.on("response", lambda answer: bodies.append(answer))  # noqa: PLW0108 - a function is wanted
    page.goto(f"{address}d/{name}/")
    page.wait_for_load_state("networkidle")
    weights = {answer.url: len(gzip.compress(answer.body())) for answer in bodies if answer.ok}
    assert sum(weights.values()) < FIRST_READING, weights
    context.close()


def test_nothing_moves_while_a_page_loads(browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => {"
        "if (!entry.hadRecentInput) { window.moved += entry.value; }})).observe({type: 'layout-shift', buffered: true});"
    )
    for path in (ONE, "projects/", "checks/", ""):
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(200)
        assert page.evaluate("window.moved") < 0.01, path
    context.close()


@pytest.fixture(scope="module")
def from_disk(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The website unpacked from its ZIP."""
    base = tmp_path_factory.mktemp("disk")
    offline(site, base / "site.zip")
    with zipfile.ZipFile(base / "site.zip") as archive:
        archive.extractall(base)
    return base / "juesuan"


def test_the_site_works_from_disk(browser, from_disk: Path) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page, faults = context.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((from_disk / "index.html").as_uri())
    page.locator(".grid-cards a", has_text="乌鲁木齐市人力资源和社会保障局").first.click()
    page.wait_for_url(
        "**/d/urumqi-human-resources-2023/index.html", wait_until="load"
    )  # a click does not wait for its page
    assert "读懂这份决算" in page.content()
    page.locator(".summary a[href*='#f0']").first.click()
    page.wait_for_url("**/source/index.html#f*")
    assert page.locator(f"#{page.url.rpartition('#')[2]}").is_visible()
    page.locator(".header-search input").fill("公积金")
    page.keyboard.press("Enter")
    page.locator("#found .answer a").first.click()
    page.wait_for_url("**/functions/index.html#i2210201")
    assert page.locator("#i2210201").is_visible()
    assert faults == []
    context.close()


def test_the_links_of_the_copy_on_disk_lead_somewhere(from_disk: Path) -> None:
    from html import unescape
    from urllib.parse import unquote

    for path in [
        from_disk / "index.html",
        *from_disk.glob("*/index.html"),
        *from_disk.glob("d/*/index.html"),
    ]:
        for target in re.findall(r'\s(?:href|src)="([^"#?]+)', path.read_text(encoding="utf-8")):
            if re.match(r"[a-z]+:", target):
                continue
            assert (path.parent / unquote(unescape(target))).is_file(), (path, target)


def test_keyboard_only(browser, address: str) -> None:
    """From the top of a page: skip to the content, open a number, close it, sort a table, all without a mouse."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address + "three-public/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className").startswith("md-skip")
    page.keyboard.press("Enter")
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        words = page.evaluate(
            "(at => at.tagName + '.' + (/#f\\d+$/.test(at.href || '') ? 'n' : at.className))"
            "(document.activeElement)"
        )
        seen.add(words.removesuffix(" focus-visible"))
        if "BUTTON.sort" in seen and words.removesuffix(" focus-visible") == "A.n":
            break
    assert {"BUTTON.sort", "A.n", "DIV.scroll tools"} <= seen
    page.keyboard.press("Enter")
    page.locator("#evidence").wait_for()
    page.keyboard.press("Escape")
    assert "/source/#f" in page.evaluate("document.activeElement.href")
    page.close()


def test_on_paper_everything_is_there(browser, address: str) -> None:
    """All rows as rows, from where and when; no more of the page than paper needs."""
    page = browser.new_page(viewport={"width": 700, "height": 900})
    page.goto(address + ONE)
    page.wait_for_load_state("networkidle")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.locator(".md-header").is_visible()
    assert not page.locator(".toolbar").first.is_visible()
    for place in page.locator(".scroll").all():
        if place.is_visible():
            assert place.evaluate("one => getComputedStyle(one).overflow") == "visible"
    assert page.locator(".chart svg").first.is_visible()
    told = page.locator(".printed").inner_text()
    assert told.startswith(address + ONE) and re.search(r"打印于 20\d\d年\d+月\d+日$", told)
    assert page.evaluate(
        "[...document.querySelectorAll('tbody tr')].filter(one => one.closest('table').clientWidth)"
        ".every(one => getComputedStyle(one).display === 'table-row')"
    )
    page.goto(address + "checks/")
    quoted = page.locator("details.printed").count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.printed").count() == quoted > 20, "no quote makes way for the date"
    page.goto(address + "projects/")
    rows = page.locator("table.short tbody tr")
    assert rows.count() > 100 and rows.last.is_visible()
    page.close()


def test_what_has_the_focus_is_seen(browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address)
    assert (
        page.locator(".md-skip").count() == 0 or page.locator(".md-skip").inner_text() == "跳到正文"
    )
    for place in ("#header-query", "#ask"):
        page.locator(place).focus()
        page.keyboard.press("Shift")
        width = page.locator(place).evaluate("one => getComputedStyle(one).outlineWidth")
        assert width == "2px", place
    page.close()


@pytest.fixture
def tools(browser, address: str) -> Iterator[object]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    page = context.new_page()
    page.goto(address + "projects/")
    yield page
    context.close()


def column(page, number: int) -> list[str]:
    return [
        text.strip().replace(",", "")
        for text in page.locator(
            f"#projects ~ .scroll tbody tr:not([hidden]) > :nth-child({number})"
        ).all_text_contents()
    ]


def test_tables_sort_filter_and_copy(tools) -> None:
    printed = column(tools, 2)
    assert len(printed) > 100
    head = tools.locator("#projects ~ .scroll thead th").nth(4)
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    scores = [float(text) for text in column(tools, 5) if text[:1].isdigit()]
    assert scores == sorted(scores, reverse=True)
    assert [text[:1].isdigit() for text in column(tools, 5)] == sorted(
        (text[:1].isdigit() for text in column(tools, 5)), reverse=True
    )
    head.locator("button").click()
    assert [float(text) for text in column(tools, 5) if text[:1].isdigit()] == sorted(scores)
    head.locator("button").click()
    assert head.get_attribute("aria-sort") is None and column(tools, 2) == printed
    assert tools.locator(".toolbar .back:visible, .toolbar .turn:visible").count() == 0
    head.locator("button").click()
    tools.get_by_role("button", name="大的在前").click()
    assert head.get_attribute("aria-sort") == "ascending"
    tools.get_by_role("button", name="恢复原来的次序").click()
    assert head.get_attribute("aria-sort") is None and column(tools, 2) == printed
    tools.locator(".toolbar input").fill("见义勇为")
    assert len(column(tools, 1)) == 1 and "余 1 行" in tools.locator(".toolbar output").inner_text()
    tools.get_by_role("button", name="复制").click()
    copied = tools.evaluate("navigator.clipboard.readText()").split("\n")
    assert len(copied) == 2 and copied[1].split("\t")[0].startswith("见义勇为表彰经费")
    assert "," not in copied[1].split("\t")[1]


def test_the_board_can_be_filtered(browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "checks/")
    assert page.locator(".contradiction:visible").count() == 10
    page.get_by_role("button", name="显示其余").click()
    every = page.locator(".contradiction:visible").count()
    assert every == page.locator(".contradiction").count() > 12
    page.locator(".filters select[name=year]").select_option("2024")
    some = page.locator(".contradiction:visible")
    assert 0 < some.count() < every
    assert {one.get_attribute("data-year") for one in some.all()} == {"2024"}
    whose = {one.get_attribute("data-department") for one in some.all()}
    left = page.locator(".filters select[name=department] option:enabled").all_text_contents()
    assert set(left) == {"全部", *whose}, "other choices offer only what this one leaves"
    assert page.url.endswith("?year=2024")
    page.goto(address + "checks/?rule=X03")
    assert {
        "X03" in one.get_attribute("data-rule")
        for one in page.locator(".contradiction:visible").all()
    } == {True}
    page.goto(address + "checks/?year=2024")
    page.locator(".contradiction:visible summary").first.click()
    first = page.locator(".contradiction:visible .quotes a[href*='#f0']:visible").first
    first.click()
    assert page.locator("#evidence mark").inner_text() == first.inner_text()
    page.close()


def test_a_chart_opens_its_evidence_and_its_projects(browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + ONE)
    number = page.locator("#chart-three-public svg a[href*='#f0']", has_text="89.56").last
    number.click()
    page.locator("#evidence").wait_for()
    assert page.locator("#evidence mark").inner_text() == "89.56"
    page.keyboard.press("Escape")
    dot = page.locator("#chart-projects svg a").first
    wanted = dot.get_attribute("href")
    dot.click()
    page.wait_for_url(f"**/{wanted}")
    assert page.locator(f"#{wanted.rpartition('#')[2]}").inner_text() != ""
    page.close()


def test_a_term_shows_its_definition(browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + ONE)
    term = page.locator("a.term", has_text="基本支出").first
    term.hover()
    page.locator("#term p", has_text="大白话：").wait_for()
    told = page.locator("#term").inner_text()
    assert told.startswith("大白话：") and "原文的解释：基本支出，指为保障机构正常运转" in told
    page.keyboard.press("Escape")
    assert page.locator("#term").count() == 0
    before = page.evaluate("scrollY")
    term.click()
    page.locator("#term").wait_for()
    assert page.evaluate("scrollY") == before and page.url == address + ONE
    page.close()


PHONE = ["", "projects/", "functions/", "people/", "checks/", "data/", ONE, ONE + "projects/"]


def test_a_definition_never_opens_below_the_screen(browser, address: str) -> None:
    """A word in the last line of a phone has its panel above it."""
    page = browser.new_page(viewport={"width": 360, "height": 500})
    page.goto(address + ONE)
    term = page.locator("a.term", has_text="基本支出").first
    page.evaluate(
        "one => scrollBy(0, one.getBoundingClientRect().bottom - innerHeight + 8)",
        term.element_handle(),
    )
    term.hover()
    page.locator("#term p", has_text="大白话：").wait_for()
    box = page.locator("#term").bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] <= 500
    assert box["y"] + box["height"] <= term.bounding_box()["y"]
    page.close()


@pytest.mark.parametrize("path", PHONE)
def test_no_answer_stands_beside_a_phones_screen(browser, address: str, path: str) -> None:
    """Tables wider than the screen become cards that name each value; none is cut below."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(address + path)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.wait_for_timeout(300)  # tables are measured once they are unfolded
    beside = page.evaluate(
        "[...document.querySelectorAll('.scroll')]"
        ".filter(one => one.clientWidth && one.scrollWidth > one.clientWidth + 1"
        " || one.scrollHeight > one.clientHeight + 1 && getComputedStyle(one).overflowY == 'auto')"
        ".map(one => one.getAttribute('aria-label'))"
    )
    assert [name for name in beside if name != "下载"] == []
    unnamed = page.evaluate(
        "[...document.querySelectorAll('.stacked tbody td')]"
        ".filter(cell => cell.innerText.trim() && !cell.dataset.label).length"
    )
    assert unnamed == 0
    page.close()


def test_a_long_table_says_how_many_rows_it_has(tools) -> None:
    """Twenty of 111 projects are shown, and which ones follows the order that was chosen."""
    rows = tools.locator("#projects ~ .scroll tbody tr")
    shown = tools.locator("#projects ~ .scroll tbody tr:visible")
    every = rows.count()
    assert shown.count() == 20 and every > 100
    assert tools.locator(".toolbar output").first.inner_text() == f"共 {every} 行"
    tools.locator("#projects ~ .scroll thead th button").nth(4).click()
    tools.get_by_role("button", name=f"显示全部 {every} 行").click()
    assert shown.count() == every


def test_order_and_filter_are_kept_in_the_address(tools) -> None:
    tools.locator("#projects ~ .scroll thead th button").nth(4).click()
    tools.locator(".toolbar input").first.fill("就业")
    tools.locator(".toolbar input").first.press("Tab")
    before = column(tools, 1)
    assert "s1=4.descending" in tools.url and "f1=" in tools.url
    tools.reload()
    assert column(tools, 1) == before and len(before) > 1
    assert tools.locator(".toolbar input").first.input_value() == "就业"


def test_cards_are_sorted_by_a_list(browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(address + "projects/")
    page.locator(".toolbar .order select").select_option(label="总分")
    scores = [float(text) for text in column(page, 5) if text[:1].isdigit()]
    assert len(scores) > 5 and scores == sorted(scores, reverse=True)
    page.close()

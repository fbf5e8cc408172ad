"""Hostile text stays text on every page, whatever place it came from; the policy is the second wall."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import openpyxl
import pytest

from juesuan.pages.machines.exports.offline import offline
from tests.conftest import build_site, served
from tests.pages.payloads import ID, SECOND, WORKBOOK, write

pytestmark = pytest.mark.browser

WATCH = """
window.broken = [];
document.addEventListener("securitypolicyviolation", event => window.broken.push(
  event.violatedDirective + " " + event.blockedURI + " " + event.sample));
"""
LIVE = """() => {
  const found = [];
  for (const one of document.querySelectorAll("*")) {
    const name = one.localName;
    for (const attribute of one.attributes) {
      if (/^on|^srcdoc$|^autofocus$/i.test(attribute.name)) found.push(`${name} ${attribute.name}`);
      if (/^style$/i.test(attribute.name) && !one.closest(".md-header, .md-top, .md-dialog, .md-sidebar, #evidence, #term"))
        found.push(`${name} style`);
      if (/^\\s*(javascript|data|vbscript):/i.test(attribute.value) && /href|src|action/i.test(attribute.name))
        found.push(`${name} ${attribute.name}=${attribute.value}`);
      if (attribute.value.includes("example.org") && /src|action/i.test(attribute.name)) found.push(name);
    }
    if (/^(iframe|object|embed|base|math|textarea|frame|marquee)$/.test(name)) found.push(name);
    if (name === "meta" && /refresh/i.test(one.httpEquiv)) found.push("refresh");
    if (name === "script" && !one.src && !/json$/.test(one.type)) found.push("script " + one.textContent.slice(0, 40));
    if (name === "img" && !one.closest("#evidence")) found.push("img");
    if (one.classList.contains("pwned")) found.push("attribute list");
  }
  for (const data of document.querySelectorAll("script[type$=json]")) JSON.parse(data.textContent);
  return found;
}"""
"""Elements and attributes that only markup from outside can have put there."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to serve, with the website of a hostile collection under ``juesuan/``."""
    root = tmp_path_factory.mktemp("inert")
    write(root)
    build_site(root, root / "served" / "juesuan", JUESUAN_SITE_URL="https://example.org/juesuan/")
    return root / "served"


@pytest.fixture(scope="module")
def addresses(hostile: Path) -> list[str]:
    """The addresses of all pages; of those of rules, which are alike, a few."""
    site = hostile / "juesuan"
    rules = {"N01", "N03", "P01", "X01", "X06"}
    found = [path.relative_to(site) for path in sorted(site.rglob("*.html"))]
    return [one.as_posix() for one in found if "rules" not in one.parts or rules & {*one.parts}]


@pytest.fixture(scope="module")
def under(hostile: Path) -> Iterator[str]:
    """The website served under a path."""
    with served(hostile) as address:
        yield address + "juesuan/"


class Watched:
    """A page that notes what ran, what the policy forbade and what the console said."""

    def __init__(self, browser, **options: object) -> None:
        self.context = browser.new_context(viewport={"width": 1280, "height": 800}, **options)
        self.context.add_init_script(WATCH)
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("dialog", self._dialog)
        self.page.on("pageerror", lambda error: self.faults.append(f"{self.page.url}: {error}"))
        self.page.on("console", self._console)

    def _dialog(self, dialog) -> None:
        self.faults.append(f"{self.page.url}: ran {dialog.message}")
        dialog.dismiss()

    def _console(self, message) -> None:
        if "Content Security Policy" in message.text or "Refused to" in message.text:
            self.faults.append(f"{self.page.url}: {message.text}")

    def look(self) -> None:
        """Note what lives on the page and what its policy forbade."""
        for one in self.page.evaluate(LIVE):
            self.faults.append(f"{self.page.url}: lives {one}")
        for one in self.page.evaluate("window.broken || []"):
            self.faults.append(f"{self.page.url}: forbidden {one}")

    def visit(self, url: str) -> None:
        """Open a page and look at it."""
        self.page.goto(url, wait_until="load")
        self.look()


@pytest.fixture(params=["with the policy", "without it"])
def watched(browser, request: pytest.FixtureRequest) -> Iterator[Watched]:
    """A watched page; also with the policy switched off, so that the first wall is tested alone."""
    made = Watched(browser, bypass_csp=request.param == "without it")
    yield made
    made.context.close()


def test_the_payloads_are_on_the_pages(hostile: Path) -> None:
    """Nothing would be tested if they had been lost on the way."""
    site = hostile / "juesuan"
    for path in (f"d/{ID}/index.html", f"d/{SECOND}/index.html", f"d/{SECOND}/projects/index.html", "checks/index.html",
                 "corrections/index.html", "glossary/index.html", "projects/index.html", "disclosures/index.html", "functions/index.html",
                 f"d/{SECOND}/checks/index.html", f"d/{ID}/source/index.html"):  # fmt: skip
        text = (site / path).read_text(encoding="utf-8")
        assert "alert" in text, path
    for path, payload in (
        ("d/departments/made-up/index.html", "名&lt;svg/onload=alert"),
        ("coverage/index.html", "名&lt;script&gt;alert(1)"),
        ("d/regions/310107/index.html", "普陀区名&lt;svg/onload=alert"),
        ("d/gone-0-2020/index.html", "因&lt;svg/onload=alert"),
        ("corrections/index.html", "因&lt;svg/onload=alert"),
        (f"d/{WORKBOOK}/source/index.html", "0&lt;img src=x onerror=alert"),
        (f"d/{ID}/source/index.html", "made onerror=&#39;alert(1)&#39;&amp;#"),
        (f"d/{SECOND}/source/index.html", "newer-onerror--alert-1-"),
        (f"d/{SECOND}/index.html", "versions/2026-11-22/"),
    ):
        assert payload in (site / path).read_text(encoding="utf-8"), path
    words = "".join(one.read_text("utf-8") for one in (site / "d/search").rglob("*.js"))
    assert "简名<svg/onload=alert" in words
    title = re.search("<title>(.*?)</title>", (site / f"d/{ID}/index.html").read_text("utf-8"))
    assert title and "&lt;svg/onload=alert" in title[1]


def test_no_page_type_lets_a_text_live(watched: Watched, under: str, addresses: list[str]) -> None:
    assert len(addresses) > 35
    for address in addresses:
        watched.visit(under + address)
    assert watched.faults == []


def test_what_scripts_show_of_a_text_is_text(watched: Watched, under: str) -> None:
    page = watched.page
    for words in ("示例", "onload", "<img src=x onerror=alert(1)>", '"><svg/onload=alert(1)>'):
        page.goto(f"{under}search/?q={quote(words)}")
        page.locator("#found:not([aria-busy]) :is(li, p)").first.wait_for()
        watched.look()
    assert page.locator("#found").inner_text() != ""
    for name in (ID, SECOND):
        page.goto(f"{under}d/{name}/")
        for number in page.locator("a[href*='#f'][href*='source']:visible").all()[:12]:
            number.dispatch_event("click")
            page.locator("#evidence").wait_for()
            watched.look()
            page.keyboard.press("Escape")
        for term in page.locator("a.term:visible").all()[:3]:
            term.hover()
            watched.look()
    for address in ("projects/", "checks/", "disclosures/", "functions/", f"d/{SECOND}/"):
        page.goto(under + address)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        for field in page.locator(".toolbar input:visible").all()[:3]:
            field.fill("<img src=x onerror=alert(1)>")
        for head in page.locator("button.sort:visible").all()[:4]:
            head.click()
        for choice in page.locator(".filters select:visible").all():
            choice.select_option(index=0)
        watched.look()
    assert watched.faults == []


def files(site: Path, pattern: str) -> list[Path]:
    """The files of a kind; a former address of one may be a folder."""
    return [path for path in site.rglob(pattern) if path.is_file()]


def test_feeds_and_data_are_well_formed(hostile: Path) -> None:
    site = hostile / "juesuan"
    feed = ElementTree.parse(site / "d/all/feed.xml")
    texts = [one for one in feed.iter() if one.get("type") in ("html", "xhtml")]
    assert texts == [] and "alert" in "".join(feed.getroot().itertext())
    for path in files(site, "*.svg"):
        root = ElementTree.parse(path).getroot()
        assert {one.tag.rpartition("}")[2] for one in root.iter()} <= {
            "svg", "g", "a", "path", "line", "rect", "circle", "text", "tspan", "title", "style"
        }, path  # fmt: skip
    for path in [*files(site, "*.json"), *files(site, "*.jsonld")]:
        json.loads(path.read_text(encoding="utf-8"))
    for path in files(site, "*.xlsx"):
        book = openpyxl.load_workbook(path)
        assert not any(
            cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row
        )


def test_the_copy_on_disk_is_inert_too(browser, hostile: Path, tmp_path: Path) -> None:
    offline(hostile / "juesuan", tmp_path / "site.zip")
    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        archive.extractall(tmp_path)
    base = tmp_path / "juesuan"
    watched = Watched(browser)
    for path in [
        "index.html",
        "404.html",
        f"d/{ID}/index.html",
        f"d/{SECOND}/projects/index.html",
        "checks/index.html",
    ]:
        watched.visit((base / path).as_uri())
    watched.visit((base / "embed/index.html").as_uri())
    watched.page.goto((base / "search/index.html").as_uri() + "?q=" + quote("示例"))
    watched.page.locator("#found li").first.wait_for()
    watched.look()
    assert (
        watched.page.evaluate("getComputedStyle(document.querySelector('.md-header')).position")
        == "sticky"
    )
    assert watched.faults == []
    watched.context.close()


def test_the_policy_stops_what_escaping_let_through(browser, under: str) -> None:
    """The second wall alone: markup that is put into a page as if nothing had escaped it."""
    watched = Watched(browser)
    for address in ("", f"d/{ID}/", f"embed/?d={SECOND}&table=overview", "404.html"):
        watched.page.goto(under + address)
        watched.page.evaluate(
            """() => { document.body.insertAdjacentHTML("beforeend",
            "<img src=x onerror=alert(1)><svg onload=alert(2)></svg><b style='color:red' onclick=alert(3)>x</b>"
            + "<a href='javascript:alert(4)' id=go>x</a><base href='https://example.org/'>");
            const made = document.createElement("script"); made.textContent = "alert(5)"; document.body.append(made);
            document.querySelector("b[style]").click(); document.getElementById("go").click(); }"""
        )
        watched.page.wait_for_timeout(200)
        broken = " ".join(watched.page.evaluate("window.broken"))
        assert (
            "script-src-attr" in broken and "script-src-elem" in broken and "base-uri" in broken
        ), address
    assert not any("ran" in one for one in watched.faults)
    watched.context.close()

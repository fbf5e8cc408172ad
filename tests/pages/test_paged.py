"""A disclosure that came as PDF on the site: its nine tables, and evidence that opens the page with the figure marked."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from juesuan import collection, package
from juesuan.pages.across.topics.classes import classes
from juesuan.pages.addresses import FUNCTIONS
from juesuan.pages.evidence.coverage import coverage
from juesuan.pages.store.store import Store
from tests.conftest import ROOT, build_site, served
from tests.made_pdf import NAME

ID = "shanghai-putuo-shiliguanliju-2024"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a disclosure that came as PDF and one that came as text, added by the command line."""
    base = tmp_path_factory.mktemp("paged")
    shutil.copytree(ROOT / "docs", base / "docs")
    shutil.copy(ROOT / "mkdocs.yml", base)
    shutil.copytree(
        ROOT / "datapackages" / "urumqi-government-office-2024",
        base / "datapackages" / "urumqi-government-office-2024",
    )
    command = [
        sys.executable,
        "-m",
        "juesuan",
        "--root",
        str(base),
        "add",
        str(ROOT / "tests" / "pdfs" / "reportlab.pdf"),
    ]
    done = subprocess.run(command, cwd=ROOT / "scripts", capture_output=True, text=True, check=True)
    assert f"added {ID}" in done.stdout and "0 unread" in done.stdout
    return base


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    build_site(root, root / "site")
    return root / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


def test_one_step_does_it_all(root: Path) -> None:
    folder = root / "datapackages" / ID
    assert sorted(path.name for path in folder.iterdir()) == [
        "data",
        "datapackage.json",
        "disclosure.toml",
        "source",
    ]
    assert package.validate(folder) == []
    about = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    text = next(one for one in about["resources"] if one["name"] == "text")
    extracted = (folder / "data" / "text.txt").read_text(encoding="utf-8")
    assert (
        text["path"] == "data/text.txt"
        and "type" not in text
        and text["bytes"] == len(extracted.encode())
    )
    rows = package.load(folder).rows("figures")
    assert all(
        extracted[int(row["start"]) : int(row["end"])].split() == row["text"].split()
        for row in rows
    )
    assert all(re.fullmatch(r"(\d+\.\d ){3}\d+\.\d", row["box"]) and row["page"] for row in rows)


def test_two_conversions_are_the_same_bytes(root: Path) -> None:
    folder = root / "datapackages" / ID
    before = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    collection.convert(folder)
    assert {
        path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    } == before


def test_the_tables_of_the_page_are_those_of_the_package(site: Path, root: Path) -> None:
    html = (site / "d" / ID / "tables" / "index.html").read_text(encoding="utf-8")
    facts = package.load(root / "datapackages" / ID)
    shown = re.findall(r"source[-\d]*/#(f\d+)>", html)
    bound = [
        row["figure_id"]
        for row in facts.rows("figures")
        if row["status"] == "bound" and row["resource"].startswith("table")
    ]
    assert sorted(shown) == sorted(bound) and len(bound) > 250
    assert html.count("<caption") == 10 and "原文注：" in html and "<code>2080505</code>" in html
    assert ("九张决算报表", "已收录", "9 张") in coverage(facts)


def test_disclosures_that_print_names_and_those_that_print_codes_meet(root: Path) -> None:
    top = classes(Store(root, collection.ids(root)), FUNCTIONS)["208"]
    node = top.parts["20805"].parts["2080505"]
    assert len(node.held) == 2 and all("#f0" in one.number for one in node.held)
    derived = {one.about["disclosure_id"]: bool(one.spent.derived) for one in node.held}
    assert derived == {ID: False, "urumqi-government-office-2024": True} and not node.derived


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_a_number_opens_its_page_with_the_figure_marked(browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{address}d/{ID}/tables/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    link = page.locator("#table3 + .scroll a[href*='#f0'], .statutory a[href*='#f0']").nth(30)
    number = link.inner_text()
    assert re.fullmatch(r"\.\./source/#f\d+", link.get_attribute("href"))
    link.click()
    panel = page.locator("#evidence")
    panel.locator(".crop img").wait_for()
    page.wait_for_function("document.querySelector('#evidence .crop img').naturalWidth > 300")
    where = re.fullmatch(r"印在原文第 (\d+) 页", panel.locator("h2").inner_text())[1]
    assert panel.locator("mark").inner_text() == number or "," in panel.locator("mark").inner_text()
    frame, mark = panel.locator(".crop").bounding_box(), panel.locator(".crop span").bounding_box()
    assert frame["x"] <= mark["x"] and mark["x"] + mark["width"] <= frame["x"] + frame["width"]
    assert frame["y"] <= mark["y"] and mark["y"] + mark["height"] <= frame["y"] + frame["height"]
    opened = panel.locator("a", has_text="打开 PDF").get_attribute("href")
    assert opened.endswith(f"files/reportlab.pdf#page={where}")
    panel.locator("a", has_text="取出的文字").click()
    page.wait_for_url("**/source*/#f*")
    page.close()


@pytest.mark.browser
def test_blank_rows_are_shown_when_asked_for(browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}d/{ID}/tables/")
    row = page.locator("tr.blank", has_text="外交支出").first
    assert not row.is_visible()
    page.locator(".blanks").check()
    assert row.is_visible()
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_pages_fit(browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in (
        "",
        "functions/",
        f"d/{ID}/",
        f"d/{ID}/tables/",
        f"d/{ID}/checks/",
        f"d/{ID}/source/",
    ):
        page.goto(address + path)
        assert (
            page.locator("h1").count() == 1
            and page.evaluate("document.documentElement.scrollWidth") <= width
        ), path
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert NAME in page.content()
    context.close()

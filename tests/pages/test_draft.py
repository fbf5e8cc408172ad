"""The report on a draft: one file that needs nothing beside it, whatever the draft holds."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from juesuan.collection import ByHand, draft
from juesuan.pages import draft_page
from tests.made import disclosure

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "</style><style>*{background:url(//e.example)}",
    "{{ 7 * 7 }}",
    "\u202e示例",
)
WRONG = disclosure().replace("公务接待费支出1.00万元", "公务接待费支出1.20万元")


def page_of(tmp_path: Path, text: str) -> str:
    path, out = tmp_path / "draft.txt", tmp_path / "out"
    out.mkdir()
    path.write_text(text, encoding="utf-8")
    return draft_page(draft(tmp_path, [path], ByHand(), out))


@pytest.mark.slow
def test_each_contradiction_stands_with_both_places_and_leads_to_them(tmp_path: Path) -> None:
    page = page_of(tmp_path, WRONG)
    part = page.partition('id="contradictions"')[2].partition("<h2")[0]
    assert "相差 0.20 万元" in part and "占<mark>" in part
    links = re.findall(r'href="#([^"]+)"', page)
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert len(ids) == len(set(ids)) and set(links) <= set(ids)
    assert "4.00" in part and re.search(r'<a href="#f\d+">1.20</a>', part)
    passed = page.partition("处相符的核对</summary>")[2].partition("</details>")[0]
    assert passed.count("<li>") > 100 and "收入总计" in passed


@pytest.mark.slow
def test_a_figure_that_was_not_read_stands_in_its_line(tmp_path: Path) -> None:
    page = page_of(tmp_path, disclosure().replace("一是规范。", "一是规范。另有款12.34万元整。"))
    part = page.partition('id="not-read"')[2].partition("<h2")[0]
    assert "没有读懂的数字（0）" in page or "12.34" in part


@pytest.mark.slow
def test_it_asks_for_nothing_and_runs_nothing(tmp_path: Path) -> None:
    text = WRONG
    for number, one in enumerate(HOSTILE):
        text = text.replace("一是规范。", f"一是规范{number}。{one}。一是规范。", 1)
    text = text.replace("业务科（", f"{HOSTILE[1]}业务科（").replace("压减。", f"{HOSTILE[0]}。", 1)
    page = page_of(tmp_path, text)
    assert "&lt;script&gt;" in page and "<script" not in page and "<img" not in page
    assert not re.search(r'\s(src|style|on[a-z]+)="', page) and "{{ " in page
    assert not re.findall(r'href="(?!#)', page) and page.count("<style") == 1
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    hashed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{hashed}'" in page and "url(" not in style
    assert "\u202e" not in page and "U+202E" in page


@pytest.mark.slow
def test_two_reports_of_one_draft_are_the_same(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    assert page_of(tmp_path / "a", WRONG) == page_of(tmp_path / "b", WRONG)


@pytest.mark.browser
def test_a_browser_shows_it_with_its_style_and_forbids_nothing(tmp_path: Path, browser) -> None:
    path = tmp_path / "report.html"
    path.write_text(page_of(tmp_path, WRONG.replace("业务科", HOSTILE[0])), encoding="utf-8")
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(path.as_uri())
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
    page.click("#contradictions + .fails mark a")
    assert page.evaluate("document.querySelector(':target').textContent") == "4.00"
    assert said == []

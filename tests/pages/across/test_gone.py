"""Addresses of disclosures that are gone lead on, or say what was there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from juesuan.collection import Logged
from juesuan.pages.across.gone import departments, pages
from juesuan.pages.addresses import Address

NOWHERE = Address()


def logged(old: str, new: str = "", **other: str) -> Logged:
    values = {
        "on": "2026-11-30",
        "action": "renamed" if new else "removed",
        "disclosure_id": old,
        "new_id": new,
        "department": "某某市<b>示例局",
        "scope": "单位",
        "fiscal_year": "2024",
        "region": "",
        "source_url": "",
        "reason": "误收<script>",
        "by": "甲",
    }
    return Logged.model_validate(values | other)


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    for name in ("index.body", "source-2/index.body", "new-2024.zip", "evidence/3.png", ".f"):
        path = tmp_path / "d" / "new-2024" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")
    return tmp_path


def goals(found: dict[str, str]) -> dict[str, str]:
    return {
        name: re.search(r'http-equiv="refresh" content="0; url=([^"]*)"', text)[1]
        for name, text in found.items()
    }


def test_each_address_of_a_renamed_one_leads_to_its_place_now(drawn: Path) -> None:
    found = dict(pages([logged("old-2024", "new-2024")], drawn, {"new-2024"}, NOWHERE))
    assert goals(found) == {
        "d/old-2024/index.html": "../new-2024/",
        "d/old-2024/source-2/index.html": "../../new-2024/source-2/",
        "d/old-2024/old-2024.zip/index.html": "../../new-2024/new-2024.zip",
        "d/old-2024/evidence/3.png/index.html": "../../../new-2024/evidence/3.png",
    }
    page = found["d/old-2024/source-2/index.html"]
    assert '<link rel="canonical" href="../../new-2024/source-2/">' in page
    assert 'src="../../../assets/moved.js" data-goal="../../new-2024/source-2/"' in page
    assert "default-src 'none'; script-src 'self'" in page and "<style" not in page
    told = dict(
        pages([logged("old-2024", "new-2024")], drawn, {"new-2024"}, Address("https://a.b"))
    )
    assert 'href="https://a.b/d/new-2024/"' in told["d/old-2024/index.html"]


def test_a_name_before_the_last_leads_to_the_last_one(drawn: Path) -> None:
    log = [logged("first-2024", "old-2024"), logged("old-2024", "new-2024")]
    found = goals(dict(pages(log, drawn, {"new-2024"}, NOWHERE)))
    assert found["d/first-2024/index.html"] == "../new-2024/"
    assert len(found) == 8


def test_a_removed_one_says_what_was_here_and_all_its_addresses_lead_there(drawn: Path) -> None:
    log = [logged("old-2024", "gone-2024"), logged("gone-2024")]
    found = dict(pages(log, drawn, set(), NOWHERE))
    told = found.pop("d/gone-2024/index.body")
    assert "2026-11-30" in told and "误收&lt;script&gt;" in told and "<script" not in told
    assert "某某市&lt;b&gt;示例局 2024 年度单位决算" in told
    led = goals(found)
    assert led["d/gone-2024/checks/index.html"] == "../"
    assert led["d/gone-2024/gone-2024.zip/index.html"] == "../"
    assert led["d/old-2024/index.html"] == "../gone-2024/"
    assert led["d/old-2024/old-2024.zip/index.html"] == "../../gone-2024/"


def test_what_is_still_drawn_is_no_address_that_is_gone(drawn: Path) -> None:
    log = [logged("old-2024", "new-2024")]
    assert not dict(pages(log, drawn, {"old-2024", "new-2024"}, NOWHERE))
    told = dict(pages(log, drawn, set(), NOWHERE))
    assert "<code>new-2024</code>" in told["d/old-2024/index.body"]


def test_the_page_of_a_department_that_all_have_left_leads_on() -> None:
    log = [logged("old-2024", "new-2024"), logged("old-2025", "new-2025"), logged("x-2024")]
    found = goals(dict(departments(log, {"new"}, NOWHERE)))
    assert found == {
        "d/departments/old/index.html": "../new/",
        "d/departments/x/index.html": "../../x-2024/",
    }
    assert not dict(departments(log, {"old", "new", "x"}, NOWHERE))

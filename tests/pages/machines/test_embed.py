"""The page that other sites show in a frame: of the site's policy, and without any data."""

from __future__ import annotations

import re
from pathlib import Path

import material

from juesuan.pages.addresses import for_scripts
from juesuan.pages.machines.embed import files
from tests.conftest import ROOT


def test_it_is_one_page_that_knows_where_disclosures_are() -> None:
    ((address, html),) = files()
    assert address == "embed/index.html"
    (meta,) = re.findall(r'<meta name="juesuan-addresses"[^>]*>', html)
    assert 'data-root="../"' in meta and f'data-disclosure="{for_scripts()["disclosure"]}"' in meta
    assert len(html) < 2500 and html.count("<h1>") == 1


def test_it_has_the_policy_of_the_site_and_nothing_inline() -> None:
    ((_, html),) = files()
    policy = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
    site = (ROOT / "docs" / "overrides" / "main.html").read_text(encoding="utf-8")
    assert policy.search(html)[1] == policy.search(site)[1]
    assert re.findall(r'<script src="../assets/([^"]*)" defer>', html) == [
        "page.js", "cards.js", "embed.js",
    ]  # fmt: skip
    assert html.count("<script") == 3
    assert "<style" not in html and not re.search(r"\s(?:style|on\w+)=", html)
    theme = Path(material.__file__).parent / "templates" / "assets"
    for name in re.findall(r"\.\./assets/([\w./]+)", html):
        assert any((base / name).is_file() for base in (ROOT / "docs" / "assets", theme)), name

"""The lists of downloads: every file over all, every resource, so many packages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from juesuan.pages import addresses
from juesuan.pages.across import data
from tests.pages.made_store import disclosure_of, store_of

HOSTILE = '<script>alert(1)</script>"'


def page(root: Path, *ids: str, department: str = "示例局", **archives: str) -> str:
    """The part for a collection of these disclosures."""
    abouts = {"department": department, "region_code": "100000"}
    every = [disclosure_of(one, {**abouts, "department_id": one[:-5]}) for one in ids]
    ((address, content),) = data.pages(store_of(root, *every), archives)
    assert address == "d/parts/data.html"
    return content


def links(content: str) -> list[str]:
    """Where a page leads."""
    return re.findall(r'href="([^"]*)"', content)


def test_each_file_over_all_is_listed_with_what_it_is(tmp_path: Path) -> None:
    content = page(tmp_path, "a-2024", **{"all.zip": "全部表"})
    assert '<a href="../d/all/all.zip" download>all.zip</a></th><td>全部表</td>' in content
    assert {f"../{addresses.CATALOGUE}", f"../{addresses.FEED}"} <= set(links(content))


def test_each_package_is_there_with_its_workbook(tmp_path: Path) -> None:
    content = page(tmp_path, "a-2024", "b-2024")
    for one in ("a-2024", "b-2024"):
        assert f'<a href="../d/{one}/#download">示例局 2024</a><small>' in content
        assert f"<code>{one}</code>" in content
        for kind in ("zip", "xlsx"):
            assert f"../d/{one}/{one}.{kind}" in links(content)
    assert "另有" not in content


def test_a_file_that_is_drawn_is_told_with_its_size(tmp_path: Path) -> None:
    place = tmp_path / addresses.DRAWN / addresses.disclosure("a-2024")
    place.mkdir(parents=True)
    (place / "a-2024.zip").write_bytes(bytes(1_234_567))
    (place / "a-2024.xlsx").write_bytes(b"1")
    content = page(tmp_path, "a-2024", "b-2024")
    assert re.findall(r"<small>([^<]*)</small>", content) == ["1,235 KB", "1 KB"]


def test_packages_beyond_the_limit_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "PACKAGES", 2)
    content = page(tmp_path, *(f"{letter}-2024" for letter in "edcba"))
    assert [one for one in links(content) if "#download" in one] == [
        "../d/a-2024/#download",
        "../d/b-2024/#download",
    ]
    assert '另有 3 个数据包，见<a href="../disclosures/">公开部门</a>' in content


def test_names_are_text(tmp_path: Path) -> None:
    content = page(tmp_path, "a-2024", department=HOSTILE, **{f"{HOSTILE}.zip": HOSTILE})
    assert "<script" not in content and content.count("&lt;script&gt;alert(1)") == 4

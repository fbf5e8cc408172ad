"""A collection beyond the limits of all lists: the website is whole, every link leads somewhere.

What a list leaves out, other pages still lead to; that shows only where there is more than it takes.
"""

from __future__ import annotations

import importlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from juesuan import collection
from juesuan.pages import render
from juesuan.website import website
from tests.conftest import ROOT
from tests.made import of_year

pytestmark = pytest.mark.slow

OFFICES = {"示例局": "机关事业单位基本养老保险缴费支出", "样本局": "行政单位离退休"}
"""Departments, each with a line of spending whose code no other one has."""

YEARS = (2023, 2024)
MOST = 1
"""What each list shows, in the place of hundreds."""


def lay_out(root: Path) -> None:
    """Two departments of two years; the second year of each contradicts itself and the first."""
    for number, (office, item) in enumerate(OFFICES.items()):
        for year in YEARS:
            folder = root / "datapackages" / f"made-up-{number}-{year}"
            (folder / "source").mkdir(parents=True)
            text = (
                of_year(year).replace("示例局", office).replace(next(iter(OFFICES.values())), item)
            )
            if year == YEARS[-1]:
                text = text.replace("本年收入合计100.00万元", f"本年收入合计10{number + 1}.00万元")
            (folder / "source" / "made.txt").write_text(text, encoding="utf-8")
            collection.convert(folder)
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copy(ROOT / "mkdocs.yml", root)


def keepers() -> Iterator[tuple[ModuleType, str]]:
    """Each module that keeps a limit, and the limit's name."""
    pages = ROOT / "scripts" / "juesuan" / "pages"
    for path in sorted(pages.rglob("*.py")):
        found = re.search(
            r"^from juesuan\.pages\.limits import (.*)$", path.read_text("utf-8"), re.M
        )
        name = ".".join(path.relative_to(pages).with_suffix("").parts)
        for limit in found[1].split(", ") if found else ():
            yield importlib.import_module(f"juesuan.pages.{name}"), limit


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Such a collection, drawn while each limit is as low as can be."""
    root = tmp_path_factory.mktemp("beyond")
    lay_out(root)
    with pytest.MonkeyPatch.context() as patch:
        for module, limit in keepers():
            patch.setattr(module, limit, MOST)
        render(root, jobs=1)
    return root


def test_no_link_leads_nowhere(drawn: Path) -> None:
    assert website(drawn, jobs=1).lost == []
    first = (drawn / "site" / "index.html").read_text("utf-8")
    assert "另有 3 份" in first

"""Every number of every page opens its evidence, or is computed again here from the packages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import IDS, ROOT
from tests.pages.recomputed import (
    below,
    board,
    disclosure,
    english,
    forms,
    functions,
    general,
    home,
    topics,
)
from tests.pages.recomputed.drawn import NAMES, Drawn
from tests.pages.recomputed.packages import Package, packages

KINDS: dict[str, Callable[[Drawn], None]] = {
    "index": home.home,
    "disclosures/index": home.disclosures,
    "coverage/index": home.coverage,
    "d/regions/\\d+/index": home.region,
    "d/departments/[a-z-]+/index": home.department,
    "projects/index": forms.projects,
    "(three-public|procurement|assets|people)/index": topics.topic,
    "topics/index": topics.topics,
    "checks/index": board.board,
    "d/rules/[A-Z].*/index": board.rule,
    "d/states/.*/index": board.state,
    "d/findings/.*/index": board.finding,
    "d/[a-z-]+-\\d{4}/index": disclosure.disclosure,
    "d/[a-z-]+-\\d{4}/en/index": english.english,
    "en/index": english.front,
    "d/[a-z-]+-\\d{4}/checks/index": below.checks,
    "d/[a-z-]+-\\d{4}/projects(-\\d+)?/index": below.projects,
    "d/[a-z-]+-\\d{4}/source(-\\d+)?/index": below.source,
    "methods/index": general.methods,
    "data/index": general.data,
    "glossary/index": general.glossary,
    "(404|(about|corrections|developers|guide|privacy|search|en/search|d/all|d/[a-z]+)/index)": general.written,
    "functions/index": functions.functions,
}
"""Pages by their addresses, and what computes their numbers again."""


@pytest.fixture(scope="module")
def read() -> dict[str, Package]:
    return packages(ROOT, IDS)


def pages(site: Path, kind: str = ".*") -> list[str]:
    """Addresses of the pages of a kind."""
    every = (one.relative_to(site).as_posix() for one in sorted(site.rglob("*.html")))
    return [one for one in every if re.fullmatch(f"{kind}.html", one)]


def test_every_page_is_of_one_kind(site: Path) -> None:
    """But for the one that is filled by a script where it is embedded elsewhere."""
    kinds = [re.compile(f"{kind}.html") for kind in KINDS]
    found = {path: sum(bool(kind.fullmatch(path)) for kind in kinds) for path in pages(site)}
    assert {path for path, count in found.items() if count != 1} == {"embed/index.html"}


def judged(page: Drawn, kind: str) -> list[str]:
    """What is left of a page of a kind; raises where a number is not what was computed."""
    page.evidence()
    KINDS[kind](page)
    docs = ROOT / "docs" / f"{page.path.removesuffix('/index.html')}.md"
    page.written(docs.read_text(encoding="utf-8") if docs.exists() else "")
    return page.rest()


@pytest.mark.parametrize("kind", KINDS)
def test_every_number_is_accounted_for(site: Path, read: dict[str, Package], kind: str) -> None:
    found = pages(site, kind)
    assert found
    for path in found:
        assert judged(Drawn(site, path, read), kind) == []


TAKEN = 7
"""Numbers of a page that are made false, one at a time."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_false_number_is_told(site: Path, read: dict[str, Package], kind: str) -> None:
    found = sorted(pages(site, kind), key=lambda one: (site / one).stat().st_size)
    path = found[len(found) // 2]
    page = Drawn(site, path, read)
    judged(page, kind)
    count = len(page.numbers())
    assert count or KINDS[kind] is general.written
    step = max(1, count // TAKEN)
    believed = [
        at for at in range(0, count, step) if is_believed(Drawn(site, path, read), kind, page, at)
    ]
    assert believed == []


def is_believed(page: Drawn, kind: str, true: Drawn, at: int) -> bool:
    """Whether a page is believed although one of its numbers, counted from 0, is another by its last digit."""
    where, name = true.numbers()[at]
    one = page.article.getroottree().xpath(where.getroottree().getpath(where))[0]
    said = getattr(one, name) if name in ("text", "tail") else one.get(name)
    places = [m.span() for m in re.finditer(r"\d+", NAMES.sub(lambda m: "_" * len(m[0]), said))]
    end = places[-1][1]
    false = f"{said[: end - 1]}{(int(said[end - 1]) + 1) % 10}{said[end:]}"
    if name in ("text", "tail"):
        setattr(one, name, false)
    else:
        one.set(name, false)
    try:
        return not judged(page, kind)
    except (AssertionError, LookupError, StopIteration, ValueError):
        return False

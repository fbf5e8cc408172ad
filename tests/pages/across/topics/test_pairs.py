"""Two numbers of each disclosure on one scale."""

from __future__ import annotations

import re
from pathlib import Path

from juesuan.pages import addresses
from juesuan.pages.across.table import Asked
from juesuan.pages.across.topics.pairs import pairs_html
from tests.pages.made_facts import measure
from tests.pages.made_store import disclosure_of, store_of

HERE = addresses.topic("assets")
ASKED = (Asked("甲", "assets.vehicles"), Asked("乙", "three_public.vehicles_kept"))


def told(tmp_path: Path, *books: dict[str, str]) -> str:
    facts = [
        disclosure_of(
            f"made-{at}-2031",
            {"fiscal_year": "2031"},
            measures=[measure(name, actual, unit="辆") for name, actual in book.items()],
        )
        for at, book in enumerate(books)
    ]
    return str(pairs_html(store_of(tmp_path, *facts), HERE, "标题", ASKED))


def test_both_numbers_stand_on_one_scale_with_their_evidence(tmp_path: Path) -> None:
    html = told(
        tmp_path,
        {"assets.vehicles": "8", "three_public.vehicles_kept": "40"},
        {"assets.vehicles": "10", "three_public.vehicles_kept": "0"},
    )
    assert re.findall(r'rect width="([\d.]+)"', html) == ["20.00", "100.00", "25.00", "0.00"]
    assert html.count("/source/#f0") == 4 and "单位：辆" in html


def test_one_number_alone_is_not_drawn(tmp_path: Path) -> None:
    assert told(tmp_path, {"assets.vehicles": "8"}) == ""

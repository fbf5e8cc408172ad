"""A picture of a topic."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from juesuan.pages.across.table import Asked
from juesuan.pages.across.topics import bars
from juesuan.pages.addresses import FUNCTIONS
from juesuan.pages.store.store import Store
from tests.pages.made_facts import Given, measure
from tests.pages.made_store import disclosure_of, store_of

TOTAL = Asked("政府采购支出", "procurement.total")
PARTS = (Asked("货物", "procurement.goods"), Asked("服务", "procurement.services"))


def spent(total: str, goods: str, services: str) -> list[Given]:
    numbers = zip((TOTAL, *PARTS), (total, goods, services), strict=True)
    return [measure(one.measure, number) for one, number in numbers if number]


def store(root: Path) -> Store:
    """Two years, a sum that its parts do not make up, and a sum of nothing."""
    given = {
        "jia-2031": ("2031", spent("40.00", "30.00", "10.00")),
        "yi-2032": ("2032", spent("1020.00", "", "20.00")),
        "bing-2032": ("2032", spent("20.00", "5.00", "15.00")),
        "ding-2032": ("2032", spent("0.00", "0.00", "0.00")),
    }
    return store_of(
        root,
        *(
            disclosure_of(name, {"department": name, "fiscal_year": year}, measures=rows)
            for name, (year, rows) in given.items()
        ),
    )


@pytest.mark.slow
def test_bars_of_one_scale_by_year(tmp_path: Path) -> None:
    html = bars.bars_html(store(tmp_path), FUNCTIONS, TOTAL, PARTS)
    assert re.findall(r'class="year">(\d+)', html) == ["2032", "2031"]
    assert re.findall(r'<rect x="([\d.]+)" y="0" width="([\d.]+)"', html) == [
        ("0.00", "12.50"), ("12.50", "37.50"), ("0.00", "75.00"), ("75.00", "25.00"),
    ]  # fmt: skip
    assert 'aria-label="货物 30.00，服务 10.00"' in html and "jia-2031/source/#f" in html
    assert "yi-2032" not in html and "ding-2032" not in html


def test_without_a_sum_there_is_no_picture(tmp_path: Path) -> None:
    assert (
        bars.bars_html(store_of(tmp_path, disclosure_of("a-2031")), FUNCTIONS, TOTAL, PARTS) == ""
    )


def test_the_newest_are_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bars, "CARDS", 1)
    html = bars.bars_html(store(tmp_path), FUNCTIONS, TOTAL, PARTS)
    assert "bing-2032" in html and "jia-2031" not in html and "另有 1 份" in html

"""On what a disclosure spent: classes by amount, and a strip only where they make up the whole."""

from __future__ import annotations

from pathlib import Path

from juesuan.pages import addresses
from juesuan.pages.across.topics.purposes import Purposes, purposes
from tests.pages.made_facts import measure
from tests.pages.made_store import disclosure_of, store_of

HERE = addresses.department("made-up")


def told(tmp_path: Path, whole: str) -> Purposes:
    def one(position: str, name: str, actual: str, share: str = "") -> dict[str, str]:
        return {
            "fund": "general_public_budget", "level": "class", "position": position,
            "code": f"20{position}", "class": name, "actual": actual, "share_pct": share,
        }  # fmt: skip

    rows = [one("5", "教育支出", "20.00", "25.00"), one("6", "科学技术支出", "0.00")]
    rows.append(one("8", "社会保障和就业支出", "60.00", "75.00"))
    rows.append(one("8", "不是一类", "9.00") | {"fund": "government_fund"})
    measures = [measure("general_budget.expenditure", whole)]
    store = store_of(tmp_path, disclosure_of("made-2031", functions=rows, measures=measures))
    (about,) = store.disclosures()
    return purposes(store, about, HERE)


def test_the_largest_comes_first_and_nothing_is_left_out_of_the_strip(tmp_path: Path) -> None:
    found = told(tmp_path, "80.00")
    assert [one.name for one in found.classes] == ["社会保障和就业支出", "教育支出"]
    assert [one.share.striptags() for one in found.classes] == ["75.00%", "25.00%"]
    assert [one.amount.striptags() for one in found.classes] == ["60.00", "20.00"]
    assert [(one.start, one.width) for one in found.strip] == [
        ("0.00", "75.00"),
        ("75.00", "25.00"),
    ]


def test_classes_that_are_not_the_whole_are_not_drawn_as_if_they_were(tmp_path: Path) -> None:
    found = told(tmp_path, "95.00")
    assert len(found.classes) == 2 and found.strip == []

"""What a disclosure says in sentences is quoted as printed, each with its own project's page."""

from __future__ import annotations

import csv
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.pages.machines.search import sentences
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT

QUOTED = re.compile("(?:：|^)“((?:(?!：“).)*)”$")


@pytest.fixture(scope="module")
def said() -> dict[str, list[sentences.Owner]]:
    store = Store(ROOT, IDS)
    return {one["disclosure_id"]: sentences.owners(store, one) for one in store.disclosures()}


def printed(one: str) -> str:
    """All texts of a package, without spaces."""
    names = ("projects", "indicators", "texts")
    cells = list[str]()
    for name in names:
        path = ROOT / "datapackages" / one / "data" / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            cells += [cell for row in csv.DictReader(file) for cell in row.values()]
    return re.sub(r"\s", "", "\n".join(cells))


def test_what_is_quoted_is_printed(said: dict[str, list[sentences.Owner]]) -> None:
    for one, owners in said.items():
        text, quotes = printed(one), list[str]()
        for _, page, own in owners:
            assert page.startswith(("#", "projects"))
            quotes += [found[1] for told in own if (found := QUOTED.search(told))]
        assert len(quotes) > 10
        assert [one for one in quotes if re.sub(r"\s", "", one.removesuffix("…")) not in text] == []


def test_a_reason_stands_beside_its_target_and_result(
    said: dict[str, list[sentences.Owner]],
) -> None:
    own = [told for _, _, some in said["urumqi-human-resources-2023"] for told in some]
    told = next(one for one in own if "我院成立了调解中心" in one)
    assert told.startswith("指标“案件立案数量”（目标 ≥2000件，自评完成 1860件）的说明：“")
    assert any("分，由乌鲁木齐市劳动人事争议仲裁院实施，主管部门是" in one for one in own)
    assert any(
        one.startswith("全年预算数 310.00 万元，全年执行 303.78 万元，自评总分 ") for one in own
    )


owned = st.lists(
    st.tuples(st.text("甲乙", max_size=3), st.just("#duty"), st.lists(st.text("丙丁", min_size=1, max_size=120), min_size=1, max_size=90)),
    max_size=6,
)  # fmt: skip


@given(owned)
def test_pieces_are_of_bounded_size_and_lose_nothing(every: list[sentences.Owner]) -> None:
    parts = [*sentences.parted(every)]
    assert len(parts) <= sentences.PIECES
    for part in parts:
        assert sum(len(one) for _, _, own in part for one in own) <= sentences.TOGETHER + 120
    told = [(name, one) for part in parts for name, _, own in part for one in own]
    assert told == [(name, one) for name, _, own in every for one in own]
    if parts:
        assert {one for _, one in told} <= {
            *sentences.words([one for part in parts for one in part])
        }

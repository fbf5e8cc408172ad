"""The index of what is inside of disclosures: small, bounded, complete."""

from __future__ import annotations

import json
from typing import Any

import pytest

from juesuan.pages.machines.search import inside
from juesuan.pages.machines.search.cutting import tokens
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT


@pytest.fixture(scope="module")
def store() -> Store:
    return Store(ROOT, IDS)


def read(store: Store) -> dict[str, Any]:
    _, every = inside.files(store)
    return {
        name.removeprefix("d/search/").removesuffix(".js"): json.loads(
            script.partition(",")[2].rpartition(")")[0]
        )
        for name, script in every
    }


def indexed(pieces: dict[str, Any]) -> dict[str, Any]:
    return {
        token: own
        for name, part in pieces.items()
        if name.startswith("x")
        for token, own in part.items()
    }


def test_each_word_of_a_reason_leads_to_its_passages(store: Store) -> None:
    pieces = read(store)
    index = indexed(pieces)
    for one in IDS:
        place = index[f"@{one}"] * inside.PLACES + inside.PLACES - 1
        for _, _, text in pieces[f"y-{one}"]:
            assert all(place in index[token] for token in tokens(text))


def test_a_number_leads_to_its_disclosure(store: Store) -> None:
    index = indexed(read(store))
    for about in store.disclosures():
        told = index[f"#{index['@' + about['disclosure_id']]}"]
        assert told[0] == about["disclosure_id"]
        assert told[2:] == [about["fiscal_year"], about["scope"]]


def test_a_word_that_many_hold_is_cut_off_and_says_so(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inside, "HELD", 3)
    own = {k: v for k, v in indexed(read(store)).items() if k[0] not in "#@"}
    assert max(map(len, own.values())) == 4
    assert all(one[-1] == -1 for one in own.values() if len(one) == 4)

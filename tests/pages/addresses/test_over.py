"""Addresses of what is over all disclosures."""

from __future__ import annotations

import pytest

from juesuan.pages import addresses


@pytest.mark.parametrize("name", addresses.SHARED)
def test_a_shared_folder_is_no_disclosure(name: str) -> None:
    assert addresses.folder(name) == addresses.disclosure(name)
    assert "-" not in name  # an id has two


def test_pages_of_a_contradiction_are_told_apart_by_disclosure_and_anchor() -> None:
    found = addresses.finding("a-b-2024", "X06-all")
    assert found.removeprefix(addresses.folder("findings")) == "a-b-2024--X06-all/"


def test_the_first_file_of_a_list_has_no_number() -> None:
    assert [addresses.api("rules", number) for number in (1, 2)] == [
        "api/v1/rules.json",
        "api/v1/rules-2.json",
    ]

"""Ways from one address to another, and whole addresses."""

from __future__ import annotations

from posixpath import normpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.pages.addresses import Address, way

_NAMES = st.lists(st.sampled_from(["d", "a", "rules", "x-2024"]), max_size=4)
_SITE = st.builds(lambda names, file: "".join(f"{one}/" for one in names) + file, _NAMES,
                  st.sampled_from(["", "b.csv"]))  # fmt: skip


@given(_SITE, _SITE)
def test_a_way_leads_from_one_address_to_the_other(here: str, there: str) -> None:
    folder, found = here.rpartition("/")[0], way(here, there)
    assert normpath(f"./{folder}/{found}") == normpath(f"./{there}")
    assert found.rpartition("/")[2] == there.rpartition("/")[2]


@pytest.mark.slow
@given(_SITE)
def test_to_itself_a_page_has_no_way(here: str) -> None:
    assert way(here, here) == here.rpartition("/")[2]


def test_a_whole_address_has_no_space_and_one_slash() -> None:
    assert (
        Address("https://a.example/").of("d/甲 乙.txt")
        == "https://a.example/d/%E7%94%B2%20%E4%B9%99.txt"
    )

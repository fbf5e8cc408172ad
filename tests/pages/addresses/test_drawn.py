"""Bodies and parts in the folder of what was drawn."""

from __future__ import annotations

from juesuan.pages import addresses


def test_a_body_lies_in_the_folder_of_its_page() -> None:
    page = addresses.disclosure("a-b-2024", addresses.CHECKS)
    assert addresses.body(page) == page + addresses.BODY


def test_parts_between_disclosures_are_two_for_each() -> None:
    found = {addresses.between("a-b-2024"), addresses.contradicted("a-b-2024")}
    assert len(found) == 2
    assert all(one.startswith(addresses.folder(addresses.PARTS)) for one in found)

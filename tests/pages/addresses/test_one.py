"""Addresses of one disclosure."""

from __future__ import annotations

import pytest

from juesuan.pages import addresses


@pytest.mark.parametrize("position", [1, 20, 21, 40, 41])
def test_a_form_is_on_the_page_of_its_twenty(position: int) -> None:
    number = -(-position // addresses.FORMS_A_PAGE)
    assert addresses.forms(position) == ("projects/" if number == 1 else f"projects-{number}/")


def test_the_way_to_a_file_cannot_leave_its_attribute() -> None:
    assert addresses.file_page('"><b>&.pdf', "2") == "files/%22%3E%3Cb%3E%26.pdf#page=2"

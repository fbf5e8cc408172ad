"""Check digits and dates of numbers that a person bears."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from juesuan.personal.checksums import born, has_id_checksum, has_luhn
from tests.personal.numbers_of import card, resident

DIGITS = st.text("0123456789", min_size=17, max_size=17)


@given(DIGITS)
def test_one_last_character_alone_proves_a_number(first: str) -> None:
    number = resident(first)
    proven = [last for last in "0123456789X" if has_id_checksum(first + last)]
    assert proven == [number[-1]]


@given(st.text("0123456789", min_size=15, max_size=18), st.data())
def test_luhn_notices_any_one_wrong_digit(first: str, data: st.DataObject) -> None:
    number = card(first)
    assert has_luhn(number)
    at = data.draw(st.integers(0, len(number) - 1))
    other = data.draw(st.sampled_from([one for one in "0123456789" if one != number[at]]))
    assert not has_luhn(number[:at] + other + number[at + 1 :])


def test_province_and_date_must_be_possible() -> None:
    assert born("650102196503141234") == 1965
    assert born("650102650314123") == 1965
    for wrong in (
        "990102196503141234",
        "650102196513141234",
        "650102196502301234",
        "650102189902011234",
    ):
        assert born(wrong) is None

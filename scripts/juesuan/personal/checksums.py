"""How a number of a person is proven: check digits, dates, provinces."""

from __future__ import annotations

import datetime

from juesuan import terms

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_OLDEST = 1900


def has_id_checksum(number: str) -> bool:
    """Whether the last of 18 characters is the check digit of the others.

    ISO 7064 MOD 11-2, as GB 11643-1999 writes it: weights 2^(18-i) mod 11, X for ten.

    >>> has_id_checksum("11010519491231002X"), has_id_checksum("110105194912310021")
    (True, False)
    """
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return number[17] == _CHECKS[total % 11]


def has_luhn(number: str) -> bool:
    """Whether the last digit is the check digit of the others (ISO/IEC 7812-1, annex B).

    >>> has_luhn("4111111111111111"), has_luhn("4111111111111112")
    (True, False)
    """
    doubled = (
        sum(divmod(2 * int(digit), 10)) if at % 2 else int(digit)
        for at, digit in enumerate(reversed(number))
    )
    return sum(doubled) % 10 == 0


def born(number: str) -> int | None:
    """The year of birth in an ID number of 18 or 15 digits; None where it can be none.

    Province (GB/T 2260) and date must be possible.

    >>> born("11010519491231002X"), born("110105491231002"), born("110105194913310021")
    (1949, 1949, None)
    """
    if number[:2] not in terms.words("personal").words("provinces"):
        return None
    date = number[6:14] if len(number) == 18 else f"19{number[6:12]}"
    try:
        found = datetime.date(int(date[:4]), int(date[4:6]), int(date[6:]))
    except ValueError:
        return None
    return found.year if found.year >= _OLDEST else None

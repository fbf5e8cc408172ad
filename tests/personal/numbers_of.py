"""Numbers that are made up and hold all the checks of real ones."""

from __future__ import annotations

_WEIGHTS = [2 ** (17 - at) % 11 for at in range(17)]


def resident(first: str) -> str:
    """A resident ID number of 17 digits and their check digit."""
    total = sum(int(digit) * weight for digit, weight in zip(first, _WEIGHTS, strict=True))
    return first + "10X98765432"[total % 11]


def card(first: str) -> str:
    """A card number: digits and their check digit."""
    return next(f"{first}{last}" for last in range(10) if _luhn(f"{first}{last}"))


def _luhn(number: str) -> bool:
    total = 0
    for at, digit in enumerate(map(int, reversed(number))):
        doubled = digit * 2 if at % 2 else digit
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0

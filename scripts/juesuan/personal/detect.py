"""All that a text holds of private persons."""

from __future__ import annotations

import re

from juesuan import terms
from juesuan.personal.found import Found
from juesuan.personal.names import before, labelled
from juesuan.personal.numbers import numbers

_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}\s?@\s?"
    r"((?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,18})(?![A-Za-z0-9])"
)

_MASKED = re.compile(r"□(?:\s{0,4}□){10,}")
"""A number that was masked before: a name may still stand before it."""


def detect(text: str) -> tuple[Found, ...]:
    """What a text holds of private persons, in order: a pure function of it.

    Resident ID numbers (GB 11643), numbers of bank cards (ISO/IEC 7812) and mobile numbers; e-mail
    addresses but those of offices; names that a label or a number of theirs tells. Landlines, codes
    and amounts are none.

    Args:
        text: clean text with its spaces and line ends (``Document.clean``): offsets count in it.
    """
    found = list(numbers(text))
    emails = [
        Found("email", (match.span(),))
        for match in _EMAIL.finditer(text)
        if not terms.words("personal").pattern("official_domain").search(match[1])
    ]
    masked = [Found("mobile", (match.span(),)) for match in _MASKED.finditer(text)]
    names = {one.start: one for one in (*labelled(text), *before(text, [*found, *masked]))}
    return tuple(sorted([*found, *emails, *names.values()], key=lambda one: one.start))

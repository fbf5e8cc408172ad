"""Names of persons: behind a label of a form, before a number of theirs, in a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from juesuan import terms
from juesuan.personal.found import Found

_LONGEST = 24
"""Characters behind a label, or before a number, among which a name stands."""


def labelled(text: str) -> Iterator[Found]:
    """Names behind 联系人, 经办人, 填报人, 负责人 and their like, in a clean text."""
    words = terms.words("personal")
    for label in words.pattern("person_label").finditer(text):
        value = words.pattern("person_value").search(text[label.end() : label.end() + _LONGEST])
        if value:
            yield Found("name", ((label.end(), label.end() + value.end(1)),))


def before(text: str, numbers: Iterable[Found]) -> Iterator[Found]:
    """Names directly before a number of a person: 欧阳明德（身份证号…）."""
    words = terms.words("personal")
    opening = re.compile(rf"[^\d\s(,;。]{{0,8}}{words.source('id_label')}")
    for one in numbers:
        start = max(0, one.start - 2 * _LONGEST)
        lead = text[start : one.start]
        if label := opening.search(lead):
            lead = lead[: label.start()]
        if found := words.pattern("person_before").search(lead):
            yield Found("name", ((start + found.start(1), start + found.end(1)),))


def name_in_title(title: str, known: Iterable[str] = ()) -> bool:
    """Whether a title may hold a private person's name.

    Args:
        title: clean (``intake.characters.clean``), as printed otherwise.
        known: names that the text gives elsewhere as those of persons.
    """
    if any(name in title for name in known):
        return True
    return bool(terms.words("personal").pattern("title_name").search(title))

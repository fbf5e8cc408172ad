"""What a rule asks for that no definition has: said with the rule, and what may be meant."""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from juesuan import terms
from juesuan.errors import TermsError

_NEAR = 5
"""Ids that are alike, of which the one is proposed that begins alike for longest."""


class _UndefinedError(TermsError):
    """A measure that is asked for and not defined, without who asks."""


def unknown(measure: str) -> NoReturn:
    """Refuse the id of a measure that there is not.

    Args:
        measure: the id.

    Raises:
        TermsError: always.
    """
    near = difflib.get_close_matches(measure, terms.measures(), _NEAR)
    best = max(near, key=lambda one: _begins_alike(one, measure), default="")
    meant = f"write {best} if that was meant" if best else "correct the id, or define it there"
    raise _UndefinedError(f"{measure}, which measures.toml does not define; {meant}")


def _begins_alike(one: str, other: str) -> int:
    """With how many characters two texts begin alike."""
    same = (mine == its for mine, its in zip(one, other, strict=False))
    return sum(1 for _ in itertools.takewhile(bool, same))


@contextmanager
def asking(rule: str) -> Iterator[None]:
    """What is asked for inside is asked for by a rule, which is named where it is not defined.

    Args:
        rule: its id.

    Raises:
        TermsError: if a measure that is asked for is not defined.
    """
    try:
        yield
    except _UndefinedError as error:
        raise TermsError(f"rule {rule} asks for {error}.") from error

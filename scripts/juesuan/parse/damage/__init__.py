"""Signs that characters of a text were lost, though all that is left of it can be read."""

from __future__ import annotations

from juesuan.model import Document, Facts
from juesuan.parse.damage.lacking import lacking
from juesuan.parse.damage.swallowed import swallowed
from juesuan.parse.damage.torn import torn
from juesuan.parse.damage.unlike import unlike

__all__ = ["signs_of_damage"]


def signs_of_damage(document: Document, facts: Facts) -> tuple[str, ...]:
    """A remark for each place at which characters may have been lost.

    None of them says that a figure is wrong: each asks to compare a place with the original.

    Args:
        document: for lines, and its text.
        facts: what was understood of it.
    """
    return (
        *torn(document),
        *lacking(document, facts),
        *unlike(document, facts),
        *swallowed(document, facts),
    )

"""A text of the three public expenditures alone, which has no sections but only points."""

from __future__ import annotations

from juesuan import terms
from juesuan.parse.prose.sections.headings import UNKNOWN, Heading
from juesuan.parse.view import View

THREE_PUBLIC = "three_public"

_HEAD = 200
"""Characters among which the title of such a text ends."""

_BESIDE = (THREE_PUBLIC, UNKNOWN, "general_spending", "glossary", "part_overview", "part_accounts")
"""What such a text may have as sections."""


def alone(prose: View, begins: frozenset[int], found: list[Heading]) -> list[Heading]:
    """The headings; of a text whose title says that it tells the three public expenditures, that.

    What its points are called opens no section: all of it is the one of its title, up to the
    glossary.

    Args:
        prose: all that is no form.
        begins: places in it at which a line begins.
        found: the headings, in order.
    """
    sections = {one.section for one in found}
    title = terms.words("outline").pattern("three_public_alone").match(prose.text[:_HEAD])
    if title is None or not sections <= set(_BESIDE):
        return found
    first = Heading(0, title.end(), THREE_PUBLIC, 1, 0)
    behind = [one for one in found if one.section == "glossary" and one.start >= title.end()]
    return [first, *behind[:1]]

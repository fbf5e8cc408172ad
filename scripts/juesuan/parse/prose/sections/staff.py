"""Sentences among the duties that tell the staff: "人员概况:在职人员12人,退休人员3人。"."""

from __future__ import annotations

from juesuan import terms
from juesuan.parse.view import View


def without_staff(body: View) -> tuple[View, tuple[View, ...]]:
    """A section of duties without what tells the staff, and that.

    Args:
        body: of the section.
    """
    words = terms.words("outline").pattern("staff")
    spans = [one.span("told") for one in words.finditer(body.text)]
    if not spans:
        return body, ()
    kept = [0, *(place for span in spans for place in span), len(body)]
    rest = View.join(body[kept[i] : kept[i + 1]] for i in range(0, len(kept), 2))
    return rest, tuple(body[start:end] for start, end in spans)

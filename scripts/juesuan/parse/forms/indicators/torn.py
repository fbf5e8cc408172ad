"""Whether what stands in a cell of an indicator cannot have been printed there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from juesuan.parse.forms.indicators.aligned import LEVELS, POINTS
from juesuan.parse.forms.indicators.aligned import VALUES as VALUE_FIELDS
from juesuan.parse.forms.legibility import is_legible
from juesuan.parse.forms.values import Kind, kind_of
from juesuan.parse.forms.vocabulary import VALUES
from juesuan.rows import IndicatorsColumn

_BARE = (Kind.NUMBER, Kind.PERCENT, Kind.DASH)
_ENDS_IN_POINTS = re.compile(r".*\d[^\d.,]+\d[\d.]*")
"""An actual value that, in a row without its points, may have taken them."""


def is_torn(name: IndicatorsColumn, text: str, lost: Sequence[IndicatorsColumn]) -> bool:
    """Whether a text is not that of a field, or not of it alone.

    Args:
        name: the field.
        text: what stands in its cell.
        lost: the fields of the row that could not be read.
    """
    if any(point in lost for point in POINTS) and _took_points(name, text):
        return True
    if name in VALUE_FIELDS:
        return VALUES.pattern("two_values").fullmatch(text) is not None
    if name in LEVELS:
        return kind_of(text) in _BARE
    if name == "reason" and kind_of(text) is Kind.NUMBER:
        return True
    if name != "reason" and VALUES.pattern("bound_alone").search(text):
        return True
    return not is_legible(text)


def _took_points(name: IndicatorsColumn, text: str) -> bool:
    """Whether points that the row lacks may have run into the cell."""
    if name == "reason":
        return text[0].isdigit()
    return name == "actual" and _ENDS_IN_POINTS.fullmatch(text) is not None

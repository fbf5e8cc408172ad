"""The prose of a disclosure, read once from top to bottom.

``outline`` finds the sections, ``gaps`` says which are lost; ``narrative`` reads each of them:
``marks`` (the lexer) says what stands where, ``grammar`` (the walk) turns marks into events,
``bind`` tells what a figure is about, ``record`` writes events into rows. ``lists`` and ``units``
read what is no sentence; ``codes`` adds codes in the end.
"""

from juesuan.parse.prose.codes import codes
from juesuan.parse.prose.gaps import gaps, unknown_headings
from juesuan.parse.prose.leads import figureless, leaderless, partless
from juesuan.parse.prose.lists import read_lists
from juesuan.parse.prose.narrative import read_narrative
from juesuan.parse.prose.outline import Outline, outline
from juesuan.parse.prose.units import read_unit_table

__all__ = [
    "Outline",
    "codes",
    "figureless",
    "gaps",
    "leaderless",
    "outline",
    "partless",
    "read_lists",
    "read_narrative",
    "read_unit_table",
    "unknown_headings",
]

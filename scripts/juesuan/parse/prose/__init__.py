"""The prose of a disclosure, read once from top to bottom.

``sections`` finds the sections and says what is lost of them; ``narrative`` reads each: ``lexer``
says what stands where, ``walk`` what each figure is about, ``recording`` writes rows and codes.
``lists`` and ``units`` read what is no sentence, ``evaluations`` what stands for forms.
"""

from juesuan.parse.prose.evaluations import read_evaluations
from juesuan.parse.prose.lists import read_lists
from juesuan.parse.prose.narrative import read_narrative
from juesuan.parse.prose.recording.codes import codes
from juesuan.parse.prose.sections.gaps import gaps, unknown_headings
from juesuan.parse.prose.sections.leads import figureless, leaderless, partless
from juesuan.parse.prose.sections.outline import Outline, outline
from juesuan.parse.prose.units import read_unit_table

__all__ = [
    "Outline",
    "codes",
    "figureless",
    "gaps",
    "leaderless",
    "outline",
    "partless",
    "read_evaluations",
    "read_lists",
    "read_narrative",
    "read_unit_table",
    "unknown_headings",
]

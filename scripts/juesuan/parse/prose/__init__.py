"""The prose: its outline, the clause grammar over its sections, its lists and definitions."""

from juesuan.parse.prose.lists import codes, read_lists
from juesuan.parse.prose.narrative import read_narrative
from juesuan.parse.prose.outline import Outline, gaps, outline

__all__ = ["Outline", "codes", "gaps", "outline", "read_lists", "read_narrative"]

"""Parse: a Document becomes Facts, and says what disclosure it is."""

from juesuan.parse.complete import complete, whole_forms
from juesuan.parse.disclosure import parse, prepare
from juesuan.parse.forms import target_parts
from juesuan.parse.identity import Given, Identity, identify
from juesuan.parse.lead import lead_first

__all__ = [
    "Given",
    "Identity",
    "complete",
    "identify",
    "lead_first",
    "parse",
    "prepare",
    "target_parts",
    "whole_forms",
]

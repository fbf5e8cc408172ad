"""The performance forms (绩效自评表): grids of cells, bound by heading and by kind of value."""

from juesuan.parse.forms.read import read_forms
from juesuan.parse.forms.values import target_parts

__all__ = ["read_forms", "target_parts"]

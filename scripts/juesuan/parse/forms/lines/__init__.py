"""Forms that were extracted without tabs, as lines of fragments: made into rows of cells."""

from juesuan.parse.forms.lines.fragments import fragment_forms

__all__ = ["fragment_forms"]
